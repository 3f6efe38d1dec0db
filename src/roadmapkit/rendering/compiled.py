"""One part of a template, compiled; and what its failures mean to whoever made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Template, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.codes import BROKEN_TAG, NESTING, REFUSED, UNDEFINED, UNPRINTABLE
from roadmapkit.rendering.completion import complete
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.nesting import find_crossing
from roadmapkit.rendering.places import find_place, tag_in_line
from roadmapkit.rendering.preparation import prepare_source
from roadmapkit.rendering.sandbox import UnprintableError
from roadmapkit.rendering.tags import MisplacedTagError

__all__ = ["CompiledPart", "compile_part"]

# What an expression can raise when it meets a value that it was not written for.
_RUNTIME_ERRORS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError)

_QUOTED = re.compile(r"'([^']+)'(?: is undefined|$)")
_FOREIGN_TAGS = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part and its prepared source, for messages.

    Attributes:
        template: Name of the template.
        name: Name of the part.
        original: The part as it is in the template.
        source: Jinja source, empty while there is none.
    """

    template: str
    name: str
    original: bytes
    source: str = ""

    @property
    def filename(self) -> str:
        """Name under which frames of the compiled part appear in a traceback."""
        return f"<{self.template}:{self.name}>"

    def tag_at(self, line: int | None, name: str | None = None) -> str:
        """Return the tag on a line of the source, or anywhere in it, that mentions *name*."""
        lines = self.source.splitlines()
        within = lines[line - 1] if line is not None and 0 < line <= len(lines) else self.source
        return tag_in_line(within, name)

    def fault(self, kind: Any, message: Message, hint: Message, tag: str) -> RenderError:
        """Return a fault of this part at *tag*."""
        return RenderError(
            kind,
            message,
            hint,
            template=self.template,
            place=find_place(self.original, self.name, tag),
        )


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A compiled part of a template.

    Attributes:
        name: Name of the part in the archive.
    """

    name: str
    _part: _Part
    _jinja: Template

    def render(self, context: Mapping[str, object]) -> bytes:
        """Return the part filled with *context*.

        Raises:
            RenderError: A value is missing or cannot be printed.
        """
        try:
            return complete(self._jinja.render(context)).encode()
        except _RUNTIME_ERRORS as error:
            raise _explain(error, self._part) from error


def compile_part(
    environment: ImmutableSandboxedEnvironment,
    template: str,
    name: str,
    original: bytes,
    names: Iterable[str],
) -> CompiledPart:
    """Prepare, check and compile one part.

    Args:
        environment: The language.
        template: Name of the template.
        name: Name of the part.
        original: The part.
        names: Names that tags may use.

    Raises:
        RenderError: A tag cannot be read, crosses others, or names what there is not.
    """
    part = _Part(template, name, original)
    try:
        part = _Part(template, name, original, prepare_source(original))
        tree = environment.parse(part.source)
        _refuse_foreign_tags(tree, part)
        known = {*names, *_assigned_names(tree)}
        unknown = sorted(meta.find_undeclared_variables(tree) - known)
        code = environment.compile(tree, name, part.filename)
    except (MisplacedTagError, TemplateError) as error:
        raise _explain(error, part) from error
    if unknown:
        raise _undefined(part, unknown[0], part.tag_at(None, unknown[0]))
    if crossing := find_crossing(part.source):
        raise part.fault(
            NESTING,
            Message("the tag {tag!r} begins and ends at unlike places", tag=crossing[1]),
            Message(
                "open and close it alike: both in rows ({tr}), in cells ({tc}) or in paragraphs "
                "({p}), or both inside one paragraph",
                tr="{%tr",
                tc="{%tc",
                p="{%p",
            ),
            crossing[1],
        )
    return CompiledPart(name, part, Template.from_code(environment, code, environment.globals))


def _refuse_foreign_tags(tree: nodes.Template, part: _Part) -> None:
    for node in tree.find_all(_FOREIGN_TAGS):
        raise part.fault(
            REFUSED,
            Message("a template cannot take in other templates"),
            Message("copy the text into this template"),
            part.tag_at(node.lineno, type(node).__name__.removeprefix("From").lower()),
        )


def _assigned_names(tree: nodes.Template) -> set[str]:
    """Return the names that the template gives a value, in whatever branch."""
    return {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}


def _explain(error: Exception, part: _Part) -> RenderError:
    """Say what a failure of Jinja means for the template."""
    if isinstance(error, MisplacedTagError):
        return part.fault(
            BROKEN_TAG,
            Message("the tag {tag!r} has nothing to act on here", tag=error.tag),
            Message("put it into the cell, row, table or section that it is meant for"),
            error.tag,
        )
    if isinstance(error, TemplateSyntaxError):
        tag = part.tag_at(error.lineno)
        return part.fault(
            BROKEN_TAG,
            Message("the tag {tag!r} cannot be read ({reason})", tag=tag, reason=error.message),
            Message("compare it with the same tag of the packaged template"),
            tag,
        )
    line = _line_of(error, part)
    if isinstance(error, UndefinedError):
        quoted = _QUOTED.findall(str(error.message))
        name = quoted[-1] if quoted else str(error.message)
        return _undefined(part, name, part.tag_at(line, name))
    if isinstance(error, UnprintableError):
        return _unprintable(error, part, line)
    tag = part.tag_at(line)
    kind = REFUSED if isinstance(error, SecurityError) else BROKEN_TAG
    return part.fault(
        kind,
        Message("the tag {tag!r} cannot be carried out ({reason})", tag=tag, reason=str(error)),
        Message("compare it with the same tag of the packaged template"),
        tag,
    )


def _undefined(part: _Part, name: str, tag: str) -> RenderError:
    return part.fault(
        UNDEFINED,
        Message("there is no value {name!r} for the tag {tag!r}", name=name, tag=tag),
        Message("correct the name in the template, or check whether it is there with an if tag"),
        tag,
    )


def _unprintable(error: UnprintableError, part: _Part, line: int | None) -> RenderError:
    tag = part.tag_at(line)
    if error.character is None:
        return part.fault(
            UNPRINTABLE,
            Message("the tag prints a {type}, which is no text", type=type(error.value).__name__),
            Message("name the field of it that is to be printed"),
            tag,
        )
    return part.fault(
        UNPRINTABLE,
        Message(
            "the text {text!r} holds the character {code} that Word cannot",
            text=error.value,
            code=f"U+{ord(error.character):04X}",
        ),
        Message("delete the character from the source; it may be invisible there"),
        tag,
    )


def _line_of(error: Exception, part: _Part) -> int | None:
    """Return the line of the source where *error* was raised."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == part.filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
