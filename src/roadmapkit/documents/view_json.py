"""View models as JSON text: what the digests of documents are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from json import JSONEncoder
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from roadmapkit.documents.view import Cell

__all__ = ["fields_json", "view_json"]

_Write = Callable[[Any], str]

_OTHER = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

_FRAMES = 1024
"""Columns whose cells are kept in mind: tables of one house have the same few."""


def view_json(view: object) -> str:
    """Return a view model as JSON without spaces, keys sorted, without the origins."""
    writers = _writers()
    return writers[view.__class__](view)


def fields_json(view: Any) -> dict[str, str]:
    """Return the fields of a view model, each as :func:`view_json` has it, sorted by name."""
    writers = _writers()
    found = ((name, getattr(view, name)) for name in _names(view.__class__))
    return {name: writers[value.__class__](value) for name, value in found}


@cache
def _names(cls: Any) -> tuple[str, ...]:
    """Return the names of the fields of a class that count, sorted as JSON has them."""
    return tuple(sorted(entry.name for entry in fields(cls) if entry.compare))


@cache
def _writers() -> _Writers:
    return _Writers()


class _Writers(dict[type, _Write]):
    """What writes the values of each class, made when the first of them is met.

    A plain copy of a view model for :mod:`json` took four times as long, most of it for
    tables of thousands of rows.
    """

    def __init__(self) -> None:
        super().__init__(
            {
                str: encode_basestring,
                bool: {True: "true", False: "false"}.__getitem__,
                int: int.__repr__,
                type(None): lambda _: "null",
                Cell: self._cells(),
            }
        )

    def __missing__(self, cls: type) -> _Write:
        if issubclass(cls, tuple):
            self[cls] = self._list
        elif is_dataclass(cls):
            self[cls] = self._object(cls)
        else:
            self[cls] = _OTHER.encode
        return self[cls]

    def _list(self, items: tuple[Any, ...]) -> str:
        return f"[{','.join([self[item.__class__](item) for item in items])}]"

    def _object(self, cls: type) -> _Write:
        names = _names(cls)
        form = _form(names)
        if len(names) == 1:
            # Of one name, the getter returns no tuple.
            value = attrgetter(*names)
            return lambda view: form % self[value(view).__class__](value(view))
        values = attrgetter(*names)
        return lambda view: form % tuple([self[one.__class__](one) for one in values(view)])

    def _cells(self) -> _Write:
        """Return what writes cells: those of a column differ in their lines only."""
        names = _names(Cell)
        form = _form(names)
        kept = [name for name in names if name != "lines"]
        # By classes too: 1, 1.0 and True are equal, but not as JSON.
        plain = {"bool", "int", "float"}
        numbers = [one.name for one in fields(Cell) if one.type in plain and one.name in kept]
        frame = attrgetter(*kept, *(f"{name}.__class__" for name in numbers))
        known: dict[tuple[Any, ...], str] = {}
        whole = self._object(Cell)

        def write(cell: Cell) -> str:
            if cell.blocks:
                return whole(cell)
            key = frame(cell)
            found = known.get(key)
            if found is None:
                if len(known) >= _FRAMES:
                    known.clear()
                texts = {name: self._written(cell, name).replace("%", "%%") for name in kept}
                found = known[key] = form % tuple(texts.get(name, "[%s]") for name in names)
            lines = cell.lines
            if len(lines) == 1:
                return found % encode_basestring(lines[0])
            return found % ",".join(map(encode_basestring, lines))

        return write

    def _written(self, view: object, name: str) -> str:
        value = getattr(view, name)
        return self[value.__class__](value)


def _form(names: Iterable[str]) -> str:
    """Return an object of JSON with a place for each value."""
    return f"{{{','.join(f'{encode_basestring(name)}:%s' for name in names)}}}"
