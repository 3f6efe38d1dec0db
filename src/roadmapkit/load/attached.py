"""Files with running text that documents name: read with the workspace, never from outside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import dirname, isabs, join, normpath

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.load.codes import TEXT_FILE
from roadmapkit.load.document import LoadedDocument
from roadmapkit.load.file_names import TEXTS
from roadmapkit.model.kinds import Program
from roadmapkit.source import Origin, SourceText, read_source

__all__ = ["attached_name", "read_attached"]


def attached_name(document: str, file: str) -> str:
    """Return the name, from the root of the workspace, of a file that a document names."""
    return normpath(join(dirname(document), file.strip().replace("\\", "/")))


def read_attached(
    root: Path, documents: Iterable[LoadedDocument]
) -> tuple[dict[str, SourceText], list[Diagnostic]]:
    """Read the files of text that documents name, each once.

    Args:
        root: Folder of the workspace.
        documents: Its documents.

    Returns:
        The texts by name, and a finding for each file that cannot be had.
    """
    texts: dict[str, SourceText] = {}
    diagnostics: list[Diagnostic] = []
    for written, origin, owner in _named(documents):
        name = attached_name(origin.document.source.path, written)
        if name in texts:
            continue
        refused = _refused(root, written, name)
        source, found = (None, ()) if refused else read_source(root, Path(name))
        if source is not None:
            texts[source.path] = source
            continue
        reason = refused or found[0].message
        diagnostics.append(
            TEXT_FILE.at(
                origin.span,
                Message(
                    "The text cannot be taken from {file!r}: {reason}", file=name, reason=reason
                ),
                hint=Message("Name a Markdown file of this folder, such as chapters/goals.md"),
                documents=(owner,),
            )
        )
    return texts, diagnostics


def _named(documents: Iterable[LoadedDocument]) -> Iterator[tuple[str, Origin, str]]:
    for item in documents:
        if isinstance(item.model, Program):
            for index, chapter in enumerate(item.model.chapters):
                if chapter.file is not None:
                    place = item.origin.child("chapters", index, "file")
                    yield chapter.file, place, item.model.id


def _refused(root: Path, written: str, name: str) -> Message | None:
    """Return why a file is not even looked for, None where it may be read."""
    if isabs(written.strip()) or ":" in written or name.startswith("../"):
        return Message("it lies outside the workspace")
    if not name.casefold().endswith(TEXTS):
        return Message("its name does not end with .md")
    if not (root / name).resolve().is_relative_to(root.resolve()):
        return Message("it lies outside the workspace")
    return None
