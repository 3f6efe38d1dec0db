"""Large workspaces: checked and built part by part, here or on other processes and machines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.api.opened import Workspace
from roadmapkit.api.remembering import Attached

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from roadmapkit.building import Manner
    from roadmapkit.building.memory import Recalled
    from roadmapkit.building.runner import Outcome

    Built = tuple[Outcome, frozenset[str], Set[str], Attached]
    """What came of a build, ids of documents with errors, of all documents, other files."""

__all__ = ["build_islands", "check_islands", "dask_executor", "goes_by_islands"]

_LARGE = 24
"""Files from which on a workspace is worked through part by part."""


def goes_by_islands(workspace: Workspace, executor: Executor | None = None) -> bool:
    """Tell whether a workspace is worked through part by part.

    A single file, what is held in memory already, and what a house's own rules may
    compare as a whole, is not; nor is a small workspace, unless an executor is given.
    """
    if workspace.is_loaded or workspace.path != workspace.root:
        return False
    if executor is None and len(workspace.files) < _LARGE:
        return False
    from roadmapkit.lint.house import house_rules

    return not house_rules(frozenset())


def check_islands(
    workspace: Workspace,
    *,
    on_progress: Callable[[int, int, str], None] | None = None,
    executor: Executor | None = None,
    jobs: int | None = None,
) -> tuple[Recalled, Attached]:
    """Check a large workspace; return what that tells, and what the documents name."""
    from roadmapkit.building.islands.building import Wanted, worked_through
    from roadmapkit.building.memory import Recalled

    wanted = Wanted(workspace.default_output, executor=executor, jobs=jobs, on_progress=on_progress)
    with worked_through(workspace.root, wanted) as result:
        one = result.checked
        told = Recalled(one.diagnostics, one.documents, one.blocked, one.unreviewed)
    return told, lambda: result.attached


def build_islands(
    workspace: Workspace,
    folder: Path,
    manner: Manner,
    *,
    papers: Collection[str] = (),
    on_progress: Callable[[int, int, str], None] | None = None,
    executor: Executor | None = None,
    jobs: int | None = None,
    compressor: str | None = None,
) -> Built:
    """Build a large workspace.

    Args:
        workspace: The workspace.
        folder: The output folder.
        manner: How the files that lie there are treated.
        papers: Papers to make besides what documents and settings ask for.
        on_progress: Told how far the work is.
        executor: Where to work.
        jobs: The number of processes.
        compressor: What packs the documents, None for what the settings say.

    Returns:
        What came of it, the ids of the documents that have errors, those of all documents, and
        what returns the names of the files that they name.

    Raises:
        ArgumentError: There is no such paper.
    """
    from roadmapkit.building.islands.building import Wanted, worked_through
    from roadmapkit.building.islands.writing import write_result
    from roadmapkit.building.papers.asked import require_kinds

    require_kinds(papers)
    wanted = Wanted(
        folder,
        tuple(sorted(papers)),
        renders=True,
        anew=manner.force,
        executor=executor,
        jobs=jobs,
        on_progress=on_progress,
        compressor=compressor,
    )
    with worked_through(workspace.root, wanted) as result:
        done = write_result(result, workspace.root, folder, manner)
    checked = result.checked
    known = frozenset(checked.documents)
    return done, checked.blocked, known, lambda: result.attached


def dask_executor(address: str) -> AbstractContextManager[Executor]:
    """Return an executor for :func:`build` that works on an existing Dask cluster.

    The workers need the same version of the library, and no access to the files; what a lost
    worker had is given to another one. Needs the extra ``dask``.

    Args:
        address: Of the scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises:
        ArgumentError: When it is entered: the extra is not installed, the address does not
            answer, or there are no workers, or some with another version of the library.
    """
    from roadmapkit.building.islands.clusters import connected

    return connected(address)
