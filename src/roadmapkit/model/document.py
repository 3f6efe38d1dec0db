"""The kinds of documents."""

from __future__ import annotations

from roadmapkit.model.directory import Directory
from roadmapkit.model.letter import Letter
from roadmapkit.model.minutes import Minutes
from roadmapkit.model.order import Order
from roadmapkit.model.program import Program
from roadmapkit.model.progress import Progress
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.model.settings import Settings

__all__ = ["Document", "PrintedDocument"]

Document = Roadmap | Order | Program | Minutes | Letter | Progress | Directory | Settings
"""Any document of a workspace."""

PrintedDocument = Roadmap | Order | Program | Minutes | Letter | Progress
"""A document with an id that produces files."""
