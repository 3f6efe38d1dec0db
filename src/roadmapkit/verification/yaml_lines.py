"""Lines of YAML: as they were when a document was built, and where they are today."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from roadmapkit.diagnostics import Span
from roadmapkit.load import LoadedWorkspace
from roadmapkit.load.attached import attached_name
from roadmapkit.source import Origin
from roadmapkit.verification.result import YamlPlace

__all__ = ["YamlLines"]


class YamlLines:
    """Finds lines in the files of two states of a workspace.

    Args:
        built: The files that the document was built from.
        current: The files as they are; None where there are none to go by.
    """

    def __init__(self, built: LoadedWorkspace, current: LoadedWorkspace | None) -> None:
        self._built = built
        self._current = current
        self._maps: dict[str, dict[int, int] | None] = {}

    def place(self, origin: Origin, words: Sequence[str]) -> YamlPlace:
        """Return the place of a value; of a text of several lines the one with the words.

        Args:
            origin: The value; where it names a file of running text, that file is meant.
            words: Words of the text, those that were changed first.
        """
        span = origin.span
        file, first, last = span.file, span.line, span.end_line
        if origin.path[-1:] == ("file",):
            name = attached_name(file, str(origin.document.value(origin.path)))
            text = self._built.source_lines(name)
            if text:
                file, first, last = name, 1, len(text)
        lines = self._built.source_lines(file) or ()
        number, column = span.line, span.column
        if last > first:
            start = span.column if file == span.file else 1
            number, column = _line_with(lines, (first, last), start, words)
            span = Span(file, number, column, *_end(lines, span, file, number))
        line = lines[number - 1].strip() if number <= len(lines) else ""
        return YamlPlace(span, line, self._now(file, number, lines))

    def _now(self, file: str, number: int, lines: Sequence[str]) -> int | None:
        if self._current is None:
            return None
        if self._current is self._built:
            return number
        if file not in self._maps:
            today = self._current.source_lines(file)
            self._maps[file] = None if today is None else _mapped(lines, today)
        known = self._maps[file]
        return known.get(number) if known is not None else None


def _line_with(
    lines: Sequence[str], stretch: tuple[int, int], start: int, words: Sequence[str]
) -> tuple[int, int]:
    """Return line and column in a stretch where most of the words stand, the first above all."""
    first, last = stretch
    best, found = (0, 0), (first, start)
    for number in range(first, min(last, len(lines)) + 1):
        text = lines[number - 1].casefold()
        places = [text.find(word.casefold()) for word in words]
        held = sum(place >= 0 for place in places)
        rank = (int(places[0] >= 0) if places else 0, held)
        if held and rank > best:
            column = places[0] if places[0] >= 0 else len(text) - len(text.lstrip())
            best, found = rank, (number, column + 1)
    return found


def _end(lines: Sequence[str], span: Span, file: str, number: int) -> tuple[int, int]:
    """Return where the value ends; of a line of another file, the end of that line."""
    if file == span.file:
        return span.end_line, span.end_column
    return number, len(lines[number - 1]) + 1


def _mapped(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return the number that each line that is still there has today."""
    if before == after:
        return {number: number for number in range(1, len(before) + 1)}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return {
        match.a + step + 1: match.b + step + 1
        for match in matcher.get_matching_blocks()
        for step in range(match.size)
    }
