"""A draft that was made from another document: its text, what was shifted, what to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Message, Span

__all__ = ["Draft", "ShiftedValue"]

Translate = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class ShiftedValue:
    """One thing that was shifted.

    Attributes:
        path: Where it stands in its document: ``sections.0.activities.2.due``.
        before: What stood there.
        after: What stands there now.
        place: Where it stands in the new file.
    """

    path: str
    before: str
    after: str
    place: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A new file of documents.

    Attributes:
        file: Name of the file, from the root of the workspace, with ``/``.
        text: Its content.
        documents: Ids of the new documents, in the order of the file.
        pattern: File that it was made from, as it is and by name; None for a starter.
        shifted: Everything that was shifted, in the order of the file.
        flagged: What a person has to look at, each thing with its place in the new file.
    """

    file: str
    text: str
    documents: tuple[str, ...]
    pattern: tuple[str, str] | None = None
    shifted: tuple[ShiftedValue, ...] = ()
    flagged: tuple[Diagnostic, ...] = ()

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON.

        Args:
            translate: Turns messages into sentences of the reader's language.
        """
        return {
            "file": self.file,
            "documents": list(self.documents),
            "pattern": self.pattern[0] if self.pattern is not None else None,
            "text": self.text,
            "shifted": [
                {
                    "path": item.path,
                    "before": item.before,
                    "after": item.after,
                    "line": item.place.line,
                    "column": item.place.column,
                }
                for item in self.shifted
            ],
            "flagged": [
                {
                    "code": item.code,
                    "message": translate(item.message),
                    "hint": translate(item.hint) if item.hint is not None else None,
                    "line": item.span.line if item.span is not None else None,
                    "column": item.span.column if item.span is not None else None,
                }
                for item in self.flagged
            ],
        }
