"""The approval sheet (лист согласования): who approves a document, round by round.

Source:
    ГОСТ Р 7.0.97, requisites «Гриф согласования документа», «Виза».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.deadlines import format_date
from roadmapkit.documents.naming import subject_lines
from roadmapkit.documents.profile import page_view, text_width_mm
from roadmapkit.documents.tables import ColumnSpec, heading_rows, lay_out
from roadmapkit.documents.view import (
    Cell,
    DocumentView,
    PartView,
    Row,
    SheetView,
    TableColumn,
    TableView,
)
from roadmapkit.documents.wording import Wording
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import ApprovalLine, ResolvedDocument, ResolvedOrder

__all__ = ["compose_approval_sheet"]

_COLUMNS = (
    ColumnSpec("number", "№ п/п", weight=10, align="center"),
    ColumnSpec("official", "Должность, инициалы, фамилия", weight=55),
    ColumnSpec("caption", "Отметка", weight=31),
    ColumnSpec("date", "Дата", weight=25, align="center"),
    ColumnSpec("signature", "Подпись", weight=22),
    ColumnSpec("remark", "Замечания", weight=32),
)
_APPROVED = "Согласовано"
_REMARKED = "С замечаниями"


def compose_approval_sheet(
    subject: ResolvedDocument,
    act: ResolvedOrder | None,
    rounds: Sequence[Sequence[ApprovalLine]],
    settings: Settings,
    wording: Wording,
) -> DocumentView:
    """Return the sheet; who has not approved yet finds places for date and signature.

    Args:
        subject: What is approved.
        act: The act that approves it, where it is a plan or a programme.
        rounds: Who approves, round by round.
        settings: Layout.
        wording: Words of the document.
    """
    page = page_view(settings, long_storage=False)
    widths = lay_out(_COLUMNS, text_width_mm(page, landscape=False))
    first, *more = subject_lines(subject, act, "dative", wording)
    rows: list[Row] = []
    for number, lines in enumerate(rounds, start=1):
        if len(rounds) > 1:
            rows.append(_round_row(number, lines, widths))
        rows.extend(_rows(lines, widths, wording))
    table = TableView(columns=widths, heading=heading_rows(_COLUMNS, widths), rows=tuple(rows))
    sheet = SheetView(
        stamps=(),
        title=("ЛИСТ СОГЛАСОВАНИЯ", f"к {first}", *more),
        parts=(PartView(kind="approval", table=table),),
        origin=subject.origin.child("title"),
    )
    return DocumentView(
        kind="approval",
        id=subject.model.id,
        title=f"Лист согласования к {first}",
        page=page,
        act=None,
        sheets=(sheet,),
    )


def _round_row(number: int, lines: Sequence[ApprovalLine], widths: Sequence[TableColumn]) -> Row:
    cell = Cell(
        lines=(f"Круг согласования {number}",),
        colspan=len(widths),
        align="center",
        width_mm=round(sum(column.width_mm for column in widths), 2),
        bold=True,
        origin=lines[0].origin if lines else None,
    )
    return Row((cell,), kind="section")


def _rows(
    lines: Sequence[ApprovalLine], widths: Sequence[TableColumn], wording: Wording
) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        texts = (
            (f"{number}.",),
            _official(line, wording),
            (_caption(line, wording),),
            (format_date(line.date, style="digits") if line.date else "",),
            ("",),
            wording.lines(line.remark) if line.remark else ("",),
        )
        cells = (
            Cell(lines=shown, align=spec.align, width_mm=column.width_mm, origin=line.origin)
            for spec, column, shown in zip(_COLUMNS, widths, texts, strict=True)
        )
        yield Row(tuple(cells))


def _official(line: ApprovalLine, wording: Wording) -> tuple[str, ...]:
    """Return post and name; a blank line stands for a name to be filled in."""
    post = wording.text(" ".join(line.signatory.post_lines))
    return tuple(text for text in (post, wording.text(line.signatory.name)) if text) or ("",)


def _caption(line: ApprovalLine, wording: Wording) -> str:
    """Return the author's caption, or what date and remark say; blank while there is no date."""
    if line.caption:
        return wording.text(line.caption.rstrip(": "))
    if line.remark:
        return _REMARKED
    return _APPROVED if line.date else ""
