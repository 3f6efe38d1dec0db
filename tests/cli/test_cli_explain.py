from __future__ import annotations

import json
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit import explain_deadline, explain_form, explain_parties

DIRECTORY = """\
kind: directory
people:
  - id: sokolova
    name: Соколова Дарья Игоревна
groups:
  - id: heads
    name: руководители школ
    members:
      - sokolova
"""


def test_a_deadline_is_told_to_a_person(call: Call) -> None:
    answer = call("explain", "deadline", "ежегодно (август–сентябрь)", "--period", "2021-2022")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[:4] == [
        "Срок:          ежегодно (август–сентябрь)",
        "Вид:           повторяющийся",
        "Единая запись: ежегодно, август – сентябрь",
        "Повторяется:   ежегодно",
    ]
    assert lines[5].startswith("  «ежегодно» – ")
    assert lines[6].startswith("  «август–сентябрь» – ")
    assert lines[7:10] == [
        "Наступает:",
        "  01.08.2021 – 30.09.2021",
        "  01.08.2022 – 30.09.2022",
    ]


def test_a_deadline_is_told_to_a_program_as_the_library_tells_it(call: Call) -> None:
    phrase = "2 раза в учебный год"
    out = call("explain", "deadline", phrase, "--period", "2021/2022", "--format", "json").out
    meaning = explain_deadline(phrase, period="2021/2022").to_dict()
    found = json.loads(out)
    assert {key: found[key] for key in ("kind", "frequency", "count", "per", "occurrences")} == {
        key: meaning[key] for key in ("kind", "frequency", "count", "per", "occurrences")
    }


def test_json_of_a_deadline_is_in_the_language_of_the_reader(call: Call) -> None:
    def reason(language: str) -> str:
        arguments = ["explain", "deadline", "март", "--period", "2026", "--format", "json"]
        return str(json.loads(call(*arguments, "--lang", language).out)["because"])

    assert reason("ru") != reason("en")


def test_open_years_are_told_as_other_readings(call: Call) -> None:
    answer = call("explain", "deadline", "до 1 марта", "--period", "2025-2026")
    assert answer.code == 0
    assert "Другие прочтения:" in answer.out
    assert "до 01.03.2025 включительно" in answer.out
    assert "предупреждение " in answer.out


def test_parts_of_a_deadline_are_told_one_by_one(call: Call) -> None:
    out = call("explain", "deadline", "Январь, 2024 (школа № 15) Март, 2024 (школа № 19)").out
    assert "Части:" in out
    assert "школа № 15: 01.01.2024 – 31.01.2024" in out
    assert "  01.03.2024 – 31.03.2024 (школа № 19)" in out


def test_the_day_of_signing_counts(call: Call) -> None:
    arguments = ["explain", "deadline", "с момента подписания", "--period", "2026"]
    assert "16.03.2026" not in call(*arguments).out
    assert "16.03.2026" in call(*arguments, "--signed-on", "16.03.2026").out
    assert "16.03.2026" in call(*arguments, "--signed-on", "2026-03-16").out


def test_a_long_series_is_cut_for_a_person_only(call: Call) -> None:
    arguments = ["explain", "deadline", "еженедельно", "--period", "2026"]
    assert "и ещё " in call(*arguments).out
    assert len(json.loads(call(*arguments, "--format", "json").out)["occurrences"]) > 50


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_a_phrase_that_is_no_deadline_is_said_to_be_none(call: Call, output_format: str) -> None:
    answer = call("explain", "deadline", "зелёный", "--format", output_format)
    assert answer.code == 0
    assert "не понят" in answer.out or json.loads(answer.out)["kind"] == "unparsed"


def test_a_period_that_is_none_is_unusable(call: Call) -> None:
    answer = call("explain", "deadline", "май", "--period", "скоро")
    assert (answer.code, answer.out) == (2, "")
    assert "скоро" in answer.err


def test_parties_are_told_by_form_without_a_directory(call: Call) -> None:
    answer = call("explain", "parties", "Соколова Д.И., директора школ")
    assert answer.code == 0
    assert answer.out.splitlines()[0].startswith("Соколова Д.И.: человек")
    assert "директора школ: " in answer.out


def test_parties_are_looked_up_in_a_directory(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "directory.yaml"
    path.write_text(DIRECTORY, encoding="utf-8")
    text = "Руководители школ, Соколова Д.И."
    out = call("explain", "parties", text, "--directory", path, "--format", "json").out
    assert json.loads(out) == explain_parties(text, path).to_dict()
    assert {party["ref"] for party in json.loads(out)} == {"heads", "sokolova"}


def test_a_directory_that_is_not_there_is_unusable(call: Call, tmp_path: Path) -> None:
    answer = call("explain", "parties", "Соколова Д.И.", "--directory", tmp_path / "nowhere.yaml")
    assert (answer.code, answer.out) == (2, "")


def test_an_empty_cell_names_nobody(call: Call) -> None:
    assert call("explain", "parties", " ").out == "В тексте никто не назван\n"


def test_a_form_stands_alone_on_the_first_line(call: Call) -> None:
    answer = call("explain", "form", "заместитель начальника отдела", "--case", "dative")
    assert answer.code == 0
    first, *reasons = answer.out.splitlines()
    assert first == "заместителю начальника отдела"
    assert reasons
    assert all(line.startswith("  – ") for line in reasons)


def test_number_and_gender_of_a_form_can_be_asked_for(call: Call) -> None:
    plural = call("explain", "form", "директор школы", "--case", "dative", "--number", "plural")
    assert plural.out.splitlines()[0] == "директорам школы"
    arguments = ["explain", "form", "Черных А.Б.", "--case", "dative", "--gender", "feminine"]
    assert call(*arguments).out.splitlines()[0] == "Черных А.Б."


def test_json_of_a_form_is_what_the_library_answers(call: Call) -> None:
    arguments = ["начальник управления", "--case", "instrumental"]
    record = json.loads(call("explain", "form", *arguments, "--format", "json").out)
    assert record["form"] == explain_form("начальник управления", case="instrumental").form
    assert record["because"]
    assert record["diagnostics"] == []


def test_a_form_that_cannot_be_told_is_an_error(call: Call) -> None:
    answer = call("explain", "form", "Бондарь А.Б.", "--case", "dative", "--format", "json")
    assert answer.code == 1
    assert json.loads(answer.out)["diagnostics"][0]["severity"] == "error"
