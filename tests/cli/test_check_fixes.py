from __future__ import annotations

import json
from pathlib import Path

import pytest
from program_calls import Call


@pytest.fixture
def slipped(workspace: Path) -> Path:
    """A workspace whose plan has two slips that need no person, and one that does."""
    plan = workspace / "roadmaps" / "exams.yaml"
    text = plan.read_text("utf-8").replace("экзамен по математике", "экзамен экзамен.. по и")
    plan.write_text(text, encoding="utf-8")
    return workspace


def plan(workspace: Path) -> str:
    return (workspace / "roadmaps" / "exams.yaml").read_text("utf-8")


def test_fix_mends_and_tells_what_is_left(call: Call, slipped: Path) -> None:
    answer = call("check", "--fix", "--lang", "en")
    assert answer.code == 0
    assert "экзамен. по и" in plan(slipped)
    assert "TYP005" in answer.out
    assert "TYP004" not in answer.out
    assert "roadmaps/exams.yaml: TYP004 × 1, TYP010 × 1" in answer.err
    assert "Mended: 2, files: 1" in answer.err


def test_findings_are_those_of_the_mended_file_in_every_format(call: Call, slipped: Path) -> None:
    found = json.loads(call("check", "--fix", "--format", "json").out)
    assert [item["code"] for item in found] == ["TYP005"]


def test_diff_shows_the_change_writes_nothing_and_says_so_by_its_exit_code(
    call: Call, slipped: Path
) -> None:
    before = plan(slipped)
    answer = call("check", "--fix", "--diff", "--lang", "en")
    assert answer.code == 1
    assert answer.out.startswith("--- a/roadmaps/exams.yaml\n+++ b/roadmaps/exams.yaml\n@@")
    assert "-        title: Пробный экзамен экзамен.. по и\n" in answer.out
    assert "+        title: Пробный экзамен. по и\n" in answer.out
    assert "Would be mended: 2, files: 1" in answer.err
    assert plan(slipped) == before


def test_diff_names_files_from_where_the_reader_stands(
    call: Call, slipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(slipped.parent)
    answer = call("check", slipped, "--diff")
    assert answer.out.startswith(f"--- a/{slipped.name}/roadmaps/exams.yaml\n")


def test_diff_without_anything_to_mend_is_empty_and_clean(call: Call, workspace: Path) -> None:
    answer = call("check", "--diff", "--lang", "en")
    assert (answer.code, answer.out) == (0, "")
    assert "nothing to mend" in answer.err


def test_diff_is_data_for_programs(call: Call, slipped: Path) -> None:
    answer = call("check", "--diff", "--format", "json")
    record = json.loads(answer.out)
    assert answer.err == ""
    assert list(record) == ["files", "fixed", "refused", "signed", "unsafe"]
    assert record["files"][0]["file"] == "roadmaps/exams.yaml"
    assert [item["code"] for item in record["fixed"]] == ["TYP004", "TYP010"]


def test_a_check_says_that_the_program_can_mend_something(call: Call, slipped: Path) -> None:
    before = plan(slipped)
    answer = call("check", "--lang", "en")
    assert "Can be mended by the program: 2" in answer.err
    assert plan(slipped) == before


def test_statistics_count_each_kind(call: Call, slipped: Path) -> None:
    lines = call("check", "--statistics", "--lang", "en").out.splitlines()
    assert [line.split()[:2] for line in lines[:3]] == [
        ["1", "TYP004"],
        ["1", "TYP005"],
        ["1", "TYP010"],
    ]
    records = json.loads(call("check", "--statistics", "--format", "json").out)
    assert [(item["code"], item["count"], item["fixable"]) for item in records] == [
        ("TYP004", 1, 1),
        ("TYP005", 1, 0),
        ("TYP010", 1, 1),
    ]


def test_statistics_keep_the_exit_code(call: Call, faulty: Path) -> None:
    assert call("check", "--statistics").code == 1


@pytest.mark.parametrize(
    "options",
    [
        ["--unsafe-fixes"],
        ["--diff", "--statistics"],
        ["--diff", "--format", "sarif"],
        ["--statistics", "--format", "junit"],
    ],
    ids=" ".join,
)
def test_options_that_say_nothing_together_are_refused(
    call: Call, workspace: Path, options: list[str]
) -> None:
    answer = call("check", *options, "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert options[0] in answer.err


@pytest.mark.parametrize("output_format", ["gitlab", "junit"])
def test_formats_of_build_servers_keep_the_exit_code(
    call: Call, faulty: Path, output_format: str
) -> None:
    answer = call("check", "--format", output_format)
    assert answer.code == 1
    assert "30 февраля" in answer.out
    assert answer.err == ""


def test_gitlab_is_told_files_from_the_root_of_the_project(
    call: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI_PROJECT_DIR", str(faulty.parent))
    [record] = json.loads(call("check", "--format", "gitlab").out)
    assert record["location"]["path"] == f"{faulty.name}/roadmaps/faulty.yaml"


def test_junit_has_a_suite_for_every_file(call: Call, faulty: Path) -> None:
    out = call("check", "--format", "junit").out
    assert out.count("<testsuite ") == 2
    assert out.count("<failure ") == 1


def test_sarif_brings_fixes_with_the_names_of_files_that_it_shows(
    call: Call, slipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(slipped.parent)
    [run] = json.loads(call("check", slipped, "--format", "sarif").out)["runs"]
    [change] = run["results"][0]["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == f"{slipped.name}/roadmaps/exams.yaml"
    assert all(rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])
