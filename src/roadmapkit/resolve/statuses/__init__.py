"""How work stands, term by term and party by party: one knowledge for report, agenda and forms.

``labels`` and ``slots`` name the terms of an activity, ``reporters`` tells who answers for
one, ``ledger`` weighs the marks, ``checks`` finds marks about nobody or no term, ``asking``
and ``merging`` are the way of a form to a party and back.
"""

from __future__ import annotations

from roadmapkit.resolve.statuses.codes import CODES
from roadmapkit.resolve.statuses.reporters import Reporter
from roadmapkit.resolve.statuses.slots import Slot
from roadmapkit.resolve.statuses.standing import PartyState, Standing, Tally, tally_of

__all__ = ["CODES", "PartyState", "Reporter", "Slot", "Standing", "Tally", "tally_of"]
