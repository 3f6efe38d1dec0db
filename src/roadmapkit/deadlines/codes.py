"""Everything that can be wrong with a deadline phrase: code, severity, one line of summary."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapkit.diagnostics import Diagnostic, Message, Severity

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
    "Code",
]


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    Attributes:
        name: Stable identifier, never reused.
        severity: How much it matters unless the settings say otherwise.
        summary: What it is about, in English, one line.
    """

    name: str
    severity: Severity
    summary: str

    def finding(
        self, message: Message, *, hint: Message | None = None, norm: str | None = None
    ) -> Diagnostic:
        """Return a diagnostic of this code without a span, which the caller knows."""
        return Diagnostic(
            code=self.name, severity=self.severity, message=message, hint=hint, norm=norm
        )


UNPARSED = Code("DUE001", Severity.ERROR, "No term was understood in the phrase")
LEFT_OVER = Code("DUE002", Severity.WARNING, "A part of the phrase was not understood")
YEAR_OPEN = Code("DUE003", Severity.WARNING, "The year is not written and does not follow")
SEVERAL_READINGS = Code("DUE004", Severity.WARNING, "The phrase has a second honest reading")
OUTSIDE = Code("DUE005", Severity.WARNING, "A date lies outside the period of the document")
IMPOSSIBLE_DATE = Code("DUE006", Severity.ERROR, "There is no such day in the calendar")
INVERTED = Code("DUE007", Severity.ERROR, "A range ends before it starts")
NOISE = Code("DUE008", Severity.INFO, "Marks that carry no term were passed over")
SPELLING = Code("DUE009", Severity.WARNING, "A misspelt word was read as the nearest known one")
WIDE_PERIOD = Code("DUE010", Severity.WARNING, "«В течение года» in a period of several years")
LOCAL_TERMS = Code("DUE011", Severity.INFO, "School terms come from the recommended default")
TOO_LONG = Code("DUE012", Severity.ERROR, "The phrase is too long to be a deadline")
APPROXIMATE = Code("DUE013", Severity.INFO, "An approximate word was given exact dates")
COVERAGE = Code("DUE014", Severity.WARNING, "The production calendar does not know the year")
YEAR_STRANGE = Code("DUE015", Severity.WARNING, "The year is written with two digits or far away")
UNBALANCED = Code("DUE016", Severity.WARNING, "A bracket is opened or closed without its pair")
CROSSED_PERIOD = Code(
    "DUE017", Severity.WARNING, "The bracket contradicts the recurrence that it follows"
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
