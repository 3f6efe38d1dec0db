"""Where in a template a tag stands, in the words of somebody who looks at it in Word."""

from __future__ import annotations

import re

from lxml import etree

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.ooxml import parse, w

__all__ = ["find_place", "tag_in_line"]

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_DELIMITERS = re.compile(r"^\{[{%#](?:tr|tc|p|r)?[-+]?\s+|\s*[-+]?[}%#]\}$")


def find_place(part: bytes, name: str, tag: str) -> Message:
    """Say where *tag* stands in a part of the template.

    Args:
        part: The part as it is in the template.
        name: Name of the part.
        tag: Text of the tag, before or after docxtpl's work.

    Returns:
        The paragraph or table cell; the part alone where the tag is not found.
    """
    wanted = _bare(tag)
    body = parse(part)
    whole = Message("part {part}", part=name)
    if not wanted:
        return whole
    for number, paragraph in enumerate(body.iter(w("p")), start=1):
        if wanted in _squeeze("".join(text.text or "" for text in paragraph.iter(w("t")))):
            return _describe(paragraph, number, name)
    return whole


def tag_in_line(line: str, name: str | None) -> str:
    """Return the tag of a line of prepared source that mentions *name*, or its first tag."""
    tags = [match[0] for match in _TAG.finditer(line)]
    if name is not None:
        word = re.compile(rf"\b{re.escape(name)}\b")
        tags = [tag for tag in tags if word.search(tag)] or tags
    return tags[0] if tags else ""


def _describe(paragraph: etree._Element, number: int, name: str) -> Message:
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is None:
        return Message("part {part}, paragraph {number}", part=name, number=number)
    row = next(cell.iterancestors(w("tr")))
    table = next(row.iterancestors(w("tbl")))
    tables = list(table.getroottree().getroot().iter(w("tbl")))
    return Message(
        "part {part}, table {table}, row {row}, cell {cell}",
        part=name,
        table=tables.index(table) + 1,
        row=list(table.iterchildren(w("tr"))).index(row) + 1,
        cell=list(row.iterchildren(w("tc"))).index(cell) + 1,
    )


def _bare(tag: str) -> str:
    return _squeeze(_DELIMITERS.sub("", tag.strip()))


def _squeeze(text: str) -> str:
    return " ".join(text.translate(str.maketrans("“”‘’«»", '""\'\'""')).split())
