"""What other repositories take over: the pre-commit hook, the GitHub action, the GitLab template.

Their shell parts are run in a repository made for the purpose.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from checkout import ROOT
from jsonschema.validators import validator_for

HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "ci" / "gitlab" / "roadmapkit.gitlab-ci.yml"
SOUND = """\
kind: roadmap
id: plan
title: План мероприятий
period: 2024
activities:
  - title: Семинар
    due: март 2024 г.
"""
WRONG = SOUND.replace("due:", "deu:")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


class Repository:
    """A git repository with one plan, and the program on the path."""

    def __init__(self, root: Path, tools: Path) -> None:
        self.root = root
        (root / "roadmaps").mkdir(parents=True)
        tools.mkdir()
        program = tools / "roadmapkit"
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m roadmapkit "$@"\n')
        program.chmod(0o755)
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")},
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "ROADMAPKIT_LANG": "en",
        }
        self.write(SOUND)
        self.run("git init -q .")

    def write(self, text: str) -> None:
        (self.root / "roadmaps" / "plan.yaml").write_text(text, encoding="utf-8")

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a script as the services do: it ends at the first command that fails."""
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=self.root,
            env={**self._environment, **variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository", tmp_path / "tools")


def content(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def action_steps() -> dict[str, str]:
    """Return the shell parts of the action, by name."""
    return {step["name"]: step["run"] for step in content(ACTION)["runs"]["steps"] if "run" in step}


def gitlab_parts() -> dict[str, str]:
    """Return the shell parts of the template, by job and key."""
    return {
        f"{job} {key}": "\n".join(value[key])
        for job, value in content(GITLAB).items()
        for key in ("before_script", "script", "after_script")
        if isinstance(value, dict) and key in value
    }


SCRIPTS = {**action_steps(), **gitlab_parts()}


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_shell_part_is_shell(name: str) -> None:
    done = subprocess.run(["bash", "-n", "-c", SCRIPTS[name]], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_there_are_shell_parts_of_both_services() -> None:
    assert {"Check", "Build"} <= action_steps().keys()
    assert {"roadmapkit:check script", "roadmapkit:documents script"} <= gitlab_parts().keys()


@pytest.mark.skipif(find_spec("check_jsonschema") is None, reason="check-jsonschema is absent")
@pytest.mark.parametrize(("path", "schema"), [(ACTION, "github-actions"), (GITLAB, "gitlab-ci")])
def test_the_file_is_one_of_its_service(path: Path, schema: str) -> None:
    folder = files("check_jsonschema") / "builtin_schemas" / "vendor"
    published = json.loads((folder / f"{schema}.json").read_text(encoding="utf-8"))
    errors = validator_for(published)(published).iter_errors(content(path))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("path", [HOOKS, ACTION, GITLAB], ids=lambda path: path.name)
def test_no_file_names_a_place_in_the_network(path: Path) -> None:
    assert "://" not in path.read_text(encoding="utf-8")


def run_hook(repository: Repository, hook: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does: its entry from the root, with the files if it wants them."""
    names = ["roadmaps/plan.yaml"] if hook.get("pass_filenames", True) else []
    return repository.run(shlex.join([*shlex.split(hook["entry"]), *names]))


def test_the_hook_lets_a_sound_commit_through_and_stops_a_wrong_one(
    repository: Repository,
) -> None:
    [hook] = [hook for hook in content(HOOKS) if hook["id"] == "roadmapkit-check"]
    done = run_hook(repository, hook)
    assert done.returncode == 0, done.stdout + done.stderr
    repository.write(WRONG)
    stopped = run_hook(repository, hook)
    assert stopped.returncode == 1
    assert "roadmaps/plan.yaml:7" in stopped.stdout


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        *((name, True) for name in ("roadmaps/plan.yaml", "roadmaps/scores.csv", "a/text.md")),
        *((name, False) for name in ("main.py", "notes.txt")),
    ],
)
def test_the_hook_runs_for_the_files_that_documents_are_made_of(name: str, wanted: bool) -> None:
    [hook] = [hook for hook in content(HOOKS) if hook["id"] == "roadmapkit-check"]
    assert bool(re.search(hook["files"], name)) is wanted


def test_hooks_have_what_pre_commit_requires() -> None:
    for hook in content(HOOKS):
        assert {"id", "name", "entry", "language"} <= hook.keys()
        assert hook["language"] == "python"


def test_the_action_annotates_a_wrong_line_and_fails(repository: Repository) -> None:
    asked = {"WORKSPACE": ".", "FINDINGS_LANGUAGE": "en", "STRICT": "false"}
    assert repository.run(action_steps()["Check"], **asked).returncode == 0
    repository.write(WRONG)
    done = repository.run(action_steps()["Check"], **asked)
    assert done.returncode == 1
    assert re.search(r"^::error file=roadmaps/plan\.yaml,line=7,", done.stdout, re.MULTILINE)


def test_a_strict_action_fails_on_a_warning(repository: Repository) -> None:
    repository.write(SOUND.replace("title: Семинар", 'title: "Семинар семинар для всех"'))
    asked = {"WORKSPACE": ".", "FINDINGS_LANGUAGE": "en"}
    assert repository.run(action_steps()["Check"], STRICT="false", **asked).returncode == 0
    assert repository.run(action_steps()["Check"], STRICT="true", **asked).returncode == 1


def test_the_action_builds_the_documents_that_it_keeps(repository: Repository) -> None:
    made = repository.root.parent / "runner"
    asked = {"WORKSPACE": ".", "FINDINGS_LANGUAGE": "en", "PDF": "false"}
    done = repository.run(action_steps()["Build"], RUNNER_TEMP=str(made), **asked)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in sorted((made / "documents").rglob("*.docx"))] == ["plan.docx"]
    kept = [step for step in content(ACTION)["runs"]["steps"] if "upload" in step.get("uses", "")]
    assert kept[0]["with"]["path"].endswith("/documents")


def test_the_gitlab_job_builds_the_documents_that_it_keeps(repository: Repository) -> None:
    done = repository.run(
        gitlab_parts()["roadmapkit:documents script"],
        ROADMAPKIT_WORKSPACE=".",
        ROADMAPKIT_PDF="false",
    )
    assert done.returncode == 0, done.stderr
    [kept] = content(GITLAB)["roadmapkit:documents"]["artifacts"]["paths"]
    assert (repository.root / kept / "roadmaps" / "plan.docx").is_file()


def test_the_gitlab_job_writes_the_report_that_it_keeps(repository: Repository) -> None:
    repository.write(WRONG)
    script = gitlab_parts()["roadmapkit:check script"]
    assert repository.run(script, ROADMAPKIT_WORKSPACE=".").returncode == 1
    name = content(GITLAB)["roadmapkit:check"]["artifacts"]["reports"]["codequality"]
    report = json.loads((repository.root / name).read_text(encoding="utf-8"))
    assert report[0]["location"]["path"] == "roadmaps/plan.yaml"


def test_the_gitlab_template_has_the_history_fonts_and_lasting_tags() -> None:
    template = content(GITLAB)
    assert template[".roadmapkit"]["variables"]["GIT_DEPTH"] == "0"
    assert "fonts-liberation" in gitlab_parts()["roadmapkit:documents script"]
    assert template["roadmapkit:signed"]["artifacts"]["expire_in"] == "never"
    assert template["roadmapkit:signed"]["rules"] == [{"if": "$CI_COMMIT_TAG"}]
