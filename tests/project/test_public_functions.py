"""The functions of the package tell what they found and forget nothing on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

import roadmapkit
from roadmapkit import api
from roadmapkit.diagnostics import Severity
from roadmapkit.errors import WorkspaceError
from tiny_workspaces import DIRECTORY, PLAN, opened, plan_text, write_files

BROKEN = f"{DIRECTORY}lists: []\n"


def test_every_public_name_is_there_and_is_what_the_api_has() -> None:
    names = set(roadmapkit.__all__) - {"__version__"}
    assert names == set(api.__all__)
    assert all(getattr(roadmapkit, name) is getattr(api, name) for name in names)


def test_codes_are_listed_for_programs() -> None:
    assert {code.id for code in roadmapkit.all_codes()} >= {"SRC001", "ACT001", "PRG001"}


def test_parties_of_a_damaged_directory_file_come_with_what_is_wrong_in_it(tmp_path: Path) -> None:
    write_files(tmp_path, {"directory.yaml": BROKEN})
    path = tmp_path / "directory.yaml"
    reading = roadmapkit.explain_parties("Соколов И.А.", path)
    assert reading.diagnostics == roadmapkit.open_workspace(path).diagnostics != ()
    assert reading.diagnostics[0].severity is Severity.ERROR


def test_parties_of_an_opened_workspace_do_not_repeat_what_it_has_told(tmp_path: Path) -> None:
    workspace = opened(tmp_path, directory=BROKEN)
    assert workspace.diagnostics
    assert roadmapkit.explain_parties("Соколов И.А.", workspace).diagnostics == ()


def test_parties_of_a_sound_directory_come_with_their_own_findings(tmp_path: Path) -> None:
    write_files(tmp_path, {"directory.yaml": DIRECTORY})
    reading = roadmapkit.explain_parties("Соколов И.А., Соколов И.А.", tmp_path)
    assert [party.ref for party in reading.parties] == ["sokolov"]
    assert [item.code for item in reading.diagnostics] == ["PAR013"]


def test_directory_that_is_not_there_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        roadmapkit.explain_parties("Соколов И.А.", tmp_path / "directory.yaml")


def test_a_result_is_ok_without_errors_whatever_else_was_found(tmp_path: Path) -> None:
    noted = opened(tmp_path / "a", PLAN, "kind: progress\nid: h\ntitle: Отчёт\nroadmap: plan\n")
    wrong = opened(tmp_path / "b", PLAN, plan_text("- title: А", "period: никогда", id_="p"))
    assert roadmapkit.check(noted).diagnostics
    assert roadmapkit.check(noted).ok
    assert roadmapkit.build(noted).ok
    assert not roadmapkit.check(wrong).ok
    assert not roadmapkit.build(wrong).ok
