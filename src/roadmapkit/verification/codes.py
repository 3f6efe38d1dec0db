"""Findings about finished files: what differs from the build, and what could not be known."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Severity

__all__ = [
    "ADDED",
    "CODES",
    "COMMENTS",
    "FORMATTING",
    "LEFT_OUT",
    "MACROS",
    "MOVED",
    "NOT_CONFIRMED",
    "NOT_REBUILT",
    "NO_PROPERTIES",
    "OTHER_VERSION",
    "PROPERTIES",
    "SAVED_AGAIN",
    "SOURCES_UNKNOWN",
    "TEXT",
    "TRACKED",
    "TYPOGRAPHY",
]

TEXT = Code("VER001", "text-changed", Severity.ERROR, "A text that was changed after the build")
ADDED = Code("VER002", "text-added", Severity.ERROR, "A text that was added after the build")
LEFT_OUT = Code(
    "VER003", "text-left-out", Severity.ERROR, "A text that was removed after the build"
)
MOVED = Code("VER004", "text-moved", Severity.ERROR, "A text that was moved, joined or divided")
FORMATTING = Code(
    "VER005", "formatting-changed", Severity.WARNING, "A look that was changed after the build"
)
TYPOGRAPHY = Code(
    "VER006",
    "typography-changed",
    Severity.WARNING,
    "Spaces, quotation marks or dashes that were changed after the build",
)
PROPERTIES = Code(
    "VER007", "properties-changed", Severity.WARNING, "Properties of a file that were changed"
)
SAVED_AGAIN = Code(
    "VER008", "saved-again", Severity.INFO, "A file saved by another program after the build"
)
TRACKED = Code(
    "VER009", "tracked-changes", Severity.WARNING, "Tracked changes that nobody has decided on"
)
COMMENTS = Code("VER010", "comments-left", Severity.WARNING, "Comments left in the margin")
NO_PROPERTIES = Code(
    "VER011", "properties-missing", Severity.WARNING, "A file without the properties of the build"
)
SOURCES_UNKNOWN = Code(
    "VER012", "sources-not-found", Severity.WARNING, "A file whose sources no commit has"
)
OTHER_VERSION = Code(
    "VER013", "other-version", Severity.WARNING, "A file built by another version of the library"
)
NOT_REBUILT = Code(
    "VER014", "not-rebuilt", Severity.WARNING, "A file that cannot be built again to compare"
)
NOT_CONFIRMED = Code(
    "VER015", "not-confirmed", Severity.WARNING, "A file that its sources build otherwise today"
)
MACROS = Code("VER016", "macros-added", Severity.WARNING, "A file that carries macros")

CODES = (
    TEXT,
    ADDED,
    LEFT_OUT,
    MOVED,
    FORMATTING,
    TYPOGRAPHY,
    PROPERTIES,
    SAVED_AGAIN,
    TRACKED,
    COMMENTS,
    NO_PROPERTIES,
    SOURCES_UNKNOWN,
    OTHER_VERSION,
    NOT_REBUILT,
    NOT_CONFIRMED,
    MACROS,
)
"""Every code of this package."""
