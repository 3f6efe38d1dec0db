"""Everything that can be wrong with a case form."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "AMBIGUOUS_FORM",
    "CODES",
    "GENDER_NEEDED",
    "MISSING_NUMBER",
    "NOTHING_TO_INFLECT",
]


GENDER_NEEDED = Code(
    "LNG001",
    "gender-needed",
    Severity.ERROR,
    "A name's form depends on a gender that nothing tells",
)
AMBIGUOUS_FORM = Code(
    "LNG002",
    "ambiguous-form",
    Severity.WARNING,
    "The grammar allows more than one form of a phrase",
)
NOTHING_TO_INFLECT = Code(
    "LNG003",
    "nothing-to-inflect",
    Severity.WARNING,
    "A phrase has no word in the nominative to inflect",
)
MISSING_NUMBER = Code(
    "LNG004",
    "missing-number",
    Severity.WARNING,
    "A word has no form in the number that was asked for",
)

CODES = (GENDER_NEEDED, AMBIGUOUS_FORM, NOTHING_TO_INFLECT, MISSING_NUMBER)
