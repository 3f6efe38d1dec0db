"""A given output held against what the sources give, byte for byte; nothing is written."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path

from roadmapkit.building.output import codes as output_codes
from roadmapkit.building.output.folder import home_of
from roadmapkit.building.output.manifest import DamagedManifestError, Entry, read_manifest
from roadmapkit.building.runner import Progress, TemplateShelf, render_target
from roadmapkit.building.stages import Prepared
from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.errors import trouble_of
from roadmapkit.load import LoadedWorkspace
from roadmapkit.rendering import RenderError

__all__ = ["OutputCheck", "check_output"]

_PRODUCED = (".docx", ".pdf", ".ics")
_REBUILD = Message("Build again and put the result in place of the given one")
_TORN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError)
_LARGEST = 256 * 2**20
"""Bytes that a part of a given file may unpack to; ours are far smaller."""


@dataclass(frozen=True, slots=True)
class OutputCheck:
    """What came of a comparison.

    Attributes:
        same: Paths of the files that are equal to the last byte.
        differing: Paths of those that are not, each with the parts that differ; no part where
            only the way of packing does, or the file is no archive.
        missing: Paths of those that are not there.
        superfluous: Paths of files that the sources do not give.
        passed_over: Paths of files that only a request by hand gives, and PDFs.
        diagnostics: Everything found, what is wrong with the sources included.
    """

    same: tuple[str, ...]
    differing: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]
    superfluous: tuple[str, ...]
    passed_over: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def check_output(
    prepared: Prepared,
    loaded: LoadedWorkspace,
    folder: Path,
    *,
    complete: bool,
    on_progress: Progress | None = None,
) -> OutputCheck:
    """Hold the files of a folder against what the sources give; one document is held in memory.

    Args:
        prepared: The documents.
        loaded: Their sources.
        folder: The given output.
        complete: These are all documents, so that other produced files are superfluous.
        on_progress: Told how far the work is.
    """
    shelf = TemplateShelf(loaded.template_folder)
    found = list(prepared.diagnostics)
    same: list[str] = []
    missing: list[str] = []
    differing: dict[str, tuple[str, ...]] = {}
    total = len(prepared.composed)
    for done, composed in enumerate(prepared.composed):
        target = composed.target
        if on_progress is not None:
            on_progress(done, total, target.path)
        try:
            content = render_target(composed, shelf, loaded)[0]
        except RenderError as fault:
            found.append(replace(fault.diagnostic(), documents=(target.document,)))
            continue
        file = folder / target.path
        parts, message = _held_against(file, content)
        if message is None:
            same.append(target.path)
            continue
        if parts is None:
            missing.append(target.path)
        else:
            differing[target.path] = parts
        found.append(_other(message, target.document))
    if on_progress is not None:
        on_progress(total, total, "")
    paths = {composed.target.path for composed in prepared.composed}
    superfluous, passed_over = _besides(prepared, loaded, folder, paths) if complete else ((), ())
    for path in superfluous:
        file = folder / path
        found.append(_other(Message("{file} is given, but nothing produces it", file=file)))
    return OutputCheck(
        tuple(same),
        differing,
        tuple(missing),
        superfluous,
        passed_over,
        sort_diagnostics(found),
    )


def _held_against(file: Path, content: bytes) -> tuple[tuple[str, ...] | None, Message | None]:
    """Return which parts of a file differ, and how that is said; None where it is not there."""
    try:
        given = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None, Message("{file} is missing from the given output", file=file)
    except OSError as error:
        reason = trouble_of(error)
        return (), Message("{file} cannot be read: {reason}", file=file, reason=reason)
    if given == content:
        return (), None
    parts = _differing_parts(given, content)
    if parts is None:
        return (), Message("{file} differs and is no Word file", file=file)
    if not parts:
        return (), Message(
            "{file} holds the same in other bytes: it was packed by another compressor",
            file=file,
        )
    return parts, Message("{file} differs in {parts}", file=file, parts=list(parts))


def _differing_parts(given: bytes, content: bytes) -> tuple[str, ...] | None:
    """Return the names of the parts in which two archives differ, None where one is none."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(given)) as first,
            zipfile.ZipFile(io.BytesIO(content)) as second,
        ):
            sizes = [
                {item.filename: item.file_size for item in archive.infolist()}
                for archive in (first, second)
            ]
            names = sorted(sizes[0].keys() | sizes[1].keys())
            return tuple(
                name
                for name in names
                if sizes[0].get(name) != sizes[1].get(name)
                or sizes[0][name] > _LARGEST
                or first.read(name) != second.read(name)
            )
    except _TORN:
        return None


def _besides(
    prepared: Prepared, loaded: LoadedWorkspace, folder: Path, paths: Set[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the produced files that the sources do not give, and those that are not judged."""
    recorded = _recorded(folder)
    # A copy of an output folder tells where the original stood.
    homes = {
        home_of(loaded.root, folder),
        *(recorded[path].home for path in paths & recorded.keys()),
    }
    known = {*prepared.workspace.documents, *prepared.blocked}

    def judged(path: str) -> bool:
        entry = recorded.get(path)
        if path.endswith(".pdf"):
            return f"{path.removesuffix('.pdf')}.docx" not in paths
        if entry is None:
            return True
        by_hand = entry.asked and entry.document in known
        return not (by_hand or entry.home not in homes or entry.document in prepared.blocked)

    others = [path for path in _produced(folder) if path not in paths]
    superfluous = tuple(path for path in others if judged(path))
    return superfluous, tuple(path for path in others if path not in superfluous)


def _recorded(folder: Path) -> Mapping[str, Entry]:
    try:
        return read_manifest(folder)
    except DamagedManifestError:
        return {}


def _produced(folder: Path) -> Iterator[str]:
    """Yield the paths of produced files below a folder, hidden ones left out, sorted."""
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(place).relative_to(folder)
        found += (
            (inside / name).as_posix()
            for name in names
            if name.lower().endswith(_PRODUCED) and not name.startswith((".", "~$"))
        )
    yield from sorted(found)


def _other(message: Message, document: str = "") -> Diagnostic:
    documents = (document,) if document else ()
    return output_codes.OTHER_OUTPUT.at(None, message, hint=_REBUILD, documents=documents)
