"""CSV files that tables of data name: read with the workspace, never from outside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from posixpath import isabs

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.load.attached import attached_name
from roadmapkit.load.data_table_codes import TABLE_FILE
from roadmapkit.load.document import LoadedDocument
from roadmapkit.load.file_names import TABLES
from roadmapkit.model.base import Model
from roadmapkit.model.kinds import DataTable, MatrixPart, Program, TablePart
from roadmapkit.source import NodePath, Origin, SourceDocument, SourceText, parse_csv, read_source

__all__ = ["MAX_TABLE_BYTES", "csv_files", "read_tables"]

MAX_TABLE_BYTES = 1_000_000
"""Largest CSV file that is read, in bytes: some ten thousand rows, far more than is printed."""


def read_tables(
    root: Path, documents: Iterable[LoadedDocument], replacing: Mapping[str, str]
) -> tuple[dict[str, SourceText], dict[str, SourceDocument], list[Diagnostic]]:
    """Read the CSV files that documents name, each once.

    Args:
        root: Folder of the workspace.
        documents: Its documents.
        replacing: Texts that stand in for files on disk, by name.

    Returns:
        The texts of the files by name, the cells of those that are sound, and the findings.
    """
    texts: dict[str, SourceText] = {}
    tables: dict[str, SourceDocument] = {}
    diagnostics: list[Diagnostic] = []
    owners: dict[str, list[str]] = {}
    for written, origin, owner in _named(documents):
        name = attached_name(origin.document.source.path, written)
        if name not in texts:
            refused = _refused(root, written, name)
            source, found = (None, ()) if refused else _read(root, name, replacing)
            if source is None:
                reason = refused or found[0].message
                diagnostics.append(_unusable(origin, name, reason, owner))
                continue
            texts[name] = source
        owners.setdefault(name, []).append(owner)
    for name, source in texts.items():
        document, faults = parse_csv(source)
        held = tuple(dict.fromkeys(owners[name]))
        diagnostics += [replace(fault, documents=held) for fault in faults]
        if document is not None:
            tables[name] = document
    return texts, tables, diagnostics


def csv_files(model: Model, document: str) -> Iterator[str]:
    """Yield the names of the CSV files that the document *model* in the file *document* prints."""
    for table, _ in _tables(model):
        if table.csv is not None:
            yield attached_name(document, table.csv)


def _read(
    root: Path, name: str, replacing: Mapping[str, str]
) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    if name in replacing:
        return SourceText.from_string(name, replacing[name]), ()
    return read_source(root, Path(name), max_bytes=MAX_TABLE_BYTES)


def _named(documents: Iterable[LoadedDocument]) -> Iterator[tuple[str, Origin, str]]:
    for item in documents:
        for table, path in _tables(item.model):
            if table.csv is not None:
                owner = str(getattr(item.model, "id", ""))
                yield table.csv, item.origin.child(*path, "csv"), owner


def _tables(model: Model) -> Iterator[tuple[DataTable, NodePath]]:
    """Yield the tables of data of a document, and where they stand in it."""
    if isinstance(model, Program):
        for index, chapter in enumerate(model.chapters):
            if chapter.table is not None:
                yield chapter.table, ("chapters", index, "table")
    for index, appendix in enumerate(getattr(model, "appendices", ())):
        for position, part in enumerate(appendix.parts):
            if isinstance(part, TablePart):
                yield part.table, ("appendices", index, "parts", position, "table")
            elif isinstance(part, MatrixPart):
                yield part.matrix, ("appendices", index, "parts", position, "matrix")


def _refused(root: Path, written: str, name: str) -> Message | None:
    """Return why a file is not even looked for, None where it may be read."""
    outside = isabs(written.strip()) or ":" in written or name.startswith("../")
    if outside or not (root / name).resolve().is_relative_to(root.resolve()):
        return Message("it lies outside the workspace")
    if not name.casefold().endswith(TABLES):
        return Message("its name does not end with .csv")
    return None


def _unusable(origin: Origin, name: str, reason: Message, owner: str) -> Diagnostic:
    return TABLE_FILE.at(
        origin.span,
        Message("The table cannot be taken from {file!r}: {reason}", file=name, reason=reason),
        hint=Message(
            "Name a file of this folder that was saved as «CSV UTF-8», such as scores.csv"
        ),
        documents=(owner,),
    )
