"""Filled status forms, XLSX or CSV, as rows of texts; what a row means is decided elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from roadmapkit.diagnostics import Diagnostic, Message, Span
from roadmapkit.errors import WorkspaceError
from roadmapkit.lazily import dataclass
from roadmapkit.load.codes import NO_FORM, UNREADABLE_FORM
from roadmapkit.load.tables.sheets import Sheet, read_sheets

__all__ = ["ANSWERS", "FORM_COLUMNS", "KEYS", "FilledForm", "FilledRow", "read_form"]

KEYS = ("progress", "activity", "occurrence", "party", "as_of", "digest")
"""Columns that tell a program what a row is about."""

ANSWERS = ("status", "date", "text", "reason", "evidence")
"""Columns that a party fills."""

FORM_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        **{key: f"roadmapkit:{key}" for key in KEYS},
        "number": "№ п/п",
        "title": "Мероприятие",
        "term": "Срок",
        "status": "Отметка",
        "date": "Дата",
        "text": "Что сделано",
        "reason": "Причина, если не выполнено",
        "evidence": "Подтверждение",
    }
)
"""Headings by field, in the order of the columns."""

_REQUIRED = frozenset(FORM_COLUMNS) - {"reason"}


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row of a form.

    Attributes:
        values: Texts by field, each in one line.
        places: Place of every cell by field.
    """

    values: Mapping[str, str]
    places: Mapping[str, Span]

    @property
    def is_filled(self) -> bool:
        """Whether the party answered anything."""
        return any(self.values[field] for field in ANSWERS)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A file with the rows of a form.

    Attributes:
        file: Name of the file.
        rows: Its rows.
        diagnostics: Cells that could not be read, or why there is no row.
    """

    file: str
    rows: tuple[FilledRow, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_form(path: Path) -> FilledForm:
    """Return the rows of a status form; a file that cannot be read is a finding."""
    try:
        sheets = read_sheets(path)
    except WorkspaceError as error:
        message = Message("The form cannot be read: {reason}", reason=error.message)
        span = Span(path.name, 1, 1, 1, 1)
        return FilledForm(path.name, (), (UNREADABLE_FORM.at(span, message),))
    rows: list[FilledRow] = []
    found: list[Diagnostic] = []
    headed = False
    for sheet in sheets:
        found += sheet.diagnostics
        columns = _columns(sheet)
        if columns is not None:
            headed = True
            rows += _rows(sheet, *columns)
    if not headed:
        found.append(
            NO_FORM.at(
                Span(path.name, 1, 1, 1, 1),
                Message("{file} is no status form: it lacks the columns of one", file=path.name),
                hint=Message("Fill a form that `roadmapkit status forms` made, and keep its sheet"),
            )
        )
    return FilledForm(path.name, tuple(rows), tuple(found))


def _columns(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    """Return the place of the headings among the rows, and the index of each field."""
    fields = {heading.casefold(): field for field, heading in FORM_COLUMNS.items()}
    for position, row in enumerate(sheet.rows):
        found: dict[str, int] = {}
        for index, cell in enumerate(row.cells):
            field = fields.get(cell.casefold())
            if field is not None:
                found.setdefault(field, index)
        if found.keys() >= _REQUIRED:
            return position, found
    return None


def _rows(sheet: Sheet, position: int, columns: Mapping[str, int]) -> Sequence[FilledRow]:
    rows = []
    for row in sheet.rows[position + 1 :]:
        values = dict.fromkeys(FORM_COLUMNS, "")
        for field, index in columns.items():
            values[field] = row.cells[index] if index < len(row.cells) else ""
        places = {
            field: sheet.span(row.number, columns.get(field, 0) + 1) for field in FORM_COLUMNS
        }
        rows.append(FilledRow(values, places))
    return rows
