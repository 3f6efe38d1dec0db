"""Rules that a house brings in a Python package of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Message
from roadmapkit.errors import PluginError
from roadmapkit.lint.engine import Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["ENTRY_POINTS", "house_rules"]

ENTRY_POINTS = "roadmapkit.rules"
"""Group of entry points; each names a rule or an iterable of rules."""

_INFORMATION = (".dist-info", "egg-info")


@cache
def house_rules(taken: Collection[str]) -> tuple[Rule, ...]:
    """Return the rules of installed packages, by code.

    Args:
        taken: Codes of the library, which no house may use.

    Raises:
        PluginError: A package cannot be loaded, gives something else than rules, or a code
            that another rule has.
    """
    rules: dict[str, Rule] = {}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        try:
            loaded = point.load()
        except Exception as error:
            # Code of the house may fail in any way, and the way out is the same.
            message = Message(
                "The rules {name!r} cannot be loaded: {error}", name=point.value, error=str(error)
            )
            raise PluginError(message, name=point.value) from error
        for rule in [loaded] if isinstance(loaded, Rule) else loaded:
            if not isinstance(rule, Rule):
                message = Message("{name!r} gives something that is no rule", name=point.value)
                raise PluginError(message, name=point.value)
            if rule.code.id in taken or rule.code.id in rules:
                message = Message(
                    "{name!r} has a rule with the code {code!r}, which is taken",
                    name=point.value,
                    code=rule.code.id,
                )
                raise PluginError(message, name=point.value)
            rules[rule.code.id] = rule
    return tuple(rules[code] for code in sorted(rules))


def entry_points(group: str) -> Iterable[EntryPoint]:
    """Return the entry points of installed packages, without reading all where there are none.

    Looking for the name in what pip leaves beside packages takes a fraction of the time that
    the standard library takes to load and to read it all.
    """
    if not _may_be_named(group):
        return ()
    from importlib import metadata

    return metadata.entry_points(group=group)


@cache
def _may_be_named(group: str) -> bool:
    """Tell whether an installed package may have a group of entry points.

    What does not lie as files where packages are looked for is left to the standard library.
    """
    if any(finder is not PathFinder and _lists(finder) for finder in sys.meta_path):
        return True
    try:
        return any(group.encode() in text for place in sys.path for text in _written(place or "."))
    except OSError:  # an archive, or something that cannot be read
        return True


def _written(folder: str) -> Iterator[bytes]:
    """Yield what the packages of a folder write about their entry points."""
    try:
        with os.scandir(folder) as entries:
            names = [one.name for one in entries if one.name.lower().endswith(_INFORMATION)]
    except FileNotFoundError:
        return
    for name in names:
        with suppress(FileNotFoundError, NotADirectoryError):
            yield Path(folder, name, "entry_points.txt").read_bytes()


def _lists(finder: object) -> bool:
    return hasattr(finder, "find_distributions")
