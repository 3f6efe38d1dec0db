"""Filled forms come back: what is new is written, nothing else is touched, nothing is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filled_forms import (
    AS_OF,
    HEADING_ROW,
    PLAN,
    answered,
    as_csv,
    column,
    forms,
    progress,
    workspace,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import roadmapkit
from roadmapkit import Workspace
from roadmapkit.exports import MergeResult
from roadmapkit.model.progress import Progress

Answers = Mapping[tuple[str, str], Mapping[str, str | date]]

A1 = ("a1", "1")
Q1 = ("a2", "2024-Q1")
Q2 = ("a2", "2024-Q2")
DONE: Mapping[str, str | date] = {"status": "выполнено", "date": date(2024, 2, 20)}


def filled(folder: Path, opened: Workspace, party: str, answers: Answers, name: str = "") -> Path:
    made = forms(opened, party)
    return answered(folder / f"{name or party}.xlsx", made[f"{party}.xlsx"], answers)


def merge(opened: Workspace, *files: Path, dry_run: bool = False) -> MergeResult:
    return roadmapkit.merge_statuses(opened, files, as_of=AS_OF, dry_run=dry_run)


def codes(result: MergeResult) -> list[tuple[str, int]]:
    return [(item.code, item.span.line if item.span else 0) for item in result.diagnostics]


def text_of(folder: Path) -> str:
    return (folder / "roadmaps/work.yaml").read_text(encoding="utf-8")


def entries(folder: Path) -> list[dict[str, object]]:
    opened = roadmapkit.open_workspace(folder)
    assert not opened.diagnostics
    (found,) = [d.model for d in opened.loaded.documents if isinstance(d.model, Progress)]
    return [entry.model_dump(exclude_defaults=True) for entry in found.entries]


def test_answers_are_written_below_the_marks_that_are_there(tmp_path: Path) -> None:
    opened = workspace(tmp_path, "activity: a4, status: выполнено, date: 2024-01-20")
    before = text_of(tmp_path)
    answers: Answers = {
        A1: {**DONE, "text": "Проведено: 5 из 8", "evidence": "приказ № 5"},
        Q2: {"status": "не выполнено", "reason": "карантин", "date": date(2024, 6, 30)},
    }
    result = merge(opened, filled(tmp_path, opened, "s1", answers))
    assert codes(result) == []
    assert text_of(tmp_path) == before + (
        "  - activity: a1\n"
        "    party: s1\n"
        "    status: выполнено\n"
        "    date: 2024-02-20\n"
        '    text: "Проведено: 5 из 8"\n'
        "    evidence: приказ № 5\n"
        "  - activity: a2\n"
        "    party: s1\n"
        "    occurrence: 2024-Q2\n"
        "    status: не выполнено\n"
        "    date: 2024-06-30\n"
        "    reason: карантин\n"
    )
    assert roadmapkit.check(roadmapkit.open_workspace(tmp_path)).diagnostics == ()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    opened = workspace(tmp_path)
    before = text_of(tmp_path)
    result = merge(opened, filled(tmp_path, opened, "s1", {A1: DONE}), dry_run=True)
    assert len(result.merged) == 1
    assert list(result.edits) == ["roadmaps/work.yaml"]
    assert text_of(tmp_path) == before


def test_the_same_file_merged_twice_changes_nothing(tmp_path: Path) -> None:
    opened = workspace(tmp_path)
    form = filled(tmp_path, opened, "s1", {A1: DONE, Q1: {"status": "в работе"}})
    merge(opened, form, form)
    before = text_of(tmp_path)
    again = merge(roadmapkit.open_workspace(tmp_path), form)
    assert (again.merged, len(again.skipped), again.edits) == ((), 2, {})
    assert text_of(tmp_path) == before


def test_an_answer_without_a_day_has_that_of_the_form(tmp_path: Path) -> None:
    opened = workspace(tmp_path)
    merge(opened, filled(tmp_path, opened, "s1", {A1: {"status": "в работе"}}))
    assert entries(tmp_path)[0]["date"] == AS_OF


def test_an_empty_form_is_nothing(tmp_path: Path) -> None:
    opened = workspace(tmp_path)
    result = merge(opened, filled(tmp_path, opened, "s1", {}))
    assert (result.merged, result.skipped, result.diagnostics, result.edits) == ((), (), (), {})


def test_an_older_mark_is_followed_by_the_newer_one(tmp_path: Path) -> None:
    opened = workspace(tmp_path, "activity: a1, party: s1, status: в работе, date: 2024-02-01")
    result = merge(opened, filled(tmp_path, opened, "s1", {A1: DONE}))
    assert len(result.merged) == 1
    assert [entry["status"] for entry in entries(tmp_path)] == ["в работе", "выполнено"]


@pytest.mark.parametrize("held", ["date: 2024-02-20", "date: 2024-03-01", "text: Иначе"])
def test_a_mark_that_is_not_older_is_a_conflict_and_stays(tmp_path: Path, held: str) -> None:
    opened = workspace(tmp_path, f"activity: a1, party: s1, status: в работе, {held}")
    before = text_of(tmp_path)
    form = filled(tmp_path, opened, "s1", {A1: DONE})
    result = merge(opened, form)
    assert codes(result) == [("STA018", HEADING_ROW + 1)]
    (conflict,) = result.conflicts
    assert (conflict.mark.status, conflict.held.status) == ("выполнено", "в работе")
    assert conflict.held.place.file == "roadmaps/work.yaml"
    assert "выполнено; 20.02.2024" in str(result.diagnostics[0].message)
    assert text_of(tmp_path) == before


def test_two_forms_that_contradict_each_other_are_a_conflict(tmp_path: Path) -> None:
    opened = workspace(tmp_path)
    first = filled(tmp_path, opened, "s1", {A1: DONE}, "first")
    second = filled(tmp_path, opened, "s1", {A1: {**DONE, "status": "в работе"}}, "second")
    result = merge(opened, first, second)
    assert result.merged == ()
    assert {(one.mark.place.file, one.held.place.file) for one in result.conflicts} == {
        ("first.xlsx", "second.xlsx"),
        ("second.xlsx", "first.xlsx"),
    }


def test_a_mark_of_the_director_is_that_of_the_school(tmp_path: Path) -> None:
    held = "activity: a2, party: Гусев П.И., occurrence: 2024-Q1, status: в работе"
    opened = workspace(tmp_path, f"{held}, date: 2024-03-30")
    answer: Mapping[str, str | date] = {"status": "в работе", "date": date(2024, 3, 30)}
    result = merge(opened, filled(tmp_path, opened, "s1", {Q1: answer}))
    assert len(result.skipped) == 1


def test_csv_with_the_same_columns_is_a_form_too(tmp_path: Path) -> None:
    opened = workspace(tmp_path)
    form = filled(tmp_path, opened, "s1", {A1: DONE, Q1: {"status": "в работе"}})
    result = merge(opened, as_csv(tmp_path / "s1.csv", form))
    assert [mark.occurrence for mark in result.merged] == [None, "2024-Q1"]


# -- bad input ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"status": "сделано"}, "STA016"),
        ({"text": "Сделали"}, "STA016"),
        ({"status": "выполнено", "date": date(2025, 1, 1)}, "STA017"),
        ({"status": "выполнено", "date": date(2023, 12, 31)}, "STA017"),
        ({"status": "выполнено", "date": "вчера"}, "STA017"),
    ],
)
def test_a_wrong_answer_is_told_with_its_row_and_the_others_are_merged(
    tmp_path: Path, answer: Mapping[str, str | date], code: str
) -> None:
    opened = workspace(tmp_path)
    result = merge(opened, filled(tmp_path, opened, "s1", {A1: answer, Q1: DONE}))
    assert codes(result) == [(code, HEADING_ROW + 1)]
    assert [mark.activity for mark in result.merged] == ["a2"]


@pytest.mark.parametrize("status", ["Выполнено", " выполнено ", "выполнено."])
def test_case_and_spaces_of_a_status_do_not_count(tmp_path: Path, status: str) -> None:
    opened = workspace(tmp_path)
    result = merge(opened, filled(tmp_path, opened, "s1", {A1: {"status": status}}))
    assert [mark.status for mark in result.merged] == ["выполнено"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Другое"),
        ("term", "до 1 мая"),
        ("number", "9."),
        ("party", "s2"),
        ("activity", "a2"),
        ("activity", "нет"),
        ("occurrence", "2024-Q4"),
        ("digest", ""),
    ],
)
def test_a_changed_locked_cell_is_told_and_the_row_left_out(
    tmp_path: Path, field: str, value: str
) -> None:
    opened = workspace(tmp_path)
    form = filled(tmp_path, opened, "s1", {A1: DONE})
    book = load_workbook(form)
    book.worksheets[0].cell(HEADING_ROW + 1, column(field)).value = value
    book.save(form)
    result = merge(opened, form)
    assert codes(result) == [("STA013", HEADING_ROW + 1)]
    assert result.merged == ()


def changed(folder: Path, plan: str) -> Workspace:
    text = "\n---\n".join((plan, progress()))
    (folder / "roadmaps/work.yaml").write_text(text, encoding="utf-8")
    return roadmapkit.open_workspace(folder)


@pytest.mark.parametrize(
    ("old", "new", "code", "merged"),
    [
        ("title: Самоанализ", "title: Самооценка", "STA015", 1),
        ("до 1 марта", "до 1 апреля", "STA014", 0),
        ("id: a1", "id: a1-new", "STA014", 0),
        ("responsible: ШНОР", "responsible: Соколов И.А.", "STA014", 0),
        ("activities:", "activities:\n  - {id: a0, title: Новое}", "", 1),
    ],
)
def test_a_plan_that_changed_since_the_form_went(
    tmp_path: Path, old: str, new: str, code: str, merged: int
) -> None:
    form = filled(tmp_path, workspace(tmp_path), "s1", {A1: DONE})
    result = merge(changed(tmp_path, PLAN.replace(old, new, 1)), form)
    assert [item[0] for item in codes(result)] == ([code] if code else [])
    assert len(result.merged) == merged


def test_a_form_of_another_workspace_is_refused_once_a_file(tmp_path: Path) -> None:
    opened = workspace(tmp_path / "a")
    form = filled(tmp_path, opened, "s1", {A1: DONE, Q1: DONE})
    other = tmp_path / "b"
    workspace(other)
    text = text_of(other).replace("id: hod", "id: hod-2025")
    (other / "roadmaps/work.yaml").write_text(text, encoding="utf-8")
    result = merge(roadmapkit.open_workspace(other), form)
    assert codes(result) == [("STA012", HEADING_ROW + 1)]
    assert result.diagnostics[0].message.args["count"] == 2


def test_files_that_are_no_forms_are_told_and_the_others_are_merged(tmp_path: Path) -> None:
    opened = workspace(tmp_path)
    form = filled(tmp_path, opened, "s1", {A1: DONE})
    (tmp_path / "noise.xlsx").write_bytes(b"noise")
    (tmp_path / "list.csv").write_text("ФИО;Должность\nА;Б\n", encoding="utf-8")
    files = [tmp_path / "noise.xlsx", tmp_path / "list.csv", tmp_path / "missing.xlsx", form]
    result = merge(opened, *files)
    assert [(item.code, item.span.file) for item in result.diagnostics if item.span] == [
        ("STA011", "list.csv"),
        ("STA010", "missing.xlsx"),
        ("STA010", "noise.xlsx"),
    ]
    assert len(result.merged) == 1


# -- properties -----------------------------------------------------------------------------

ANSWER = st.fixed_dictionaries(
    {"status": st.sampled_from(["выполнено", "в работе", "не выполнено"])},
    optional={
        "date": st.dates(date(2024, 1, 1), AS_OF),
        "text": st.sampled_from(["Да", "Нет: 5", "# 5"]),
    },
)
FORMS = st.lists(
    st.tuples(
        st.sampled_from(["s1", "s2"]), st.dictionaries(st.sampled_from([A1, Q1, Q2]), ANSWER)
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(FORMS, st.randoms(use_true_random=False))
def test_neither_the_order_of_forms_nor_repetition_counts(
    given_forms: list[tuple[str, Answers]], random: object
) -> None:
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        here, there = Path(first), Path(second)
        opened, other = workspace(here), workspace(there)
        files = [
            filled(here, opened, party, answers, f"{number}")
            for number, (party, answers) in enumerate(given_forms)
        ]
        shuffled = [*files, files[0]]
        random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis has no type for it
        one, two = merge(opened, *files), merge(other, *shuffled)
        assert one.merged == two.merged
        assert set(one.conflicts) == set(two.conflicts)
        assert text_of(here) == text_of(there)
        again = merge(roadmapkit.open_workspace(here), *files)
        assert (again.merged, again.edits) == ((), {})
        assert len(
            {mark.place for mark in (*again.skipped, *(c.mark for c in again.conflicts))}
        ) == (sum(len(answers) for _, answers in given_forms))


# -- LibreOffice ----------------------------------------------------------------------------


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_form_saved_by_libreoffice_is_merged_as_it_was(tmp_path: Path, ending: str) -> None:
    opened = workspace(tmp_path)
    answers: Answers = {A1: {**DONE, "text": "Проведено: 5"}, Q1: {"status": "в работе"}}
    form = filled(tmp_path, opened, "s1", answers)
    saved = tmp_path / "saved"
    filter_ = "csv:Text - txt - csv (StarCalc):59,34,76" if ending == "csv" else "xlsx"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", filter_, "--outdir", saved, form],
        check=True,
        capture_output=True,
        timeout=180,
    )
    result = merge(opened, saved / f"s1.{ending}")
    assert codes(result) == []
    assert [(mark.activity, mark.text) for mark in result.merged] == [
        ("a1", ("Проведено: 5",)),
        ("a2", ()),
    ]
