"""A whole workspace, checked island by island."""

from __future__ import annotations

from pathlib import Path

from roadmapkit.building.islands.cards import Card, read_card, tokens_of
from roadmapkit.building.islands.facts import Facts
from roadmapkit.building.islands.gathering import (
    Checked,
    corrected,
    gathered,
    put_together,
    together,
)
from roadmapkit.building.islands.partition import Island, Partition, divide
from roadmapkit.building.islands.working import check_common, check_island
from roadmapkit.building.stages import Shared
from roadmapkit.load import discover
from roadmapkit.load.known_findings import read_known

__all__ = ["check_by_islands"]


class Survey:
    """The files of a workspace at a glance, and how they are divided.

    What runs over islands tell may show that the glance was wrong; then the survey is
    corrected, and only islands that have changed are looked at again.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        names = (file.as_posix() for file in discover(root))
        self.cards: list[Card] = [read_card(root, name) for name in names]
        self._joined: list[list[str]] = []
        self.partition = self._divided()

    def _divided(self) -> Partition:
        wanted = {id_ for card in self.cards for id_ in card.ids if not card.is_shared}
        return divide(
            self.cards, lambda name: tokens_of(self.root, name, wanted), self._joined
        )

    def correct(self, told: dict[Island, Facts]) -> bool:
        """Divide anew where what was told demands it; return whether it did."""
        cards = corrected(self.cards, told.values())
        joined = list(together(told, read_known(self.root).counts))
        if cards == self.cards and not joined:
            return False
        self.cards = cards
        self._joined += joined
        before = self.partition
        self.partition = self._divided()
        return self.partition != before


def check_by_islands(root: Path) -> Checked:
    """Check every document of a workspace, one island after the other.

    Args:
        root: Folder of the workspace.
    """
    survey, shared = Survey(root), Shared()
    told: dict[Island, Facts] = {}
    while True:
        known = {island: told[island] for island in survey.partition.islands if island in told}
        told = {
            island: known.get(island) or check_island(root, island, shared)
            for island in survey.partition.islands
        }
        if not survey.correct(told):
            break
    kinds = {id_: kind for facts in told.values() for id_, kind in facts.kinds.items()}
    for island, facts in told.items():
        if facts.unknown:
            told[island] = check_island(root, island, shared, _others(kinds, facts))
    whole = gathered(list(told.values()))
    last = check_common(root, survey.partition.common, whole, shared)
    return put_together([*told.values(), last])


def _others(kinds: dict[str, str], facts: Facts) -> dict[str, str]:
    return {id_: kind for id_, kind in kinds.items() if id_ not in facts.kinds}
