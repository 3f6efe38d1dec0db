"""Time throughout: «в течение года», «в течение периода реализации»."""

from __future__ import annotations

from roadmapkit.deadlines.calendars.period import PeriodKind
from roadmapkit.deadlines.codes import WIDE_PERIOD
from roadmapkit.deadlines.dating.context import Context, DatedTerm
from roadmapkit.deadlines.dating.terms import date_term
from roadmapkit.deadlines.phrases.tree import Scale, Term, Through, Unit
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["throughout"]

_NO_TERM = Term(None, None)


def throughout(through: Through, context: Context) -> DatedTerm:
    """Return the dates of a time throughout that no calendar term names.

    «В течение года» is the period where that is one year or one academic year; in a period
    of several years it is the whole period, with a warning.
    """
    period = context.period
    if through is Through.ACADEMIC_YEAR:
        unit = Unit(Scale.ACADEMIC_YEAR)
        return date_term(Term(unit, unit), "учебный год", context)
    if through is Through.ALWAYS or period is None:
        return DatedTerm(_NO_TERM)
    reason = Message("the dates are those of the period {period!r}", period=period.written)
    found: tuple[Diagnostic, ...] = ()
    if through is Through.YEAR and period.kind is PeriodKind.YEARS:
        found = (
            WIDE_PERIOD.at(
                None,
                Message(
                    "«в течение года» in the period {period!r} of several years is read as "
                    "the whole period",
                    period=period.written,
                ),
                hint=Message("Write the year, or ежегодно"),
            ),
        )
    return DatedTerm(_NO_TERM, period.start, period.end, because=(reason,), diagnostics=found)
