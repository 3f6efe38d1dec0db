"""Tags that are broken before Jinja sees them: unclosed, out of their row, sharing a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.codes import BROKEN_TAG
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.ooxml import parse, w
from roadmapkit.rendering.parts import PartSource
from roadmapkit.rendering.places import describe, find_tags, own_text, part_label

__all__ = ["misused_marks"]

_DELIMITER = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SPACED_PREFIX = re.compile(r"\{%[-+]?\s+(tr|tc|p|r)\s+(?:for|if|else|elif|endfor|endif|set)\b")
_WHOLE = re.compile(r"^(\{\{|\{%|\{#)(tr|tc|p)\s")
_DASH = re.compile(r"^\{[{%]\s*[–—]|[–—]\s*[%}]\}$")
_PLACES = {"tr": ("tr", Message("table row")), "tc": ("tc", Message("table cell"))}
_START_LENGTH = 60


@dataclass(frozen=True, slots=True)
class _Mark:
    message: Message
    hint: Message


def misused_marks(part: PartSource) -> Iterator[RenderError]:
    """Yield every tag of a part that no preparation can make sense of, in the order of reading."""
    root = parse(part.original)
    for paragraph in root.iter(w("p")):
        text = own_text(paragraph)
        for mark in _of_paragraph(paragraph, text):
            yield _fault(part, describe(paragraph, part.name), mark)
    for element in root.iter():
        for text in _hidden_texts(element):
            for mark in (*_unbalanced(text), *_in_deletion(element)):
                around = next(element.iterancestors(w("p")), None)
                label = part_label(part.name)
                place = describe(around, part.name) if around is not None else label
                yield _fault(part, place, mark)


def _fault(part: PartSource, place: Message, mark: _Mark) -> RenderError:
    return RenderError(BROKEN_TAG, mark.message, mark.hint, template=part.template, place=place)


def _hidden_texts(element: etree._Element) -> Iterator[str]:
    """Yield what may hold tags beside the text that is read: attributes, fields, deletions."""
    if element.tag != w("t") and element.text and _has_tag(element.text):
        yield element.text
    yield from (str(value) for value in element.attrib.values() if _has_tag(str(value)))


def _has_tag(text: str) -> bool:
    return "{{" in text or "{%" in text


def _in_deletion(element: etree._Element) -> Iterator[_Mark]:
    if element.tag == w("delText"):
        yield _Mark(
            Message("a tag stands in text that was deleted while changes were recorded"),
            Message("accept or reject all changes in Word (Review, Accept All Changes)"),
        )


def _of_paragraph(paragraph: etree._Element, text: str) -> Iterator[_Mark]:
    if "{" not in text and "}" not in text:
        return
    broken = list(_unbalanced(text))
    yield from broken
    if broken:
        return
    for tag in find_tags(text):
        if _DASH.search(tag):
            problem = Message("the tag {tag!r} has a dash that Word has put for a hyphen", tag=tag)
            yield _Mark(problem, Message("type the hyphen again and undo the correction (Ctrl+Z)"))
        elif spaced := _SPACED_PREFIX.match(tag):
            yield _Mark(
                Message("the tag {tag!r} has a space before {prefix!r}", tag=tag, prefix=spaced[1]),
                Message("write {right} without the space", right=f"{{%{spaced[1]}"),
            )
        elif whole := _WHOLE.match(tag):
            yield from _of_whole(paragraph, tag, whole[1], whole[2])


def _unbalanced(text: str) -> Iterator[_Mark]:
    """Yield where a tag is not closed, or closed without being opened."""
    opened: re.Match[str] | None = None
    for match in _DELIMITER.finditer(text):
        if match[0] in _CLOSING:
            if opened is not None and opened[0] != "{#":
                yield _unclosed(text, opened)
            opened = match if opened is None or opened[0] != "{#" else opened
        elif opened is None:
            shown = text[max(match.end() - _START_LENGTH, 0) : match.end()].lstrip()
            yield _Mark(
                Message("{tag!r} closes a tag that is not opened", tag=shown),
                Message("begin the tag with {opening}", opening=_opening(match[0])),
            )
        elif match[0] == _CLOSING[opened[0]]:
            opened = None
    if opened is not None:
        yield _unclosed(text, opened)


def _opening(closing: str) -> str:
    return next(opening for opening, closed in _CLOSING.items() if closed == closing)


def _unclosed(text: str, opened: re.Match[str]) -> _Mark:
    tag = text[opened.start() : opened.start() + _START_LENGTH]
    return _Mark(
        Message("the tag {tag!r} is not closed in its paragraph", tag=tag),
        Message("end it with {closing} in the same paragraph", closing=_CLOSING[opened[0]]),
    )


def _of_whole(paragraph: etree._Element, tag: str, opening: str, kind: str) -> Iterator[_Mark]:
    """Yield what is wrong with a tag that stands for a whole paragraph, row or cell."""
    if opening == "{{":
        yield _Mark(
            Message("the tag {tag!r} would print a ready part of Word, which no field is", tag=tag),
            Message("print the text with {tag}", tag="{{ … }}"),
        )
        return
    if kind == "p":
        block, name = paragraph, Message("paragraph")
    else:
        element, name = _PLACES[kind]
        around = next(paragraph.iterancestors(w(element)), None)
        if around is None:
            problem = Message("the tag {tag!r} stands outside of a table", tag=tag)
            yield _Mark(problem, Message("put it into a row, or write {right}", right="{%p"))
            return
        block = around
    texts = [own_text(inner) for inner in block.iter(w("p"))]
    whole = "\n".join(texts)
    tags = find_tags(whole)
    others = [other for other in tags if _WHOLE.match(other) and f"{kind} " in other[:5]]
    rest = whole
    for other in tags:
        rest = rest.replace(other, "", 1)
    lost = " ".join(rest.split())
    if lost or (len(tags) > 1 and others[:1] == [tag]):
        yield _Mark(
            Message(
                "the {block} of the tag {tag!r} holds more, which would be lost: {lost!r}",
                block=name,
                tag=tag,
                lost=lost or " ".join(other for other in tags if other != tag) or tag,
            ),
            Message("give the tag a {block} of its own", block=name),
        )
