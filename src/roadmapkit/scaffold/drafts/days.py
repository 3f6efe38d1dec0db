"""Days, years and periods in digits, shifted."""

from __future__ import annotations

import re
from calendar import isleap

from roadmapkit.scaffold.drafts.shift import YEAR, YearShift

__all__ = ["day_changes"]

_PART = re.compile(
    rf"""(?<!\d)(?P<year>{YEAR})
        (?:(?P<iso>-02-29(?!\d)) | (?P<mark>\s*[-–—/]\s*)(?P<short>\d\d)(?![\d-]))?(?!\d)""",
    re.VERBOSE,
)
_CUT_BEFORE = re.compile(r"(?<!\d)29(?=(?:\.02\.|\s+февраля\s+)\Z)", re.IGNORECASE)

Changes = list[tuple[tuple[int, int], str]]


def day_changes(text: str, shift: YearShift) -> tuple[Changes, list[tuple[int, int]]]:
    """Return what changes in days, years and periods written in digits, and which days are cut.

    Args:
        text: ``2024``, ``2021/22``, ``2020-06..2021-05``, ``2024-02-29``, ``29 февраля 2024``.
        shift: By how many years.

    Returns:
        Places with what is written there instead, of equal length; those of them that
        made the 28th out of the 29th of February.
    """
    changes: Changes = []
    cut: list[tuple[int, int]] = []
    for match in _PART.finditer(text):
        year = shift.year(int(match["year"]))
        changes.append((match.span("year"), str(year)))
        if match["short"] and int(match["short"]) == (int(match["year"]) + 1) % 100:
            changes.append((match.span("short"), shift.digits(match["short"])))
        if isleap(year):
            continue
        before = _CUT_BEFORE.search(text[: match.start()])
        place = before.span() if before is not None else None
        if match["iso"]:
            place = (match.end("iso") - 2, match.end("iso"))
        if place is not None:
            changes.append((place, "28"))
            cut.append(place)
    return changes, cut
