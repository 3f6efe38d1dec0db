"""Rules that a house brings in a Python package of its own."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib.metadata import entry_points

from roadmapkit.diagnostics import Message
from roadmapkit.errors import PluginError
from roadmapkit.lint.engine import Rule

__all__ = ["ENTRY_POINTS", "house_rules"]

ENTRY_POINTS = "roadmapkit.rules"
"""Group of entry points; each names a rule or an iterable of rules."""


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
