from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from pydantic import BaseModel

import roadmapkit
from roadmapkit import __version__, json_schema
from roadmapkit.errors import ArgumentError
from roadmapkit.model.settings import (
    BuildSettings,
    CalendarSettings,
    CheckSettings,
    Margins,
    OutputSettings,
    ProfileOverrides,
    Settings,
)
from roadmapkit.scaffold import workspace_files

YEARS = [2019, 2025, 2026, 2027, 2033]
OF_NO_USE_HERE = {"id", "title"}  # settings are read from one file, which needs no name


def text(name: str, year: int = 2026) -> str:
    return workspace_files(year)[name].content.decode("utf-8")


@pytest.mark.parametrize("year", YEARS)
def test_every_mark_is_filled_in(year: int) -> None:
    marks = re.compile(r"@[a-z]+@")
    found = [name for name, file in workspace_files(year).items() if marks.search(name)]
    found += [name for name in workspace_files(year) if marks.search(text(name, year))]
    assert found == []


def test_the_year_stands_where_the_plan_is_named() -> None:
    assert "roadmaps/plan-2027.yaml" in workspace_files(2027)
    assert "на 2027 год" in text("roadmaps/plan-2027.yaml", 2027)
    assert "2026" not in text("roadmaps/plan-2027.yaml", 2027)


@pytest.mark.parametrize("year", YEARS)
def test_the_order_is_expected_on_a_day_between_monday_and_friday(year: int) -> None:
    [expected] = re.findall(
        r"^expected_date: (.+)$", text(f"roadmaps/plan-{year}.yaml", year), re.M
    )
    assert date.fromisoformat(expected).weekday() < 5
    assert date(year, 1, 19) <= date.fromisoformat(expected) <= date(year, 1, 21)


@pytest.mark.parametrize("year", [0, 26, 1991, 2200])
def test_a_year_that_no_document_is_about_is_refused(year: int) -> None:
    with pytest.raises(ArgumentError, match=str(year)):
        workspace_files(year)


def test_every_yaml_file_names_the_schema_for_the_editor() -> None:
    heads = {
        name: text(name).partition("\n")[0]
        for name in workspace_files(2026)
        if name.endswith(".yaml")
    }
    assert len(heads) == 3
    for name, head in heads.items():
        path = "../" * name.count("/") + "schemas/roadmapkit.schema.json"
        assert head == f"# yaml-language-server: $schema={path}"


def test_the_schema_is_that_of_the_library() -> None:
    assert json.loads(text("schemas/roadmapkit.schema.json")) == json_schema()


def test_the_editor_maps_the_schema_to_every_file_of_a_workspace() -> None:
    [(schema, patterns)] = json.loads(text(".vscode/settings.json"))["yaml.schemas"].items()
    assert schema == "./schemas/roadmapkit.schema.json"
    assert {"roadmapkit.yaml", "directory.yaml", "roadmaps/**/*.yaml"} <= set(patterns)


def test_the_schema_accepts_every_document(tmp_path: Path) -> None:
    roadmapkit.init_workspace(tmp_path, year=2026)
    found = roadmapkit.open_workspace(tmp_path).loaded.documents
    assert [document.model.kind for document in found] == [
        "directory",
        "settings",
        "roadmap",
        "order",
    ]
    validator = jsonschema.Draft202012Validator(json_schema())
    for document in found:
        assert list(validator.iter_errors(document.origin.document.data)) == []


def test_the_settings_explain_every_key() -> None:
    settings = text("roadmapkit.yaml")
    models: list[type[BaseModel]] = [
        Settings,
        ProfileOverrides,
        Margins,
        CalendarSettings,
        CheckSettings,
        BuildSettings,
        OutputSettings,
    ]
    keys = {
        field.alias or name for model in models for name, field in model.model_fields.items()
    } - OF_NO_USE_HERE
    assert len(keys) > 15
    missing = [key for key in sorted(keys) if not re.search(rf"^#?\s*{key}:", settings, re.M)]
    assert missing == []


def test_the_settings_that_are_commented_out_are_sound(tmp_path: Path) -> None:
    lines = [
        line.removeprefix("# ") if re.match(r"# (\s*[a-z_]+:|\s*- )", line) else line
        for line in text("roadmapkit.yaml").splitlines()
        if not line.startswith(("# yaml-language-server", "profile: "))
    ]
    path = tmp_path / "roadmapkit.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "house.schema.json").write_text("{}", encoding="utf-8")
    loaded = roadmapkit.open_workspace(tmp_path).loaded
    assert loaded.diagnostics == ()
    assert loaded.settings.model_fields_set == set(Settings.model_fields) - OF_NO_USE_HERE
    assert isinstance(loaded.settings.profile, ProfileOverrides)
    assert loaded.settings.profile.model_fields_set == set(ProfileOverrides.model_fields)
    assert loaded.settings.calendar.days_off == (date(2026, 6, 12),)


def test_the_workflow_installs_this_version_and_does_what_a_person_would() -> None:
    workflow = yaml.safe_load(text(".github/workflows/documents.yml"))
    steps = workflow["jobs"]["documents"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert commands[0].endswith(f"roadmapkit=={__version__}")
    assert commands[1].startswith("roadmapkit check --format github")
    assert commands[2].startswith("roadmapkit build")
    assert steps[-1]["with"]["path"] == "build/"


def test_gitlab_installs_this_version_and_keeps_the_documents() -> None:
    job = yaml.safe_load(text(".gitlab-ci.yml"))["documents"]
    assert job["before_script"][-1].endswith(f"roadmapkit=={__version__}")
    assert job["script"] == ["roadmapkit build"]
    assert job["artifacts"]["paths"] == ["build/"]


def test_produced_files_are_not_committed() -> None:
    assert "/build/" in text(".gitignore").splitlines()


def test_the_first_steps_name_files_and_commands_that_exist() -> None:
    readme = text("README.md")
    paths = set(re.findall(r"^\| `([^`]+)`", readme, re.M)) - {"build/"}
    assert len(paths) == 4
    assert paths <= set(workspace_files(2026))
    for command in ("roadmapkit check", "roadmapkit build", "roadmapkit register order-plan-2026"):
        assert command in readme
    assert "id: order-plan-2026" in text("roadmaps/plan-2026.yaml")
