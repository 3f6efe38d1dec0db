"""The exception of this package: a template error that also speaks as a diagnostic."""

from __future__ import annotations

from roadmapkit.diagnostics import Code, Diagnostic, Message
from roadmapkit.errors import TemplateError

__all__ = ["RenderError"]


class RenderError(TemplateError):
    """A template error with code, translatable message and way out.

    Attributes:
        code: Stable identifier, such as ``TPL012``.
        kind: Row of the table of codes.
        message: What is wrong.
        hint: The next step.
    """

    def __init__(
        self,
        kind: Code,
        message: Message,
        hint: Message,
        *,
        template: str,
        place: Message | None = None,
    ) -> None:
        where = f"{template}, {place}" if place is not None else template
        super().__init__(
            f"{where}: {message}; {hint}",
            template=template,
            place=str(place) if place is not None else None,
        )
        self.kind = kind
        self.code = kind.id
        self.message = message
        self.hint = hint
        self.where = place

    def diagnostic(self) -> Diagnostic:
        """Return the same finding as data; the template is named in the message."""
        if self.where is None:
            message = Message("{template}: {problem}", template=self.template, problem=self.message)
        else:
            message = Message(
                "{template}, {place}: {problem}",
                template=self.template,
                place=self.where,
                problem=self.message,
            )
        return self.kind.at(None, message, hint=self.hint)
