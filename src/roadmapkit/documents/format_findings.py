"""What the standard says to the format that a house and its documents ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents.format_codes import (
    BEYOND_STANDARD,
    NO_QR_HERE,
    QR_TOO_LONG,
    SIGNATURE_TERM,
)
from roadmapkit.documents.profile import (
    CUSTOM,
    HOUSE_KEYS,
    ProfileValue,
    house_overrides,
    profile_limits,
    profile_value,
    set_value,
)
from roadmapkit.documents.qr_code import MAX_QR_BYTES
from roadmapkit.load import LoadedDocument
from roadmapkit.model.kinds import Minutes, Order
from roadmapkit.model.letterhead import ElectronicSignature, MinutesSignatures
from roadmapkit.model.settings import Settings
from roadmapkit.source import Origin

__all__ = ["check_format"]


def check_format(settings: Settings, documents: Iterable[LoadedDocument]) -> Iterator[Diagnostic]:
    """Yield what a house's format, QR codes and electronic signatures have against them.

    Args:
        settings: Settings in force.
        documents: Documents of the workspace, the settings too.
    """
    for item in documents:
        if item.model is settings:
            yield from _beyond(settings, item.origin)
        elif isinstance(item.model, Order | Minutes):
            yield from _qr(item.model, item.origin, house_overrides(settings).base)
            for path, signature in _stamps(item.model):
                yield from _term(item.model, item.origin.child(*path), signature)


def _beyond(settings: Settings, origin: Origin) -> Iterator[Diagnostic]:
    house = house_overrides(settings)
    for section, key in HOUSE_KEYS:
        value = set_value(house, section, key)
        limits = profile_limits(house.base, section, key)
        allowed = _allowed(value.value, limits) if value.house else None
        if allowed is not None:
            yield BEYOND_STANDARD.at(
                origin.child("profile", *value.house).span,
                Message(
                    "{value} departs from the format profile {profile}: {allowed}",
                    value=_shown(value.value),
                    profile=house.base,
                    allowed=allowed,
                ),
                hint=_back(value),
            )


def _back(value: ProfileValue) -> Message:
    standard = _shown(value.standard)
    if value.clause == CUSTOM:
        return Message("Take {standard}, or delete the line", standard=standard)
    return Message(
        "Take {standard}, or delete the line ({clause})", standard=standard, clause=value.clause
    )


def _allowed(value: Any, limits: dict[str, Any]) -> Message | None:
    """Return what the standard allows where *value* is not among it."""
    if "least" in limits and value < limits["least"]:
        return Message("not less than {least}", least=_shown(limits["least"]))
    if "most" in limits and value > limits["most"]:
        return Message("not more than {most}", most=_shown(limits["most"]))
    if "one_of" in limits and value not in limits["one_of"]:
        return Message("only {values}", values=[_shown(one) for one in limits["one_of"]])
    return None


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _qr(model: Order | Minutes, origin: Origin, base: str) -> Iterator[Diagnostic]:
    if model.qr is None:
        return
    place = origin.child("qr").span
    size = len(model.qr.encode())
    if not profile_value(base, "qr", "allowed"):
        yield NO_QR_HERE.at(
            place,
            Message("The format profile {profile} has no QR code; it is not printed", profile=base),
            hint=Message("Take the profile gost-2025, or delete the line"),
            documents=(model.id,),
        )
    elif size > MAX_QR_BYTES:
        yield QR_TOO_LONG.at(
            place,
            Message(
                "The text of the QR code takes {size} bytes, at most {most} can be read",
                size=size,
                most=MAX_QR_BYTES,
            ),
            hint=Message("Put a short address there; a Cyrillic letter takes two bytes"),
            documents=(model.id,),
        )


def _stamps(model: Order | Minutes) -> Iterator[tuple[tuple[str, ...], ElectronicSignature]]:
    match model.signature:
        case ElectronicSignature() as signature:
            yield ("signature",), signature
        case MinutesSignatures() as both:
            yield ("signature", "chair"), both.chair
            yield ("signature", "secretary"), both.secretary


def _term(
    model: Order | Minutes, origin: Origin, signature: ElectronicSignature
) -> Iterator[Diagnostic]:
    since, until = signature.since, signature.until
    day = model.date if isinstance(model, Order) and model.state == "registered" else None
    if since and until and until < since:
        message = Message(
            "The certificate is valid to {until}, but only from {since}",
            until=_day(until),
            since=_day(since),
        )
        path = "to"
    elif day and until and day > until:
        message = Message(
            "The certificate was valid to {until}, the act is of {day}",
            until=_day(until),
            day=_day(day),
        )
        path = "to"
    elif day and since and day < since:
        message = Message(
            "The certificate is valid from {since}, the act is of {day}",
            since=_day(since),
            day=_day(day),
        )
        path = "from"
    else:
        return
    yield SIGNATURE_TERM.at(
        origin.child(path).span,
        message,
        hint=Message("Compare both days with the certificate"),
        documents=(model.id,),
    )


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
