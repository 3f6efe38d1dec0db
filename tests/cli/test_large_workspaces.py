"""Large workspaces on the command line: several processes, clusters, what is remembered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit.cli.progress import BuildProgress

SCHOOL = """\
kind: roadmap
id: plan-{number}
title: План школы № {number} на 2024 год
period: 2024
activities:
  - id: trial
    title: Пробный экзамен по математике
    due: март 2024 г.
    responsible: Учителя математики
    result: {result}
"""


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace that is large enough to be worked through part by part."""
    for number in range(1, 31):
        path = tmp_path / "roadmaps" / f"school-{number:02}" / "plan.yaml"
        path.parent.mkdir(parents=True)
        result = "Справка" if number > 2 else '""'
        path.write_text(SCHOOL.format(number=number, result=result), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "sarif"], ["build"]])
def test_the_second_time_the_same_is_printed(
    call: Call, region: Path, arguments: list[str]
) -> None:
    if arguments == ["build"]:
        call("build")  # it tells of the files that it writes, and later ones of what stands
        (region / "build/.cache").rename(region / "former")
    first = call(*arguments)
    assert len(list((region / "build/.cache").iterdir())) > 30
    assert call(*arguments) == first
    assert "SCH" in first.out or "CMP" in first.out


def test_an_unchanged_workspace_loads_neither_yaml_nor_models(region: Path) -> None:
    script = (
        "import sys; from roadmapkit.cli import main; main(['build', '-q']);"
        "heavy = {'yaml', 'pydantic', 'docx', 'lxml', 'jinja2'} & set(sys.modules);"
        "print(*sorted(heavy), file=sys.stderr)"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", script], cwd=region, capture_output=True, text=True, check=False
        ).stderr.split()
        for _ in range(2)
    ]
    assert "yaml" in loaded[0]
    assert loaded[1] == []


def test_processes_write_the_same_files(
    call: Call, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmapkit.building.islands.crews.WORTH_IT", 1)
    alone = call("build", "--out", "alone")
    spread = call("build", "--out", "spread", "--jobs", "2")
    assert spread.out == alone.out.replace("alone/", "spread/")
    for path in sorted((region / "alone").rglob("*.docx")):
        twin = region / "spread" / path.relative_to(region / "alone")
        assert twin.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("watched", [True, False])
def test_only_somebody_who_watches_sees_how_far_processes_are(
    call: Call, region: Path, monkeypatch: pytest.MonkeyPatch, command: str, watched: bool
) -> None:
    monkeypatch.setattr("roadmapkit.building.islands.crews.WORTH_IT", 1)
    monkeypatch.setattr("roadmapkit.building.islands.building._BATCH", 1)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    monkeypatch.setitem(BuildProgress.__init__.__kwdefaults__ or {}, "patience", 0.0)
    answer = call(command, "--jobs", "2")
    assert "/30" not in answer.out
    assert ("/30" in answer.err) is watched
    assert region.is_dir()


@pytest.mark.parametrize("value", ["0", "-1", "много", "100000"])
def test_a_number_of_processes_that_is_none_is_refused(
    call: Call, region: Path, value: str
) -> None:
    answer = call("build", f"--jobs={value}", "--lang", "en")
    assert answer.code == 2
    assert value in answer.err
    assert not (region / "build").exists()


def test_processes_and_a_cluster_are_not_asked_for_together(call: Call, region: Path) -> None:
    answer = call("build", "--jobs", "2", "--dask", "tcp://127.0.0.1:1", "--lang", "en")
    assert answer.code == 2
    assert "--dask" in answer.err
    assert region.is_dir()


def test_a_folder_that_cannot_be_written_to_is_checked_all_the_same(
    call: Call, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(os, "mkdir", refuse)
        told = call("check")
        assert call("check") == told
    assert not (region / "build").exists()
    assert call("check") == told
    assert "SCH007" in told.out


def test_a_check_of_a_foreign_cache_believes_nothing(call: Call, region: Path) -> None:
    first = call("check")
    (region / "build/.cache").chmod(0o777)
    assert call("check") == first
