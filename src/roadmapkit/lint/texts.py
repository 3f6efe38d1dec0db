"""Every text that documents print, as it was written, with its place and its role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass, regex
from roadmapkit.load import LoadedDocument
from roadmapkit.source import NodePath, Origin
from roadmapkit.source.within import span_within

__all__ = ["LINES", "PrintedText", "printed_texts"]

_NO_PROSE = frozenset(
    {
        "kind",
        "id",
        "state",
        "form",
        "period",
        "date",
        "expected_date",
        "as_of",
        "plan",
        "roadmap",
        "program",
        "progress",
        "report",
        "group",
        "activity",
        "approve",
        "repeal",
        "supersedes",
        "file",
        "csv",
        "field",
        "columns",
        "numbering",
        "width",
        "align",
        "phone",
        "email",
        "revision",
        "roles",
        "gender",
        "forms",
        "members",
        "occurrence",
        "status",
        "vote",
    }
)
"""Keys whose values are ids, days, words of a fixed list or no sentence."""

LINES = frozenset({"letterhead"})
"""Keys whose values are lines of one text, each of which may break off anywhere."""

_WRITTEN = regex("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text as its author wrote it.

    Attributes:
        text: The text.
        role: The key that it stands under: ``title``, ``result``, ``due``, …
        origin: Where it stands.
        document: Id of its document.
        kind: Kind of its document: ``roadmap``, ``order``, ``directory``, …
    """

    text: str
    role: str
    origin: Origin
    document: str
    kind: str

    def span(self, start: int, end: int) -> Span:
        """Return the place of a part of the text, in characters of it."""
        return span_within(self.origin, start, end)


def printed_texts(document: LoadedDocument) -> Iterator[PrintedText]:
    """Yield the texts of a document in the order of its file; no ids, days and fixed words."""
    data = document.origin.document.data
    id_, kind = str(data.get("id", "")), str(data.get("kind", ""))
    found: list[tuple[NodePath, str, str]] = []
    _collect(data, document.origin.path, "", found)
    source = document.origin.document
    for path, role, text in found:
        yield PrintedText(text, role, Origin(source, path), id_, kind)


def _collect(value: Any, path: NodePath, role: str, found: list[tuple[NodePath, str, str]]) -> None:
    """Add the texts in a value with their places and roles."""
    if isinstance(value, str):
        if _WRITTEN.search(value) and not _is_one_id(value):
            found.append((path, role, value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NO_PROSE or isinstance(inner, dict):
                _collect(inner, (*path, key), str(key), found)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _collect(inner, (*path, index), role, found)


def _is_one_id(text: str) -> bool:
    """Tell whether a text has the form of an id: one word of small letters with a hyphen."""
    return text.islower() and "-" in text and " " not in text
