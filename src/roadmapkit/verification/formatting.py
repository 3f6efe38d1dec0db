"""How the look of a text differs, with what programs change on their own left aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from difflib import SequenceMatcher

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.contents import Block, Form, Look, Page, TableForm

__all__ = ["form_changes", "look_changes", "page_changes", "table_changes"]

_NEAR = 20
"""Lengths that differ by a point at most are equal: programs round."""

_SHARE = 15
"""The same for widths of columns, in thousandths of the table."""

_SWITCHES = {
    "bold": (Message("made bold"), Message("no longer bold")),
    "italic": (Message("made italic"), Message("no longer italic")),
    "underline": (Message("underlined"), Message("no longer underlined")),
    "strike": (Message("struck through"), Message("no longer struck through")),
    "hidden": (Message("hidden"), Message("no longer hidden")),
}
_ALIGNMENTS = {
    "left": Message("to the left"),
    "center": Message("to the centre"),
    "right": Message("to the right"),
    "both": Message("to both margins"),
}


def look_changes(before: Block, after: Block) -> Iterator[tuple[Message, str]]:
    """Yield each change of the look of letters, and the letters; those of equal text only."""
    old, new = _letters(before), _letters(after)
    found: dict[tuple[Look, Look], list[int]] = {}
    for start, end, shift in _equal_stretches(before.text, after.text):
        for index in range(start, end):
            pair = old[index], new[index + shift]
            if pair[0] != pair[1] and not before.text[index].isspace():
                found.setdefault(pair, []).append(index)
    for (was, now), places in found.items():
        text = before.text[places[0] : places[-1] + 1]
        for message in _look_messages(was, now):
            yield message, text


def _equal_stretches(before: str, after: str) -> Iterator[tuple[int, int, int]]:
    if before == after:
        yield 0, len(before), 0
        return
    old, new = before.split(" "), after.split(" ")
    starts = [_starts(old), _starts(new)]
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if match.size:
            start, other = starts[0][match.a], starts[1][match.b]
            last = match.a + match.size - 1
            yield start, starts[0][last] + len(old[last]), other - start


def _starts(words: Sequence[str]) -> list[int]:
    found, place = [], 0
    for word in words:
        found.append(place)
        place += len(word) + 1
    return found


def _letters(block: Block) -> list[Look]:
    """Return the look of every letter of a paragraph."""
    ends = [*(start for start, _ in block.looks[1:]), len(block.text)]
    found: list[Look] = []
    for (start, look), end in zip(block.looks, ends, strict=False):
        found.extend([look] * (end - start))
    return found


def _look_messages(was: Look, now: Look) -> Iterator[Message]:
    for entry in fields(Look):
        old, new = getattr(was, entry.name), getattr(now, entry.name)
        if old == new:
            continue
        if entry.name in _SWITCHES:
            yield _SWITCHES[entry.name][0 if new else 1]
        elif entry.name == "font":
            yield Message("font {before} → {after}", before=old or "–", after=new or "–")
        elif entry.name == "size":
            yield Message("size {before} → {after} pt", before=f"{old / 2:g}", after=f"{new / 2:g}")
        elif entry.name in {"color", "highlight"}:
            yield Message("colour {before} → {after}", before=old or "–", after=new or "–")
        else:
            yield Message("raised or lowered")


def form_changes(before: Form, after: Form) -> Iterator[Message]:
    """Yield each change of how a paragraph stands."""
    if before.align != after.align:
        known = (_ALIGNMENTS.get(align, align) for align in (before.align, after.align))
        old, new = known
        yield Message("aligned {before} → {after}", before=old, after=new)
    for name, message in (
        ("left", Message("left indent {before} → {after} mm")),
        ("right", Message("right indent {before} → {after} mm")),
        ("first", Message("first line {before} → {after} mm")),
        ("before", Message("space above {before} → {after} mm")),
        ("after", Message("space below {before} → {after} mm")),
    ):
        old_length, new_length = getattr(before, name), getattr(after, name)
        if abs(old_length - new_length) > _NEAR:
            yield message.filled(before=_mm(old_length), after=_mm(new_length))
    if abs(before.line - after.line) > 2:
        old_line, new_line = f"{before.line / 240:.2g}", f"{after.line / 240:.2g}"
        yield Message("line spacing {before} → {after}", before=old_line, after=new_line)
    if before.numbering != after.numbering:
        yield Message("numbers or marks of a list")
    if before.new_page != after.new_page:
        yield Message("page break")


def table_changes(before: TableForm, after: TableForm) -> Iterator[Message]:
    """Yield each change of how a table stands."""
    if len(before.columns) == len(after.columns):
        pairs = zip(before.columns, after.columns, strict=True)
        if any(abs(old - new) > _SHARE for old, new in pairs):
            yield Message("widths of columns")
    elif max(before.sizes, default=0) != max(after.sizes, default=0):
        old, new = max(before.sizes, default=0), max(after.sizes, default=0)
        yield Message("columns {before} → {after}", before=old, after=new)
    if before.bordered != after.bordered:
        yield Message("lines of the table")
    if before.headings != after.headings:
        yield Message("heading repeated on every page")
    if before.shaded != after.shaded:
        yield Message("background of cells")


def page_changes(before: Sequence[Page], after: Sequence[Page]) -> Iterator[Message]:
    """Yield each change of size and margins of pages."""
    if len(before) != len(after):
        yield Message("sections {before} → {after}", before=len(before), after=len(after))
        return
    for number, (old, new) in enumerate(zip(before, after, strict=True), start=1):
        for name, message in (
            ("width", Message("section {number}: width of the page {before} → {after} mm")),
            ("height", Message("section {number}: height of the page {before} → {after} mm")),
            ("left", Message("section {number}: left margin {before} → {after} mm")),
            ("right", Message("section {number}: right margin {before} → {after} mm")),
            ("top", Message("section {number}: top margin {before} → {after} mm")),
            ("bottom", Message("section {number}: bottom margin {before} → {after} mm")),
        ):
            was, now = getattr(old, name), getattr(new, name)
            if abs(was - now) > _NEAR:
                yield message.filled(number=number, before=_mm(was), after=_mm(now))


def _mm(length: int) -> str:
    return f"{length / 56.7:.1f}".removesuffix(".0")
