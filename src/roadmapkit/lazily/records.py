"""Data classes whose methods and fields are made when they are first used.

The standard decorator describes the fields of every class, and writes and compiles the source
of six methods, which took a third of the time of a check of the smallest workspace: the library
has hundreds of data classes, and most of them are for documents that a workspace does not have.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from inspect import get_annotations
from operator import attrgetter, ge, gt, le, lt
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_OF_NO_INSTANCE = ("ClassVar", "InitVar", "KW_ONLY")
"""What makes an annotation something else than a field."""


def _dataclass(
    *, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False
) -> Callable[[Any], Any]:
    """Make a data class as :func:`dataclasses.dataclass` does, its methods not yet compiled.

    Instances behave as those of the standard library, also for :func:`dataclasses.replace`,
    ``fields``, ``asdict``, pickling and pattern matching. What differs is of use to tools only:
    ``__dataclass_params__`` says of the methods that they are not made, a signature shows a
    placeholder for a default that is made anew each time, and a field without a default after
    one with a default, or a default that can be changed, fails when the class is first used.
    A class without slots or with bases is left to the standard library altogether.

    Args:
        frozen: Instances cannot be changed.
        slots: The class has ``__slots__``.
        eq: Instances are compared by their fields.
        order: Instances have an order.
    """

    def decorate(cls: Any) -> Any:
        if not slots or not _is_plain(cls):
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=order)(cls)
        own = cls.__dict__
        made = _with_slots(cls, frozen)
        if "__init__" not in own:
            made.__init__ = _Constructor(made, own, frozen)
        if "__repr__" not in own:
            made.__repr__ = _shown
        if eq:
            _compare(made, own, frozen)
        if order:
            _put_in_order(made)
        if frozen:
            made.__setattr__ = _refuse_to_set
            made.__delattr__ = _refuse_to_delete
            made.__getstate__ = _state
            made.__setstate__ = _restore
        return made

    return decorate


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _is_plain(cls: Any) -> bool:
    """Tell whether a class has no bases, and all of its annotations are fields of instances."""
    return cls.__bases__ == (object,) and all(
        isinstance(text, str) and not any(word in text for word in _OF_NO_INSTANCE)
        for text in get_annotations(cls).values()
    )


def _with_slots(cls: Any, frozen: bool) -> Any:
    """Return the class with a slot for each field; what the fields are is found out later."""
    own = dict(cls.__dict__)
    annotations = get_annotations(cls)
    defaults = {name: own.pop(name) for name in annotations if name in own}
    for unwanted in ("__dict__", "__weakref__"):
        own.pop(unwanted, None)
    own["__slots__"] = tuple(annotations)
    own.setdefault("__match_args__", tuple(n for n in annotations if _is_given(defaults.get(n))))
    made: Any = type(cls)(cls.__name__, cls.__bases__, own)
    made.__qualname__ = cls.__qualname__
    described = _Description(made, defaults, frozen)
    made.__dataclass_fields__ = _Described(described, "__dataclass_fields__")
    made.__dataclass_params__ = _Described(described, "__dataclass_params__")
    return made


def _is_given(default: object) -> bool:
    return not isinstance(default, dataclasses.Field) or default.init


def _is_compared(default: object) -> bool:
    return not isinstance(default, dataclasses.Field) or default.compare


def _is_hashed(default: object) -> bool:
    if not isinstance(default, dataclasses.Field) or default.hash is None:
        return _is_compared(default)
    return default.hash


class _Description:
    """What the standard library is to know of a class."""

    def __init__(self, cls: type, defaults: Mapping[str, Any], frozen: bool) -> None:
        self._cls: Any = cls
        self._defaults = defaults
        self._frozen = frozen

    def write(self) -> None:
        """Have the standard library describe the fields, and write it into the class."""
        cls = self._cls
        own = {"__module__": cls.__module__, "__doc__": cls.__doc__ or cls.__name__}
        fields = {"__annotations__": get_annotations(cls)}
        model: Any = type(cls.__name__, (), {**own, **fields, **self._defaults})
        described: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(model)
        described.__dataclass_params__.frozen = self._frozen
        cls.__dataclass_fields__ = described.__dataclass_fields__
        cls.__dataclass_params__ = described.__dataclass_params__


class _Described:
    """An attribute of a class that stands in its description."""

    def __init__(self, description: _Description, name: str) -> None:
        self._description = description
        self._name = name

    def __get__(self, instance: object, owner: type) -> Any:
        self._description.write()
        return getattr(owner, self._name)


class _Constructor:
    """The ``__init__`` of a class until the first instance is made or its signature looked at."""

    def __init__(self, cls: type, written: Mapping[str, Any], frozen: bool) -> None:
        self._cls: Any = cls
        self._written = written
        self._frozen = frozen

    def __get__(self, instance: object, owner: type) -> Any:
        made: Any = _constructor(self._cls, self._written, self._frozen)
        self._cls.__init__ = made
        return made.__get__(instance, owner)


def _constructor(cls: Any, written: Mapping[str, Any], frozen: bool) -> Any:
    """Return the ``__init__`` that takes the fields of a class in their order.

    The fields are read from the class as it was *written*: having the standard library describe
    them for each class that is ever made an instance of took longer than all the rest here.
    """
    scope: dict[str, Any] = {"_FRESH": dataclasses.MISSING}
    parameters, body = ["self"], []
    annotations = get_annotations(cls)
    for name in annotations:
        given = written.get(name, dataclasses.MISSING)
        parameter, value = _taken(name, given, scope)
        if _is_given(given):
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
    made.__annotations__ = {n: kind for n, kind in annotations.items() if _is_given(written.get(n))}
    return made


def _taken(name: str, given: Any, scope: dict[str, Any]) -> tuple[str, str]:
    """Return the parameter of a field and the value that it is set to; add to the *scope*."""
    default = given
    if isinstance(given, dataclasses.Field):
        if given.default_factory is not dataclasses.MISSING:
            scope[f"_make_{name}"] = given.default_factory
            fresh = f"_make_{name}() if {name} is _FRESH else {name}"
            return f"{name}=_FRESH", fresh if given.init else f"_make_{name}()"
        default = given.default
    if default is not dataclasses.MISSING:
        scope[f"_default_{name}"] = default
        return f"{name}=_default_{name}", name if _is_given(given) else f"_default_{name}"
    return name, name


def _compare(cls: Any, own: Mapping[str, Any], frozen: bool) -> None:
    """Give a class its comparison, and a hash where its instances cannot be changed.

    Both are made when one of them is first used.
    """
    hashed = own.get("__hash__") is None

    def prepare() -> None:
        equal, digest = _comparison(cls, own)
        if "__eq__" not in own:
            cls.__eq__ = equal
        if hashed and frozen:
            cls.__hash__ = digest

    def equal(self: object, other: object) -> Any:
        prepare()
        return cls.__eq__(self, other)

    def digest(self: object) -> int:
        prepare()
        found: int = cls.__hash__(self)
        return found

    if "__eq__" not in own:
        cls.__eq__ = equal
    if hashed:
        cls.__hash__ = digest if frozen else None


def _comparison(
    cls: Any, written: Mapping[str, Any]
) -> tuple[Callable[[object, object], Any], Callable[[object], int]]:
    """Return how instances are compared by their fields, and their hash."""
    fields = {name: written.get(name) for name in get_annotations(cls)}
    names = [name for name, given in fields.items() if _is_compared(given)]
    values = _values_of(names)
    chosen = [name for name, given in fields.items() if _is_hashed(given)]
    hashable = values if chosen == names else _values_of(chosen)

    def equal(self: object, other: object) -> Any:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    def digest(self: object) -> int:
        return hash(hashable(self))

    return equal, digest


def _put_in_order(cls: Any) -> None:
    """Give a class an order by the fields that it is compared by."""

    def ordered(compare: Callable[[Any, Any], bool]) -> Callable[[object, object], Any]:
        values: list[Callable[[object], tuple[Any, ...]]] = []

        def answer(self: object, other: object) -> Any:
            if other.__class__ is not self.__class__:
                return NotImplemented
            if not values:
                names = [field.name for field in dataclasses.fields(cls) if field.compare]
                values.append(_values_of(names))
            return compare(values[0](self), values[0](other))

        return answer

    cls.__lt__, cls.__le__ = ordered(lt), ordered(le)
    cls.__gt__, cls.__ge__ = ordered(gt), ordered(ge)


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
