"""Workspaces held twice against each other: as one whole, and island by island."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from pathlib import Path

from roadmapkit.building import prepare, render_targets
from roadmapkit.building.forms.findings import printed_unreviewed
from roadmapkit.building.islands.building import Result, Wanted, worked_through
from roadmapkit.building.islands.gathering import Checked
from roadmapkit.building.islands.survey import Survey
from roadmapkit.load import load_workspace

__all__ = ["bytes_of", "island_names", "require_same"]


def require_same(
    root: Path,
    out: Path,
    *,
    renders: bool = False,
    executor: Executor | None = None,
    jobs: int | None = None,
) -> Checked:
    """Require that a workspace tells the same in both ways, and return what islands tell."""
    loaded = load_workspace(root)
    whole = prepare(loaded)
    with worked_through(root, Wanted(out, renders=renders, executor=executor, jobs=jobs)) as result:
        assert result.checked.diagnostics == whole.diagnostics
        documents = sorted(whole.workspace.documents.keys() | whole.blocked)
        assert result.checked.documents == tuple(documents)
        assert result.checked.blocked == whole.blocked
        assert result.checked.unreviewed == len(printed_unreviewed(whole.forms))
        if renders:
            expected = render_targets(whole, loaded)
            assert [one.mark.path for one in result.files] == list(expected)
            assert bytes_of(result) == expected
        return result.checked


def bytes_of(result: Result) -> Mapping[str, bytes]:
    """Return the documents of a run by path."""
    return {one.mark.path: result.content(one) for one in result.files}


def island_names(root: Path) -> list[list[str]]:
    """Return how a glance divides a workspace: the files of each island by their stems."""
    islands = Survey(root).partition.islands
    return [[Path(name).stem for name in island.own] for island in islands]
