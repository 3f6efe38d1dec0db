"""Runs rules over resolved documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from roadmapkit.diagnostics import Code, Diagnostic
from roadmapkit.lint.subject import Subject

__all__ = ["Rule", "run"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a careful reader would catch.

    The docstring of the module that holds a rule is its page in the documentation.

    Attributes:
        code: Identifier, name, default severity.
        family: What it is about: ``orders``, ``deadlines``, …
        check: Yields the findings of a workspace.
        norm: Act and clause that the rule rests on, in Russian, as cited; empty without one.
        preview: It may still change, and runs only where the settings ask for it.
    """

    code: Code
    family: str
    check: Callable[[Subject], Iterator[Diagnostic]]
    norm: str = ""
    preview: bool = False


def run(rules: Iterable[Rule], subject: Subject) -> Iterator[Diagnostic]:
    """Yield the findings of every rule."""
    for rule in rules:
        yield from rule.check(subject)
