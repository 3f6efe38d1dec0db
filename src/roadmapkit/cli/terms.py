"""The library's own terms in the reader's language."""

from __future__ import annotations

from types import MappingProxyType

from roadmapkit.diagnostics import Message

__all__ = ["DEADLINE_KINDS", "FREQUENCIES", "PARTY_KINDS", "PERS"]

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
        "week": Message("times a week"),
        "month": Message("times a month"),
        "quarter": Message("times a quarter"),
        "half-year": Message("times a half-year"),
        "year": Message("times a year"),
        "academic-term": Message("times an academic term"),
        "academic-year": Message("times an academic year"),
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
