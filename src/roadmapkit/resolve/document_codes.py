"""Findings about documents as a whole and about references between them."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "BROKEN_REFERENCE",
    "CIRCULAR_REFERENCE",
    "CIRCULAR_TERMS",
    "CODES",
    "DAY_OFF_AND_WORKED",
    "DRAFT_REPEALED",
    "DUPLICATE_ACTIVITY_ID",
    "DUPLICATE_ID",
    "EMPTY_APPENDIX",
    "EMPTY_LIST",
    "EMPTY_POST",
    "EVENT_WITHOUT_DAYS",
    "INVALID_DATES",
    "INVALID_PERIOD",
    "PHRASE_MEANING",
    "REPORTING_RULE",
    "ROW_LENGTH",
    "SCHOOL_YEAR",
    "UNDATED_BASE",
    "UNKNOWN_ACTIVITY",
    "UNKNOWN_BASE",
    "UNKNOWN_COLUMN",
    "UNKNOWN_ID",
    "UNKNOWN_NUMBER",
    "UNPRINTED_FIELD",
    "UNTITLED_APPENDIX",
    "WRONG_KIND",
]

UNKNOWN_ID = Code("REF001", "unknown-id", Severity.ERROR, "A reference to an id that nothing has")
WRONG_KIND = Code(
    "REF002", "wrong-kind", Severity.ERROR, "A reference to a document or an entry of another kind"
)
DUPLICATE_ID = Code("REF003", "duplicate-id", Severity.ERROR, "Two documents with one id")
CIRCULAR_REFERENCE = Code(
    "REF004", "circular-reference", Severity.ERROR, "Documents that contain each other"
)
UNKNOWN_ACTIVITY = Code(
    "REF005", "unknown-activity", Severity.ERROR, "A mark for an activity that the plan lacks"
)
DUPLICATE_ACTIVITY_ID = Code(
    "REF006", "duplicate-activity-id", Severity.ERROR, "Two activities of a plan with one id"
)
UNKNOWN_COLUMN = Code(
    "REF007", "unknown-column", Severity.ERROR, "A column that no activity has a value for"
)
INVALID_PERIOD = Code("REF008", "invalid-period", Severity.ERROR, "A period that is none")
EMPTY_POST = Code(
    "REF009", "nobody-in-post", Severity.WARNING, "A post that nobody holds on the day of the act"
)
INVALID_DATES = Code("REF010", "invalid-dates", Severity.ERROR, "Dates that make no term")
ROW_LENGTH = Code(
    "REF011", "row-length", Severity.ERROR, "A row with more or fewer cells than the table"
)
BROKEN_REFERENCE = Code(
    "REF012", "broken-reference", Severity.ERROR, "A reference to a document that has errors"
)
UNPRINTED_FIELD = Code(
    "REF013", "unprinted-field", Severity.WARNING, "A fact of the plan that no column prints"
)
UNTITLED_APPENDIX = Code(
    "REF014", "untitled-appendix", Severity.ERROR, "A clause approves what has no name"
)
DAY_OFF_AND_WORKED = Code(
    "REF015",
    "day-off-and-worked",
    Severity.ERROR,
    "The settings have one day both as a day off and as a working day",
)
EMPTY_APPENDIX = Code(
    "REF016", "empty-appendix", Severity.ERROR, "An appendix that would be a blank sheet"
)
DRAFT_REPEALED = Code(
    "REF017", "draft-repealed", Severity.ERROR, "A draft cannot lose force: it never had any"
)
EMPTY_LIST = Code(
    "REF018", "empty-list", Severity.WARNING, "A list of members of a group that nobody belongs to"
)
SCHOOL_YEAR = Code(
    "REF019", "school-year", Severity.ERROR, "The settings have a school year that cannot be"
)
EVENT_WITHOUT_DAYS = Code(
    "REF020", "event-without-days", Severity.ERROR, "An event whose days cannot be read"
)
REPORTING_RULE = Code(
    "REF021", "reporting-rule", Severity.ERROR, "A reporting rule from which no dates follow"
)
UNKNOWN_BASE = Code(
    "REF022", "unknown-base", Severity.ERROR, "A term that counts from what nothing is called"
)
UNKNOWN_NUMBER = Code(
    "REF023",
    "unknown-number",
    Severity.WARNING,
    "A term that counts from a number that no activity of the plan has",
)
CIRCULAR_TERMS = Code(
    "REF024", "circular-terms", Severity.ERROR, "Terms of activities that count from each other"
)
UNDATED_BASE = Code(
    "REF025", "undated-base", Severity.INFO, "A term that counts from what has no date"
)
PHRASE_MEANING = Code(
    "REF026", "phrase-meaning", Severity.ERROR, "A phrase with no meaning beside it, or with two"
)

CODES = (
    UNKNOWN_ID,
    WRONG_KIND,
    DUPLICATE_ID,
    CIRCULAR_REFERENCE,
    UNKNOWN_ACTIVITY,
    DUPLICATE_ACTIVITY_ID,
    UNKNOWN_COLUMN,
    INVALID_PERIOD,
    EMPTY_POST,
    INVALID_DATES,
    ROW_LENGTH,
    BROKEN_REFERENCE,
    UNPRINTED_FIELD,
    EMPTY_APPENDIX,
    DRAFT_REPEALED,
    EMPTY_LIST,
    UNTITLED_APPENDIX,
    DAY_OFF_AND_WORKED,
    SCHOOL_YEAR,
    EVENT_WITHOUT_DAYS,
    REPORTING_RULE,
    UNKNOWN_BASE,
    UNKNOWN_NUMBER,
    CIRCULAR_TERMS,
    UNDATED_BASE,
    PHRASE_MEANING,
)
