"""What is made by empty paragraphs, spaces and tabs instead of formatting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.inspection import codes
from roadmapkit.inspection.outline import Item, squeezed
from roadmapkit.inspection.subject import Fault, Subject

__all__ = ["check_blanks"]

_LOW_PT = 8.0
"""An empty paragraph no higher than this parts tables; it does not stand for a line."""

_LEADING = re.compile(r"^(?: {2,}|\u00a0{2,}|\t+ *)(?=\S)")
_INNER = re.compile(r"(?<=\S)(?: {3,}|\t *\t+[ \t]*| {2,}\t+[ \t]*)(?=\S)")
_TYPED = re.compile(
    r"^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}|[а-я]\)|[•·])(?: +|\t+)(?=\S)"
)
_SPACED = re.compile(
    r"(?<!\w)(?:[А-ЯЁа-яё][ \u00a0]){4,}[А-ЯЁа-яё](?!\w)",
)


def check_blanks(subject: Subject) -> Iterator[Fault]:
    """Yield places where blanks do the work of formatting."""
    items = subject.outline.items
    for index, item in enumerate(items):
        if item.role == "empty":
            yield from _empty(subject, items, index)
        else:
            yield from _aligned(subject, item)
            yield from _typed(subject, item)
            yield from _spaced(subject, item)


def _empty(subject: Subject, items: tuple[Item, ...], index: int) -> Iterator[Fault]:
    item = items[index]
    paragraph = item.paragraph
    layout = paragraph.layout
    height = layout.exact_pt if layout.exact_pt is not None else paragraph.mark_pt
    carries = paragraph.drawing or paragraph.breaks_page or paragraph.ends_section
    if item.table is not None or carries or height <= _LOW_PT or layout.frame is not None:
        return
    if paragraph.place.story != "body" or _needed(items, index):
        return
    problem = Message("an empty paragraph makes the spacing")
    clause = subject.expected.rule("layout")
    hint = Message("delete it and set the spacing before or after the paragraph")
    yield Fault(codes.EMPTY, problem, paragraph.place, clause, hint)


def _needed(items: tuple[Item, ...], index: int) -> bool:
    """Return whether Word needs an empty paragraph: between tables, or after one at the end."""
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    return (
        before is not None
        and before.table is not None
        and (after is None or after.table is not None)
    )


def _aligned(subject: Subject, item: Item) -> Iterator[Fault]:
    text = item.paragraph.text
    layout = item.paragraph.layout
    clause = subject.expected.rule("layout")
    for pattern, hint in (
        (_LEADING, Message("set an indent or the alignment instead")),
        (_INNER, Message("use a table without lines, or one tab with a tab stop")),
    ):
        if match := pattern.search(text):
            if "\t" in match[0] and match[0].count("\t") <= len(layout.tabs):
                continue
            problem = Message("spaces or tabs make the alignment")
            yield Fault(
                codes.TABS, problem, item.paragraph.place, clause, hint, match.start(), match.end()
            )
            return


def _typed(subject: Subject, item: Item) -> Iterator[Fault]:
    text = item.paragraph.text
    match = _TYPED.match(text.lstrip(" \t"))
    if item.role != "body" or match is None or item.paragraph.layout.list_kind:
        return
    problem = Message("the number or mark of a point is typed and may part from its text")
    clause = subject.expected.rule("numbering")
    hint = Message(
        "number the points by Word's numbering, or put a no-break space after the number"
    )
    yield Fault(
        codes.NUMBERING, problem, item.paragraph.place, clause, hint, 0, len(match[0].rstrip())
    )


def _spaced(subject: Subject, item: Item) -> Iterator[Fault]:
    for match in _SPACED.finditer(item.paragraph.text):
        word = squeezed(match[0])
        problem = Message("the word {word!r} is spaced out by spaces", word=word)
        clause = subject.expected.rule("letter_spacing")
        hint = Message("type the word without spaces and space it out by the font settings")
        yield Fault(
            codes.LETTERS, problem, item.paragraph.place, clause, hint, match.start(), match.end()
        )
