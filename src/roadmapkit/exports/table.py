"""An agenda as a CSV file that Excel opens with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from roadmapkit.diagnostics import Message
from roadmapkit.exports.words import STATES, Translate, concerned, full_title, mark_text
from roadmapkit.resolve.agenda import Agenda, DueItem

__all__ = ["csv_file", "table_file"]

_HEADINGS = (
    Message("Due"),
    Message("From"),
    Message("Number"),
    Message("Activity"),
    Message("Deadline as printed"),
    Message("For"),
    Message("Responsible"),
    Message("Result"),
    Message("State"),
    Message("Days late"),
    Message("Mark"),
    Message("Section"),
    Message("Document"),
    Message("Title of the document"),
    Message("UID"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_file(agenda: Agenda, translate: Translate = str) -> bytes:
    """Return an agenda as CSV, what has no date at its end.

    Dates are ISO dates, which every Excel takes for dates.

    Args:
        agenda: What falls due.
        translate: Turns headings and states into the reader's language.
    """
    items = (*agenda.items, *agenda.undated)
    return csv_file(map(translate, _HEADINGS), (_cells(item, translate) for item in items))


def csv_file(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as CSV.

    It is UTF-8 with a byte order mark and has semicolons between the cells: so a Russian
    Excel opens it in columns and in Russian letters. A cell that Excel would take for a
    formula has an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(map(_safe, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cells(item: DueItem, translate: Translate) -> Iterator[str]:
    start = item.occurrence.start if item.occurrence else None
    yield item.shown.isoformat() if item.shown else ""
    yield start.isoformat() if start else ""
    yield item.number
    yield full_title(item)
    yield item.phrase
    yield "; ".join(concerned(item))
    yield "; ".join(line.rstrip(" ;,") for line in item.responsible)
    yield "; ".join(item.result)
    yield translate(STATES[item.state])
    yield "" if item.late_by is None else str(item.late_by)
    yield mark_text(item)
    yield item.section
    yield item.document
    yield item.document_title
    yield item.uid


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
