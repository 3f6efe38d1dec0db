"""``roadmapkit due``: the answer in every form, the findings beside it, the exit code."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import pytest
from program_calls import Call
from program_fixtures import write_plan

DAY = ("--as-of", "2026-01-15")


def test_text_has_a_line_for_each_item_with_nothing_cut(call: Call, workspace: Path) -> None:
    answer = call("due", *DAY)
    assert answer.code == 0
    line = next(line for line in answer.out.splitlines() if line.startswith("20.02.2026"))
    assert "1.1." in line
    assert "Пробный экзамен по математике | Учителя математики | " in line
    assert answer.err == ""


def test_terminal_gets_columns_and_long_cells_whole(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    answer = call("due", *DAY, "--color", "never")
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= 60
    words = answer.out.split()
    assert {"Пробный", "экзамен", "математике", "Учителя", "математики"} <= set(words)


def test_json_gives_the_result_to_programs(call: Call, workspace: Path) -> None:
    record = json.loads(call("due", *DAY, "--format", "json").out)
    assert record["as_of"] == "2026-01-15"
    assert [item["uid"] for item in record["items"]] == ["exams/trial/1@roadmapkit"]
    assert record["blocked"] == []


def test_without_a_day_it_is_today(call: Call, workspace: Path) -> None:
    def today() -> str:
        return datetime.now().astimezone().date().isoformat()

    before = today()
    found = json.loads(call("due", "--format", "json").out)["as_of"]
    assert before <= found <= today()


def test_file_gets_the_same_bytes_as_the_output(call: Call, workspace: Path) -> None:
    for name in ("csv", "ics", "json", "text"):
        path = workspace / "out" / f"due.{name}"
        answer = call("due", *DAY, "--format", name)
        written = call("due", *DAY, "--format", name, "--out", path)
        assert written.out == ""
        assert path.name in written.err
        assert path.read_bytes().decode().replace("\r\n", "\n") == answer.out.replace("\r\n", "\n")


def test_calendar_and_table_are_in_russian_wherever_the_command_runs(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    russian = call("due", *DAY, "--format", "csv").out
    monkeypatch.setenv("LANG", "C")
    assert call("due", *DAY, "--format", "csv").out == russian
    assert call("due", *DAY, "--format", "csv", "--lang", "en").out != russian


def test_filters_are_passed_on(call: Call, workspace: Path) -> None:
    near = json.loads(call("due", *DAY, "--within", "30d", "--format", "json").out)
    far = json.loads(call("due", *DAY, "--within", "3m", "--format", "json").out)
    late = json.loads(call("due", "--as-of", "2026-03-01", "--late", "--format", "json").out)
    party = json.loads(call("due", *DAY, "--party", "учителя МАТЕМАТИКИ", "--format", "json").out)
    assert [len(one["items"]) for one in (near, far, late, party)] == [0, 1, 1, 1]


def test_alarms_are_passed_on(call: Call, workspace: Path) -> None:
    def alarms(*words: str) -> list[str]:
        feed = call("due", *DAY, "--format", "ics", *words).out
        return [line for line in feed.split() if line.startswith("TRIGGER")]

    assert alarms() == ["TRIGGER:-P6DT15H", "TRIGGER:-PT15H"]
    assert alarms("--alarm", "14d", "--alarm", "1d") == ["TRIGGER:-P13DT15H", "TRIGGER:-PT15H"]
    assert alarms("--alarm", "none") == []


@pytest.mark.parametrize(
    "words", [("--party", "Никто Н.Н."), ("--within", "5x"), ("--as-of", "вчера"), ("nothing",)]
)
def test_unusable_arguments_are_told_and_nothing_is_printed(
    call: Call, workspace: Path, words: tuple[str, ...]
) -> None:
    answer = call("due", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err


def test_document_with_errors_is_left_out_and_told_beside_the_answer(
    call: Call, faulty: Path
) -> None:
    answer = call("due", *DAY, "--format", "json")
    record = json.loads(answer.out)
    assert answer.code == 1
    assert {item["document"] for item in record["items"]} == {"exams"}
    assert record["blocked"] == ["faulty"]
    assert "DUE006" in answer.err
    assert "faulty" in answer.err


def test_errors_of_other_documents_do_not_matter_to_those_asked_for(
    call: Call, faulty: Path
) -> None:
    answer = call("due", "exams", *DAY)
    assert (answer.code, answer.err) == (0, "")


def test_what_has_no_date_is_told_with_the_way_out(call: Call, workspace: Path) -> None:
    write_plan(workspace, due="по отдельному графику", name="open")
    answer = call("due", *DAY)
    assert answer.code == 0
    assert "по отдельному графику" in answer.out
    assert "roadmapkit explain plan" in answer.out
    assert "1" in call("due", *DAY, "--format", "ics").err


def test_help_shows_how_it_is_used(call: Call, workspace: Path) -> None:
    text = call("due", "--help").out
    assert "roadmapkit due --within 30d" in text
    assert "--alarm" in text


def test_day_of_signing_moves_what_counts_from_it(call: Call, workspace: Path) -> None:
    (workspace / "roadmaps" / "order.yaml").write_text(
        "kind: order\nid: order\ntitle: О поддержке\n"
        "clauses:\n"
        "  - {text: Провести проверку, due: в течение 10 дней со дня подписания}\n",
        encoding="utf-8",
    )
    days = []
    for signed_on in ("2026-02-02", "2026-03-02"):
        words = ("order", *DAY, "--signed-on", signed_on, "--format", "json")
        days += [item["due"] for item in json.loads(call("due", *words).out)["items"]]
    assert days == ["2026-02-12", "2026-03-12"]
