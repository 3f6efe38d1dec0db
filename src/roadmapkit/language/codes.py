"""Codes of the findings about language, each with severity and meaning.

==========  ========  ==========================================================
code        severity  meaning
==========  ========  ==========================================================
``LNG001``  error     A name's form depends on a gender that nothing tells.
``LNG002``  warning   The grammar allows more than one form of a phrase.
``LNG003``  warning   A phrase has no word in the nominative to inflect.
``LNG004``  warning   A word has no form in the number that was asked for.
==========  ========  ==========================================================
"""

from __future__ import annotations

from dataclasses import dataclass

from roadmapkit.diagnostics import Diagnostic, Message, Severity

__all__ = [
    "AMBIGUOUS_FORM",
    "CODES",
    "GENDER_NEEDED",
    "MISSING_NUMBER",
    "NOTHING_TO_INFLECT",
    "Code",
]


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding.

    Attributes:
        name: Stable identifier, never reused.
        severity: Severity unless the settings say otherwise.
        summary: One line in English for the list of codes.
    """

    name: str
    severity: Severity
    summary: str

    def diagnose(self, message: Message, hint: Message | None = None) -> Diagnostic:
        """Return a finding of this kind; the caller adds the span."""
        return Diagnostic(self.name, self.severity, message, hint=hint)


GENDER_NEEDED = Code(
    "LNG001", Severity.ERROR, "A name's form depends on a gender that nothing tells"
)
AMBIGUOUS_FORM = Code(
    "LNG002", Severity.WARNING, "The grammar allows more than one form of a phrase"
)
NOTHING_TO_INFLECT = Code(
    "LNG003", Severity.WARNING, "A phrase has no word in the nominative to inflect"
)
MISSING_NUMBER = Code(
    "LNG004", Severity.WARNING, "A word has no form in the number that was asked for"
)

CODES = (GENDER_NEEDED, AMBIGUOUS_FORM, NOTHING_TO_INFLECT, MISSING_NUMBER)
