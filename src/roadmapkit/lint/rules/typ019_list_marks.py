"""The items of a list begin with one mark, and each of them has it.

A list that begins with hyphens and goes on with dashes was pasted together, and a line without
a mark between marked ones looks like the end of the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.lint.written_lists import lists_of, paragraphs_of

__all__ = ["RULE"]

_CODE = Code(
    "TYP019", "list-marks", Severity.INFO, "A list with marks of several kinds, or without"
)
_MARKS = frozenset("-–—•*")
_OTHER = Message("The list began with another mark: {near!r}; in the document: {times}")
_NONE = Message("An item of a list has no mark: {near!r}; in the document: {times}")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    other: dict[str, list[Place]] = {}
    none: dict[str, list[Place]] = {}
    for written in subject.once(lists_of):
        first = written.items[0].mark
        odd = next((item for item in written.items if item.mark != first), None)
        if odd is not None and first in _MARKS and odd.mark in _MARKS:
            other.setdefault(odd.text.home, []).append(Place(odd.text, odd.start, odd.start + 1))
    for text in subject.holding("\n"):
        for place in _unmarked(text):
            none.setdefault(text.home, []).append(place)
    hint = Message("Begin every item with the same mark")
    for message, found in ((_OTHER, other), (_NONE, none)):
        for places in found.values():
            yield told_once(_CODE, message, places, hint)


def _unmarked(text: PrintedText) -> Iterator[Place]:
    """Yield the lines in small letters that stand between items with «;» and end so too."""
    within = False
    for paragraph in paragraphs_of(text):
        item = paragraph.item
        goes_on = item.words.endswith(";")
        if within and not paragraph.listed and goes_on and item.words[0].islower():
            yield Place(text, item.start, item.start + 1)
        within = goes_on and (paragraph.listed or (within and item.words[0].islower()))


RULE = Rule(_CODE, "text", _check)
