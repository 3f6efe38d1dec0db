"""Values by year: the table of indicators and the matrix of results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from roadmapkit.documents.passport import party_names
from roadmapkit.documents.tables import ColumnSpec, has_long_row, heading_rows, lay_out
from roadmapkit.documents.view import Cell, Row, TableColumn, TableView
from roadmapkit.documents.wording import Wording
from roadmapkit.lazily import regex
from roadmapkit.model.program import Indicator, YearlyResult
from roadmapkit.model.table import SpanRow
from roadmapkit.resolve import ResolvedProgram
from roadmapkit.source import Origin

__all__ = ["indicators_table", "results_matrix"]

_VALUES = "Значения по годам"
_SEVERAL_YEARS = regex(r"((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)")


def indicators_table(program: ResolvedProgram, wording: Wording, width_mm: float) -> TableView:
    """Return the indicators; a unit, a baseline or a name that none has makes no column."""
    indicators = program.model.indicators
    origin = program.origin.child("indicators")
    years = _years(indicators)
    specs = [ColumnSpec("number", "№ п/п", weight=6, align="center")]
    specs.append(ColumnSpec("name", "Показатель", weight=34))
    if any(item.unit for item in indicators):
        specs.append(ColumnSpec("unit", "Единица измерения", weight=14, align="center"))
    if any(item.baseline for item in indicators):
        specs.append(ColumnSpec("baseline", _baseline(indicators), weight=15, align="center"))
    group = (_VALUES,) if len(years) > 1 else ()
    specs += [ColumnSpec(year, year, group, weight=9, align="center") for year in years]
    if any(item.responsible for item in indicators):
        specs.append(ColumnSpec("responsible", "Ответственный", weight=20))
    rows = [
        (_indicator(item, number, specs, wording), origin.child(number - 1))
        for number, item in enumerate(indicators, start=1)
    ]
    return _table(specs, rows, wording, width_mm)


def results_matrix(program: ResolvedProgram, wording: Wording, width_mm: float) -> TableView:
    """Return what will be there in each year; a cell left empty on purpose stays empty."""
    results = program.model.yearly_results
    origin = program.origin.child("yearly_results")
    given = [item for item in results if isinstance(item, YearlyResult)]
    years = _years(given)
    named = any(item.result for item in given) or not years
    specs = [ColumnSpec("result", "Результат", weight=30)] if named else []
    specs += [ColumnSpec(year, year, weight=22) for year in years]
    widths = lay_out(specs, width_mm)
    rows = [
        _section_row(item.section, widths, wording, origin.child(index))
        if isinstance(item, SpanRow)
        else Row(tuple(_yearly_cells(item, specs, widths, wording, origin.child(index))))
        for index, item in enumerate(results)
    ]
    heading = heading_rows(specs, widths, wording)
    return TableView(widths, heading, tuple(rows), split_rows=has_long_row(rows))


def _section_row(text: str, widths: Sequence[TableColumn], wording: Wording, origin: Origin) -> Row:
    cell = Cell(
        wording.lines(text),
        colspan=len(widths),
        align="center",
        width_mm=round(sum(column.width_mm for column in widths), 2),
        bold=True,
        origin=origin.child("section"),
    )
    return Row((cell,), kind="section")


def _yearly_cells(
    item: YearlyResult,
    specs: Sequence[ColumnSpec],
    widths: Sequence[TableColumn],
    wording: Wording,
    origin: Origin,
) -> Iterator[Cell]:
    """Yield the cells of a row; a value of several years in turn is one cell."""
    spans = {_span(key)[0]: (key, _span(key)[1]) for key in item.values or {}}
    at = 0
    while at < len(specs):
        field = specs[at].field
        key, last = spans.get(field, (field, field))
        end = at
        while end + 1 < len(specs) and specs[end + 1].field.isdecimal() and specs[end].field < last:
            end += 1
        text = item.result if field == "result" else (item.values or {}).get(key)
        place = origin.child("result") if field == "result" else origin.child("values", key)
        yield Cell(
            wording.lines(text) if text else ("",),
            colspan=end - at + 1,
            width_mm=round(sum(column.width_mm for column in widths[at : end + 1]), 2),
            origin=place,
        )
        at = end + 1


def _span(key: str) -> tuple[str, str]:
    """Return the first and the last year that a key means."""
    found = _SEVERAL_YEARS.fullmatch(key.strip())
    return (found[1], found[2]) if found else (key, key)


def _years(items: Iterable[Indicator | YearlyResult]) -> list[str]:
    """Return every year that has a value, in order; what is no number comes last."""
    years = {year for item in items for key in item.values or {} for year in _span(key)}
    years |= {
        str(year)
        for item in items
        for first, last in map(_span, item.values or {})
        if first != last
        for year in range(int(first), int(last))
    }
    return sorted(years, key=lambda year: (not year.isdecimal(), year))


def _value(item: Indicator | YearlyResult, year: str) -> tuple[str, ...]:
    return tuple(((item.values or {}).get(year) or "").split("\n"))


def _baseline(indicators: Sequence[Indicator]) -> str:
    """Return the heading of baselines, with the year where all have the same."""
    years = {item.baseline.year for item in indicators if item.baseline}
    year = next(iter(years)) if len(years) == 1 else None
    return f"Исходное значение ({year})" if year else "Исходное значение"


def _indicator(
    item: Indicator, number: int, specs: Sequence[ColumnSpec], wording: Wording
) -> list[tuple[str, ...]]:
    cells: list[tuple[str, ...]] = []
    for spec in specs:
        match spec.field:
            case "number":
                cells.append((f"{number}.",))
            case "name":
                cells.append(tuple(item.name.strip().split("\n")))
            case "unit":
                cells.append((item.unit or "",))
            case "baseline":
                cells.append((_baseline_value(item, spec.heading),))
            case "responsible":
                cells.append(party_names(item.responsible, wording) or ("",))
            case year:
                cells.append(_value(item, year))
    return cells


def _baseline_value(item: Indicator, heading: str) -> str:
    if item.baseline is None:
        return ""
    year = item.baseline.year
    apart = year is not None and "(" not in heading
    return f"{item.baseline.value} ({year})" if apart else item.baseline.value


def _table(
    specs: Sequence[ColumnSpec],
    rows: Iterable[tuple[Sequence[tuple[str, ...]], Origin]],
    wording: Wording,
    width_mm: float,
) -> TableView:
    widths = lay_out(specs, width_mm)
    body = tuple(
        Row(
            tuple(
                Cell(
                    tuple(wording.text(line) for line in lines) or ("",),
                    align=spec.align,
                    width_mm=column.width_mm,
                    origin=origin,
                )
                for lines, spec, column in zip(cells, specs, widths, strict=True)
            )
        )
        for cells, origin in rows
    )
    heading = heading_rows(specs, widths, wording)
    return TableView(widths, heading, body, split_rows=has_long_row(body))
