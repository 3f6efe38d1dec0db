"""Diagnostics gathered while one file is read."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.source.text import SourceText

__all__ = ["Findings"]


class Findings:
    """Diagnostics of one file, in the order in which they were found."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []

    def add(
        self,
        code: Code,
        place: tuple[int, int],
        message: Message,
        hint: Message,
        *,
        severity: Severity | None = None,
    ) -> None:
        """Note one finding.

        Args:
            code: Kind of the finding.
            place: Where, as start and end in characters of the file.
            message: What is wrong.
            hint: The way out.
            severity: How much it matters, where that is not what the code says.
        """
        span = self.source.span(*place)
        self.diagnostics.append(Diagnostic(code.id, severity or code.severity, message, span, hint))

    def assign(self, since: int, document_id: str) -> None:
        """Name the document that the findings from number *since* on belong to."""
        self.diagnostics[since:] = [
            replace(found, documents=(document_id,)) for found in self.diagnostics[since:]
        ]
