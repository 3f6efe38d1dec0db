"""The points of an act as a reader sees them: number, words, what they assign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapkit.lazily import dataclass, regex
from roadmapkit.model.kinds import (
    AppointClause,
    ApproveClause,
    AssignClause,
    ControlClause,
    Item,
    PublishClause,
    RepealClause,
    TextClause,
)
from roadmapkit.resolve import ResolvedOrder, clause_numbers
from roadmapkit.source import NodePath, Origin

if TYPE_CHECKING:
    from roadmapkit.model.order import Clause

__all__ = [
    "Point",
    "assigns",
    "begins_with_infinitive",
    "controls",
    "is_finished",
    "points_of",
    "words_of_clause",
]

_CONTROL = regex(
    r"^\W*(?:общ\w+\s+|персональн\w+\s+)?контроль\b.*"
    r"(?:исполнен|выполнен|реализац|возложить|оставляю|оставить|за собой|поручить)",
    re.IGNORECASE | re.DOTALL,
)
_INFINITIVE = regex(r"\W*([а-яё]+(?:ть|ти|чь)(?:ся)?)\b", re.IGNORECASE)
_ADDRESSED = regex(
    r"\W*[А-ЯЁ][а-яё]+(?:у|ю|ам|ям|ому|ему|ой)\s(?:[^:;.]|(?<=\b[А-ЯЁ])\.|(?<=\b[а-я])\.)*?\b[а-яё]{3,}(?:ать|ять|ить|еть|овать|сти|зти)\b"
)
"""«Начальнику отдела … координировать …»: an addressee in the dative, then what to do."""
_NO_WORK = frozenset(
    {
        "утвердить",
        "назначить",
        "признать",
        "считать",
        "внести",
        "возложить",
        "ввести",
        "установить",
        "определить",
        "образовать",
        "создать",
        "принять",
        "отменить",
        "утратить",
        "дополнить",
        "изложить",
        "исключить",
        "заменить",
        "поручить",
        "рекомендовать",
        "предложить",
        "закрепить",
        "включить",
        "продлить",
        "освободить",
        "наделить",
        "согласовать",
        "разрешить",
        "оставить",
        "снять",
        "присвоить",
        "наградить",
        "объявить",
    }
)
"""Verbs by which an act does the thing itself, so that nobody else need be named."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point or a sub-point with words of its own.

    Attributes:
        path: Its place in the act.
        text: Its words; empty where they are composed.
        origin: Where the words stand, None without any.
    """

    path: NodePath
    number: str
    text: str
    origin: Origin | None


def points_of(order: ResolvedOrder) -> Iterator[Point]:
    """Yield the points of an act in the order of printing."""
    for path, number in clause_numbers(order.model).items():
        origin = order.origin.child(*path)
        value = origin.document.value(origin.path)
        if isinstance(value, str) and "approve" not in path and "repeal" not in path:
            yield Point(path, number, value, origin)
        elif isinstance(value, dict) and isinstance(value.get("text"), str):
            yield Point(path, number, value["text"], origin.child("text"))
        else:
            yield Point(path, number, "", None)


def controls(clause: Clause) -> bool:
    """Tell whether a clause says who controls, by its kind or in words."""
    if isinstance(clause, ControlClause):
        return True
    text = clause if isinstance(clause, str) else getattr(clause, "text", None)
    return bool(text) and _CONTROL.match(str(text)) is not None


def begins_with_infinitive(text: str) -> bool:
    """Tell whether a text names work and nobody to do it: «Провести мониторинг …»."""
    match = _INFINITIVE.match(text)
    return match is not None and match[1].casefold() not in _NO_WORK


def is_finished(order: ResolvedOrder) -> bool:
    """Tell whether an act is more than a beginning: it has a signatory and several points."""
    model = order.model
    signed = model.state == "registered" or model.signatory is not None
    return signed and len(model.clauses) > 1


def assigns(clause: Clause) -> bool:
    """Tell whether a clause gives somebody work."""
    if controls(clause):
        return False
    if isinstance(clause, AssignClause):
        return True
    if isinstance(clause, TextClause) and (clause.items or clause.due is not None):
        return True
    text = clause if isinstance(clause, str) else getattr(clause, "text", None)
    return isinstance(text, str) and (
        begins_with_infinitive(text) or _ADDRESSED.match(text) is not None
    )


def words_of_clause(clause: Clause) -> str:
    """Return the words of a clause with those of its items."""
    if isinstance(clause, str):
        return clause
    if isinstance(clause, ApproveClause | AppointClause | PublishClause | RepealClause):
        return ""
    text = getattr(clause, "text", None) or ""
    items = _items(getattr(clause, "items", ()))
    return " ".join([text, *(item.text if isinstance(item, Item) else item for item in items)])


def _items(items: tuple[str | Item, ...]) -> Iterator[str | Item]:
    for item in items:
        yield item
        if isinstance(item, Item):
            yield from _items(item.items)
