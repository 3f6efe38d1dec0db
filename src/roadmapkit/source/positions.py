"""Places of all nodes of a document, in flat lists.

A node is a number. Nodes are numbered in the order in which they begin: a mapping,
its first key, that key's value with everything inside it, the second key, and so on.
So a node's inner nodes are the numbers from its own to ``after``.
"""

from __future__ import annotations

from dataclasses import field

from roadmapkit.lazily import dataclass

__all__ = ["MAPPING", "SCALAR", "SEQUENCE", "Nodes"]

SCALAR = 0
MAPPING = 1
SEQUENCE = 2

Children = dict[str | int, tuple[int, int]]


@dataclass(slots=True)
class Nodes:
    """Places of the nodes of one document.

    Attributes:
        starts: Place of the first character of every node.
        ends: Place just after the last character of every node.
        after: Number of the first node that is no longer inside.
        kinds: ``SCALAR``, ``MAPPING`` or ``SEQUENCE``.
        names: Text of every node that is a key in use; keys that were refused are not here.
        targets: The anchored node behind every alias.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    kinds: bytearray = field(default_factory=bytearray)
    names: dict[int, str] = field(default_factory=dict)
    targets: dict[int, int] = field(default_factory=dict)
    _children: dict[int, Children] = field(default_factory=dict)

    def children(self, node: int) -> Children:
        """Return the nodes of key and value by key, or of each item by its index.

        An item of a sequence has no key; its own node stands in the place of one.
        """
        node = self.targets.get(node, node)
        known = self._children.get(node)
        if known is None:
            # Built when first asked for: most containers are never asked.
            known = self._children[node] = self._index(node)
        return known

    def _index(self, node: int) -> Children:
        found: Children = {}
        kind, stop = self.kinds[node], self.after[node]
        if kind == SEQUENCE:
            item = node + 1
            while item < stop:
                found[len(found)] = (item, item)
                item = self.after[item]
        elif kind == MAPPING:
            key = node + 1
            while key < stop:
                value = self.after[key]
                name = self.names.get(key)
                if name is not None:
                    found[name] = (key, value)
                key = self.after[value]
        return found

    def first_key(self, node: int, name: str) -> int:
        """Return the node of the key *name*, which a mapping that may still grow has."""
        key = node + 1
        while self.names.get(key) != name:
            key = self.after[self.after[key]]
        return key

    def last_value(self) -> tuple[int, int] | None:
        """Return the place of the last complete scalar or bracketed value, or None."""
        if not self.starts:
            return None
        last = max(self.ends)
        node = len(self.ends) - 1 - self.ends[::-1].index(last)
        return self.starts[node], last

    def find(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Return the nodes of key and value at *path*, or of its nearest existing ancestor.

        A value that is no list counts as the first item of one, because authors may
        leave out the list around a single item.
        """
        key = node = 0
        for part in path:
            if part == 0 and self.kinds[self.targets.get(node, node)] != SEQUENCE:
                continue
            pair = self.children(node).get(part)
            if pair is None:
                break
            key, node = pair
        return key, node
