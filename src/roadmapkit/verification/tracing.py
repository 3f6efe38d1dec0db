"""Which value of the YAML printed each letter of a document, whatever template printed it.

The view is rendered a second time with a private character before each of its texts.
Where the marked rendering reads the same without these characters, they say what stands
where; no template, packaged or of a house, has to do anything for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from roadmapkit.documents import DocumentView
from roadmapkit.rendering.contents import Block
from roadmapkit.source import NodePath, Origin

__all__ = ["Leaf", "Trace", "marked_view", "traces"]

_FIRST = 0xF0000
_LAST = 0x10FFFD
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_TEXT_TYPES = frozenset({"str", "str | None", "tuple[str, ...]"})
_NO_TEXT = frozenset({"fill", "font", "hatching", "id", "kind", "language", "page", "shade"})
"""Fields that a template is steered by, or that are never printed."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text of a view.

    Attributes:
        path: Names of fields and indexes that lead to it from the view.
        text: The text.
        origin: The YAML of the nearest thing around it that knows its own.
    """

    path: NodePath
    text: str
    origin: Origin | None


Trace = tuple[tuple[int, Leaf], ...]
"""Where in a paragraph the text of each leaf begins."""


def marked_view(view: DocumentView) -> tuple[DocumentView, tuple[Leaf, ...]]:
    """Return a view whose texts are marked, and what the marks stand for."""
    marking = _Marking()
    return marking.inside(view, (), None), tuple(marking.leaves)


class _Marking:
    def __init__(self) -> None:
        self.leaves: list[Leaf] = []

    def inside(self, value: Value, path: NodePath, origin: Origin | None) -> Value:
        """Return a view model with its texts marked."""
        own = getattr(value, "origin", None)
        origin = own if isinstance(own, Origin) else origin
        changed: dict[str, Any] = {}
        for entry in fields(value):  # type: ignore[arg-type]  # only dataclasses come here
            held = getattr(value, entry.name)
            if entry.name in _NO_TEXT or held is None or not entry.compare:
                continue
            where = (*path, entry.name)
            if isinstance(held, str):
                if entry.type in _TEXT_TYPES:
                    changed[entry.name] = self._mark(held, where, origin)
            elif isinstance(held, tuple):
                changed[entry.name] = tuple(
                    self._item(item, entry.type in _TEXT_TYPES, (*where, index), origin)
                    for index, item in enumerate(held)
                )
            elif is_dataclass(held):
                changed[entry.name] = self.inside(held, where, origin)
        return replace(value, **changed)  # type: ignore[type-var]  # as above

    def _item(self, item: Any, is_text: bool, path: NodePath, origin: Origin | None) -> Any:
        if isinstance(item, str):
            return self._mark(item, path, origin) if is_text else item
        return self.inside(item, path, origin) if is_dataclass(item) else item

    def _mark(self, text: str, path: NodePath, origin: Origin | None) -> str:
        code = _FIRST + len(self.leaves)
        # An empty text stays empty: templates ask whether there is any.
        if not text or code > _LAST or _MARK.search(text):
            return text
        self.leaves.append(Leaf(path, text, origin))
        return chr(code) + text


def traces(
    blocks: Sequence[Block], marked: Sequence[Block], leaves: Sequence[Leaf]
) -> tuple[Trace, ...]:
    """Return for each paragraph what printed it; nothing where the marks changed the text.

    Args:
        blocks: Paragraphs of the document.
        marked: Paragraphs of its marked rendering.
        leaves: What the marks stand for.
    """
    found: list[Trace] = []
    place = 0
    for block in blocks:
        for ahead in range(place, min(place + 50, len(marked))):
            bare = _MARK.sub("", marked[ahead].text)
            if bare == block.text and marked[ahead].story == block.story:
                found.append(_trace(marked[ahead].text, leaves))
                place = ahead + 1
                break
        else:
            found.append(())
    return tuple(found)


def _trace(text: str, leaves: Sequence[Leaf]) -> Trace:
    marks = enumerate(_MARK.finditer(text))
    return tuple(
        (match.start() - passed, leaves[ord(match[0]) - _FIRST])
        for passed, match in marks
        if ord(match[0]) - _FIRST < len(leaves)
    )
