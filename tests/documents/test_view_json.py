"""The JSON of view models, held against that of the standard library."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from roadmapkit import open_workspace, views
from roadmapkit.documents.view import (
    Cell,
    Line,
    ListMark,
    PartView,
    Row,
    Run,
    SheetView,
    SignatureView,
    TableColumn,
    TableView,
    plain,
)
from roadmapkit.documents.view_json import fields_json, view_json
from roadmapkit.source import Origin, SourceText, parse_source

TEXT = st.text(st.sampled_from('аБ «»"\\%s\n\u00a0\u2028\x1f😀'), max_size=6)
LINES = st.lists(TEXT, max_size=3).map(tuple)
RUNS = st.lists(st.builds(Run, TEXT, st.sampled_from(["", "bold"]), TEXT), max_size=2).map(tuple)
MARKS = st.none() | st.builds(ListMark, st.integers(0, 2), ordered=st.booleans())
PARAGRAPHS = st.lists(st.builds(Line, TEXT, runs=RUNS, mark=MARKS), max_size=2).map(tuple)
WIDTHS = st.sampled_from([0, 0.0, 1, 1.0, 12.5, 1e22])
CELLS = st.builds(
    Cell,
    lines=LINES,
    colspan=st.sampled_from([1, 2]),
    align=st.sampled_from(["left", "center"]),
    width_mm=WIDTHS,
    bold=st.booleans(),
    blocks=PARAGRAPHS,
    shade=TEXT,
)
ROWS = st.lists(st.builds(Row, st.lists(CELLS, max_size=4).map(tuple)), max_size=4).map(tuple)
TABLES = st.builds(
    TableView, st.lists(st.builds(TableColumn, WIDTHS), max_size=2).map(tuple), ROWS, ROWS
)
PARTS = st.lists(st.builds(PartView, TEXT, before=PARAGRAPHS, table=TABLES), max_size=2).map(tuple)
SHEETS = st.builds(
    SheetView,
    stamps=st.just(()),
    title=LINES,
    parts=PARTS,
    signature=st.none() | st.builds(SignatureView, LINES, TEXT),
    landscape=st.booleans(),
)


def _by_standard_library(value: object) -> str:
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@given(SHEETS)
def test_json_of_any_sheet_is_what_the_standard_library_writes(sheet: SheetView) -> None:
    assert view_json(sheet) == _by_standard_library(sheet)


def test_equal_numbers_of_other_types_in_one_table_stay_apart() -> None:
    cells = (Cell(width_mm=1), Cell(width_mm=1.0), Cell(colspan=True), Cell(bold=1))  # type: ignore[arg-type]  # what a slip in our code would give

    assert view_json(cells) == _by_standard_library(cells)


def test_the_place_of_a_text_is_no_part_of_its_json() -> None:
    source = SourceText.from_string("plan.yaml", "title: План\n")
    origin = Origin(parse_source(source).documents[0], ("title",))

    assert view_json(Cell(("План",), origin=origin)) == view_json(Cell(("План",)))


def test_fields_of_a_whole_document_come_sorted_and_complete(tmp_path: Path) -> None:
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "roadmaps" / "plan.yaml").write_text(
        "kind: roadmap\nid: plan\ntitle: План работы\nperiod: 2024\n"
        "activities:\n  - title: Собрать сведения\n    due: май 2024 г.\n",
        encoding="utf-8",
    )
    (view,) = views(open_workspace(tmp_path), "plan").values()

    found = fields_json(view)

    assert list(found) == sorted(found)
    assert found == {name: _by_standard_library(getattr(view, name)) for name in plain(view)}
