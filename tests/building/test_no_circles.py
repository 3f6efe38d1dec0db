"""What was read for a document goes when it is done, without a collector of circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmapkit import build, open_workspace

SHOWCASE = Path(__file__).resolve().parents[1] / "showcase" / "klyuchevsk"
PLAN = """\
kind: roadmap
id: {id}
title: План подготовки к слёту № {number}
period: 2024
activities:
  - id: slyot
    title: Провести слёт № {number}
    due: май 2024 г.
    responsible: Методический отдел
  - title: Подвести итоги
    due: в течение 10 дней после пункта 1
"""


@pytest.fixture(autouse=True)
def uncollected() -> Iterator[None]:
    """Keep what a collector finds, and put it away afterwards."""
    gc.collect()
    gc.disable()
    yield
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


def left_over() -> set[str]:
    """Return the classes of ours whose instances stand in circles that nobody refers to."""
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect()
    found = {type(one) for one in gc.garbage}
    return {cls.__name__ for cls in found if cls.__module__.startswith("roadmapkit.")}


def test_islands_leave_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "roadmaps").mkdir()
    for number in range(30):
        text = PLAN.format(id=f"plan-{number}", number=number)
        (tmp_path / "roadmaps" / f"plan-{number}.yaml").write_text(text, "utf-8")
    assert len(build(open_workspace(tmp_path), out=tmp_path / "out").written) == 30
    assert left_over() <= {"TemplateEnvironment"}


def test_acts_programmes_and_minutes_leave_nothing_behind(tmp_path: Path) -> None:
    assert build(open_workspace(SHOWCASE), out=tmp_path).written
    assert left_over() <= {"TemplateEnvironment"}
