"""A part of a template as its maker wrote it and as Jinja reads it: tags, lines, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from roadmapkit.diagnostics import Code, Message
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.places import bare, find_place, tag_in_line

__all__ = ["PartSource"]

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_WORDS: dict[type[nodes.Node], str] = {
    nodes.For: "for",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.ScopedEvalContextModifier: "autoescape",
}


@dataclass(frozen=True, slots=True)
class PartSource:
    """A part and its prepared source, for messages.

    Attributes:
        template: Name of the template.
        name: Name of the part.
        original: The part as it is in the template.
        source: Jinja source, empty while there is none.
    """

    template: str
    name: str
    original: bytes
    source: str = ""

    @property
    def filename(self) -> str:
        """Name under which frames of the compiled part appear in a traceback."""
        return f"<{self.template}:{self.name}>"

    def tag_at(self, line: int | None, name: str | None = None) -> tuple[str, int]:
        """Return a tag of the source, and how many like it stand before it.

        Args:
            line: Line of the source; None looks through all of it.
            name: A word of the tag; None takes the first tag.
        """
        lines = self.source.splitlines()
        if line is None or not 0 < line <= len(lines):
            return tag_in_line(self.source, name), 0
        tag = tag_in_line(lines[line - 1], name)
        written = bare(tag)
        before = (bare(match[0]) for text in lines[: line - 1] for match in _TAG.finditer(text))
        return tag, sum(earlier == written for earlier in before)

    def tag_of(self, node: nodes.Node) -> tuple[str, int]:
        """Return the tag that a node of the syntax tree stands in, as :meth:`tag_at` does."""
        names = {inner.name for inner in _near(node) if isinstance(inner, nodes.Name)}
        attributes = [inner.attr for inner in _near(node) if isinstance(inner, nodes.Getattr)]
        word = _WORDS.get(type(node)) or next(iter([*attributes, *sorted(names)]), None)
        return self.tag_at(node.lineno, word)

    def fault(
        self, kind: Code, message: Message, hint: Message, tag: str, nth: int = 0
    ) -> RenderError:
        """Return a fault of this part at *tag*, the *nth* of those that are alike."""
        return RenderError(
            kind,
            message,
            hint,
            template=self.template,
            place=find_place(self.original, self.name, tag, nth),
        )


def _near(node: nodes.Node) -> Iterator[nodes.Node]:
    if not isinstance(node, nodes.Stmt):
        yield node
        yield from node.find_all((nodes.Name, nodes.Getattr))
