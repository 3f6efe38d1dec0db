"""Data classes whose methods are made when they are first used.

The standard decorator writes and compiles the source of six methods for every class, which
took a third of the time of a check of the smallest workspace: the library has hundreds of data
classes, and most of them are for documents that a workspace does not have.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]


def _dataclass(
    *, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False
) -> Callable[[Any], Any]:
    """Make a data class as :func:`dataclasses.dataclass` does, its methods not yet compiled.

    The class behaves as one of the standard library, also for :func:`dataclasses.replace`,
    ``fields``, ``asdict``, pickling and pattern matching. A class without slots, with an order or
    with a data class among its bases is left to the standard library altogether. Every field is a
    parameter or has a default.

    Args:
        frozen: Instances cannot be changed.
        slots: The class has ``__slots__``.
        eq: Instances are compared by their fields.
        order: Instances have an order.
    """

    def decorate(cls: Any) -> Any:
        if not slots or order or any(map(dataclasses.is_dataclass, cls.__bases__)):
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=order)(cls)
        own = cls.__dict__
        # The standard library describes the fields and makes the slots, which costs little.
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
        if "__init__" not in own:
            made.__init__ = _Constructor(made, frozen)
        if "__repr__" not in own:
            made.__repr__ = _shown
        if eq:
            _compare(made, own, frozen)
        if frozen:
            made.__setattr__ = _refuse_to_set
            made.__delattr__ = _refuse_to_delete
            made.__getstate__ = _state
            made.__setstate__ = _restore
            made.__dataclass_params__.frozen = True
        return made

    return decorate


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


class _Constructor:
    """The ``__init__`` of a class until the first instance is made or its signature looked at."""

    def __init__(self, cls: type, frozen: bool) -> None:
        self._cls: Any = cls
        self._frozen = frozen

    def __get__(self, instance: object, owner: type) -> Any:
        made: Any = _constructor(self._cls, self._frozen)
        self._cls.__init__ = made
        return made.__get__(instance, owner)


def _constructor(cls: Any, frozen: bool) -> Any:
    """Return the ``__init__`` that takes the fields of a class in their order."""
    scope: dict[str, Any] = {"_FRESH": dataclasses.MISSING}
    parameters, body = ["self"], []
    fields = dataclasses.fields(cls)
    for field in fields:
        name = field.name
        parameter, value = _taken(field, scope)
        if field.init:
            parameters.append(parameter)
        # The slot's own setter passes by the refusal to set, and is the quicker way.
        scope[f"_set_{name}"] = cls.__dict__[name].__set__
        body.append(f"_set_{name}(self, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(body or ["pass"])
    exec(source, scope)  # noqa: S102  # names of fields of our own, as the standard library does
    made: Any = scope["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    made.__annotations__ = {field.name: field.type for field in fields if field.init}
    return made


def _taken(field: dataclasses.Field[Any], scope: dict[str, Any]) -> tuple[str, str]:
    """Return the parameter of a field and the value that it is set to; add to the *scope*."""
    name = field.name
    if field.default_factory is not dataclasses.MISSING:
        scope[f"_make_{name}"] = field.default_factory
        given = f"_make_{name}() if {name} is _FRESH else {name}"
        return f"{name}=_FRESH", given if field.init else f"_make_{name}()"
    if field.default is not dataclasses.MISSING:
        scope[f"_default_{name}"] = field.default
        return f"{name}=_default_{name}", name if field.init else f"_default_{name}"
    return name, name


def _compare(cls: Any, own: Mapping[str, Any], frozen: bool) -> None:
    """Give a class its comparison, and a hash where its instances cannot be changed."""
    fields = dataclasses.fields(cls)
    names = [field.name for field in fields if field.compare]
    values = _values_of(names)

    def equal(self: object, other: object) -> Any:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    if "__eq__" not in own:
        cls.__eq__ = equal
    if own.get("__hash__") is not None:
        return
    if frozen:
        chosen = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]
        hashable = values if chosen == names else _values_of(chosen)

        def digest(self: object) -> int:
            return hash(hashable(self))

        cls.__hash__ = digest
    else:
        cls.__hash__ = None


def _values_of(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


@recursive_repr()
def _shown(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
