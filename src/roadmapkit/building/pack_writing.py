"""Packs rendered and written, with the same care as documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from roadmapkit.building import codes
from roadmapkit.building.packs import CalendarFile, Packs
from roadmapkit.building.runner import Progress, Written, render_targets, write_targets
from roadmapkit.building.stages import Prepared
from roadmapkit.building.writing import require_below, write_atomically
from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
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
    written, found = write_targets(whole, loaded, folder, on_progress=on_progress)
    calendars = [_write(item, folder) for item in packs.calendars]
    files = [*written, *(item for item in calendars if isinstance(item, Written))]
    faults = [item for item in calendars if isinstance(item, Diagnostic)]
    return (
        tuple(sorted(files, key=lambda file: file.path.as_posix())),
        sort_diagnostics([*found, *faults]),
    )


def _new(found: Iterable[Diagnostic], known: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings that the check of the documents has not told already."""
    told = {(item.code, item.span, str(item.message)) for item in known}
    return [item for item in found if (item.code, item.span, str(item.message)) not in told]


def _write(calendar: CalendarFile, folder: Path) -> Written | Diagnostic:
    path = folder / calendar.path
    try:
        require_below(folder, path)
        write_atomically(path, calendar.content)
    except OutputError as error:
        message = Message(
            "{path} cannot be written: {reason}", path=error.path, reason=error.reason
        )
        hint = Message("Close the program that has the file open, or choose another folder")
        return codes.OUTPUT_FAILED.at(None, message, hint=hint, documents=(calendar.document,))
    mark = sha256(calendar.content).hexdigest()
    return Written(calendar.document, path, len(calendar.content), mark)
