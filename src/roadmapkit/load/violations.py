"""Violations of a house's schema, in the author's words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.load.codes import HOUSE_SCHEMA
from roadmapkit.source import NodePath, SourceDocument

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

__all__ = ["explain_violation"]

_LIMITS = frozenset(
    {
        *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    }
)
_TYPES = {
    "string": Message("a text"),
    "integer": Message("a whole number"),
    "number": Message("a number"),
    "boolean": Message("true or false"),
    "array": Message("a list"),
    "object": Message("a mapping"),
    "null": Message("an empty value"),
}


def explain_violation(
    document: SourceDocument, schema_name: str, error: ValidationError
) -> Iterator[Diagnostic]:
    """Yield the findings that one error of ``jsonschema`` stands for.

    Args:
        document: The document.
        schema_name: Path of the schema, as the settings give it.
        error: The error; of several alternatives the nearest is explained.
    """
    from jsonschema.exceptions import best_match

    error = best_match([error])
    path: NodePath = tuple(error.absolute_path)
    name = document.data.get("id")
    for span, message in _places(document, path, error):
        yield HOUSE_SCHEMA.at(
            span,
            message,
            hint=_hint(error, schema_name),
            documents=(str(name),) if isinstance(name, str | int) else (),
        )


def _hint(error: ValidationError, schema_name: str) -> Message:
    schema = error.schema if isinstance(error.schema, dict) else {}
    said = schema.get("description") or schema.get("title")
    if isinstance(said, str) and said.strip():
        return Message(
            "{schema} demands: {text}", schema=schema_name, text=said.strip().rstrip(".")
        )
    return Message("{schema} demands it", schema=schema_name)


def _places(
    document: SourceDocument, path: NodePath, error: ValidationError
) -> Iterator[tuple[Span, Message]]:
    instance: Any = error.instance
    wanted: Any = error.validator_value
    keyword = str(error.validator)
    if keyword in {"required", "dependentRequired"}:
        for key in _missing(instance, wanted):
            yield (
                _entry_span(document, path, instance),
                Message("The key {key!r} is missing", key=key),
            )
    elif keyword in {"additionalProperties", "unevaluatedProperties"} and wanted is False:
        for key in _unforeseen(instance, error.schema):
            yield (
                document.key_span((*path, key)),
                Message("The house's schema has no key {key!r} here", key=key),
            )
    else:
        yield document.span(path), _message(keyword, instance, wanted)


def _message(keyword: str, instance: Any, wanted: Any) -> Message:
    value = _short(instance)
    if keyword == "enum":
        allowed = ", ".join(map(_short, wanted))
        return Message(
            "{value} is not among the allowed values: {allowed}", value=value, allowed=allowed
        )
    if keyword == "const":
        return Message("{value} should be {wanted}", value=value, wanted=_short(wanted))
    if keyword == "type":
        types = [_TYPES[name] for name in ([wanted] if isinstance(wanted, str) else wanted)]
        return Message("{value} is of another type; wanted: {types}", value=value, types=types)
    if keyword == "pattern":
        return Message("{value} does not match the pattern {pattern}", value=value, pattern=wanted)
    if keyword in _LIMITS:
        return Message(
            "{value} breaks the limit {keyword}: {limit}",
            value=value,
            keyword=keyword,
            limit=wanted,
        )
    return Message("{value} breaks the rule {keyword}", value=value, keyword=keyword)


def _missing(instance: Any, wanted: Any) -> list[str]:
    """Return all keys that the rule misses, though there is one error for each of them."""
    if isinstance(wanted, dict):
        wanted = [key for given, keys in wanted.items() if given in instance for key in keys]
    return [key for key in wanted if key not in instance]


def _unforeseen(instance: Any, schema: Any) -> list[str]:
    known = schema.get("properties", {})
    patterns = list(schema.get("patternProperties", {}))
    return [
        key
        for key in instance
        if key not in known and not any(re.search(pattern, key) for pattern in patterns)
    ]


def _entry_span(document: SourceDocument, path: NodePath, instance: Any) -> Span:
    if isinstance(instance, dict) and instance and (not path or isinstance(path[-1], int)):
        return document.key_span((*path, next(iter(instance))))
    return document.key_span(path)


def _short(value: Any) -> str:
    if isinstance(value, str):
        return f"«{value if len(value) <= 60 else value[:59] + '…'}»"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    return json.dumps(value)
