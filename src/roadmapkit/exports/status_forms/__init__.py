"""Status forms: a table for each party to fill in, and the way of the answers into the progress.

``rows`` tells what is asked of whom, ``workbook`` makes the table of it, ``answers`` reads
a filled row against the plan, ``merging`` sets the answers against the marks that are held.
"""

from __future__ import annotations

from roadmapkit.exports.status_forms.codes import CODES
from roadmapkit.exports.status_forms.merging import (
    MarkConflict,
    MergedMark,
    MergeResult,
    merge_forms,
)
from roadmapkit.exports.status_forms.rows import FormRow, asked_rows, chosen_parties
from roadmapkit.exports.status_forms.workbook import form_files

__all__ = [
    "CODES",
    "FormRow",
    "MarkConflict",
    "MergeResult",
    "MergedMark",
    "asked_rows",
    "chosen_parties",
    "form_files",
    "merge_forms",
]
