"""Where in a template a tag stands, in the words of somebody who looks at it in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename

from lxml import etree

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.ooxml import parse, w

__all__ = ["bare", "describe", "find_place", "find_tags", "own_text", "part_label", "tag_in_line"]

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_DELIMITERS = re.compile(r"^\{[{%#](?:tr|tc|p|r)?[-+]?\s+|\s*[-+]?[}%#]\}$")
# What preparation makes of a tag of ours: the expression in brackets, a filter or a condition.
_OWN = re.compile(r"^(?:if |for \w+ in )?\((?P<inner>.*)\)(?:\|\w+| != 1|\.level)?$", re.DOTALL)
_OWN_WORD = re.compile(r"^[a-z]+ (?P<inner>.+)$", re.DOTALL)
_START_LENGTH = 40


def find_place(part: bytes, name: str, tag: str, nth: int = 0) -> Message:
    """Say where *tag* stands in a part of the template.

    Args:
        part: The part as it is in the template.
        name: Name of the part.
        tag: Text of the tag, before or after docxtpl's work.
        nth: How many tags like it stand before it.

    Returns:
        The paragraph or table cell; the part alone where the tag is not found.
    """
    wanted = bare(tag)
    if not wanted:
        return part_label(name)
    paragraphs = list(parse(part).iter(w("p")))
    for reading in (_exactly, _within):
        found = [
            paragraph
            for paragraph in paragraphs
            for _ in range(reading(own_text(paragraph), wanted))
        ]
        if found:
            return describe(found[min(nth, len(found) - 1)], name)
    return part_label(name)


def _exactly(text: str, wanted: str) -> int:
    """Count the tags of a paragraph that are *wanted*, or that preparation turns into it."""
    own = _OWN.match(wanted)
    inner = own["inner"] if own else None
    count = 0
    for written in map(bare, find_tags(text)):
        word = _OWN_WORD.match(written) if inner is not None else None
        count += written == wanted or (word is not None and word["inner"] == inner)
    return count


def find_tags(text: str) -> list[str]:
    """Return the tags of a text in their order."""
    return _TAG.findall(text)


def _within(text: str, wanted: str) -> int:
    return int(wanted in _squeeze(text))


def tag_in_line(line: str, name: str | None) -> str:
    """Return the tag of a line of prepared source that mentions *name*, or its first tag."""
    tags = [match[0] for match in _TAG.finditer(line)]
    if name is not None:
        word = re.compile(rf"\b{re.escape(name)}\b")
        tags = [tag for tag in tags if word.search(tag)] or tags
    return tags[0] if tags else ""


def own_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph without that of text boxes in it."""
    return "".join(
        text.text or ""
        for text in paragraph.iter(w("t"))
        if next(text.iterancestors(w("p")), None) is paragraph
    )


def part_label(name: str) -> Message:
    """Return what a reader calls a part."""
    file = basename(name)
    if file.startswith("header"):
        return Message("header ({file})", file=file)
    if file.startswith("footer"):
        return Message("footer ({file})", file=file)
    if file.startswith("footnotes"):
        return Message("footnotes")
    if file.startswith("endnotes"):
        return Message("endnotes")
    return Message("text of the template")


def describe(paragraph: etree._Element, name: str) -> Message:
    """Return where a paragraph of a part stands: its number and first words, or its cell."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is None:
        return Message(
            "{part}, paragraph {number} «{start}»",
            part=part_label(name),
            number=_number(paragraph),
            start=_start(own_text(paragraph)),
        )
    row = next(cell.iterancestors(w("tr")))
    table = next(row.iterancestors(w("tbl")))
    tables = list(table.getroottree().getroot().iter(w("tbl")))
    return Message(
        "{part}, table {table}, row {row}, cell {cell}",
        part=part_label(name),
        table=tables.index(table) + 1,
        row=list(table.iterchildren(w("tr"))).index(row) + 1,
        cell=list(row.iterchildren(w("tc"))).index(cell) + 1,
    )


def _number(paragraph: etree._Element) -> int:
    """Count paragraphs as somebody does who scrolls through the page: tables aside."""
    return 1 + list(_outside_tables(paragraph)).index(paragraph)


def _outside_tables(paragraph: etree._Element) -> Iterator[etree._Element]:
    for other in paragraph.getroottree().getroot().iter(w("p")):
        if next(other.iterancestors(w("tc")), None) is None:
            yield other


def _start(text: str) -> str:
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= _START_LENGTH else f"{squeezed[:_START_LENGTH]}…"


def bare(tag: str) -> str:
    """Return what a tag says, without delimiters and differences that do not matter."""
    return _squeeze(_DELIMITERS.sub("", tag.strip()))


def _squeeze(text: str) -> str:
    return " ".join(text.translate(str.maketrans("“”‘’«»", '""\'\'""')).split())
