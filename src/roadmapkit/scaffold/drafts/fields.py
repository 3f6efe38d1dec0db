"""What every value of a document is to a shift: a term, a day, a text, a reference or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from roadmapkit.source import NodePath

__all__ = ["Role", "leaves", "role_of"]


class Role(Enum):
    """Kinds of values."""

    NOTHING = "names, widths and switches: never looked at"
    HEAD = "title of the document"
    TEXT = "titles and results of the plan"
    NARRATIVE = "running text, where only «на 2024 год» is surely the plan's"
    TERM = "a deadline in words"
    DAY = "a day of the plan"
    PERIOD = "the period"
    REFERENCE = "id of a document, or of an activity of one"
    ACT = "date, number or id of another act"


_NAMES_AND_SWITCHES = """
    kind id form form_spacing state issuer letterhead place numbering verb references date_style
    mark_date_style number signatory compiler executor approval responsible party appoint assign
    to for control chair secretary present invited absent body meeting list_over roles field
    width align group orientation mark stamp person post phone unit developers executors
    participants passport who reporter revision activity column_numbers attached status
    decided_word file
"""
_RUNNING_TEXT = """
    preamble grounds intro closing heard chapters table matrix baseline values yearly_results
    reason evidence
"""
_NOTHING = frozenset(_NAMES_AND_SWITCHES.split())
_NARRATIVE = frozenset(_RUNNING_TEXT.split())
_DAYS = frozenset({"on", "by", "start", "end", "expected_date", "as_of"})
_DAYS_OF_REPORTS = frozenset({"from", "to", "compare_with"})
_TERMS = frozenset({"due", "when", "phrase", "means", "in_force", "term"})
_REFERENCES = frozenset({"approve", "document", "plan", "program", "report", "roadmap", "after"})


def leaves(value: Any, path: NodePath = ()) -> Iterator[tuple[NodePath, Any]]:
    """Yield every scalar of a document with its path, in the order of the file."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    elif value is not None and not isinstance(value, bool):
        yield path, value


def role_of(kind: str, path: NodePath) -> Role:
    """Return what the value at *path* of a document of some kind is to a shift."""
    keys = [part for part in path if isinstance(part, str)]
    last, above = keys[-1], set(keys)
    narrative = (last == "text" and "parts" in above) or (kind == "progress" and last == "text")
    rules = (
        (keys[0] == "period", Role.PERIOD),
        (path == ("title",), Role.HEAD),
        ("repeal" in above, Role.ACT),
        (last == "activity" and not above.isdisjoint({"change", "status"}), Role.REFERENCE),
        (last in _REFERENCES, Role.REFERENCE),
        (last in _DAYS and "fields" not in above, Role.DAY),
        (last in _DAYS_OF_REPORTS and keys[0] == "reports", Role.DAY),
        (last in _TERMS, Role.TERM),
        (last in _NOTHING, Role.NOTHING),
        (narrative or not above.isdisjoint(_NARRATIVE), Role.NARRATIVE),
    )
    return next((role for fits, role in rules if fits), Role.TEXT)
