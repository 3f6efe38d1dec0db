"""An act names its place as the other acts of its issuer do.

The place is a requisite of every act, and forms differ in whether it is typed or stands on
the letterhead; so the rule speaks only where others of the same issuer have it.

Source:
    ГОСТ Р 7.0.97, requisite «Место составления (издания) документа».
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("ORD014", "no-place", Severity.WARNING, "An act without its place")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    places: dict[str, str] = {}
    for order in subject.orders:
        if order.model.issuer and order.model.place:
            places.setdefault(order.model.issuer, order.model.place)
    for order in subject.orders:
        model = order.model
        if model.place or model.issuer not in places:
            continue
        place = places[model.issuer]
        if any(place in line for line in model.letterhead):
            continue
        yield _CODE.at(
            order.origin.child("issuer").key_span,
            Message("The act has no place; other acts of the issuer have: {place}", place=place),
            hint=Message("Add place: {place}", place=place),
            norm="ГОСТ Р 7.0.97, реквизит «Место составления (издания) документа»",
            documents=(model.id,),
        )


RULE = Rule(_CODE, "orders", _check)
