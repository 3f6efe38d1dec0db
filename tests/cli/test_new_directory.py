"""``roadmapkit new directory`` and ``roadmapkit explain party``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program_calls import Call

TABLE = (
    "ФИО;Должность;Организация;Дата назначения;Группа\n"
    "Седова Ольга Юрьевна;директор;Школа № 15;01.09.2020;рабочая группа\n"
)


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("люди.csv").write_text(TABLE, encoding="utf-8")
    answer = call("new", "directory", "--from", "люди.csv")
    assert answer.code == 0
    assert "directory/imported.yaml" in answer.out
    return tmp_path


def test_a_table_becomes_a_directory_without_findings(imported: Path, call: Call) -> None:
    assert (imported / "directory" / "imported.yaml").is_file()
    assert call("check", "-w", imported).code == 0


def test_a_file_that_exists_is_never_changed(imported: Path, call: Call) -> None:
    target = imported / "directory" / "imported.yaml"
    before = target.read_bytes()
    answer = call("new", "directory", "--from", "люди.csv")
    assert answer.code == 2
    assert "--out" in answer.err
    assert target.read_bytes() == before
    assert call("new", "directory", "--from", "люди.csv", "--out", "second.yaml").code == 0


def test_counts_and_findings_are_given_to_programs(imported: Path, call: Call) -> None:
    Path("почта.csv").write_text("ФИО;Почта\nБелов П.С.;a@b\n", encoding="utf-8")
    answer = call("new", "directory", "--from", "почта.csv", "-o", "b.yaml", "--format", "json")
    record = json.loads(answer.out)
    assert (record["file"], record["people"], record["posts"]) == ("b.yaml", 1, 0)
    assert [item["code"] for item in record["diagnostics"]] == ["IMP002"]


def test_a_file_that_is_no_table_is_refused(imported: Path, call: Call) -> None:
    Path("x.xlsx").write_bytes(b"no")
    answer = call("new", "directory", "--from", "x.xlsx", "--out", "c.yaml")
    assert answer.code == 2
    assert "x.xlsx" in answer.err
    assert not Path("c.yaml").exists()


def test_who_holds_a_post_on_a_day_is_told(imported: Path, call: Call) -> None:
    answer = call("explain", "party", "директор школы № 15", "--on", "2024-03-01", "-w", imported)
    assert answer.code == 0
    assert "Седова Ольга Юрьевна" in answer.out
    assert "01.09.2020" in answer.out
    before = call("explain", "party", "директор школы № 15", "--on", "31.08.2020", "-w", imported)
    assert "Седова" not in before.out


def test_the_members_of_a_group_are_told(imported: Path, call: Call) -> None:
    answer = call("explain", "party", "рабочая группа", "-w", imported)
    assert "Седова Ольга Юрьевна, директор" in answer.out


def test_an_unknown_party_has_its_neighbours_and_a_code(imported: Path, call: Call) -> None:
    answer = call("explain", "party", "Школы № 16", "-w", imported)
    assert answer.code == 1
    assert "Школа № 15" in answer.out
    record = json.loads(call("explain", "party", "никто", "-w", imported, "--format", "json").out)
    assert record["ref"] is None
