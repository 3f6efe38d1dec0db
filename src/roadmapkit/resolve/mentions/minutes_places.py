"""Where minutes name parties: heading, who was there, who spoke, decisions, signatures."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.model.minutes import Absentee, AgendaItem, Attendance, Decision
from roadmapkit.resolve.mentions.places import (
    Place,
    appendix_places,
    official_places,
    one_line,
)
from roadmapkit.resolve.resolved import ResolvedMinutes
from roadmapkit.source import Origin

__all__ = ["minutes_places"]


def minutes_places(minutes: ResolvedMinutes) -> Iterator[Place]:
    """Yield the places of minutes; a plan or a report in them is a document of its own."""
    model, origin = minutes.model, minutes.origin
    for key in ("issuer", "body"):
        written = getattr(model, key)
        if written:
            yield Place("heading", "", one_line(written), origin.child(key), written, "field")
    yield Place("heading", "", one_line(model.title), origin.child("title"), model.title)
    for line in model.letterhead:
        yield Place("heading", "", one_line(line), origin.child("letterhead"), line)
    for key, written, printed in (
        ("chair", model.chair, minutes.chair),
        ("secretary", model.secretary, minutes.secretary),
    ):
        yield from official_places("signatory", written, origin.child(key), printed)
    yield from _attending(minutes)
    for index, item in enumerate(model.agenda):
        yield from _item(minutes, item, index)
    yield from appendix_places(minutes.appendices)


def _attending(minutes: ResolvedMinutes) -> Iterator[Place]:
    model, origin = minutes.model, minutes.origin
    for key in ("present", "invited"):
        for index, entry in enumerate(getattr(model, key)):
            place = origin.child(key, index)
            if isinstance(entry, Attendance):
                for position, who in enumerate(entry.people):
                    yield _person(who, place.child("people", position))
            else:
                yield _person(entry, place)
    for index, absentee in enumerate(model.absent):
        place = origin.child("absent", index)
        if isinstance(absentee, Absentee):
            yield _person(absentee.who, place.child("who"))
        else:
            yield _person(absentee, place)


def _person(who: str, origin: Origin) -> Place:
    return Place("role", "", one_line(who), origin, who, "field", official=True)


def _item(minutes: ResolvedMinutes, item: AgendaItem, index: int) -> Iterator[Place]:
    origin = minutes.origin.child("agenda", index)
    number = f"{index + 1}."
    question = one_line(item.question)
    yield Place("clause", number, question, origin.child("question"), item.question)
    for position, who in enumerate(item.reporter):
        place = origin.child("reporter", position)
        yield Place("clause", number, question, place, who, "field", official=True)
    if item.heard:
        yield Place("clause", number, one_line(item.heard), origin.child("heard"), item.heard)
    for position, speech in enumerate(item.spoke):
        place, text = origin.child("spoke", position), one_line(speech.text)
        yield Place("clause", number, text, place.child("who"), speech.who, "field", official=True)
        yield Place("clause", number, text, place.child("text"), speech.text)
    for position, decision in enumerate(item.decided):
        yield from _decision(minutes, decision, (index, position))


def _decision(
    minutes: ResolvedMinutes, decision: Decision, where: tuple[int, int]
) -> Iterator[Place]:
    path = ("agenda", where[0], "decided", where[1])
    point = minutes.origin.child(*path)
    number = f"{where[0] + 1}.{where[1] + 1}."
    if isinstance(decision, str):
        yield Place("clause", number, one_line(decision), point, decision, point=point)
        return
    due = minutes.dues.get((*path, "due"))
    terms = (due,) if due is not None else ()
    effect = minutes.effects.get(path)
    text = one_line(decision.text or (effect.activity_title or effect.title if effect else ""))
    for index, who in enumerate(decision.responsible):
        place = point.child("responsible", index)
        yield Place(
            "clause", number, text, place, who, "field", point=point, terms=terms, open=not terms
        )
    if decision.text:
        place = point.child("text")
        yield Place(
            "clause", number, text, place, decision.text, point=point, terms=terms, open=not terms
        )
