"""What a report consists of: narrative, table with marks, summary, what is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmapkit.deadlines import format_date
from roadmapkit.documents.plan import USUAL_COLUMNS, plan_columns, plan_table
from roadmapkit.documents.prose import paragraphs
from roadmapkit.documents.report_details import details_part
from roadmapkit.documents.standing import standing_words, term_name
from roadmapkit.documents.tables import ColumnSpec, column_specs, heading_rows, lay_out
from roadmapkit.documents.view import (
    Cell,
    Line,
    PartView,
    Row,
    TableColumn,
    TableView,
)
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.model.progress import StatusEntry
from roadmapkit.resolve import ActivityStatus, ResolvedActivity, ResolvedProgress, ResolvedReport
from roadmapkit.resolve.statuses import Standing
from roadmapkit.source import Origin

__all__ = ["report_parts", "report_title"]

_GOING = ("в работе", "запланировано")

_SUMMARY = (
    "Раздел",
    "Всего",
    "Выполнено",
    "Выполнено на этапе",
    "В работе",
    "Не выполнено",
    "Отменено",
    "Без отметки",
)
_LATE = ("№ п/п", "Мероприятие", "Срок", "Ответственные", "Просрочено, дней")


def report_title(
    progress: ResolvedProgress, report: ResolvedReport, wording: Wording
) -> tuple[str, ...]:
    """Return the lines of the title of a report, the last one with its day."""
    return (
        *wording.lines(report.request.title or progress.model.title),
        wording.text(f"по состоянию на {format_date(report.as_of, style='words')}"),
    )


def report_parts(
    progress: ResolvedProgress, report: ResolvedReport, wording: Wording, width: float
) -> Iterator[PartView]:
    """Yield the parts of a report in order, tables as wide as the text."""
    request = report.request
    if request.intro:
        intro = paragraphs(request.intro, report.origin.child("intro"), wording)
        yield PartView("text", before=tuple(intro))
    yield PartView("plan", table=_status_table(progress, report, wording, width))
    if progress.model.summary:
        heading = Line("Итоги по разделам", "heading", report.origin)
        yield PartView("summary", heading, table=_summary_table(report, wording, width))
    if progress.model.late:
        yield _late_part(report, wording, width)
    if progress.model.details:
        yield from details_part(report, wording, width)
    if request.closing:
        closing = paragraphs(request.closing, report.origin.child("closing"), wording)
        yield PartView("text", before=tuple(closing))


def _columns(progress: ResolvedProgress) -> tuple[ColumnSpec, ...]:
    model = progress.model
    heading = model.status_heading or USUAL_COLUMNS["status"][0]
    usual = {**USUAL_COLUMNS, "status": (heading, *USUAL_COLUMNS["status"][1:])}
    if model.columns:
        return column_specs(model.columns, usual, progress.origin.child("columns"))
    origin = progress.origin.child("status_heading") if model.status_heading else None
    (status,) = column_specs(["status"], usual, None)
    return (*plan_columns(progress.roadmap), replace(status, origin=origin))


def _status_table(
    progress: ResolvedProgress, report: ResolvedReport, wording: Wording, width: float
) -> TableView:
    states = {id(state.activity): state for _, section in report.sections for state in section}

    def status(item: ResolvedActivity) -> tuple[tuple[str, ...], Origin | None]:
        state = states.get(id(item))
        if state is None or state.entry_origin is None:
            return (), None
        return (*_mark(state), *_terms(state, progress.model.missing)), state.entry_origin

    return plan_table(
        progress.roadmap, wording, width, columns=_columns(progress), extra={"status": status}
    )


def _mark(state: ActivityStatus) -> tuple[str, ...]:
    """Return the lines of a mark: its text or its word, the reason, the evidence."""
    return _lines(state.entry) if state.entry is not None else ()


def _lines(entry: StatusEntry, *, inside: bool = False) -> tuple[str, ...]:
    """Return the lines of a mark; *inside* a line its own words begin with small letters."""
    begun = str if inside else capitalize
    lines = [*entry.text] or [begun(entry.status)]
    if entry.reason:
        lines.append(begun(f"причина: {entry.reason}"))
    lines.extend(entry.evidence)
    return tuple(piece for line in lines for piece in line.strip().split("\n"))


def _terms(state: ActivityStatus, named: int) -> Iterator[str]:
    """Yield how each term stands that has marks of its own or of parties, one line for each."""
    terms: dict[str, list[Standing]] = {}
    for one in state.terms:
        terms.setdefault(one.slot.key if state.several else "", []).append(one)
    for together in terms.values():
        name = f"{term_name(together[0].slot)}: " if state.several else ""
        told: list[str] = []
        parties = {one.party.key: one for term in together for one in term.parties}
        own = {one.mark.index: one.mark for one in together if one.bound and one.mark is not None}
        bound = [mark for mark in own.values() if mark.entry.occurrence]
        told += ["; ".join(_lines(mark.entry, inside=True)) for mark in bound]
        told += [standing_words(tuple(parties.values()), named)] if parties else []
        if told:
            yield capitalize(f"{name}{'; '.join(told)}")
    if state.unmarked:
        names = dict.fromkeys(term_name(one.slot) for one in state.unmarked)
        yield f"Без отметки: {', '.join(names)}"


def _summary_table(report: ResolvedReport, wording: Wording, width: float) -> TableView:
    weights = (38, 8, 12, 12, 11, 13, 12, 12)
    rows: list[tuple[str, tuple[int, ...], Origin]] = []
    for section, states in report.sections:
        title = section.section.title if section.section else "Мероприятия плана"
        name = " ".join(part for part in (section.number, title) if part)
        rows.append((" ".join(name.split()), _counts(states), section.origin))
    everything = tuple(state for _, states in report.sections for state in states)
    rows.append(("Итого", _counts(everything), report.origin))
    return _count_table(rows, weights, wording, width)


def _counts(states: tuple[ActivityStatus, ...]) -> tuple[int, ...]:
    words = [state.status or "" for state in states]
    return (
        len(words),
        words.count("выполнено"),
        words.count("выполнено на этапе"),
        sum(word in _GOING for word in words),
        words.count("не выполнено"),
        words.count("отменено"),
        words.count(""),
    )


def _count_table(
    rows: list[tuple[str, tuple[int, ...], Origin]],
    weights: tuple[int, ...],
    wording: Wording,
    width: float,
) -> TableView:
    specs = tuple(
        ColumnSpec(heading, heading, weight=weight)
        for heading, weight in zip(_SUMMARY, weights, strict=True)
    )
    widths = lay_out(specs, width)
    body = []
    for name, counts, origin in rows:
        total = name == "Итого"
        texts = (wording.text(name), *(str(number) for number in counts))
        cells = tuple(
            Cell(
                lines=(text,),
                align="left" if index == 0 else "center",
                width_mm=column.width_mm,
                bold=total,
                origin=origin,
            )
            for index, (text, column) in enumerate(zip(texts, widths, strict=True))
        )
        body.append(Row(cells, kind="total" if total else "data"))
    return TableView(columns=widths, heading=heading_rows(specs, widths, wording), rows=tuple(body))


def _late_part(report: ResolvedReport, wording: Wording, width: float) -> PartView:
    late = [state for _, states in report.sections for state in states if state.late_by]
    heading = Line("Просроченные мероприятия", "heading", report.origin)
    if not late:
        line = Line("Просроченных мероприятий нет.", "body", report.origin)
        return PartView("late", heading, before=(line,))
    specs = tuple(
        ColumnSpec(text, text, weight=weight)
        for text, weight in zip(_LATE, (6, 42, 16, 24, 16), strict=True)
    )
    widths = lay_out(specs, width)
    rows = tuple(_late_row(state, widths, wording) for state in late)
    return PartView("late", heading, table=TableView(widths, heading_rows(specs, widths), rows))


def _late_row(state: ActivityStatus, widths: tuple[TableColumn, ...], wording: Wording) -> Row:
    item = state.activity
    responsible = item.responsible.lines if item.responsible else ()
    due = f"до {format_date(state.due, style='digits')}" if state.due else ""
    columns: tuple[tuple[tuple[str, ...], Origin], ...] = (
        ((item.number,), item.origin),
        (tuple(item.activity.title.strip().split("\n")), item.origin.child("title")),
        ((due,), item.due.origin if item.due else item.origin),
        (responsible, item.responsible.origin if item.responsible else item.origin),
        ((str(state.late_by),), item.origin),
    )
    return Row(
        tuple(
            Cell(
                lines=tuple(wording.text(line) for line in lines) or ("",),
                align="left" if index in (1, 3) else "center",
                width_mm=column.width_mm,
                origin=origin,
            )
            for index, ((lines, origin), column) in enumerate(zip(columns, widths, strict=True))
        )
    )
