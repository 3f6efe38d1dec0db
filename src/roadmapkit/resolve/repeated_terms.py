"""What is wrong in the same way with several terms of a plan, told once with their number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from roadmapkit.deadlines.codes import CROSSED_PERIOD, WIDE_PERIOD
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["told_once"]


def told_once(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings of a plan's terms without the repetitions of a manner of writing.

    «Ежеквартально (по итогам учебной четверти)» in three rows is one habit, and so is «в
    течение года» in a plan for several years; the first row is told, with the number of all.

    Args:
        diagnostics: The findings, in the order of the plan.
    """
    found = list(diagnostics)
    messages = {
        code: _message(code, count)
        for code in (CROSSED_PERIOD.id, WIDE_PERIOD.id)
        if (count := sum(item.code == code for item in found)) > 1
    }
    kept: list[Diagnostic] = []
    told: set[str] = set()
    for item in found:
        if item.code not in messages:
            kept.append(item)
        elif item.code not in told:
            told.add(item.code)
            kept.append(replace(item, message=messages[item.code]))
    return kept


def _message(code: str, count: int) -> Message:
    if code == CROSSED_PERIOD.id:
        return Message(
            "The recurrence follows school terms, as the bracket says; such terms: {count}",
            count=count,
        )
    return Message(
        "«в течение года» in a plan for several years is read as the whole period; such terms: "
        "{count}",
        count=count,
    )
