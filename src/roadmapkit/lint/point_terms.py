"""Whether a point of an act says by when: with words, or with a term of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapkit.lazily import regex
from roadmapkit.lint.act_points import assigns
from roadmapkit.model.order import AssignClause, Clause, Item, TextClause
from roadmapkit.resolve import ResolvedOrder, clause_numbers
from roadmapkit.source import NodePath

__all__ = ["has_term", "points_without_term"]

_NO_TERM = regex(
    r"«[^«»]*»|\(далее[^()]*\)|\bот\s+\d{1,2}[. ]\S+\s*(?:20\d\d)?[^,;]*?№\s*\S+"
    r"|\b(?:на|за)\s+20\d\d(?:\s*[-–—/]\s*(?:20)?\d\d)?\s*(?:уч\w*\.?\s*)?г\w*\.?(?:г\.)?",
    re.IGNORECASE,
)
"""Years that are part of a name, and dates of other acts."""
_TERM = regex(
    r"\b(?:20\d\d|\d{1,2}\.\d{1,2}|январ\w*|феврал\w*|март[аеу]?|апрел\w*|ма[йея]|июн\w*|июл\w*"
    r"|август\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*|квартал\w*|четверт\w*|триместр\w*|полугоди\w*"
    r"|недел\w*|дн(?:я|ей)|срок\w*|ежедневн\w*|еженедельн\w*|ежемесячн\w*|ежеквартальн\w*|ежегодн\w*"
    r"|постоянно|постоянн\w+ основе|незамедлительно|немедленно|систематически|регулярно"
    r"|на период|в период|по мере|до конца|до начала|после|при\s+поступлени\w+"
    r"|график\w*|(?:согласно|по|в соответствии с)\s+(?:\w+\s+){0,2}(?:план\w*|карт\w*|приложени\w*)"
    r"|в течение|учебн\w+ год\w*|раз(?:а)? в)\b",
    re.IGNORECASE,
)


def has_term(text: str) -> bool:
    """Tell whether words say when: a day, a recurrence, «согласно плану», «в срок»."""
    return _TERM.search(_NO_TERM.sub(" ", text)) is not None


def points_without_term(order: ResolvedOrder) -> Iterator[tuple[NodePath, str]]:
    """Yield path and printed number of the points that give work and say no term.

    The term of a point is that of its sub-points too, and where none of these has one, the
    point is told as a whole.
    """
    numbers = clause_numbers(order.model)
    for index, clause in enumerate(order.model.clauses):
        path: NodePath = ("clauses", index)
        if assigns(clause) and not _own_term(clause):
            items, lacking = _items(clause), list(_bare_items(clause, path))
            if len(lacking) == len(items):
                yield path, _plain(numbers[path])
            else:
                yield from ((item, _label(numbers[path], numbers[item])) for item in lacking)


def _plain(number: str) -> str:
    return number.rstrip(".)")


def _label(number: str, item: str) -> str:
    """Return the number of a sub-point with that of its point: 2.1, also where it prints 1)."""
    return _plain(item if item.startswith(number) else f"{_plain(number)}.{item}")


def _own_term(clause: Clause) -> bool:
    if isinstance(clause, str):
        return has_term(clause)
    if not isinstance(clause, AssignClause | TextClause):
        return True
    return clause.due is not None or has_term(clause.text or "")


def _items(clause: Clause) -> Sequence[str | Item]:
    return clause.items if isinstance(clause, AssignClause | TextClause) else ()


def _bare_items(clause: Clause, path: NodePath) -> Iterator[NodePath]:
    for index, item in enumerate(_items(clause)):
        if not _item_has_term(item):
            yield (*path, "items", index)


def _item_has_term(item: str | Item) -> bool:
    if isinstance(item, str):
        return has_term(item)
    return item.due is not None or has_term(item.text) or any(map(_item_has_term, item.items))
