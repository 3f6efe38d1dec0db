"""Findings about the papers that go with documents, and about letters."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "APPROVED_AFTER_SIGNING",
    "APPROVER_TWICE",
    "CODES",
    "LETTER_INCOMPLETE",
    "NO_SUCH_PAPER",
    "PUBLISHED_PHONE",
    "ROUND_TOO_EARLY",
    "TOO_MANY_ADDRESSEES",
]

NO_SUCH_PAPER = Code(
    "PAP001", "no-such-paper", Severity.WARNING, "A paper that is asked for and cannot be made"
)
ROUND_TOO_EARLY = Code(
    "PAP002",
    "round-too-early",
    Severity.ERROR,
    "An approval dated before one of an earlier round",
)
APPROVER_TWICE = Code(
    "PAP003", "approver-twice", Severity.ERROR, "Somebody who is twice in one round of approval"
)
APPROVED_AFTER_SIGNING = Code(
    "PAP004",
    "approved-after-signing",
    Severity.WARNING,
    "An approval dated after the day of the document",
)
PUBLISHED_PHONE = Code(
    "PAP005", "published-phone", Severity.WARNING, "A phone number in a variant for publication"
)
LETTER_INCOMPLETE = Code(
    "PAP006",
    "letter-incomplete",
    Severity.ERROR,
    "A registered letter without date, number, addressee, text or signatory",
)
TOO_MANY_ADDRESSEES = Code(
    "PAP007",
    "too-many-addressees",
    Severity.WARNING,
    "A letter with more addressees than a letter may name",
)

CODES = (
    NO_SUCH_PAPER,
    ROUND_TOO_EARLY,
    APPROVER_TWICE,
    APPROVED_AFTER_SIGNING,
    PUBLISHED_PHONE,
    LETTER_INCOMPLETE,
    TOO_MANY_ADDRESSEES,
)
