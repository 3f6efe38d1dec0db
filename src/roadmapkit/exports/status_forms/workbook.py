"""The table of a status form: locked but for its answers, the same bytes on any day."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from roadmapkit.exports.status_forms.rows import FormRow
from roadmapkit.load.forms import ANSWERS, FORM_COLUMNS, KEYS
from roadmapkit.resolve import ResolvedProgress
from roadmapkit.resolve.statuses import Reporter

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles import Border
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["STATUSES", "form_files"]

STATUSES = (
    "выполнено",
    "выполнено на этапе",
    "в работе",
    "запланировано",
    "не выполнено",
    "отменено",
)

_WIDTHS = {
    "number": 8,
    "title": 44,
    "term": 22,
    "status": 20,
    "date": 13,
    "text": 36,
    "reason": 28,
    "evidence": 30,
}
_INSTRUCTION = (
    "Заполните светлые ячейки: отметку выберите из списка, дату поставьте не позже {day}; "
    "строку, о которой сообщить нечего, оставьте пустой. Верните файл, не меняя остального."
)
_HEADING_ROW = 4
_FIRST_ROW = _HEADING_ROW + 1
_DAY_ZERO = date(1899, 12, 30)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNSAFE = re.compile(r"[^\w-]+")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def form_files(
    progress: ResolvedProgress, asked: Mapping[Reporter, Sequence[FormRow]], as_of: date
) -> dict[str, bytes]:
    """Return one XLSX file for each party, by name.

    Args:
        progress: The progress that is collected.
        asked: The rows of each party.
        as_of: The reporting day.
    """
    period = progress.roadmap.period
    first = min(period.start, as_of) if period is not None else date(as_of.year, 1, 1)
    title = " ".join(progress.roadmap.model.title.split())
    found: dict[str, bytes] = {}
    for party, rows in asked.items():
        stem = _UNSAFE.sub("-", party.key).strip("-")[:100] or "party"
        name, number = f"{stem}.xlsx", 1
        while name in found:
            number += 1
            name = f"{stem}-{number}.xlsx"
        found[name] = _file(_workbook(title, party, rows, (first, as_of)), as_of)
    return found


def _workbook(
    title: str, party: Reporter, rows: Sequence[FormRow], days: tuple[date, date]
) -> Workbook:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Отчёт"
    columns = list(FORM_COLUMNS)
    first = columns.index("number") + 1
    day = f"{days[1]:%d.%m.%Y}"
    head = (
        f"{party.name}: отчёт о выполнении на {day}",
        title,
        _INSTRUCTION.format(day=day),
    )
    for row, text in enumerate(head, start=1):
        _put(sheet.cell(row, first), text)
        sheet.cell(row, first).font = Font(bold=row == 1, italic=row == 3)
    for column, (field, heading) in enumerate(FORM_COLUMNS.items(), start=1):
        _heading(sheet, column, field, heading)
    for number, row_values in enumerate(rows, start=_FIRST_ROW):
        _row(sheet, number, row_values, columns)
    _validate(sheet, columns, _HEADING_ROW + len(rows), days)
    _set_up(sheet, columns, _HEADING_ROW + len(rows))
    _protect(sheet)
    return book


def _heading(sheet: Worksheet, column: int, field: str, heading: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    cell = sheet.cell(_HEADING_ROW, column)
    _put(cell, heading)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="D9E2F3")
    cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    cell.border = _border()
    dimension = sheet.column_dimensions[get_column_letter(column)]
    if field in KEYS:
        dimension.hidden = True
    else:
        dimension.width = _WIDTHS[field]


def _row(sheet: Worksheet, number: int, row: FormRow, columns: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, PatternFill, Protection

    values = asdict(row)
    for column, field in enumerate(columns, start=1):
        cell = sheet.cell(number, column)
        cell.border = _border()
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if field in ANSWERS:
            cell.protection = Protection(locked=False)
            cell.fill = PatternFill("solid", fgColor="FFFBE6")
            cell.number_format = "dd.mm.yyyy" if field == "date" else "General"
        else:
            _put(cell, values[field])
            cell.number_format = "@"


def _put(cell: Cell | MergedCell, text: str) -> None:
    """Write a text as such, so that neither «=» nor a key like 2024-03 is calculated."""
    cell.value = text
    cell.data_type = "s"


def _border() -> Border:
    from openpyxl.styles import Border, Side

    side = Side("thin", color="A6A6A6")
    return Border(side, side, side, side)


def _validate(sheet: Worksheet, columns: Sequence[str], last: int, days: tuple[date, date]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    status = DataValidation("list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    status.error = "Выберите отметку из списка"
    day = DataValidation(
        "date",
        operator="between",
        formula1=_serial(days[0]),
        formula2=_serial(days[1]),
        allow_blank=True,
    )
    day.error = f"Введите дату от {days[0]:%d.%m.%Y} до {days[1]:%d.%m.%Y}"
    for field, validation in (("status", status), ("date", day)):
        validation.showErrorMessage = True
        validation.errorTitle = "Отчёт"
        letter = get_column_letter(columns.index(field) + 1)
        validation.add(f"{letter}{_FIRST_ROW}:{letter}{max(last, _FIRST_ROW)}")
        sheet.add_data_validation(validation)


def _serial(day: date) -> str:
    """Return a day as a table counts it."""
    return str((day - _DAY_ZERO).days)


def _set_up(sheet: Worksheet, columns: Sequence[str], last: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"A{_FIRST_ROW}"
    sheet.row_dimensions[_HEADING_ROW].height = 32
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    first = get_column_letter(columns.index("number") + 1)
    sheet.print_area = f"{first}1:{get_column_letter(len(columns))}{last}"


def _protect(sheet: Worksheet) -> None:
    """Lock the sheet without a password: against slips, not against people."""
    sheet.protection.sheet = True
    sheet.protection.formatRows = False  # False lets it be done: a long answer needs a high row


def _file(book: Workbook, as_of: date) -> bytes:
    """Return the bytes of a workbook without the time at which it was written."""
    moment = datetime.combine(as_of, time())
    book.properties.created = moment
    book.properties.creator = "roadmapkit"
    written = io.BytesIO()
    book.save(written)
    result = io.BytesIO()
    stamp = f"{as_of.isoformat()}T00:00:00Z".encode()
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3
            target.writestr(part, content)
    return result.getvalue()
