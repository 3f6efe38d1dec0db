from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit.cli.progress import BuildProgress


def test_a_build_writes_documents_and_lists_them(call: Call, workspace: Path) -> None:
    answer = call("build")
    assert answer.code == 0
    target = workspace / "build" / "roadmaps" / "exams.docx"
    assert zipfile.is_zipfile(target)
    heading, row, summary = answer.out.splitlines()
    assert heading.split() == ["Документ", "Размер", "Файл"]
    assert row.startswith("exams ")
    assert row.endswith(" КБ  build/roadmaps/exams.docx")
    assert summary == "Записано файлов: 1, не собрано документов: 0. Замечаний нет"


def test_a_build_goes_to_the_folder_that_was_named(
    call: Call, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("out")
    assert call("build", "--out", folder).code == 0
    assert (folder / "roadmaps" / "exams.docx").is_file()
    assert not (workspace / "build").exists()


def test_an_error_keeps_back_its_own_document_and_says_why(call: Call, faulty: Path) -> None:
    answer = call("build")
    assert answer.code == 1
    assert (faulty / "build" / "roadmaps" / "exams.docx").is_file()
    assert not (faulty / "build" / "roadmaps" / "faulty.docx").exists()
    [reason] = [line for line in answer.out.splitlines() if line.startswith("Не собран: ")]
    assert reason.startswith("Не собран: faulty – ")
    assert "roadmaps/faulty.yaml" in reason or "ошибки в файлах" in reason
    assert "Записано файлов: 1, не собрано документов: 1. Найдено: 1 ошибка" in answer.out


def test_only_the_documents_that_were_named_are_built(call: Call, faulty: Path) -> None:
    call("build", "exams")
    assert [path.name for path in (faulty / "build").rglob("*.docx")] == ["exams.docx"]


def test_an_id_that_no_document_has_is_unusable_input(call: Call, workspace: Path) -> None:
    answer = call("build", "exam")
    assert (answer.code, answer.out) == (2, "")
    assert "exam" in answer.err
    assert "exams" in answer.err


def test_a_quiet_build_shows_findings_only(call: Call, faulty: Path) -> None:
    findings = call("check").out.splitlines()[:-1]
    assert call("build", "--quiet").out.splitlines() == findings


def test_a_quiet_build_of_a_sound_workspace_is_silent(call: Call, workspace: Path) -> None:
    answer = call("build", "-q")
    assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_json_tells_what_was_written_found_and_kept_back(call: Call, faulty: Path) -> None:
    answer = call("build", "--format", "json")
    record = json.loads(answer.out)
    assert answer.code == 1
    assert set(record) == {"written", "diagnostics", "blocked"}
    [written] = record["written"]
    target = faulty / "build" / "roadmaps" / "exams.docx"
    assert written["document"] == "exams"
    assert (faulty / written["path"]).samefile(target)
    assert written["size"] == target.stat().st_size
    assert len(written["fingerprint"]) == 64
    assert record["blocked"] == ["faulty"]
    assert [finding["severity"] for finding in record["diagnostics"]] == ["error"]


def test_a_folder_that_cannot_be_written_to_is_reported(call: Call, workspace: Path) -> None:
    (workspace / "taken").write_text("", encoding="utf-8")
    answer = call("build", "--out", "taken")
    assert answer.code == 1
    assert "exams.docx" in answer.out
    assert "Записано файлов: 0" in answer.out


def test_two_builds_give_the_same_bytes(
    call: Call, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for folder in (first, second):
        call("build", "--out", folder)
    name = "roadmaps/exams.docx"
    assert (first / name).read_bytes() == (second / name).read_bytes()


def test_progress_is_for_somebody_who_watches_a_long_build(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with BuildProgress("Сборка", shown=True, patience=0) as progress:
        progress(0, 2, "a.docx")
        progress(2, 2, "")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Сборка" in captured.err


@pytest.mark.parametrize(("shown", "patience"), [(False, 0), (True, 60)])
def test_a_short_or_unwatched_build_shows_no_progress(
    capsys: pytest.CaptureFixture[str], shown: bool, patience: float
) -> None:
    with BuildProgress("Сборка", shown=shown, patience=patience) as progress:
        progress(0, 1, "a.docx")
    assert capsys.readouterr().err == ""
