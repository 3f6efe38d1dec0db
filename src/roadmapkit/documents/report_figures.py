"""The figures of a report: by section, by executor, and held against those of another day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.deadlines import format_date
from roadmapkit.documents.report_rows import Heading, TextRow, text_table
from roadmapkit.documents.report_span import accounts_told, section_name, sections_told
from roadmapkit.documents.view import Line, PartView, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.resolve import ActivityStatus, ResolvedReport
from roadmapkit.resolve.reporting import Account, Figures, count, shares_of_executors
from roadmapkit.source import Origin

__all__ = ["comparison_table", "executors_part", "sections_part", "summary_part"]

_GOING = ("в работе", "запланировано")
_SUMMARY: tuple[Heading, ...] = (
    ("Раздел", 38, "left"),
    ("Всего", 8, "center"),
    ("Выполнено", 12, "center"),
    ("Выполнено на этапе", 12, "center"),
    ("В работе", 11, "center"),
    ("Не выполнено", 13, "center"),
    ("Отменено", 12, "center"),
    ("Без отметки", 12, "center"),
)
_FIGURES: tuple[Heading, ...] = (
    ("Всего", 9, "center"),
    ("Сроков", 10, "center"),
    ("Срок наступил", 13, "center"),
    ("Выполнено", 14, "center"),
    ("из них с опозданием", 15, "center"),
    ("В работе", 11, "center"),
    ("Не выполнено", 14, "center"),
    ("Отменено", 13, "center"),
    ("Просрочено", 15, "center"),
    ("Срок впереди", 12, "center"),
    ("Доля, %", 10, "center"),
)
_NAMES = (
    "Мероприятий",
    "Сроков",
    "Срок наступил",
    "Выполнено",
    "Из них с опозданием",
    "В работе",
    "Не выполнено",
    "Отменено",
    "Просрочено",
    "Срок впереди",
    "Доля выполненного, %",
)
_FONT_PT = 10.0
_NOTE = (
    "Всего – мероприятий; повторяющееся мероприятие имеет несколько сроков. Доля – часть "
    "выполненного среди сроков, которые наступили, без отменённых. "
    "«В работе» и «Не выполнено» – отметки о сроках, которые ещё не исполнены."
)
_SHARED = "Срок, за который отвечают несколько исполнителей, сосчитан у каждого из них."


def summary_part(report: ResolvedReport, wording: Wording, width_mm: float) -> PartView:
    """Return how many activities of each section have which mark."""
    told = {id(one.item) for one in accounts_told(report)}
    whole = report.start is None or report.request.cumulative
    rows: list[TextRow] = []
    everything: list[ActivityStatus] = []
    for section, states in report.sections:
        counted = [state for state in states if whole or id(state.activity) in told]
        everything += counted
        if counted or whole:
            rows.append(_summary_row(section_name(section), counted, section.origin))
    rows.append(_summary_row("Итого", everything, report.origin, total=True))
    heading = Line("Итоги по разделам", "heading", report.origin)
    return PartView("summary", heading, table=text_table(_SUMMARY, rows, wording, width_mm))


def _summary_row(
    name: str, states: Sequence[ActivityStatus], origin: Origin, *, total: bool = False
) -> TextRow:
    words = [state.status or "" for state in states]
    numbers = (
        len(words),
        words.count("выполнено"),
        words.count("выполнено на этапе"),
        sum(word in _GOING for word in words),
        words.count("не выполнено"),
        words.count("отменено"),
        words.count(""),
    )
    return TextRow(((name,), *((str(number),) for number in numbers)), (origin,), total)


def sections_part(report: ResolvedReport, wording: Wording, width_mm: float) -> PartView:
    """Return the figures of each section and of all."""
    rows = [
        _figures_row(section_name(section), count(own), section.origin)
        for section, own in sections_told(report)
        if own
    ]
    rows.append(_figures_row("Итого", count(accounts_told(report)), report.origin, total=True))
    heading = Line("Исполнение по разделам", "heading", report.origin)
    note = Line(wording.text(_NOTE), "body", report.origin)
    table = _figures_table("Раздел", rows, wording, width_mm)
    return PartView("sections", heading, table=table, after=(note,))


def executors_part(report: ResolvedReport, wording: Wording, width_mm: float) -> PartView:
    """Return the figures of each executor; a common term is counted for each of them."""
    rows = [
        _figures_row(
            reporter.name if reporter else "Исполнитель не назван", count(own), report.origin
        )
        for reporter, own in shares_of_executors(accounts_told(report))
    ]
    heading = Line("Исполнение по исполнителям", "heading", report.origin)
    note = Line(wording.text(f"{_NOTE} {_SHARED}"), "body", report.origin)
    table = _figures_table("Исполнитель", rows, wording, width_mm)
    return PartView("executors", heading, table=table, after=(note,))


def _figures_table(
    first: str, rows: Sequence[TextRow], wording: Wording, width_mm: float
) -> TableView:
    headings: tuple[Heading, ...] = ((first, 30, "left"), *_FIGURES)
    return text_table(headings, rows, wording, width_mm, font_pt=_FONT_PT)


def _figures_row(name: str, figures: Figures, origin: Origin, *, total: bool = False) -> TextRow:
    return TextRow(((name,), *((text,) for text in _texts(figures))), (origin,), total)


def _texts(figures: Figures) -> Iterator[str]:
    for number in _numbers(figures):
        yield "–" if number is None else str(number)


def _numbers(figures: Figures) -> tuple[int | None, ...]:
    return (
        figures.activities,
        figures.terms,
        figures.due,
        figures.done,
        figures.done_late,
        figures.in_progress,
        figures.not_done,
        figures.cancelled,
        figures.late,
        figures.ahead,
        figures.share,
    )


def comparison_table(
    report: ResolvedReport, before: Sequence[Account], wording: Wording, width_mm: float
) -> TableView:
    """Return the figures of all terms then and now, with the differences."""
    then, now = _numbers(count(before)), _numbers(count(report.accounts))
    day = report.compared_with or report.as_of
    headings: tuple[Heading, ...] = (
        ("Показатель", 40, "left"),
        (f"На {format_date(day, style='digits')}", 15, "center"),
        (f"На {format_date(report.as_of, style='digits')}", 15, "center"),
        ("Изменение", 15, "center"),
    )
    rows = [
        TextRow(
            (
                (name,),
                ("–" if was is None else str(was),),
                ("–" if is_ is None else str(is_),),
                (_difference(was, is_),),
            ),
            (report.origin,),
        )
        for name, was, is_ in zip(_NAMES, then, now, strict=True)
    ]
    return text_table(headings, rows, wording, width_mm)


def _difference(was: int | None, now: int | None) -> str:
    """Return a difference with its sign; the minus is that of print, not a hyphen."""
    if was is None or now is None:
        return "–"
    change = now - was
    return f"+{change}" if change > 0 else f"−{-change}" if change else "0"
