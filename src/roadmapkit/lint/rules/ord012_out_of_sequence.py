"""Numbers of acts grow with their dates within a year.

An order № 881 of 12 October beside № 730 of 19 October has a wrong date or a wrong number.
The rule compares the registered acts of one issuer and kind in the workspace, and the acts
that one document cites as its own body's («приказ № 730 от 19.10.2020», no other body
named). A number that leaps a hundred ahead within days, № 3 of 10 March beside № 293 of 13
March, has lost a figure. Numbers with different suffixes belong to different registers.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import dataclass
from roadmapkit.lint.cited_acts import CitedAct, acts_cited
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.order import Order

__all__ = ["RULE", "grow_together", "register_place"]

_CODE = Code(
    "ORD012",
    "out-of-sequence",
    Severity.WARNING,
    "Dates and numbers of acts that do not grow together",
)


@dataclass(frozen=True, slots=True)
class _Act:
    day: date
    number: int
    place: CitedAct | Origin
    document: str

    @property
    def words(self) -> str:
        return f"{self.day:%d.%m.%Y} № {self.number}"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for acts in (*_registered(subject), *_cited(subject)):
        odd, beside = _odd(acts)
        for act, other in ((odd, beside), _leaping([act for act in acts if act is not odd])):
            if act is None or other is None:
                continue
            yield _CODE.at(
                act.place.span,
                Message(
                    "The numbers of acts do not grow with their dates: {act} beside {other}",
                    act=act.words,
                    other=other.words,
                ),
                hint=Message("Compare date and number with the register of acts"),
                documents=(act.document,),
            )


def _registered(subject: Subject) -> Iterator[list[_Act]]:
    found: dict[str, list[_Act]] = {}
    for order in subject.orders:
        place = register_place(order.model)
        if place is not None:
            register, day, number = place
            act = _Act(day, number, order.origin.child("number"), order.model.id)
            found.setdefault(register, []).append(act)
    yield from found.values()


def register_place(order: Order) -> tuple[str, date, int] | None:
    """Return the register that an act stands in, its day and its number there.

    None for what is not registered, or whose number is none.
    """
    digits, _, suffix = (order.number or "").partition("-")
    if order.state != "registered" or order.date is None or not digits.strip().isdigit():
        return None
    register = (order.issuer, order.letterhead, order.form, suffix.strip(), order.date.year)
    return repr(register), order.date, int(digits)


def grow_together(acts: Iterable[tuple[date, int]]) -> bool:
    """Tell whether the rule finds nothing in a register; acts of one day have any order."""
    before = highest = 0
    last = date.min
    ordered = sorted(acts)
    if any(_leaps(*first, *second) for first, second in pairwise(ordered)):
        return False
    for day, number in ordered:
        if day != last:
            before, last = highest, day
        if number < before:
            return False
        highest = max(highest, number)
    return True


def _cited(subject: Subject) -> Iterator[list[_Act]]:
    found: dict[tuple[str, str, str, int], dict[tuple[date, int], _Act]] = {}
    for act in acts_cited(subject):
        document = act.text.document
        if act.kind and act.text.kind != "directory":
            same = found.setdefault((document, act.kind, act.suffix, act.day.year), {})
            if (act.day, act.number) not in same:
                same[act.day, act.number] = _Act(act.day, act.number, act, document)
    for acts in found.values():
        yield list(acts.values())


def _odd(acts: Sequence[_Act]) -> tuple[_Act | None, _Act | None]:
    """Return the act that contradicts most of the others, and one that it contradicts."""
    times = _contradictions(acts)
    worst = max(range(len(acts)), key=lambda index: (times[index], acts[index].day), default=None)
    if worst is None or not times[worst]:
        return None, None
    act = acts[worst]
    beside = (
        other
        for other in acts
        if (act.day < other.day and act.number > other.number)
        or (act.day > other.day and act.number < other.number)
    )
    return act, next(beside)


def _contradictions(acts: Sequence[_Act]) -> list[int]:
    """Return of each act how many earlier ones have a higher and later ones a lower number."""
    times = [0] * len(acts)
    places = sorted(range(len(acts)), key=lambda index: acts[index].day)
    for sign, ordered in ((1, places), (-1, places[::-1])):
        numbers: list[int] = []
        for _, same_day in groupby(ordered, key=lambda index: acts[index].day):
            day = list(same_day)
            for index in day:
                # Of the days after it, the numbers are kept with a minus.
                times[index] += len(numbers) - bisect_right(numbers, sign * acts[index].number)
            for index in day:
                insort(numbers, sign * acts[index].number)
    return times


def _leaping(acts: Sequence[_Act]) -> tuple[_Act | None, _Act | None]:
    """Return an act whose number is far below what the one a few days later has."""
    ordered = sorted(acts, key=lambda act: (act.day, act.number))
    for first, second in pairwise(ordered):
        if _leaps(first.day, first.number, second.day, second.number):
            return first, second
    return None, None


def _leaps(day: date, number: int, later: date, higher: int) -> bool:
    near = (later - day).days <= _DAYS
    return near and higher - number >= _LEAP and higher >= _TIMES * number


_DAYS, _LEAP, _TIMES = 14, 100, 10
"""Within how many days a number that grows by how much and how often is a slip."""

RULE = Rule(_CODE, "orders", _check)
