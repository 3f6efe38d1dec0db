"""YAML events into plain values, with the place of every node.

One pass over the events of the parser. No node object is made: a value goes straight
into its dict or list, its place into the flat lists of :class:`Nodes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Protocol

import yaml

from roadmapkit.diagnostics import Message
from roadmapkit.source.anchors import Anchors
from roadmapkit.source.codes import (
    DUPLICATE_KEY,
    KEY_CHARACTERS,
    KEY_NOT_TEXT,
    MERGE_KEY,
    TAG,
    TOO_DEEP,
)
from roadmapkit.source.findings import Findings
from roadmapkit.source.flow import check_flow_mapping, check_flow_sequence
from roadmapkit.source.keys import inspect_key
from roadmapkit.source.positions import MAPPING, SCALAR, SEQUENCE, Nodes
from roadmapkit.source.scalars import plain_value
from roadmapkit.source.screen import UNPRINTABLE, escaped_characters, report_character
from roadmapkit.source.slips import report_folded_lines

__all__ = ["MAX_DEPTH", "Composer", "EventSource", "TooDeepError"]

MAX_DEPTH: Final = 64
"""Deepest nesting of lists and mappings that is read; real documents stay under ten."""


class _State:
    """What the container expects next, where that is not the value of a key."""


_KEY: Final = _State()
_ITEM: Final = _State()
_REFUSED_VALUE: Final = _State()


class EventSource(Protocol):
    """A parser of YAML, as PyYAML has it."""

    def get_event(self) -> Any:
        """Return the next event."""


class TooDeepError(Exception):
    """Nesting went beyond the limit; that is reported already."""


class Composer:
    """Composes the documents of one stretch of a file.

    Attributes:
        nodes: Places of the nodes of the current document.
        end: Place just after the last complete value.
    """

    def __init__(self, findings: Findings, text: str, base: int) -> None:
        """Begin a stretch.

        Args:
            findings: Where to report.
            text: The whole file, screened.
            base: Place of the stretch in the file; the parser counts from there.
        """
        self._findings = findings
        self._text = text
        self._base = base
        # Most files have neither anchors nor tags, and need not be asked at every value.
        self._has_properties = "&" in text or "!" in text
        self._seen_keys: dict[str, str] = {}
        self._begin_document()

    def documents(self, parser: EventSource) -> Iterator[tuple[Any, Nodes]]:
        """Yield value and places of each document.

        Raises:
            TooDeepError: A document is nested too deep to go on.
            yaml.YAMLError: The text breaks the rules of YAML.
        """
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open_mapping,
            yaml.SequenceStartEvent: self._open_sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
        }
        next_event = parser.get_event
        while True:
            event = next_event()
            handle = handlers.get(event.__class__)
            if handle is not None:
                handle(event)
            elif event.__class__ is yaml.DocumentStartEvent:
                self._begin_document()
            elif event.__class__ is yaml.DocumentEndEvent:
                self._anchors.report_unused()
                yield self._root[0], self.nodes
            elif event.__class__ is yaml.StreamEndEvent:
                return

    def _begin_document(self) -> None:
        self.nodes = Nodes()
        self.end = self._base
        self._anchors = Anchors(self._findings)
        self._root: list[Any] = []
        self._stack: list[tuple[int, Any, Any, bool]] = []
        self._node = -1
        self._container: Any = self._root
        self._state: Any = _ITEM
        self._flow = False

    def _add_node(self, start: int, end: int, kind: int) -> int:
        nodes = self.nodes
        node = len(nodes.starts)
        nodes.starts.append(start)
        nodes.ends.append(end)
        nodes.after.append(node + 1)
        nodes.kinds.append(kind)
        return node

    def _scalar(self, event: Any) -> None:
        start = event.start_mark.index + self._base
        end = event.end_mark.index + self._base
        style, value = event.style, event.value
        if style in {"|", ">"}:
            # The parser counts the blank lines that follow in.
            end = start + len(self._text[start:end].rstrip())
        node = self._add_node(start, end, SCALAR)
        self.end = end
        if self._has_properties and self._properties(event, node, start):
            style = "!"
        # Folded lines and escapes are the reasons for a text to be shorter than its source.
        if not style and (end - start != len(value) or value[:1] == "-"):
            report_folded_lines(self._findings, self._text, (start, end))
        elif style == '"' and end - start != len(value) + 2 and UNPRINTABLE.search(value):
            for left, right, character in escaped_characters(self._text[start:end]):
                report_character(self._findings, (start + left, start + right), character)
        if self._state is _KEY:
            self._begin_pair(value, node, plain=not style)
        else:
            typed = value if style else plain_value(value)
            self._place(typed)
            if self._has_properties:
                self._anchors.finish(node, typed, 1)

    def _place(self, value: Any) -> None:
        state = self._state
        if state is _ITEM:
            self._container.append(value)
            return
        if state is not _REFUSED_VALUE:
            self._container[state] = value
        self._state = _KEY

    def _begin_pair(self, key: str, node: int, *, plain: bool) -> None:
        """Take a scalar as a key; a refused key has its value checked but not kept."""
        known = self._seen_keys.get(key)
        if known is None:
            known = self._new_key(key, node, plain=plain)
        if known in self._container:
            self._report_duplicate(known, node)
            self._state = _REFUSED_VALUE
        elif known == "" or (plain and known == "<<"):
            self._refuse_key(known, node)
            self._state = _REFUSED_VALUE
        else:
            self.nodes.names[node] = known
            self._state = known

    def _new_key(self, key: str, node: int, *, plain: bool) -> str:
        """Check a key met for the first time; return the key that is meant."""
        fault = inspect_key(key)
        if fault is None:
            if key and (key != "<<" or not plain):
                self._seen_keys[key] = key
            return key
        self._findings.add(KEY_CHARACTERS, self._node_place(node), fault.message, fault.hint)
        return fault.meant

    def _refuse_key(self, key: str, node: int) -> None:
        place = self._node_place(node)
        if key:
            self._findings.add(
                MERGE_KEY,
                place,
                Message("The merge key << is not part of the format"),
                Message("Write out the keys that it would bring in"),
            )
        else:
            self._findings.add(
                KEY_NOT_TEXT,
                place,
                Message("There is no key before the colon"),
                Message("Write the key before the colon, or put a text with colons in quotes"),
            )

    def _report_duplicate(self, key: str, node: int) -> None:
        first = self.nodes.first_key(self._node, key)
        line, column = self._findings.source.position(self.nodes.starts[first])
        self._findings.add(
            DUPLICATE_KEY,
            self._node_place(node),
            Message(
                "The key {key!r} stands here for the second time; first on line {line}, "
                "column {column}",
                key=key,
                line=line,
                column=column,
            ),
            Message("Keep one of the two, or make a list of both values under one key"),
        )

    def _open_mapping(self, event: Any) -> None:
        self._open(event, MAPPING, {}, _KEY)

    def _open_sequence(self, event: Any) -> None:
        self._open(event, SEQUENCE, [], _ITEM)

    def _open(self, event: Any, kind: int, container: Any, state: _State) -> None:
        start = event.start_mark.index + self._base
        if len(self._stack) >= MAX_DEPTH:
            self._findings.add(
                TOO_DEEP,
                (start, start + 1),
                Message("Lists and mappings are nested more than {limit} deep", limit=MAX_DEPTH),
                Message("Nest less deeply; a text that begins with a bracket needs quotes"),
            )
            raise TooDeepError
        node = self._add_node(start, start, kind)
        if self._has_properties:
            self._properties(event, node, start)
        self._stack.append((self._node, self._container, self._state, self._flow))
        self._node, self._container, self._state = node, container, state
        self._flow = bool(event.flow_style)

    def _close(self, event: Any) -> None:
        node, value, nodes = self._node, self._container, self.nodes
        nodes.after[node] = len(nodes.starts)
        if self._flow:
            self._close_flow(event, node, value)
        # A block ends with its last value; the parser runs on to the next token.
        nodes.ends[node] = self.end
        self._node, self._container, self._state, self._flow = self._stack.pop()
        if self._state is _KEY:
            self._refuse_compound_key(node)
        else:
            self._place(value)
        if self._has_properties:
            self._anchors.finish(node, value, nodes.after[node] - node)

    def _close_flow(self, event: Any, node: int, value: Any) -> None:
        if self.nodes.kinds[node] == SEQUENCE:
            self.end = event.end_mark.index + self._base
            check_flow_sequence(self._findings, self._text, self.nodes, node)
        elif event.end_mark.index > event.start_mark.index:  # else `[key: value]`, without braces
            self.end = event.end_mark.index + self._base
            check_flow_mapping(self._findings, self._text, self.nodes, node, value)

    def _refuse_compound_key(self, node: int) -> None:
        self._findings.add(
            KEY_NOT_TEXT,
            self._node_place(node),
            Message("A list, a mapping or an alias stands where a key should be"),
            Message("A text that begins with a bracket or a brace needs quotation marks"),
        )
        self._state = _REFUSED_VALUE

    def _alias(self, event: Any) -> None:
        place = (event.start_mark.index + self._base, event.end_mark.index + self._base)
        node = self._add_node(*place, SCALAR)
        self.end = place[1]
        if self._state is _KEY:
            self._refuse_compound_key(node)
            return
        found = self._anchors.resolve(event.anchor, place)
        if found is None:
            self._place(None)
        else:
            self.nodes.targets[node] = found[0]
            self._place(found[1])

    def _properties(self, event: Any, node: int, start: int) -> bool:
        """Note an anchor, report a tag; say whether there was a tag."""
        if event.anchor is not None:
            self._anchors.begin(event.anchor, node, start)
        if event.tag is None:
            return False
        # Anchor and tag may come in either order; neither holds white space.
        words = self._text[start : start + 1000].split(maxsplit=2)[:2]
        tag = next((word for word in words if word.startswith("!")), "!")
        at = self._text.find(tag, start)
        self._findings.add(
            TAG,
            (at, at + len(tag)),
            Message("The YAML tag {tag} is not part of the format", tag=tag),
            Message("Delete it; a text that begins with ! needs quotation marks"),
        )
        return True

    def _node_place(self, node: int) -> tuple[int, int]:
        return self.nodes.starts[node], self.nodes.ends[node]
