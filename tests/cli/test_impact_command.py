"""``roadmapkit impact``: the answer for people and for programs, and what cannot be asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program_calls import Call

from tiny_workspaces import DIRECTORY, PLAN, opened, order_text

ACT = order_text("- approve: plan\n- control: sokolov")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    opened(tmp_path, ACT, PLAN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_text_groups_the_mentions_by_document_with_their_places(call: Call, office: Path) -> None:
    answer = call("impact", "--person", "Соколов И.А.", "--lang", "en")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Соколов Игорь Андреевич [sokolov]"
    assert (
        "Приказ от 15.01.2024 № 46 «О поддержке школ» [prikaz] – registered: needs an amending act"
        in lines
    )
    index = lines.index("  activity 1.1. Собрать заявки")
    assert lines[index + 1].startswith("      named directly – roadmaps/work.yaml:")
    assert lines[index + 2] == "      due: 01.03.2024"
    assert "Documents: 2, of these registered: 2; mentions: 2, terms: 1" in lines


def test_nothing_is_cut_in_a_pipe(call: Call, tmp_path: Path) -> None:
    title = " ".join(f"слово{number}" for number in range(80))
    opened(tmp_path, order_text(f"- text: {title} Соколову И.А."))
    answer = call("impact", tmp_path, "--party", "sokolov")
    assert f"{title} Соколову И.А." in answer.out


def test_json_gives_the_result_to_programs(call: Call, office: Path) -> None:
    record = json.loads(
        call("impact", "--party", "sokolov", "--from", "2024-02-01", "--format", "json").out
    )
    assert (record["ref"], record["since"]) == ("sokolov", "2024-02-01")
    states = [(item["id"], item["needs_amendment"]) for item in record["documents"]]
    assert states == [("plan", True), ("prikaz", True)]


def test_a_day_leaves_out_what_was_due_before_it(call: Call, office: Path) -> None:
    answer = call("impact", "--person", "sokolov", "--from", "02.03.2024", "--lang", "en")
    assert "[prikaz]" in answer.out
    assert "[plan]" not in answer.out
    assert answer.out.startswith("Соколов Игорь Андреевич [sokolov], from 02.03.2024 on")


def test_one_who_is_named_nowhere_is_no_fault(call: Call, office: Path) -> None:
    answer = call("impact", "--person", "lapina", "--lang", "en")
    assert answer.code == 0
    assert "No document in force names it" in answer.out


def test_repealed_acts_are_told_to_be_left_out(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repeal = order_text("- repeal: prikaz", "date: 01.06.2024\nnumber: 90", id_="otmena")
    opened(tmp_path, order_text("- control: sokolov"), repeal)
    monkeypatch.chdir(tmp_path)
    answer = call("impact", "--person", "sokolov", "--lang", "en")
    assert "Repealed and left out: prikaz" in answer.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Give one of --person"),
        (("--person", "sokolov", "--post", "nachalnik"), "Give one of --person"),
        (("--person", "sokolov", "--against", "old.yaml"), "Give one of --person"),
        (("--person", "sokolof"), "Nobody is called 'sokolof'; perhaps"),
        (("--post", "sokolov"), "'sokolov' is a person, not a post"),
        (("--against", "none.yaml"), "There is no none.yaml"),
    ],
)
def test_what_cannot_be_answered_says_why(
    call: Call, office: Path, arguments: tuple[str, ...], words: str
) -> None:
    answer = call("impact", *arguments, "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


def test_a_change_of_the_directory_tells_what_prints_otherwise(call: Call, office: Path) -> None:
    old = office / "old.yaml"
    old.write_text(DIRECTORY.replace("Соколов Игорь", "Сорокин Игорь"), encoding="utf-8")
    answer = call("impact", "--against", old, "--lang", "en")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert "  name: Сорокин Игорь Андреевич → Соколов Игорь Андреевич" in lines
    assert "  named, and the print changes: prikaz" in lines
    assert any(line.startswith("    − ") and "Сорокина" in line for line in lines)
    assert any(line.startswith("    + ") and "Соколова" in line for line in lines)
    record = json.loads(call("impact", "--against", old, "--format", "json").out)
    assert [item["id"] for item in record["entries"]] == ["sokolov"]


def test_the_same_directory_says_so(call: Call, office: Path) -> None:
    answer = call("impact", "--against", office / "directory.yaml", "--lang", "en")
    assert answer.out.strip() == "The directories say the same"
