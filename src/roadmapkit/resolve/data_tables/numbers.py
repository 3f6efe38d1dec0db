"""Numbers as people write them in tables: «1,5», «1.5», «+1 234,5», «37 %», «–»."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from roadmapkit.lazily import dataclass, regex

__all__ = ["EXACT", "NumberLook", "WrittenNumber", "is_dash", "read_number"]

EXACT = Context(prec=60)
"""Sums and differences of what :func:`read_number` reads are exact in it."""

_SPACE = "[ \u00a0\u202f\u2009]"
_NUMBER = regex(
    rf"(?P<sign>[+\-−–]?){_SPACE}?"
    rf"(?P<whole>\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,5}}|\d{{1,18}})"
    rf"(?:[.,](?P<part>\d{{1,12}}))?(?P<percent>{_SPACE}?%)?"
)
_DASHES = frozenset("-–—−")


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as it stands in a cell: its value, digits after the comma, a sign of per cent."""

    value: Decimal
    decimals: int
    percent: bool


@dataclass(frozen=True, slots=True)
class NumberLook:
    """How a number is printed: rounded half up to *decimals*, in the manner of the locale."""

    decimals: int = 0
    sign: bool = False
    thousands: bool = False
    percent: bool = False
    unit: str = ""


def read_number(text: str) -> WrittenNumber | None:
    """Return the number that *text* is, None for anything else.

    A comma and a full stop both divide off decimals; spaces divide off thousands.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    part = found["part"] or ""
    value = Decimal(f"{re.sub(_SPACE, '', found['whole'])}.{part or 0}")
    negative = found["sign"] not in ("", "+")
    return WrittenNumber(-value if negative else value, len(part), bool(found["percent"]))


def is_dash(text: str) -> bool:
    """Tell whether a cell says with a dash that there is no number."""
    return text.strip() in _DASHES
