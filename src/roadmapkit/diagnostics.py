"""What is wrong with the author's files, as data: code, severity, place, message, way out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from pathlib import PurePath
from typing import Any, Literal

from roadmapkit.lazily import dataclass

__all__ = ["Code", "Diagnostic", "Edit", "Message", "Severity", "Span", "sort_diagnostics"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one source file.

    Attributes:
        file: Path of the file as it is shown, relative to the workspace, with ``/``.
        line: First line, counted from 1.
        column: First character in that line, counted from 1 in characters.
        end_line: Line of the first character after the stretch.
        end_column: Column of the first character after the stretch.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a source file that mends a finding.

    Attributes:
        span: What is replaced; without width, where the text is put in.
        text: What stands there afterwards, as it is written in the file.
        safe: It changes no meaning; otherwise a person looks at it, and it is made only where
            that was asked for.
    """

    span: Span
    text: str
    safe: bool = True


class Severity(Enum):
    """How much a finding matters: an error blocks the documents that it touches."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Message:
    """A translatable sentence: an English template and the values that it quotes.

    The template is the key of the message catalogues; ``str(message)`` is English.
    Values are put in by ``str.format``; a value that is itself a :class:`Message`
    is translated too, a list or a tuple is joined with commas, a path is written with ``/``.
    """

    __slots__ = ("args", "template")

    def __init__(self, template: str, /, **args: Any) -> None:
        self.template = template
        self.args = args

    def filled(self, **args: Any) -> Message:
        """Return the same sentence with values; for one that stands in a table without them."""
        filled = Message.__new__(Message)
        filled.template = self.template
        filled.args = {**self.args, **args}
        return filled

    @classmethod
    def of_text(cls, text: str) -> Message:
        """Return the message that says *text* as it stands, with no values in its braces."""
        return cls(text.replace("{", "{{").replace("}", "}}"))

    def __str__(self) -> str:
        return self.template.format(**{name: _joined(arg) for name, arg in self.args.items()})

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self.template == other.template and self.args == other.args

    def __hash__(self) -> int:
        return hash((self.template, str(self)))


def _joined(value: Any) -> Any:
    if isinstance(value, PurePath):
        return value.as_posix()
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: Stable identifier, never reused, such as ``SRC004``; it does not
            depend on the language of the message.
        severity: An error blocks the documents that the finding touches.
        message: What is wrong, with the value quoted; no full stop at the end.
        span: Where; None when the finding is about no file in particular.
        hint: The way out; no full stop at the end.
        norm: Act and clause that the finding rests on, in Russian, as cited.
        documents: Ids of the documents that the finding touches, where known.
        fix: Edits that mend it, all of them or none; empty where a person has to decide.
        also: The other places of the same defect, in the order of the files.
    """

    code: str
    severity: Severity
    message: Message
    span: Span | None = None
    hint: Message | None = None
    norm: str | None = None
    documents: tuple[str, ...] = ()
    fix: tuple[Edit, ...] = ()
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: one row of a package's table of codes.

    Attributes:
        id: Stable identifier, such as ``SRC004``.
        name: Speaking name, such as ``duplicate-key``.
        severity: Default severity.
        summary: What it finds, one line.
        fixable: Whether some of its findings bring a fix, and whether that is safe.
    """

    id: str
    name: str
    severity: Severity
    summary: str
    fixable: Literal["safe", "unsafe"] | None = None

    def at(
        self,
        span: Span | None,
        message: Message,
        *,
        hint: Message | None = None,
        norm: str | None = None,
        documents: tuple[str, ...] = (),
        fix: tuple[Edit, ...] = (),
        also: Iterable[Span | None] = (),
    ) -> Diagnostic:
        """Return a finding of this kind at *span*, and at the places *also* if there are any.

        Empty ids among *documents*, those of texts that stand in no document, are left out.
        """
        documents = tuple(filter(None, documents))
        others = tuple(sorted({place for place in also if place is not None} - {span}))
        return Diagnostic(self.id, self.severity, message, span, hint, norm, documents, fix, others)


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings once each, by file, line, column and code."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_order))


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    if span is None:
        return ("", 0, 0, diagnostic.code, str(diagnostic.message))
    return (span.file, span.line, span.column, diagnostic.code, str(diagnostic.message))
