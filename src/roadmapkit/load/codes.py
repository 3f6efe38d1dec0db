"""Everything that can be wrong with the keys and values of a document."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "BAD_DATE",
    "BAD_ID",
    "CODES",
    "COLON_IN_TEXT",
    "EMPTY_VALUE",
    "FORM_TWICE",
    "HOUSE_SCHEMA",
    "HOUSE_SCHEMA_UNUSABLE",
    "MISSING_KEY",
    "MISSING_KIND",
    "NO_FORM",
    "NO_SHAPE",
    "NUMBER_RANGE",
    "OTHER_FAULT",
    "PICTURE_FILE",
    "SEVERAL_SETTINGS",
    "TEXT_FILE",
    "UNKNOWN_KEY",
    "UNKNOWN_KIND",
    "UNKNOWN_WORD",
    "UNREADABLE_FORM",
    "WRONG_TYPE",
]

_ERROR = Severity.ERROR

MISSING_KIND = Code("SCH001", "missing-kind", _ERROR, "A document does not say what it is")
UNKNOWN_KIND = Code("SCH002", "unknown-kind", _ERROR, "A document of a kind that does not exist")
UNKNOWN_KEY = Code("SCH003", "unknown-key", _ERROR, "A key that has no meaning at its place")
MISSING_KEY = Code("SCH004", "missing-key", _ERROR, "A key that cannot be left out is missing")
WRONG_TYPE = Code(
    "SCH005", "wrong-type", _ERROR, "A list, a text or keys where another is expected"
)
UNKNOWN_WORD = Code("SCH006", "unknown-word", _ERROR, "A value outside a fixed list of words")
EMPTY_VALUE = Code("SCH007", "empty-value", _ERROR, "A text that must say something is empty")
BAD_ID = Code("SCH008", "bad-id", _ERROR, "An id holds other signs than letters, digits, hyphens")
BAD_DATE = Code(
    "SCH009", "bad-date", _ERROR, "A date that is not written as one, or does not exist"
)
NUMBER_RANGE = Code("SCH010", "number-range", _ERROR, "A number is too small or too large")
NO_SHAPE = Code("SCH011", "no-shape", _ERROR, "An entry lacks the key that says what it is")
COLON_IN_TEXT = Code(
    "SCH012", "colon-made-key", _ERROR, "A colon has made a text a key and a value"
)
OTHER_FAULT = Code("SCH013", "other-fault", _ERROR, "A value does not fit its place")

SEVERAL_SETTINGS = Code("SCH020", "several-settings", _ERROR, "A workspace has its settings twice")

HOUSE_SCHEMA = Code("SCH030", "house-schema", _ERROR, "A document breaks a schema of the house")
HOUSE_SCHEMA_UNUSABLE = Code(
    "SCH031", "house-schema-unusable", _ERROR, "A schema of the house cannot be used"
)

FORM_TWICE = Code("FRM003", "form-twice", _ERROR, "The lock of forms holds one form twice")

UNREADABLE_FORM = Code("STA010", "unreadable-form", _ERROR, "A status form that cannot be read")
NO_FORM = Code("STA011", "not-a-form", _ERROR, "A file without the columns of a status form")

TEXT_FILE = Code("TXT001", "text-file", _ERROR, "A file of running text that cannot be had")

PICTURE_FILE = Code(
    "FMT002", "picture-file", _ERROR, "A picture that cannot be had or cannot be printed"
)

CODES: tuple[Code, ...] = (
    PICTURE_FILE,
    FORM_TWICE,
    MISSING_KIND,
    UNKNOWN_KIND,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    UNKNOWN_WORD,
    EMPTY_VALUE,
    BAD_ID,
    BAD_DATE,
    NUMBER_RANGE,
    NO_SHAPE,
    COLON_IN_TEXT,
    OTHER_FAULT,
    SEVERAL_SETTINGS,
    HOUSE_SCHEMA,
    HOUSE_SCHEMA_UNUSABLE,
    UNREADABLE_FORM,
    NO_FORM,
    TEXT_FILE,
)
