"""What the failures of Jinja mean to whoever made the template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.codes import BROKEN_TAG, EXHAUSTED, REFUSED, UNDEFINED, UNPRINTABLE
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.jinja_words import in_plain_words
from roadmapkit.rendering.limits import ExhaustedError
from roadmapkit.rendering.measured import MEASURED_FILTERS
from roadmapkit.rendering.parts import PartSource
from roadmapkit.rendering.sandbox import UnprintableError
from roadmapkit.rendering.tags import MisplacedTagError

__all__ = ["explain", "undefined", "unknown_filter"]

_QUOTED = re.compile(r"'([^']+)'(?: is undefined|$)")
_NO_FILTER = re.compile(r"No (?:filter|test) named '([^']*)'")
_TYPED_QUOTES = re.compile("[“”„‘’«»]")


def explain(error: Exception, part: PartSource) -> RenderError:
    """Say what a failure of Jinja means for the template."""
    if isinstance(error, MisplacedTagError):
        return part.fault(
            BROKEN_TAG,
            Message("the tag {tag!r} has nothing to act on here", tag=error.tag),
            Message("put it into the cell, row, table or section that it is meant for"),
            error.tag,
        )
    if isinstance(error, TemplateSyntaxError):
        return _unreadable(error, part)
    line = _line_of(error, part)
    if isinstance(error, UndefinedError):
        quoted = _QUOTED.findall(str(error.message))
        name = quoted[-1] if quoted else str(error.message)
        return undefined(part, name, *part.tag_at(line, name))
    if isinstance(error, UnprintableError):
        return _unprintable(error, part, line)
    return _not_carried_out(error, part, *part.tag_at(line))


def _not_carried_out(error: Exception, part: PartSource, tag: str, nth: int) -> RenderError:
    if isinstance(error, ExhaustedError):
        return part.fault(
            EXHAUSTED,
            Message("the tag {tag!r} asks for more work than a document can need", tag=tag),
            Message("look for a loop inside a loop over the same list, or a text that grows"),
            tag,
            nth,
        )
    if isinstance(error, RecursionError | MemoryError | SyntaxError):
        return part.fault(
            REFUSED,
            Message("brackets or blocks stand too deep in one another"),
            Message("write the tags as in the packaged template"),
            tag,
            nth,
        )
    kind = REFUSED if isinstance(error, SecurityError) else BROKEN_TAG
    return part.fault(
        kind,
        Message(
            "the tag {tag!r} cannot be carried out ({reason})",
            tag=tag,
            reason=in_plain_words(str(error)),
        ),
        Message("compare it with the same tag of the packaged template"),
        tag,
        nth,
    )


def _unreadable(error: TemplateSyntaxError, part: PartSource) -> RenderError:
    tag, nth = part.tag_at(error.lineno)
    hint = Message("compare it with the same tag of the packaged template")
    unknown = _NO_FILTER.match(str(error.message))
    if unknown is not None:
        return unknown_filter(part, unknown[1], tag, nth)
    if _TYPED_QUOTES.search(tag) or tag.count("'") % 2 or tag.count('"') % 2:
        hint = Message("type straight quotation marks in the tag: ' and ' or \" and \"")
    return part.fault(
        BROKEN_TAG,
        Message(
            "the tag {tag!r} cannot be read ({reason})",
            tag=tag,
            reason=in_plain_words(str(error.message)),
        ),
        hint,
        tag,
        nth,
    )


def unknown_filter(part: PartSource, name: str, tag: str, nth: int) -> RenderError:
    """Return the fault of a filter that templates do not have."""
    nearest = get_close_matches(name, MEASURED_FILTERS, n=2)
    hint = (
        Message("perhaps {nearest}", nearest=nearest)
        if nearest
        else Message("filters that there are: {filters}", filters=sorted(MEASURED_FILTERS))
    )
    problem = Message("there is no filter {name!r} for the tag {tag!r}", name=name, tag=tag)
    return part.fault(BROKEN_TAG, problem, hint, tag, nth)


def undefined(
    part: PartSource, name: str, tag: str, nth: int = 0, choices: Iterable[str] = ()
) -> RenderError:
    """Return the fault of a name that there is not.

    Args:
        part: Where the tag stands.
        name: The name.
        tag: The tag.
        nth: How many tags like it stand before it.
        choices: Names that there are.
    """
    nearest = get_close_matches(name, sorted(choices), n=3) or get_close_matches(
        name.lower(), sorted(choices), n=3, cutoff=0.5
    )
    hint = (
        Message("perhaps {nearest}", nearest=nearest)
        if nearest
        else Message(
            "correct the name in the template, or check whether it is there with an if tag"
        )
    )
    problem = Message("there is no value {name!r} for the tag {tag!r}", name=name, tag=tag)
    return part.fault(UNDEFINED, problem, hint, tag, nth)


def _unprintable(error: UnprintableError, part: PartSource, line: int | None) -> RenderError:
    tag, nth = part.tag_at(line)
    if error.character is None:
        return part.fault(
            UNPRINTABLE,
            Message("the tag prints a {type}, which is no text", type=type(error.value).__name__),
            Message("name the field of it that is to be printed"),
            tag,
            nth,
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
        nth,
    )


def _line_of(error: Exception, part: PartSource) -> int | None:
    """Return the line of the source where *error* was raised."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == part.filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
