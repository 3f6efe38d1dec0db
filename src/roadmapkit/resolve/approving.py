"""Which act approves which document: the first signed, whose day's people it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from roadmapkit.model.kinds import Order, Program
from roadmapkit.resolve.references import (
    DocumentIndex,
    approved_ids,
    plan_ids,
    plans_of,
    program_ids,
)

__all__ = ["approving_acts"]


def approving_acts(
    index: DocumentIndex, act_day: Callable[[Order], date | None]
) -> Mapping[str, tuple[date | None, str]]:
    """Return day and id of the act that approves each document, if any does.

    Args:
        index: The documents.
        act_day: Returns the day of an act.
    """
    found: dict[str, list[tuple[bool, date, str, date | None]]] = {}
    for id_, entry in sorted(index.entries.items()):
        order = entry.model
        if not isinstance(order, Order):
            continue
        day = act_day(order)
        targets = {target for target, _, _ in approved_ids(order)}
        targets.update(target for target, _ in plan_ids(order.appendices))
        targets.update(target for target, _ in program_ids(order.appendices))
        targets.update(_plans_of(targets, index))
        for target in sorted(targets):
            rank = (order.state != "registered", day or date.max, id_, day)
            found.setdefault(target, []).append(rank)
    first = {target: min(ranks, key=lambda rank: rank[:3]) for target, ranks in found.items()}
    return {target: (day, id_) for target, (_, _, id_, day) in first.items()}


def _plans_of(ids: Iterable[str], index: DocumentIndex) -> list[str]:
    """Return the plans that programmes print: whoever approves these approves those."""
    models = [entry.model for id_ in ids if (entry := index.get(id_)) is not None]
    return [plan for model in models if isinstance(model, Program) for plan, _ in plans_of(model)]
