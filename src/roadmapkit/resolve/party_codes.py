"""Everything that can be wrong with directories and with the parties that cells name."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "ABBREVIATION_TWICE",
    "AMBIGUOUS_PARTY",
    "CODES",
    "CYCLE",
    "DIRECTORY_ID_TWICE",
    "EMPTY_GROUP",
    "FORMER_NAMES_AT_ONCE",
    "FORM_TWICE",
    "INVERTED_APPOINTMENT",
    "INVERTED_TIME",
    "MIXED_LETTERS",
    "NAMESAKES",
    "NOT_IN_EXISTENCE",
    "NO_LONGER_IN_POST",
    "OVERLAPPING_APPOINTMENTS",
    "REPEATED_PARTY",
    "UNKNOWN_MEMBER",
    "UNKNOWN_PARTY",
    "VACANT_POST",
    "WRONG_MEMBER_KIND",
]

DIRECTORY_ID_TWICE = Code(
    "PAR001", "directory-id-twice", Severity.ERROR, "Two entries of one directory have the same id"
)
UNKNOWN_MEMBER = Code(
    "PAR002", "unknown-entry", Severity.ERROR, "An id inside the directory that no entry has"
)
WRONG_MEMBER_KIND = Code(
    "PAR003", "wrong-entry-kind", Severity.ERROR, "An id inside the directory of another kind"
)
CYCLE = Code("PAR004", "directory-cycle", Severity.ERROR, "An entry that contains itself")
EMPTY_GROUP = Code("PAR005", "empty-group", Severity.INFO, "A group that nobody belongs to")
OVERLAPPING_APPOINTMENTS = Code(
    "PAR006", "overlapping-appointments", Severity.ERROR, "Two people hold one post on the same day"
)
INVERTED_APPOINTMENT = Code(
    "PAR007", "inverted-appointment", Severity.ERROR, "An appointment ends before it begins"
)
FORM_TWICE = Code(
    "PAR008", "written-form-twice", Severity.WARNING, "One written form stands for two entries"
)
NAMESAKES = Code("PAR009", "namesakes", Severity.WARNING, "Two people share surname and initials")
ABBREVIATION_TWICE = Code(
    "PAR010", "abbreviation-twice", Severity.WARNING, "An abbreviation is explained in two ways"
)
UNKNOWN_PARTY = Code(
    "PAR011",
    "unknown-party",
    Severity.WARNING,
    "A party of a cell that the directory lacks",
    fixable="unsafe",
)
AMBIGUOUS_PARTY = Code(
    "PAR012", "ambiguous-party", Severity.WARNING, "A party of a cell that may be one of several"
)
REPEATED_PARTY = Code(
    "PAR013", "repeated-party", Severity.WARNING, "A party that the same cell names twice"
)
VACANT_POST = Code(
    "PAR014", "vacant-post", Severity.WARNING, "A post that nobody holds on the day of the document"
)
INVERTED_TIME = Code(
    "PAR015", "inverted-time", Severity.ERROR, "A time in the directory ends before it begins"
)
FORMER_NAMES_AT_ONCE = Code(
    "PAR016", "former-names-at-once", Severity.ERROR, "Two former names end on the same day"
)
MIXED_LETTERS = Code(
    "PAR017", "mixed-letters", Severity.WARNING, "Latin letters in a Cyrillic word of a name"
)
NOT_IN_EXISTENCE = Code(
    "PAR018",
    "organization-not-in-existence",
    Severity.WARNING,
    "An organisation that does not exist on the day of the document",
)
NO_LONGER_IN_POST = Code(
    "PAR019",
    "no-longer-in-post",
    Severity.WARNING,
    "A person who has given up every post before the day of the document",
)

CODES: tuple[Code, ...] = (
    DIRECTORY_ID_TWICE,
    UNKNOWN_MEMBER,
    WRONG_MEMBER_KIND,
    CYCLE,
    EMPTY_GROUP,
    OVERLAPPING_APPOINTMENTS,
    INVERTED_APPOINTMENT,
    FORM_TWICE,
    NAMESAKES,
    ABBREVIATION_TWICE,
    UNKNOWN_PARTY,
    AMBIGUOUS_PARTY,
    REPEATED_PARTY,
    VACANT_POST,
    INVERTED_TIME,
    FORMER_NAMES_AT_ONCE,
    MIXED_LETTERS,
    NOT_IN_EXISTENCE,
    NO_LONGER_IN_POST,
)
