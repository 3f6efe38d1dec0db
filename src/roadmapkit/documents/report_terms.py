"""Single terms in a report: what is late, what comes next, what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.deadlines import format_date
from roadmapkit.documents.report_figures import comparison_table
from roadmapkit.documents.report_rows import Heading, TextRow, text_table
from roadmapkit.documents.standing import term_name
from roadmapkit.documents.view import Line, PartView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.resolve import ResolvedReport
from roadmapkit.resolve.reporting import Account, Change, Outcome, changes_between
from roadmapkit.source import Origin

__all__ = ["comparison_parts", "late_part", "next_part"]

_NUMBER: Heading = ("№ п/п", 6, "center")
_ACTIVITY: Heading = ("Мероприятие", 42, "left")
_TERM: Heading = ("Срок", 16, "center")
_LATE: tuple[Heading, ...] = (
    _NUMBER,
    _ACTIVITY,
    _TERM,
    ("Ответственные", 24, "left"),
    ("Просрочено, дней", 16, "center"),
)
_NEXT: tuple[Heading, ...] = (_NUMBER, _ACTIVITY, _TERM, ("Ответственные", 24, "left"))
_DONE: tuple[Heading, ...] = (_NUMBER, _ACTIVITY, _TERM, ("Выполнено", 16, "center"))
_CHANGED: tuple[Heading, ...] = (
    _NUMBER,
    _ACTIVITY,
    _TERM,
    ("Было", 16, "center"),
    ("Стало", 16, "center"),
)


def late_part(report: ResolvedReport, wording: Wording, width_mm: float) -> PartView:
    """Return every term that is late on the day of the report: what ``due --late`` lists."""
    heading = Line("Просроченные мероприятия", "heading", report.origin)
    late = [one for one in report.accounts if one.outcome is Outcome.LATE]
    if not late:
        line = Line("Просроченных мероприятий нет.", "body", report.origin)
        return PartView("late", heading, before=(line,))
    rows = (_row(one, _responsible(one), (str(one.late_by),)) for one in late)
    return PartView("late", heading, table=text_table(_LATE, rows, wording, width_mm))


def next_part(report: ResolvedReport, wording: Wording, width_mm: float) -> PartView:
    """Return the open terms that end from the day of the report on till the next report."""
    until = report.next_day or report.as_of
    title = f"Предстоит до {format_date(until, style='words')}"
    heading = Line(wording.text(title), "heading", report.origin)
    coming = sorted(
        (one for one in report.accounts if _comes(one) and one.term and one.term.limit <= until),
        key=lambda one: one.term.limit if one.term else until,
    )
    beyond = tuple(
        Line(
            wording.text(
                f"После окончания плана, до {format_date(occurrence.end, style='words')}, "
                f"представляется последний отчёт: «{_title(item.activity.title)}»."
            ),
            "body",
            item.due.origin if item.due else item.origin,
        )
        for item, occurrence in report.beyond
    )
    if not coming:
        line = Line("Сроков в это время нет.", "body", report.origin)
        return PartView("next", heading, before=(line,), after=beyond)
    rows = (_row(one, _responsible(one)) for one in coming)
    table = text_table(_NEXT, rows, wording, width_mm)
    return PartView("next", heading, table=table, after=beyond)


def _comes(account: Account) -> bool:
    return account.outcome is Outcome.AHEAD and account.term is not None


def comparison_parts(
    report: ResolvedReport, wording: Wording, width_mm: float
) -> Iterator[PartView]:
    """Yield the figures then and now, and the terms that stand otherwise."""
    title = "Сравнение с предыдущим отчётом"
    if report.compared_with is None:
        line = Line("Отчёт первый, сравнивать его не с чем.", "body", report.origin)
        yield PartView("comparison", Line(title, "heading", report.origin), before=(line,))
        return
    if report.request.compare_with is not None:
        title = f"Сравнение с состоянием на {format_date(report.compared_with, style='words')}"
    elif report.start is not None:
        title = "Изменения за отчётный период"
    heading = Line(wording.text(title), "heading", report.origin)
    table = comparison_table(report, report.previous, wording, width_mm)
    yield PartView("comparison", heading, table=table)
    changes = changes_between(report.previous, report.accounts)
    done = [one for one in changes if one.became_done]
    late = [one for one in changes if one.became_late]
    other = [one for one in changes if not (one.became_done or one.became_late)]
    groups = (
        ("Выполнено за это время", _DONE, [_done_row(one) for one in done]),
        ("Стало просроченным", _LATE, [_late_row(one) for one in late]),
        ("Изменилась отметка", _CHANGED, [_changed_row(one) for one in other]),
    )
    for name, headings, rows in groups:
        if rows:
            line = Line(name, "subheading", report.origin)
            yield PartView(
                "comparison", before=(line,), table=text_table(headings, rows, wording, width_mm)
            )
    if not changes:
        line = Line("За это время ни один срок не изменил состояния.", "body", report.origin)
        yield PartView("comparison", before=(line,))


def _done_row(change: Change) -> TextRow:
    now = change.now
    day = format_date(now.done_on, style="digits") if now.done_on else "без даты"
    late = (f"с опозданием на {now.done_late_by} дн.",) if now.done_late_by else ()
    return _row(now, (day, *late))


def _late_row(change: Change) -> TextRow:
    return _row(change.now, _responsible(change.now), (str(change.now.late_by),))


def _changed_row(change: Change) -> TextRow:
    return _row(change.now, (_word(change.before),), (_word(change.now),))


def _word(account: Account) -> str:
    late = account.outcome is Outcome.LATE
    return capitalize(account.status or ("просрочено" if late else "без отметки"))


def _row(account: Account, *rest: tuple[str, ...]) -> TextRow:
    item = account.item
    title = [*item.activity.title.strip().split("\n")]
    if account.several and (name := term_name(account.standing.slot)):
        title.append(f"({name})")
    due = item.due.origin if item.due else item.origin
    cells = ((item.number,), tuple(title), _days(account), *rest)
    own = item.responsible.origin if item.responsible else item.origin
    origins: Sequence[Origin] = (item.origin, item.origin.child("title"), due, own, item.origin)
    return TextRow(cells, tuple(origins))


def _days(account: Account) -> tuple[str, ...]:
    """Return the last day of a term, from which lateness is counted."""
    term = account.term
    if term is None:
        return ()
    last = f"до {format_date(term.limit, style='digits')}"
    if term.limit == term.end:
        return (last,)
    return (last, f"(перенесён с {format_date(term.end, style='digits')})")


def _responsible(account: Account) -> tuple[str, ...]:
    """Return who is responsible for the term: its school list where it has one."""
    parties = account.standing.slot.parties
    if parties:
        return tuple(one.text for one in parties)
    return account.item.responsible.lines if account.item.responsible else ()


def _title(text: str) -> str:
    return " ".join(text.split())
