from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit import json_schema


def test_a_new_workspace_is_listed_and_works(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = call("init", "--year", "2026")
    assert answer.code == 0
    assert "  roadmaps/plan-2026.yaml" in answer.out
    assert answer.out.endswith("Дальше: roadmapkit check, потом roadmapkit build\n")
    assert call("check", "--strict").code == 0
    assert call("build").code == 0


def test_the_example_is_about_this_year_unless_told_otherwise(call: Call, tmp_path: Path) -> None:
    call("init", tmp_path / "plans")
    year = datetime.now().astimezone().year
    [plan] = (tmp_path / "plans" / "roadmaps").iterdir()
    assert plan.name in {f"plan-{year}.yaml", f"plan-{year - 1}.yaml"}  # midnight of 31 December


def test_what_exists_is_kept_and_listed(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text("Наше\n", encoding="utf-8")
    out = call("init", "--year", "2026").out
    assert re.search(r"Оставлено без изменений:\n  README.md\n", out)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Наше\n"
    again = call("init", "--year", "2026")
    assert again.code == 0
    assert "Создано:" not in again.out


def test_an_example_is_not_mixed_with_documents(call: Call, workspace: Path) -> None:
    answer = call("init", "--year", "2026")
    assert "пример не добавлен" in answer.out
    assert [path.name for path in (workspace / "roadmaps").iterdir()] == ["exams.yaml"]


def test_a_file_is_no_place_for_a_workspace(call: Call, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    answer = call("init", tmp_path / "taken")
    assert (answer.code, answer.out) == (2, "")
    assert "taken" in answer.err


def test_the_schema_is_printed(call: Call) -> None:
    answer = call("schema")
    assert answer.code == 0
    assert json.loads(answer.out) == json_schema()


def test_the_schema_is_written_where_it_is_asked_for(call: Call, tmp_path: Path) -> None:
    target = tmp_path / "new" / "schema.json"
    answer = call("schema", "--out", target)
    assert (answer.code, answer.out) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8")) == json_schema()


def test_a_schema_that_cannot_be_written_is_unusable(call: Call, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert call("schema", "--out", tmp_path / "taken" / "schema.json").code == 2


@pytest.fixture
def draft(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a draft of an order."""
    monkeypatch.chdir(tmp_path)
    call("init", "--year", "2026")
    return tmp_path


REGISTER = ["register", "order-plan-2026", "--date", "19.01.2026", "--number", "24-о"]


def test_a_registered_act_is_written_and_sealed(call: Call, draft: Path) -> None:
    answer = call(*REGISTER)
    assert answer.code == 0
    assert "order-plan-2026 зарегистрирован: 19.01.2026 № 24-о" in answer.out
    text = (draft / "roadmaps" / "plan-2026.yaml").read_text(encoding="utf-8")
    assert "state: registered" in text
    assert (draft / "signed.lock.yaml").is_file()
    assert call("check").code == 0


def test_registering_tells_a_program_what_changed(call: Call, draft: Path) -> None:
    record = json.loads(call(*REGISTER, "--format", "json").out)
    assert record == {
        "document": "order-plan-2026",
        "date": "2026-01-19",
        "number": "24-о",
        "files": ["roadmaps/plan-2026.yaml", "signed.lock.yaml"],
    }


def test_an_act_is_registered_once(call: Call, draft: Path) -> None:
    call(*REGISTER)
    before = (draft / "roadmaps" / "plan-2026.yaml").read_bytes()
    answer = call(*REGISTER)
    assert (answer.code, answer.out) == (2, "")
    assert (draft / "roadmaps" / "plan-2026.yaml").read_bytes() == before


def test_what_is_no_act_is_not_registered(call: Call, draft: Path) -> None:
    answer = call("register", "plan-2026", "--date", "19.01.2026", "--number", "24")
    assert answer.code == 2
    assert "plan-2026" in answer.err
