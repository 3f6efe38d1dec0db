"""Computed numbers of sections, activities, clauses and appendices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from roadmapkit.model.kinds import ApproveClause, RepealClause, RepealedAct
from roadmapkit.model.roadmap import Activity, Numbering, Roadmap, Section
from roadmapkit.source import NodePath

if TYPE_CHECKING:
    from roadmapkit.model.order import Order

__all__ = [
    "appendix_number",
    "clause_number",
    "clause_numbers",
    "number_activities",
    "numbering_of",
]

_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Letters of sub-points in alphabetical order, without ё, й, ъ, ы, ь, as in federal acts."""


def numbering_of(roadmap: Roadmap) -> Numbering:
    """Return the numbering of *roadmap*, the short form spelt out."""
    numbering = roadmap.numbering
    return (
        numbering
        if isinstance(numbering, Numbering)
        else Numbering.model_construct(style=numbering)
    )


def number_activities(
    sections: tuple[Section, ...], numbering: Numbering, *, start: int = 1
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the number of each section and the numbers of its activities.

    An author's own number is printed as written, whatever the style; the count
    goes on as if it had been computed.

    Args:
        sections: Sections in order.
        numbering: Style.
        start: First number where the numbers run through the whole plan.
    """
    running = count(start)
    for position, section in enumerate(sections, start=1):
        numbers = running if numbering.style == "сквозная" else count(1)
        yield (
            _section_number(section, position, numbering),
            tuple(
                _activity_number(activity, position, next(numbers), numbering)
                for activity in section.activities
            ),
        )


def _section_number(section: Section, position: int, numbering: Numbering) -> str:
    if section.number is not None:
        return section.number
    if not numbering.sections or numbering.style in ("вручную", "нет"):
        return ""
    return f"{position}."


def _activity_number(activity: Activity, section: int, position: int, numbering: Numbering) -> str:
    if activity.number is not None:
        return activity.number
    if numbering.style in ("вручную", "нет"):
        return ""
    number = f"{section}.{position}" if numbering.style == "по разделам" else str(position)
    return f"{number}." if numbering.dot else number


def clause_number(path: tuple[int, ...], style: str) -> str:
    """Return the number of a clause from its place on every level.

    Args:
        path: Positions from 1, of the point, the sub-point, and so on.
        style: ``1.1.`` or ``1)``; in the second the third level has letters and
            what lies deeper has dashes.
    """
    if len(path) == 1 or style == "1.1.":
        return "".join(f"{position}." for position in path)
    if len(path) == 2:
        return f"{path[-1]})"
    return f"{_letter(path[-1])})" if len(path) == 3 else "–"


def clause_numbers(order: Order) -> dict[NodePath, str]:
    """Return the printed number of every point and sub-point of an act by its path.

    An author's own number is printed as written; the count goes on as if it had been
    computed.
    """
    return dict(_clause_numbers(order.clauses, ("clauses",), (), order.numbering))


def _clause_numbers(
    owners: Sequence[object], path: NodePath, above: tuple[int, ...], style: str
) -> Iterator[tuple[NodePath, str]]:
    for index, owner in enumerate(owners):
        place, child = (*above, index + 1), (*path, index)
        # The number of a repealed act is that of the act, not of the point.
        own = None if isinstance(owner, RepealedAct) else getattr(owner, "number", None)
        yield child, own or clause_number(place, style)
        key, points = _sub_points(owner)
        yield from _clause_numbers(points, (*child, key), place, style)


def _sub_points(owner: object) -> tuple[str, Sequence[object]]:
    """Return what is printed as points of its own below a point, and the key that holds it."""
    match owner:
        case ApproveClause(approve=listed) if len(listed) > 1:
            return "approve", listed
        case RepealClause(repeal=listed) if len(listed) > 1:
            return "repeal", listed
        case str():
            return "items", ()
        case _:
            items: Sequence[object] = getattr(owner, "items", ())
            return "items", items


def _letter(position: int) -> str:
    rounds, index = divmod(position - 1, len(_LETTERS))
    return _LETTERS[index] * (rounds + 1)


def appendix_number(position: int, total: int) -> str:
    """Return the number of an appendix; a single appendix has none.

    Source:
        ГОСТ Р 7.0.97, requisite «Отметка о приложении».
    """
    return "" if total == 1 else str(position)
