"""``roadmapkit pack``: what is written and said, in which words, with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program_calls import Call
from program_fixtures import write_plan

FILES = ("exams.выписка.docx", "exams.календарь.ics", "exams.лист-ознакомления.docx")


@pytest.fixture
def folder(workspace: Path) -> Path:
    """The folder of the pack of the only party of the workspace."""
    return workspace / "build" / "packs" / "exams"


def unfolded(path: Path) -> str:
    """Text of a calendar with its long lines whole."""
    return path.read_text(encoding="utf-8").replace("\n ", "")


def test_pack_is_written_and_listed(call: Call, folder: Path) -> None:
    answer = call("pack", "exams", "--party", "Учителя математики")
    assert answer.code == 0
    (party,) = folder.iterdir()
    assert sorted(path.name for path in party.iterdir()) == list(FILES)
    assert all(name in answer.out for name in FILES)


def test_json_gives_the_result_to_programs(call: Call, folder: Path) -> None:
    answer = call("pack", "exams", "--party", "учителя математики", "--format", "json")
    record = json.loads(answer.out)
    assert sorted(Path(item["path"]).name for item in record["written"]) == list(FILES)
    assert record["blocked"] == []


def test_out_names_another_folder(call: Call, workspace: Path) -> None:
    answer = call("pack", "exams", "--party", "Учителя математики", "--out", "other", "--quiet")
    assert answer.out == ""
    assert (workspace / "other" / "packs" / "exams").is_dir()
    assert not (workspace / "build").exists()


def test_unknown_party_is_refused_in_the_readers_language(call: Call, folder: Path) -> None:
    answer = call("pack", "exams", "--party", "Учителя математика", "--lang", "en")
    assert answer.code == 2
    assert "Nobody is called 'Учителя математика'; perhaps Учителя математики" in answer.err
    assert not folder.exists()


def test_unknown_document_is_refused(call: Call, folder: Path) -> None:
    answer = call("pack", "exam", "--party", "Учителя математики")
    assert answer.code == 2
    assert "exams" in answer.err


def test_party_is_required(call: Call, folder: Path) -> None:
    answer = call("pack", "exams")
    assert answer.code == 2
    assert "--party" in answer.err


def test_faulty_document_is_told_and_not_written(call: Call, faulty: Path) -> None:
    answer = call("pack", "faulty", "--party", "Учителя математики")
    assert answer.code == 1
    assert "DUE" in answer.out
    assert not (faulty / "build").exists()


def test_calendar_is_in_russian_unless_asked_otherwise(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "C")
    call("pack", "exams", "--party", "Учителя математики")
    (party,) = folder.iterdir()
    assert "Ответственные:" in unfolded(party / FILES[1])
    call("pack", "exams", "--party", "Учителя математики", "--lang", "en")
    assert "Responsible:" in unfolded(party / FILES[1])


def test_work_of_nobody_fails_a_strict_run(call: Call, workspace: Path) -> None:
    plan = write_plan(workspace, due="до 20 февраля 2026 г.")
    text = plan.read_text(encoding="utf-8").rstrip()
    nobodys = "      - {title: Сверка, due: май 2026 г.}\n"
    plan.write_text(f"{text}\n{nobodys}", encoding="utf-8")
    arguments = ("pack", "exams", "--party", "Учителя математики")
    assert call(*arguments).code == 0
    answer = call(*arguments, "--strict")
    assert answer.code == 1
    assert "BLD004" in answer.out
