"""The other places of a finding, on one line."""

from __future__ import annotations

from collections.abc import Iterable

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.report.catalogue import translate
from roadmapkit.report.display import visible

__all__ = ["ALSO", "elsewhere"]

ALSO = Message("also")

_TOLD = 12
"""Places that a person is shown; programs get all of them."""


def elsewhere(diagnostic: Diagnostic, language: str) -> str:
    """Return where else the same defect stands: «lines 27, 31; plan.yaml:12».

    Args:
        diagnostic: The finding.
        language: ``ru`` or ``en``.

    Returns:
        The places, the first of them where there are many; empty without any.
    """
    own = diagnostic.span.file if diagnostic.span is not None else None
    lines = _lines(diagnostic.also)
    told = lines[:_TOLD]
    here = [line for file, line in told if file == own]
    parts = []
    if here:
        word = Message("lines {lines}") if len(here) > 1 else Message("line {lines}")
        parts.append(translate(word.filled(lines=", ".join(map(str, here))), language))
    parts += [f"{visible(file)}:{line}" for file, line in told if file != own]
    if len(lines) > len(told):
        more = Message("and {count} more", count=len(lines) - len(told))
        parts.append(translate(more, language))
    return "; ".join(parts)


def _lines(places: Iterable[Span]) -> list[tuple[str, int]]:
    return list(dict.fromkeys((place.file, place.line) for place in places))
