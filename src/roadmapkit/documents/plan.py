"""The table of a roadmap: columns of the author's choice, section rows, activities."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from roadmapkit.documents.tables import (
    ColumnSpec,
    Usual,
    column_numbers,
    column_specs,
    has_long_row,
    heading_rows,
    lay_out,
)
from roadmapkit.documents.view import Align, Cell, Row, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap, ResolvedSection
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.roadmap import Activity

__all__ = ["USUAL_COLUMNS", "FieldPrinter", "plan_columns", "plan_table"]

Printed = tuple[tuple[str, ...], Origin | None]
"""Lines before typesetting, and where they stand."""

FieldPrinter = Callable[[ResolvedActivity], Printed]
"""Prints one field of an activity."""

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


def _printer(field: str) -> FieldPrinter:
    """Return what prints a field of activities."""
    match field:
        case "number":
            return lambda item: ((item.number,), item.origin)
        case "activity":
            return _print_title
        case "due":
            return lambda item: (item.due.lines, item.due.origin) if item.due else ((), None)
        case "responsible":
            return _print_responsible
        case "result" | "indicator" | "note":
            return partial(_print_texts, attrgetter(field), field)
        case _:
            return partial(_print_own, field)


def _print_title(item: ResolvedActivity) -> Printed:
    activity, origin = item.activity, item.origin
    if activity.items:
        return (*_lines(activity.title), *_bullets(activity.items)), origin
    return _lines(activity.title), origin.child("title")


def _print_responsible(item: ResolvedActivity) -> Printed:
    cell = item.responsible
    return (cell.lines, cell.origin) if cell else ((), None)


def _print_texts(
    texts: Callable[[Activity], tuple[str, ...]], field: str, item: ResolvedActivity
) -> Printed:
    lines = [line for text in texts(item.activity) for line in _lines(text)]
    return tuple(lines), item.origin.child(field)


def _print_own(field: str, item: ResolvedActivity) -> Printed:
    value = (item.activity.fields or {}).get(field)
    return (_lines(value) if value else ()), item.origin.child("fields", field)


def _lines(text: str) -> tuple[str, ...]:
    if "\n" not in text:
        line = text.strip()
        return (line,) if line else ()
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
    given = extra or {}
    columns_of_rows = [
        (given.get(spec.field) or _printer(spec.field), spec.align, column.width_mm)
        for spec, column in zip(specs, widths, strict=True)
    ]
    rows: list[Row] = []
    for section in roadmap.sections:
        if section.section is not None:
            rows.append(_section_row(section, wording, len(specs), width_mm))
        rows += [_activity_row(item, columns_of_rows, wording) for item in section.activities]
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
    item: ResolvedActivity, columns: Sequence[tuple[FieldPrinter, Align, float]], wording: Wording
) -> Row:
    cells = []
    for printer, align, width_mm in columns:
        lines, origin = printer(item)
        cells.append(
            Cell(
                lines=wording.texts(lines) or ("",),
                align=align,
                width_mm=width_mm,
                origin=origin or item.origin,
            )
        )
    return Row(tuple(cells))
