"""The exception of a file that cannot be read; it also speaks as a diagnostic."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Diagnostic, Message, Span
from roadmapkit.errors import RoadmapkitError

__all__ = ["UnreadableDocumentError"]


class UnreadableDocumentError(RoadmapkitError):
    """A file is no Word document, or none that can be read.

    Attributes:
        kind: Row of the table of codes.
        message: What is wrong.
        hint: The next step.
    """

    def __init__(self, kind: Code, message: Message, hint: Message) -> None:
        super().__init__(message)
        self.kind = kind
        self.message: Message = message
        self.hint = hint

    def diagnostic(self, span: Span | None) -> Diagnostic:
        """Return the same finding as data."""
        return self.kind.at(span, self.message, hint=self.hint)
