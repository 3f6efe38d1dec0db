"""Faults that pydantic finds, in the author's words.

Each is recognised by its type and its place; pydantic's own words are never read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.lazily import dataclass, regex
from roadmapkit.load.codes import (
    BAD_DATE,
    BAD_ID,
    COLON_IN_TEXT,
    EMPTY_VALUE,
    MISSING_KEY,
    NO_SHAPE,
    NUMBER_RANGE,
    OTHER_FAULT,
    UNKNOWN_KEY,
    UNKNOWN_WORD,
    WRONG_TYPE,
)
from roadmapkit.load.days import date_hint
from roadmapkit.load.shapes import Shape, shape_at
from roadmapkit.load.suggestions import suggest
from roadmapkit.source import NodePath, SourceDocument

__all__ = ["explain"]

_NAME = regex(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_NOT_ID = regex(r"[^A-Za-zА-Яа-яЁё0-9]+")
_TRUTH = {
    **dict.fromkeys(("да", "yes", "on", "y", "true", "истина"), "true"),
    **dict.fromkeys(("нет", "no", "off", "n", "false", "ложь"), "false"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of pydantic with everything that is known about its place."""

    document: SourceDocument
    type: str
    shape: Shape
    value: Any
    context: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The last key on the way to the place."""
        return next((part for part in reversed(self.shape.path) if isinstance(part, str)), "")

    def is_item(self) -> bool:
        """Say whether the place is an item of a list."""
        return bool(self.shape.path) and isinstance(self.shape.path[-1], int)


def explain(
    document: SourceDocument, model: type[BaseModel], errors: Iterable[ErrorDetails]
) -> tuple[Diagnostic, ...]:
    """Return what *errors* mean, each where the author made it.

    A key that is spelt wrongly is one finding, not one for the wrong key and one for
    the right key that is then missing; so is a text that a colon has made a mapping.
    """
    faults = [
        _fault(document, model, error)
        for error in errors
        # A list whose items are all refused is too short only for that reason.
        if error["type"] != "too_short" or not error["input"]
    ]
    split = {fault.shape.path[:-1] for fault in faults if _is_split_text(fault)}
    meant = {
        (*fault.shape.path[:-1], _suggestion(fault))
        for fault in faults
        if fault.type == "extra_forbidden"
    }
    found: list[Diagnostic] = [_colon(document, path) for path in sorted(split, key=str)]
    for fault in faults:
        told = fault.shape.path[:-1] in split and fault.type in {"extra_forbidden", "missing"}
        misspelt = fault.type == "missing" and fault.shape.path in meant
        if not told and not misspelt:
            found.append(_EXPLAIN.get(fault.type, _other)(fault))
    return tuple(found)


def _fault(document: SourceDocument, model: type[BaseModel], error: ErrorDetails) -> Fault:
    return Fault(
        document=document,
        type=error["type"],
        shape=shape_at(model, error["loc"]),
        value=error["input"],
        context=error.get("ctx", {}),
    )


# --- keys


def _suggestion(fault: Fault) -> str | None:
    return suggest(str(fault.shape.path[-1]), fault.shape.siblings)


def _unknown_key(fault: Fault) -> Diagnostic:
    key = str(fault.shape.path[-1])
    meant = _suggestion(fault)
    return UNKNOWN_KEY.at(
        fault.document.key_span(fault.shape.path),
        Message("The key {key!r} has no meaning here", key=key),
        hint=_choice(meant, fault.shape.siblings),
    )


def _missing_key(fault: Fault) -> Diagnostic:
    path = fault.shape.path
    return MISSING_KEY.at(
        _entry_span(fault.document, path[:-1]),
        Message("The key {key!r} is missing", key=str(path[-1])),
        hint=Message(
            "Add `{key}:` – {description}",
            key=str(path[-1]),
            description=fault.shape.siblings.get(str(path[-1]), ""),
        ),
    )


def _no_shape(fault: Fault) -> Diagnostic:
    if fault.shape.or_text and _reads_as_text(fault.document, fault.shape.path):
        return _colon(fault.document, fault.shape.path)
    given = list(fault.value) if isinstance(fault.value, dict) else []
    meant = next(filter(None, (suggest(key, fault.shape.keys) for key in given)), None)
    choices = [f"{key} ({_term(about)})" for key, about in fault.shape.keys.items()]
    return NO_SHAPE.at(
        _entry_span(fault.document, fault.shape.path),
        Message("What this entry is, none of its keys says: {keys}", keys=", ".join(given))
        if given
        else Message("What this entry is, is not said: it has no keys"),
        hint=Message("Write {meant!r}", meant=meant)
        if meant is not None
        else Message("Add one of the keys: {choices}", choices=", ".join(choices)),
    )


def _term(description: str) -> str:
    """Return what a description begins with, without its explanation."""
    return re.split(r"[:,.;]", description, maxsplit=1)[0].lower()


def _choice(meant: str | None, choices: Iterable[str]) -> Message:
    if meant is not None:
        return Message("Write {meant!r}", meant=meant)
    return Message("There are: {choices}", choices=", ".join(choices))


def _entry_span(document: SourceDocument, path: NodePath) -> Span:
    """Return where to point at something that an entry lacks: its key, or its first one."""
    value = document.value(path)
    if isinstance(value, dict) and value and (not path or isinstance(path[-1], int)):
        return document.key_span((*path, next(iter(value))))
    return document.key_span(path)


# --- texts that YAML did not take as texts


def _is_split_text(fault: Fault) -> bool:
    """Say whether the unknown key is the first half of a text that a colon divides."""
    if fault.type != "extra_forbidden" or not fault.shape.or_text:
        return False
    return _suggestion(fault) is None and _reads_as_text(fault.document, fault.shape.path[:-1])


def _reads_as_text(document: SourceDocument, path: NodePath) -> bool:
    """Say whether a mapping is one line with one key that is no name, without braces."""
    value = document.value(path)
    start, end = document.extent(path)
    text = document.source.text[start:end]
    if not isinstance(value, dict) or len(value) != 1 or text.startswith("{") or "\n" in text:
        return False
    return _NAME.match(next(iter(value))) is None


def _colon(document: SourceDocument, path: NodePath) -> Diagnostic:
    start, end = document.extent(path)
    text = document.source.text[start:end]
    return COLON_IN_TEXT.at(
        document.span(path),
        Message("The colon makes a key and a value of the text {text!r}", text=text),
        hint=Message("Put the text in quotation marks: {quoted}", quoted=f'"{text}"'),
    )


def _not_text(fault: Fault) -> Diagnostic:
    value, path = fault.value, fault.shape.path
    if value is None:
        return _empty(fault)
    if _reads_as_text(fault.document, path):
        return _colon(fault.document, path)
    start, end = fault.document.extent(path)
    text = fault.document.source.text[start:end]
    if isinstance(value, bool):
        hint = Message("Put the text in quotation marks: {quoted}", quoted=f'"{text}"')
    elif isinstance(value, list) and text.startswith("[") and "\n" not in text:
        quoted = f'"{text[1:-1].strip()}"'
        hint = Message(
            "Brackets make a list; put the text in quotation marks: {quoted}", quoted=quoted
        )
    else:
        hint = Message("Write the text on the line of its key, or below it after `>-`")
    return _wrong_type(fault, Message("a text"), hint)


def _empty(fault: Fault) -> Diagnostic:
    if fault.is_item():
        message = Message("An item of {key!r} is empty", key=fault.key)
    else:
        message = Message("The key {key!r} has no value", key=fault.key)
    return EMPTY_VALUE.at(
        fault.document.key_span(fault.shape.path),
        message,
        hint=Message("Write the text, or delete what is empty"),
    )


def _empty_list(fault: Fault) -> Diagnostic:
    return EMPTY_VALUE.at(
        fault.document.span(fault.shape.path),
        Message("The list under {key!r} is empty", key=fault.key),
        hint=Message("Write at least one item, or delete what is empty"),
    )


# --- values of another type


def _wrong_type(fault: Fault, expected: Message, hint: Message) -> Diagnostic:
    return WRONG_TYPE.at(
        fault.document.span(fault.shape.path),
        Message(
            "Under {key!r} should stand {expected}, here is {found}",
            key=fault.key,
            expected=expected,
            found=_found(fault.value),
        ),
        hint=hint,
    )


def _found(value: Any) -> Message:
    if value is None:
        return Message("nothing")
    if isinstance(value, dict):
        return Message("a mapping")
    if isinstance(value, list):
        return Message("a list")
    if isinstance(value, bool):
        return Message("the value {value}", value=str(value).lower())
    if isinstance(value, int):
        return Message("the number {value}", value=value)
    return Message("the text {value!r}", value=value)


def _not_mapping(fault: Fault) -> Diagnostic:
    keys = ", ".join(fault.shape.keys)
    if isinstance(fault.value, list):
        hint = Message("Take the dashes away; the keys are: {keys}", keys=keys)
    else:
        hint = Message("Write `key: value` on lines of their own; the keys are: {keys}", keys=keys)
    return _wrong_type(fault, Message("a mapping"), hint)


def _not_list(fault: Fault) -> Diagnostic:
    if fault.value is None:
        return _empty(fault)
    if isinstance(fault.value, dict):
        hint = Message("Put a dash before the first key of each entry")
    else:
        hint = Message("Write each item on a line of its own, after a dash and a space")
    return _wrong_type(fault, Message("a list"), hint)


def _not_truth(fault: Fault) -> Diagnostic:
    meant = _TRUTH.get(str(fault.value).casefold())
    if meant is not None:
        hint = Message("Write {meant} without quotation marks", meant=meant)
    else:
        hint = Message("Write true or false, without quotation marks")
    return _wrong_type(fault, Message("true or false"), hint)


def _not_number(fault: Fault) -> Diagnostic:
    hint = Message("Write digits only, without a unit, a leading zero or quotation marks")
    return _wrong_type(fault, Message("a whole number"), hint)


def _range(fault: Fault) -> Diagnostic:
    limits = {
        name: fault.context[name] for name in ("ge", "gt", "le", "lt") if name in fault.context
    }
    name, limit = next(iter(limits.items()), ("", ""))
    if name in {"ge", "gt"}:
        message = Message("{value} under {key!r} is too small", value=fault.value, key=fault.key)
        hint = Message("The least value is {limit}", limit=limit)
    else:
        message = Message("{value} under {key!r} is too large", value=fault.value, key=fault.key)
        hint = Message("The greatest value is {limit}", limit=limit)
    return NUMBER_RANGE.at(fault.document.span(fault.shape.path), message, hint=hint)


# --- values that are texts of a certain form


def _unknown_word(fault: Fault) -> Diagnostic:
    if not isinstance(fault.value, str | int) or isinstance(fault.value, bool):
        return _not_text(fault)
    words = fault.shape.words
    meant = suggest(str(fault.value), dict.fromkeys(words, ""))
    return UNKNOWN_WORD.at(
        fault.document.span(fault.shape.path),
        Message("{value!r} is no value of {key!r}", value=str(fault.value), key=fault.key),
        hint=_word_hint(fault, meant),
    )


def _word_hint(fault: Fault, meant: str | None) -> Message:
    if meant is not None and str(fault.value) == meant:
        # A bare number where a word of digits is expected.
        return Message("Put it in quotation marks: {quoted}", quoted=f'"{meant}"')
    return _choice(meant, fault.shape.words)


def _bad_id(fault: Fault) -> Diagnostic:
    meant = _NOT_ID.sub("-", str(fault.value)).strip("-")
    allowed = Message("An id holds Latin or Cyrillic letters, digits and hyphens only")
    return BAD_ID.at(
        fault.document.span(fault.shape.path),
        Message("{value!r} is no id", value=str(fault.value)),
        hint=Message("Write {meant!r}", meant=meant) if meant else allowed,
    )


def _bad_date(fault: Fault) -> Diagnostic:
    if fault.value is None:
        return _empty(fault)
    if isinstance(fault.value, dict | list):
        return _wrong_type(fault, Message("a date"), date_hint(None))
    return BAD_DATE.at(
        fault.document.span(fault.shape.path),
        Message("{value!r} is no date", value=str(fault.value)),
        hint=date_hint(fault.value),
    )


def _other(fault: Fault) -> Diagnostic:
    return OTHER_FAULT.at(
        fault.document.span(fault.shape.path),
        Message("The value of {key!r} does not fit: {reason}", key=fault.key, reason=fault.type),
        hint=Message("Compare it with an example, or with what the editor proposes"),
    )


_EXPLAIN: dict[str, Callable[[Fault], Diagnostic]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "union_tag_not_found": _no_shape,
    "string_type": _not_text,
    "text_blank": _empty,
    "model_type": _not_mapping,
    "model_attributes_type": _not_mapping,
    "dict_type": _not_mapping,
    "tuple_type": _not_list,
    "list_type": _not_list,
    "too_short": _empty_list,
    "bool_type": _not_truth,
    "int_type": _not_number,
    "greater_than": _range,
    "greater_than_equal": _range,
    "less_than": _range,
    "less_than_equal": _range,
    "literal_error": _unknown_word,
    "id_characters": _bad_id,
    "day_type": _bad_date,
    "day_invalid": _bad_date,
}
