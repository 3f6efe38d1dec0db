"""Marks of appendices and approval stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.outline import MARK, Item
from roadmapkit.inspection.subject import Fault, Subject

__all__ = ["check_appendices"]

_ACT = re.compile(
    r"\b(?:приказ|распоряжени|постановлени|решени|протокол|письм|программ|проект|план)\w*", re.I
)
_DATED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}[ \u00a0]?г|_{2,}|20_+", re.I)
_NUMBERED = re.compile(r"(?:№|\bN)\s*[\w_]", re.I)
_LINES = 6
_PERSONAL = re.compile(r"утверждаю", re.I)


def check_appendices(subject: Subject) -> Iterator[Fault]:
    """Yield departures of marks and stamps, sheet by sheet."""
    numbers: list[tuple[Item, str | None]] = []
    items = [item for item in subject.outline.items if item.role != "empty"]
    for index, item in enumerate(items):
        if item.role == "mark":
            match = MARK.match(item.text)
            text = _block(items, index)
            if _belongs_to_appendix(subject, text, first=not numbers):
                continue
            numbers.append((item, match[1] if match else None))
            yield from _mark(subject, item, text)
            yield from _corner(subject, item)
        elif item.role == "stamp":
            yield from _stamp(subject, item, _block(items, index))
            yield from _corner(subject, item)
    yield from _numbering(subject, numbers)


def _belongs_to_appendix(subject: Subject, text: str, *, first: bool) -> bool:
    """Return whether a bare «Приложение» is that of a report: no act that could be named."""
    bare = text.strip().lower() == "приложение"
    return bare and (subject.kind in {"report", "program"} or not first)


def _block(items: Sequence[Item], index: int) -> str:
    """Return the lines of a mark or stamp: what follows it on the same side of the page."""
    first = items[index]
    lines = [first.text]
    for item in items[index + 1 : index + _LINES]:
        same = item.role == "other" or (item.role == "layout" and item.table is first.table)
        if not same or item.on_right != first.on_right:
            break
        lines.append(item.text)
    return "\n".join(lines)


def _mark(subject: Subject, item: Item, text: str) -> Iterator[Fault]:
    clause = subject.expected.rule("mark")
    place = item.paragraph.place
    if not item.on_right:
        problem = Message("the mark of an appendix is not in the right corner")
        hint = Message("put it at the top right of the first sheet of the appendix")
        yield Fault(codes.MARK_PLACE, problem, place, clause, hint)
    beginning = MARK.match(text)
    body = text[beginning.end() :] if beginning is not None else text
    lacks = [
        name
        for pattern, name in (
            (_ACT, Message("the kind of act")),
            (_DATED, Message("the date")),
            (_NUMBERED, Message("the number")),
        )
        if not pattern.search(body)
    ]
    if lacks:
        problem = Message("the mark of an appendix lacks {what}", what=lacks)
        hint = Message("write «Приложение № 1 к приказу … от 05.06.2024 № 319»")
        yield Fault(codes.MARK_TEXT, problem, place, clause, hint)


def _stamp(subject: Subject, item: Item, text: str) -> Iterator[Fault]:
    clause = subject.expected.rule("stamp")
    place = item.paragraph.place
    if not item.on_right:
        problem = Message("the approval stamp is not in the right corner")
        hint = Message("put it at the top right of the first sheet")
        yield Fault(codes.STAMP_PLACE, problem, place, clause, hint)
    personal = _PERSONAL.match(text) is not None
    wanted = ((_DATED, Message("the date")),) + (
        () if personal else ((_ACT, Message("the act")), (_NUMBERED, Message("the number")))
    )
    lacks = [name for pattern, name in wanted if not pattern.search(text)]
    if lacks:
        problem = Message("the approval stamp lacks {what}", what=lacks)
        hint = Message("write «УТВЕРЖДЕН приказом … от 05.06.2024 № 319»")
        yield Fault(codes.STAMP_TEXT, problem, place, clause, hint)


_MM_PER_POINT = 0.17
"""Width of an average letter, in millimetres for each point of its size."""

_CORNER_TOLERANCE = 4.0


def _corner(subject: Subject, item: Item) -> Iterator[Fault]:
    """Yield a line that is longer than a requisite in the corner may have."""
    corner = subject.expected.page.corner_mm
    size = max((run.look.size_pt for run in item.paragraph.runs), default=14.0)
    longest = max(len(line) for line in item.text.split("\n")) * size * _MM_PER_POINT
    width = min(longest, item.width_mm)
    if not item.on_right or width <= corner + _CORNER_TOLERANCE:
        return
    problem = Message(
        "a line of a requisite in the corner takes about {have} mm, at most {want} mm are allowed",
        have=round(width),
        want=round(corner),
    )
    hint = Message("divide it, or indent the paragraph so that its lines are shorter")
    clause = subject.expected.clause("requisites", "corner")
    yield Fault(codes.CORNER, problem, item.paragraph.place, clause, hint)


def _numbering(subject: Subject, marks: Sequence[tuple[Item, str | None]]) -> Iterator[Fault]:
    clause = subject.expected.rule("mark")
    hint = Message("number the appendices 1, 2, 3; a single one has no number")
    if subject.kind not in {"order", "minutes"}:
        return  # one appendix of several, in a file of its own
    if len(marks) == 1 and marks[0][1] == "1":
        problem = Message("a single appendix has a number")
        yield Fault(codes.MARK_NUMBER, problem, marks[0][0].paragraph.place, clause, hint)
    if len(marks) > 1:
        for expected, (item, number) in enumerate(marks, start=1):
            if number != str(expected) and not (number or "").isalpha():
                problem = Message(
                    "the mark of appendix {expected} says {found!r}",
                    expected=expected,
                    found=item.text.split("\n")[0],
                )
                yield Fault(codes.MARK_NUMBER, problem, item.paragraph.place, clause, hint)
