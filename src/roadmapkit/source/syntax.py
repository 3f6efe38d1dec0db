"""What an author did when YAML says "did not find expected key".

The parser tells where it stopped and which rule it was in. What happened is read
from the text around that place; the parser's words only choose between the questions
asked. Both parsers of PyYAML, the C one and the Python one, are understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from roadmapkit.diagnostics import Message
from roadmapkit.lazily import regex
from roadmapkit.source.codes import COLON_IN_TEXT, SPECIAL_START, SYNTAX, TAB
from roadmapkit.source.faulty_lines import (
    cut_text,
    indentation,
    mere_text,
    no_pair,
    runs_on,
    second_document,
    stray_sign,
    unspaced,
)
from roadmapkit.source.faulty_values import after_value, bracket, escape, open_quote
from roadmapkit.source.findings import Findings
from roadmapkit.source.trouble import Finding, Place, Trouble, quoted

__all__ = ["report_syntax"]

_KEY_BEFORE = (
    r"[ \t]*(?:-[ \t]+)*(?:\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{}&*!|>%@`,-][^\r\n]*?)[ \t]*:[ \t]+"
)
_PAIR = regex(_KEY_BEFORE + r"(?=[^\s])")
_AFTER_KEY = regex(r"[^\s:]:[ \t]+\Z")
_SIGNS_SCANNED = ("alias", "anchor", "tag", "block scalar", "directive")
_SIGN_REFUSED = ("cannot start any token", "keys are not allowed", "entries are not allowed")


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


def _special_start(trouble: Trouble) -> Finding | None:
    if any(name in trouble.context for name in _SIGNS_SCANNED):
        start = trouble.since
    elif any(words in trouble.problem for words in _SIGN_REFUSED) or _begins_value(trouble):
        start = trouble.at
    else:
        return None
    place = Place(start, max(trouble.text_end(start), start + 1))
    text = trouble.read(place)
    if text[:2] == "- ":
        hint = Message("Begin a list on the next line; a text needs quotation marks")
    else:
        hint = Message("Put the text in quotation marks: {quoted}", quoted=quoted(text))
    return (
        SPECIAL_START,
        place,
        Message(
            "{sign} at the beginning of {text!r} has a meaning in YAML", sign=text[0], text=text
        ),
        hint,
    )


def _begins_value(trouble: Trouble) -> bool:
    """Say whether a value begins at the stop, with a sign that no value can begin with."""
    if "node content" in trouble.problem:
        return trouble.char() in {",", "]", "}"}
    start = trouble.line(trouble.at).start
    after_key = _AFTER_KEY.search(trouble.text, start, trouble.at) is not None
    return after_key and "mapping values" in trouble.problem


def _colon_in_text(trouble: Trouble) -> Finding | None:
    if "mapping values" not in trouble.problem:
        return None
    line = trouble.line(trouble.at)
    pair = _PAIR.match(trouble.text, line.start, trouble.at)
    if pair is None:
        return None
    place = Place(pair.end(), trouble.text_end(pair.end()))
    return (
        COLON_IN_TEXT,
        place,
        Message("A colon inside the unquoted text {text!r}", text=trouble.read(place)),
        Message("Put the text in quotation marks: {quoted}", quoted=quoted(trouble.read(place))),
    )


def _other(trouble: Trouble) -> Finding:
    place = Place(trouble.at, max(trouble.line_end(trouble.at), trouble.at))
    return (
        SYNTAX,
        place,
        Message("YAML cannot be read on from here: {problem}", problem=trouble.problem),
        Message("Compare with the lines above; put texts with unusual signs in quotation marks"),
    )


_QUESTIONS: tuple[Callable[[Trouble], Finding | None], ...] = (
    _tab,
    open_quote,
    escape,
    after_value,
    _special_start,
    bracket,
    _colon_in_text,
    unspaced,
    cut_text,
    no_pair,
    stray_sign,
    indentation,
    second_document,
    mere_text,
    runs_on,
)
