"""Fixtures for the tests of the command line; tests/conftest.py names this module."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from program_calls import Answer, Call

from roadmapkit.cli import main

PLAN = """\
    kind: roadmap
    id: exams
    title: План мероприятий («дорожная карта») по подготовке к экзаменам на 2025/2026 учебный год
    period: 2025/2026
    sections:
      - title: Подготовка
        activities:
          - id: trial
            title: Пробный экзамен по математике
            due: {due}
            responsible: Учителя математики
    """


@pytest.fixture(autouse=True)
def plain_environment(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine decides on language, colours or tracebacks of the program."""
    if request.path.parent != Path(__file__).parent:
        return
    for name in ("LC_ALL", "LC_MESSAGES", "ROADMAPKIT_LANG", "ROADMAPKIT_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs the program in this process."""

    def called(*arguments: str | Path) -> Answer:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return called


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of one sound document, which is the current folder."""
    write_plan(tmp_path, due="до 20 февраля 2026 г.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of a sound document and one whose deadline is no day of the calendar."""
    write_plan(tmp_path, due="до 20 февраля 2026 г.")
    write_plan(tmp_path, due="30 февраля 2026 г.", name="faulty")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_plan(folder: Path, *, due: str, name: str = "exams") -> Path:
    path = folder / "roadmaps" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    text = textwrap.dedent(PLAN).replace("id: exams", f"id: {name}").format(due=due)
    path.write_text(text, encoding="utf-8")
    return path
