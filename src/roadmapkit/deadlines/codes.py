"""Everything that can be wrong with a deadline phrase: code, severity, one line of summary."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "APPROXIMATE",
    "CODES",
    "COVERAGE",
    "CROSSED_PERIOD",
    "IMPOSSIBLE_DATE",
    "INVERTED",
    "LEFT_OVER",
    "LOCAL_TERMS",
    "NOISE",
    "OUTSIDE",
    "SEVERAL_READINGS",
    "SPELLING",
    "TOO_LONG",
    "UNBALANCED",
    "UNPARSED",
    "WIDE_PERIOD",
    "YEAR_OPEN",
    "YEAR_STRANGE",
]


UNPARSED = Code("DUE001", "unparsed", Severity.WARNING, "No term was understood in the phrase")
LEFT_OVER = Code("DUE002", "left-over", Severity.WARNING, "A part of the phrase was not understood")
YEAR_OPEN = Code(
    "DUE003", "year-open", Severity.WARNING, "The year is not written and does not follow"
)
SEVERAL_READINGS = Code(
    "DUE004", "several-readings", Severity.WARNING, "The phrase has a second honest reading"
)
OUTSIDE = Code(
    "DUE005", "outside", Severity.WARNING, "A date lies outside the period of the document"
)
IMPOSSIBLE_DATE = Code(
    "DUE006", "impossible-date", Severity.ERROR, "There is no such day in the calendar"
)
INVERTED = Code("DUE007", "inverted", Severity.ERROR, "A range ends before it starts")
NOISE = Code("DUE008", "noise", Severity.INFO, "Marks that carry no term were passed over")
SPELLING = Code(
    "DUE009", "spelling", Severity.WARNING, "A misspelt word was read as the nearest known one"
)
WIDE_PERIOD = Code(
    "DUE010", "wide-period", Severity.WARNING, "«В течение года» in a period of several years"
)
LOCAL_TERMS = Code(
    "DUE011", "local-terms", Severity.INFO, "School terms come from the recommended default"
)
TOO_LONG = Code("DUE012", "too-long", Severity.ERROR, "The phrase is too long to be a deadline")
APPROXIMATE = Code(
    "DUE013", "approximate", Severity.INFO, "An approximate word was given exact dates"
)
COVERAGE = Code(
    "DUE014", "coverage", Severity.WARNING, "No production calendar is known for the year"
)
YEAR_STRANGE = Code(
    "DUE015", "year-strange", Severity.WARNING, "The year is written with two digits or far away"
)
UNBALANCED = Code(
    "DUE016", "unbalanced", Severity.WARNING, "A bracket is opened or closed without its pair"
)
CROSSED_PERIOD = Code(
    "DUE017",
    "crossed-period",
    Severity.WARNING,
    "The bracket contradicts the recurrence that it follows",
)

CODES: tuple[Code, ...] = (
    UNPARSED,
    LEFT_OVER,
    YEAR_OPEN,
    SEVERAL_READINGS,
    OUTSIDE,
    IMPOSSIBLE_DATE,
    INVERTED,
    NOISE,
    SPELLING,
    WIDE_PERIOD,
    LOCAL_TERMS,
    TOO_LONG,
    APPROXIMATE,
    COVERAGE,
    YEAR_STRANGE,
    UNBALANCED,
    CROSSED_PERIOD,
)
