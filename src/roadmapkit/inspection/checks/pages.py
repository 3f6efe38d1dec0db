"""Size, orientation and margins of the pages."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.rendering.reading import Place, Section, paragraphs_of

__all__ = ["check_pages"]

_A4 = (210.0, 297.0)
_SIZE_TOLERANCE = 1.5
_MARGIN_TOLERANCE = 0.3
_LONG = frozenset({"order", "minutes"})


def check_pages(subject: Subject) -> Iterator[Fault]:
    """Yield departures of the pages, section by section."""
    for section in subject.document.sections:
        first = next((item.place.paragraph for item in paragraphs_of(section.blocks)), 1)
        place = Place(section.number, first, variant="section")
        yield from _size(subject, section, place)
        yield from _margins(subject, section, place)


def _size(subject: Subject, section: Section, place: Place) -> Iterator[Fault]:
    page = section.page
    sides = sorted((page.width_mm, page.height_mm))
    if any(abs(side - wanted) > _SIZE_TOLERANCE for side, wanted in zip(sides, _A4, strict=True)):
        problem = Message(
            "the page is {width} × {height} mm instead of A4",
            width=round(page.width_mm),
            height=round(page.height_mm),
        )
        clause = subject.expected.rule("page_format")
        yield Fault(codes.PAGE_SIZE, problem, place, clause, Message("choose the paper size A4"))
    elif page.landscape != (page.width_mm > page.height_mm):
        problem = Message("the page is called landscape, and its size is portrait, or the reverse")
        clause = subject.expected.rule("page_format")
        hint = Message("choose the orientation anew in the page setup")
        yield Fault(codes.ORIENTATION, problem, place, clause, hint)


def _margins(subject: Subject, section: Section, place: Place) -> Iterator[Fault]:
    page, expected = section.page, subject.expected
    wide = page.width_mm > page.height_mm
    wanted = expected.page.landscape if wide else expected.page.portrait
    found = (page.left_mm, page.right_mm, page.top_mm, page.bottom_mm)
    names = ("left", "right", "top", "bottom")
    kind, house = ("landscape", "landscape_margins") if wide else ("portrait", "margins")
    for name, have, want in zip(names, found, wanted, strict=True):
        if have >= want - _MARGIN_TOLERANCE:
            continue
        problem = Message(
            "the {side} margin is {have} mm, at least {want} mm are wanted",
            side=_SIDES[name],
            have=_number(have),
            want=_number(want),
        )
        clause = expected.clause(kind, name, house)
        hint = Message("widen it in the page setup")
        yield Fault(codes.MARGIN, problem, place, clause, hint)
    long_left = expected.long_left
    if subject.kind not in _LONG or wide or long_left is None:
        return
    if wanted[0] - _MARGIN_TOLERANCE <= page.left_mm < long_left - _MARGIN_TOLERANCE:
        problem = Message(
            "the left margin is {have} mm; {want} mm are for documents kept over ten years",
            have=_number(page.left_mm),
            want=_number(long_left),
        )
        clause = expected.clause("storage", "long_left")
        hint = Message("widen it, if the document is kept that long")
        yield Fault(codes.LONG_STORAGE, problem, place, clause, hint)


_SIDES = {
    "left": Message("left"),
    "right": Message("right"),
    "top": Message("top"),
    "bottom": Message("bottom"),
}


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
