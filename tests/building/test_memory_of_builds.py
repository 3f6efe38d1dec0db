"""What a large build keeps in memory for each document, and for each directory."""

from __future__ import annotations

import subprocess
import sys
import weakref
from pathlib import Path

import measured_builds
import pytest

from roadmapkit import check, open_workspace
from roadmapkit.building.output.manifest import Entry, manifest_pieces
from roadmapkit.resolve.directory.index import DirectoryIndex
from tiny_workspaces import DIRECTORY, plan_text, write_files

ACTIVITY = "- {id: a1, title: Собрать заявки, due: март 2024 г., responsible: Гусев П.И.}"
FEW, MANY = 20, 60
MOST = 8 * 2**10
"""Bytes for a document of its own island when all are on record; one text of all took twelve."""


def region(root: Path, schools: int, *, districts: int = 1) -> Path:
    """Write plans of schools that do not know each other, some in each district."""
    files = {"directory.yaml": DIRECTORY}
    for district in range(districts):
        organization = f"{{id: office-{district}, name: отдел образования № {district}}}"
        place = f"roadmaps/district-{district}/directory.yaml"
        files[place] = f"kind: directory\norganizations:\n  - {organization}\n"
    for number in range(schools):
        place = f"roadmaps/district-{number % districts}/plan-{number}.yaml"
        files[place] = plan_text(ACTIVITY, id_=f"plan-{number}")
    return write_files(root, files)


def test_a_document_on_record_takes_little_memory(tmp_path: Path) -> None:
    roots = [region(tmp_path / str(count), count) for count in (24, FEW + 10, MANY + 10)]
    command = [sys.executable, measured_builds.__file__, *map(str, roots)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # ours
    few, many = map(int, done.stdout.split())
    assert 0 < (many - few) / (MANY - FEW) < MOST


def test_the_record_of_a_build_is_written_entry_by_entry() -> None:
    parts = {"view": "0" * 64, "template": "1" * 64}
    entries = {f"plan-{number:04}.docx": Entry("plan", "2", "3", 4, parts) for number in range(999)}
    pieces = list(manifest_pieces(entries))
    assert len(pieces) > len(entries)
    assert max(map(len, pieces)) < 1000


def test_the_index_of_a_directory_goes_when_the_next_one_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    region(tmp_path, 40, districts=20)
    held: weakref.WeakSet[DirectoryIndex] = weakref.WeakSet()
    alive: list[int] = []
    begin = DirectoryIndex.__init__

    def counted(self: DirectoryIndex, *args: object, **named: object) -> None:
        begin(self, *args, **named)  # type: ignore[arg-type]  # handed on as they are
        held.add(self)
        alive.append(len(held))

    monkeypatch.setattr(DirectoryIndex, "__init__", counted)
    check(open_workspace(tmp_path))
    # Some are kept for the next documents, for schools of one district follow each other.
    assert len(alive) >= 2 * 20
    assert max(alive) < 15
