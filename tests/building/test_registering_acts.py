"""A draft becomes a registered act, and what it printed is held against what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapkit import Workspace, build, check, open_workspace, register
from roadmapkit.building import codes
from roadmapkit.building.output.writing import write_atomically
from roadmapkit.building.signing import registration
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.errors import ArgumentError, OutputError, WorkspaceError
from roadmapkit.load.file_names import SEALS_NAME
from tiny_workspaces import (
    DIRECTORY,
    PLAN,
    act_of,
    opened,
    plan_text,
    source_at,
    with_code,
    write_files,
)

DAY = date(2024, 1, 15)
SOURCE = "roadmaps/work.yaml"

DRAFT = """\
# Проект приказа
kind: order
id: prikaz  # не менять
title: "О поддержке школ"
issuer: 'upravlenie'
expected_date: 2024-01-10

# Поручения
clauses:
  - approve: plan
  - assign: direktor-1
    text: сдать отчёт
    due: до 1 марта 2024 г.
  - control: sokolov   # методист
signatory: nachalnik
"""


def draft(folder: Path, text: str = DRAFT) -> Workspace:
    return opened(folder, text, PLAN)


def registered(folder: Path, text: str = DRAFT) -> Workspace:
    """Register the draft and open the workspace anew."""
    register(draft(folder, text), "prikaz", date=DAY, number="46-о")
    return open_workspace(folder)


def changes(workspace: Workspace) -> list[Diagnostic]:
    return with_code(workspace, codes.CHANGED_AFTER_SIGNING)


def edited(root: Path, name: str, old: str, new: str) -> Workspace:
    """Open a workspace after a change of one of its files."""
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    write_files(root, {name: text.replace(old, new)})
    return open_workspace(root)


# -- what is written ---------------------------------------------------------------------------


def test_registering_writes_state_date_and_number_and_keeps_the_rest(tmp_path: Path) -> None:
    done = register(draft(tmp_path), "prikaz", date=DAY, number="46-о")
    assert done.file == tmp_path / SOURCE
    assert done.lock == tmp_path / SEALS_NAME
    text = (tmp_path / SOURCE).read_text(encoding="utf-8")
    added = "state: registered\ndate: 15.01.2024\nnumber: 46-о\n"
    assert text == f"{DRAFT}\n---\n{PLAN}".replace("менять\n", f"менять\n{added}")


def test_values_that_are_there_are_replaced_in_place(tmp_path: Path) -> None:
    text = DRAFT.replace("expected_date", "state: draft # пока\nnumber:\nexpected_date")
    register(draft(tmp_path, text), "prikaz", date=DAY, number="№ 46")
    lines = (tmp_path / SOURCE).read_text(encoding="utf-8").split("\n")
    assert "state: registered # пока" in lines
    assert 'number: "№ 46"' in lines
    assert lines.count("date: 15.01.2024") == 1


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    write_files(tmp_path, {SOURCE: f"{DRAFT}\n---\n{PLAN}".replace("\n", "\r\n"),
                           "directory.yaml": DIRECTORY})  # fmt: skip
    register(open_workspace(tmp_path), "prikaz", date=DAY, number="46")
    data = (tmp_path / SOURCE).read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert b"date: 15.01.2024\r\n" in data
    assert changes(open_workspace(tmp_path)) == []


def test_nothing_else_is_written(tmp_path: Path) -> None:
    workspace = draft(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    register(workspace, "prikaz", date=DAY, number="46")
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after.keys() - before.keys() == {tmp_path / SEALS_NAME}
    assert {path for path in before if before[path] != after[path]} == {tmp_path / SOURCE}


def test_registered_act_prints_its_date_and_number(tmp_path: Path) -> None:
    act = act_of(registered(tmp_path))
    assert (act.date, act.number) == ("15.01.2024", "№\u00a046-о")


def test_lock_file_keeps_the_seals_of_other_acts(tmp_path: Path) -> None:
    other = DRAFT.replace("id: prikaz", "id: drugoy")
    workspace = opened(tmp_path, DRAFT, other, PLAN)
    register(workspace, "prikaz", date=DAY, number="46")
    first = (tmp_path / SEALS_NAME).read_text(encoding="utf-8")
    register(open_workspace(tmp_path), "drugoy", date=DAY, number="47")
    both = (tmp_path / SEALS_NAME).read_text(encoding="utf-8")
    assert set(first.splitlines()) < set(both.splitlines())
    assert changes(open_workspace(tmp_path)) == []


# -- what is refused ---------------------------------------------------------------------------


def snapshot(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_second_registration_is_refused(tmp_path: Path) -> None:
    workspace = registered(tmp_path)
    before = snapshot(tmp_path)
    with pytest.raises(ArgumentError, match="registered already"):
        register(workspace, "prikaz", date=date(2024, 2, 1), number="47")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("id_", ["plan", "prikas"])
def test_what_is_no_act_is_refused(tmp_path: Path, id_: str) -> None:
    with pytest.raises(ArgumentError, match="no act"):
        register(draft(tmp_path), id_, date=DAY, number="46")


@pytest.mark.parametrize(
    ("old", "new"),
    [("approve: plan", "approve: plam"), ("signatory: nachalnik\n", "")],
    ids=["unknown id", "no signatory"],
)
def test_act_with_errors_is_refused_and_nothing_is_written(
    tmp_path: Path, old: str, new: str
) -> None:
    workspace = draft(tmp_path, DRAFT.replace(old, new))
    before = snapshot(tmp_path)
    with pytest.raises(ArgumentError, match="while it has errors"):
        register(workspace, "prikaz", date=DAY, number="46")
    assert snapshot(tmp_path) == before


def test_damaged_lock_file_is_not_overwritten(tmp_path: Path) -> None:
    workspace = draft(tmp_path)
    write_files(tmp_path, {SEALS_NAME: "prikaz: [\n<<<<<<< HEAD\n"})
    with pytest.raises(WorkspaceError, match="damaged"):
        register(workspace, "prikaz", date=DAY, number="46")
    assert (tmp_path / SEALS_NAME).read_text(encoding="utf-8").startswith("prikaz: [")


@pytest.mark.parametrize("name", [SEALS_NAME, "work.yaml"])
@pytest.mark.parametrize("fault", [OutputError("Full", path="", reason=""), KeyboardInterrupt()])
@pytest.mark.parametrize("others", [False, True], ids=["first act", "second act"])
def test_failure_of_either_file_leaves_both_as_they_were(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    fault: BaseException,
    others: bool,
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        if path.name == name:
            monkeypatch.undo()
            raise fault
        write_atomically(path, content)

    other = DRAFT.replace("id: prikaz", "id: drugoy")
    workspace = opened(tmp_path, DRAFT, other, PLAN)
    if others:
        register(workspace, "drugoy", date=DAY, number="45")
        workspace = open_workspace(tmp_path)
    before = snapshot(tmp_path)
    monkeypatch.setattr(registration, "write_atomically", refuse)
    with pytest.raises(type(fault)):
        register(workspace, "prikaz", date=DAY, number="46")
    assert snapshot(tmp_path) == before
    register(open_workspace(tmp_path), "prikaz", date=DAY, number="46")
    assert changes(open_workspace(tmp_path)) == []


@pytest.mark.parametrize(
    ("day", "number", "argument"),
    [(date(2024, 2, 1), "46-о", "date"), (DAY, "47", "number")],
    ids=["another day", "another number"],
)
def test_registered_act_without_a_seal_keeps_its_day_and_number(
    tmp_path: Path, day: date, number: str, argument: str
) -> None:
    workspace = registered(tmp_path)
    (tmp_path / SEALS_NAME).unlink()
    before = snapshot(tmp_path)
    with pytest.raises(ArgumentError, match="registered already") as caught:
        register(workspace, "prikaz", date=day, number=number)
    assert caught.value.argument == argument
    assert snapshot(tmp_path) == before


def test_sealing_a_registered_act_leaves_its_file_as_it_is(tmp_path: Path) -> None:
    given = "state: registered\ndate: 2024-01-15 # понедельник\nnumber: '46'\nexpected_date"
    workspace = draft(tmp_path, DRAFT.replace("expected_date", given))
    source = tmp_path / SOURCE
    former = source.read_bytes()
    register(workspace, "prikaz", date=DAY, number="46")
    assert source.read_bytes() == former
    assert changes(open_workspace(tmp_path)) == []
    assert with_code(open_workspace(tmp_path), codes.NOT_SEALED) == []


def test_registered_act_without_a_number_may_be_given_one(tmp_path: Path) -> None:
    given = "state: registered\ndate: 2024-01-15\nexpected_date"
    workspace = draft(tmp_path, DRAFT.replace("expected_date", given))
    register(workspace, "prikaz", date=DAY, number="46")
    text = (tmp_path / SOURCE).read_text(encoding="utf-8")
    assert "number: 46\n" in text
    assert "date: 2024-01-15\n" in text


# -- what the seal notices ---------------------------------------------------------------------


def test_unchanged_act_is_quiet(tmp_path: Path) -> None:
    workspace = registered(tmp_path)
    assert changes(workspace) == []
    assert with_code(workspace, codes.NOT_SEALED) == []


def test_registered_act_without_a_seal_is_noted_beside_sealed_ones(tmp_path: Path) -> None:
    registered(tmp_path)
    write_files(
        tmp_path,
        {
            "roadmaps/drugoj.yaml": "kind: order\nid: drugoj\ntitle: О семинаре\n"
            "state: registered\ndate: 2023-01-16\nnumber: 3\nsignatory: nachalnik\n"
            "clauses:\n  - Провести семинар.\n"
        },
    )
    (finding,) = with_code(open_workspace(tmp_path), codes.NOT_SEALED)
    assert finding.documents == ("drugoj",)


def test_where_nothing_was_ever_sealed_old_acts_are_left_in_peace(tmp_path: Path) -> None:
    workspace = registered(tmp_path)
    (tmp_path / SEALS_NAME).unlink()
    assert with_code(workspace, codes.NOT_SEALED) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        (SOURCE, "text: сдать отчёт", "text: сдать два отчёта", "clauses"),
        (SOURCE, "до 1 марта", "до 2 марта", "clauses"),
        (SOURCE, "title: \"О поддержке", "title: \"О помощи", None),
        (SOURCE, "number: 46-о", "number: 47-о", None),
        (SOURCE, "title: Собрать заявки", "title: Собрать отзывы", "sections"),
        (SOURCE, "due: апрель", "due: май", "sections"),
        ("directory.yaml", "name: школа № 1 города", "name: школа № 1 посёлка", "clauses"),
        ("directory.yaml", "name: Соколов Игорь", "name: Соколов Пётр", "clauses"),
    ],
)  # fmt: skip
def test_change_of_what_was_signed_is_an_error_at_its_place(
    tmp_path: Path, name: str, old: str, new: str, where: str | None
) -> None:
    registered(tmp_path)
    workspace = edited(tmp_path, name, old, new)
    found = changes(workspace)
    assert found
    assert {item.documents for item in found} == {("prikaz",)}
    assert all(item.span is not None for item in found)
    result = build(workspace)
    assert "prikaz" in result.blocked
    assert "plan" in {item.document for item in result.written}
    if where == "clauses":
        lines = workspace.source_lines(SOURCE)
        assert lines is not None
        at = [item.span.line for item in found if item.span]
        assert all("- " in lines[line - 1] or "assign" in lines[line - 1] for line in at)


@pytest.mark.parametrize(
    ("old", "new"),
    [("state: registered", "state: draft"), ("state: registered\n", "")],
    ids=["a draft again", "no state"],
)
def test_signed_act_that_is_made_a_draft_is_an_error(tmp_path: Path, old: str, new: str) -> None:
    registered(tmp_path)
    workspace = edited(tmp_path, SOURCE, old, new)
    (finding,) = changes(workspace)
    assert source_at(workspace, finding) == ("draft" if new else "prikaz")
    for ids in ((), ("prikaz",)):
        result = build(workspace, ids)
        assert "prikaz" in result.blocked
        assert "prikaz" not in {item.document for item in result.written}


def test_signed_act_with_another_id_is_an_error_at_its_seal_in_every_build(
    tmp_path: Path,
) -> None:
    registered(tmp_path)
    workspace = edited(tmp_path, SOURCE, "id: prikaz", "id: prikaz-2")
    for ids in ((), ("prikaz-2",), ("plan",)):
        (finding,) = [
            item
            for item in build(workspace, ids).diagnostics
            if item.code == codes.CHANGED_AFTER_SIGNING.id
        ]
        assert finding.span is not None
        assert finding.span.file == SEALS_NAME
        lines = (tmp_path / SEALS_NAME).read_text(encoding="utf-8").split("\n")
        assert lines[finding.span.line - 1] == '"prikaz":'


def test_signed_act_that_gave_its_id_to_a_plan_is_an_error(tmp_path: Path) -> None:
    registered(tmp_path)
    write_files(tmp_path, {SOURCE: plan_text("- title: А", id_="prikaz")})
    workspace = open_workspace(tmp_path)
    (finding,) = changes(workspace)
    assert source_at(workspace, finding) == "roadmap"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("clauses:", "clauses: ["),
        ('title: "О', 'titel: "О'),
        ("id: prikaz", "id: [prikaz"),
        ("id: prikaz", "number: 1"),
    ],
    ids=["broken", "invalid", "broken at its id", "no id"],
)
def test_signed_act_that_cannot_be_read_is_not_called_missing(
    tmp_path: Path, old: str, new: str
) -> None:
    registered(tmp_path)
    workspace = edited(tmp_path, SOURCE, old, new)
    assert not check(workspace).ok
    assert changes(workspace) == []


def test_damaged_directory_does_not_hide_that_a_signed_act_is_missing(tmp_path: Path) -> None:
    registered(tmp_path)
    edited(tmp_path, "directory.yaml", "people:", "peple:")
    workspace = edited(tmp_path, SOURCE, "id: prikaz", "id: prikaz-2")
    assert len(changes(workspace)) == 1


def test_file_that_is_opened_alone_needs_not_hold_the_acts_of_the_folder(tmp_path: Path) -> None:
    registered(tmp_path)
    write_files(tmp_path, {"alone.yaml": plan_text("- title: А")})
    assert changes(open_workspace(tmp_path / "alone.yaml")) == []


def test_removed_and_added_points_are_noticed(tmp_path: Path) -> None:
    registered(tmp_path)
    control = "  - control: sokolov   # методист\n"
    assert changes(edited(tmp_path, SOURCE, control, ""))
    assert changes(edited(tmp_path, SOURCE, "signatory:", f"{control}  - Начать\nsignatory:"))


def test_change_of_typography_or_comments_is_no_change(tmp_path: Path) -> None:
    registered(tmp_path, DRAFT.replace("сдать отчёт", 'сдать отчёт "Итоги" - до срока'))
    edited(tmp_path, SOURCE, '"Итоги" - до', "«Итоги» – до")
    assert changes(edited(tmp_path, SOURCE, "# Поручения", "# Пункты")) == []


def test_change_of_what_the_act_does_not_print_is_no_change(tmp_path: Path) -> None:
    registered(tmp_path)
    other = plan_text("- title: Другое", id_="drugoy")
    write_files(tmp_path, {"roadmaps/other.yaml": other})
    assert changes(edited(tmp_path, "directory.yaml", "phone: 2-15-30", "phone: 2-15-31")) == []
