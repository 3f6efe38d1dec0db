"""Alignment, indent and spacing of running text."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.outline import Item
from roadmapkit.inspection.subject import Fault, Subject

__all__ = ["check_paragraphs"]

_ONE_LINE = 75
"""Characters that surely fill more than a line: shorter text looks alike both ways."""

_SPACING_TOLERANCE = 0.03
_NATURAL = 1.15
"""Height of a line of Times New Roman in font sizes."""

_DEEPEST_POINT = 30.0


def check_paragraphs(subject: Subject) -> Iterator[Fault]:
    """Yield departures of the running text, paragraph by paragraph."""
    for item in subject.outline.items:
        if item.role == "body":
            yield from _alignment(subject, item)
            yield from _first_line(subject, item)
            yield from _line(subject, item)
            yield from _gap(subject, item)
        elif item.role in {"mark", "stamp", "title"}:
            yield from _requisite_line(subject, item)


def _alignment(subject: Subject, item: Item) -> Iterator[Fault]:
    alignment = item.paragraph.layout.alignment
    if alignment == "both" or (alignment == "left" and len(item.text) < _ONE_LINE):
        return
    if _set_off(item):
        return
    problem = Message("the text is aligned {how}, it should be justified", how=_HOW[alignment])
    clause = subject.expected.rule("alignment")
    hint = Message("set the alignment in the style of the text")
    yield Fault(codes.ALIGNMENT, problem, item.paragraph.place, clause, hint)


_HOW = {
    "left": Message("to the left"),
    "center": Message("to the centre"),
    "right": Message("to the right"),
}


def _first_line(subject: Subject, item: Item) -> Iterator[Fault]:
    layout = item.paragraph.layout
    wanted = subject.expected.page.first_line_mm
    (tolerance,) = subject.expected.numbers("first_line_tolerance")
    if _set_off(item) or layout.alignment == "center":
        return
    begins = layout.left_mm + layout.first_line_mm
    if layout.list_kind and -tolerance <= begins <= _DEEPEST_POINT:
        return
    if abs(layout.first_line_mm - wanted) <= tolerance and layout.left_mm < tolerance:
        return
    problem = Message(
        "the first line begins {have} mm from the margin instead of {want} mm",
        have=_number(begins),
        want=_number(wanted),
    )
    clause = subject.expected.clause("text", "first_line")
    hint = Message("set the indent of the first line in the style, without tabs and spaces")
    yield Fault(codes.FIRST_LINE, problem, item.paragraph.place, clause, hint)


def _set_off(item: Item) -> bool:
    """Return whether a paragraph is set off as a whole: a quotation, code, a list within one."""
    layout = item.paragraph.layout
    monospaced = all("courier" in run.look.font.lower() for run in item.paragraph.runs)
    return monospaced or (layout.left_mm > 5 and (layout.right_mm > 5 or layout.first_line_mm <= 0))


def _line(subject: Subject, item: Item) -> Iterator[Fault]:
    layout = item.paragraph.layout
    least, most = subject.expected.numbers("line_spacings")
    if "line_spacing" in subject.expected.house:
        least = most = subject.expected.page.line_spacing
    size = max((run.look.size_pt for run in item.paragraph.runs), default=14.0)
    line = layout.line if layout.line is not None else (layout.exact_pt or 0.0) / (size * _NATURAL)
    slack = _SPACING_TOLERANCE if layout.line is not None else 0.15
    if least - slack <= line <= most + slack:
        return
    wanted = _number(least) if least == most else f"{_number(least)}–{_number(most)}"
    problem = Message(
        "the line spacing is {have} instead of {wanted}", have=_number(line), wanted=wanted
    )
    clause = (
        subject.expected.clause("text", "line_spacing", "line_spacing")
        if least == most
        else subject.expected.rule("line_spacings")
    )
    hint = Message("set the line spacing in the style of the text")
    yield Fault(codes.LINE, problem, item.paragraph.place, clause, hint)


def _gap(subject: Subject, item: Item) -> Iterator[Fault]:
    layout = item.paragraph.layout
    (most,) = subject.expected.numbers("paragraph_gap")
    gap = max(layout.before_pt, layout.after_pt)
    if gap <= most + 0.5 or _set_off(item):
        return
    problem = Message(
        "{have} pt stand between paragraphs of the text, at most {want} pt are usual",
        have=_number(gap),
        want=_number(most),
    )
    clause = subject.expected.rule("paragraph_gap")
    hint = Message("set the spacing before and after to 0 in the style of the text")
    yield Fault(codes.GAP, problem, item.paragraph.place, clause, hint)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _requisite_line(subject: Subject, item: Item) -> Iterator[Fault]:
    (most,) = subject.expected.numbers("requisite_line")
    line = item.paragraph.layout.line
    several = "\n" in item.text or len(item.text) > _ONE_LINE
    if line is None or line <= most or not several:
        return
    problem = Message(
        "the line spacing of a requisite is {have}, it should be single", have=_number(line)
    )
    clause = subject.expected.rule("requisite_line")
    hint = Message("set single spacing for the requisites")
    yield Fault(codes.LINE, problem, item.paragraph.place, clause, hint)
