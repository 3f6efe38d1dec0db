"""Everything in which a Word document can depart from a profile: one row a kind of finding."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity
from roadmapkit.rendering.reading import CODES as READING_CODES

__all__ = [
    "ACTIVE",
    "ALIGNMENT",
    "CODES",
    "COMMENTS",
    "CORNER",
    "DATE",
    "DATE_FORM",
    "EMPTY",
    "EXECUTOR",
    "EXTERNAL",
    "FIRST_LINE",
    "FIRST_PAGE",
    "FONT",
    "FORM",
    "GAP",
    "HALF_REGISTERED",
    "HEADING_ROW",
    "HIDDEN",
    "HYPHEN",
    "INCOMPLETE_FILE",
    "LETTERS",
    "LINE",
    "LONG_STORAGE",
    "MACROS",
    "MARGIN",
    "MARK_NUMBER",
    "MARK_PLACE",
    "MARK_TEXT",
    "MINUTES_PART",
    "NOT_CENTRED",
    "NOT_ON_TOP",
    "NO_BREAK",
    "NUMBER",
    "NUMBERING",
    "NUMBER_EDGE",
    "ORGANIZATION",
    "ORIENTATION",
    "PAGE_NUMBER",
    "PAGE_SIZE",
    "PLACE",
    "PUNCTUATION",
    "QUOTES",
    "ROWS",
    "SIGNATURE",
    "SIGNATURE_NAME",
    "SIGNATURE_PLACE",
    "SPACES",
    "STAMP_PLACE",
    "STAMP_TEXT",
    "STRICT",
    "TABLE_SIZE",
    "TABLE_WIDTH",
    "TABS",
    "TEXT_SIZE",
    "TITLE",
    "TITLE_STOP",
    "TRACKED",
    "VERB",
]

_WARNING, _INFO = Severity.WARNING, Severity.INFO

STRICT = Code("INS010", "strict-format", _INFO, "The file is saved as Strict Open XML")
MACROS = Code("INS011", "macros", _WARNING, "The document carries macros")
EXTERNAL = Code("INS012", "outside-file", _WARNING, "The document refers to an outside file")
ACTIVE = Code("INS013", "embedded-object", _WARNING, "The document carries an embedded object")
INCOMPLETE_FILE = Code("INS014", "part-missing", _WARNING, "A part is missing or damaged")
TRACKED = Code("INS015", "tracked-changes", _WARNING, "Tracked changes are left in the text")
COMMENTS = Code("INS016", "comments", _WARNING, "Comments are left in the text")
HIDDEN = Code("INS017", "hidden-text", _WARNING, "Some text is hidden")

PAGE_SIZE = Code("INS020", "page-size", _WARNING, "The page is not A4")
ORIENTATION = Code("INS021", "orientation", _WARNING, "Size and orientation do not agree")
MARGIN = Code("INS022", "margin", _WARNING, "A margin is narrower than the profile allows")
LONG_STORAGE = Code(
    "INS023", "binding-margin", _INFO, "The left margin is narrow for what is kept over ten years"
)

PAGE_NUMBER = Code("INS030", "page-number", _WARNING, "Pages are not numbered")
FIRST_PAGE = Code("INS031", "number-on-first-page", _WARNING, "The first page has a number")
NOT_CENTRED = Code("INS032", "number-not-centred", _WARNING, "The page number is not centred")
NOT_ON_TOP = Code("INS033", "number-not-on-top", _WARNING, "The page number is not on top")
NUMBER_EDGE = Code("INS034", "number-at-edge", _WARNING, "The page number is too near the edge")

FONT = Code("INS040", "font", _WARNING, "The text is in another typeface")
TEXT_SIZE = Code("INS041", "text-size", _WARNING, "The text is of another size")
TABLE_SIZE = Code("INS042", "table-size", _WARNING, "The text of a table is of another size")

ALIGNMENT = Code("INS050", "alignment", _WARNING, "The text is not justified")
FIRST_LINE = Code("INS051", "first-line", _WARNING, "The first line has another indent")
LINE = Code("INS052", "line-spacing", _WARNING, "The line spacing is another")
GAP = Code("INS053", "paragraph-gap", _INFO, "Paragraphs of the text stand far apart")
EMPTY = Code("INS054", "empty-paragraphs", _INFO, "Empty paragraphs make the spacing")
TABS = Code("INS055", "aligned-by-spaces", _INFO, "Spaces or tabs make the alignment")
NUMBERING = Code("INS056", "typed-number", _INFO, "The number of a point is typed and may part")
LETTERS = Code("INS057", "spaced-by-spaces", _INFO, "Letters are spaced out by spaces")

HEADING_ROW = Code("INS060", "heading-row", _WARNING, "The heading of a table does not repeat")
ROWS = Code("INS061", "split-rows", _WARNING, "Rows of a table may break across pages")
TABLE_WIDTH = Code("INS062", "table-width", _WARNING, "A table is wider than the text")

SPACES = Code("INS070", "double-space", _INFO, "Several spaces stand between words")
QUOTES = Code("INS071", "quotes", _INFO, "Quotation marks are not «»")
HYPHEN = Code("INS072", "hyphen", _INFO, "A hyphen stands for a dash")
NO_BREAK = Code("INS073", "no-break-space", _INFO, "A no-break space is missing")
PUNCTUATION = Code("INS074", "space-before-mark", _INFO, "A space stands before a mark")

ORGANIZATION = Code("INS080", "organization", _WARNING, "The name of the organisation is missing")
FORM = Code("INS081", "form", _WARNING, "The kind of document is not named")
DATE = Code("INS082", "date", _WARNING, "The date is missing")
NUMBER = Code("INS083", "number", _WARNING, "The number is missing")
PLACE = Code("INS084", "place", _INFO, "The place is missing")
TITLE = Code("INS085", "title", _WARNING, "The title is missing")
TITLE_STOP = Code("INS086", "title-full-stop", _WARNING, "A title ends with a full stop")
VERB = Code("INS087", "no-verb", _INFO, "The order says nowhere that it orders")
SIGNATURE = Code("INS088", "signature", _WARNING, "The signature is missing")
SIGNATURE_NAME = Code("INS089", "signature-name", _WARNING, "A signature names a person wrongly")
SIGNATURE_PLACE = Code("INS090", "signature-place", _WARNING, "A name is not at the right margin")
HALF_REGISTERED = Code(
    "INS091", "half-registered", _WARNING, "Of date and number only one is filled in"
)
MARK_TEXT = Code("INS092", "mark-incomplete", _WARNING, "The mark of an appendix is incomplete")
MARK_PLACE = Code("INS093", "mark-place", _WARNING, "The mark of an appendix is not on the right")
MARK_NUMBER = Code("INS094", "mark-number", _WARNING, "Appendices are numbered wrongly")
STAMP_PLACE = Code("INS095", "stamp-place", _WARNING, "The approval stamp is not on the right")
STAMP_TEXT = Code("INS096", "stamp-incomplete", _WARNING, "The approval stamp is incomplete")
EXECUTOR = Code("INS097", "executor-place", _INFO, "The executor's mark is not on the left")
MINUTES_PART = Code("INS098", "minutes-part", _WARNING, "The minutes lack a part")
CORNER = Code("INS099", "corner-width", _INFO, "A requisite in the corner has too long a line")
DATE_FORM = Code("INS100", "date-form", _INFO, "The date is written in another form")

CODES: tuple[Code, ...] = (
    *READING_CODES,
    STRICT,
    MACROS,
    EXTERNAL,
    ACTIVE,
    INCOMPLETE_FILE,
    TRACKED,
    COMMENTS,
    HIDDEN,
    PAGE_SIZE,
    ORIENTATION,
    MARGIN,
    LONG_STORAGE,
    PAGE_NUMBER,
    FIRST_PAGE,
    NOT_CENTRED,
    NOT_ON_TOP,
    NUMBER_EDGE,
    FONT,
    TEXT_SIZE,
    TABLE_SIZE,
    ALIGNMENT,
    FIRST_LINE,
    LINE,
    GAP,
    EMPTY,
    TABS,
    NUMBERING,
    LETTERS,
    HEADING_ROW,
    ROWS,
    TABLE_WIDTH,
    SPACES,
    QUOTES,
    HYPHEN,
    NO_BREAK,
    PUNCTUATION,
    ORGANIZATION,
    FORM,
    DATE,
    NUMBER,
    PLACE,
    TITLE,
    TITLE_STOP,
    VERB,
    SIGNATURE,
    SIGNATURE_NAME,
    SIGNATURE_PLACE,
    HALF_REGISTERED,
    MARK_TEXT,
    MARK_PLACE,
    MARK_NUMBER,
    STAMP_PLACE,
    STAMP_TEXT,
    EXECUTOR,
    MINUTES_PART,
    CORNER,
    DATE_FORM,
)
