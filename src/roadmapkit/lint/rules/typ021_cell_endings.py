"""The cells of a column begin and end alike.

A full stop behind some results and none behind others, or terms now with a capital and now
without, show several hands. Judged is each column of a plan by itself, by what most of its
cells do; cells with several sentences, items or a shortened last word are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.lint.written_lists import ending_of

__all__ = ["RULE"]

_CODE = Code(
    "TYP021", "uneven-column", Severity.INFO, "Cells of a column that begin or end differently"
)
_COLUMNS = frozenset({"title", "due", "result", "indicator"})
_FEWEST = 4
_SENTENCES = regex(r"[а-яё»)]{2}[.!?]\s+[«А-ЯЁ]")
_SIGNS = tuple(rf"{mark}\s+[«А-ЯЁ]" for mark in (r"\.", "!", r"\?"))
_MESSAGES = {
    "stop": Message(
        "Other cells of the column end without a full stop, this one with it: {near!r};"
        " in the document: {times}"
    ),
    "none": Message(
        "Other cells of the column end with a full stop, this one without: {near!r};"
        " in the document: {times}"
    ),
    "capital": Message(
        "Other cells of the column begin with a small letter, this one with a capital: {near!r};"
        " in the document: {times}"
    ),
    "small": Message(
        "Other cells of the column begin with a capital, this one with a small letter: {near!r};"
        " in the document: {times}"
    ),
}


def _check(subject: Subject) -> Iterator[Diagnostic]:
    columns: defaultdict[tuple[str, str], list[PrintedText]] = defaultdict(list)
    for text in subject.texts:
        if text.role in _COLUMNS and text.kind == "roadmap" and "activities" in text.origin.path:
            columns[text.document, text.role].append(text)
    parted = {text for text in subject.index.holding("\n") if "\n" in text.strip()}
    parted.update(text for text in subject.index.showing(_SIGNS) if _SENTENCES.search(text))
    hint = Message("Write all cells of a column in one way")
    for (_, role), cells in columns.items():
        whole = [cell for cell in cells if cell.text not in parted] if role != "due" else []
        for kind, places in (*_endings(whole), *_beginnings(cells)):
            yield told_once(_CODE, _MESSAGES[kind], places, hint)


def _endings(cells: list[PrintedText]) -> Iterator[tuple[str, list[Place]]]:
    pointed = [cell for cell in cells if cell.text.rstrip().endswith(".")]
    stop = [cell for cell in pointed if ending_of(cell.text) == "."]
    none = [cell for cell in cells if ending_of(cell.text) == ""] if stop else []
    for kind, rarer in _rarer(("stop", stop), ("none", none)):
        ends = [len(cell.text.rstrip()) for cell in rarer]
        yield kind, [Place(cell, end - 1, end) for cell, end in zip(rarer, ends, strict=True)]


def _beginnings(cells: list[PrintedText]) -> Iterator[tuple[str, list[Place]]]:
    # The second and further paragraphs of a cell go on what the first begins.
    first = [cell for cell in cells if cell.origin.path[-1] in (0, cell.role)]
    small = [cell for cell in first if cell.text[:1].islower()]
    capital = [cell for cell in first if cell.text[:1].isupper()] if small else []
    for kind, rarer in _rarer(("capital", capital), ("small", small)):
        yield kind, [Place(cell, 0, 1) for cell in rarer]


def _rarer(
    one: tuple[str, list[PrintedText]], other: tuple[str, list[PrintedText]]
) -> Iterator[tuple[str, list[PrintedText]]]:
    if one[1] and other[1] and len(one[1]) + len(other[1]) >= _FEWEST:
        yield min(one, other, key=lambda kind: len(kind[1]))


RULE = Rule(_CODE, "text", _check)
