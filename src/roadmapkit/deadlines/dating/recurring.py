"""Recurrence in time: what the terms beside it fix, and the deadline that comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date, timedelta

from roadmapkit.deadlines.codes import CROSSED_PERIOD, SEVERAL_READINGS
from roadmapkit.deadlines.dating.bounds import term_months
from roadmapkit.deadlines.dating.context import Context, DatedTerm
from roadmapkit.deadlines.dating.counting import counted, counting_rules, distance_back
from roadmapkit.deadlines.dating.occurrences import occurrence
from roadmapkit.deadlines.dating.series import Series, series_occurrences
from roadmapkit.deadlines.dating.terms import date_term
from roadmapkit.deadlines.dating.throughout import throughout
from roadmapkit.deadlines.meaning import Alternative, Bound, Deadline, DeadlineKind, Occurrence
from roadmapkit.deadlines.phrases.tree import (
    Frequency,
    Offset,
    Per,
    QualifierKind,
    Reading,
    Recurrence,
    Reporting,
    Scale,
    Term,
    Through,
    Unit,
)
from roadmapkit.deadlines.wording.terms import print_term
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass

__all__ = ["resolve_recurrence"]

_YEARLY = frozenset({Frequency.YEARLY, Frequency.ACADEMIC_YEAR})
_LENGTHS = {Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.YEARLY: 12}
_LONG = frozenset({Scale.YEAR, Scale.ACADEMIC_YEAR})
_MONTHS_IN_YEAR = 12


@dataclass(slots=True)
class _Plan:
    """What the terms beside a recurrence fix.

    Attributes:
        windows: Parts of the year in which it recurs, without years.
        start: First day of the whole.
        end: Last day of the whole.
        terms: The terms with the years that were found.
    """

    windows: list[Term] = field(default_factory=list)
    start: date | None = None
    end: date | None = None
    terms: list[Term] = field(default_factory=list)
    dated: list[DatedTerm] = field(default_factory=list)
    broken: DatedTerm | None = None

    def add_window(self, term: Term) -> None:
        """Take the term, without its years, as a part of the year; the same one only once."""
        window = _without_year(term)
        if window not in self.windows:
            self.windows.append(window)

    def fix(self, start: date | None, end: date | None) -> None:
        """Widen the whole to these days."""
        if start is not None:
            self.start = min(self.start or start, start)
        if end is not None:
            self.end = max(self.end or end, end)


def resolve_recurrence(reading: Reading, phrase: str, context: Context) -> Deadline:
    """Return what a reading with a recurrence means in *context*."""
    recurrence, diagnostics, alternatives = _completed(reading)
    plan = _plan(reading, recurrence, context)
    if plan.broken is not None:
        return Deadline(
            phrase,
            DeadlineKind.UNPARSED,
            canonical=" ".join(phrase.split()),
            diagnostics=plan.broken.diagnostics,
            reading=reading,
        )
    through = _bounded(reading, plan, context)
    months, day = _months(recurrence, plan.windows)
    series = Series(
        recurrence, tuple(plan.windows), months, day, plan.start, plan.end, through is not None
    )
    dated = [*plan.dated, *([through] if through else [])]
    occurrences = series_occurrences(series, context)
    rules: tuple[Message, ...] = ()
    distance = distance_back(reading)
    if distance is not None and plan.windows and _bound(recurrence, plan.windows) is Bound.BY:
        occurrences = tuple(_counted_back(occurrences, plan.windows, distance, context))
        rules = counting_rules(distance)
    found = Deadline(
        phrase,
        DeadlineKind.RECURRING,
        canonical="",
        start=plan.start,
        end=plan.end,
        bound=_bound(recurrence, plan.windows),
        frequency=recurrence.frequency,
        every=recurrence.every,
        count=recurrence.count,
        per=recurrence.per,
        at_least=recurrence.at_least,
        months=months,
        day=day,
        since_day=recurrence.since_day,
        weekdays=recurrence.weekdays,
        alternatives=(*alternatives, *(a for d in dated for a in d.alternatives)),
        occurrences=occurrences,
        because=(*dict.fromkeys(_reasons(dated, series, context)), *rules),
        diagnostics=(*diagnostics, *(found for d in dated for found in d.diagnostics)),
        reading=replace(reading, terms=tuple(plan.terms)),
    )
    return replace(found, parts=_window_parts(found, plan.windows))


def _counted_back(
    occurrences: Sequence[Occurrence],
    windows: Sequence[Term],
    distance: Offset,
    context: Context,
) -> Iterator[Occurrence]:
    """Yield occurrences that end a distance before their day, those that can be told."""
    day_after = timedelta(days=any(window.before for window in windows))
    for one in occurrences:
        end = counted(one.end + day_after, distance, context)
        if end is not None:
            start = min(one.start, end)
            yield occurrence(start, end, context, exact=True, times=one.times)


def _reasons(dated: Sequence[DatedTerm], series: Series, context: Context) -> Iterator[Message]:
    """Yield the rules behind the bounds, the days and the occurrences."""
    for one in dated:
        yield from one.because
    if series.recurrence.reporting is Reporting.NEXT and series.months:
        yield Message("a report on a period is due in the month after it")
    if context.period is not None and (series.start is None or series.end is None):
        written = context.period.written
        yield Message("the occurrences come from the period {period!r}", period=written)


def _completed(reading: Reading) -> tuple[Recurrence, list[Diagnostic], list[Alternative]]:
    """Return the recurrence with what goes without saying, and second readings."""
    recurrence = reading.recurrence or Recurrence(None)
    found: list[Diagnostic] = []
    others: list[Alternative] = []
    if recurrence.day is not None and recurrence.frequency is None:
        recurrence = replace(recurrence, frequency=Frequency.MONTHLY, count=1, per=Per.MONTH)
    long_period = recurrence.frequency in _LENGTHS and recurrence.frequency not in _YEARLY
    unsaid = recurrence.day is not None and recurrence.reporting is None
    if unsaid and long_period and not reading.terms:
        recurrence = replace(recurrence, reporting=Reporting.NEXT)
        found.append(
            SEVERAL_READINGS.at(
                None,
                Message("It is not said in which month day {day} lies", day=recurrence.day),
                hint=Message("Write месяца, следующего за отчётным, or последнего месяца квартала"),
            )
        )
    named_by_bracket = recurrence.frequency is Frequency.ACADEMIC_TERM and recurrence.per is None
    if named_by_bracket and any(q.kind is QualifierKind.EVENT for q in reading.qualifiers):
        found.append(
            CROSSED_PERIOD.at(
                None,
                Message("The recurrence follows school terms, as the bracket says"),
                hint=Message("Write каждую четверть if school terms are meant"),
            )
        )
        others.append(
            Alternative(
                DeadlineKind.RECURRING,
                None,
                None,
                Frequency.QUARTERLY,
                Message("the word before the bracket names calendar quarters"),
            )
        )
    return recurrence, found, others


def _plan(reading: Reading, recurrence: Recurrence, context: Context) -> _Plan:
    """Sort the terms into windows that recur and bounds of the whole."""
    plan = _Plan()
    yearly = recurrence.frequency in _YEARLY
    for term in reading.terms:
        if recurrence.onward and _is_dated(term, context):
            _fix_first(plan, term, context, yearly=yearly)
        elif _is_bound(term, reading, yearly=yearly):
            _fix_bounds(plan, term, context)
        elif yearly:
            _fix_window(plan, term, context)
        else:
            _fix_months(plan, term, reading, context)
        if plan.broken is not None:
            break
    return plan


def _is_dated(term: Term, context: Context) -> bool:
    """True where the year is written or follows from the period, or the date is impossible."""
    if all(unit.year is not None for unit in term.units):
        return True
    dated = date_term(term, print_term(term), context)
    return dated.start is not None or dated.end is not None


def _is_bound(term: Term, reading: Reading, *, yearly: bool) -> bool:
    """True for a term that says from when to when, not in which part of each year."""
    dated = all(unit.year is not None for unit in term.units)
    if any(unit.scale in _LONG and unit.part is None for unit in term.units):
        return True
    throughout_it = reading.through is Through.TERM and term == reading.terms[0]
    if throughout_it and (dated or not yearly):
        return True
    if yearly:
        first, last = term.first, term.last
        spans_years = first and last and dated and (last.year or 0) - (first.year or 0) > 1
        return bool(spans_years) or (dated and last is None)
    window_like = term.is_single and term.units[0].scale in {Scale.MONTH, Scale.DAY}
    return not window_like and not (term.first is None and len(reading.terms) > 1)


def _fix_bounds(plan: _Plan, term: Term, context: Context) -> None:
    dated = date_term(term, print_term(term), context)
    if dated.broken:
        plan.broken = dated
        return
    plan.fix(dated.start, dated.end)
    plan.terms.append(dated.term)
    if dated.months and any(unit.scale is Scale.MONTH for unit in term.units):
        first = replace(term.units[0], year=None)
        last = replace(term.units[-1], year=None)
        if term.first is not None and term.last is not None:
            plan.windows.append(Term(first, last))
    plan.dated.append(dated)


def _fix_first(plan: _Plan, term: Term, context: Context, *, yearly: bool) -> None:
    """The first time of a recurrence that goes on: «до 1 июня 2024 г., далее ежегодно»."""
    dated = date_term(term, print_term(term), context)
    if dated.broken:
        plan.broken = dated
        return
    plan.fix(dated.start or dated.end, None)
    plan.terms.append(dated.term)
    plan.dated.append(dated)
    if yearly and not any(unit.scale in _LONG for unit in term.units):
        plan.add_window(term)


def _fix_window(plan: _Plan, term: Term, context: Context) -> None:
    """A window of a yearly recurrence; its year, where written, is that of the first time."""
    plan.add_window(term)
    plan.terms.append(term)
    if all(unit.year is not None for unit in term.units):
        dated = date_term(term, print_term(term), context)
        if dated.broken:
            plan.broken = dated
            return
        plan.fix(dated.start or dated.end, None)
        plan.dated.append(dated)


def _fix_months(plan: _Plan, term: Term, reading: Reading, context: Context) -> None:
    """Single months or days named beside a monthly, quarterly or other short recurrence."""
    plan.add_window(term)
    plan.terms.append(term)
    if any(unit.year is None for unit in term.units):
        return
    dated = date_term(term, print_term(term), context)
    if dated.broken:
        plan.broken = dated
        return
    plan.dated.append(dated)
    several = len(reading.terms) > 1
    plan.fix(dated.start or (dated.end if several else None), dated.end)


def _without_year(term: Term) -> Term:
    first, last = (_bare(term.first), _bare(term.last))
    if last is None:
        last = first
    return Term(first, last, before=term.before, after=term.after)


def _bare(unit: Unit | None) -> Unit | None:
    return replace(unit, year=None, following=False) if unit is not None else None


def _bounded(reading: Reading, plan: _Plan, context: Context) -> DatedTerm | None:
    """«… в течение года» bounds the whole recurrence."""
    if reading.through is None or reading.through in {Through.ALWAYS, Through.TERM}:
        return None
    dated = throughout(reading.through, context)
    plan.fix(dated.start, dated.end)
    return dated


def _months(recurrence: Recurrence, windows: list[Term]) -> tuple[tuple[int, ...], int | None]:
    """Return the months and the day of the month in which it falls due."""
    months: list[int] = []
    day = recurrence.day
    for window in windows:
        last = window.last
        if last is not None and last.scale is Scale.DAY and last.month is not None:
            first = window.first or last
            months.extend(dict.fromkeys(m for m in (first.month, last.month) if m))
            day = last.day
        else:
            months.extend(term_months(window) or _months_named(window))
    if not windows and recurrence.reporting is not None:
        months = _reporting_months(recurrence)
    if recurrence.without:
        pool = months or list(range(1, _MONTHS_IN_YEAR + 1))
        months = [month for month in pool if month not in recurrence.without]
    shown = tuple(dict.fromkeys(months))
    return (() if len(shown) >= _MONTHS_IN_YEAR else shown), day


def _months_named(window: Term) -> list[int]:
    """Return the months of «последняя неделя августа», «конец мая», «первая пятница марта»."""
    if len(window.units) > 1 and all(unit.scale is Scale.MONTH for unit in window.units):
        return list(range(1, _MONTHS_IN_YEAR + 1))  # «январь – декабрь»: all of them
    named = [unit.month for unit in window.units if unit.month is not None]
    return list(dict.fromkeys(named)) if len(named) == len(window.units) else []


def _reporting_months(recurrence: Recurrence) -> list[int]:
    """Return the months in which reports on the recurring periods are due."""
    length = _LENGTHS.get(recurrence.frequency) if recurrence.frequency else None
    if length is None:
        return []
    first = 1 if recurrence.reporting is Reporting.NEXT else length
    return list(range(first, _MONTHS_IN_YEAR + 1, length))


def _bound(recurrence: Recurrence, windows: list[Term]) -> Bound | None:
    if recurrence.day is not None:
        return Bound.BY if recurrence.by else Bound.ON
    if windows and all(window.first is None for window in windows):
        return Bound.BY
    return None


def _window_parts(found: Deadline, windows: list[Term]) -> tuple[Deadline, ...]:
    """Return one deadline for each window where they do not follow on each other."""
    groups: list[list[int]] = []
    for window in windows:
        months, _ = _months(Recurrence(None), [window])
        if not months:
            return ()
        if groups and months[0] == groups[-1][-1] % _MONTHS_IN_YEAR + 1:
            groups[-1].extend(months)
        else:
            groups.append(list(months))
    if len(groups) < 2:
        return ()
    return tuple(
        replace(
            found,
            months=tuple(group),
            occurrences=tuple(o for o in found.occurrences if o.end.month in group),
            alternatives=(),
            diagnostics=(),
            because=(),
        )
        for group in groups
    )
