"""Lines of YAML: as they were when a document was built, and where they are today."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from roadmapkit.diagnostics import Span
from roadmapkit.load import LoadedWorkspace
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
        """Return the place of a value; of a text of several lines the one with the words."""
        span = origin.span
        lines = self._built.source_lines(span.file) or ()
        number, column = span.line, span.column
        for index in range(span.line, min(span.end_line, len(lines)) + 1):
            text = lines[index - 1]
            at = next((text.find(word) for word in words if word in text), -1)
            within = index > span.line or at >= span.column - 1
            if at >= 0 and within and span.end_line > span.line:
                number, column = index, at + 1
                break
        if number != span.line:
            span = Span(span.file, number, column, span.end_line, span.end_column)
        line = lines[number - 1].strip() if number <= len(lines) else ""
        return YamlPlace(span, line, self._now(span.file, number, lines))

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
