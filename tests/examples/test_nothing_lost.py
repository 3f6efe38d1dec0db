"""No silent loss: what the sources say is printed, and what is printed comes from the sources.

Long because every kind of document is held against its sources in both directions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from example_files import (
    CHECKOUT,
    IDS,
    PAPERS,
    files,
    opened_file,
    prepared,
    printed,
    sheets,
    tables,
    workspace,
)
from printed_keys import NOT_PRINTED, PEOPLE, PRINTED_AFTER_ALL

from roadmapkit.building.targets import report_name
from roadmapkit.deadlines import format_date
from roadmapkit.language import parse_person_name, plain
from roadmapkit.model.column import Column
from roadmapkit.model.directory import Person, Post
from roadmapkit.resolve import (
    DirectoryIndex,
    ResolvedDocument,
    ResolvedLetter,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedProgress,
    ResolvedReport,
    ResolvedRoadmap,
)
from roadmapkit.source import SourceDocument

Path = tuple[str | int, ...]


def leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, str | int | bool]]:
    """Yield every scalar that is there, with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from leaves(value, (*path, index))
    elif data is not None:
        yield path, data


def key_of(path: Path) -> str:
    """Return the last key of a path, past the indexes of lists."""
    return next(part for part in reversed(path) if isinstance(part, str))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs and items of a text as the author divided them."""
    pieces = re.split(r"\n\s*\n|\n(?=\s*- )", text)
    return [" ".join(piece.split()).removeprefix("- ") for piece in pieces]  # Word marks items


def intro_lines(text: str) -> list[str]:
    """Return the paragraphs and list items of a text in Markdown."""
    pieces = re.split(r"\n\s*\n|\n(?=\s*(?:- |\d+\. ))", text)
    return [" ".join(one.split()).removeprefix("- ") for one in pieces]


def declined(name: str, text: str) -> bool:
    """Tell whether every word of *name* occurs in *text*, whatever its ending."""
    words = re.findall(r"[\w-]+", plain(name).casefold())
    found = set(re.findall(r"[\w-]+", plain(text).casefold()))
    stems = [word[: max(min(len(word), 3), len(word) - 3)] for word in words]
    return all(any(word.startswith(stem) for word in found) for stem in stems)


@cache
def where_printed(id_: str) -> tuple[str, ...]:
    """Return the files that print a document: its own, and those that contain it."""
    own = [item.target.path for item in prepared().composed if item.target.document == id_]
    owners = [
        key
        for key, document in prepared().workspace.documents.items()
        if any(plan.model.id == id_ for plan in plans_in(document) if key != id_)
    ]
    others = [item.target.path for item in prepared().composed if item.target.document in owners]
    whole = [name for name in (*own, *others) if "приложение-2" not in name]
    kept = (name for name in whole if not ("приложение" in name and name in own))
    return tuple(name for name in kept if name not in PAPERS)


def plans_in(document: ResolvedDocument) -> list[ResolvedRoadmap]:
    own = [document.roadmap] if isinstance(document, ResolvedProgress) else []
    report = document.reports[0] if isinstance(document, ResolvedProgress) else document
    return own + [part.roadmap for item in report.appendices for part in item.parts if part.roadmap]


def source_of(id_: str) -> SourceDocument:
    return prepared().workspace.documents[id_].origin.document


def report_in(document: ResolvedProgress, name: str) -> ResolvedReport:
    """Return the report that a file holds; the first where no file is named."""
    stem = name.rpartition("/")[2].removesuffix(".docx")
    own = (one for one in document.reports if report_name(document.model.id, one.request) == stem)
    return next(own, document.reports[0])


class Expected:
    """What the leaves of one document print."""

    def __init__(self, document: ResolvedDocument, name: str = "") -> None:
        self.document = document
        if isinstance(document, ResolvedProgress):
            self.report = report_in(document, name)
        self.kind = document.model.kind
        self.directory: DirectoryIndex = document.directory

    def otherwise(self, path: Path, key: str, text: str) -> list[str]:
        """Return what is printed of a scalar that has no rule of its own."""
        if self.kind == "program" and not {"field", "value"} & set(path):
            return self.of_program(path, key, text)
        return [] if self.is_named(path, text) else paragraphs(text)

    def of_program(self, path: Path, key: str, text: str) -> list[str]:
        """Return what a programme prints of a scalar: of Markdown the words without its marks."""
        if key in ("developers", "executors", "participants", "control", "responsible"):
            return [self.directory.printed_name(text)]
        if path[0] == "passport" or (
            key in ("compiler", *NOT_PRINTED) and "indicators" not in path
        ):
            return []
        if "table" in path and (
            key in ("key", "csv_column", "compute")
            or ({"compute", "totals"} & set(path) and key != "label")
        ):
            return []  # names that a table is computed by
        if key == "csv":
            rows = (
                (CHECKOUT / "roadmaps" / "lazurny" / text).read_text(encoding="utf-8").split("\n")
            )
            return [cell for row in rows[1:] for cell in row.split(";") if cell]
        if path[0] != "chapters" or key not in ("text", "file"):
            return [] if key in ("id", "indicators", "yearly_results") else paragraphs(text)
        if key == "file":
            text = (CHECKOUT / "roadmaps" / "lazurny" / text).read_text(encoding="utf-8")
        body = re.sub(r"(?m)^\[\^.*$", "", text)  # footnotes stand in a part of their own
        return re.findall(r"[^\W\d_]{4,}", body)

    def texts(self, path: Path, value: str | int | bool) -> list[str]:
        """Return texts to look for as they are; none for what is printed otherwise or not."""
        if isinstance(value, bool) or self.is_superseded(path) or path[0] == "papers":
            return []
        of_request = self.kind == "progress" and path[0] == "reports"
        return self.of_request(path, str(value)) if of_request else self.of_document(path, value)

    def of_document(self, path: Path, value: str | int) -> list[str]:
        key, text = key_of(path), str(value)
        match key:
            case "form":
                found = [text.upper()]
            case "date" | "as_of":
                found = self.day(path, text)
            case "number" if self.kind in ("order", "minutes") and len(path) == 1:
                found = [f"№ {text}"]
            case "party":
                found = self.party(path, text)
            case "status" | "title" if self.kind == "minutes":
                # A state is declined: «считать … выполненным».
                found = [text.removeprefix("Протокол ")] if key == "title" else []
            case "status":
                # That of a party is counted; the names of the others stand beside the number.
                unsaid = {"text", "party"} & self.entry(path).keys()
                found = [] if unsaid else [text.capitalize()]
            case "for" | "responsible" if key == "for" or self.kind in ("roadmap", "minutes"):
                found = [self.directory.printed_name(text)]
            case "title" if self.kind == "progress" and path == ("title",):
                found = []  # The report in the example has a title of its own.
            case _:
                found = self.otherwise(path, key, text)
        return found

    def of_request(self, path: Path, text: str) -> list[str]:
        """Return what a report prints of its request; nothing of those of other reports."""
        if path[1] != self.report.origin.path[1]:
            return []
        match key_of(path):
            case "as_of" | "to":
                return [format_date(date.fromisoformat(text), style="words")]
            case "from" | "compare_with" | "parts":
                return []  # Days in words of their own; parts are headings.
            case "intro":
                return [re.sub(r"^\d+\. |\*\*|;$", "", one) for one in intro_lines(text)]
            case _:
                return paragraphs(text)

    def is_named(self, path: Path, text: str) -> bool:
        """Tell whether a scalar is a reference, a declined phrase, or not printed at all."""
        key = key_of(path)
        if path[0] == "events":
            return True  # terms are dated by them
        if key in ("document", "approve", "as") or (key in PEOPLE and self.directory.get(text)):
            return True
        return key in NOT_PRINTED and not self.means_text(path)

    def means_text(self, path: Path) -> bool:
        key = key_of(path)
        if (self.kind, key) not in PRINTED_AFTER_ALL:
            return False
        return len(path) == 1 or key == "name"

    def entry(self, path: Path) -> dict[str, Any]:
        data = source_of(self.document.model.id).data
        entry = data["entries"][path[1]]
        assert isinstance(entry, dict)
        return entry

    def party(self, path: Path, text: str) -> list[str]:
        """Return the name of a party that has more to say than that all is done."""
        entry = self.entry(path)
        told = {"text", "reason", "evidence"} & entry.keys()
        return [self.directory.printed_name(text)] if told or entry["status"] != "выполнено" else []

    def is_superseded(self, path: Path) -> bool:
        """Tell whether a mark is an earlier one of its activity, or of a later day."""
        if self.kind != "progress" or path[0] != "entries":
            return False
        assert isinstance(self.document, ResolvedProgress)
        states = [s for _, section in self.report.sections for s in section]
        held = {state.entry_origin.path[1] for state in states if state.entry_origin}
        if self.entry(path).get("party"):
            held = {
                party.mark.index
                for state in states
                for term in state.terms
                for party in term.parties
                if party.mark is not None
            }
        return path[1] not in held

    def day(self, path: Path, text: str) -> list[str]:
        if path[0] == "entries":
            return []  # It decides which mark holds on the day of the report.
        if key_of(path) == "as_of":
            return [format_date(date.fromisoformat(text), style="words")]
        style = getattr(self.document.model, "date_style", "цифрами")
        numbers = text.split("-") if "-" in text else reversed(text.split("."))
        day = date(*(int(part) for part in numbers))
        return [format_date(day, style="words" if style == "словами" else "digits")]

    def reference(self, path: Path, value: str | int | bool) -> str | None:
        """Return the words that a leaf prints in some case, None for other leaves."""
        key = key_of(path)
        if not isinstance(value, str) or self.is_superseded(path) or path[0] == "papers":
            return None
        if key == "as":
            return value
        if key in ("document", "approve"):
            return self.approved(path, value)
        entry = self.directory.get(value)
        if key not in PEOPLE or entry is None or (self.kind == "roadmap" and key == "responsible"):
            return None
        model = entry.model
        if isinstance(model, Person):
            name = parse_person_name(model.name)
            assert name is not None
            return name.surname
        return model.title if isinstance(model, Post) else model.name

    def approved(self, path: Path, value: str) -> str | None:
        if isinstance(self.document, ResolvedMinutes):
            return self.document.effects[path[:-1]].title
        if isinstance(self.document, ResolvedLetter):
            return self.document.attached[value].model.title
        assert isinstance(self.document, ResolvedOrder)
        item: Any = source_of(self.document.model.id).data
        for part in path[:-1]:
            item = item[part]
        if isinstance(item, dict) and "wording" in item:
            return None
        return self.document.plans[value].model.title if value in self.document.plans else value


def test_lists_of_keys_are_in_use() -> None:
    keys = {key_of(path) for id_ in IDS for path, _ in leaves(source_of(id_).data)}
    assert sorted(set(NOT_PRINTED) - keys) == []
    assert sorted(set(PEOPLE) - keys) == []


def test_every_document_is_printed_somewhere() -> None:
    assert all(where_printed(id_) for id_ in IDS)
    assert len(where_printed("polyarny-roadmap-2020")) == 3
    assert len(where_printed("berezovorechye-roadmap-2021")) == 2
    assert {name for id_ in IDS for name in where_printed(id_)} <= set(files())


@pytest.mark.parametrize(
    ("id_", "name"), [(id_, name) for id_ in IDS for name in where_printed(id_)]
)
def test_every_fact_of_the_source_is_printed(id_: str, name: str) -> None:
    expected = Expected(prepared().workspace.documents[id_], name)
    own = {"heading", "title", "compiler", "post"} if id_ not in name else set()
    lost, seen = [], 0
    for path, value in leaves(source_of(id_).data):
        if own and path[0] != "sections" and key_of(path) in own:
            continue  # A plan inside another document may have other headings there.
        if own and "columns" in path:
            continue
        for text in expected.texts(path, value):
            seen += 1
            if plain(text).strip() not in printed(name):
                lost.append((path, text))
    assert lost == []
    assert seen > 5


def test_every_fact_of_papers_is_printed_in_one_of_them() -> None:
    expected = Expected(prepared().workspace.documents["verkhnelessk-order-27"])
    text = " ".join(printed(name) for name in PAPERS)
    facts = [
        leaf
        for leaf in leaves(source_of("verkhnelessk-order-27").data)
        if (
            leaf[0][0] == "papers" and not isinstance(leaf[1], bool) and leaf[0][1] != "publication"
        )
    ]
    for path, value in facts:
        written = str(value)
        if key_of(path) == "date":
            (written,) = expected.day(path, written)
        entry = expected.directory.get(written)
        if entry is None:
            assert plain(written) in text
        else:
            assert isinstance(entry.model, Post)
            assert declined(entry.model.title, text)
    assert len(facts) > 10


@pytest.mark.parametrize("id_", IDS)
def test_every_reference_is_printed_by_name(id_: str) -> None:
    document = prepared().workspace.documents[id_]
    expected = Expected(document)
    text = printed(where_printed(id_)[0])
    names = [expected.reference(path, value) for path, value in leaves(source_of(id_).data)]
    assert [name for name in names if name is not None and not declined(name, text)] == []


def test_references_of_orders_are_printed_in_the_act_itself() -> None:
    for id_ in IDS:
        document = prepared().workspace.documents[id_]
        if not isinstance(document, ResolvedOrder):
            continue
        act = sheets(where_printed(id_)[0])[0].replace("␣", " ")
        data = {"clauses": source_of(id_).data["clauses"]}
        names = [Expected(document).reference(path, value) for path, value in leaves(data)]
        assert [name for name in names if name is not None and not declined(name, act)] == []
        assert any(names)


@pytest.mark.parametrize(
    "id_", [id_ for id_ in IDS if isinstance(prepared().workspace.documents[id_], ResolvedRoadmap)]
)
def test_every_activity_is_a_row_that_has_all_its_facts(id_: str) -> None:
    plan = prepared().workspace.documents[id_]
    assert isinstance(plan, ResolvedRoadmap)
    (table,) = tables(where_printed(id_)[0])
    heading = 2 if plan.model.column_numbers else 1
    rows = [row for row in table.rows[heading:] if len(row._tr.tc_lst) > 1]
    activities = [item for section in plan.sections for item in section.activities]
    columns = [c.field if isinstance(c, Column) else c for c in plan.model.columns] or [
        "number",
        "activity",
        "due",
        "responsible",
    ]
    assert len(rows) == len(activities)
    for row, item in zip(rows, activities, strict=True):
        cells = {
            field: plain(" ".join(cell.text.split()))
            for field, cell in zip(columns, row.cells, strict=True)
        }
        assert cells["number"] == plain(item.number)
        for text in (item.activity.title, *item.activity.items):
            assert plain(" ".join(text.split())) in cells["activity"]
        for field in ("result", "indicator", "note"):
            for text in getattr(item.activity, field):
                assert plain(" ".join(text.split())) in cells[field]
        for field, lines in (
            ("due", item.due.lines if item.due else ()),
            ("responsible", item.responsible.lines if item.responsible else ()),
        ):
            assert cells[field] == plain(" ".join(" ".join(lines).split()))


def test_every_member_of_a_listed_group_is_printed() -> None:
    order = prepared().workspace.documents["verkhnelessk-order-27"]
    assert isinstance(order, ResolvedOrder)
    group = order.appendices[1].parts[0].group
    assert group is not None
    (table,) = tables("roadmaps/verkhnelessk/verkhnelessk-order-27.приложение-2.docx")
    cells = [[plain(cell.text) for cell in row.cells] for row in table.rows[1:]]
    model = order.directory.group(group.id)
    assert model is not None
    assert len(cells) == len(group.rows) == len(model.members) > 5
    for (number, name, post), member in zip(cells, group.rows, strict=True):
        assert number
        assert name == plain(member.initials)
        assert post.casefold() == plain(member.post).casefold()


def test_every_abbreviation_that_occurs_is_explained() -> None:
    name = "roadmaps/polyarny/polyarny-order-318.docx"
    order = prepared().workspace.documents["polyarny-order-318"]
    plan, _, listed = printed(name).partition("Список сокращений:")
    _, _, plan = plan.partition("к распоряжению")
    entries = [
        entry
        for short in order.directory.abbreviation_shorts()
        if (entry := order.directory.abbreviation(short)) is not None
    ]
    used = [
        (short, full)
        for short, full, _ in entries
        if re.search(rf"(?<!\w){re.escape(plain(short))}(?!\w)", plan)
    ]
    assert len(used) > 2
    assert [short for short, full in used if f"{plain(short)} - {plain(full)}" not in listed] == []


def test_title_of_a_file_is_that_of_its_document() -> None:
    for id_ in IDS:
        title = opened_file(where_printed(id_)[0]).core_properties.title
        model = prepared().workspace.documents[id_].model
        request = model.reports[0].title if model.kind == "progress" else None
        assert plain(title) == plain(" ".join((request or model.title).split()))


def test_workspace_has_no_document_beside_these() -> None:
    printed_ids = {
        item.model.id
        for item in workspace().loaded.documents
        if item.model.kind not in ("directory", "settings")
    }
    assert printed_ids == set(IDS)
