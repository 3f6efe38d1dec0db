"""A few documents of a large workspace: what they need is read, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from roadmapkit.api.large import goes_by_islands
from roadmapkit.api.opened import Workspace

if TYPE_CHECKING:
    from roadmapkit.building import Prepared

__all__ = ["is_enough", "narrowed"]


def narrowed(workspace: Workspace, ids: Sequence[str]) -> Workspace:
    """Return what some documents of a large workspace need: files that may concern them.

    The whole workspace where it is small, or where a glance at it does not find all of them.

    Args:
        workspace: The workspace.
        ids: The documents.
    """
    if not goes_by_islands(workspace):
        return workspace
    from roadmapkit.load import Part, load_workspace

    survey = workspace.survey
    homes = {id_: card.name for card in survey.cards for id_ in card.ids if not card.is_shared}
    if any(id_ not in homes for id_ in ids):
        return workspace
    asked = {homes[id_] for id_ in ids}
    names = {
        name
        for island in survey.partition.islands
        if not asked.isdisjoint(island.own)
        for name in (*island.own, *island.common)
    }
    part = Part(tuple(card.name for card in survey.cards if card.name in names))
    return workspace.with_loaded(load_workspace(workspace.root, part=part))


def is_enough(prepared: Prepared, ids: Sequence[str]) -> bool:
    """Tell whether a glance has found all that documents need: nothing is missing that they name.

    Args:
        prepared: What came of a part of a workspace.
        ids: The documents that it was to hold.
    """
    from roadmapkit.building.islands.facts import names_unknown

    known = prepared.workspace.documents.keys() | prepared.blocked
    return known.issuperset(ids) and not names_unknown(prepared.told)
