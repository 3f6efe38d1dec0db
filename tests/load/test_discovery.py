"""Which files of a folder are the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.load import discover


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")


def found(root: Path) -> list[str]:
    return [path.as_posix() for path in discover(root)]


def test_the_files_of_a_workspace_are_found_sorted(tmp_path: Path) -> None:
    make(
        tmp_path,
        *("roadmapkit.yaml", "directory.yaml", "roadmaps/б.yml", "roadmaps/а/план.yaml"),
        *("roadmaps/а/б/в/г.YAML", "roadmaps/а.yaml", "directory/школы.yaml"),
    )
    assert found(tmp_path) == [
        "directory/школы.yaml",
        "directory.yaml",
        "roadmapkit.yaml",
        "roadmaps/а/б/в/г.YAML",
        "roadmaps/а/план.yaml",
        "roadmaps/а.yaml",
        "roadmaps/б.yml",
    ]


def test_everything_else_is_left_alone(tmp_path: Path) -> None:
    make(
        tmp_path,
        *("README.md", "other.yaml", "mkdocs.yml", "forms.lock.yaml", "build/roadmaps/x.yaml"),
        *("templates/x.yaml", "src/roadmaps/x.yaml", "roadmaps/notes.txt", "roadmaps/x.yaml.bak"),
        *("roadmaps/.hidden.yaml", "roadmaps/.git/x.yaml", "roadmaps/build/x.yaml"),
        *("roadmaps/templates/x.yaml", ".roadmapkit.yaml"),
    )
    assert found(tmp_path) == []


def test_a_folder_with_the_name_of_a_file_is_not_one(tmp_path: Path) -> None:
    make(tmp_path, "roadmaps/план.yaml/внутри.yaml")
    assert found(tmp_path) == ["roadmaps/план.yaml/внутри.yaml"]


def test_links_to_folders_are_followed_and_loops_end(tmp_path: Path) -> None:
    make(tmp_path, "roadmaps/а/план.yaml", "shared/общий.yaml")
    try:
        (tmp_path / "roadmaps" / "б").symlink_to(tmp_path / "shared", target_is_directory=True)
        (tmp_path / "roadmaps" / "а" / "назад").symlink_to(
            tmp_path / "roadmaps", target_is_directory=True
        )
        (tmp_path / "roadmaps" / "нет.yaml").symlink_to(tmp_path / "absent.yaml")
    except OSError:
        pytest.skip("this system makes no links")
    assert found(tmp_path) == [
        "roadmaps/а/план.yaml",
        "roadmaps/б/общий.yaml",
        "roadmaps/нет.yaml",  # reading it will tell that it leads nowhere
    ]
