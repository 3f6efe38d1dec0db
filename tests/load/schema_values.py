"""Values of any JSON Schema that the library publishes, and ways to spoil them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

__all__ = ["spoilt", "values_of"]

# What authors and their tools put where something else belongs.
SCRAPS: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 46, 2024, 10**6),
    *("", " ", "\t", "текст", "x", "да", "true", "46", "2024-02-30", "2024-02-29", "29.02.2023"),
    *("31.01.2024", "1.1.2024", "2024-01-31\n", "2024-01-31 ", "приказ", "id с пробелом", "id\n"),
    *([], [[]], [None], ["текст"], {}, {"x": 1}, {"when": "май"}, {"text": "а", "items": ["б"]}),
    *(
        {"phrase": "май", "means": {"on": "01.05.2024"}},
        {"start": "01.05.2024"},
        ["а", {"text": "б"}],
    ),
)
KEYS = ("kind", "id", "title", "text", "due", "items", "when", "for", "as", "number", "x", "Ключ")


def values_of(
    schema: dict[str, Any], root: dict[str, Any], depth: int = 5
) -> st.SearchStrategy[Any]:
    """Return a strategy for values that fit *schema*, or nearly so where choices overlap."""
    if "$ref" in schema:
        return st.deferred(lambda: values_of(_resolve(schema["$ref"], root), root, depth))
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return st.one_of(*(values_of(one, root, depth) for one in schema[choice]))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    types = schema.get("type", "object")
    names = types if isinstance(types, list) else [types]
    return st.one_of(*(_TYPES[name](schema, root, depth) for name in names))


def _resolve(reference: str, root: dict[str, Any]) -> dict[str, Any]:
    found: Any = root
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return dict(found)


def _string(schema: dict[str, Any], _root: dict[str, Any], _depth: int) -> st.SearchStrategy[Any]:
    words = st.sampled_from([scrap for scrap in SCRAPS if isinstance(scrap, str)])
    if "pattern" in schema:
        return st.from_regex(schema["pattern"]).filter(str.isprintable) | words
    return words


def _integer(schema: dict[str, Any], _root: dict[str, Any], _depth: int) -> st.SearchStrategy[Any]:
    return st.integers(schema.get("minimum", -5), schema.get("maximum", 3000))


def _array(schema: dict[str, Any], root: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    if depth <= 0:
        return st.just([])
    return st.lists(values_of(schema["items"], root, depth - 1), max_size=2)


def _object(schema: dict[str, Any], root: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    properties = schema.get("properties", {})
    extra = schema.get("additionalProperties")
    if isinstance(extra, dict):
        return st.dictionaries(st.sampled_from(KEYS), values_of(extra, root, depth - 1), max_size=2)
    required = {
        name: values_of(properties[name], root, depth - 1) for name in schema.get("required", [])
    }
    if depth <= 0:
        return st.fixed_dictionaries(required)
    optional = {
        name: values_of(inner, root, depth - 1)
        for name, inner in properties.items()
        if name not in required
    }
    # A few keys at a time: documents stay small enough to be tried by the hundred.
    return (
        st.sets(st.sampled_from(sorted(optional)), max_size=4).flatmap(
            lambda chosen: st.fixed_dictionaries(
                required | {name: optional[name] for name in sorted(chosen)}
            )
        )
        if optional
        else st.fixed_dictionaries(required)
    )


_TYPES: dict[str, Callable[[dict[str, Any], dict[str, Any], int], st.SearchStrategy[Any]]] = {
    "string": _string,
    "integer": _integer,
    "boolean": lambda _schema, _root, _depth: st.booleans(),
    "null": lambda _schema, _root, _depth: st.none(),
    "array": _array,
    "object": _object,
}


@st.composite
def spoilt(draw: st.DrawFn, data: Any) -> Any:
    """Return *data* with at most three changes that an author might make by mistake."""
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(0, 3))):
        places = list(_places(data))
        if not places:
            break
        container, key = draw(st.sampled_from(places))
        _spoil(draw, container, key)
    return data


def _places(value: Any) -> list[tuple[Any, Any]]:
    keys = (
        list(value)
        if isinstance(value, dict)
        else range(len(value))
        if isinstance(value, list)
        else []
    )
    return [place for key in keys for place in [(value, key), *_places(value[key])]]


def _spoil(draw: st.DrawFn, container: Any, key: Any) -> None:
    change = draw(st.sampled_from(["replace", "delete", "rename", "wrap", "unwrap", "add"]))
    value = container[key]
    if change == "delete":
        del container[key]
    elif change == "rename" and isinstance(container, dict):
        container[draw(st.sampled_from([*KEYS, f"{key}s"]))] = container.pop(key)
    elif change == "add" and isinstance(value, dict):
        value[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(st.sampled_from(SCRAPS)))
    elif change == "wrap":
        container[key] = [value]
    elif change == "unwrap" and isinstance(value, list) and value:
        container[key] = value[0]
    else:
        container[key] = copy.deepcopy(draw(st.sampled_from(SCRAPS)))
