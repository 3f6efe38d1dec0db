"""What an author did when YAML says "did not find expected key".

The parser tells where it stopped and which rule it was in. What happened is read
from the text around that place; the parser's words only choose between the questions
asked. Both parsers of PyYAML, the C one and the Python one, are understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from roadmapkit.diagnostics import Code, Message
from roadmapkit.source.codes import (
    BAD_ESCAPE,
    BAD_INDENTATION,
    COLON_IN_TEXT,
    KEY_NOT_TEXT,
    MISSING_SPACE,
    SPECIAL_START,
    SYNTAX,
    TAB,
    TEXT_AFTER_VALUE,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
)
from roadmapkit.source.findings import Findings
from roadmapkit.source.trouble import Place, Trouble

__all__ = ["report_syntax"]

_KEY_BEFORE = (
    r"[ \t]*(?:-[ \t]+)*(?:\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{}&*!|>%@`,-][^\r\n]*?)[ \t]*:[ \t]+"
)
_PAIR = re.compile(_KEY_BEFORE + r"(?=[^\s])")
_UNSPACED_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*([A-Za-z_][A-Za-z0-9_-]*:)(?!//)[^\s:]")
_UNSPACED_DASH = re.compile(r"[ \t]*(-)[^\s\d-]")
_CUT = re.compile(r"[ \t]*[^\s#][^\r\n]*?[ \t](#[^\r\n]*)")
_KEY_OR_DASH = re.compile(r"[ \t]*(?:-[ \t]|[^\s:]+:(?=\s|\Z))")
_COMMENT = re.compile(r"[ \t]+#")
_DASHES = re.compile(r"(?:-[ \t]+)*")
_BRACKETS = {"[": "]", "{": "}"}


Finding = tuple[Code, Place, Message, Message]


def report_syntax(
    findings: Findings,
    text: str,
    error: yaml.YAMLError,
    *,
    base: int,
    last: tuple[int, int] | None,
) -> int:
    """Report in plain words what stopped the parser.

    Args:
        findings: Where to report.
        text: The whole file, screened.
        error: What the parser raised.
        base: Place in the file that the parser counts from.
        last: Place of the last complete value.

    Returns:
        The place where the parser stopped.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    since = getattr(error, "context_mark", None) or mark
    trouble = Trouble(
        text=text,
        begin=base,
        problem=str(getattr(error, "problem", None) or error),
        context=str(getattr(error, "context", None) or ""),
        at=base + (mark.index if mark else 0),
        since=base + (since.index if since else 0),
        last=last,
    )
    found = next(filter(None, (ask(trouble) for ask in _QUESTIONS)), None) or _other(trouble)
    findings.add(*found)
    return trouble.at


def _tab(trouble: Trouble) -> Finding | None:
    if trouble.char() != "\t":
        return None
    blanks = re.compile(r"[ \t]*").match(trouble.text, trouble.at)
    return (
        TAB,
        Place(trouble.at, blanks.end() if blanks else trouble.at + 1),
        Message("A tab where only spaces may stand"),
        Message("Indent with spaces; most editors can be told to write spaces for the Tab key"),
    )


def _open_quote(trouble: Trouble) -> Finding | None:
    place = -1
    if "quoted scalar" in trouble.context and (
        "end of stream" in trouble.problem or "document" in trouble.problem
    ):
        place = trouble.since
    elif _follows_last(trouble) and trouble.last is not None:
        start, end = trouble.last
        runs_on = trouble.line(start) != trouble.line(end)
        place = start if runs_on and trouble.text[start] in "\"'" else -1
    if place < 0:
        return None
    return (
        UNCLOSED_QUOTE,
        Place(place, trouble.line_end(place)),
        Message("The quotation mark {mark} is not closed", mark=trouble.text[place]),
        Message(
            "Close it at the end of the text; inside the text use «» or other marks than around it"
        ),
    )


def _escape(trouble: Trouble) -> Finding | None:
    if "scalar" not in trouble.context or "quoted" not in trouble.context:
        return None
    start = trouble.text.rfind("\\", trouble.since, trouble.at + 1)
    if start < 0:
        return None
    return (
        BAD_ESCAPE,
        Place(start, start + 2),
        Message(
            "{escape} means nothing inside double quotation marks",
            escape=trouble.text[start : start + 2],
        ),
        Message("Write two backslashes, or put the text in single quotation marks"),
    )


def _follows_last(trouble: Trouble) -> bool:
    """Say whether the stop stands behind a quoted or bracketed value, on its line."""
    if trouble.last is None or trouble.at <= trouble.begin:
        return False
    start, end = trouble.last
    closed = trouble.text[start : start + 1] in {'"', "'", "[", "{"} and end > start + 1
    return closed and not trouble.text[end : trouble.at].strip(" \t") and trouble.char() != ""


def _after_value(trouble: Trouble) -> Finding | None:
    if not _follows_last(trouble) or trouble.last is None:
        return None
    if trouble.char() in {"]", "}"}:
        return (
            UNCLOSED_BRACKET,
            Place(trouble.at, trouble.at + 1),
            Message("The bracket {bracket} closes nothing", bracket=trouble.char()),
            Message("Delete it, or add the opening bracket that belongs to it"),
        )
    if trouble.char() in {"\r", "\n", ":"}:
        return None
    place = Place(trouble.last[0], trouble.line_end(trouble.at))
    return (
        TEXT_AFTER_VALUE,
        place,
        Message(
            "The value ends with {end} but the line goes on: {rest!r}",
            end=trouble.text[trouble.last[1] - 1],
            rest=trouble.text[trouble.at : place.end],
        ),
        Message(
            "Put quotation marks around the whole text, and «» or other marks inside: {quoted}",
            quoted=_quoted(trouble.read(place)),
        ),
    )


def _special_start(trouble: Trouble) -> Finding | None:
    scanned = ("alias", "anchor", "tag", "block scalar", "directive")
    if any(name in trouble.context for name in scanned):
        start = trouble.since
    elif any(
        words in trouble.problem
        for words in ("cannot start any token", "keys are not allowed", "entries are not allowed")
    ) or (trouble.char() in {",", "]", "}"} and "node content" in trouble.problem):
        start = trouble.at
    else:
        return None
    place = Place(start, max(trouble.line_end(start), start + 1))
    text = trouble.read(place)
    if text[:2] == "- ":
        hint = Message("Begin a list on the next line; a text needs quotation marks")
    else:
        hint = Message("Put the text in quotation marks: {quoted}", quoted=_quoted(text))
    return (
        SPECIAL_START,
        place,
        Message(
            "{sign} at the beginning of {text!r} has a meaning in YAML", sign=text[0], text=text
        ),
        hint,
    )


def _unspaced(trouble: Trouble) -> Finding | None:
    """A key or a dash that its value follows at once makes the line a mere text."""
    lines = [trouble.line(trouble.since), trouble.line(trouble.at)]
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


def _colon_in_text(trouble: Trouble) -> Finding | None:
    if "mapping values" not in trouble.problem:
        return None
    line = trouble.line(trouble.at)
    pair = _PAIR.match(trouble.text, line.start, trouble.at)
    if pair is None:
        return None
    comment = _COMMENT.search(trouble.text, pair.end(), line.end)
    place = Place(pair.end(), comment.start() if comment else line.end)
    return (
        COLON_IN_TEXT,
        place,
        Message("A colon inside the unquoted text {text!r}", text=trouble.read(place)),
        Message("Put the text in quotation marks: {quoted}", quoted=_quoted(trouble.read(place))),
    )


def _bracket(trouble: Trouble) -> Finding | None:
    opening = trouble.text[trouble.since : trouble.since + 1]
    if "flow" not in trouble.context or opening not in _BRACKETS:
        return None
    if "expected ','" not in trouble.problem:
        return None
    if trouble.char() in {":", ""} or trouble.line(trouble.at) != trouble.line(trouble.since):
        return (
            UNCLOSED_BRACKET,
            Place(trouble.since, trouble.line_end(trouble.since)),
            Message("The bracket {bracket} is not closed", bracket=opening),
            Message(
                "Add {closing} where the list ends; a text that begins with {bracket} needs "
                "quotation marks",
                closing=_BRACKETS[opening],
                bracket=opening,
            ),
        )
    return (
        UNCLOSED_BRACKET,
        Place(trouble.at, trouble.at + 1),
        Message(
            "{found} where {closing} or a comma should be",
            found=trouble.char(),
            closing=_BRACKETS[opening],
        ),
        Message(
            "Close the bracket {bracket} with {closing}",
            bracket=opening,
            closing=_BRACKETS[opening],
        ),
    )


def _cut_text(trouble: Trouble) -> Finding | None:
    """A text goes on below a line that a # has cut short."""
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


def _no_pair(trouble: Trouble) -> Finding | None:
    if "could not find expected ':'" in trouble.problem:
        start = trouble.since
    elif "mapping values" in trouble.problem and (above := trouble.lines_above(trouble.at)):
        # A text cannot be followed by a key in its own column.
        start = above[0].start + trouble.indent(above[0])
        line = trouble.line(trouble.at)
        if ":" in trouble.read(above[0]) or trouble.indent(above[0]) != trouble.indent(line):
            return None
    else:
        return None
    place = Place(start, max(trouble.line_end(start), start + 1))
    return (
        SYNTAX,
        place,
        Message("No key and colon in the line {line!r}", line=trouble.read(place)),
        Message(
            "Write `key: value`; a text that goes on is indented further than the key it belongs to"
        ),
    )


def _stray_sign(trouble: Trouble) -> Finding | None:
    place = Place(trouble.at, trouble.at + 1)
    if trouble.char() == ":" and (trouble.at_line_start() or "node content" in trouble.problem):
        message = Message("There is no key before the colon")
        hint = Message("Write the key before the colon, or put a text with colons in quotes")
        return KEY_NOT_TEXT, place, message, hint
    if trouble.char() == "-" and trouble.at_line_start():
        message = Message("A list item stands where a key should be")
        hint = Message(
            "Put the list under a key that has no value on its own line, all dashes in one column"
        )
        return BAD_INDENTATION, place, message, hint
    return None


def _indentation(trouble: Trouble) -> Finding | None:
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


def _second_document(trouble: Trouble) -> Finding | None:
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


def _other(trouble: Trouble) -> Finding:
    place = Place(trouble.at, max(trouble.line_end(trouble.at), trouble.at))
    return (
        SYNTAX,
        place,
        Message("YAML cannot be read on from here: {problem}", problem=trouble.problem),
        Message("Compare with the lines above; put texts with unusual signs in quotation marks"),
    )


def _quoted(text: str) -> str:
    """Return *text* as a scalar in the quotation marks that cost fewest changes."""
    if len(text) > 2 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


_QUESTIONS: tuple[Callable[[Trouble], Finding | None], ...] = (
    _tab,
    _open_quote,
    _escape,
    _after_value,
    _special_start,
    _bracket,
    _colon_in_text,
    _unspaced,
    _cut_text,
    _no_pair,
    _stray_sign,
    _indentation,
    _second_document,
)
