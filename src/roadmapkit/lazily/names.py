"""Public names of a package whose modules are loaded when one of their names is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["names_from"]


def names_from(package: str, modules: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package that shows names of its modules.

    A check of a small workspace uses a fraction of the library, and a person waits
    for every module that is loaded.

    Args:
        package: The package, its ``__name__``.
        modules: By module below the package, the names that it shows, apart by spaces.
    """
    homes = {name: module for module, names in modules.items() for name in names.split()}

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return find
