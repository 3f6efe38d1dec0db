"""Where in a document a fault that pydantic found is, and what may stand there.

Pydantic names a place by keys, indexes, and the tags of the choices that it took on
the way. Only its own schema tells a tag from a key, so that schema is walked along.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from roadmapkit.lazily import dataclass
from roadmapkit.model.later import model_meant
from roadmapkit.source import NodePath

__all__ = ["Shape", "shape_at"]

_WRAPPERS = frozenset(
    {"default", "nullable", "function-before", "function-after", "function-wrap", "model-field"}
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A place in a document and what the models expect there.

    Attributes:
        path: Keys and indexes that lead there.
        kind: Type of the expected value, as pydantic calls it, such as ``str`` or ``tuple``.
        keys: Keys of the mapping that is expected there, with their descriptions.
        words: Fixed words that are expected there.
        siblings: Keys of the mapping that the place itself is in.
        or_text: Whether a text could stand here instead of a mapping, or, where the
            fault is a key, in place of the mapping that the key is in.
    """

    path: NodePath
    kind: str
    keys: Mapping[str, str]
    words: tuple[str, ...]
    siblings: Mapping[str, str]
    or_text: bool


def shape_at(model: type[BaseModel], location: Sequence[str | int]) -> Shape:
    """Return the place of a fault.

    Args:
        model: The model that was validated.
        location: ``loc`` of the error.
    """
    walk = _Walk(model)
    for part in location:
        walk.step(part)
    schema = walk.schema
    kind = str(schema.get("type", ""))
    words = tuple(map(str, schema["expected"])) if kind == "literal" else ()
    keys = walk.keys
    if kind == "tagged-union":
        keys = walk.telling_keys()
    return Shape(tuple(walk.path), kind, keys, words, walk.siblings, walk.or_text())


class _Walk:
    """A walk through the core schema of a model, one part of a location at a time."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.path: list[str | int] = []
        self.siblings: Mapping[str, str] = {}
        self._or_text = False
        self._definitions: dict[str, Any] = {}
        self.schema: Mapping[str, Any] = {}
        self.keys: Mapping[str, str] = {}
        self._text_choice = False
        self._enter(model.__pydantic_core_schema__)

    @property
    def choices(self) -> Mapping[str, Any]:
        """Choices of the union at the place, by tag."""
        choices: Mapping[str, Any] = self.schema["choices"]
        return choices

    def or_text(self) -> bool:
        """Say whether a text could stand here instead of a mapping."""
        return self._or_text or self._offers_text()

    def _offers_text(self) -> bool:
        if self.schema.get("type") != "tagged-union":
            return False
        kinds = {self._unwrap(choice)[0].get("type") for choice in self.choices.values()}
        return not kinds.isdisjoint({"str", "literal"})

    def step(self, part: str | int) -> None:
        """Follow one part of a location."""
        kind = self.schema.get("type")
        if kind == "tagged-union" and part in self.choices:
            self._text_choice = self._offers_text()
            self._enter(self.choices[str(part)])
            return
        self.siblings, self._or_text = self.keys, self._text_choice
        self._text_choice = False
        self.path.append(part)
        inner: Any = {}
        if kind == "model-fields":
            inner = self._fields().get(str(part), {})
        elif kind == "tuple":
            inner = self.schema["items_schema"][0]
        elif kind == "list":
            inner = self.schema.get("items_schema", {})
        elif kind == "dict":
            inner = self.schema.get("values_schema", {})
        self._enter(inner)

    def telling_keys(self) -> dict[str, str]:
        """Return the keys that say which choice of a union a mapping is."""
        models = {tag: self._unwrap(choice)[1] for tag, choice in self.choices.items()}
        return {
            tag: (model.__doc__ or "").partition("\n")[0]
            for tag, model in models.items()
            if model is not None and tag in _keys(model)
        }

    def _enter(self, schema: Mapping[str, Any]) -> None:
        self.schema, model = self._unwrap(schema)
        self.keys = _keys(model) if model else {}

    def _fields(self) -> dict[str, Any]:
        fields: Mapping[str, Any] = self.schema["fields"]
        return {field.get("validation_alias", name): field for name, field in fields.items()}

    def _unwrap(
        self, schema: Mapping[str, Any]
    ) -> tuple[Mapping[str, Any], type[BaseModel] | None]:
        """Return the schema inside all that only wraps it, and the model passed on the way."""
        model: type[BaseModel] | None = None
        while True:
            kind = schema.get("type")
            if kind == "definitions":
                self._definitions |= {one["ref"]: one for one in schema["definitions"]}
                schema = schema["schema"]
            elif kind == "definition-ref":
                schema = self._definitions[schema["schema_ref"]]
            elif kind == "model":
                model = schema["cls"]
                schema = schema["schema"]
            elif kind in _WRAPPERS:
                schema = schema["schema"]
            elif (meant := model_meant(schema)) is not None:
                schema = meant.__pydantic_core_schema__
            else:
                return schema, model


def _keys(model: type[BaseModel]) -> dict[str, str]:
    return {
        field.alias or name: field.description or "" for name, field in model.model_fields.items()
    }
