"""Activities are found by their titles, whatever these look like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from roadmapkit import check, open_workspace
from roadmapkit.lint.plan_titles import titles_of
from roadmapkit.lint.subject import Subject

PLAN = """\
kind: roadmap
id: plan
title: План сборов
period: 2024
activities:
  - title: Подвести ИТОГИ сборов
    due: май 2024 г.
  - title: отчёт-анализ
    due: май 2024 г.
  - title: Собрать отчёты
    due: июнь 2024 г.
  - title: Подвести ИТОГИ сборов
    due: июль 2024 г.
"""


@pytest.fixture
def subject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Subject:
    """Return what rules look at."""
    seen: list[tuple[Any, Any]] = []

    def keep(resolved: Any, loaded: Any, *rest: Any) -> list[Any]:
        seen.append((resolved, loaded))
        return []

    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    monkeypatch.setattr("roadmapkit.building.stages.run_rules", keep)
    check(open_workspace(file))
    return Subject(*seen[0])


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("итоги",), [0, 3]),
        (("отчет",), [1, 2]),
        (("отчет", "итоги", "сборов"), [0, 1, 2, 3]),
        (("анализ",), [1]),
        (("отчёт",), []),
        (("май",), []),
    ],
)
def test_each_title_that_holds_a_word_is_found_in_order(
    subject: Subject, marks: tuple[str, ...], numbers: list[int]
) -> None:
    (plan,) = subject.roadmaps
    rows = [row for section in plan.sections for row in section.activities]
    assert titles_of(subject, plan).holding(*marks) == [rows[number] for number in numbers]
