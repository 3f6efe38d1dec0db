"""``roadmapkit forms``: listing case forms, walking through them, accepting them."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit.cli import main
from roadmapkit.cli.console import Console
from roadmapkit.language import rules_digest
from roadmapkit.load.forms_lock import FORMS_LOCK_NAME, read_forms_lock

ORDER = """\
kind: order
id: prikaz
title: О сверке
clauses:
  - assign: [начальник отдела кадров]
    text: провести сверку
  - appoint: Мельник А.Б.
    as: секретарь комиссии
  - assign: [школозавр]
    text: помочь
"""
SURE = ORDER.partition("  - appoint")[0]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of one order, which is the current folder."""
    write(tmp_path, ORDER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, order: str) -> None:
    (root / "roadmaps").mkdir(exist_ok=True)
    (root / "roadmaps" / "order.yaml").write_text(order, encoding="utf-8")


def answering(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let a person at a terminal give these answers, and then nothing more."""
    monkeypatch.setattr(Console, "is_interactive", property(lambda _: True))
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def locked(root: Path) -> dict[str, str]:
    """Return the forms of the lock by their texts."""
    lock = read_forms_lock(root)
    assert lock.damage == ()
    return {key.text: entry.form for key, entry in lock.entries.items() if not key.kind.is_reading}


def test_a_list_shows_question_form_reason_and_place(office: Path, call: Call) -> None:
    answer = call("forms", "list", "--lang", "en")
    assert answer.code == 0
    assert "начальник отдела кадров" in answer.out
    assert "dative – to whom? to what?: начальнику отдела кадров" in answer.out
    assert "'начальник' is the head and is inflected" in answer.out
    assert "roadmaps/order.yaml:5: - assign: [начальник отдела кадров]" in answer.out
    assert not (office / FORMS_LOCK_NAME).exists()


def test_a_list_is_narrowed_by_state(office: Path, call: Call) -> None:
    call("forms", "review", "--accept")
    new = json.loads(call("forms", "list", "--new", "--format", "json").out)["forms"]
    assert {item["text"] for item in new} == {"Мельник А.Б.", "школозавр"}
    write(office, SURE)
    unused = json.loads(call("forms", "list", "--unused", "--format", "json").out)["forms"]
    assert [(item["text"], item["state"]) for item in unused] == [("секретарь комиссии", "unused")]
    assert json.loads(call("forms", "list", "--changed", "--format", "json").out)["forms"] == []


def test_json_has_everything_that_a_program_needs(office: Path, call: Call) -> None:
    record = json.loads(call("forms", "list", "--format", "json").out)
    assert (record["exists"], record["file"]) == (False, FORMS_LOCK_NAME)
    (item,) = (item for item in record["forms"] if item["text"] == "начальник отдела кадров")
    (place,) = item.pop("places")
    assert place["file"] == "roadmaps/order.yaml"
    assert (place["line"], place["document"]) == (5, "prikaz")
    assert item.pop("because")
    assert item == {
        "kind": "phrase",
        "text": "начальник отдела кадров",
        "case": "dative",
        "number": None,
        "gender": None,
        "word": None,
        "form": "начальнику отдела кадров",
        "state": "new",
        "reviewed": False,
        "made": None,
        "doubts": [],
    }


def test_csv_has_a_row_a_form(office: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert office.is_dir()
    assert main(["forms", "list", "--format", "csv", "--lang", "en"]) == 0
    text = capfdbinary.readouterr().out.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][:4] == ["State", "Text", "Question", "Form"]
    assert ["начальник отдела кадров", "начальнику отдела кадров"] in [
        [row[1], row[3]] for row in rows
    ]


def test_without_a_terminal_the_new_forms_are_listed_and_nothing_is_written(
    office: Path, call: Call
) -> None:
    answer = call("forms", "review")
    assert answer.code == 1
    assert "начальнику отдела кадров" in answer.out
    assert "roadmapkit forms review --accept" in answer.err
    assert not (office / FORMS_LOCK_NAME).exists()


def test_what_is_certain_is_accepted_and_what_is_doubtful_is_left(office: Path, call: Call) -> None:
    assert call("forms", "review", "--accept").code == 1
    assert locked(office) == {
        "начальник отдела кадров": "начальнику отдела кадров",
        "секретарь комиссии": "секретарем комиссии",
    }


def test_the_doubtful_is_accepted_when_asked_for_and_what_cannot_be_told_never(
    office: Path, call: Call
) -> None:
    assert call("forms", "review", "--accept", "--accept-doubtful").code == 1
    assert set(locked(office)) == {"начальник отдела кадров", "секретарь комиссии", "школозавр"}


def test_a_complete_review_leaves_nothing(office: Path, call: Call) -> None:
    write(office, SURE)
    assert call("forms", "review", "--accept").code == 0
    assert call("forms", "review").code == 0
    assert call("check", "--strict").code == 0


def test_the_reasons_of_the_lock_are_russian_whatever_the_language_of_the_reader(
    office: Path, call: Call
) -> None:
    call("forms", "review", "--accept", "--lang", "en")
    text = (office / FORMS_LOCK_NAME).read_text("utf-8")
    assert "главное слово" in text
    assert "is the head" not in text


def test_a_person_accepts_corrects_and_leaves(
    office: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In the order of the texts: Мельник, начальник, секретарь, школозавр.
    answering(monkeypatch, "", "Мельника А.Б.", "", "секретарём комиссии", "s")
    answer = call("forms", "review", "--lang", "en")
    assert answer.code == 1
    assert "[1/4]" in answer.out
    assert "It cannot be told: type the form" in answer.out
    assert locked(office) == {
        "Мельник А.Б.": "Мельника А.Б.",
        "начальник отдела кадров": "начальнику отдела кадров",
        "секретарь комиссии": "секретарём комиссии",
    }


@pytest.mark.parametrize("ending", [("q",), ("в",), ()])
def test_who_quits_keeps_what_was_accepted(
    office: Path, call: Call, monkeypatch: pytest.MonkeyPatch, ending: tuple[str, ...]
) -> None:
    answering(monkeypatch, "s", "", *ending)
    assert call("forms", "review").code == 1
    assert set(locked(office)) == {"начальник отдела кадров"}


def test_a_changed_form_is_kept_or_renewed(
    office: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(office, SURE)
    call("forms", "review", "--accept")
    lock = office / FORMS_LOCK_NAME
    before = lock.read_text("utf-8")
    other = before.replace(rules_digest(), "old").replace("начальнику", "начальникам")
    for answers, form, instead in (
        (("",), "начальникам", "начальнику"),
        (("n",), "начальнику", None),
    ):
        lock.write_text(other, "utf-8")
        answering(monkeypatch, *answers)
        assert call("forms", "review").code == 0
        (entry,) = read_forms_lock(office).entries.values()
        assert entry.form == f"{form} отдела кадров"
        assert entry.instead_of == (f"{instead} отдела кадров" if instead else None)
    lock.write_text(other, "utf-8")
    assert call("check", "--strict").code == 1
    assert call("forms", "review", "--accept-changed").code == 0
    assert lock.read_text("utf-8") == before


def test_pruning_deletes_what_no_document_prints(office: Path, call: Call) -> None:
    call("forms", "review", "--accept")
    write(office, SURE)
    assert call("forms", "review", "--prune").code == 0
    assert set(locked(office)) == {"начальник отдела кадров"}


def test_nothing_is_pruned_while_a_document_has_errors(office: Path, call: Call) -> None:
    call("forms", "review", "--accept")
    before = locked(office)
    write(office, SURE.replace("title: О сверке", "titel: О сверке"))
    answer = call("forms", "review", "--prune", "--lang", "en")
    assert "Nothing was removed" in answer.err
    assert locked(office) == before


def test_a_check_without_a_lock_counts_the_forms_beside_the_findings(
    office: Path, call: Call
) -> None:
    write(office, SURE)
    answer = call("check", "--strict", "--lang", "en")
    assert answer.code == 0
    assert "Case forms that nobody has reviewed: 1" in answer.err
    call("forms", "review", "--accept")
    assert call("check").err == ""


def test_a_workspace_that_prints_no_forms_is_not_told_of_them(workspace: Path, call: Call) -> None:
    assert workspace.is_dir()
    assert call("check").err == ""


def test_a_damaged_lock_is_unusable_input(office: Path, call: Call) -> None:
    (office / FORMS_LOCK_NAME).write_text("forms: [\n", encoding="utf-8")
    for words in (("list",), ("review", "--accept")):
        answer = call("forms", *words, "--lang", "en")
        assert answer.code == 2
        assert "forms.lock.yaml is damaged" in answer.err
