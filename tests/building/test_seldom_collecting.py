"""Cycles are looked for seldom while islands are worked on, and as before in the end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmapkit import build, open_workspace
from roadmapkit.building.islands.collecting import seldom_collecting

PLAN = """\
kind: roadmap
id: {id}
title: План подготовки к слёту
period: 2024
activities:
  - title: Провести слёт
    due: май 2024 г.
    responsible: Методический отдел
"""


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """Leave the collector as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_it_is_called_seldom_and_as_before_in_the_end() -> None:
    gc.set_threshold(600, 9, 8)
    with seldom_collecting():
        assert gc.get_threshold()[0] > 600
    assert gc.get_threshold() == (600, 9, 8)


def test_a_fault_does_not_leave_it_seldom() -> None:
    gc.set_threshold(600, 9, 8)
    with pytest.raises(ValueError, match="no plan"), seldom_collecting():
        raise ValueError("no plan")
    assert gc.get_threshold() == (600, 9, 8)


@pytest.mark.parametrize("own", [(0, 9, 8), (1_000_000, 9, 8)])
def test_who_wants_it_never_or_more_seldom_has_his_way(own: tuple[int, int, int]) -> None:
    gc.set_threshold(*own)
    with seldom_collecting():
        assert gc.get_threshold() == own
    assert gc.get_threshold() == own


def test_a_build_of_many_files_leaves_it_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "roadmaps").mkdir()
    for number in range(40):
        (tmp_path / "roadmaps" / f"plan-{number}.yaml").write_text(
            PLAN.format(id=f"plan-{number}"), "utf-8"
        )
    gc.set_threshold(600, 9, 8)
    seen: set[int] = set()
    built = build(
        open_workspace(tmp_path),
        out=tmp_path / "out",
        on_progress=lambda *_: seen.add(gc.get_threshold()[0]),
    )
    assert len(built.written) == 40
    assert gc.get_threshold() == (600, 9, 8)
    assert max(seen) > 600
