"""The places of a document that its key ``verbatim`` names: by key, or by path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmapkit.source import NodePath, Origin

__all__ = ["keys_of", "named_places"]


def named_places(origin: Origin, name: str) -> Iterator[Origin]:
    """Yield the places that *name* means in a document.

    Args:
        origin: The document.
        name: A key, meant wherever it stands; or a path with full stops, whose items of
            lists are given by their id or their number from 1.
    """
    data = {key: value for key, value in origin.document.data.items() if key != "verbatim"}
    parts = [part.strip() for part in name.split(".")]
    paths = _keyed(data, parts[0], ()) if len(parts) == 1 else _followed(data, parts, ())
    yield from (origin.document.origin(path) for path in paths)


def keys_of(origin: Origin) -> tuple[str, ...]:
    """Return the keys that hold anything in a document, in their order, each once."""
    return tuple(dict.fromkeys(key for key in _keys(origin.document.data) if key != "verbatim"))


def _keyed(value: Any, key: str, path: NodePath) -> Iterator[NodePath]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield (*path, name)
            else:
                yield from _keyed(inner, key, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _keyed(item, key, (*path, index))


def _followed(value: Any, parts: list[str], path: NodePath) -> Iterator[NodePath]:
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    if isinstance(value, dict) and part in value:
        yield from _followed(value[part], rest, (*path, part))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if part == str(index + 1) or (isinstance(item, dict) and str(item.get("id")) == part):
                yield from _followed(item, rest, (*path, index))


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _keys(inner)
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item)
