"""A draft becomes a registered act, and what it printed is held against what it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapkit import Workspace, build, open_workspace, register
from roadmapkit.building import codes, registration
from roadmapkit.building.signing import LOCK_NAME
from roadmapkit.building.writing import write_atomically
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.errors import ArgumentError, OutputError, WorkspaceError
from tiny_workspaces import DIRECTORY, PLAN, act_of, opened, plan_text, with_code, write_files

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
    assert done.lock == tmp_path / LOCK_NAME
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
    assert after.keys() - before.keys() == {tmp_path / LOCK_NAME}
    assert {path for path in before if before[path] != after[path]} == {tmp_path / SOURCE}


def test_registered_act_prints_its_date_and_number(tmp_path: Path) -> None:
    act = act_of(registered(tmp_path))
    assert (act.date, act.number) == ("15.01.2024", "№\u00a046-о")


def test_lock_file_keeps_the_seals_of_other_acts(tmp_path: Path) -> None:
    other = DRAFT.replace("id: prikaz", "id: drugoy")
    workspace = opened(tmp_path, DRAFT, other, PLAN)
    register(workspace, "prikaz", date=DAY, number="46")
    first = (tmp_path / LOCK_NAME).read_text(encoding="utf-8")
    register(open_workspace(tmp_path), "drugoy", date=DAY, number="47")
    both = (tmp_path / LOCK_NAME).read_text(encoding="utf-8")
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
    write_files(tmp_path, {LOCK_NAME: "prikaz: [\n<<<<<<< HEAD\n"})
    with pytest.raises(WorkspaceError, match="damaged"):
        register(workspace, "prikaz", date=DAY, number="46")
    assert (tmp_path / LOCK_NAME).read_text(encoding="utf-8").startswith("prikaz: [")


def test_seal_that_could_not_be_written_can_be_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        if path.name == LOCK_NAME:
            raise OutputError("Cannot write", path=str(path), reason="full")
        write_atomically(path, content)

    workspace = draft(tmp_path)
    monkeypatch.setattr(registration, "write_atomically", refuse)
    with pytest.raises(OutputError):
        register(workspace, "prikaz", date=DAY, number="46")
    monkeypatch.undo()
    assert not (tmp_path / LOCK_NAME).exists()
    register(open_workspace(tmp_path), "prikaz", date=DAY, number="46")
    assert changes(open_workspace(tmp_path)) == []


# -- what the seal notices ---------------------------------------------------------------------


def test_unchanged_act_is_quiet(tmp_path: Path) -> None:
    workspace = registered(tmp_path)
    assert changes(workspace) == []
    assert with_code(workspace, codes.NOT_SEALED) == []


def test_registered_act_without_a_seal_is_noted(tmp_path: Path) -> None:
    workspace = registered(tmp_path)
    (tmp_path / LOCK_NAME).unlink()
    (finding,) = with_code(workspace, codes.NOT_SEALED)
    assert finding.documents == ("prikaz",)


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
