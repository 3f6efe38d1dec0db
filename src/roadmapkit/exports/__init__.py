"""What falls due, for other programs: records, a table for Excel, a calendar to subscribe to.

``status_forms`` are the tables in which parties report, and their way back. Each of the others
is a function of an agenda and of the reader's language, and of nothing else: equal agendas give
equal bytes.
"""

from __future__ import annotations

from roadmapkit.exports.calendar import DEFAULT_ALARMS, calendar_file
from roadmapkit.exports.records import agenda_record
from roadmapkit.exports.status_forms import (
    CODES,
    MarkConflict,
    MergedMark,
    MergeResult,
    asked_rows,
    chosen_parties,
    form_files,
    merge_forms,
)
from roadmapkit.exports.table import csv_file, table_file
from roadmapkit.exports.words import STATES

__all__ = [
    "CODES",
    "DEFAULT_ALARMS",
    "STATES",
    "MarkConflict",
    "MergeResult",
    "MergedMark",
    "agenda_record",
    "asked_rows",
    "calendar_file",
    "chosen_parties",
    "csv_file",
    "form_files",
    "merge_forms",
    "table_file",
]
