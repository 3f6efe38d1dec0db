"""The rules, one a file, named by its code; a file is loaded when its rule is asked for."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmapkit.lint.engine import Rule

    RULES: tuple[Rule, ...]
    """Every rule, by code."""

__all__ = ["NEEDED", "RULES", "modules", "rules_for"]

NEEDED: dict[str, frozenset[str]] = {
    code: frozenset(kinds.split())
    for kinds, codes in {
        "order": (
            "DUE101 DUE114 ORD001 ORD002 ORD003 ORD004 ORD005 ORD006 ORD009 ORD013 ORD014 "
            "ORD016 ORD019 ORD022 PAR103 PAR104"
        ),
        "minutes": "MIN001 MIN005 MIN006 MIN007 MIN008",
        "order minutes": "ORD007 ORD008 ORD011 ORD017",
        "program": "CMP007 CMP011",
        "program roadmap": "CMP012",
        "progress": "CMP002 PRG001 RPT101 RPT102 RPT103 RPT104 RPT105",
        "roadmap": (
            "CMP001 CMP003 CMP004 CMP005 CMP006 DUE102 DUE103 DUE104 DUE105 DUE106 DUE107 "
            "DUE108 DUE109 PAR101 PAR115 PAR116"
        ),
    }.items()
    for code in codes.split()
}
"""Kinds of documents without any of which a rule finds nothing; a rule that is not here may
find something in every workspace."""


@cache
def modules() -> dict[str, str]:
    """Return the modules of the rules by code: ``TYP006`` is in ``typ006_spaces``."""
    names = (module.name for module in iter_modules(__path__))
    found = {name.partition("_")[0].upper(): name for name in names}
    return dict(sorted(found.items()))


def rules_for(kinds: Collection[str]) -> tuple[Rule, ...]:
    """Return the rules that may find something in documents of some *kinds*, by code."""
    return _rules_for(frozenset(kinds))


@lru_cache(maxsize=64)  # parts of a workspace have few combinations of kinds
def _rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(
        _rule(code)
        for code in modules()
        if code not in NEEDED or not NEEDED[code].isdisjoint(kinds)
    )


@cache
def _rule(code: str) -> Rule:
    rule: Rule = import_module(f"{__name__}.{modules()[code]}").RULE
    return rule


def __getattr__(name: str) -> tuple[Rule, ...]:
    if name == "RULES":
        return tuple(map(_rule, modules()))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
