"""The public functions: everything that the command line does is one call of these."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.errors import ArgumentError

if TYPE_CHECKING:
    from roadmapkit.building import Prepared, Registration, Written
    from roadmapkit.deadlines import Deadline, Period
    from roadmapkit.language import Form
    from roadmapkit.load import LoadedWorkspace
    from roadmapkit.resolve import PartiesReading

__all__ = [
    "BuildResult",
    "CheckResult",
    "Workspace",
    "all_codes",
    "build",
    "check",
    "explain_deadline",
    "explain_form",
    "explain_parties",
    "init_workspace",
    "json_schema",
    "open_workspace",
    "register",
    "render",
]


@dataclass(frozen=True, slots=True)
class Workspace:
    """An opened workspace: its files were read and validated.

    Attributes:
        root: The folder.
        loaded: Its documents.
        diagnostics: What was wrong with the files themselves; :func:`check` finds the rest.
    """

    root: Path
    loaded: LoadedWorkspace = field(repr=False)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was wrong with the files themselves."""
        return self.loaded.diagnostics

    @property
    def default_output(self) -> Path:
        """The folder that :func:`build` writes to where none is named."""
        return self.root / "build"

    def source_lines(self, file: str) -> tuple[str, ...] | None:
        """Return the lines of a source file, named as in a span; None for no such file."""
        return self.loaded.source_lines(file)


def _without_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return all(item.severity is not Severity.ERROR for item in diagnostics)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found.

    Attributes:
        diagnostics: Everything found, by file, line, column and code.
        documents: Ids of all documents that produce files, sorted.
        blocked: Those of them that have errors.
    """

    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    blocked: frozenset[str]

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return _without_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build wrote and found.

    Attributes:
        written: Produced files, by document.
        diagnostics: Everything found, by file, line, column and code.
        blocked: Documents that have errors and were not written.
        folder: The output folder.
    """

    written: tuple[Written, ...]
    diagnostics: tuple[Diagnostic, ...]
    blocked: frozenset[str]
    folder: Path

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return _without_errors(self.diagnostics)


def open_workspace(path: str | os.PathLike[str] = ".") -> Workspace:
    """Open a workspace: a folder, or a single YAML file.

    Args:
        path: The folder, or the file.

    Raises:
        WorkspaceError: There is no such folder or file.
    """
    from roadmapkit.load import load_workspace

    loaded = load_workspace(Path(path))
    return Workspace(loaded.root, loaded)


def _prepare(workspace: Workspace, ids: Collection[str] = ()) -> Prepared:
    from roadmapkit.building import prepare

    return prepare(workspace.loaded, ids)


def check(workspace: Workspace) -> CheckResult:
    """Check every document of a workspace and write nothing.

    Args:
        workspace: What :func:`open_workspace` gave.
    """
    prepared = _prepare(workspace)
    documents = sorted(prepared.workspace.documents.keys() | prepared.blocked)
    return CheckResult(prepared.diagnostics, tuple(documents), prepared.blocked)


def build(
    workspace: Workspace,
    ids: Collection[str] = (),
    *,
    out: str | os.PathLike[str] | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
) -> BuildResult:
    """Check a workspace and write its documents; an error blocks its own documents only.

    Equal sources give equal bytes, on any machine and at any time.

    Args:
        workspace: What :func:`open_workspace` gave.
        ids: Documents to build; all of them where empty.
        out: Output folder, by default ``build`` in the workspace.
        on_progress: Called with the number of files done, of all files, and the
            path of the file that comes next.

    Raises:
        ArgumentError: There is no document with one of the *ids*.
    """
    from roadmapkit.building import write_targets

    prepared = _prepare(workspace, ids)
    _require_ids(workspace, prepared, ids)
    folder = Path(out) if out is not None else workspace.default_output
    written, found = write_targets(
        prepared,
        workspace.loaded,
        folder,
        on_progress=on_progress,
    )
    failed = {
        id_
        for item in found
        if item.severity is Severity.ERROR
        for id_ in item.documents
        if id_ in prepared.workspace.documents
    }
    return BuildResult(written, found, prepared.blocked | failed, folder)


def render(workspace: Workspace, id_: str) -> dict[str, bytes]:
    """Return the files of one document without writing them.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The document.

    Returns:
        Contents by path below the output folder; nothing for a document with errors.

    Raises:
        ArgumentError: There is no document with that id.
        TemplateError: A Word template is damaged, unsafe, or cannot print it.
    """
    from roadmapkit.building import render_targets

    prepared = _prepare(workspace, (id_,))
    _require_ids(workspace, prepared, (id_,))
    return render_targets(prepared, workspace.loaded)


def _require_ids(workspace: Workspace, prepared: Prepared, ids: Collection[str]) -> None:
    from difflib import get_close_matches

    known = set(prepared.workspace.documents) | set(workspace.loaded.broken_ids)
    for id_ in ids:
        if id_ in known:
            continue
        nearest = ", ".join(get_close_matches(id_, sorted(known), n=3))
        message = (
            Message("No document has the id {id!r}; perhaps {nearest}", id=id_, nearest=nearest)
            if nearest
            else Message("No document has the id {id!r}", id=id_)
        )
        raise ArgumentError(message, argument="ids", value=id_)


def register(workspace: Workspace, id_: str, *, date: date, number: str) -> Registration:
    """Make a draft a registered act: write its date and number and seal what it prints.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The act.
        date: Day of signing.
        number: Registration number.

    Raises:
        ArgumentError: No such act, or it is sealed already, or it is registered with
            another date or number, or it has errors.
        OutputError: One of the two files cannot be written; then neither is changed.
        WorkspaceError: The file with the seals is damaged.
    """
    from roadmapkit.building import register_act

    return register_act(workspace.loaded, id_, date=date, number=number)


def explain_deadline(
    phrase: str,
    *,
    period: Period | str | int | Mapping[str, object] | None = None,
    signed_on: date | None = None,
) -> Deadline:
    """Return what a deadline phrase means.

    Args:
        phrase: As officials write it: «ежегодно (август–сентябрь)».
        period: ``"2024"``, ``"2021-2023"``, ``"2021/2022"`` (academic),
            ``"2020-06..2021-05"``, a mapping of ``start`` and ``end``, or None.
        signed_on: Day of the act's signing.

    Raises:
        ArgumentError: The period is none.
    """
    from roadmapkit import deadlines

    return deadlines.explain_deadline(phrase, period=period, signed_on=signed_on)


def explain_parties(
    text: str, directory: str | os.PathLike[str] | Workspace | None = None
) -> PartiesReading:
    """Return whom a cell «Ответственные» means.

    Args:
        text: The cell.
        directory: A directory file, a workspace, or None to go by form alone.

    Returns:
        The parties, and what was found; where *directory* is a path, also what is
        wrong with its files, for a party may be missing because of it.

    Raises:
        WorkspaceError: There is no such file or folder.
    """
    from roadmapkit import resolve

    if directory is None:
        return resolve.resolve_parties(text)
    if isinstance(directory, Workspace):
        return resolve.resolve_parties(text, resolve.directory_of(directory.loaded))
    workspace = open_workspace(directory)
    reading = resolve.resolve_parties(text, resolve.directory_of(workspace.loaded))
    return replace(reading, diagnostics=(*workspace.diagnostics, *reading.diagnostics))


def explain_form(
    text: str, *, case: str, number: str | None = None, gender: str | None = None
) -> Form:
    """Return a name, post, organisation or title in a case, and why.

    Args:
        text: In the nominative.
        case: ``nominative``, ``genitive``, ``dative``, ``accusative``,
            ``instrumental``, ``prepositional``.
        number: ``singular`` or ``plural`` of the result.
        gender: ``masculine`` or ``feminine`` of a person.

    Raises:
        ArgumentError: *case*, *number* or *gender* is none of these.
    """
    from roadmapkit import language

    return language.explain_form(text, case=case, number=number, gender=gender)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of every kind of document."""
    from roadmapkit.model import json_schema as schema

    return schema()


def init_workspace(path: str | os.PathLike[str], *, year: int) -> tuple[Path, ...]:
    """Make a working workspace: settings, an example, editor and CI.

    Nothing that exists is changed; the example is added only where the folder has
    neither a directory nor a document in ``roadmaps`` yet.

    Args:
        path: Folder of the workspace; made where it is missing.
        year: Year of the example.

    Returns:
        The files that were created.

    Raises:
        ArgumentError: *path* is a file, or the year is none that a document could be about.
        OutputError: The folder cannot be written to.
    """
    from roadmapkit import scaffold

    return scaffold.init_workspace(Path(path), year=year)


def all_codes() -> tuple[Code, ...]:
    """Return every kind of finding that the library knows, by id."""
    from roadmapkit import building, deadlines, language, lint, load, rendering, resolve, source

    tables = (
        source.CODES,
        load.CODES,
        deadlines.CODES,
        language.CODES,
        resolve.CODES,
        building.CODES,
        rendering.CODES,
        tuple(rule.code for rule in lint.RULES),
    )
    return tuple(sorted((code for table in tables for code in table), key=lambda code: code.id))
