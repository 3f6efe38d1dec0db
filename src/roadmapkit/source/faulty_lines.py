"""Faults of syntax in how lines stand to each other: keys, dashes, indentation."""

from __future__ import annotations

from roadmapkit.diagnostics import Message
from roadmapkit.lazily import regex
from roadmapkit.source.codes import (
    BAD_INDENTATION,
    COLON_IN_TEXT,
    KEY_NOT_TEXT,
    MISSING_SPACE,
    SYNTAX,
)
from roadmapkit.source.trouble import Finding, Place, Trouble

__all__ = [
    "cut_text",
    "indentation",
    "mere_text",
    "no_pair",
    "runs_on",
    "second_document",
    "stray_sign",
    "unspaced",
]

_UNSPACED_KEY = regex(r"[ \t]*(?:-[ \t]+)*([A-Za-z_][A-Za-z0-9_-]*:)(?!//)[^\s:]")
_UNSPACED_DASH = regex(r"[ \t]*(-)[^\s\d-]")
_CUT = regex(r"[ \t]*[^\s#][^\r\n]*?[ \t](#[^\r\n]*)")
_KEY_OR_DASH = regex(r"[ \t]*(?:-[ \t]|[^\s:]+:(?=\s|\Z))")
_DASHES = regex(r"(?:-[ \t]+)*")


def unspaced(trouble: Trouble) -> Finding | None:
    """Answer with a key or a dash that its value follows at once: the line is a mere text."""
    lines = [trouble.line(trouble.since), trouble.line(trouble.at)]
    if "mapping values" in trouble.problem:
        lines.append(trouble.line(trouble.running_text()))
    lines += trouble.lines_above(trouble.at)[:1]
    for line in lines:
        match = _UNSPACED_KEY.match(trouble.text, *line) or _UNSPACED_DASH.match(
            trouble.text, *line
        )
        if match:
            return (
                MISSING_SPACE,
                Place(*match.span(1)),
                Message("No space after {sign!r}", sign=match[1]),
                Message("Put a space between the colon or dash and what follows"),
            )
    return None


def cut_text(trouble: Trouble) -> Finding | None:
    """Answer with the # that cuts a text which goes on below."""
    below = trouble.since if "simple key" in trouble.context else trouble.at
    above = trouble.lines_above(below)
    match = _CUT.match(trouble.text, *above[0]) if above else None
    if match is None or _KEY_OR_DASH.match(trouble.text, trouble.line(below).start):
        return None
    if trouble.text[trouble.line(below).start : below].strip():
        return None
    return (
        SYNTAX,
        Place(*match.span(1)),
        Message(
            "The text was to go on below, but # makes the rest of its line a comment: {cut!r}",
            cut=match[1],
        ),
        Message("Put the whole text in quotation marks"),
    )


def no_pair(trouble: Trouble) -> Finding | None:
    """Answer with the line that is neither a key nor part of a text."""
    if "could not find expected ':'" in trouble.problem:
        start = trouble.since
    elif "mapping values" in trouble.problem:
        # The colon ends a text that began lines above, where a key had no colon.
        start = trouble.running_text()
        line = trouble.line(start)
        begins = not trouble.text[line.start : start].strip(" \t-")
        if line == trouble.line(trouble.at) or not begins or ":" in trouble.read(line):
            return None
    else:
        return None
    return _no_pair_at(trouble, start)


def mere_text(trouble: Trouble) -> Finding | None:
    """Answer with a line without a colon in a column where keys stand."""
    wanted = any(words in trouble.problem for words in ("expected key", "'-' ", "block end"))
    line = trouble.read(trouble.line(trouble.at))
    if not wanted or not trouble.at_line_start() or ":" in line:
        return None
    return _no_pair_at(trouble, trouble.at)


def _no_pair_at(trouble: Trouble, start: int) -> Finding:
    place = Place(start, max(trouble.text_end(start), start + 1))
    return (
        SYNTAX,
        place,
        Message("No key and colon in the line {line!r}", line=trouble.read(place)),
        Message(
            "Write `key: value`; a text that goes on is indented further than the key it belongs to"
        ),
    )


def runs_on(trouble: Trouble) -> Finding | None:
    """Answer with the colon that an unquoted text from lines above runs on to."""
    if "mapping values" not in trouble.problem:
        return None
    first = trouble.line(trouble.running_text())
    line = trouble.line(trouble.at)
    if first == line:
        return None
    return (
        COLON_IN_TEXT,
        Place(line.start + trouble.indent(line), line.end),
        Message(
            "An unquoted text from above, {text!r}, runs on to the colon of this line",
            text=trouble.read(Place(trouble.running_text(), first.end)),
        ),
        Message("Indent the line like the keys it belongs with, or put the whole text in quotes"),
    )


def stray_sign(trouble: Trouble) -> Finding | None:
    """Answer with a colon that has no key, a dash among keys, a comma or bracket of its own."""
    sign, place = trouble.char(), Place(trouble.at, trouble.at + 1)
    if sign == ":" and (trouble.opens_line() or "node content" in trouble.problem):
        message = Message("There is no key before the colon")
        hint = Message("Write the key before the colon, or put a text with colons in quotes")
        return KEY_NOT_TEXT, place, message, hint
    if sign == "-" and trouble.at_line_start():
        message = Message("A list item stands where a key should be")
        hint = Message(
            "Put the list under a key that has no value on its own line, all dashes in one column"
        )
        return BAD_INDENTATION, place, message, hint
    if sign in {",", "]", "}"} and trouble.opens_line():
        message = Message("A line cannot begin with {sign}", sign=sign)
        return SYNTAX, place, message, Message("Delete it, or put the whole text in quotes")
    return None


def indentation(trouble: Trouble) -> Finding | None:
    """Answer with the line that stands in no column of those above it."""
    # A colon that may not stand here belongs to a key that may not.
    line = trouble.line(trouble.at)
    indent = trouble.indent(line)
    if not (trouble.at_line_start() or "mapping values" in trouble.problem):
        return None
    levels = _levels(trouble)
    if indent not in levels and levels:
        message = Message(
            "The indentation of {line!r} is {indent}, that of the lines above it is {levels}",
            line=trouble.read(line).strip(),
            indent=indent,
            levels=", ".join(map(str, levels)),
        )
    elif "'-' indicator" in trouble.problem or "block collection" in trouble.context:
        message = Message(
            "The key {line!r} stands where an item of the list above should be",
            line=trouble.read(line).strip(),
        )
    else:
        return None
    return (
        BAD_INDENTATION,
        Place(line.start + indent, line.end),
        message,
        Message("Align it with the keys or dashes that it belongs with"),
    )


def second_document(trouble: Trouble) -> Finding | None:
    """Answer with the line that begins a document without saying so."""
    if "document start" not in trouble.problem:
        return None
    return (
        SYNTAX,
        Place(trouble.at, max(trouble.line_end(trouble.at), trouble.at)),
        Message("The document above has ended, and this line begins no other"),
        Message("Put --- on a line of its own before the next document"),
    )


def _levels(trouble: Trouble) -> list[int]:
    """Return the columns in which the open lists and mappings above have their keys."""
    levels: set[int] = set()
    narrowest = len(trouble.text)
    for line in trouble.lines_above(trouble.at):
        text, own = trouble.read(line), trouble.indent(line)
        if own >= narrowest or text[own] == "#" or text.startswith("---"):
            continue
        narrowest = own
        dashes = _DASHES.match(text, own)
        levels |= {own, dashes.end() if dashes else own}
    return sorted(levels)
