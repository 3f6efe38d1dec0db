"""From items to readings: which of them belong together, and what they lend to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from roadmapkit.deadlines.phrases.collected import recurring
from roadmapkit.deadlines.phrases.grammar import Item, Weekdays
from roadmapkit.deadlines.phrases.grouped import ONWARD, grouped, merged
from roadmapkit.deadlines.phrases.labels import has_time, labelled
from roadmapkit.deadlines.phrases.tree import (
    Frequency,
    Per,
    Qualifier,
    QualifierKind,
    Reading,
    Recurrence,
    Scale,
    Term,
    Unit,
)
from roadmapkit.deadlines.phrases.years import needs_year, share_years

__all__ = ["compose"]

_BARE_PERIODS = frozenset({"неделя", "месяц", "квартал", "четверть", "триместр", "полугодие"})


def compose(items: Sequence[Item]) -> Reading:
    """Return what the items say together."""
    items = _days_of_months(_explained(_placed_weekdays(items)))
    segments = _segments(items)
    telling = [segment for segment in segments if has_time(segment)]
    if len(telling) > 1 and any(_recurs(segment) for segment in telling):
        return _several([_segment(segment) for segment in segments])
    return _segment(items)


def _explained(items: Sequence[Item]) -> list[Item]:
    """«Декабрь, май (по итогам полугодий)»: the bracket says why, not how often."""
    outcomes = {item.place for item in items if isinstance(item.value, Qualifier)}
    dated = {Scale.DAY, Scale.MONTH}
    recurrences = [item for item in items if isinstance(item.value, Recurrence)]
    terms = [item.value for item in items if isinstance(item.value, Term)]
    named = bool(terms) and all(unit.scale in dated for term in terms for unit in term.units)
    if len(recurrences) != 1 or not recurrences[0].bracketed or not named:
        return list(items)
    only = recurrences[0]
    return [item for item in items if item is not only] if only.place in outcomes else list(items)


def _days_of_months(items: Sequence[Item]) -> list[Item]:
    """«Сентябрь 2024 г. (до 15 числа)»: the day lies in each single month that is named."""
    days = [item for item in items if _names_only_day(item.value)]
    yearly = all(
        item.value.frequency in {Frequency.YEARLY, Frequency.ACADEMIC_YEAR}
        for item in items
        if isinstance(item.value, Recurrence) and item not in days
    )
    terms = [item.value for item in items if isinstance(item.value, Term)]
    months = all(
        term.is_single and unit.scale is Scale.MONTH and unit.part is None
        for term in terms
        for unit in term.units
    )
    named = days[0].value if days else None
    if len(days) != 1 or not yearly or not terms or not months:
        return list(items)
    if not isinstance(named, Recurrence) or named.day is None:
        return list(items)
    return [
        replace(item, value=_day_of(item.value, named.day, by=named.by))
        if isinstance(item.value, Term)
        else item
        for item in items
        if item is not days[0]
    ]


def _names_only_day(value: object) -> bool:
    """True for «до 15 числа», which does not say of which months."""
    return (
        isinstance(value, Recurrence)
        and (value.day or 0) > 0
        and value == Recurrence(None, day=value.day, by=value.by, count=None)
    )


def _day_of(month: Term, day: int, *, by: bool) -> Term:
    unit = replace(month.units[0], scale=Scale.DAY, day=day)
    return replace(month, first=None if by else unit, last=unit)


def _placed_weekdays(items: Sequence[Item]) -> list[Item]:
    """Give weekdays without a preposition their sense from what stands beside them.

    They are the days of a weekly recurrence, a remark beside a date, a weekly recurrence of
    their own where there are several, or a day of a week that is not named.
    """
    recurrences = [item.value for item in items if isinstance(item.value, Recurrence)]
    weekly = any(value.frequency in {Frequency.WEEKLY, None} for value in recurrences)
    timed = has_time(items)
    placed: list[Item] = []
    for item in items:
        value: Term | Recurrence | Qualifier
        if not isinstance(item.value, Weekdays):
            placed.append(item)
            continue
        days = item.value.days
        if weekly or (not timed and len(days) > 1):
            value = Recurrence(Frequency.WEEKLY, per=Per.WEEK, weekdays=days)
        elif timed:
            value = Qualifier(QualifierKind.NOTE, item.text)
        else:
            unit = Unit(Scale.WEEKDAY, weekday=days[0])
            value = Term(unit, unit, place=item.place)
        placed.append(replace(item, value=value))
    return placed


def _segments(items: Sequence[Item]) -> list[list[Item]]:
    """Split at semicolons, and at line breaks before a second recurrence."""
    segments: list[list[Item]] = [[]]
    for item in items:
        last = segments[-1]
        repeated = "newline" in item.before and _repeats(item, last)
        semicolon = "semicolon" in item.before and not _goes_on(item, last)
        if last and (semicolon or repeated or _second(item, last)):
            segments.append([])
        segments[-1].append(item)
    joined: list[list[Item]] = []
    for segment in filter(None, segments):
        if joined and _more_windows(segment, joined[-1]):
            joined[-1] = [*joined[-1], *segment]
        else:
            joined.append(segment)
    return joined


def _goes_on(item: Item, before: Sequence[Item]) -> bool:
    """«До 1 сентября 2023 года; далее – ежеквартально»: the first time and what follows it."""
    onward = isinstance(item.value, Recurrence) and bool(item.before & ONWARD)
    return onward and not _recurs(before)


def _more_windows(segment: Sequence[Item], before: Sequence[Item]) -> bool:
    """«Ежегодно, сентябрь – октябрь; январь – февраль»: more windows of the same year."""
    yearly = [item.value for item in before if isinstance(item.value, Recurrence)]
    if len(yearly) != 1 or yearly[0].frequency is not Frequency.YEARLY or _recurs(segment):
        return False
    timed = [item for item in (*before, *segment) if has_time([item])]
    windows = [item for item in timed if not isinstance(item.value, Recurrence)]
    both = has_time(segment) and len(windows) > sum(map(needs_year, segment))
    return both and all(needs_year(item) for item in windows)


def _repeats(item: Item, before: Sequence[Item]) -> bool:
    """True for a recurrence that an earlier line has named in the same words."""
    words = item.text.lower()
    return isinstance(item.value, Recurrence) and any(
        isinstance(other.value, Recurrence) and other.text.lower() == words for other in before
    )


def _second(item: Item, before: Sequence[Item]) -> bool:
    """«Ежеквартально, ежегодно»: a second recurrence of its own, not in brackets."""
    value = item.value
    if not isinstance(value, Recurrence) or item.bracketed or value.frequency is None:
        return False
    if value.weekdays and item.text.lower().startswith("по "):
        # «2 раза в месяц, по вторникам»: the days of the recurrence before it.
        return False
    joined = item.before <= {"newline"} or item.before & {"comma", "и", "а", "или", "slash"}
    if not joined or item.text.lower() in _BARE_PERIODS:
        return False
    frequencies = {other.value.frequency for other in before if isinstance(other.value, Recurrence)}
    return bool(frequencies) and not frequencies & {value.frequency, None}


def _recurs(items: Iterable[Item]) -> bool:
    return any(isinstance(item.value, Recurrence) for item in items)


def _several(parts: Sequence[Reading]) -> Reading:
    """Join readings; what has no time of its own describes the part before it."""
    kept: list[Reading] = []
    for part in parts:
        if part.terms or part.recurrence or part.through or part.parts or not kept:
            kept.extend(part.parts or [part])
        else:
            last = kept[-1]
            kept[-1] = replace(
                last,
                qualifiers=last.qualifiers + part.qualifiers,
                parties=last.parties + part.parties,
                places=last.places + part.places,
            )
    return kept[0] if len(kept) == 1 else Reading(parts=tuple(kept))


def _segment(items: Sequence[Item]) -> Reading:
    items = share_years(labelled(items))
    if _recurs(items):
        return recurring(items)
    clauses = grouped(items)
    timed = [clause for clause in clauses if clause.is_timed]
    if len(timed) > 1:
        return _several([clause.reading() for clause in clauses])
    return merged(clauses)
