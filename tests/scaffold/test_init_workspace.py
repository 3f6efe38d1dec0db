from __future__ import annotations

from pathlib import Path

import pytest

import roadmapkit
from roadmapkit.errors import ArgumentError, OutputError

PLAN = "kind: roadmap\nid: ours\ntitle: План\n"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("year", [2021, 2025, 2026, 2027])
def test_a_new_workspace_has_nothing_to_put_right_and_builds(tmp_path: Path, year: int) -> None:
    roadmapkit.init_workspace(tmp_path, year=year)
    workspace = roadmapkit.open_workspace(tmp_path)
    assert roadmapkit.check(workspace).diagnostics == ()
    result = roadmapkit.build(workspace)
    assert result.diagnostics == ()
    names = sorted(item.path.relative_to(result.folder).as_posix() for item in result.written)
    order = f"roadmaps/order-plan-{year}"
    assert names == [
        f"{order}.docx",
        f"{order}.приложение-1.docx",
        f"{order}.приложение-2.docx",
        f"roadmaps/plan-{year}.docx",
    ]


def test_a_year_without_a_decree_is_named_and_nothing_else(tmp_path: Path) -> None:
    roadmapkit.init_workspace(tmp_path, year=2034)
    found = roadmapkit.check(roadmapkit.open_workspace(tmp_path)).diagnostics
    assert {item.code for item in found} == {"DUE014"}


def test_the_example_can_be_signed(tmp_path: Path) -> None:
    from datetime import date

    roadmapkit.init_workspace(tmp_path, year=2026)
    workspace = roadmapkit.open_workspace(tmp_path)
    roadmapkit.register(workspace, "order-plan-2026", date=date(2026, 1, 19), number="24")
    assert roadmapkit.check(roadmapkit.open_workspace(tmp_path)).diagnostics == ()


def test_every_party_of_the_example_stands_in_its_directory(tmp_path: Path) -> None:
    roadmapkit.init_workspace(tmp_path, year=2026)
    workspace = roadmapkit.open_workspace(tmp_path)
    for cell in ("Методический центр", "Директора школ", "Рабочая группа"):
        [party] = roadmapkit.explain_parties(cell, workspace).to_dict()
        assert party["ref"] is not None


def test_the_created_files_are_those_on_disk(tmp_path: Path) -> None:
    created = roadmapkit.init_workspace(tmp_path / "new" / "plans", year=2026)
    assert sorted(created) == sorted(
        path for path in (tmp_path / "new" / "plans").rglob("*") if path.is_file()
    )


def test_the_same_year_gives_the_same_bytes(tmp_path: Path) -> None:
    roadmapkit.init_workspace(tmp_path / "a", year=2026)
    roadmapkit.init_workspace(tmp_path / "b", year=2026)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    assert len(tree(tmp_path / "a")) == 10


def test_files_that_exist_are_left_as_they_are(tmp_path: Path) -> None:
    for name in ("README.md", ".gitignore", "roadmapkit.yaml"):
        (tmp_path / name).write_bytes(b"kind: settings\n")
    created = roadmapkit.init_workspace(tmp_path, year=2026)
    assert {path.name for path in created} & {"README.md", ".gitignore", "roadmapkit.yaml"} == set()
    assert (tmp_path / "README.md").read_bytes() == b"kind: settings\n"


def test_a_second_time_creates_nothing(tmp_path: Path) -> None:
    roadmapkit.init_workspace(tmp_path, year=2026)
    before = tree(tmp_path)
    assert roadmapkit.init_workspace(tmp_path, year=2027) == ()
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "name", ["directory.yaml", "directory/people.yaml", "roadmaps/a.yaml", "roadmaps/b/c.yml"]
)
def test_the_example_is_not_mixed_with_documents(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAN, encoding="utf-8")
    created = {
        path.relative_to(tmp_path).as_posix()
        for path in roadmapkit.init_workspace(tmp_path, year=2026)
    }
    assert "roadmapkit.yaml" in created
    assert not any(name.startswith(("roadmaps/", "directory")) for name in created)


def test_empty_folders_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "roadmaps").mkdir()
    created = roadmapkit.init_workspace(tmp_path, year=2026)
    assert tmp_path / "roadmaps" / "plan-2026.yaml" in created


def test_a_file_is_no_place_for_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(ArgumentError, match="taken"):
        roadmapkit.init_workspace(tmp_path / "taken", year=2026)


@pytest.mark.parametrize("taken", ["schemas", ".github", ".vscode"])
def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_bytes(b"")
    with pytest.raises(OutputError, match=taken):
        roadmapkit.init_workspace(tmp_path, year=2026)
    assert (tmp_path / taken).read_bytes() == b""
