"""An act refers to what is older than itself.

An order of 27 January that cites an order of 29 January was dated backwards, or the
reference is wrong. A plan that an act approves is as old as that act; minutes are as old
as their meeting. All such references of a document are one finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.cited_acts import CitedAct, acts_cited
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ORD011", "later-act", Severity.WARNING, "A reference to an act that is younger than the act"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    days = _days(subject)
    found: dict[str, list[CitedAct]] = {}
    for act in acts_cited(subject):
        day = days.get(act.text.document)
        if day is not None and act.text.kind != "directory" and act.day > day:
            found.setdefault(act.text.document, []).append(act)
    for document, acts in found.items():
        first = acts[0]
        yield _CODE.at(
            first.span,
            Message(
                "The document of {day} refers to a later act: {act}; in the document: {times}",
                day=f"{days[document]:%d.%m.%Y}",
                act=first.words,
                times=len(acts),
            ),
            hint=Message("Correct the date of the reference, or that of the document"),
            documents=(document,),
            also=[act.span for act in acts[1:]],
        )


def _days(subject: Subject) -> dict[str, date]:
    """Return the day of every document that has one, of its own or of its act."""
    days: dict[str, date] = {}
    for order in subject.orders:
        if order.model.date is None:
            continue
        days[order.model.id] = order.model.date
        for plan in order.plans:
            days[plan] = min(order.model.date, days.get(plan, order.model.date))
    for minutes in subject.minutes:
        if minutes.model.date is not None:
            days[minutes.model.id] = minutes.model.date
    return days


RULE = Rule(_CODE, "orders", _check)
