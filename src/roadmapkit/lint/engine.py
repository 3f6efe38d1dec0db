"""Runs rules over resolved documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from roadmapkit.diagnostics import Code, Diagnostic, Severity, Span
from roadmapkit.lazily import dataclass
from roadmapkit.lint.subject import Subject

__all__ = ["TEXT", "Rule", "run"]

TEXT = "text"
"""The family of rules that look at words alone."""

_LINE = 1_000_000
"""A column behind every line."""


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


def run(
    rules: Iterable[Rule], subject: Subject, told: Iterable[Diagnostic] = ()
) -> Iterator[Diagnostic]:
    """Yield the findings of every rule.

    Args:
        rules: The rules.
        subject: What they look at.
        told: What was found before. A slip of the pen is often told by what it led to, the
            bracket by the term that cannot be read; a rule about text is silent there.
    """
    known: dict[str, list[Span]] = {}
    for item in told:
        if item.span is not None and item.severity is not Severity.INFO:
            # What is wrong with YAML itself spoils the whole line.
            whole = item.code.startswith("SRC")
            span = replace(item.span, column=1, end_column=_LINE) if whole else item.span
            known.setdefault(span.file, []).append(span)
    for rule in rules:
        for found in rule.check(subject):
            place = found.span if rule.family == TEXT else None
            near = known.get(place.file, ()) if place is not None else ()
            if not any(place is not None and _touch(place, other) for other in near):
                yield found


def _touch(one: Span, other: Span) -> bool:
    return (one.line, one.column) <= (other.end_line, other.end_column) and (
        other.line,
        other.column,
    ) <= (one.end_line, one.end_column)
