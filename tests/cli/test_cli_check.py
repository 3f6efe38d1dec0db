from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit import __version__

FORMATS = ["text", "json", "github", "sarif"]


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_sound_workspace_is_clean_in_every_format(
    call: Call, workspace: Path, output_format: str
) -> None:
    answer = call("check", "--format", output_format)
    assert (answer.code, answer.err) == (0, "")


def test_a_clean_check_says_so(call: Call, workspace: Path) -> None:
    assert call("check").out == "Замечаний нет\n"
    assert call("check", "--lang", "en").out == "No findings\n"


def test_a_check_writes_no_document(call: Call, workspace: Path) -> None:
    call("check")
    assert list(workspace.rglob("*.docx")) == []


def test_an_error_is_shown_at_its_line_with_the_way_out(call: Call, faulty: Path) -> None:
    answer = call("check")
    assert answer.code == 1
    first, quoted, underline, *_ = answer.out.splitlines()
    assert re.match(r"roadmaps/faulty\.yaml:10:14: ошибка \w+: ", first)
    assert quoted.endswith("due: 30 февраля 2026 г.")
    assert "^" in underline
    assert "Найдено: 1 ошибка" in answer.out.splitlines()[-1]


@pytest.mark.parametrize("output_format", FORMATS)
def test_an_error_is_exit_code_one_in_every_format(
    call: Call, faulty: Path, output_format: str
) -> None:
    answer = call("check", "--format", output_format)
    assert answer.code == 1
    assert "30 февраля" in answer.out
    assert answer.err == ""


def test_json_is_the_findings_and_nothing_else(call: Call, faulty: Path) -> None:
    [finding] = json.loads(call("check", "--format", "json").out)
    assert finding["severity"] == "error"
    assert finding["span"]["file"] == "roadmaps/faulty.yaml"
    assert finding["span"]["line"] == 10


def test_sarif_names_the_rules_that_fired(call: Call, faulty: Path) -> None:
    log = json.loads(call("check", "--format", "sarif").out)
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["version"] == __version__
    assert [rule["id"] for rule in driver["rules"]] == [run["results"][0]["ruleId"]]


def test_sarif_knows_the_rules_of_every_stage(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("kind: roadmap\nid: a\ntitle: План\ntitle: План\nq: 1\n", encoding="utf-8")
    rules = json.loads(call("check", path, "--format", "sarif").out)["runs"][0]["tool"]["driver"]
    assert len(rules["rules"]) > 1
    assert all("shortDescription" in rule for rule in rules["rules"])


def test_strict_counts_warnings(call: Call, workspace: Path) -> None:
    directory = "kind: directory\nabbreviations:\n  - short: ВПР\n    full: проверочные работы\n"
    plan = workspace / "roadmaps" / "exams.yaml"
    plan.write_text(plan.read_text("utf-8").replace("до 20 февраля 2026 г.", "март"), "utf-8")
    (workspace / "directory.yaml").write_text(directory, encoding="utf-8")
    plan.write_text(plan.read_text("utf-8").replace("2025/2026\nsec", "2021-2026\nsec"), "utf-8")
    assert "предупреждение" in call("check").out
    assert call("check").code == 0
    assert call("check", "--strict").code == 1


def test_the_workspace_is_found_from_a_folder_inside_it(
    call: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty / "roadmaps")
    answer = call("check")
    assert answer.code == 1
    assert answer.out.startswith("../roadmaps/faulty.yaml:10:")


def test_the_search_does_not_leave_the_repository(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = workspace / "other"
    (inner / ".git").mkdir(parents=True)
    monkeypatch.chdir(inner)
    answer = call("check")
    assert (answer.code, answer.out) == (2, "")
    assert "нет ни одного документа" in answer.err


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_without_documents_is_not_clean(call: Call, tmp_path: Path, command: str) -> None:
    answer = call(command, "-w", tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert "roadmapkit init" in answer.err


@pytest.mark.parametrize("option", [[], ["-w"], ["--workspace"]])
def test_a_workspace_can_be_named(
    call: Call,
    faulty: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    option: list[str],
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    answer = call("check", *option, faulty)
    assert answer.code == 1
    assert f"{faulty.name}/roadmaps/faulty.yaml:10:" in answer.out


def test_a_single_file_is_a_workspace(call: Call, faulty: Path) -> None:
    assert call("check", faulty / "roadmaps" / "exams.yaml").code == 0
    assert call("check", faulty / "roadmaps" / "faulty.yaml").code == 1


def test_annotations_name_files_from_the_root_of_the_repository(
    call: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(faulty))
    monkeypatch.chdir(faulty / "roadmaps")
    [line] = call("check", "--format", "github").out.splitlines()
    assert line.startswith("::error file=roadmaps/faulty.yaml,line=10,")


def test_the_language_of_the_settings_holds_for_findings(
    call: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (faulty / "roadmapkit.yaml").write_text("kind: settings\nlocale: en\n", encoding="utf-8")
    assert ": error " in call("check").out
    assert ": ошибка " in call("check", "--lang", "ru").out
    monkeypatch.setenv("ROADMAPKIT_LANG", "ru")
    assert ": ошибка " in call("check").out


def test_colours_are_for_those_who_see_them(
    call: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    red = "\x1b[31m"
    assert red not in call("check").out
    assert red in call("check", "--color", "always").out
    assert "\x1b[" not in call("check", "--color", "never").out
    assert "\x1b[" not in call("check", "--format", "json", "--color", "always").out


@pytest.mark.parametrize("variable", [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_without_colours_gets_none(
    call: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch, variable: tuple[str, str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert "\x1b[31m" in call("check").out
    monkeypatch.setenv(*variable)
    assert "\x1b[" not in call("check").out


def test_a_path_that_is_not_there_is_unusable_input(call: Call, tmp_path: Path) -> None:
    answer = call("check", tmp_path / "nowhere")
    assert (answer.code, answer.out) == (2, "")
    assert "nowhere" in answer.err
