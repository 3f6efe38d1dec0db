"""Figures that are made from others agree with them.

«Всего» is the sum of the rows above it, a column «Динамика» the difference of the two
columns before it, weights make 100 %, and «44: городских – 23, сельских – 22» does not add
up. The rule speaks where the rest of the table shows that the figures are meant so: most
rows of a difference agree, a sum is near the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.figures import figure, written_figure
from roadmapkit.lint.printed_tables import PrintedCell, PrintedRow, PrintedTable, printed_tables
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.source import Origin

__all__ = ["RULE"]

_CODE = Code("CMP008", "sums", Severity.WARNING, "Figures that do not add up")
_TOTAL = regex(r"\W*(?:всего|итого)\b", re.IGNORECASE)
_DIFFERENCE = regex(r"\W*(?:динамика|разница|отклонение|изменение|прирост)\b", re.IGNORECASE)
_WEIGHT = regex(r"\W*(?:вес(?:\b|ов)|удельный вес\b)", re.IGNORECASE)
_NEAR = Decimal("0.2")
_FIGURE = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+"
_PART = rf"[а-яё][а-яё -]*?\s*[-–—]\s*(?:{_FIGURE})(?!\d|\s?%|[.,]\d)"
_PARTS = regex(
    rf"(?<![\d.,№-])(?P<total>{_FIGURE})(?:\s+[а-яё]+){{0,3}}\s*[:(]\s*"
    rf"(?P<parts>{_PART}(?:\s*[,;]\s*{_PART})+)",
    re.IGNORECASE,
)
_DASHED = regex(r"[-–—]\s*\d")
_OPERANDS = regex(rf"[-–—]\s*({_FIGURE})(?!\d|\s?%|[.,]\d)")
_Values = list[Decimal | None]
_Row = tuple[PrintedRow, _Values]
_Found = tuple[Origin, Decimal, Decimal]


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for table in printed_tables(subject):
        rows = [(row, _values(row, len(table.columns))) for row in table.rows]
        for find in (_totals, _differences, _weights):
            found = find(table, rows)
            if found:
                origin, written, expected = found[0]
                yield _CODE.at(
                    origin.span,
                    Message(
                        "The figure is {written}, the others make {expected}; "
                        "in the table: {times}",
                        written=written_figure(written),
                        expected=written_figure(expected),
                        times=len(found),
                    ),
                    hint=Message("Count again and correct the figure that is wrong"),
                    documents=(table.document,),
                )
    for text in subject.holding(":", "("):
        if _DASHED.search(text.text):
            yield from _in_text(text)


def _values(row: PrintedRow, columns: int) -> _Values:
    values: _Values = []
    for cell in row.cells:
        values += [figure(cell.text), *[None] * (cell.span - 1)]
    return (values + [None] * columns)[:columns]


def _is_total(row: PrintedRow) -> bool:
    return any(_TOTAL.match(cell.text) for cell in row.cells[:2])


def _totals(table: PrintedTable, rows: Sequence[_Row]) -> list[_Found]:
    """Return the totals below rows whose sum they are not; whole numbers only."""
    found: list[_Found] = []
    above: list[_Values] = []
    for row, values in rows:
        if row.section is not None:
            above = []
        elif _is_total(row):
            found += _wrong_total(row, values, above)
            above = []
        else:
            above.append(values)
    return found


def _wrong_total(row: PrintedRow, totals: _Values, above: Sequence[_Values]) -> Iterator[_Found]:
    for at, total in enumerate(totals):
        column = [values[at] for values in above]
        numbers = [value for value in column if value is not None]
        whole = all(value == value.to_integral_value() for value in numbers)
        if total is None or len(numbers) != len(column) or len(numbers) < 2 or not whole:
            continue
        cell = _cell_at(row, at)
        if "%" not in cell.text and total != sum(numbers) and _near(total, sum(numbers)):
            yield cell.origin, total, Decimal(sum(numbers))


def _near(total: Decimal, other: Decimal | int) -> bool:
    return abs(total - other) <= _NEAR * abs(total)


def _cell_at(row: PrintedRow, at: int) -> PrintedCell:
    for cell in row.cells:
        if at < cell.span:
            return cell
        at -= cell.span
    return row.cells[-1]


def _differences(table: PrintedTable, rows: Sequence[_Row]) -> list[_Found]:
    at = next((index for index, name in enumerate(table.columns) if _DIFFERENCE.match(name)), None)
    if at is None or at < 2:
        return []
    found: list[_Found] = []
    right = 0
    for row, values in rows:
        first, second, written = values[at - 2], values[at - 1], values[at]
        if first is None or second is None or written is None or row.section is not None:
            continue
        if second - first == written:
            right += 1
        else:
            found.append((_cell_at(row, at).origin, written, second - first))
    return found if right >= 2 * len(found) else []


def _weights(table: PrintedTable, rows: Sequence[_Row]) -> list[_Found]:
    for at, name in enumerate(table.columns):
        if not _WEIGHT.match(name):
            continue
        weighed = [item for item in rows if item[0].section is None and not _is_total(item[0])]
        values = [row_values[at] for _, row_values in weighed]
        numbers = [value for value in values if value is not None]
        if len(numbers) < 2 or len(numbers) != len(values):
            continue
        total = sum(numbers, Decimal(0))
        whole = Decimal(1 if total < 2 else 100)
        if total != whole and abs(total - whole) <= whole * _NEAR:
            return [(_cell_at(weighed[-1][0], at).origin, total, whole)]
    return []


def _in_text(text: PrintedText) -> Iterator[Diagnostic]:
    for match in _PARTS.finditer(text.text):
        total = figure(match["total"])
        parts = [figure(part) for part in _OPERANDS.findall(match["parts"])]
        made = sum((part for part in parts if part is not None), Decimal(0))
        if total is None or made == total or not _near(total, made):
            continue
        yield _CODE.at(
            text.span(match.start("total"), match.end()),
            Message(
                "The parts make {made}, the text says {total}",
                made=written_figure(made),
                total=written_figure(total),
            ),
            hint=Message("Count again and correct the figure that is wrong"),
            documents=(text.document,),
        )


RULE = Rule(_CODE, "completeness", _check)
