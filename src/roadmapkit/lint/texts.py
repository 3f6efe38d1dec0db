"""Every text that documents print, as it was written, with its place and its role."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass, regex
from roadmapkit.load import LoadedDocument
from roadmapkit.source import Origin
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

    @property
    def home(self) -> str:
        """What is told once for: the id of its document, the file of one that has none."""
        return self.document or self.origin.document.source.path

    def span(self, start: int, end: int) -> Span:
        """Return the place of a part of the text, in characters of it."""
        return span_within(self.origin, start, end)


def printed_texts(document: LoadedDocument) -> list[PrintedText]:
    """Return the texts of a document in the order of its file; no ids, days and fixed words."""
    origin = document.origin
    data = origin.document.data
    of_document = str(data.get("id", "")), str(data.get("kind", ""))
    found: list[PrintedText] = []
    _collect(found, data, origin, "", of_document)
    return found


def _collect(
    found: list[PrintedText], value: Any, origin: Origin, role: str, of_document: tuple[str, str]
) -> None:
    """Add the texts inside a value, which stands at an origin under a key."""
    document, path = origin.document, origin.path
    steps: Iterable[tuple[Any, Any]]
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    else:
        return
    keyed = isinstance(value, dict)
    for step, inner in steps:
        if keyed and step in _NO_PROSE and not isinstance(inner, dict):
            continue
        own = str(step) if keyed else role
        if not isinstance(inner, str):
            _collect(found, inner, Origin(document, (*path, step)), own, of_document)
        elif _is_prose(inner):
            found.append(PrintedText(inner, own, Origin(document, (*path, step)), *of_document))


def _is_prose(text: str) -> bool:
    """Tell whether a text has Russian letters and is no id: one small word with a hyphen."""
    if "-" in text and " " not in text and text.islower():
        return False
    return "А" <= text[:1] <= "я" or _WRITTEN.search(text) is not None
