"""Agendas for the tests of the exports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import roadmapkit
from roadmapkit.api import DueResult
from roadmapkit.resolve import Agenda
from tiny_workspaces import opened

__all__ = ["AS_OF", "EXAMPLES", "ROOT", "agenda_of"]

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2024, 3, 1)
EXAMPLES: DueResult = roadmapkit.due(roadmapkit.open_workspace(ROOT), as_of=AS_OF)
"""All that falls due in the examples of the checkout."""


def agenda_of(folder: Path, *documents: str, as_of: date = AS_OF) -> Agenda:
    """Return what falls due in a workspace of a few lines."""
    return roadmapkit.due(opened(folder, *documents), as_of=as_of).agenda
