"""Where a text stands, in words, and the line of YAML that gave it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from roadmapkit.diagnostics import Message
from roadmapkit.documents import DocumentView
from roadmapkit.documents.view import Row, TableView
from roadmapkit.source import NodePath, Origin
from roadmapkit.verification.tracing import Leaf

__all__ = ["label_of", "origin_of"]

_ACT_KEYS = {
    "letterhead": "issuer",
    "executor": "executor",
    "approval": "approval",
    "heading": "meeting",
    **{name: name for name in ("form", "date", "number", "place", "title", "preamble")},
}
_PARTS_OF_ACTS = {
    "preamble": Message("the preamble"),
    "verb": Message("the preamble"),
    "approval": Message("the approval block"),
    "executor": Message("the executor"),
    "signature": Message("the signature"),
    "signatures": Message("the signature"),
}
_WORD = re.compile(r"\w+")
_STEM = 5
"""Letters of a word that its forms share, for nearly all forms."""

_SHORTEST = 4
"""Letters from which a word tells anything."""

_NEAR = 3
"""Words at the difference that count; further ones stand in many values."""

_LIKE = 0.3
"""Share of words in common from which a value is taken to have given a text."""


def label_of(view: DocumentView, path: NodePath, *, whole_row: bool = False) -> Message:
    """Return what a text of a view is, for people; of a cell its row alone if so asked."""
    if whole_row and "cells" in path:
        path = path[: path.index("cells")]
    match path:
        case ("act", "clauses", int(index), *_) if view.act is not None:
            number = view.act.clauses[index].number.rstrip(".")
            return Message("point {number}", number=number or index + 1)
        case ("act" | "minutes" as part, *rest):
            return _of_act(view, str(part), tuple(rest))
        case ("sheets", int(index), *rest):
            return _of_sheet(view, index, tuple(rest))
        case _:
            return Message("the marks of the extract")


def _of_act(view: DocumentView, part: str, path: NodePath) -> Message:
    name = path[0] if path else ""
    if part == "minutes" and name == "lines" and view.minutes is not None:
        index = int(path[1])
        label = view.minutes.lines[index].label.rstrip(":")
        if label:
            return Message("the minutes, {label!r}", label=label)
        return Message("the minutes, paragraph {number}", number=index + 1)
    known = _PARTS_OF_ACTS.get(str(name))
    if known is not None:
        return known
    if part == "minutes":
        return Message("the heading of the minutes")
    return Message("the heading of the act")


def _of_sheet(view: DocumentView, index: int, path: NodePath) -> Message:
    sheet = view.sheets[index]
    is_appendix = view.act is not None or view.minutes is not None or index > 0
    match path:
        case ("parts", int(part), "table", *rest):
            table = sheet.parts[part].table
            label = _of_table(table, tuple(rest)) if table is not None else Message("the table")
        case ("parts", *_):
            label = Message("the text")
        case ("signature", *_):
            label = Message("the signature")
        case _:
            label = Message("the heading")
    if is_appendix:
        return Message("appendix {number}, {place}", number=index + 1, place=label)
    return label


def _of_table(table: TableView, path: NodePath) -> Message:
    match path:
        case ("rows", int(row), *rest):
            number, mark = row + 1, _printed_number(table.rows[row])
            label = Message("row {row} of the table", row=number)
            if mark:
                label = Message("row {row} of the table (no. {mark})", row=number, mark=mark)
            if table.rows[row].kind == "section" or not rest:
                return label
            column = _column(table, table.rows[row], int(rest[1]))
            return Message("{row}, column {column!r}", row=label, column=column)
        case ("heading", int(row), "cells", int(cell), *_):
            column = _column(table, table.heading[row], cell)
            return Message("the heading of the table, column {column!r}", column=column)
        case ("caption", *_):
            return Message("the caption of the table")
        case _:
            return Message("the heading of the table")


def _column(table: TableView, row: Row, cell: int) -> str:
    """Return the heading over a cell, or the number of the column where it has none."""
    start = sum(item.colspan for item in row.cells[:cell])
    for heading in reversed(table.heading):
        place = 0
        for item in heading.cells:
            text = " ".join(" ".join(item.lines).split())
            if place <= start < place + item.colspan and text and not text.isdigit():
                return text
            place += item.colspan
    return str(start + 1)


def _printed_number(row: Row) -> str:
    text = " ".join(row.cells[0].lines).strip() if row.cells else ""
    return text.rstrip(".") if re.fullmatch(r"[\d.]+", text) else ""


def origin_of(view: DocumentView, leaf: Leaf, words: Sequence[str]) -> Origin | None:
    """Return the place of the YAML that gave a text.

    Where the text was generated from a whole clause or list, the value in it that shares
    most with the words is meant.

    Args:
        view: The document.
        leaf: The text.
        words: Words at the difference, the nearest first.
    """
    origin = leaf.origin
    if origin is None:
        return None
    match leaf.path:
        case ("act" | "minutes", str(name), *rest) if origin in _heads(view):
            key = _ACT_KEYS.get(name, name)
            index = [part for part in rest if isinstance(part, int)] if name == "approval" else []
            if key in origin.document.data:
                origin = origin.child(key, *index[:1])
            else:
                return origin.child("kind")
    return _nearest(origin, leaf.text, words)


def _heads(view: DocumentView) -> Iterator[Origin]:
    for part in (view.act, view.minutes):
        if part is not None and part.origin is not None:
            yield part.origin


def _nearest(origin: Origin, text: str, words: Sequence[str]) -> Origin:
    """Return the scalar inside a value that holds the words, or is likest to the text."""
    value = origin.document.value(origin.path)
    if not isinstance(value, dict | list):
        return origin
    best, rank = origin, (0.0, _LIKE)
    stems = [word.casefold()[:_STEM] for word in words[:_NEAR] if len(word) >= _SHORTEST]
    for path, scalar in _scalars(value):
        held = {word.casefold()[:_STEM] for word in _WORD.findall(scalar)}
        # The first words count most: they are the ones that were changed.
        found = sum(1.0 / (1 + place) for place, stem in enumerate(stems) if stem in held)
        likeness = SequenceMatcher(None, _long(scalar), _long(text), autojunk=False).ratio()
        if (found, likeness) > rank:
            best, rank = origin.child(*path), (found, likeness)
    return best


def _long(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if len(word) >= _SHORTEST]


def _scalars(value: Any, path: NodePath = ()) -> Iterator[tuple[NodePath, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _scalars(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _scalars(item, (*path, index))
    elif value is not None:
        yield path, str(value)
