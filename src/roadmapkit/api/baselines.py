"""Take the findings of an old workspace as known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from roadmapkit.api.workspaces import Workspace
from roadmapkit.lazily import dataclass

__all__ = ["WrittenBaseline", "remove_baseline", "write_baseline"]


@dataclass(frozen=True, slots=True)
class WrittenBaseline:
    """The baseline that was written.

    Attributes:
        path: The file.
        known: How many findings it silences.
    """

    path: Path
    known: int


def write_baseline(workspace: Workspace) -> WrittenBaseline:
    """Write the file that makes today's findings known; a check tells only new ones then.

    Errors that keep a document from being made are no part of it.

    Args:
        workspace: What :func:`open_workspace` gave.

    Raises:
        OutputError: The file cannot be written.
    """
    from roadmapkit.building import prepare
    from roadmapkit.building.output.writing import write_atomically
    from roadmapkit.lint import silenceable, written_baseline
    from roadmapkit.load.known_findings import BASELINE_NAME, KnownFindings

    loaded = replace(workspace.loaded, baseline=KnownFindings())
    found = [item for item in prepare(loaded).diagnostics if silenceable(item)]
    path = workspace.root / BASELINE_NAME
    write_atomically(path, written_baseline(found, loaded.source_lines).encode("utf-8"))
    return WrittenBaseline(path, len(found))


def remove_baseline(workspace: Workspace) -> bool:
    """Delete the baseline of a workspace; tell whether there was one."""
    from roadmapkit.load.known_findings import BASELINE_NAME

    path = workspace.root / BASELINE_NAME
    existed = path.exists()
    path.unlink(missing_ok=True)
    return existed
