"""What Jinja says of a template, in words that can be translated.

Jinja has no codes for its messages, so they are known by their text; a message that is not
known, as of another version, is told as it is.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Callable, Mapping
from typing import Any

from roadmapkit.diagnostics import Message

__all__ = ["in_plain_words"]

_TOKENS: Mapping[str, Message] = {
    "begin of statement block": Message("the beginning of another tag"),
    "begin of print statement": Message("the beginning of another tag"),
    "begin of comment": Message("the beginning of a comment"),
    "end of statement block": Message("the end of the tag"),
    "end of print statement": Message("the end of the tag"),
    "end of comment": Message("the end of the comment"),
    "end of template": Message("the end of the template"),
    "template data / text": Message("text"),
    "name": Message("a name"),
    "string": Message("a text in quotation marks"),
    "integer": Message("a number"),
    "float": Message("a number"),
}
"""What Jinja calls the pieces of a tag; anything else is a sign or a word of the tag itself."""


def _piece(said: str) -> Message:
    return _TOKENS.get(said) or Message("{sign!r}", sign=said)


def _word(said: str) -> str:
    return said


def _words(said: str) -> list[str]:
    """Return the tags of ``'elif' or 'else' or 'endif'``."""
    return re.findall(r"'([^']+)'", said)


_EXPECTED = Message("{expected} is expected, but here is {found}")
_INSIDE = re.compile(
    r"Encountered unknown tag '(?P<tag>[^']+)'\. .*"
    r"The innermost block that needs to be closed is '(?P<block>[^']+)'\.",
    re.DOTALL,
)
_BRANCHES = frozenset({"elif", "else", "pluralize"})

_SAYINGS: tuple[tuple[re.Pattern[str], Message, Mapping[str, Callable[[str], Any]]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), message, values)
    for pattern, message, values in (
        (
            r"Unexpected end of template\. .*following tags: (?P<tags>.+?)\. "
            r"The innermost block that needs to be closed is '(?P<block>[^']+)'\.",
            Message(
                "the block {block!r} is never closed; expected is one of: {tags}",
            ),
            {"block": _word, "tags": _words},
        ),
        (
            r"unexpected end of template, expected '(?P<expected>.+)'\.?",
            Message("the template ends where {expected} is expected"),
            {"expected": _piece},
        ),
        (
            r"expected token '(?P<expected>.+)', got '(?P<found>.+)'",
            _EXPECTED,
            {"expected": _piece, "found": _piece},
        ),
        (
            r"unexpected '(?P<found>.+)', expected '(?P<expected>.+)'",
            _EXPECTED,
            {"expected": _piece, "found": _piece},
        ),
        (
            r"Expected an expression, got '(?P<found>.+)'",
            Message("a name or a value is expected, but here is {found}"),
            {"found": _piece},
        ),
        (
            r"unexpected char (?P<sign>['\"].+['\"]) at \d+",
            Message("the sign {sign!r} does not belong here"),
            {"sign": literal_eval},
        ),
        (
            r"unexpected '(?P<found>.+)'",
            Message("{found} does not belong here"),
            {"found": _piece},
        ),
        (
            r"can't assign to '(?P<what>.+)'",
            Message("nothing can be given the value here"),
            {},
        ),
        (r"tag name expected", Message("the tag has no name, such as if or for"), {}),
        (
            r"expected name or number|expected subscript expression",
            Message("the name of a field is expected after the dot"),
            {},
        ),
        (
            r"invalid syntax for function call expression",
            Message("what stands in the brackets cannot be read"),
            {},
        ),
        (
            r"You cannot chain multiple tests with is",
            Message("only one test with is can stand here; join two of them with and"),
            {},
        ),
        (r"Missing end of comment tag", Message("the comment is never closed"), {}),
        (r"Missing end of raw directive", Message("the tag raw is never closed"), {}),
        (
            r"Invalid character in identifier",
            Message("a name holds a sign that names cannot hold"),
            {},
        ),
        (
            r"division by zero|integer division or modulo by zero|float division by zero",
            Message("it divides by zero"),
            {},
        ),
        (
            r"'(?P<type>\w+)' object is not iterable",
            Message("a loop needs a list, and this is none"),
            {},
        ),
        (
            r"'(?P<type>\w+)' object is not callable|'.+' is not callable",
            Message("this is no function"),
            {},
        ),
        (
            r"unsupported operand type\(s\) for (?P<sign>\S+): .+",
            Message("the values do not go together with the sign {sign!r}"),
            {"sign": _word},
        ),
        (
            r"can only concatenate .+|must be str, not .+",
            Message("a text and something else cannot be added; join them with the sign ~"),
            {},
        ),
        (
            r"'(?P<sign>[<>]=?)' not supported between instances of .+",
            Message("the values cannot be compared with the sign {sign!r}"),
            {"sign": _word},
        ),
        (
            r"(?P<sign>\S+) on values that are not numbers",
            Message("the sign {sign!r} needs numbers"),
            {"sign": _word},
        ),
        (r"numbers that large|Range too big\..*", Message("the numbers are too large"), {}),
        (
            r"a sum of values that are not numbers",
            Message("only numbers can be summed up"),
            {},
        ),
        (
            r"rounding to that many digits",
            Message("a number cannot be rounded to that many digits"),
            {},
        ),
        (
            r"access to attribute '(?P<name>.+)' of '.+' object is unsafe\.",
            Message("templates may not use the name {name!r}"),
            {"name": _word},
        ),
    )
)


def in_plain_words(said: str) -> Message | str:
    """Return in plain words what Jinja, or Python in a tag, has to say.

    Args:
        said: Its message.

    Returns:
        What it means; the message itself where that is not known.
    """
    text = said.strip()
    if (found := _INSIDE.fullmatch(text)) is not None or text.startswith("Encountered unknown tag"):
        return _unknown_tag(text, found["block"] if found is not None else None)
    for pattern, message, values in _SAYINGS:
        match = pattern.fullmatch(text)
        if match is not None:
            return message.filled(**{name: make(match[name]) for name, make in values.items()})
    return said


def _unknown_tag(text: str, block: str | None) -> Message | str:
    """Return what is said of a tag that is none, or that stands where it cannot."""
    names = _words(text)
    if not names:
        return text
    name = names[0]
    if not name.startswith("end") and name not in _BRANCHES:
        return Message("there is no tag {name!r}", name=name)
    if block is None:
        return Message("there is no open block that {name!r} could belong to", name=name)
    return Message(
        "{name!r} does not belong to the block {block!r}, which is still open",
        name=name,
        block=block,
    )
