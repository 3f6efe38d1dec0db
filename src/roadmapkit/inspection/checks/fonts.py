"""Typeface and size of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.outline import Item
from roadmapkit.inspection.subject import Fault, Subject
from roadmapkit.rendering.reading import Run

__all__ = ["check_fonts"]

_TIMES = "times new roman"
_TWINS = frozenset(
    {_TIMES, "times", "liberation serif", "tinos", "pt astra serif", "nimbus roman", "xo thames"}
)
"""Typefaces of the same widths as Times New Roman, most of them free."""

_MONOSPACED = re.compile(r"courier|consolas|mono\b|menlo|typewriter", re.I)
_SYMBOLS = re.compile(r"symbol|wingdings|webdings", re.I)
_LETTER = re.compile(r"\w")
_PHONE = re.compile(r"\d[\d\s()–-]{4,}\d")
_TOLERANCE = 0.1


def check_fonts(subject: Subject) -> Iterator[Fault]:
    """Yield stretches of text in another typeface or size."""
    for item in subject.outline.items:
        if item.role == "empty":
            continue
        start = 0
        for run in item.paragraph.runs:
            end = start + len(run.text)
            if _LETTER.search(run.text):
                yield from _typeface(subject, item, run, start, end)
                yield from _size(subject, item, run, start, end)
            start = end


def _typeface(subject: Subject, item: Item, run: Run, start: int, end: int) -> Iterator[Fault]:
    font, wanted = run.look.font, subject.expected.page.font
    name = font.lower().partition(";")[0].strip()
    same = name == wanted.lower() or (wanted.lower() == _TIMES and name in _TWINS)
    if same or _MONOSPACED.search(font) or _SYMBOLS.search(font):
        return
    problem = Message("the typeface is {font} instead of {wanted}", font=font, wanted=wanted)
    clause = subject.expected.clause("text", "font", "font")
    hint = Message("choose the typeface in the style, so that all of the text has it")
    yield Fault(codes.FONT, problem, item.paragraph.place, clause, hint, start, end)


def _size(subject: Subject, item: Item, run: Run, start: int, end: int) -> Iterator[Fault]:
    expected = subject.expected
    size = run.look.size_pt
    house = expected.page.font_pt if "font_size" in expected.house else None
    usual = (house,) if house is not None else expected.numbers("sizes")
    if item.role == "cell":
        least, most = expected.numbers("table_sizes")
        least = min(least, expected.page.table_font_pt)
        most = max(most, expected.page.table_font_pt)
        if not least - _TOLERANCE <= size <= most + _TOLERANCE:
            clause = expected.clause("text", "table_size", "table_font_size")
            problem = Message(
                "the text of a table is {size} pt, {least} to {most} pt are wanted",
                size=_number(size),
                least=_number(least),
                most=_number(most),
            )
            hint = Message("set the size in the style of the text of tables")
            yield Fault(codes.TABLE_SIZE, problem, item.paragraph.place, clause, hint, start, end)
        return
    if any(abs(size - one) <= _TOLERANCE for one in usual):
        return
    if item.role != "body" and _may_differ(subject, item, size, max(usual)):
        return
    problem = Message(
        "the text is {size} pt instead of {wanted}",
        size=_number(size),
        wanted="/".join(map(_number, usual)),
    )
    clause = expected.clause("text", "size", "font_size")
    hint = Message("set the size in the style, so that all of the text has it")
    yield Fault(codes.TEXT_SIZE, problem, item.paragraph.place, clause, hint, start, end)


def _may_differ(subject: Subject, item: Item, size: float, usual: float) -> bool:
    """Return whether a heading may be larger, or a remark smaller, than the text."""
    (largest,) = subject.expected.numbers("heading_size")
    (smallest,) = subject.expected.numbers("small_size")
    if size > usual:
        return size <= largest + _TOLERANCE
    text = item.text
    remark = text.startswith(("(", "*")) or _PHONE.search(text) is not None
    framed = item.paragraph.layout.frame is not None or item.paragraph.place.story == "box"
    return size >= smallest - _TOLERANCE and (remark or framed)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
