"""An act names its place as the other acts of its issuer do.

The place is a requisite of every act, and forms differ in whether it is typed or stands on
the letterhead; so the rule speaks only where others of the same issuer have it.

Source:
    ГОСТ Р 7.0.97, requisite «Место составления (издания) документа».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.model.order import Order

__all__ = ["RULE", "first_places"]

_CODE = Code("ORD014", "no-place", Severity.WARNING, "An act without its place")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    places = first_places(order.model for order in subject.orders)
    for order in subject.orders:
        model = order.model
        if model.place or model.issuer not in places:
            continue
        place = places[model.issuer].place or ""
        if any(place in line for line in model.letterhead):
            continue
        yield _CODE.at(
            order.origin.child("issuer").key_span,
            Message("The act has no place; other acts of the issuer have: {place}", place=place),
            hint=Message("Add place: {place}", place=place),
            norm="ГОСТ Р 7.0.97, реквизит «Место составления (издания) документа»",
            documents=(model.id,),
        )


def first_places(orders: Iterable[Order]) -> dict[str, Order]:
    """Return the first act with a place of each issuer; its place is what the others lack."""
    found: dict[str, Order] = {}
    for order in orders:
        if order.issuer and order.place:
            found.setdefault(order.issuer, order)
    return found


RULE = Rule(_CODE, "orders", _check)
