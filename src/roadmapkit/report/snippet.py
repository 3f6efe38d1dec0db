"""The source line of a finding, with the stretch underlined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from roadmapkit.diagnostics import Span
from roadmapkit.report.display import Cell, cells

__all__ = ["snippet"]

CARET = "^"
ELLIPSIS = "…"
SMALLEST_ROOM = 20


def snippet(lines: Sequence[str], span: Span, *, width: int) -> list[str]:
    """Return the first line of *span* and the underline below it.

    A stretch of several lines is underlined to the end of the first and closed with an
    ellipsis. An empty stretch gets one caret, also behind the end of the line. A line
    that does not fit is cut on both sides of the stretch, of which the beginning always
    stays.

    Args:
        lines: The whole file, line by line.
        span: Where to look; a line that the file does not have gives nothing.
        width: Columns to fill, the number of the line included.
    """
    if not 1 <= span.line <= len(lines):
        return []
    shown = list(cells(lines[span.line - 1].rstrip("\r\n")))
    start = min(max(span.column - 1, 0), len(shown))
    continued = span.end_line > span.line
    end = len(shown) if continued else min(max(span.end_column - 1, start), len(shown))
    number = str(span.line)
    margin = " " * len(number)
    room = max(width - len(number) - 4, SMALLEST_ROOM)
    text, blank, marked = _cut(shown, start, end, room)
    more = ELLIPSIS if continued and not _ends_line(lines, span) else ""
    return [
        f" {number} | {text}".rstrip(),
        f" {margin} | {' ' * blank}{CARET * max(marked, 1)}{more}",
    ]


def _ends_line(lines: Sequence[str], span: Span) -> bool:
    """Return whether the stretch only takes in the line break of its first line."""
    following = lines[span.line : span.end_line - 1]
    return span.end_column <= 1 and all(not line.strip() for line in following)


def _cut(shown: Sequence[Cell], start: int, end: int, room: int) -> tuple[str, int, int]:
    """Fit a line into *room* columns.

    Returns:
        The text, the columns before the underlined stretch, and its columns.
    """
    edges = [0, *accumulate(cell.width for cell in shown)]
    first, last = 0, len(shown)
    caret = 1 if start == last else 0  # an empty stretch behind the end has a caret too
    if edges[last] + caret > room:
        first, last = _window(edges, start, end, room)
    before = ELLIPSIS if first > 0 else ""
    after = ELLIPSIS if last < len(shown) else ""
    text = before + "".join(cell.text for cell in shown[first:last]) + after
    end = min(max(end, start), last)
    blank = len(before) + edges[start] - edges[first]
    return text, blank, edges[end] - edges[start]


def _window(edges: Sequence[int], start: int, end: int, room: int) -> tuple[int, int]:
    """Return the characters to show of a line that is too long.

    The stretch stands where it would stand in the whole line if it fits there, and is
    otherwise given a third of the room as context, or what it leaves where it is long.
    """
    length = len(edges) - 1
    room -= 2  # an ellipsis on either side
    left = 0
    if edges[end] > room:
        marked = min(edges[end] - edges[start], room)
        left = max(edges[start] - min(room // 3, room - marked), 0)
        left = min(left, max(edges[length] - room, 0), edges[start])
    first = next(index for index in range(length + 1) if edges[index] >= left)
    first = min(first, start)
    last = max(index for index in range(length + 1) if edges[index] - edges[first] <= room)
    while last < length and edges[last + 1] == edges[last]:
        last += 1
    return first, last
