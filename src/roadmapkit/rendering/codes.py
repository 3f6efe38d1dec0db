"""Everything that can be wrong with a Word template: one row a kind of finding."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "ACTIVE_CONTENT",
    "BROKEN_TAG",
    "CODES",
    "EXHAUSTED",
    "EXTERNAL",
    "MACROS",
    "MISSING",
    "NESTING",
    "NOT_WORD",
    "NOT_ZIP",
    "OTHER_KIND",
    "PATHS",
    "REFUSED",
    "SLOW",
    "TOO_LARGE",
    "UNDEFINED",
    "UNPRINTABLE",
    "UNPRINTED",
]

MISSING = Code("TPL001", "template-missing", Severity.ERROR, "There is no such template")
NOT_ZIP = Code("TPL002", "not-a-zip", Severity.ERROR, "The template is not a .docx archive")
NOT_WORD = Code("TPL003", "not-word", Severity.ERROR, "The archive holds no readable Word document")
MACROS = Code("TPL004", "macros", Severity.ERROR, "The template carries macros")
EXTERNAL = Code(
    "TPL005", "external-relationship", Severity.ERROR, "The template refers to an outside file"
)
TOO_LARGE = Code("TPL006", "too-large", Severity.ERROR, "The template unpacks to too much data")
PATHS = Code("TPL007", "unsafe-path", Severity.ERROR, "A member of the archive has an unsafe name")
ACTIVE_CONTENT = Code(
    "TPL008", "active-content", Severity.ERROR, "The template carries objects or fields that act"
)
OTHER_KIND = Code(
    "TPL009", "other-kind", Severity.ERROR, "The template is meant for another kind of document"
)
BROKEN_TAG = Code("TPL010", "broken-tag", Severity.ERROR, "A tag of the template cannot be read")
NESTING = Code(
    "TPL011", "tag-nesting", Severity.ERROR, "A block tag begins and ends at unlike places"
)
UNDEFINED = Code(
    "TPL012", "undefined-name", Severity.ERROR, "The template asks for a value that is not given"
)
UNPRINTABLE = Code(
    "TPL013", "unprintable", Severity.ERROR, "A value cannot be printed in a Word document"
)
REFUSED = Code(
    "TPL014", "refused-expression", Severity.ERROR, "A tag does what templates are not allowed to"
)
EXHAUSTED = Code(
    "TPL015", "too-much-work", Severity.ERROR, "A template asks for endless work or text"
)
UNPRINTED = Code(
    "TPL016",
    "unprinted-field",
    Severity.WARNING,
    "A house's template leaves out what the packaged one prints",
)
SLOW = Code(
    "TPL017", "slow-template", Severity.INFO, "A template that is printed more slowly than it could"
)

CODES: tuple[Code, ...] = (
    MISSING,
    NOT_ZIP,
    NOT_WORD,
    MACROS,
    EXTERNAL,
    TOO_LARGE,
    PATHS,
    ACTIVE_CONTENT,
    OTHER_KIND,
    BROKEN_TAG,
    NESTING,
    UNDEFINED,
    UNPRINTABLE,
    REFUSED,
    EXHAUSTED,
    UNPRINTED,
    SLOW,
)
