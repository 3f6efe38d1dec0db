"""Computed numbers of sections, activities, points and appendices."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.resolve import clause_number
from roadmapkit.resolve.numbering import appendix_number
from tiny_workspaces import opened, plan_text, resolved_roadmap

SECTIONS = """
sections:
  - title: Первый
    activities:
      - {title: А}
      - {title: Б, number: 7-бис}
      - {title: В}
  - title: Второй
    number: II
    activities:
      - {title: Г}
"""


def numbers_of(folder: Path, numbering: str) -> tuple[list[str], list[str]]:
    """Return the numbers of sections and of activities in the order of the plan."""
    text = f"kind: roadmap\nid: plan\ntitle: План\nnumbering: {numbering}{SECTIONS}"
    plan = resolved_roadmap(opened(folder, text))
    return (
        [section.number for section in plan.sections],
        [item.number for section in plan.sections for item in section.activities],
    )


@pytest.mark.parametrize(
    ("numbering", "sections", "activities"),
    [
        ("по разделам", ["1.", "II"], ["1.1.", "7-бис", "1.3.", "2.1."]),
        ("сквозная", ["1.", "II"], ["1.", "7-бис", "3.", "4."]),
        ("в разделе", ["1.", "II"], ["1.", "7-бис", "3.", "1."]),
        ("вручную", ["", "II"], ["", "7-бис", "", ""]),
        ("нет", ["", "II"], ["", "7-бис", "", ""]),
        ("{style: сквозная, dot: false}", ["1.", "II"], ["1", "7-бис", "3", "4"]),
        ("{style: в разделе, sections: false}", ["", "II"], ["1.", "7-бис", "3.", "1."]),
    ],
)
def test_styles_of_numbering(
    tmp_path: Path, numbering: str, sections: list[str], activities: list[str]
) -> None:
    assert numbers_of(tmp_path, numbering) == (sections, activities)


def test_activities_of_a_plan_without_sections_are_counted_through(tmp_path: Path) -> None:
    plan = resolved_roadmap(opened(tmp_path, plan_text("- title: А\n- title: Б")))
    assert [item.number for item in plan.sections[0].activities] == ["1.", "2."]
    assert plan.sections[0].section is None


@pytest.mark.parametrize(
    ("path", "dotted", "bracketed"),
    [
        ((3,), "3.", "3."),
        ((3, 2), "3.2.", "2)"),
        ((3, 2, 1), "3.2.1.", "а)"),
        ((1, 1, 7), "1.1.7.", "ж)"),
        ((1, 1, 8), "1.1.8.", "з)"),
        ((1, 1, 9), "1.1.9.", "и)"),
        ((1, 1, 10), "1.1.10.", "к)"),
        ((1, 1, 28), "1.1.28.", "я)"),
        ((1, 1, 29), "1.1.29.", "аа)"),
    ],
)
def test_points_of_each_level(path: tuple[int, ...], dotted: str, bracketed: str) -> None:
    assert clause_number(path, "1.1.") == dotted
    assert clause_number(path, "1)") == bracketed


@given(st.sets(st.integers(1, 400), min_size=2))
def test_no_two_lettered_points_are_alike(places: set[int]) -> None:
    letters = {clause_number((1, 1, place), "1)") for place in sorted(places)}
    assert len(letters) == len(places)


def test_single_appendix_has_no_number_and_several_are_counted() -> None:
    assert appendix_number(1, 1) == ""
    assert [appendix_number(place, 3) for place in (1, 2, 3)] == ["1", "2", "3"]
