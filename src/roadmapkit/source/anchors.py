"""Anchors and aliases of one document, expanded within bounds.

An alias shares the value of its anchor. What a small file may unfold to is limited,
because everything behind this package walks the values as if they were written out.
"""

from __future__ import annotations

from typing import Any, Final

from roadmapkit.diagnostics import Message, Severity
from roadmapkit.source.codes import ALIAS
from roadmapkit.source.findings import Findings

__all__ = ["MAX_ALIASED", "Anchors"]

MAX_ALIASED: Final = 10_000
"""Most nodes that all aliases of a document together may add to it."""


class Anchors:
    """Anchors of one document, as they come and as they are used."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._known: dict[str, tuple[int, Any, int]] = {}
        self._open: dict[int, tuple[str, int]] = {}
        self._unused: dict[str, tuple[int, int]] = {}
        self._added = 0
        self._overflown = False

    def begin(self, name: str, node: int, start: int) -> None:
        """Note an anchor whose value begins at *node*; the place of ``&`` follows *start*."""
        self._open[node] = (name, self._added)
        at = self._findings.source.text.find(f"&{name}", start)
        self._unused[name] = (at, at + len(name) + 1)

    def finish(self, node: int, value: Any, nodes: int) -> None:
        """Note that the value of *node* is complete and takes up *nodes* nodes."""
        opened = self._open.pop(node, None)
        if opened is not None:
            name, added_before = opened
            self._known[name] = (node, value, nodes + self._added - added_before)

    def resolve(self, name: str, place: tuple[int, int]) -> tuple[int, Any] | None:
        """Return node and value of the anchor *name*, or report why there is none."""
        self._unused.pop(name, None)
        known = self._known.get(name)
        if any(opened == name for opened, _ in self._open.values()):
            problem = Message(
                "The alias *{name} stands inside the value that it repeats", name=name
            )
        elif known is None:
            problem = Message("No anchor &{name} stands before the alias *{name}", name=name)
        elif self._added + known[2] > MAX_ALIASED:
            if self._overflown:
                return None
            self._overflown = True
            problem = Message(
                "Written out, the aliases of this document add more than {limit} values",
                limit=MAX_ALIASED,
            )
        else:
            self._added += known[2]
            return known[:2]
        self._findings.add(
            ALIAS,
            place,
            problem,
            Message("Write the value out; a text that begins with * needs quotation marks"),
        )
        return None

    def report_unused(self) -> None:
        """Report anchors that nothing refers to: the word was most likely meant as text."""
        for name, place in self._unused.items():
            self._findings.add(
                ALIAS,
                place,
                Message(
                    "&{name} is read as an anchor, not as text, and nothing uses it", name=name
                ),
                Message("A text that begins with & needs quotation marks; else delete the anchor"),
                severity=Severity.WARNING,
            )
