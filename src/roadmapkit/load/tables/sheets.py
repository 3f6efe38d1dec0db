"""Files of tables as sheets of cells; what a cell cannot give is a finding."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.errors import WorkspaceError, trouble_of
from roadmapkit.lazily import dataclass
from roadmapkit.load.tables.codes import BAD_CELL

__all__ = ["MAX_BYTES", "MAX_ROWS", "Row", "Sheet", "read_sheets"]

MAX_BYTES = 10_000_000
"""Largest file; a list of a hundred thousand people is smaller."""

MAX_ROWS = 50_000
"""Most rows of a sheet."""

_MAX_COLUMNS = 200
_MAX_UNPACKED = 200_000_000
_SEPARATORS = ";\t,"
_SAMPLE = 20
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty.

    Attributes:
        number: Its number in the sheet, or its line in a CSV file, from 1.
        cells: Texts without surrounding spaces; an empty cell is an empty text.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or a whole CSV file.

    Attributes:
        file: Name of the file, for findings.
        name: Name of the sheet; empty for a CSV file.
        rows: Its rows, without the empty ones.
        diagnostics: Cells that could not be read.
    """

    file: str
    name: str
    rows: tuple[Row, ...]
    diagnostics: list[Diagnostic] = field(default_factory=list, compare=False)

    def span(self, row: int, column: int) -> Span:
        """Return the place of a cell; rows and columns count from 1."""
        return Span(self.file, row, column, row, column + 1)


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a CSV or XLSX file.

    Raises:
        WorkspaceError: There is no such file, or it is too large, protected by a password,
            or neither of the two formats.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            message = Message(
                "{path} is larger than {megabytes} MB; split the table",
                path=str(path),
                megabytes=MAX_BYTES // 1_000_000,
            )
            raise WorkspaceError(message, path=str(path))
        data = path.read_bytes()
    except OSError as error:
        message = Message(
            "{path} cannot be read: {reason}", path=str(path), reason=trouble_of(error)
        )
        raise WorkspaceError(message, path=str(path)) from error
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        return (_csv_sheet(path, data),)
    return tuple(_workbook_sheets(path, data))


# -- CSV ------------------------------------------------------------------------------------


def _csv_sheet(path: Path, data: bytes) -> Sheet:
    text = _decoded(path, data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows: list[Row] = []
    line = 0
    try:
        for values in reader:
            cells = tuple(_clean(value) for value in values[:_MAX_COLUMNS])
            if any(cells):
                rows.append(Row(line + 1, cells))
            line = reader.line_num
            _check_length(path, len(rows))
    except csv.Error as error:
        message = Message(
            "{path} is no CSV file, see line {line}: {reason}",
            path=str(path),
            line=line + 1,
            reason=str(error),
        )
        raise WorkspaceError(message, path=str(path)) from error
    return Sheet(path.name, "", tuple(rows))


def _decoded(path: Path, data: bytes) -> str:
    """Return the text of a CSV file: UTF-8, or what Excel on Windows writes."""
    encodings = ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1251")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    message = Message(
        "{path} is no text in UTF-8 or Windows-1251; save it as CSV again", path=str(path)
    )
    raise WorkspaceError(message, path=str(path))


def _separator(text: str) -> str:
    """Return the separator that cuts the first lines into most equal rows."""

    def worth(separator: str) -> tuple[int, int]:
        lines = [line for line in text.split("\n", _SAMPLE)[:_SAMPLE] if line.strip()]
        widths = [len(row) for row in csv.reader(lines, delimiter=separator)]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_SEPARATORS, key=worth)


# -- XLSX -----------------------------------------------------------------------------------


def _workbook_sheets(path: Path, data: bytes) -> Iterator[Sheet]:
    _refuse_other_formats(path, data)
    formulas = _open(path, data, values=False)
    try:
        names = [sheet.title for sheet in formulas.worksheets if sheet.sheet_state == "visible"]
        calculated = any(
            cell.data_type == "f"
            for name in names
            for row in _rows(path, formulas[name])
            for cell in row
        )
        values = _open(path, data, values=True) if calculated else formulas
        for name in names:
            yield _sheet(path, formulas[name], values[name])
    finally:
        formulas.close()


def _refuse_other_formats(path: Path, data: bytes) -> None:
    if data.startswith(_COMPOUND):
        message = (
            Message("{path} is protected by a password; save it without one", path=str(path))
            if _ENCRYPTED in data
            else Message("{path} has the format of old Excel; save it as .xlsx", path=str(path))
        )
        raise WorkspaceError(message, path=str(path))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
            known = "xl/workbook.xml" in archive.namelist()
    except zipfile.BadZipFile:
        unpacked, known = 0, False
    if not known:
        message = Message(
            "{path} is neither a table of Excel (.xlsx) nor a CSV file", path=str(path)
        )
        raise WorkspaceError(message, path=str(path))
    if unpacked > _MAX_UNPACKED:
        message = Message("{path} unpacks to more than a table may hold", path=str(path))
        raise WorkspaceError(message, path=str(path))


def _open(path: Path, data: bytes, *, values: bool) -> Any:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(data), data_only=values)
    except Exception as error:  # openpyxl has no root exception of its own
        message = Message("{path} is a damaged table: {reason}", path=str(path), reason=str(error))
        raise WorkspaceError(message, path=str(path)) from error


def _sheet(path: Path, formulas: Any, values: Any) -> Sheet:
    found: list[Row] = []
    sheet = Sheet(path.name, formulas.title, (), [])
    filled = _merged(values)
    for number, row in enumerate(_rows(path, formulas), start=1):
        cells = tuple(
            filled.get((number, column), "")
            or _cell(sheet, cell, values.cell(number, column).value, number, column)
            for column, cell in enumerate(row, start=1)
        )
        if any(cells):
            found.append(Row(number, cells))
    return Sheet(sheet.file, sheet.name, tuple(found), sheet.diagnostics)


def _rows(path: Path, sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a sheet; openpyxl would make cells beyond its last one, if asked."""
    _check_length(path, sheet.max_row)
    width = min(sheet.max_column, _MAX_COLUMNS)
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_col=width)
    return rows


def _merged(sheet: Any) -> dict[tuple[int, int], str]:
    """Return the texts of cells that are merged downwards: each row has the value."""
    filled: dict[tuple[int, int], str] = {}
    for area in sheet.merged_cells.ranges:
        if area.min_col == area.max_col and area.size["rows"] <= MAX_ROWS:
            text = _text(sheet.cell(area.min_row, area.min_col).value)
            for row in range(area.min_row, area.max_row + 1):
                filled[row, area.min_col] = text
    return filled


def _cell(sheet: Sheet, cell: Any, value: Any, row: int, column: int) -> str:
    if cell.data_type == "e" or (
        isinstance(value, str) and value.startswith("#") and cell.data_type == "f"
    ):
        sheet.diagnostics.append(
            BAD_CELL.at(
                sheet.span(row, column),
                Message(
                    "The cell {cell} shows the error {value}",
                    cell=_address(sheet, cell),
                    value=str(value),
                ),
                hint=Message("Correct the formula, or type the value"),
            )
        )
        return ""
    if cell.data_type == "f" and value is None:
        sheet.diagnostics.append(
            BAD_CELL.at(
                sheet.span(row, column),
                Message(
                    "The formula of the cell {cell} has no saved value", cell=_address(sheet, cell)
                ),
                hint=Message("Open the table in Excel and save it, or type the value"),
            )
        )
        return ""
    return _text(value)


def _address(sheet: Sheet, cell: Any) -> str:
    return f"{sheet.name}!{cell.coordinate}" if sheet.name else str(cell.coordinate)


def _text(value: Any) -> str:
    """Return a value as a person would type it."""
    match value:
        case None:
            return ""
        case bool():
            return "да" if value else "нет"
        case datetime() if value.time() != time():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if value.is_integer():
            return str(int(value))
    return _clean(str(value))


def _clean(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _check_length(path: Path, rows: int) -> None:
    if rows > MAX_ROWS:
        message = Message(
            "{path} has more than {rows} rows; split the table", path=str(path), rows=MAX_ROWS
        )
        raise WorkspaceError(message, path=str(path))
