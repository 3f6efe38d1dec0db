"""Everything that can be wrong with the reports that a progress asks for."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = ["BEYOND_THE_PLAN", "CODES", "COMPARED_WITH_LATER", "SPAN_INVERTED", "UNCLEAR_DAY"]

UNCLEAR_DAY = Code(
    "RPT001", "report-without-day", Severity.ERROR, "A report with neither a day nor a span"
)
SPAN_INVERTED = Code(
    "RPT002",
    "report-span-inverted",
    Severity.ERROR,
    "A span of a report that ends before it begins",
)
COMPARED_WITH_LATER = Code(
    "RPT003",
    "compared-with-later-day",
    Severity.ERROR,
    "A report compared with a day that is not before its own",
)
BEYOND_THE_PLAN = Code(
    "RPT004",
    "report-due-after-the-plan",
    Severity.INFO,
    "A report that falls due after the end of the plan that it is about",
)

CODES = (UNCLEAR_DAY, SPAN_INVERTED, COMPARED_WITH_LATER, BEYOND_THE_PLAN)
