from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import click
import pytest
from program_calls import Call

from roadmapkit import __version__
from roadmapkit.cli.commands import PROGRAM, program
from roadmapkit.cli.session import begin_session
from roadmapkit.cli.spoken import Group

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = [
    ["init"],
    ["new"],
    ["new", "directory"],
    ["new", "roadmap"],
    ["new", "program"],
    ["new", "order"],
    ["new", "minutes"],
    ["new", "progress"],
    ["check"],
    ["build"],
    ["register"],
    ["rule"],
    ["due"],
    ["status"],
    ["status", "forms"],
    ["status", "merge"],
    ["report"],
    ["pack"],
    ["explain"],
    ["explain", "deadline"],
    ["explain", "activity"],
    ["explain", "plan"],
    ["explain", "parties"],
    ["explain", "party"],
    ["explain", "form"],
    ["explain", "profile"],
    ["forms"],
    ["forms", "list"],
    ["forms", "review"],
    ["impact"],
    ["inspect"],
    ["verify"],
    ["templates"],
    ["templates", "list"],
    ["templates", "copy"],
    ["templates", "fields"],
    ["templates", "check"],
    ["schema"],
    ["baseline"],
]
HEAVY = {"docx", "docxtpl", "holidays", "lxml", "pydantic", "pymorphy3", "pytrovich", "rich"}


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys; from roadmapkit.cli import main; main(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["build", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert "roadmapkit" in loaded
    assert loaded & HEAVY == set()


def test_the_version_is_that_of_the_package(call: Call) -> None:
    answer = call("--version")
    assert (answer.code, answer.out) == (0, f"{PROGRAM} {__version__}\n")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("language", "usage"), [("ru", "Вызов: "), ("en", "Usage: ")])
def test_every_command_has_help_in_both_languages(
    call: Call, command: list[str], language: str, usage: str
) -> None:
    answer = call(*command, "--help", "--lang", language)
    assert answer.code == 0
    assert answer.out.startswith(f"{usage}{PROGRAM} {' '.join(command)}")
    assert answer.err == ""


def test_the_russian_help_has_no_english_left_in_it(call: Call) -> None:
    for command in COMMANDS:
        text = call(*command, "--help", "--lang", "ru").out
        for word in ("Usage", "Options", "Commands", "required", "default", "Show", "PATH"):
            assert word not in text, (command, word)


def test_the_list_of_commands_here_is_complete() -> None:
    group = program(begin_session([], {}))
    context = click.Context(group)
    names = [[name] for name in group.list_commands(context)]
    for name in group.list_commands(context):
        inner = group.get_command(context, name)
        if isinstance(inner, Group):
            names += [[name, part] for part in inner.commands]
    assert sorted(COMMANDS) == sorted(names)


def test_the_page_of_the_command_line_is_up_to_date() -> None:
    """``make docs`` would leave the page as it is."""
    page = runpy.run_path(str(ROOT / "tools" / "command_line.py"))["page"]
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == page()


def test_without_a_command_help_goes_to_standard_error(call: Call) -> None:
    answer = call()
    assert answer.code == 2
    assert answer.out == ""
    assert "Вызов: roadmapkit" in answer.err
    assert "Назовите команду: init, new, check" in answer.err


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["chek"], "Команды «chek» нет; может быть, check"),
        (["quux"], "Команды «quux» нет"),
        (["explain"], "Назовите команду: deadline"),
        (["explain", "dedline", "май"], "Команды «dedline» нет; может быть, deadline"),
        (["check", "--strct"], "Параметра --strct нет; может быть, --strict"),
        (["check", "--qqq"], "Параметра --qqq нет"),
        (["check", "--format"], "У параметра --format нет значения"),
        (["check", "--strict=1"], "Параметр --strict пишется без значения"),
        (["check", "--format", "xml"], "--format: «xml» не подходит; возможные значения: text"),
        (["check", "a", "b"], "Лишний параметр: «b»"),
        (["check", "--lang", "fr"], "--lang: «fr» не подходит; возможные значения: ru, en"),
        (["explain", "form", "школа"], "Не хватает параметра --case"),
        (["explain", "deadline"], "Не хватает параметра СРОК"),
        (["register", "x", "--date", "30.02.2026", "--number", "1"], "«30.02.2026» – не день"),
        (["init", "--year", "26"], "«26» – не год"),
        (["build", "roadmaps/plan.yaml"], "«roadmaps/plan.yaml» – это путь, а не id"),
    ],
)
def test_arguments_that_cannot_be_used_are_named(
    call: Call, arguments: list[str], fault: str
) -> None:
    answer = call(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert fault in answer.err


def test_a_fault_of_arguments_names_the_help_of_its_command(call: Call) -> None:
    for arguments in (["check", "--qqq"], ["check", "--strict=1"], ["check", "a", "b"]):
        assert "Справка: roadmapkit check --help" in call(*arguments).err


def test_options_of_the_program_work_before_and_after_the_command(call: Call) -> None:
    for arguments in (
        ["--lang", "en", "explain", "form", "школа", "--case", "dative"],
        ["explain", "--lang", "en", "form", "школа", "--case", "dative"],
        ["explain", "form", "школа", "--case", "dative", "--lang", "en"],
    ):
        assert "is inflected" in call(*arguments).out


def test_the_program_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "roadmapkit", "--version"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == f"{PROGRAM} {__version__}"
