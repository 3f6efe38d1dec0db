"""Mends the sources of a workspace, and makes no file worse by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from roadmapkit.building.holding import with_printed
from roadmapkit.building.output.writing import write_together
from roadmapkit.building.stages import Prepared, prepare
from roadmapkit.diagnostics import Diagnostic, Message, Severity
from roadmapkit.errors import OutputError
from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.fixing import patched
from roadmapkit.load import LoadedWorkspace, load_workspace
from roadmapkit.resolve import ResolvedMinutes, ResolvedOrder, ResolvedWorkspace
from roadmapkit.source import SourceText

__all__ = ["Fixed", "FixedFile", "mend"]

_ROUNDS = 10
"""A fix may bring another to light; fixes that undo each other would go on for ever."""

_MARK = "\ufeff".encode()
_LINE = regex(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file that fixes change.

    Attributes:
        file: Its name, from the root of the workspace.
        before: Its text, without a byte order mark, line ends as they are.
        after: Its text with the fixes.
    """

    file: str
    before: str
    after: str

    def diff(self, name: str | None = None) -> str:
        """Return the change as a unified diff, which ``git apply`` and ``patch -p1`` take.

        Args:
            name: The file as it is seen from where the diff is applied.
        """
        shown = name or self.file
        lines = unified_diff(
            _LINE.findall(self.before), _LINE.findall(self.after), f"a/{shown}", f"b/{shown}"
        )
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was mended, or would be.

    Attributes:
        files: The files that change, by name.
        fixed: The findings that are mended by it, in the order in which they were.
        refused: Files that fixes would have given an error, so that they stay as they are.
        signed: Findings that have a fix and stay, for a signed act prints their words.
        unsafe: Findings left whose fix a person should look at first.
        remaining: Everything that is still found afterwards.
        written: The files are changed on disk.
    """

    files: tuple[FixedFile, ...]
    fixed: tuple[Diagnostic, ...]
    refused: tuple[str, ...]
    signed: tuple[Diagnostic, ...]
    unsafe: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]
    written: bool


@dataclass(frozen=True, slots=True)
class _State:
    """A workspace after some rounds of fixes."""

    texts: Mapping[str, str]
    fixed: tuple[Diagnostic, ...]
    prepared: Prepared


def mend(loaded: LoadedWorkspace, *, unsafe: bool = False, dry_run: bool = False) -> Fixed:
    """Make the fixes that findings of a workspace bring, until none is left.

    What a signed act prints is not touched. A file that fixes would give an error is left as
    it was.

    Args:
        loaded: The workspace.
        unsafe: Make those fixes too that a person should look at.
        dry_run: Write nothing.

    Raises:
        OutputError: A file cannot be written, or was changed meanwhile; then none is changed.
    """
    former = prepare(loaded)
    refused: frozenset[str] = frozenset()
    while True:
        state = _rounds(loaded, former, unsafe, refused)
        guilty = _guilty(loaded, former, state)
        if not guilty:
            break
        refused |= guilty
    sources = _sources(loaded)
    files = tuple(
        FixedFile(file, sources[file].text, text)
        for file, text in sorted(state.texts.items())
        if text != sources[file].text
    )
    if files and not dry_run:
        write_together(dict(_contents(loaded, files)))
    left = state.prepared.diagnostics
    frozen = _frozen(state.prepared.workspace)
    return Fixed(
        files=files,
        fixed=state.fixed,
        refused=tuple(sorted(refused)),
        signed=tuple(item for item in left if item.fix and not frozen.isdisjoint(item.documents)),
        unsafe=tuple(
            item
            for item in left
            if not all(edit.safe for edit in item.fix) and frozen.isdisjoint(item.documents)
        ),
        remaining=left,
        written=bool(files) and not dry_run,
    )


def _rounds(
    loaded: LoadedWorkspace, former: Prepared, unsafe: bool, refused: Collection[str]
) -> _State:
    """Return the workspace once no more fixes can be made."""
    state = _State({}, (), former)
    current = loaded
    for _ in range(_ROUNDS):
        frozen = _frozen(state.prepared.workspace)
        open_ = [i for i in state.prepared.diagnostics if frozen.isdisjoint(i.documents)]
        made = patched(_sources(current), open_, unsafe=unsafe, untouched=refused)
        if not made.texts:
            break
        texts = {**state.texts, **made.texts}
        current = load_workspace(loaded.path, replacing=texts)
        state = _State(texts, (*state.fixed, *made.fixed), prepare(current))
    return state


def _frozen(workspace: ResolvedWorkspace) -> frozenset[str]:
    """Return the ids of all documents that a signed act prints, its own among them."""
    acts = [
        id_
        for id_, document in workspace.documents.items()
        if isinstance(document, ResolvedOrder | ResolvedMinutes)
        and document.model.state == "registered"
    ]
    return frozenset(with_printed(acts, workspace.documents))


def _guilty(loaded: LoadedWorkspace, former: Prepared, state: _State) -> frozenset[str]:
    """Return the files whose changes bring an error that was not there."""
    if not _gained(former, state.prepared):
        return frozenset()
    alone = frozenset(
        file
        for file, text in state.texts.items()
        if _gained(former, prepare(load_workspace(loaded.path, replacing={file: text})))
    )
    return alone or frozenset(state.texts)


def _gained(former: Prepared, later: Prepared) -> bool:
    return bool(_errors(later) - _errors(former))


def _errors(prepared: Prepared) -> Counter[tuple[str, str]]:
    """Count the errors by code and file; their words and lines may change with a fix."""
    return Counter(
        (item.code, item.span.file if item.span is not None else "")
        for item in prepared.diagnostics
        if item.severity is Severity.ERROR
    )


def _sources(loaded: LoadedWorkspace) -> dict[str, SourceText]:
    """Return the files that sound documents stand in, by name."""
    sources = (item.origin.document.source for item in loaded.documents)
    return {source.path: source for source in sources if source.path in loaded.files}


def _contents(
    loaded: LoadedWorkspace, files: Collection[FixedFile]
) -> Iterator[tuple[Path, bytes]]:
    """Yield what is written where; a link stays one, and so does a byte order mark.

    Raises:
        OutputError: A file is no longer what was read.
    """
    for item in files:
        path = (loaded.root / item.file).resolve()
        held = path.read_bytes()
        mark = _MARK if held.startswith(_MARK) else b""
        if held != mark + item.before.encode("utf-8"):
            reason = Message("it was changed while it was being checked")
            message = Message(
                "Cannot mend {path}: {reason}; run the command again",
                path=item.file,
                reason=reason,
            )
            raise OutputError(message, path=item.file, reason=reason)
        yield path, mark + item.after.encode("utf-8")
