"""The agenda: what falls due when, for whom, and how it stands on a day.

``listing`` makes it, ``items`` is what it consists of, ``keys`` names every item for ever,
``concerned`` and ``window`` narrow it down.
"""

from __future__ import annotations

from roadmapkit.resolve.agenda.items import Agenda, DueItem, State
from roadmapkit.resolve.agenda.listing import agenda
from roadmapkit.resolve.agenda.window import read_distance

__all__ = ["Agenda", "DueItem", "State", "agenda", "read_distance"]
