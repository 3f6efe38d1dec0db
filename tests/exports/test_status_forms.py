"""A form for each party: what it asks, what it locks, the same bytes on any day."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from filled_forms import AS_OF, HEADING_ROW, PLAN, column, form_rows, forms, workspace
from openpyxl import load_workbook

import roadmapkit
from roadmapkit.errors import ArgumentError
from tiny_workspaces import plan_text


def asked(content: bytes) -> list[tuple[str, str]]:
    return [(row["activity"], row["occurrence"]) for row in form_rows(content)]


def test_each_party_is_asked_about_what_has_begun_and_is_open(tmp_path: Path) -> None:
    made = forms(workspace(tmp_path))
    assert {name: asked(content) for name, content in made.items()} == {
        "s1.xlsx": [
            ("a1", "1"),
            ("a2", "2024-Q1"),
            ("a2", "2024-Q2"),
            ("a2", "2024-Q3"),
            ("a3", "1"),
        ],
        "s2.xlsx": [
            ("a1", "1"),
            ("a2", "2024-Q1"),
            ("a2", "2024-Q2"),
            ("a2", "2024-Q3"),
            ("a3", "1"),
        ],
        "s3.xlsx": [("a1", "1"), ("a3", "1")],
        "sokolov.xlsx": [("a4", "1")],
    }


def test_what_a_party_or_all_have_done_is_not_asked_again(tmp_path: Path) -> None:
    made = forms(
        workspace(
            tmp_path,
            "activity: a1, party: s1, status: выполнено, date: 2024-02-01",
            "activity: a2, party: d1, occurrence: 2024-Q1, status: выполнено, date: 2024-03-30",
            "activity: a3, status: выполнено, date: 2024-03-30",
            "activity: a4, status: отменено, date: 2024-01-30",
        )
    )
    assert {name: asked(content) for name, content in made.items()} == {
        "s1.xlsx": [("a2", "2024-Q2"), ("a2", "2024-Q3")],
        "s2.xlsx": [("a1", "1"), ("a2", "2024-Q1"), ("a2", "2024-Q2"), ("a2", "2024-Q3")],
        "s3.xlsx": [("a1", "1")],
    }


def test_terms_ahead_are_not_asked_yet(tmp_path: Path) -> None:
    made = forms(workspace(tmp_path), "s1", as_of=date(2024, 1, 15))
    assert asked(made["s1.xlsx"]) == [("a1", "1"), ("a2", "2024-Q1"), ("a3", "1")]


@pytest.mark.parametrize(
    ("party", "files"),
    [
        ("s1", ["s1.xlsx"]),
        ("школа № 2", ["s2.xlsx"]),
        ("Гусев П.И.", ["s1.xlsx"]),
        ("heads", ["s1.xlsx", "s2.xlsx"]),
        ("ШНОР", ["s1.xlsx", "s2.xlsx", "s3.xlsx"]),
    ],
)
def test_parties_are_chosen_by_id_name_or_group(
    tmp_path: Path, party: str, files: list[str]
) -> None:
    assert sorted(forms(workspace(tmp_path), party)) == files


def test_an_unknown_party_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="perhaps школа № 1"):
        forms(workspace(tmp_path), "школа № 11")


def test_what_is_no_progress_document_has_no_forms(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="no progress document"):
        roadmapkit.status_forms(workspace(tmp_path), "plan", as_of=AS_OF)


def test_a_progress_with_errors_has_no_forms(tmp_path: Path) -> None:
    faulty = workspace(tmp_path, "activity: нет, status: выполнено")
    with pytest.raises(ArgumentError, match="has errors"):
        roadmapkit.status_forms(faulty, "hod", as_of=AS_OF)


def test_forms_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    opened = workspace(tmp_path)
    first = forms(opened)
    assert first == forms(opened)
    core = load_workbook(io.BytesIO(first["s1.xlsx"])).properties
    assert core.created is not None
    assert core.modified is not None
    assert (core.created.date(), core.modified.date()) == (AS_OF, AS_OF)


def test_only_the_answers_can_be_changed(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(forms(workspace(tmp_path))["s1.xlsx"]))
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    row = HEADING_ROW + 1
    answers = {"status", "date", "text", "reason", "evidence"}
    for field in ("progress", "digest", "title", "term", *answers):
        assert sheet.cell(row, column(field)).protection.locked == (field not in answers), field


def test_the_sheet_is_set_up_for_the_eye_and_for_paper(tmp_path: Path) -> None:
    sheet = load_workbook(io.BytesIO(forms(workspace(tmp_path))["s1.xlsx"])).worksheets[0]
    assert sheet.freeze_panes == f"A{HEADING_ROW + 1}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW}"
    assert sheet.column_dimensions["A"].hidden
    assert "школа № 1" in str(sheet.cell(1, column("number")).value)
    rules = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    assert rules["list"].formula1.strip('"').split(",") == [
        "выполнено",
        "выполнено на этапе",
        "в работе",
        "запланировано",
        "не выполнено",
        "отменено",
    ]
    assert (rules["date"].formula1, rules["date"].formula2) == ("45292", "45484")


def test_a_title_like_a_formula_stays_text(tmp_path: Path) -> None:
    plan = plan_text("- {id: a1, title: '=1+1', responsible: ШНОР}")
    sheet = load_workbook(
        io.BytesIO(forms(workspace(tmp_path, plan=plan), "s1")["s1.xlsx"])
    ).worksheets[0]
    cell = sheet.cell(HEADING_ROW + 1, column("title"))
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_party_outside_the_directory_gets_a_form_by_its_name(tmp_path: Path) -> None:
    plan = plan_text("- {id: a1, title: А, responsible: 'МБУ «Центр/Юг»'}")
    made = forms(workspace(tmp_path, plan=plan))
    assert list(made) == ["МБУ-Центр-Юг.xlsx"]


def test_every_group_of_terms_is_named_in_words(tmp_path: Path) -> None:
    rows = form_rows(forms(workspace(tmp_path, plan=PLAN))["s2.xlsx"])
    assert [row["term"] for row in rows] == [
        "до 1 марта 2024 г.",
        "I квартал 2024 г., до 31.03.2024",
        "II квартал 2024 г., до 30.06.2024",
        "III квартал 2024 г., до 30.09.2024",
        "до 31.03.2024",
    ]
