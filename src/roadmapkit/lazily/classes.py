"""Classes that are asked for by ``isinstance`` before anything has loaded them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["classes_from"]


def classes_from(module: str, homes: Mapping[str, str]) -> Callable[[str], type]:
    """Return the ``__getattr__`` of a module that stands in for classes of other modules.

    ``isinstance`` and class patterns with such a stand-in answer as with the class itself: as
    long as nobody has loaded its module, nothing is an instance of it, and then there is no
    need to load it. A call of the stand-in, or one of its attributes, loads the class and is one
    of its. Type checkers are to be shown the classes themselves, under ``TYPE_CHECKING``.

    Args:
        module: The module that shows the stand-ins, its ``__name__``.
        homes: By module, the names of the classes that live there, apart by spaces.
    """
    places = {name: home for home, names in homes.items() for name in names.split()}

    def find(name: str) -> type:
        if name not in places:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        stand_in = _StandIn(name, places[name])
        setattr(sys.modules[module], name, stand_in)
        return stand_in

    return find


class _StandIn(type):
    """A class in the place of another one, which may not have been loaded."""

    _home: str
    _real: type | None

    def __new__(cls, name: str, home: str) -> _StandIn:
        return super().__new__(cls, name, (), {"_home": home, "_real": None})

    def __init__(cls, name: str, home: str) -> None:
        super().__init__(name, (), {})

    def __instancecheck__(cls, instance: object) -> bool:
        real = cls._real or cls._present()
        return real is not None and isinstance(instance, real)

    def __subclasscheck__(cls, subclass: type) -> bool:
        real = cls._real or cls._present()
        return subclass is cls or (real is not None and issubclass(subclass, real))

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return cls._loaded()(*args, **kwargs)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):  # what is asked of any class, as by ``inspect``
            raise AttributeError(name)
        return getattr(cls._loaded(), name)

    def _present(cls) -> type | None:
        """Return the class if its module is loaded; one that is being loaded may lack it yet."""
        cls._real = getattr(sys.modules.get(cls._home), cls.__name__, None)
        return cls._real

    def _loaded(cls) -> Any:
        if cls._real is None:
            cls._real = getattr(import_module(cls._home), cls.__name__)
        return cls._real
