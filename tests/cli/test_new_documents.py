"""``roadmapkit new roadmap`` and its kin on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program_calls import Call

from tiny_workspaces import PLAN, write_files

PLAN_2024 = PLAN.replace("id: plan\n", "id: plan-2024\n").replace("Провести", "По итогам 2020 года")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files(tmp_path, {"roadmaps/plan-2024.yaml": PLAN_2024})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_next_years_plan_is_written_and_what_to_look_at_is_told(office: Path, call: Call) -> None:
    answer = call("--lang", "en", "new", "roadmap", "--from", "plan-2024", "--shift", "1y")
    assert answer.code == 0
    assert "roadmaps/plan-2025.yaml:9" in answer.out
    assert "NEW001" in answer.out
    assert "Shifted: 5, to look at: 1" in answer.out
    text = (office / "roadmaps" / "plan-2025.yaml").read_text(encoding="utf-8")
    assert "до 1 марта 2025 г." in text
    assert (office / "roadmaps" / "plan-2024.yaml").read_text(encoding="utf-8") == PLAN_2024
    assert call("check").code == 0


def test_a_file_or_an_id_that_is_there_is_refused(office: Path, call: Call) -> None:
    out = ("--out", "roadmaps/plan-2024.yaml")
    assert call("new", "roadmap", "--from", "plan-2024", *out).code == 2
    assert call("new", "roadmap", "--from", "plan-2024", "--id", "plan-2024").code == 2
    assert (office / "roadmaps" / "plan-2024.yaml").read_text(encoding="utf-8") == PLAN_2024


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_nothing_is_written_when_only_asked(office: Path, call: Call, option: str) -> None:
    answer = call("new", "roadmap", "--from", "plan-2024", option)
    assert answer.code == 0
    assert not (office / "roadmaps" / "plan-2025.yaml").exists()
    assert ("+period: 2025" in answer.out) == (option == "--diff")


def test_the_result_is_given_to_programs(office: Path, call: Call) -> None:
    answer = call("new", "roadmap", "--from", "plan-2024", "--format", "json")
    record = json.loads(answer.out)
    assert record["documents"] == ["plan-2025"]
    assert record["written"] is True
    assert record["file"] == "roadmaps/plan-2025.yaml"
    assert [item["code"] for item in record["flagged"]] == ["NEW001"]
    assert {"path": "period", "before": "2024", "after": "2025"}.items() <= next(
        item for item in record["shifted"] if item["path"] == "period"
    ).items()


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "plan-2024", "--shift", "6m"),
        ("--from", "plan-2042"),
        ("--shift", "1y"),
        ("--from", "plan-2024", "--year", "2026"),
    ],
)
def test_what_cannot_be_done_is_refused(office: Path, call: Call, words: tuple[str, ...]) -> None:
    assert call("new", "roadmap", *words).code == 2
    assert len(list((office / "roadmaps").iterdir())) == 1


def test_documents_to_begin_with_are_sound(office: Path, call: Call) -> None:
    for kind in ("roadmap", "order", "program", "minutes"):
        assert call("new", kind, "--year", "2027").code == 0
    assert call("new", "progress", "--plan", "plan-2024").code == 0
    assert call("check").code == 0
