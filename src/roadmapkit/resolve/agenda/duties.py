"""What has to be done: activities of a plan and points of an act, before they meet a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.lazily import dataclass
from roadmapkit.model.order import (
    AppointClause,
    AssignClause,
    Assignee,
    Clause,
    Item,
    PublishClause,
)
from roadmapkit.resolve.agenda.keys import activity_keys, point_key
from roadmapkit.resolve.numbering import clause_numbers
from roadmapkit.resolve.parties.reading import PartyRef, resolve_parties
from roadmapkit.resolve.resolved import (
    ResolvedDue,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedRoadmap,
)
from roadmapkit.source import Origin

__all__ = ["Dutiful", "Duty", "duties_of"]

Dutiful = ResolvedRoadmap | ResolvedOrder | ResolvedMinutes
"""A document that asks for something."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that a document asks for.

    Attributes:
        key: What names it within its document for ever.
        activity: Id of the activity, None where there is none.
        due: Its deadline, None where the column is empty.
        responsible: Those responsible, line by line as printed.
        answerable: Whom that means.
    """

    key: str
    activity: str | None
    number: str
    section: str
    title: str
    points: tuple[str, ...]
    due: ResolvedDue | None
    responsible: tuple[str, ...]
    answerable: tuple[PartyRef, ...]
    result: tuple[str, ...]
    origin: Origin


def duties_of(document: Dutiful) -> Iterator[Duty]:
    """Yield every activity of a plan, or every point or decision that has a term."""
    if isinstance(document, ResolvedOrder):
        yield from _points(document)
    elif isinstance(document, ResolvedMinutes):
        yield from _decisions(document)
    else:
        yield from _activities(document)


def _activities(roadmap: ResolvedRoadmap) -> Iterator[Duty]:
    placed = [(item, section) for section in roadmap.sections for item in section.activities]
    keys = activity_keys(item.activity for item, _ in placed)
    for (item, section), key in zip(placed, keys, strict=True):
        activity, cell = item.activity, item.responsible
        yield Duty(
            key=key,
            activity=activity.id,
            number=item.number,
            section=_one_line(section.section.title) if section.section else "",
            title=_one_line(activity.title),
            points=tuple(map(_one_line, activity.items)),
            due=item.due,
            responsible=cell.lines if cell else (),
            answerable=cell.parties if cell else (),
            result=tuple(map(_one_line, activity.result)),
            origin=item.origin,
        )


def _points(order: ResolvedOrder) -> Iterator[Duty]:
    """Yield the points that have a term, with the words of the points they stand under."""
    numbers = clause_numbers(order.model)
    for path, due in order.dues.items():
        place = path[:-1]
        clause = order.model.clauses[int(place[1])]
        names = _addressees(clause)
        lines = tuple(order.directory.printed_name(name) for name in names)
        reading = resolve_parties(";\n".join(names), order.directory, on=order.as_of)
        yield Duty(
            key=point_key(place),
            activity=None,
            number=numbers[place],
            section="",
            title=_one_line(": ".join(text.rstrip(" :;.") for text in _words(clause, place))),
            points=(),
            due=due,
            responsible=lines,
            answerable=reading.parties,
            result=(),
            origin=order.origin.child(*place),
        )


def _decisions(minutes: ResolvedMinutes) -> Iterator[Duty]:
    """Yield the decisions that have a term, with their questions for sections."""
    for path, due in minutes.dues.items():
        place = path[:-1]
        question, position = int(place[1]), int(place[3])
        item = minutes.model.agenda[question]
        decision = item.decided[position]
        if isinstance(decision, str):
            continue
        effect = minutes.effects.get(place)
        title = decision.text or (effect.activity_title or effect.title if effect else "")
        lines = tuple(minutes.directory.printed_name(name) for name in decision.responsible)
        names = ";\n".join(decision.responsible)
        reading = resolve_parties(names, minutes.directory, on=minutes.as_of)
        yield Duty(
            key=point_key(place),
            activity=None,
            number=decision.number or f"{question + 1}.{position + 1}.",
            section=_one_line(item.question),
            title=_one_line(title).rstrip(" .;"),
            points=(),
            due=due,
            responsible=lines,
            answerable=reading.parties,
            result=(),
            origin=minutes.origin.child(*place),
        )


def _words(clause: Clause, place: Sequence[str | int]) -> Iterator[str]:
    """Yield the texts that lead to a point: of the clause, of each sub-point on the way."""
    match clause:
        case AppointClause():
            yield f"Назначение: {clause.role}"
        case PublishClause():
            yield f"Разместить {clause.publish}"
        case _:
            owner: object = clause
            text = getattr(owner, "text", None)
            for index in place[3::2]:
                if text:
                    yield text
                owner = getattr(owner, "items", ())[int(index)]
                text = owner if isinstance(owner, str) else getattr(owner, "text", None)
            yield text or "; ".join(_texts(getattr(owner, "items", ())))


def _texts(items: Sequence[str | Item]) -> Iterator[str]:
    for item in items:
        yield (item if isinstance(item, str) else item.text).rstrip(" ;.")


def _addressees(clause: Clause) -> tuple[str, ...]:
    match clause:
        case AssignClause():
            return tuple(one.to if isinstance(one, Assignee) else one for one in clause.assign)
        case AppointClause():
            return (clause.appoint,)
        case PublishClause(responsible=str(name)):
            return (name,)
        case _:
            return ()


def _one_line(text: str) -> str:
    return " ".join(text.split())
