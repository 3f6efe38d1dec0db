"""Every text that documents print, as it was written, with its place and its role."""

from __future__ import annotations

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

_WRITTEN = regex("[А-Яа-яЁё]")


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


def printed_texts(document: LoadedDocument) -> list[PrintedText]:
    """Return the texts of a document in the order of its file; no ids, days and fixed words."""
    origin = document.origin
    data = origin.document.data
    id_, kind = str(data.get("id", "")), str(data.get("kind", ""))
    source = origin.document
    found: list[PrintedText] = []

    def collect(value: Any, path: NodePath, role: str) -> None:
        if isinstance(value, str):
            if _is_prose(value):
                found.append(PrintedText(value, role, Origin(source, path), id_, kind))
        elif isinstance(value, dict):
            for key, inner in value.items():
                if key not in _NO_PROSE or isinstance(inner, dict):
                    collect(inner, (*path, key), str(key))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                collect(inner, (*path, index), role)

    collect(data, origin.path, "")
    return found


def _is_prose(text: str) -> bool:
    """Tell whether a text has Russian letters and is no id: one small word with a hyphen."""
    if "-" in text and " " not in text and text.islower():
        return False
    return "А" <= text[:1] <= "я" or _WRITTEN.search(text) is not None
