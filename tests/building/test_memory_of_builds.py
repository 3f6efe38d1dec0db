"""What a large build keeps in memory for each document, and for each directory."""

from __future__ import annotations

import gc
import tracemalloc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from roadmapkit import build, check, open_workspace
from roadmapkit.building.islands import writing
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


@contextmanager
def traced() -> Iterator[None]:
    gc.collect()
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


def _most_while_writing(root: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Build, and return the most bytes that were held while documents were put on record."""
    write_result = writing.write_result
    most: list[int] = []

    def measured(*args: object, **named: object) -> object:
        tracemalloc.reset_peak()
        done = write_result(*args, **named)  # type: ignore[arg-type]  # handed on as they are
        most.append(tracemalloc.get_traced_memory()[1])
        return done

    with monkeypatch.context() as patched, traced():
        patched.setattr(writing, "write_result", measured)
        assert not build(open_workspace(root)).blocked
    return most[0]


def test_a_document_on_record_takes_little_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(open_workspace(region(tmp_path / "first", 24)))  # reads what every build needs
    few, many = (
        _most_while_writing(region(tmp_path / str(count), count), monkeypatch)
        for count in (FEW + 10, MANY + 10)
    )
    assert (many - few) / (MANY - FEW) < MOST


def test_the_record_of_a_build_is_written_entry_by_entry() -> None:
    parts = {"view": "0" * 64, "template": "1" * 64}
    entries = {f"plan-{number:04}.docx": Entry("plan", "2", "3", 4, parts) for number in range(999)}
    with traced():
        before = tracemalloc.get_traced_memory()[0]
        size = sum(map(len, manifest_pieces(entries)))
        most = tracemalloc.get_traced_memory()[1] - before
    assert most < size / 2


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
