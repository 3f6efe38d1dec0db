"""Paragraphs and table rows of two files, paired where they are the same or have become another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from roadmapkit.rendering.contents import Contents

__all__ = ["Pair", "Unit", "folded", "pair_cells", "pair_units", "units_of"]

_ALIKE = 0.4
"""Share of words in common from which a text is taken to be another one, changed."""

_MOST_COMPARED = 40_000
_MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "…": "..."}
    | dict.fromkeys("‐‑‒–—―", "-")
    | dict.fromkeys("\u00ad\u200b\ufeff", "")
)

Pair = tuple["Unit | None", "Unit | None"]
"""A unit of the first file and what has become of it, either absent."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a row of a table.

    Attributes:
        story: Where it stands.
        cells: Indexes of the paragraphs of each cell; a paragraph has one cell.
        texts: Text of each cell, empty paragraphs left out.
        table: Index of the table, None for a paragraph.
        row: Index of the row in it.
        key: What makes it the same as another: its folded texts.
    """

    story: str
    cells: tuple[tuple[int, ...], ...]
    texts: tuple[str, ...]
    table: int | None = None
    row: int = 0
    key: tuple[object, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """The texts of all cells."""
        return " | ".join(text for text in self.texts if text)


def folded(text: str) -> str:
    """Return a text without what typography makes of it: kinds of spaces, quotes, dashes."""
    composed = unicodedata.normalize("NFC", text).translate(_MARKS)
    return re.sub(r"\s+", " ", composed).strip()


def units_of(contents: Contents) -> tuple[Unit, ...]:
    """Return the units of a file in reading order; empty paragraphs and rows are left out."""
    groups: dict[object, dict[int, list[int]]] = {}
    stories: dict[object, str] = {}
    for index, block in enumerate(contents.blocks):
        place = block.cell
        key: object = (place.table, place.row) if place is not None else index
        groups.setdefault(key, {}).setdefault(place.cell if place is not None else 0, [])
        stories[key] = block.story
        if block.text.strip():
            groups[key][place.cell if place is not None else 0].append(index)
    found = []
    for key, cells in groups.items():
        indexes = tuple(tuple(cells.get(number, ())) for number in range(max(cells) + 1))
        texts = tuple("\n".join(contents.blocks[i].text for i in cell) for cell in indexes)
        if not any(texts):
            continue
        table, row = key if isinstance(key, tuple) else (None, 0)
        is_row = table is not None
        unit_key = (is_row, stories[key], tuple(map(folded, texts)))
        found.append(Unit(stories[key], indexes, texts, table, row, unit_key))
    return tuple(found)


def pair_units(before: Sequence[Unit], after: Sequence[Unit]) -> list[Pair]:
    """Return every unit of two files, paired with what it has become, in reading order."""
    found: list[Pair] = []
    keys = [unit.key for unit in before], [unit.key for unit in after]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            found.extend(zip(before[first:last], after[start:end], strict=True))
        else:
            found.extend(_paired(before[first:last], after[start:end]))
    return found


def pair_cells(before: Unit, after: Unit) -> Iterator[tuple[int | None, int | None]]:
    """Yield the cells of two rows, paired; by their texts where their numbers differ."""
    if len(before.cells) == len(after.cells):
        yield from ((index, index) for index in range(len(before.cells)))
        return
    texts = list(map(folded, before.texts)), list(map(folded, after.texts))
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        for step in range(max(last - first, end - start)):
            yield (
                first + step if first + step < last else None,
                start + step if start + step < end else None,
            )


def _paired(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Pair]:
    """Yield the units of a stretch that differs; the likest become pairs, in order."""
    matches = _best_matches(before, after)
    i = j = 0
    for first, second in [*matches, (len(before), len(after))]:
        old, new = before[i:first], after[j:second]
        if len(old) == len(new) and all(map(_same_kind, old, new)):
            yield from zip(old, new, strict=True)
        else:
            yield from ((unit, None) for unit in old)
            yield from ((None, unit) for unit in new)
        if first < len(before):
            yield before[first], after[second]
        i, j = first + 1, second + 1


def _same_kind(before: Unit, after: Unit) -> bool:
    return before.story == after.story and (before.table is None) == (after.table is None)


def _best_matches(before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the pairs, in order of both, that have most in common."""
    rows, columns = len(before), len(after)
    if not rows or not columns or rows * columns > _MOST_COMPARED:
        return []
    words = [_words(unit) for unit in before], [_words(unit) for unit in after]
    score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    gain = [[0.0] * columns for _ in range(rows)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            if _same_kind(before[i], after[j]):
                gain[i][j] = _likeness(words[0][i], words[1][j])
            paired = score[i + 1][j + 1] + gain[i][j] if gain[i][j] >= _ALIKE else 0.0
            score[i][j] = max(score[i + 1][j], score[i][j + 1], paired)
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        if gain[i][j] >= _ALIKE and score[i][j] == score[i + 1][j + 1] + gain[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _words(unit: Unit) -> list[str]:
    return re.findall(r"\w+", folded(unit.text).casefold())


def _likeness(before: list[str], after: list[str]) -> float:
    if not before or not after:
        return 0.0
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    # The quick answers are upper bounds, and most pairs of a stretch have nothing in common.
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
