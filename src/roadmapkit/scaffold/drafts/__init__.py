"""Next year's drafts of documents, and documents to begin with."""

from roadmapkit.scaffold.drafts.codes import CODES
from roadmapkit.scaffold.drafts.making import shift_document
from roadmapkit.scaffold.drafts.result import Draft, ShiftedValue
from roadmapkit.scaffold.drafts.shift import YearShift, parse_shift
from roadmapkit.scaffold.drafts.starters import STARTERS, starter

__all__ = [
    "CODES",
    "STARTERS",
    "Draft",
    "ShiftedValue",
    "YearShift",
    "parse_shift",
    "shift_document",
    "starter",
]
