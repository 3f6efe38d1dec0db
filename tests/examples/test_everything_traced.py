"""Every text of a produced file leads back to a place of the YAML that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest
from example_files import CHECKOUT, COMPOSED, FILES, prepared, workspace

from roadmapkit.building.composing import Composed
from roadmapkit.documents.plan import USUAL_COLUMNS
from roadmapkit.documents.view import ActView, PartView, Row, SheetView, SignatureView
from roadmapkit.language import plain
from roadmapkit.source import Origin

TRACED = tuple(name for name in FILES if name not in COMPOSED)
"""Files most of whose text is written as it stands."""

GENERATED_CLAUSES = ("approve", "appoint", "assign", "in_force", "publish", "repeal", "control")
"""Clauses whose words are composed; the texts inside them are looked for all the same."""

GENERATED_PARTS = (
    *("summary", "late", "details", "passport", "indicators", "matrix"),
    *("sections", "executors", "chart", "next", "comparison", "timeline"),
)
"""Parts that are counted or gathered from several places, not written as they stand."""

NUMBER = re.compile(r"(?:\d+\.)+|\d+\.?|\d+\)")
"""Computed numbers of sections, activities, members, columns."""

GENERATED_LINES = ("Список сокращений",)
"""Headings that stand where the author gave none."""

COUNTED = re.compile(r"Выполнено \d+ из \d+(?:; |$)")
"""Marks of parties are counted."""

PUT_BEFORE = re.compile(r"^(?:Причина: |Запланировано на )")
"""Words that are put before what the author wrote."""

FORMULAS = ("состав", "исполняющий", "обязанности")
"""Words that are put before names of the directory."""


@dataclass(frozen=True)
class Printed:
    """A text with its origin; *role* says by which rule it is traced."""

    role: str
    text: str
    origin: Origin | None


def composed(name: str) -> Composed:
    return next(item for item in prepared().composed if item.target.path == name)


def texts_of(item: Composed) -> Iterator[Printed]:
    if item.view.act is not None:
        yield from act_texts(item.view.act)
    for sheet in item.view.sheets:
        yield from sheet_texts(sheet)


def act_texts(act: ActView) -> Iterator[Printed]:
    for text in (*act.letterhead, *act.title, act.place, act.preamble.rstrip(",:")):
        yield Printed("written", text, act.origin)
    for clause in act.clauses:
        origin = clause.origin
        assert origin is not None
        keys = data_at(origin)
        generated = isinstance(keys, dict) and any(key in keys for key in GENERATED_CLAUSES)
        inside = "approve" in origin.path
        yield Printed("composed" if generated or inside else "clause", clause.text, origin)
    signatures = [act.signature] if act.signature else []
    signatures += [person for group in act.approval for person in group.signatures]
    for signature in signatures:
        yield from signature_texts(signature)
    for group in act.approval:
        yield Printed("written", group.caption.rstrip(":"), act.origin)


def signature_texts(signature: SignatureView) -> Iterator[Printed]:
    yield from (Printed("directory", line, signature.origin) for line in signature.post_lines)
    yield Printed("person", signature.name, signature.origin)


def sheet_texts(sheet: SheetView) -> Iterator[Printed]:
    for line in sheet.title:
        role = "day" if line.startswith(("по состоянию на", "за период с")) else "title"
        yield Printed(role, line, sheet.origin)
    for stamp in sheet.stamps:
        yield from (Printed("composed", line, stamp.origin) for line in stamp.lines)
    for part in sheet.parts:
        if part.kind not in GENERATED_PARTS:
            yield from part_texts(part)
    if sheet.signature is not None:
        yield from signature_texts(sheet.signature)


def part_texts(part: PartView) -> Iterator[Printed]:
    lines = [line for line in (part.heading, *part.before, *part.after) if line is not None]
    for line in lines:
        role = "abbreviation" if line in part.after else "written"
        yield Printed("composed" if line.text in GENERATED_LINES else role, line.text, line.origin)
    if part.table is None:
        return
    if part.table.caption:
        column = part.table.heading[0].cells[0].origin
        assert column is not None
        yield Printed("written", part.table.caption, Origin(column.document))
    usual = {heading for heading, _, _ in USUAL_COLUMNS.values()}
    for row in part.table.heading:
        for cell in row.cells:
            text = " ".join(cell.lines)
            role = "usual heading" if cell.origin is None and text in usual else "written"
            if text:
                yield Printed("number" if NUMBER.fullmatch(text) else role, text, cell.origin)
    for row in part.table.rows:
        yield from row_texts(row, part.kind)


def row_texts(row: Row, kind: str) -> Iterator[Printed]:
    for index, cell in enumerate(row.cells):
        path = cell.origin.path if cell.origin else ()
        named = "due" in path or "responsible" in path
        for line in filter(None, cell.lines):
            if row.kind == "section":
                numbered, _, title = line.partition(" ")
                text = title if NUMBER.fullmatch(numbered) else line
                yield Printed("written", text, cell.origin)
            elif COUNTED.match(line) or row.kind == "total" or "compute" in path:
                yield Printed("composed", line, cell.origin)
            elif index == 0 and kind in ("plan", "group"):
                yield Printed("number", line, cell.origin)
            elif kind == "group":
                yield Printed("person" if index == 1 else "directory", line, cell.origin)
            else:
                yield Printed("names" if named else "written", line, cell.origin)


def data_at(origin: Origin) -> object:
    value: Any = origin.document.data
    for part in origin.path:
        value = value[part]
    return value


def words_at(origin: Origin) -> list[str]:
    """Return the words of a place of the source; its file and lines must exist."""
    span = origin.span
    assert (CHECKOUT / span.file).is_file()
    lines = workspace().source_lines(span.file)
    assert lines is not None
    if origin.path[-1:] == ("file",):  # the text itself stands in the file that is named
        file = (CHECKOUT / span.file).parent / str(data_at(origin))
        return words(file.read_text(encoding="utf-8"))
    assert 1 <= span.line <= span.end_line <= len(lines)
    taken = list(lines[span.line - 1 : span.end_line])
    taken[-1] = taken[-1][: span.end_column - 1]
    taken[0] = taken[0][span.column - 1 :]
    return words("\n".join(taken))


def words(text: str) -> list[str]:
    return re.findall(r"№|[\w%/]+", plain(text).casefold())


def stems(found: list[str]) -> set[str]:
    """Return words without their endings."""
    return {word[: max(min(len(word), 3), len(word) - 3)] for word in found}


@cache
def directory_stems(files: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of the words of the directories among *files*."""
    directories = [name for name in files if name.endswith("directory.yaml")]
    lines = [line for name in directories for line in workspace().source_lines(name) or ()]
    return frozenset(stems(words("\n".join(lines))))


def stands_in(needle: list[str], hay: list[str]) -> bool:
    """Tell whether words follow each other in *hay*."""
    return any(hay[at : at + len(needle)] == needle for at in range(len(hay)))


def follows_in(needle: list[str], hay: list[str]) -> bool:
    """Tell whether words occur in *hay* in their order, others between them."""
    rest = iter(hay)
    return all(word in rest for word in needle)


def is_traced(item: Printed, files: tuple[str, ...]) -> bool:
    """Tell whether the place that a text names says it, by the rule of its role.

    Titles, posts and names of parties may be inflected or come from the directory.
    """
    if item.role == "usual heading":
        return item.origin is None
    if item.origin is None:
        return item.role == "number" and NUMBER.fullmatch(item.text) is not None
    said, needle = words_at(item.origin), words(PUT_BEFORE.sub("", item.text))
    known = stems(said) | directory_stems(files)
    rules = {
        "number": NUMBER.fullmatch(item.text) is not None,
        "composed": True,
        "day": True,
        "written": stands_in(needle, said),
        "clause": follows_in(needle, said),
        "abbreviation": follows_in(needle, said),
        "person": stems(needle[-1:]) <= known or stems(needle[:1]) <= known,
    }
    inflected = stands_in(needle, said) or stems(needle) <= known | stems(list(FORMULAS))
    return rules.get(item.role, inflected)


@pytest.mark.parametrize("name", TRACED)
def test_text_stands_where_its_origin_says(name: str) -> None:
    item = composed(name)
    texts = list(texts_of(item))
    untraced = [text for text in texts if not is_traced(text, item.target.sources)]
    assert [(text.role, text.text, text.origin and text.origin.path) for text in untraced] == []
    assert sum(text.role in ("written", "clause") for text in texts) >= 3


@pytest.mark.parametrize("name", FILES)
def test_source_of_a_file_is_among_those_it_names(name: str) -> None:
    item = composed(name)
    places = {text.origin.document.source.path for text in texts_of(item) if text.origin}
    assert places <= set(item.target.sources)


def test_wrong_origin_would_be_noticed() -> None:
    item = composed("roadmaps/quick-start.docx")
    text = next(text for text in texts_of(item) if text.role == "written" and text.origin)
    assert is_traced(text, ())
    assert not is_traced(replace(text, text=f"{text.text} ещё"), ())
