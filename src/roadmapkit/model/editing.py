"""What an editor makes of the JSON Schema: hover texts, examples, skeletons of documents.

A language server shows titles in its messages, offers defaults as text to insert, and puts
examples under a description; what pydantic writes there is about Python. The schema accepts
the same documents before and after.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["for_editors", "kind_property", "skeletons"]

Schema = dict[str, Any]
_LONGEST_TITLE = 60
_CONSTRAINED = ("const", "enum")


def for_editors(definitions: Mapping[str, Schema]) -> dict[str, Schema]:
    """Return the definitions as an editor shows them best.

    Args:
        definitions: By name of the model, as pydantic gives them.
    """
    return {
        name: _with_examples(_titled(_plain(schema)), _texts()["examples"].get(name, {}))
        for name, schema in definitions.items()
    }


def kind_property(kinds: Mapping[str, Schema]) -> Schema:
    """Return the schema of the key ``kind``, each value with what it stands for.

    Args:
        kinds: By value of ``kind``, the definition of its model.
    """
    explained = [str(schema.get("description", "")).rstrip(".") for schema in kinds.values()]
    listed = "\n".join(f"- `{kind}` – {text}" for kind, text in zip(kinds, explained, strict=True))
    said = "Вид документа; от него зависит, какие ключи стоят дальше"
    return {
        "title": "Вид документа",
        "description": said,
        "markdownDescription": f"{said}\n\n{listed}",
        "enum": list(kinds),
        "enumDescriptions": explained,
        "markdownEnumDescriptions": explained,
    }


def skeletons() -> list[Schema]:
    """Return a beginning of each kind of document, for an empty file or after ``---``."""
    return [
        {"label": one["label"], "description": one["description"], "bodyText": one["body"]}
        for one in _texts()["skeletons"]
    ]


@cache
def _texts() -> dict[str, Any]:
    text = files(__package__).joinpath("data/editing.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _plain(schema: Any) -> Any:
    """Return a schema without defaults that say nothing, titles, and needless choices."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain: Schema = {
        key: {name: _plain(inner) for name, inner in value.items()}
        if key == "properties"
        else _plain(value)
        for key, value in schema.items()
        if key != "title" and not (key == "default" and value in (None, [], {}))
    }
    choices = plain.get("anyOf")
    if choices is not None:
        return _joined(plain, list(_flat(choices)))
    return plain


def _flat(choices: list[Schema]) -> Iterator[Schema]:
    """Yield the choices, those of a choice among choices by themselves."""
    for choice in choices:
        if choice.keys() == {"anyOf"}:
            yield from _flat(choice["anyOf"])
        else:
            yield choice


def _joined(schema: Schema, choices: list[Schema]) -> Schema:
    """Return a schema whose choice «or nothing» has become one of the types of the other."""
    rest = [choice for choice in choices if choice != {"type": "null"}]
    if len(rest) == len(choices) or len(rest) != 1 or "type" not in rest[0]:
        return schema | {"anyOf": choices}
    only = rest[0]
    if any(key in only for key in _CONSTRAINED):
        return schema | {"anyOf": choices}
    types = only["type"] if isinstance(only["type"], list) else [only["type"]]
    others = {key: value for key, value in schema.items() if key != "anyOf"}
    return {**only, "type": [*types, *(["null"] if "null" not in types else [])], **others}


def _titled(schema: Schema) -> Schema:
    """Give a model the name that messages call it by: the beginning of its description."""
    name = str(schema.get("description", "")).split("\n")[0].split(":")[0].split(".")[0]
    return {"title": name, **schema} if 0 < len(name) <= _LONGEST_TITLE else schema


def _with_examples(schema: Schema, examples: Mapping[str, list[Any]]) -> Schema:
    if not examples:
        return schema
    properties = dict(schema["properties"])
    for key, values in examples.items():
        properties[key] = {**properties[key], "examples": values}
    return schema | {"properties": properties}
