"""The files of a workspace at a glance, and how they are divided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from roadmapkit.building.islands.cards import Card, read_card, tokens_of
from roadmapkit.building.islands.facts import Facts
from roadmapkit.building.islands.gathering import corrected, together
from roadmapkit.building.islands.partition import Island, Partition, divide
from roadmapkit.load import Part, discover
from roadmapkit.load.known_findings import read_known

__all__ = ["Survey", "settings_part"]


def settings_part(root: Path, files: Iterable[str]) -> Part:
    """Return the part of a workspace that holds its settings."""
    cards = (read_card(root, name) for name in files)
    return Part(tuple(card.name for card in cards if "settings" in card.kinds))


class Survey:
    """The files of a workspace at a glance, and how they are divided.

    What runs over islands tell may show that the glance was wrong; then the survey is
    corrected, and islands that have changed by that are looked at again.

    Args:
        root: Folder of the workspace.

    Attributes:
        cards: The files, in their order.
        partition: How they are divided.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        names = (file.as_posix() for file in discover(root))
        self.cards: list[Card] = [read_card(root, name) for name in names]
        self._joined: list[list[str]] = []
        self.partition = self._divided()

    def _divided(self) -> Partition:
        wanted = {id_ for card in self.cards for id_ in card.ids if not card.is_shared}
        return divide(self.cards, lambda name: tokens_of(self.root, name, wanted), self._joined)

    def correct(self, told: Mapping[Island, Facts]) -> bool:
        """Divide anew where what was told demands it; return whether anything has changed."""
        cards = corrected(self.cards, told.values())
        joined = list(together(told, read_known(self.root).counts))
        if cards == self.cards and not joined:
            return False
        self.cards = cards
        self._joined += joined
        before = self.partition
        self.partition = self._divided()
        return self.partition != before
