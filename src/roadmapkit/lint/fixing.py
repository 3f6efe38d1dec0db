"""Puts the fixes of findings into the texts of their files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from roadmapkit.diagnostics import Diagnostic, Edit, sort_diagnostics
from roadmapkit.lazily import dataclass
from roadmapkit.source import SourceText

__all__ = ["Patched", "patched"]


@dataclass(frozen=True, slots=True)
class Patched:
    """Texts with fixes in them.

    Attributes:
        texts: The files that changed, by name.
        fixed: The findings whose fixes they have.
    """

    texts: Mapping[str, str]
    fixed: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    """An edit in characters of its file, counted from 0."""

    start: int
    end: int
    text: str

    def meets(self, other: _Change) -> bool:
        """Tell whether two changes overlap, or begin at one place."""
        if self.start == other.start:
            return True
        return self.start < other.end and other.start < self.end


def patched(
    sources: Mapping[str, SourceText],
    findings: Iterable[Diagnostic],
    *,
    unsafe: bool = False,
    untouched: Collection[str] = (),
) -> Patched:
    """Return the texts of files with the fixes of findings put in.

    The edits of a finding are made all or not at all. Where two findings want to change the
    same words, the first has its way; the other is found again once that is done.

    Args:
        sources: The files that may be changed, by name.
        findings: What was found.
        unsafe: Make those fixes too that a person should look at.
        untouched: Files that are left as they are.
    """
    changes: dict[str, list[_Change]] = {}
    fixed = []
    for finding in sort_diagnostics(findings):
        wanted = _wanted(finding.fix, sources, unsafe, untouched)
        if not wanted or _collide(wanted, changes):
            continue
        for file, change in wanted:
            changes.setdefault(file, []).append(change)
        fixed.append(finding)
    texts = {file: _changed(sources[file].text, made) for file, made in sorted(changes.items())}
    return Patched(texts, tuple(fixed))


def _wanted(
    edits: Iterable[Edit],
    sources: Mapping[str, SourceText],
    unsafe: bool,
    untouched: Collection[str],
) -> list[tuple[str, _Change]]:
    """Return the changes of a finding, none where one of them cannot be made."""
    found: list[tuple[str, _Change]] = []
    for edit in edits:
        source = sources.get(edit.span.file)
        if source is None or edit.span.file in untouched or not (edit.safe or unsafe):
            return []
        start = _place(source, edit.span.line, edit.span.column)
        end = _place(source, edit.span.end_line, edit.span.end_column)
        if start is None or end is None or source.text[start:end] == edit.text:
            return []
        change = _Change(start, end, edit.text)
        if any(file == edit.span.file and change.meets(other) for file, other in found):
            return []
        found.append((edit.span.file, change))
    return found


def _place(source: SourceText, line: int, column: int) -> int | None:
    """Return the place of a character in a text, None where the text has no such place."""
    starts = source.line_starts
    if not 1 <= line <= len(starts) or column < 1:
        return None
    place = starts[line - 1] + column - 1
    return place if place <= len(source.text) and source.position(place)[0] == line else None


def _collide(wanted: Iterable[tuple[str, _Change]], made: Mapping[str, list[_Change]]) -> bool:
    return any(change.meets(other) for file, change in wanted for other in made.get(file, ()))


def _changed(text: str, changes: Iterable[_Change]) -> str:
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text
