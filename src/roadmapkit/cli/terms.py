"""The library's own terms in the reader's language."""

from __future__ import annotations

from types import MappingProxyType

from roadmapkit.diagnostics import Message

__all__ = ["DEADLINE_KINDS", "FREQUENCIES", "PARTY_KINDS", "PERS", "once_in"]

DEADLINE_KINDS = MappingProxyType(
    {
        "date": Message("a day"),
        "by": Message("not later than a day"),
        "month": Message("a month"),
        "range": Message("from one time to another"),
        "year": Message("a year"),
        "academic_year": Message("an academic year"),
        "recurring": Message("recurring"),
        "continuous": Message("all through a time"),
        "schedule": Message("set by another document"),
        "event": Message("depends on an event"),
        "multiple": Message("several terms"),
        "unparsed": Message("not understood"),
    }
)

FREQUENCIES = MappingProxyType(
    {
        "weekly": Message("every week"),
        "monthly": Message("every month"),
        "quarterly": Message("every quarter"),
        "half-yearly": Message("every half-year"),
        "yearly": Message("every year"),
        "academic-term": Message("every academic term"),
        "academic-year": Message("every academic year"),
    }
)

PERS = MappingProxyType(
    {
        "week": Message("in a week"),
        "month": Message("in a month"),
        "quarter": Message("in a quarter"),
        "half-year": Message("in a half-year"),
        "year": Message("in a year"),
        "academic-term": Message("in an academic term"),
        "academic-year": Message("in an academic year"),
    }
)

PARTY_KINDS = MappingProxyType(
    {
        "person": Message("person"),
        "role": Message("post"),
        "organization": Message("organisation"),
        "group": Message("group"),
    }
)


def once_in(every: int, frequency: str) -> Message:
    """Return how often something recurs that skips some of its times.

    Args:
        every: How many weeks, months and so on lie between two times; at least 2.
        frequency: Frequency that is counted in, as in ``FREQUENCIES``.
    """
    counted = {
        "weekly": Message("once in {every} weeks", every=every),
        "monthly": Message("once in {every} months", every=every),
        "quarterly": Message("once in {every} quarters", every=every),
        "half-yearly": Message("once in {every} half-years", every=every),
        "yearly": Message("once in {every} years", every=every),
        "academic-term": Message("once in {every} academic terms", every=every),
        "academic-year": Message("once in {every} academic years", every=every),
    }
    return counted[frequency]
