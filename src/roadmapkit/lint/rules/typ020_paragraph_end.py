"""A sentence ends with a mark, and what ends with «;» or a comma is followed by something.

A paragraph without a full stop among others that have one may have lost its end, and so may a
goal or a cell that ends with a comma or a semicolon.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.text_words import BORDER
from roadmapkit.lint.texts import LINES, PrintedText
from roadmapkit.lint.written_lists import ending_of, paragraphs_of

__all__ = ["RULE"]

_CODE = Code(
    "TYP020",
    "open-end",
    Severity.INFO,
    "A paragraph or a cell that ends with no mark or a wrong one",
)
_SENTENCE = 80
"""Letters of a paragraph that is too long for a heading."""

_OTHERS = 2
_CONTINUED = LINES | {"preamble", "short", "heading", "lead", "wording", "caption"}
_OPEN_ENDS = (rf";\s*{BORDER}", rf",\s*{BORDER}")
_NO_MARK = Message("A paragraph ends without a full stop: {near!r}; in the text: {times}")
_GOES_ON = Message("The text ends with a mark that goes on: {near!r}; in the document: {times}")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    texts = [text for text in subject.holding("\n") if text.role not in _CONTINUED]
    open_: dict[str, list[Place]] = {}
    for text in subject.showing(*_OPEN_ENDS):
        alone = text.role not in _CONTINUED and "\n" not in text.text.strip() and _is_alone(text)
        if alone and ending_of(text.text) in {";", ","}:
            end = len(text.text.rstrip())
            open_.setdefault(text.home, []).append(Place(text, end - 1, end))
    hint = Message("Write what is missing, or a full stop")
    for places in filter(None, map(_bare, texts)):
        yield told_once(_CODE, _NO_MARK, places, hint)
    for places in open_.values():
        yield told_once(_CODE, _GOES_ON, places, hint)


def _is_alone(text: PrintedText) -> bool:
    """Tell whether a text is no item of a list, nor a phrase that its items go on."""
    path = text.origin.path
    if any(isinstance(key, int) for key in path[-2:]) and path[-1] != "title":
        return False
    beside = text.origin.document.value(path[:-1]) if path else None
    return not (isinstance(beside, dict) and "items" in beside)


def _bare(text: PrintedText) -> list[Place]:
    whole = [each.item for each in paragraphs_of(text) if not each.listed]
    sentences = [item for item in whole if len(item.words) >= _SENTENCE]
    ended = [item for item in sentences if item.words.endswith((".", ".»", ".)", "!", "?"))]
    if len(ended) < _OTHERS:
        return []
    return [
        Place(text, item.end - 1, item.end)
        for item in sentences
        if item not in ended and ending_of(item.words) == ""
    ]


RULE = Rule(_CODE, "text", _check)
