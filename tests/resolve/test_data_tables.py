"""Tables of data: numbers as people write them, computed columns, totals, CSV files."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit import check, open_workspace
from roadmapkit.building import prepare
from roadmapkit.documents.numbers import number_text
from roadmapkit.documents.view import TableView
from roadmapkit.resolve.data_tables import NumberLook
from roadmapkit.resolve.data_tables.numbers import read_number
from roadmapkit.source import SourceText, parse_csv

HEAD = "kind: program\nid: programma\ntitle: Программа\nchapters:\n  - title: Данные\n    table:\n"


def written(folder: Path, table: str, **files: bytes) -> Path:
    """Write a programme with one table and the files beside it."""
    (folder / "roadmaps").mkdir(exist_ok=True)
    body = "".join(f"      {line}\n" for line in table.strip("\n").split("\n"))
    (folder / "roadmaps" / "programma.yaml").write_text(HEAD + body, encoding="utf-8")
    for name, data in files.items():
        (folder / "roadmaps" / f"{name}.csv").write_bytes(data)
    return folder


def table_of(folder: Path) -> TableView:
    """Return the only table of data of the workspace."""
    prepared = prepare(open_workspace(folder).loaded)
    [item] = prepared.composed
    [table] = [
        part.table
        for sheet in item.view.sheets
        for part in sheet.parts
        if part.table is not None and part.kind == "table"
    ]
    return table


def cells(table: TableView) -> list[list[str]]:
    return [["\n".join(cell.lines) for cell in row.cells] for row in table.rows]


SCORES = """
csv: scores.csv
columns:
  - heading: № п/п
    compute: number
  - Предмет
  - key: before
    csv_column: 2020
    heading: "2020"
    group: Район
  - key: after
    csv_column: 2021
    heading: "2021"
    group: Район
  - heading: Динамика
    compute:
      difference: after
      minus: before
totals:
  - label: В среднем
    average: [before, after]
"""


def test_a_csv_table_gets_numbers_of_rows_differences_with_signs_and_a_mean(tmp_path: Path) -> None:
    data = "Предмет;2020;2021\nФизика;53,9;55.8\nХимия;62;61,5\nИстория;58,0;58\n"
    table = table_of(written(tmp_path, SCORES, scores=data.encode()))
    assert cells(table) == [
        ["1.", "Физика", "53,9", "55.8", "+1,9"],
        ["2.", "Химия", "62", "61,5", "−0,5"],
        ["3.", "История", "58,0", "58", "0,0"],
        ["В среднем", "58,0", "58,4", "+0,5"],
    ]
    assert [row.kind for row in table.rows] == ["data", "data", "data", "total"]
    assert [cell.colspan for cell in table.rows[-1].cells] == [2, 1, 1, 1]
    assert [cell.colspan for cell in table.heading[0].cells] == [1, 1, 2, 1]


def test_every_cell_of_a_csv_table_knows_its_line_in_the_file(tmp_path: Path) -> None:
    data = 'Предмет;2020;2021\r\n"Физика; ""профиль""";53,9;55.8\r\nХимия;62;61,5\r\n'
    table = table_of(written(tmp_path, SCORES, scores=b"\xef\xbb\xbf" + data.encode()))
    name, score = table.rows[0].cells[1], table.rows[1].cells[3]
    assert name.lines == ("Физика; «профиль»",)
    assert name.origin is not None
    assert score.origin is not None
    places = [
        (one.span.file, one.span.line, one.span.column) for one in (name.origin, score.origin)
    ]
    assert places == [("roadmaps/scores.csv", 2, 1), ("roadmaps/scores.csv", 3, 10)]


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_the_separator_of_a_csv_file_is_found(separator: str) -> None:
    rows = [["Школа, село", "Учеников"], ['Школа "Рост"', "12"]]
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(rows)
    document, found = parse_csv(SourceText.from_string("a.csv", stream.getvalue()))
    assert not found
    assert document is not None
    assert document.data == {"columns": rows[0], "rows": [rows[1]]}


def test_a_file_in_the_code_page_of_windows_is_refused_with_the_way_out(tmp_path: Path) -> None:
    data = "Предмет;2020;2021\nФизика;53,9;55.8\n".encode("cp1251")
    found = check(open_workspace(written(tmp_path, SCORES, scores=data))).diagnostics
    assert [one.code for one in found] == ["TBL001"]
    assert "cp1251" in str(found[0].message)
    assert "CSV UTF-8" in str(found[0].hint)


def test_a_csv_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    data = b"a;b\n" + b"1;2\n" * 300_000
    found = check(open_workspace(written(tmp_path, SCORES, scores=data))).diagnostics
    assert [one.code for one in found] == ["TBL001"]
    assert "1000000" in str(found[0].message)


def test_a_link_out_of_the_workspace_is_no_way_to_a_file(tmp_path: Path) -> None:
    outside = tmp_path / "secret.csv"
    outside.write_text("a;b\n1;2\n", encoding="utf-8")
    inside = written_in(tmp_path / "house", SCORES)
    (inside / "roadmaps" / "scores.csv").symlink_to(outside)
    assert [one.code for one in check(open_workspace(inside)).diagnostics] == ["TBL001"]


def written_in(folder: Path, table: str) -> Path:
    folder.mkdir()
    return written(folder, table)


COUNTS = """
columns:
  - Школа
  - key: all
    heading: Учеников
    format: {thousands: true, unit: чел.}
  - key: passed
    heading: Сдали
  - heading: Не сдали
    compute: {difference: all, minus: passed}
    format: {sign: false}
  - heading: Доля сдавших
    compute: {share: passed, of: all}
  - heading: Доля в районе
    compute: {share: all}
    format: {decimals: 0}
  - heading: Вместе
    compute: {sum: [all, passed]}
  - heading: Среднее
    compute: {average: [all, passed]}
rows:
  - section: Городские школы
  - [Гимназия № 1, 1200, 1000]
  - [Школа № 2, 300, 250]
  - section: Сельские школы
  - [Школа № 3, 40, –]
totals:
  - label: Итого по разделу
    sum: [all, passed]
    by_section: true
  - label: Наибольшее
    maximum: all
    minimum: passed
"""


def test_shares_sums_means_and_totals_by_section(tmp_path: Path) -> None:
    nbsp = "\u00a0"
    table = table_of(written(tmp_path, COUNTS))
    assert [[cell.replace(nbsp, " ") for cell in row] for row in cells(table)] == [
        ["Городские школы"],
        ["Гимназия № 1", "1 200 чел.", "1000", "200", "83,3 %", "78 %", "2200", "1100,0"],
        ["Школа № 2", "300 чел.", "250", "50", "83,3 %", "19 %", "550", "275,0"],
        ["Итого по разделу", "1 500 чел.", "1250", "250", "83,3 %", "97 %", "2750", "1375,0"],
        ["Сельские школы"],
        ["Школа № 3", "40 чел.", "–", "–", "–", "3 %", "40", "40,0"],
        ["Итого по разделу", "40 чел.", "–", "–", "–", "3 %", "–", "–"],
        ["Наибольшее", "1 200 чел.", "250", "", "", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("+1,2", "1.2"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("–0,4", "-0.4"),
        ("12 500,25", "12500.25"),
        ("12\u00a0500", "12500"),
        ("37,2 %", "37.2"),
        ("37%", "37"),
    ],
)
def test_numbers_are_read_as_officials_write_them(text: str, value: str) -> None:
    number = read_number(text)
    assert number is not None
    assert number.value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "–", "около 5", "1.234,5", "1,2,3", "1e5", "5-7", "12 50", "½", "0x1", "1" * 19]
)
def test_what_is_no_number_is_not_guessed_at(text: str) -> None:
    assert read_number(text) is None


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 4), st.booleans(), st.booleans())
def test_a_printed_number_is_read_back_rounded(
    value: Decimal, decimals: int, sign: bool, thousands: bool
) -> None:
    printed = number_text(value, NumberLook(decimals, sign=sign, thousands=thousands))
    number = read_number(printed)
    assert number is not None
    assert abs(number.value - value) * 2 <= Decimal(1).scaleb(-decimals)
    assert number.decimals == decimals
    assert printed.startswith("+") is (sign and number.value > 0)


def test_halves_are_rounded_away_from_zero() -> None:
    assert number_text(Decimal("0.25"), NumberLook(1)) == "0,3"
    assert number_text(Decimal("-0.25"), NumberLook(1)) == "−0,3"
    assert number_text(Decimal("-0.04"), NumberLook(1, sign=True)) == "0,0"


def test_sums_of_decimals_are_exact(tmp_path: Path) -> None:
    rows = "\n".join("  - [Школа, '0,1']" for _ in range(10))
    table = f"columns: [Школа, Балл]\nrows:\n{rows}\ntotals:\n  - sum: Балл\n"
    assert cells(table_of(written(tmp_path, table)))[-1] == ["Итого", "1,0"]


def test_a_table_of_an_appendix_takes_its_rows_from_a_file_that_is_one_of_its_sources(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "roadmaps"
    folder.mkdir()
    (folder / "marks.csv").write_text("Школа;Балл\nГимназия - 1;5\n", encoding="utf-8")
    (folder / "plan.yaml").write_text(
        "kind: roadmap\nid: plan\ntitle: План\nactivities:\n  - title: Провести семинар\n"
        "appendices:\n  - title: Сведения\n    parts:\n      - table:\n          csv: marks.csv\n",
        encoding="utf-8",
    )
    prepared = prepare(open_workspace(tmp_path).loaded)
    [item] = prepared.composed
    table = item.view.sheets[-1].parts[0].table
    assert table is not None
    assert cells(table) == [["Гимназия\u00a0– 1", "5"]]
    assert item.target.sources == ("roadmaps/marks.csv", "roadmaps/plan.yaml")
