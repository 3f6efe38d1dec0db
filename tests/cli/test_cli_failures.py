from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit import api
from roadmapkit.cli import main
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

PROGRAM = [sys.executable, "-m", "roadmapkit"]


Fail = Callable[[BaseException], None]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Fail:
    """Makes the library raise."""

    def fail(error: BaseException) -> None:
        def schema() -> dict[str, object]:
            raise error

        monkeypatch.setattr(api, "json_schema", schema)

    return fail


def test_our_own_fault_is_short_and_says_where_to_report_it(call: Call, failing: Fail) -> None:
    failing(ZeroDivisionError("division by zero"))
    answer = call("schema")
    assert (answer.code, answer.out) == (3, "")
    assert "ZeroDivisionError: division by zero – это ошибка самой программы" in answer.err
    assert "--debug" in answer.err
    assert "Сообщите о ней" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("wish", ["option", "variable"])
def test_the_traceback_is_shown_on_request(
    call: Call, failing: Fail, monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    failing(ZeroDivisionError("division by zero"))
    if wish == "variable":
        monkeypatch.setenv("ROADMAPKIT_DEBUG", "1")
    answer = call("schema", *(["--debug"] if wish == "option" else []))
    assert answer.code == 3
    assert "Traceback" in answer.err


def test_what_the_library_refuses_is_unusable_input(call: Call, failing: Fail) -> None:
    failing(ArgumentError("No such thing; name another", argument="thing", value=1))
    answer = call("schema")
    assert (answer.code, answer.err) == (2, "roadmapkit: No such thing; name another\n")


def test_a_refusal_that_can_be_translated_is(call: Call, failing: Fail) -> None:
    failing(ArgumentError(Message("{name} is missing", name="X"), argument="x", value=1))
    assert call("schema").err == "roadmapkit: Не хватает параметра X\n"


def test_a_failing_disk_is_not_our_fault(call: Call, failing: Fail) -> None:
    failing(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "build/plan.docx"))
    answer = call("schema")
    assert answer.code == 2
    assert answer.err == "roadmapkit: build/plan.docx: на диске нет места\n"


def test_a_trouble_of_the_system_that_has_no_words_of_ours_keeps_its_own(
    call: Call, failing: Fail
) -> None:
    failing(OSError(errno.EDEADLK, "Resource deadlock avoided", "build/plan.docx"))
    assert call("schema").err == "roadmapkit: build/plan.docx: Resource deadlock avoided\n"


def test_a_missing_part_of_the_package_is_our_fault(call: Call, failing: Fail) -> None:
    failing(FileNotFoundError("templates/order.docx"))
    assert call("schema").code == 3


def test_an_interrupt_is_told_from_a_failure(call: Call, failing: Fail) -> None:
    failing(KeyboardInterrupt())
    answer = call("schema")
    assert answer.code == 130
    assert "Прервано" in answer.err


def test_a_reader_that_goes_away_changes_nothing(faulty: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "build"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=faulty
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        errors = process.stderr.read()
        code = process.wait()
    assert (code, errors) == (1, b"")
    assert (faulty / "build" / "roadmaps" / "exams.docx").is_file()


@pytest.mark.parametrize("encoding", ["C", "ru_RU.KOI8-R"])
def test_output_is_unicode_whatever_the_locale_is(encoding: str) -> None:
    environ = {**os.environ, "LC_ALL": encoding, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environ.pop("PYTHONIOENCODING", None)
    done = subprocess.run(
        [*PROGRAM, "--help", "--lang", "ru"], env=environ, capture_output=True, check=True
    )
    assert done.stdout.decode("utf-8").startswith("Вызов: ")


def test_a_wish_for_another_encoding_is_kept_and_loses_no_character() -> None:
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [*PROGRAM, "explain", "form", "школа", "--case", "dative"]
    done = subprocess.run(command, env=environ, capture_output=True, check=True)
    assert done.stdout.startswith(b"\\u0448\\u043a\\u043e\\u043b\\u0435")


def test_main_reads_the_words_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["roadmapkit", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("roadmapkit ")
