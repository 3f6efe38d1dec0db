"""The pictures of a report: a chart of its figures, and the plan laid out over months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from roadmapkit.deadlines import format_date
from roadmapkit.documents.chart_view import ChartSeries, ChartView
from roadmapkit.documents.report_rows import one_line
from roadmapkit.documents.report_span import accounts_told, section_name, sections_told
from roadmapkit.documents.tables import ColumnSpec, heading_rows, lay_out
from roadmapkit.documents.view import Cell, Line, PartView, Row, TableColumn, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.lazily import dataclass
from roadmapkit.resolve import ResolvedActivity, ResolvedReport
from roadmapkit.resolve.reporting import Account, Outcome, count

__all__ = ["chart_part", "timeline_part"]

_LONGEST_NAME = 70
_WIDEST_MM, _TALLEST_MM = 240.0, 150.0
_ROUND_MM, _BAR_MM = 30.0, 13.0
_LOOKS = (
    ("Выполнено", Outcome.DONE, "2F5597", ""),
    ("Просрочено", Outcome.LATE, "C55A11", "wdUpDiag"),
    ("Срок впереди", Outcome.AHEAD, "D9D9D9", ""),
    ("Отменено", Outcome.CANCELLED, "7F7F7F", "pct10"),
)
"""Dark, hatched, light and dotted: told apart in print without colours too."""

_SHADES = {
    Outcome.DONE: ("A9D18E", "+"),
    Outcome.LATE: ("F4B183", "!"),
    Outcome.AHEAD: ("DEEAF6", ""),
    Outcome.CANCELLED: ("D9D9D9", "×"),
}
_FIRST_TOLD = (Outcome.LATE, Outcome.AHEAD, Outcome.DONE, Outcome.CANCELLED)
_LEGEND = (
    "«+» – выполнено, «!» – просрочено, «×» – отменено, без знака – срок впереди, "
    "«▼» – время отчёта"
)
_MOST_COLUMNS = 18
_YEAR = 12
_TIMELINE_PT = 10.0
_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_ROMAN = ("I", "II", "III", "IV")


def chart_part(report: ResolvedReport, wording: Wording, width_mm: float) -> PartView:
    """Return the chart of terms done, late and ahead, a bar for each section."""
    heading = Line("Исполнение сроков по разделам", "heading", report.origin)
    sections = [(section, own) for section, own in sections_told(report) if own]
    if not sections:
        line = Line("Сроков в отчёте нет.", "body", report.origin)
        return PartView("chart", heading, before=(line,))
    names = tuple(_shortened(wording.text(section_name(section))) for section, _ in sections)
    series = tuple(
        ChartSeries(name, values, fill, hatching)
        for name, outcome, fill, hatching in _LOOKS
        if any(values := tuple(_number(own, outcome) for _, own in sections))
    )
    words = "; ".join(
        f"{name} – " + ", ".join(f"{one.name.lower()} {one.values[index]}" for one in series)
        for index, name in enumerate(names)
    )
    chart = ChartView(
        title="Исполнение сроков по разделам",
        categories=names,
        series=series,
        alternative=f"Число сроков по разделам. {words}.",
        width_mm=min(width_mm, _WIDEST_MM),
        height_mm=min(_ROUND_MM + _BAR_MM * len(names), _TALLEST_MM),
    )
    return PartView("chart", heading, chart=chart)


def _number(accounts: Sequence[Account], outcome: Outcome) -> int:
    figures = count(accounts)
    return {
        Outcome.DONE: figures.done,
        Outcome.LATE: figures.late,
        Outcome.AHEAD: figures.ahead,
        Outcome.CANCELLED: figures.cancelled,
    }[outcome]


def _shortened(text: str) -> str:
    """Return a label; the tables beside the chart have the whole title."""
    if len(text) <= _LONGEST_NAME:
        return text
    return f"{text[:_LONGEST_NAME].rsplit(' ', 1)[0].rstrip(' ,;:–')} …"


@dataclass(frozen=True, slots=True)
class _Slice:
    """A column of the timeline.

    Attributes:
        group: Heading above it: the year.
        name: Its heading.
        first: Number of its first month, counted from the year 0.
        last: Number of its last month.
    """

    group: str
    name: str
    first: int
    last: int

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= _month(day) <= self.last


def _month(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def timeline_part(report: ResolvedReport, wording: Wording, width_mm: float) -> PartView:
    """Return the plan over months: shaded where a term runs, with a sign for how it stands."""
    heading = Line("График исполнения", "heading", report.origin)
    accounts = accounts_told(report)
    days = [
        day
        for one in accounts
        if (occurrence := one.standing.slot.occurrence) is not None
        for day in (occurrence.start, occurrence.end)
    ]
    if not days:
        line = Line("Сроков с датами нет.", "body", report.origin)
        return PartView("timeline", heading, before=(line,))
    first, last = min(days), max(days)
    if report.start is not None and not report.request.cumulative:
        first, last = max(first, report.start), max(min(last, report.as_of), report.start)
    slices = tuple(_slices(_month(first), _month(last)))
    specs = (
        ColumnSpec("number", "№ п/п", weight=50),
        ColumnSpec("activity", "Мероприятие", weight=360),
        *(
            ColumnSpec(
                str(index),
                f"{one.name}\n▼" if one.holds(report.as_of) else one.name,
                (one.group,) if one.group else (),
                weight=max(590 // len(slices), 1),
            )
            for index, one in enumerate(slices)
        ),
    )
    widths = lay_out(specs, width_mm)
    rows = tuple(_timeline_rows(report, accounts, slices, widths, wording))
    table = TableView(widths, heading_rows(specs, widths), rows, font_pt=_TIMELINE_PT)
    day = format_date(report.as_of, style="digits")
    legend = Line(wording.text(f"На {day}: {_LEGEND}."), "body", report.origin)
    return PartView("timeline", heading, table=table, after=(legend,))


def _slices(first: int, last: int) -> Iterator[_Slice]:
    """Yield months from one to another; quarters or years where these are too many."""
    months = range(first, last + 1)
    quarters = range(first // 3, last // 3 + 1)
    if len(months) <= _MOST_COLUMNS:
        numbered = len(months) > _YEAR
        for month in months:
            name = str(month % _YEAR + 1) if numbered else _MONTHS[month % _YEAR]
            yield _Slice(str(month // _YEAR), name, month, month)
    elif len(quarters) <= _MOST_COLUMNS:
        for quarter in quarters:
            yield _Slice(str(quarter // 4), _ROMAN[quarter % 4], quarter * 3, quarter * 3 + 2)
    else:
        for year in range(first // _YEAR, last // _YEAR + 1):
            yield _Slice("", str(year), year * _YEAR, year * _YEAR + _YEAR - 1)


def _timeline_rows(
    report: ResolvedReport,
    accounts: Iterable[Account],
    slices: Sequence[_Slice],
    widths: Sequence[TableColumn],
    wording: Wording,
) -> Iterator[Row]:
    own: dict[int, list[Account]] = {}
    for account in accounts:
        own.setdefault(id(account.item), []).append(account)
    whole = round(sum(column.width_mm for column in widths), 2)
    for section, _ in report.sections:
        items = [item for item in section.activities if id(item) in own]
        if items and section.section is not None:
            name = wording.text(section_name(section))
            cell = Cell((name,), len(widths), align="center", width_mm=whole, bold=True)
            yield Row((cell,), kind="section")
        for item in items:
            yield Row(tuple(_timeline_cells(item, own[id(item)], slices, widths, wording)))


def _timeline_cells(
    item: ResolvedActivity,
    accounts: Sequence[Account],
    slices: Sequence[_Slice],
    widths: Sequence[TableColumn],
    wording: Wording,
) -> Iterator[Cell]:
    number, title, *rest = widths
    yield Cell((item.number,), align="center", width_mm=number.width_mm, origin=item.origin)
    text = wording.text(one_line(item.activity.title))
    yield Cell((text,), width_mm=title.width_mm, origin=item.origin.child("title"))
    for one, column in zip(slices, rest, strict=True):
        found = {account.outcome for account in accounts if _runs(account, one)}
        told = next((outcome for outcome in _FIRST_TOLD if outcome in found), None)
        shade, sign = _SHADES[told] if told is not None else ("", "")
        yield Cell(
            (sign,), align="center", width_mm=column.width_mm, shade=shade, origin=item.origin
        )


def _runs(account: Account, one: _Slice) -> bool:
    occurrence = account.standing.slot.occurrence
    return occurrence is not None and (
        _month(occurrence.start) <= one.last and _month(occurrence.end) >= one.first
    )
