"""Runs rules over resolved documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from roadmapkit.diagnostics import Code, Diagnostic
from roadmapkit.resolve import ResolvedWorkspace

__all__ = ["Rule", "run"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a careful reader would catch.

    Attributes:
        code: Identifier, name, default severity.
        family: What it is about: ``orders``, ``deadlines``, …
        check: Yields the findings of a workspace.
    """

    code: Code
    family: str
    check: Callable[[ResolvedWorkspace], Iterator[Diagnostic]]


def run(rules: tuple[Rule, ...], workspace: ResolvedWorkspace) -> Iterator[Diagnostic]:
    """Yield the findings of every rule."""
    for rule in rules:
        yield from rule.check(workspace)
