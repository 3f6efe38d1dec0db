"""Everything that can be wrong with a file before its keys have a meaning."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "ALIAS",
    "BAD_ESCAPE",
    "BAD_INDENTATION",
    "CODES",
    "COLON_IN_TEXT",
    "COMMA_SPLITS_TEXT",
    "COMMENT_CUTS_TEXT",
    "CONFLICT_MARKER",
    "CONTROL_CHARACTER",
    "DUPLICATE_KEY",
    "EMPTY",
    "ENCODING",
    "FILE_NAME",
    "KEY_CHARACTERS",
    "KEY_NOT_TEXT",
    "MERGE_KEY",
    "MISSING_SPACE",
    "NOT_A_MAPPING",
    "SPECIAL_START",
    "SYNTAX",
    "TAB",
    "TAG",
    "TEXT_AFTER_VALUE",
    "TOO_DEEP",
    "TOO_LARGE",
    "UNCLOSED_BRACKET",
    "UNCLOSED_QUOTE",
    "UNREADABLE",
]


_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

UNREADABLE = Code("SRC001", "unreadable-file", _ERROR, "The file cannot be read")
TOO_LARGE = Code("SRC002", "file-too-large", _ERROR, "The file is larger than the limit")
ENCODING = Code("SRC003", "wrong-encoding", _ERROR, "The file is not UTF-8 text")
CONTROL_CHARACTER = Code(
    "SRC004", "control-character", _ERROR, "A character that a document cannot hold"
)
EMPTY = Code(
    "SRC005", "empty-document", _WARNING, "A file, or a place between two ---, holds no document"
)
NOT_A_MAPPING = Code("SRC006", "not-a-mapping", _ERROR, "A document is not made of keys and values")
CONFLICT_MARKER = Code(
    "SRC007", "conflict-marker", _ERROR, "A conflict marker of git was left in the file"
)
FILE_NAME = Code("SRC008", "file-name", _ERROR, "The name of the file is not UTF-8 text")

SYNTAX = Code("SRC010", "syntax", _ERROR, "The text breaks the rules of YAML")
TAB = Code("SRC011", "tab", _ERROR, "A line is indented with a tab")
MISSING_SPACE = Code("SRC012", "missing-space", _ERROR, "No space after a colon or a dash")
BAD_INDENTATION = Code(
    "SRC013", "bad-indentation", _ERROR, "A line is indented neither here nor there"
)
UNCLOSED_QUOTE = Code("SRC014", "unclosed-quote", _ERROR, "A quotation mark is never closed")
UNCLOSED_BRACKET = Code(
    "SRC015", "unclosed-bracket", _ERROR, "A bracket is never closed, or never opened"
)
SPECIAL_START = Code(
    "SRC016", "special-start", _ERROR, "A text begins with a character that YAML keeps for itself"
)
COLON_IN_TEXT = Code(
    "SRC017", "colon-in-text", _ERROR, "A colon and a space inside an unquoted text"
)
BAD_ESCAPE = Code(
    "SRC018", "bad-escape", _ERROR, "A backslash inside quotation marks means nothing"
)
TEXT_AFTER_VALUE = Code(
    "SRC019", "text-after-value", _ERROR, "Text goes on after a closing quotation mark or bracket"
)

DUPLICATE_KEY = Code("SRC020", "duplicate-key", _ERROR, "A key stands twice in one mapping")
MERGE_KEY = Code("SRC021", "merge-key", _ERROR, "A merge key (<<) is used")
ALIAS = Code("SRC022", "alias", _ERROR, "An alias leads nowhere, round in a circle, or to too much")
TAG = Code("SRC023", "tag", _ERROR, "A YAML tag (!name) is used")
KEY_NOT_TEXT = Code(
    "SRC024", "key-not-text", _ERROR, "A key is empty, or is itself a list or a mapping"
)
TOO_DEEP = Code("SRC025", "too-deep", _ERROR, "Lists and mappings are nested too deep")
KEY_CHARACTERS = Code(
    "SRC026", "key-characters", _ERROR, "A key holds characters that are not what they look like"
)

COMMA_SPLITS_TEXT = Code(
    "SRC030", "comma-splits-text", _WARNING, "A comma inside brackets has split a phrase"
)
COMMENT_CUTS_TEXT = Code(
    "SRC031", "comment-cuts-text", _WARNING, "A # has turned the rest of a text into a comment"
)

CODES: tuple[Code, ...] = (
    UNREADABLE,
    TOO_LARGE,
    ENCODING,
    CONTROL_CHARACTER,
    EMPTY,
    NOT_A_MAPPING,
    CONFLICT_MARKER,
    FILE_NAME,
    SYNTAX,
    TAB,
    MISSING_SPACE,
    BAD_INDENTATION,
    UNCLOSED_QUOTE,
    UNCLOSED_BRACKET,
    SPECIAL_START,
    COLON_IN_TEXT,
    BAD_ESCAPE,
    TEXT_AFTER_VALUE,
    DUPLICATE_KEY,
    MERGE_KEY,
    ALIAS,
    TAG,
    KEY_NOT_TEXT,
    TOO_DEEP,
    KEY_CHARACTERS,
    COMMA_SPLITS_TEXT,
    COMMENT_CUTS_TEXT,
)
