"""The reference of what templates may print: every field, what it is, what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as dataclass_fields
from typing import Any

from roadmapkit.diagnostics import Message
from roadmapkit.documents.view import DocumentView
from roadmapkit.rendering.requirements import own_names, required_fields
from roadmapkit.rendering.shapes import Shape, fields_of, meanings

__all__ = ["TemplateField", "template_fields"]

_QUOTED = re.compile("«([^«»]+)»")
_MOST_OF_AN_EXAMPLE = 60
_TYPES = {
    "text": Message("text"),
    "number": Message("number"),
    "truth": Message("yes or no"),
    "group": Message("group of fields"),
    "any": Message("value"),
}


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field that templates of a kind may print.

    Attributes:
        path: Its full name; ``clauses[]`` is any item of the list ``clauses``.
        name: Its own name.
        type: What it holds, in words.
        optional: Whether there may be nothing.
        choices: The words that a text may be, where it is one of few.
        meaning: What it means, in Russian.
        example: A value, as it would be printed; None for groups and lists of groups.
        required: Whether a template that leaves it out is told so.
        group: Name of the group that it is or lists, None for a plain value.
        fields: Fields of that group.
    """

    path: str
    name: str
    type: Message
    optional: bool
    choices: tuple[str, ...]
    meaning: str
    example: str | None
    required: bool
    group: str | None
    fields: tuple[TemplateField, ...]


def template_fields(kind: str, samples: Iterable[DocumentView]) -> tuple[TemplateField, ...]:
    """Return the fields that a template of a kind may print, nested ones below their group.

    Args:
        kind: Name of a packaged template.
        samples: Documents that examples are taken from, those of that kind first.

    Raises:
        RenderError: There is no packaged template of that kind.
    """
    examples: dict[tuple[type[Any], str], object] = {}
    for sample in samples:
        _gather(sample, examples)
    required = required_fields(kind)
    shapes = fields_of(DocumentView)
    names = {name: shapes[name] for name in own_names(kind)}
    return _tree(DocumentView, names, "", required, examples)


def _tree(
    model: type[Any],
    shapes: Mapping[str, Shape],
    prefix: str,
    required: frozenset[str],
    examples: Mapping[tuple[type[Any], str], object],
) -> tuple[TemplateField, ...]:
    told = meanings(model)
    found = []
    for name, shape in shapes.items():
        path = f"{prefix}{name}"
        item = shape.item if shape.kind == "list" and shape.item is not None else shape
        below = f"{path}[]." if shape.kind == "list" else f"{path}."
        meaning = told.get(name, "")
        inner = item.model
        found.append(
            TemplateField(
                path=path,
                name=name,
                type=_type(shape),
                optional=shape.optional,
                choices=item.choices,
                meaning=meaning,
                example=None if inner else _example(item, meaning, examples.get((model, name))),
                required=path in required,
                group=inner.__name__.removesuffix("View") if inner else None,
                fields=_tree(inner, fields_of(inner), below, required, examples) if inner else (),
            )
        )
    return tuple(found)


def _type(shape: Shape) -> Message:
    if shape.kind != "list":
        return _TYPES[shape.kind]
    item = shape.item
    return Message("list: {items}", items=_type(item) if item is not None else _TYPES["any"])


def _example(shape: Shape, meaning: str, value: object) -> str | None:
    """Return a value as it is printed: of a sample, or the one that the meaning quotes."""
    if value is not None:
        return _shown(value)
    quoted = _QUOTED.search(meaning)
    if quoted:
        return quoted[1]
    if shape.choices:
        return next((word for word in shape.choices if word), "")
    return {"truth": "true", "number": "1"}.get(shape.kind)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = " / ".join(map(_shown, value)) if isinstance(value, tuple) else str(value)
    text = " ".join(text.replace("\n", " / ").split(" "))
    return text if len(text) <= _MOST_OF_AN_EXAMPLE else f"{text[:_MOST_OF_AN_EXAMPLE]}…"


def _gather(value: object, examples: dict[tuple[type[Any], str], object]) -> None:
    """Note the first value that says something of every field, of whatever document."""
    if isinstance(value, tuple):
        for item in value:
            _gather(item, examples)
    elif is_dataclass(value) and not isinstance(value, type):
        for entry in dataclass_fields(value):
            inner = getattr(value, entry.name)
            first = inner
            while isinstance(first, tuple) and first:
                first = first[0]
            plain = isinstance(first, str | int | float)
            if plain and inner not in ("", ("",)):
                examples.setdefault((type(value), entry.name), inner)
            elif entry.compare:
                _gather(inner, examples)
