"""The table of a roadmap: columns of the author's choice, section rows, activities."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from roadmapkit.documents.tables import (
    ColumnSpec,
    Usual,
    column_numbers,
    column_specs,
    has_long_row,
    heading_rows,
    lay_out,
)
from roadmapkit.documents.view import Cell, Row, TableColumn, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap, ResolvedSection
from roadmapkit.source import Origin

__all__ = ["USUAL_COLUMNS", "FieldPrinter", "plan_columns", "plan_table"]

FieldPrinter = Callable[[ResolvedActivity], tuple[tuple[str, ...], Origin | None]]
"""Prints one field of an activity: lines before typesetting, and where they stand."""

USUAL_COLUMNS: Usual = {
    "number": ("№ п/п", 6, "center"),
    "activity": ("Мероприятия", 32, "left"),
    "due": ("Сроки", 16, "left"),
    "responsible": ("Ответственные", 20, "left"),
    "result": ("Ожидаемый результат", 26, "left"),
    "indicator": ("Показатели", 24, "left"),
    "note": ("Примечание", 14, "left"),
    "status": ("Отметка об исполнении", 18, "left"),
}

_USUAL = ("number", "activity", "due", "responsible", "result", "indicator", "note")


def plan_columns(roadmap: ResolvedRoadmap) -> tuple[ColumnSpec, ...]:
    """Return the author's columns, or the usual ones that have anything to print."""
    model = roadmap.model
    if model.columns:
        return column_specs(model.columns, USUAL_COLUMNS, roadmap.origin.child("columns"))
    activities = [item.activity for section in roadmap.sections for item in section.activities]
    used = {"number", "activity"} | {
        field for field in _USUAL[2:] if any(getattr(activity, field) for activity in activities)
    }
    own = dict.fromkeys(
        key for activity in activities for key, value in (activity.fields or {}).items() if value
    )
    return column_specs([*(f for f in _USUAL if f in used), *own], USUAL_COLUMNS, None)


def _field(field: str, item: ResolvedActivity) -> tuple[tuple[str, ...], Origin | None]:
    activity, origin = item.activity, item.origin
    match field:
        case "number":
            return (item.number,), origin
        case "activity":
            place = origin if activity.items else origin.child("title")
            return (*_lines(activity.title), *_bullets(activity.items)), place
        case "due":
            return (item.due.lines, item.due.origin) if item.due else ((), None)
        case "responsible":
            cell = item.responsible
            return (cell.lines, cell.origin) if cell else ((), None)
        case "result" | "indicator" | "note":
            texts: tuple[str, ...] = getattr(activity, field)
            return tuple(line for text in texts for line in _lines(text)), origin.child(field)
        case _:
            value = (activity.fields or {}).get(field)
            return (_lines(value) if value else ()), origin.child("fields", field)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.strip().split("\n") if line.strip())


def _bullets(items: Sequence[str]) -> tuple[str, ...]:
    last = len(items) - 1
    return tuple(
        f"– {_ended(item.strip().rstrip(';'), '.' if index == last else ';')}"
        for index, item in enumerate(items)
    )


def _ended(text: str, mark: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}{mark}"


def plan_table(
    roadmap: ResolvedRoadmap,
    wording: Wording,
    width_mm: float,
    *,
    columns: Sequence[ColumnSpec] | None = None,
    extra: Mapping[str, FieldPrinter] | None = None,
) -> TableView:
    """Return the plan as a table.

    Args:
        roadmap: What is printed.
        wording: Typography.
        width_mm: Width of the table in millimetres.
        columns: Columns other than the plan's own, as in a report.
        extra: Printers of fields that a plan itself does not have.
    """
    specs = tuple(columns) if columns is not None else plan_columns(roadmap)
    widths = lay_out(specs, width_mm)
    heading = heading_rows(specs, widths, wording)
    if roadmap.model.column_numbers:
        heading = (*heading, column_numbers(widths))
    rows: list[Row] = []
    for section in roadmap.sections:
        if section.section is not None:
            rows.append(_section_row(section, wording, len(specs), width_mm))
        rows.extend(
            _activity_row(item, specs, widths, wording, extra or {}) for item in section.activities
        )
    return TableView(widths, heading, tuple(rows), split_rows=has_long_row(rows))


def _section_row(section: ResolvedSection, wording: Wording, span: int, width_mm: float) -> Row:
    title = section.section.title if section.section else ""
    text = " ".join(part for part in (section.number, title) if part)
    cell = Cell(
        lines=wording.lines(text),
        colspan=span,
        align="center",
        width_mm=round(width_mm, 2),
        bold=True,
        origin=section.origin.child("title"),
    )
    return Row((cell,), kind="section")


def _activity_row(
    item: ResolvedActivity,
    specs: Sequence[ColumnSpec],
    widths: Sequence[TableColumn],
    wording: Wording,
    extra: Mapping[str, FieldPrinter],
) -> Row:
    cells = []
    for spec, column in zip(specs, widths, strict=True):
        printer = extra.get(spec.field)
        lines, origin = printer(item) if printer else _field(spec.field, item)
        cells.append(
            Cell(
                lines=tuple(wording.text(line) for line in lines) or ("",),
                align=spec.align,
                width_mm=column.width_mm,
                origin=origin or item.origin,
            )
        )
    return Row(tuple(cells))
