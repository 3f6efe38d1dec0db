"""A number is printed once: by the library or by hand.

A title «1. Анализ результатов» of a section that the library numbers prints
«1. 1. Анализ результатов». The same goes for activities and for points of acts. The fix takes
the typed number out; it is safe where both are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Edit, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.act_points import points_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.source import Origin
from roadmapkit.source.within import edit_within, span_within

__all__ = ["RULE"]

_CODE = Code(
    "NUM006",
    "number-twice",
    Severity.WARNING,
    "A typed number beside the one that is computed",
    fixable="safe",
)
_TYPED = regex(r"\s*(\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\D)")
_NEXT = regex(r"(?<!\w)2[.)]\s")
"""The number of a list's second point: the first one belongs to the list."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for document, printed, text, place, key in _numbered(subject):
        match = _TYPED.match(text) if printed else None
        if match is None or _NEXT.search(text, match.end()):
            continue
        origin = place.child(key) if key else place
        yield _CODE.at(
            span_within(origin, match.start(1), match.end(1)),
            Message(
                "The text begins with {typed!r} and gets the number {printed!r} as well",
                typed=match[1],
                printed=printed,
            ),
            hint=Message("Delete the number from the text, or turn the computed ones off"),
            documents=(document,),
            fix=_without(origin, text, match, safe=match[1].rstrip(".)") == printed.rstrip(".)")),
        )


def _without(origin: Origin, text: str, match: re.Match[str], *, safe: bool) -> tuple[Edit, ...]:
    """Return the edit that takes the number out, where what is left begins with a word."""
    rest = text[match.end() : match.end() + 1]
    if not rest.isalpha() and rest != "«":
        return ()
    return edit_within(origin, 0, match.end(), "", safe=safe)


def _numbered(subject: Subject) -> Iterator[tuple[str, str, str, Origin, str]]:
    """Yield document, printed number, text and place of what is numbered, with the key there."""
    for roadmap in subject.roadmaps:
        for section in roadmap.sections:
            if section.section is not None:
                title = section.section.title
                yield roadmap.model.id, section.number, title, section.origin, "title"
            for row in section.activities:
                yield roadmap.model.id, row.number, row.activity.title, row.origin, "title"
    for order in subject.orders:
        for point in points_of(order):
            if point.origin is not None:
                yield order.model.id, point.number, point.text, point.origin, ""


RULE = Rule(_CODE, "numbering", _check)
