"""The numbered lists of documents: sections, activities, points, decisions, rows, texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.candidates import matching
from roadmapkit.lint.numbers import Numbered, NumberedList, are_even, parts_of
from roadmapkit.lint.printed_tables import PrintedTable, appendices_of, printed_tables
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.resolve import (
    ResolvedActivity,
    ResolvedOrder,
    ResolvedRoadmap,
    ResolvedSection,
    clause_numbers,
)
from roadmapkit.source import NodePath, Origin

__all__ = ["document_lists", "plan_lists", "section_number", "typed_lists"]

_TITLE_NUMBER = regex(r"\s*(\d{1,2})\.?\s+\S")
_HEADING = regex(r"№(?:\s*п\s*[./\\]?\s*п\.?)?|п\s*[/\\]\s*п", re.IGNORECASE)
_LINE = regex(r"^[ \t]*(\d{1,2})([.)])\s+\S", re.MULTILINE)
_INLINE = regex(r"(?<![\w(.,№-])(?<!№\s)(\d{1,2})\)(?=\s+[«А-Яа-яЁёA-Za-z])")
_BEGUN = regex(r"\x00\s*\d{1,2}[.)]\s")
_List = tuple[str, int, NodePath]
_LEADING = regex(r"\s*(\d{1,2})([.)])\s+[«А-Яа-яЁёA-Za-z]")


def section_number(section: ResolvedSection) -> tuple[int, ...]:
    """Return the number of a section, also one typed in its title; empty without any."""
    if section.number:
        return parts_of(section.number)
    match = _TITLE_NUMBER.match(section.section.title) if section.section is not None else None
    return (int(match[1]),) if match else ()


def plan_lists(roadmap: ResolvedRoadmap) -> Iterator[NumberedList]:
    """Yield the numbers of a plan's sections and of the activities of each."""
    id_ = roadmap.model.id
    heads = tuple(
        _own(_section_text(section), section.origin, "title")
        for section in roadmap.sections
        if section_number(section)
    )
    yield NumberedList(id_, heads, "sections")
    follows = None
    for section in roadmap.sections:
        items = _OwnNumbers(section.activities)
        even = are_even(items.texts)
        yield NumberedList(
            id_, items, "activities", section_number(section), follows=follows, even=even
        )
        last = items[-1].parts if items else ()
        follows = last[-1] if len(last) == 1 else None


class _OwnNumbers(Sequence[Numbered]):
    """The numbers of activities, each made when somebody looks at it.

    Attributes:
        texts: The numbers as they are printed.
    """

    def __init__(self, activities: Iterable[ResolvedActivity]) -> None:
        self._rows = [row for row in activities if row.number]
        self.texts = [row.number for row in self._rows]

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Numbered: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Numbered, ...]: ...

    def __getitem__(self, index: int | slice) -> Numbered | tuple[Numbered, ...]:
        if isinstance(index, slice):
            return tuple(_own(row.number, row.origin, "title") for row in self._rows[index])
        row = self._rows[index]
        return _own(row.number, row.origin, "title")


def document_lists(subject: Subject) -> Sequence[NumberedList]:
    """Return every numbered list that is no running text."""
    return subject.once(_document_lists)


def _document_lists(subject: Subject) -> tuple[NumberedList, ...]:
    return tuple(_lists(subject))


def _lists(subject: Subject) -> Iterator[NumberedList]:
    for roadmap in subject.roadmaps:
        yield from plan_lists(roadmap)
    for order in subject.orders:
        yield from _clause_lists(order)
    for minutes in subject.minutes:
        for index, item in enumerate(minutes.model.agenda):
            numbers = tuple(
                _own(decision.number, minutes.origin.child("agenda", index, "decided", at), "text")
                for at, decision in enumerate(item.decided)
                if not isinstance(decision, str) and decision.number
            )
            if len(numbers) == len(item.decided):
                yield NumberedList(minutes.model.id, numbers, "decisions")
    for document, appendices in appendices_of(subject):
        listed = tuple(
            _own(appendix.number, appendix.origin, "title")
            for appendix in appendices
            if appendix.number
        )
        yield NumberedList(document, listed, "appendices")
    for table in printed_tables(subject):
        yield from _rows(table)


def _section_text(section: ResolvedSection) -> str:
    return section.number or ".".join(map(str, section_number(section)))


def _own(text: str, origin: Origin, key: str) -> Numbered:
    """Return a number at the place where the author typed it, or at what has it."""
    value = origin.document.value(origin.path)
    if isinstance(value, dict):
        if "number" in value:
            typed = origin.child("number")
            return Numbered(text, typed, typed)
        if key in value:
            return Numbered(text, origin.child(key))
    return Numbered(text, origin)


def _clause_lists(order: ResolvedOrder) -> Iterator[NumberedList]:
    numbers = clause_numbers(order.model)
    levels: dict[tuple[str | int, ...], list[Numbered]] = {}
    for path, number in numbers.items():
        origin = order.origin.child(*path)
        levels.setdefault(path[:-1], []).append(_own(number, origin, "text"))
    for path, items in levels.items():
        above = numbers.get(path[:-1], "") if len(path) > 1 else ""
        yield NumberedList(order.model.id, tuple(items), f"points {len(path)}", parts_of(above))


def _rows(table: PrintedTable) -> Iterator[NumberedList]:
    if not table.columns or not _HEADING.fullmatch(table.columns[0].strip()):
        return
    items: list[Numbered] = []
    follows: int | None = None
    for row in (*table.rows, None):
        if row is None or row.section is not None:
            if items:
                yield NumberedList(
                    table.document, tuple(items), str(table.origin.path), follows=follows
                )
                last = items[-1].parts
                follows = last[-1] if len(last) == 1 else None
            items = []
        elif row.cells and row.cells[0].text.strip():
            cell = row.cells[0]
            items.append(Numbered(cell.text, cell.origin, cell.origin))


@dataclass(frozen=True, slots=True)
class _Typed:
    """A number typed in a text."""

    match: re.Match[str]
    mark: str


def typed_lists(subject: Subject) -> Iterator[NumberedList]:
    """Yield lists that are typed in texts: on lines, within a line, over items of YAML."""
    for text in subject.holding("1.", "1)"):
        lines = list(_LINE.finditer(text.text))
        yield from _runs(text, [_Typed(match, match[2]) for match in lines])
        inside = [match for match in _INLINE.finditer(text.text) if not _at_line(text.text, match)]
        yield from _runs(text, [_Typed(match, ")") for match in inside])
    yield from _over_items(subject)


def _at_line(text: str, match: re.Match[str]) -> bool:
    return not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()


def _runs(text: PrintedText, found: Sequence[_Typed]) -> Iterator[NumberedList]:
    """Yield the lists of a text; the first number of each is 1, others are no list."""
    for mark in (".", ")"):
        items = [
            Numbered(typed.match[1] + mark, text.span(typed.match.start(1), typed.match.end(1)))
            for typed in found
            if typed.mark == mark
        ]
        values = [int(item.text[:-1]) for item in items]
        if 1 in values and len(set(values)) > 1:
            begin = values.index(1)
            yield NumberedList(text.document, tuple(items[begin:]), restarts=True)


def _over_items(subject: Subject) -> Iterator[NumberedList]:
    """Yield lists whose items stand one by one in a list of YAML, each with its number."""
    numbered = {_list_of(text) for text in matching(subject, _BEGUN)} - {None}
    lists: dict[_List, list[PrintedText]] = {}
    for text in subject.texts if numbered else ():
        key = _list_of(text)
        if key is not None and key in numbered:
            lists.setdefault(key, []).append(text)
    for items in lists.values():
        found = [(text, _LEADING.match(text.text)) for text in items]
        numbers = [
            Numbered(match[1] + match[2], text.span(match.start(1), match.end(2)))
            for text, match in found
            if match is not None
        ]
        if len(numbers) > 1 and 2 * len(numbers) > len(items):
            yield NumberedList(items[0].document, tuple(numbers), restarts=True)


def _list_of(text: PrintedText) -> _List | None:
    """Return the list of YAML that a text is an item of."""
    path = text.origin.path
    if not isinstance(path[-1], int) or "rows" in path:
        return None
    return text.document, id(text.origin.document), path[:-1]
