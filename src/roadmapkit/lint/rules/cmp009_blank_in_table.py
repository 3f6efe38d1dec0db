"""A table of data and a matrix of results have no blank that a reader must guess at.

A row of a matrix that says what there will be in 2021 and nothing for the years after
leaves it open whether the work ends or was forgotten: «–» or a word says which. The rule
speaks where the other rows of the column are filled, and counts a table once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.printed_tables import PrintedTable, printed_tables
from roadmapkit.lint.subject import Subject
from roadmapkit.model.kinds import YearlyResult
from roadmapkit.resolve import ResolvedProgram
from roadmapkit.source import Origin

__all__ = ["RULE"]

_CODE = Code(
    "CMP009", "blank-in-table", Severity.WARNING, "A blank cell in a table that is filled otherwise"
)
_MOST = 2
"""How many times as many cells of a column must be filled as are blank."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for table in printed_tables(subject):
        cells = list(_blank_cells(table))
        if cells:
            yield _found(table.document, cells[0][0], cells[0][1], len(cells))
    for program in subject.programs:
        years = list(_blank_years(program))
        if years:
            yield _found(program.model.id, years[0][0], years[0][1], len(years))


def _found(document: str, origin: Origin, column: str, times: int) -> Diagnostic:
    return _CODE.at(
        origin.span,
        Message(
            "A blank cell in the column {column!r}; in the table: {times}",
            column=column,
            times=times,
        ),
        hint=Message("Fill it, or write a dash where nothing is meant"),
        documents=(document,),
    )


def _blank_cells(table: PrintedTable) -> Iterator[tuple[Origin, str]]:
    rows = [row for row in table.rows if row.section is None and len(row.cells) > 1]
    plain = [row for row in rows if all(cell.span == 1 for cell in row.cells)]
    for at, column in enumerate(table.columns):
        cells = [row.cells[at] for row in plain if at < len(row.cells)]
        blank = [cell for cell in cells if not cell.text.strip()]
        if blank and len(cells) - len(blank) >= _MOST * len(blank):
            yield from ((cell.origin, " ".join(column.split())) for cell in blank)


def _blank_years(program: ResolvedProgram) -> Iterator[tuple[Origin, str]]:
    rows = {
        at: row.values or {}
        for at, row in enumerate(program.model.yearly_results)
        if isinstance(row, YearlyResult)
    }
    years = sorted({year for values in rows.values() for year in values if year.isdigit()})
    for year in years:
        blank = [at for at, values in rows.items() if not _of_year(values, year)]
        if blank and len(rows) - len(blank) >= _MOST * len(blank):
            for at in blank:
                yield program.origin.child("yearly_results", at, "result"), year


def _of_year(values: Mapping[str, str | None], year: str) -> bool:
    """Tell whether a row says something of a year, by itself or in a span such as 2021-2023."""
    spans = (re.split(r"\s*[-–]\s*", key) for key, text in values.items() if text)
    return any(span[0] <= year <= span[-1] for span in spans)


RULE = Rule(_CODE, "completeness", _check)
