"""What a report says of the terms of a plan: how each stands, in figures and in changes.

``requests`` tells which reports can be made, ``accounts`` how every term stands on a day,
``figures`` counts them, ``changes`` holds two days against each other, ``beyond`` finds the
reports that fall due after the end of the plan.
"""

from __future__ import annotations

from roadmapkit.resolve.reporting.accounts import Account, Outcome
from roadmapkit.resolve.reporting.changes import Change, changes_between
from roadmapkit.resolve.reporting.codes import CODES
from roadmapkit.resolve.reporting.figures import Figures, count, shares_of_executors
from roadmapkit.resolve.reporting.requests import report_key, wanted_parts

__all__ = [
    "CODES",
    "Account",
    "Change",
    "Figures",
    "Outcome",
    "changes_between",
    "count",
    "report_key",
    "shares_of_executors",
    "wanted_parts",
]
