"""What a change of the directory touches: entries, documents, pieces of print."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapkit import compare_directories, open_workspace, register
from roadmapkit.building import DirectoryComparison
from roadmapkit.errors import ArgumentError
from tiny_workspaces import DIRECTORY, PLAN, opened, order_text, write_files

ACT = order_text("- control: sokolov\n- {assign: direktor-1, text: обеспечить участие}")


def compared(
    tmp_path: Path, now: str, was: str = DIRECTORY, *documents: str
) -> DirectoryComparison:
    workspace = opened(tmp_path / "now", *(documents or (ACT, PLAN)), directory=now)
    (tmp_path / "old.yaml").write_text(was, encoding="utf-8")
    return compare_directories(workspace, tmp_path / "old.yaml")


def test_equal_directories_touch_nothing_wherever_the_lines_stand(tmp_path: Path) -> None:
    found = compared(tmp_path, DIRECTORY.replace("people:\n", "# люди\npeople:\n"))
    assert (found.entries, found.documents) == ((), ())


def test_a_new_surname_changes_the_print_of_a_signed_act(tmp_path: Path) -> None:
    found = compared(tmp_path, DIRECTORY.replace("Соколов Игорь", "Сорокин Игорь"))
    (effect,) = found.entries
    assert (effect.entry.id, effect.entry.kind, effect.entry.change) == (
        "sokolov",
        "person",
        "changed",
    )
    assert [(item.key, item.before, item.after) for item in effect.entry.fields] == [
        ("name", "Соколов Игорь Андреевич", "Сорокин Игорь Андреевич")
    ]
    assert effect.printed == ("prikaz",)
    (document,) = found.documents
    assert (document.id, document.state, document.needs_amendment) == ("prikaz", "registered", True)
    (piece,) = document.pieces
    assert "И.А. Соколова" in piece.before
    assert "И.А. Сорокина" in piece.after
    assert piece.span is not None
    assert piece.span.file == "roadmaps/work.yaml"


def test_a_holder_who_left_later_changes_no_print_and_is_still_named(tmp_path: Path) -> None:
    now = DIRECTORY.replace("[{person: gusev}]", "[{person: gusev, to: 31.08.2024}]")
    found = compared(tmp_path, now)
    (effect,) = found.entries
    assert effect.entry.id == "direktor-1"
    assert (effect.printed, effect.named) == ((), ("prikaz",))
    assert found.documents == ()


def test_an_added_and_a_removed_entry_are_told(tmp_path: Path) -> None:
    was = DIRECTORY.replace("  - {id: lapina, name: Лапина Дарья Олеговна}\n", "")
    found = compared(tmp_path, DIRECTORY, was)
    assert [(one.entry.id, one.entry.change) for one in found.entries] == [("lapina", "added")]
    back = tmp_path / "back"
    back.mkdir()
    found = compared(back, was)
    assert [(one.entry.id, one.entry.change) for one in found.entries] == [("lapina", "removed")]


def test_a_row_that_comes_in_is_told_alone(tmp_path: Path) -> None:
    act = order_text("- approve: gruppa")
    now = DIRECTORY.replace("      - sokolov\n", "      - gusev\n      - sokolov\n")
    (document,) = compared(tmp_path, now, DIRECTORY, act).documents
    rows = [piece for piece in document.pieces if "Гусев" in piece.after]
    assert len(rows) == 1


def test_a_draft_is_edited_and_needs_no_amending_act(tmp_path: Path) -> None:
    act = order_text("- control: sokolov", "state: draft\ndate: null\nnumber: null")
    now = DIRECTORY.replace("Соколов Игорь", "Сорокин Игорь")
    (document,) = compared(tmp_path, now, DIRECTORY, act).documents
    assert (document.state, document.needs_amendment) == ("draft", False)


def test_an_abbreviation_touches_the_documents_that_print_it(tmp_path: Path) -> None:
    header = "appendices: [{id: s, title: Перечень, parts: [{text: ВПР}, {abbreviations: true}]}]"
    act = order_text("- approve: s", header)
    now = DIRECTORY.replace("всероссийские проверочные работы", "всероссийская проверка")
    found = compared(tmp_path, now, DIRECTORY, act)
    assert [(one.entry.id, one.printed) for one in found.entries] == [("ВПР", ("prikaz",))]


def test_another_copy_of_the_workspace_is_compared_file_by_file(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "now", ACT)
    other = write_files(
        tmp_path / "old",
        {"directory.yaml": DIRECTORY.replace("Соколов Игорь", "Сорокин Игорь")},
    )
    found = compare_directories(workspace, other)
    assert [one.entry.id for one in found.entries] == ["sokolov"]
    assert found == compare_directories(workspace, open_workspace(other))


def test_a_sealed_act_is_told_to_be_sealed(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "now", ACT)
    register(workspace, "prikaz", date=date(2024, 1, 15), number="46")
    was = DIRECTORY.replace("Соколов Игорь", "Сорокин Игорь")
    (tmp_path / "old.yaml").write_text(was, encoding="utf-8")
    (document,) = compare_directories(workspace, tmp_path / "old.yaml").documents
    assert document.sealed


def test_a_file_without_a_directory_fails(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=r"There is no directory in .*old.yaml"):
        compared(tmp_path, DIRECTORY, PLAN)


def test_a_file_that_may_stand_for_several_fails(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "now", ACT, roadmaps__directory="kind: directory\npeople: []")
    (tmp_path / "old.yaml").write_text(DIRECTORY, encoding="utf-8")
    with pytest.raises(
        ArgumentError, match=r"may stand for any of these: directory\.yaml, roadmaps"
    ):
        compare_directories(workspace, tmp_path / "old.yaml")


def test_the_record_is_plain(tmp_path: Path) -> None:
    record = compared(tmp_path, DIRECTORY.replace("Соколов Игорь", "Сорокин Игорь")).to_dict()
    assert record["entries"][0]["printed"] == ["prikaz"]
    assert record["documents"][0]["pieces"][0]["label"] == "point 1"
