"""What fields of documents hold, read off the view models: text, numbers, groups, lists."""

from __future__ import annotations

import types
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from roadmapkit.documents import chart_view, letter_view, letterhead_view, minutes_view, view
from roadmapkit.documents.stretches import SAME_AS

__all__ = ["Shape", "document_fields", "fields_of", "meanings", "same_as"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value is.

    Attributes:
        kind: ``any`` is a value that nothing is known of.
        model: Class of a group of fields.
        item: What a list holds.
        choices: The words that a text may be.
        optional: Whether there may be no value.
    """

    kind: Literal["text", "number", "truth", "group", "list", "any"]
    model: type[Any] | None = None
    item: Shape | None = None
    choices: tuple[str, ...] = ()
    optional: bool = False


_SCALARS = {str: "text", int: "number", float: "number", bool: "truth"}
_NAMES = {
    **{name: getattr(view, name) for name in view.__all__},
    **{name: getattr(minutes_view, name) for name in minutes_view.__all__},
    **{name: getattr(chart_view, name) for name in chart_view.__all__},
    **{name: getattr(letter_view, name) for name in letter_view.__all__},
    **{name: getattr(letterhead_view, name) for name in letterhead_view.__all__},
    "Origin": object,
}


def fields_of(model: type[Any]) -> Mapping[str, Shape]:
    """Return the fields of a view model that a template may print, in their order."""
    return _fields(cast("Hashable", model))


@cache
def _fields(model: Hashable) -> Mapping[str, Shape]:
    hints = get_type_hints(model, localns=_NAMES)
    listed = fields(cast("Any", model))
    return {item.name: _shape(hints[item.name]) for item in listed if item.compare}


def document_fields() -> Mapping[str, Shape]:
    """Return the names that every tag may begin with."""
    return fields_of(view.DocumentView)


def meanings(model: type[Any]) -> Mapping[str, str]:
    """Return what each field of a view model means, from the class's docstring."""
    found: dict[str, str] = {}
    _, _, listed = (model.__doc__ or "").partition("Attributes:\n")
    name = ""
    for line in listed.splitlines():
        before, colon, text = line.strip().partition(": ")
        if colon and before.isidentifier() and len(line) - len(line.lstrip()) == _INDENT:
            name = before
            found[name] = text
        elif name and line.strip():
            found[name] += f" {line.strip()}"
    return {name: text.replace("``", "`").rstrip(".") for name, text in found.items()}


_INDENT = 8


def same_as(model: type[Any], name: str) -> str | None:
    """Return the field that holds the same text as a field, if there is one."""
    return next((item.metadata.get(SAME_AS) for item in fields(model) if item.name == name), None)


def _shape(annotation: Any) -> Shape:
    if annotation in _SCALARS:
        return Shape(_SCALARS[annotation])  # type: ignore[arg-type]  # the values of a dict
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    if origin is Literal:
        return Shape("text", choices=tuple(str(word) for word in arguments))
    if origin in (Union, types.UnionType):
        inner = _shape(next(item for item in arguments if item is not type(None)))
        return Shape(inner.kind, inner.model, inner.item, inner.choices, optional=True)
    if origin is tuple:
        return Shape("list", item=_shape(arguments[0]))
    if is_dataclass(annotation) and isinstance(annotation, type):
        return Shape("group", model=annotation)
    return Shape("any")
