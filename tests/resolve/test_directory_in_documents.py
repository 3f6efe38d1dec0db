"""Documents print the names of their own day, and know the roles that acts give."""

from __future__ import annotations

from pathlib import Path

from roadmapkit.resolve import ResolvedRoadmap, resolve_workspace
from roadmapkit.resolve.party_codes import UNKNOWN_PARTY
from tiny_workspaces import act_text, opened, order_text, resolved_roadmap, with_code

DIRECTORY = """\
kind: directory
organizations:
  - id: school
    name: школа № 1 имени Героя
    former:
      - name: школа № 1
        until: 2024-08-31
people:
  - id: petrova
    name: Петрова Вера Павловна
    former:
      - name: Рябинина
        until: 2024-08-31
posts:
  - id: head
    title: директор
    organization: school
    appointments:
      - person: petrova
"""
PLAN = """\
kind: roadmap
id: plan
title: План мероприятий
{more}activities:
  - title: Провести семинар
    responsible: Муниципальный координатор
"""
ORDER = order_text(
    "- approve: plan\n- appoint: petrova\n  as: муниципальный координатор",
    "issuer: school\nsignatory: head",
)


def text_on(folder: Path, day: str) -> str:
    folder.mkdir()
    header = f"issuer: school\nsignatory: head\ndate: {day}"
    order = order_text("- appoint: petrova\n  as: координатор", header)
    return "\n".join(act_text(opened(folder, order, directory=DIRECTORY)))


def test_an_act_prints_the_names_of_its_day(tmp_path: Path) -> None:
    earlier = text_on(tmp_path / "before", "2024-08-31")
    later = text_on(tmp_path / "after", "2024-09-01")
    assert "Рябинину" in earlier
    assert "Петрову" not in earlier
    assert "Петрову" in later


def cell_of(roadmap: ResolvedRoadmap) -> tuple[tuple[str, ...], list[str | None]]:
    cell = roadmap.sections[0].activities[0].responsible
    assert cell is not None
    return cell.lines, [party.ref for party in cell.parties]


def test_a_role_in_a_cell_means_whom_the_approving_act_appoints(tmp_path: Path) -> None:
    workspace = opened(tmp_path, ORDER, PLAN.format(more=""), directory=DIRECTORY)
    assert cell_of(resolved_roadmap(workspace)) == (("Муниципальный координатор",), ["petrova"])
    assert not with_code(workspace, UNKNOWN_PARTY)


def test_a_role_of_the_plan_comes_before_that_of_the_act(tmp_path: Path) -> None:
    plan = PLAN.format(more="roles:\n  муниципальный координатор: head\n")
    workspace = opened(tmp_path, ORDER, plan, directory=DIRECTORY)
    assert cell_of(resolved_roadmap(workspace))[1] == ["head"]


def test_without_an_act_a_role_is_nobody(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN.format(more=""), directory=DIRECTORY)
    assert with_code(workspace, UNKNOWN_PARTY)


def test_a_role_given_to_nobody_is_found_at_its_line(tmp_path: Path) -> None:
    plan = PLAN.format(more="roles:\n  муниципальный координатор: petrovv\n")
    workspace = opened(tmp_path, plan, directory=DIRECTORY)
    _, found = resolve_workspace(workspace.loaded)
    lines = {item.span.line for item in found if item.code == "REF001" and item.span}
    assert lines == {5}
