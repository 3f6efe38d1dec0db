"""Packs rendered and written, with the same care as documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from roadmapkit import __version__
from roadmapkit.building.fingerprints import Fingerprint
from roadmapkit.building.output.folder import OutputFolder, home_of
from roadmapkit.building.packs.making import CalendarFile, Packs
from roadmapkit.building.runner import Manner, Progress, render_targets, write_targets
from roadmapkit.building.stages import Prepared
from roadmapkit.building.written import Written
from roadmapkit.diagnostics import Diagnostic, sort_diagnostics
from roadmapkit.errors import OutputError
from roadmapkit.load import LoadedWorkspace

__all__ = ["render_packs", "write_packs"]


def render_packs(packs: Packs, prepared: Prepared, loaded: LoadedWorkspace) -> dict[str, bytes]:
    """Return the files of packs by path.

    Raises:
        TemplateError: A Word template cannot print one.
    """
    files = render_targets(replace(prepared, composed=packs.composed), loaded)
    files.update((item.path, item.content) for item in packs.calendars)
    return dict(sorted(files.items()))


def write_packs(
    packs: Packs,
    prepared: Prepared,
    loaded: LoadedWorkspace,
    folder: Path,
    *,
    on_progress: Progress | None = None,
) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
    """Render and write packs; what a template or the disk refuses is a finding.

    Returns:
        The written files by path, and all findings, those of *prepared* included.
    """
    whole = replace(
        prepared,
        composed=packs.composed,
        diagnostics=(*prepared.diagnostics, *_new(packs.diagnostics, prepared.diagnostics)),
    )
    done = write_targets(whole, loaded, folder, on_progress=on_progress, manner=Manner(asked=True))
    output = OutputFolder(folder, home=home_of(loaded.root, folder), asked=True)
    try:
        calendars = [_write(item, output) for item in packs.calendars]
    finally:
        output.finish()
    files = [*done.written, *(item for item in calendars if item is not None)]
    return (
        tuple(sorted(files, key=lambda file: file.path.as_posix())),
        sort_diagnostics([*done.diagnostics, *output.diagnostics]),
    )


def _new(found: Iterable[Diagnostic], known: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings that the check of the documents has not told already."""
    told = {(item.code, item.span, str(item.message)) for item in known}
    return [item for item in found if (item.code, item.span, str(item.message)) not in told]


def _write(calendar: CalendarFile, output: OutputFolder) -> Written | None:
    """Write a calendar; nothing is returned where the disk refuses it, which *output* tells."""
    digest = sha256(calendar.content).hexdigest()
    parts = {"view": digest, "library": __version__}
    mark = Fingerprint(calendar.document, calendar.path, parts, digest)
    try:
        return output.put(mark, calendar.content, output.why(mark))
    except OutputError as error:
        output.refusals.add(error, calendar.document)
        return None
