"""One island, from its files to its findings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from roadmapkit.building.islands.facts import Facts, facts_of
from roadmapkit.building.islands.partition import Island
from roadmapkit.building.stages import Prepared, Shared, prepare
from roadmapkit.load import Gathered, LoadedWorkspace, Part, load_workspace

__all__ = ["check_common", "check_island", "read_island"]


def read_island(
    root: Path, island: Island, shared: Shared, elsewhere: Mapping[str, str] | None = None
) -> tuple[LoadedWorkspace, Prepared]:
    """Read, resolve and compose one island.

    Args:
        root: Folder of the workspace.
        island: The island.
        shared: What the islands of the workspace have in common.
        elsewhere: Kinds of the documents of other islands by id, where they are suggested.
    """
    names = sorted((*island.own, *island.common), key=lambda name: Path(name).parts)
    part = Part(tuple(names), frozenset(island.common), elsewhere or {})
    loaded = load_workspace(root, part=part, held=shared.files)
    return loaded, prepare(loaded, shared=shared)


def check_island(
    root: Path, island: Island, shared: Shared, elsewhere: Mapping[str, str] | None = None
) -> Facts:
    """Return what a run over one island tells."""
    loaded, prepared = read_island(root, island, shared, elsewhere)
    return facts_of(prepared, loaded)


def check_common(
    root: Path, common: tuple[str, ...], gathered: Gathered, shared: Shared
) -> Facts:
    """Return what a run over the common files tells, when all islands have told theirs."""
    part = Part(common, frozenset(common), gathered=gathered)
    loaded = load_workspace(root, part=part, held=shared.files)
    return facts_of(prepare(loaded, shared=shared), loaded)
