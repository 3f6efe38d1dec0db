"""Markdown as a tree: CommonMark with tables and footnotes, each block with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from roadmapkit.lazily import dataclass, regex

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.tree import SyntaxTreeNode

__all__ = ["Note", "ParsedText", "read_markdown"]

_NOTE = regex(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_REFERENCE = regex(r"\[\^([^\]\s]+)\]")
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
_MOST_NESTING = 200
"""Deeper than any list that is refused with a reason: what lies beyond would be dropped."""


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a footnote, and its line from 0."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A text in Markdown.

    Attributes:
        blocks: Its blocks; an inline node ``footnote_ref`` has the label as its content.
        notes: Texts of footnotes by label.
        repeated: Footnotes whose label was taken, in their order.
    """

    blocks: tuple[SyntaxTreeNode, ...]
    notes: dict[str, Note]
    repeated: tuple[tuple[str, Note], ...]


def read_markdown(text: str) -> ParsedText:
    """Return the blocks of *text*; footnotes stand apart, the lines of all others stay."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    rest, notes, repeated = _without_notes(text)
    parser = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING}).enable("table")
    parser.inline.ruler.before("link", "footnote_ref", _reference)
    tree = SyntaxTreeNode(parser.parse(rest))
    return ParsedText(tuple(tree.children), notes, tuple(repeated))


def _without_notes(text: str) -> tuple[str, dict[str, Note], list[tuple[str, Note]]]:
    """Take the texts of footnotes out, with the indented lines that continue them."""
    notes: dict[str, Note] = {}
    repeated: list[tuple[str, Note]] = []
    kept: list[str] = []
    lines = text.splitlines()
    fence = ""
    index = 0
    while index < len(lines):
        line = lines[index]
        fenced = _FENCE.match(line)
        if fenced and (not fence or fenced[1].startswith(fence)):
            fence = "" if fence else fenced[1]
        found = None if fence else _NOTE.fullmatch(line)
        if found is None:
            kept.append(line)
            index += 1
            continue
        begun = index
        gathered = [found[2]]
        index += 1
        while index < len(lines) and re.match(r"(?: {2,}|\t)\S", lines[index]):
            gathered.append(lines[index].strip())
            index += 1
        kept.extend([""] * (index - begun))
        note = Note(" ".join(gathered).strip(), begun)
        if found[1] in notes:
            repeated.append((found[1], note))
        else:
            notes[found[1]] = note
    return "\n".join(kept), notes, repeated


def _reference(state: StateInline, silent: bool) -> bool:
    """Read ``[^label]`` as a reference to a footnote."""
    found = _REFERENCE.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token: Any = state.push("footnote_ref", "", 0)
        token.content = found[1]
    state.pos = found.end()
    return True
