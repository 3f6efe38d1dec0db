"""Islands: the files of a workspace, divided where no reference leads across."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname

from roadmapkit.building.islands.cards import Card
from roadmapkit.load.discovery import directory_scope

__all__ = ["Island", "Partition", "divide"]

Tokens = Callable[[str], Iterable[str]]
"""Returns the known ids that stand in a file."""


@dataclass(frozen=True, slots=True)
class Island:
    """Files whose documents may refer to each other, and to no others.

    Attributes:
        own: Its files, in the order of the workspace.
        common: Directories and settings that hold for it and for other islands.
        size: Size of its own files in bytes.
    """

    own: tuple[str, ...]
    common: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Partition:
    """A divided workspace.

    Attributes:
        islands: The islands, by their first file.
        common: The files that several islands share, in the order of the workspace.
    """

    islands: tuple[Island, ...]
    common: tuple[str, ...]


class _Groups:
    """Union-find over names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}

    def root(self, name: str) -> str:
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def join(self, names: Sequence[str]) -> None:
        for name in names[1:]:
            self._above[self.root(name)] = self.root(names[0])


def divide(
    cards: Sequence[Card], tokens: Tokens, joined: Iterable[Sequence[str]] = ()
) -> Partition:
    """Divide a workspace.

    Two files stay together where one names an id of the other anywhere in its text, where
    their documents have one id, case aside, and where *joined* says so. A directory that
    holds for one island only belongs to it. A file that holds both a directory and
    documents stays with everything that the directory holds for.

    Args:
        cards: The files, in the order of the workspace.
        tokens: Finds the known ids in a file.
        joined: Names of files that were found to belong together.
    """
    order = {card.name: place for place, card in enumerate(cards)}
    shared = {card.name: card for card in cards if card.is_shared}
    groups = _Groups(name for name in order if name not in shared)
    for names in (*_connected(cards, shared, tokens), *joined):
        groups.join([name for name in names if name not in shared])
    _join_scopes(cards, shared, groups)
    members: dict[str, list[Card]] = {}
    for card in cards:
        if card.name not in shared:
            members.setdefault(groups.root(card.name), []).append(card)
    held = _directories(shared.values(), members)
    common = {name for name, roots in held.items() if len(roots) != 1}
    around: dict[str, list[str]] = {root: [] for root in members}
    own = {root: [card.name for card in found] for root, found in members.items()}
    for name, roots in held.items():
        for root in roots & members.keys():
            (around if name in common else own)[root].append(name)
    islands = [
        Island(
            tuple(sorted(own[root], key=order.__getitem__)),
            tuple(sorted(around[root], key=order.__getitem__)),
            sum(card.size for card in found),
        )
        for root, found in members.items()
    ]
    islands.sort(key=lambda island: order[island.own[0]])
    return Partition(tuple(islands), tuple(sorted(common, key=order.__getitem__)))


def _connected(
    cards: Sequence[Card], shared: Mapping[str, Card], tokens: Tokens
) -> Iterator[Sequence[str]]:
    """Yield names of files that stay together."""
    homes: dict[str, list[str]] = {}
    alike: dict[str, list[str]] = {}
    for card in cards:
        for id_ in sorted(card.ids) if card.name not in shared else ():
            homes.setdefault(id_, []).append(card.name)
            alike.setdefault(id_.casefold(), []).append(card.name)
    yield from alike.values()
    for card in cards:
        if card.name not in shared:
            yield [card.name, *(homes[id_][0] for id_ in sorted(tokens(card.name)) if id_ in homes)]


def _join_scopes(cards: Sequence[Card], shared: Mapping[str, Card], groups: _Groups) -> None:
    """Keep what a file with both a directory and documents holds for together with it."""
    for card in cards:
        if card.name in shared or not card.kinds & {"directory", "settings"}:
            continue
        scope = "" if "settings" in card.kinds else directory_scope(card.name)
        below = [one.name for one in cards if one.name not in shared and _holds(scope, one.name)]
        groups.join([card.name, *below])


def _holds(scope: str, name: str) -> bool:
    folder = dirname(name)
    return not scope or folder == scope or folder.startswith(f"{scope}/")


def _directories(
    shared: Iterable[Card], members: Mapping[str, Sequence[Card]]
) -> dict[str, set[str]]:
    """Return for each shared file the islands that it holds for."""
    below: dict[str, set[str]] = {}
    for root, cards in members.items():
        for card in cards:
            folder = dirname(card.name)
            while root not in below.setdefault(folder, set()):
                below[folder].add(root)
                if not folder:
                    break
                folder = dirname(folder)
    held: dict[str, set[str]] = {}
    for card in shared:
        if card.kinds == {"directory"}:
            held[card.name] = below.get(directory_scope(card.name), set())
        else:
            held[card.name] = {*members, ""}  # settings hold everywhere, and belong to no island
    return held
