"""What the parties wrote beside their marks, as a table at the end of a report."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.deadlines import format_date
from roadmapkit.documents.standing import term_name
from roadmapkit.documents.tables import ColumnSpec, heading_rows, lay_out
from roadmapkit.documents.view import Cell, Line, PartView, Row, TableColumn, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.model.progress import StatusEntry
from roadmapkit.resolve import ActivityStatus, ResolvedReport
from roadmapkit.resolve.statuses import PartyState, Standing
from roadmapkit.source import Origin

__all__ = ["details_part"]

_COLUMNS = (
    ("№ п/п", 6),
    ("Мероприятие", 26),
    ("Исполнитель", 18),
    ("Отметка", 16),
    ("Дата", 10),
    ("Сведения", 30),
)
_LEFT = (1, 2, 5)


def details_part(report: ResolvedReport, wording: Wording, width: float) -> Iterator[PartView]:
    """Yield the table of the marks of parties that say more than their word; none for none.

    Args:
        report: The report.
        wording: Typography.
        width: Width of the table in millimetres.
    """
    told = [
        (state, term, party)
        for _, states in report.sections
        for state in states
        for term in state.terms
        for party in term.parties
        if party.mark is not None and party.mark.entry.party and _details(party.mark.entry)
    ]
    if not told:
        return
    specs = tuple(ColumnSpec(heading, heading, weight=weight) for heading, weight in _COLUMNS)
    widths = lay_out(specs, width)
    root = Origin(report.origin.document)
    rows = tuple(_row(one, widths, wording, root) for one in told)
    table = TableView(widths, heading_rows(specs, widths), rows)
    yield PartView("details", Line("Сведения исполнителей", "heading", report.origin), table=table)


def _details(entry: StatusEntry) -> tuple[str, ...]:
    reason = (f"Причина: {entry.reason}",) if entry.reason else ()
    lines = (*entry.text, *reason, *entry.evidence)
    return tuple(piece for line in lines for piece in line.strip().split("\n"))


def _row(
    told: tuple[ActivityStatus, Standing, PartyState],
    widths: tuple[TableColumn, ...],
    wording: Wording,
    root: Origin,
) -> Row:
    state, term, party = told
    item = state.activity
    title = [*item.activity.title.strip().split("\n")]
    if state.several and term_name(term.slot):
        title.append(f"({term_name(term.slot)})")
    mark = party.mark
    entry = mark.entry if mark is not None else None
    origin = root.child("entries", mark.index) if mark is not None else item.origin
    texts: tuple[tuple[tuple[str, ...], Origin], ...] = (
        ((item.number,), item.origin),
        (tuple(title), item.origin.child("title")),
        ((party.party.name,), origin),
        ((entry.status if entry else "",), origin),
        ((format_date(entry.date, style="digits") if entry and entry.date else "",), origin),
        (_details(entry) if entry else (), origin),
    )
    return Row(
        tuple(
            Cell(
                lines=tuple(wording.text(line) for line in lines) or ("",),
                align="left" if index in _LEFT else "center",
                width_mm=column.width_mm,
                origin=place,
            )
            for index, ((lines, place), column) in enumerate(zip(texts, widths, strict=True))
        )
    )
