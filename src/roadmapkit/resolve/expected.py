"""A day that is only expected: what a draft's terms count from until it is signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from roadmapkit.deadlines import Deadline
from roadmapkit.diagnostics import Message
from roadmapkit.resolve.resolved import (
    ResolvedDocument,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedRoadmap,
)

__all__ = ["as_expected", "is_expected"]


def is_expected(
    document: ResolvedRoadmap | ResolvedOrder | ResolvedMinutes,
    documents: Mapping[str, ResolvedDocument],
) -> bool:
    """Tell whether the day of a document is that of something not signed yet.

    Args:
        document: An act, minutes, or a plan, whose day is that of the act that approves it.
        documents: Every document by id.
    """
    if document.as_of is None:
        return False
    if isinstance(document, ResolvedMinutes):
        return document.model.date is None
    if isinstance(document, ResolvedOrder):
        return document.model.state != "registered"
    id_ = document.model.id
    return not any(
        (isinstance(act, ResolvedOrder) and act.model.state == "registered" and id_ in act.prints)
        or (
            isinstance(act, ResolvedMinutes)
            and act.model.state == "registered"
            and any(effect.document == id_ for effect in act.effects.values())
        )
        for act in documents.values()
    )


def as_expected(meaning: Deadline | None, day: date | None) -> Deadline | None:
    """Return a deadline whose reasons say that the act is expected, and not that it was signed."""
    if meaning is None or day is None:
        return meaning
    # As the reasons of deadlines say it; equal messages are the same sentence.
    signed = Message("the act was signed on {day}", day=day)
    expected = Message("the act is a draft, expected to be signed on {day}", day=day)

    def told(because: tuple[Message, ...]) -> tuple[Message, ...]:
        return tuple(expected if reason == signed else reason for reason in because)

    return replace(
        meaning,
        because=told(meaning.because),
        occurrences=tuple(replace(one, because=told(one.because)) for one in meaning.occurrences),
    )
