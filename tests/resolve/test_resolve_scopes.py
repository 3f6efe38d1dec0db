"""Which directory holds where, and on which day people are looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.party_codes import DIRECTORY_ID_TWICE
from roadmapkit.resolve.workspace import directory_scope
from tiny_workspaces import (
    act_of,
    only,
    opened,
    order_text,
    plan_text,
    resolved_order,
    resolved_roadmap,
    source_at,
    view_of,
    with_code,
)

TOP = "kind: directory\norganizations:\n  - {id: centr, name: Центр города, short: ЦГ}\n"
LOWER = "kind: directory\norganizations:\n  - {id: centr, name: Центр района, short: ЦР}\n"
PLAN_OF_CENTRE = plan_text("- {title: А, responsible: centr}")

ACTING = """\
kind: directory
people:
  - {id: staraya, name: Старова Анна Петровна}
  - {id: novaya, name: Новикова Ольга Львовна}
posts:
  - id: nachalnik
    title: начальник управления
    appointments:
      - {person: staraya, from: 2020-01-01, to: 2023-12-31}
      - {person: novaya, from: 2024-01-01}
"""


@pytest.mark.parametrize(
    ("file", "scope"),
    [
        ("directory.yaml", ""),
        ("directory/people.yaml", ""),
        ("roadmaps/north/directory.yaml", "roadmaps/north"),
        ("roadmaps/north/directory/people.yaml", "roadmaps/north"),
        ("roadmaps/all.yaml", "roadmaps"),
    ],
)
def test_directory_holds_in_its_folder(file: str, scope: str) -> None:
    assert directory_scope(file) == scope


def printed_responsible(folder: Path, **files: str) -> str:
    plan = resolved_roadmap(opened(folder, **{"directory": "", **files}))
    cell = plan.sections[0].activities[0].responsible
    assert cell is not None
    return " ".join(cell.lines)


def test_nearer_directory_hides_the_farther(tmp_path: Path) -> None:
    printed = printed_responsible(
        tmp_path,
        directory=TOP,
        roadmaps__north__directory=LOWER,
        roadmaps__north__plan=PLAN_OF_CENTRE,
    )
    assert printed == "ЦР"


def test_directory_of_a_neighbouring_folder_does_not_hold(tmp_path: Path) -> None:
    printed = printed_responsible(
        tmp_path,
        directory=TOP,
        roadmaps__north__directory=LOWER,
        roadmaps__south__plan=PLAN_OF_CENTRE,
    )
    assert printed == "ЦГ"


def test_directory_in_a_folder_called_directory_holds_for_the_folder_above(tmp_path: Path) -> None:
    printed = printed_responsible(
        tmp_path, directory__orgs=TOP, roadmaps__deep__down__plan=PLAN_OF_CENTRE
    )
    assert printed == "ЦГ"


def test_documents_name_the_directories_they_are_made_from(tmp_path: Path) -> None:
    plan = resolved_roadmap(
        opened(
            tmp_path,
            directory="",
            roadmapkit="kind: settings\n",
            directory__orgs=TOP,
            roadmaps__north__directory=LOWER,
            roadmaps__north__plan=PLAN_OF_CENTRE,
            roadmaps__south__directory=LOWER,
        )
    )
    assert plan.sources == (
        "directory/orgs.yaml",
        "roadmapkit.yaml",
        "roadmaps/north/directory.yaml",
        "roadmaps/north/plan.yaml",
    )


def test_order_is_made_from_the_plan_that_it_approves_too(tmp_path: Path) -> None:
    workspace = opened(
        tmp_path,
        roadmaps__north__plan=PLAN_OF_CENTRE,
        roadmaps__order=order_text("- approve: plan"),
    )
    assert resolved_order(workspace).sources == (
        "directory.yaml",
        "roadmaps/north/plan.yaml",
        "roadmaps/order.yaml",
    )


@pytest.mark.parametrize(
    ("day", "name"), [("31.12.2023", "А.П. Старова"), ("01.01.2024", "О.Л. Новикова")]
)
def test_act_names_the_people_of_its_own_day(tmp_path: Path, day: str, name: str) -> None:
    text = order_text("- control: за собой", f"date: {day}\nissuer: Управление")
    signature = act_of(opened(tmp_path, text, directory=ACTING)).signature
    assert signature is not None
    assert signature.name.replace("\u00a0", " ") == name


def test_draft_names_the_people_of_the_day_on_which_it_is_expected(tmp_path: Path) -> None:
    header = "state: draft\ndate: null\nexpected_date: 2023-06-01\nissuer: Управление"
    text = order_text("- control: nachalnik", header)
    act = act_of(opened(tmp_path, text, directory=ACTING))
    assert "Старову" in act.clauses[0].text


def test_plan_names_the_people_of_the_order_that_approves_it(tmp_path: Path) -> None:
    plan = plan_text("- title: А", "compiler: nachalnik")
    order = order_text("- approve: plan", "date: 20.12.2023\nissuer: Управление")
    view = view_of(opened(tmp_path, plan, order, directory=ACTING), "plan")
    signature = view.sheets[0].signature
    assert signature is not None
    assert "Старова" in signature.name


def test_acting_head_signs_as_acting(tmp_path: Path) -> None:
    directory = (
        ACTING + "      - {person: staraya, from: 2024-02-01, to: 2024-02-29, acting: true}\n"
    )
    text = order_text("- control: за собой", "date: 10.02.2024\nissuer: Управление")
    signature = act_of(opened(tmp_path, text, directory=directory)).signature
    assert signature is not None
    assert signature.post_lines == ("Исполняющий обязанности начальника управления",)
    assert "Старова" in signature.name


def test_directory_faults_are_found_where_no_document_lies(tmp_path: Path) -> None:
    twice = LOWER + "  - {id: centr, name: Другой центр}\n"
    workspace = opened(tmp_path, plan_text("- title: А"), roadmaps__empty__directory=twice)
    span = only(workspace, DIRECTORY_ID_TWICE).span
    assert span is not None
    assert span.file == "roadmaps/empty/directory.yaml"


@pytest.mark.parametrize(
    "period",
    ["2024", "2021-2023", "2021/2022", "2020-06..2021-05", "{start: 2024-01-01, end: 31.12.2024}"],
)
def test_periods_that_authors_write(tmp_path: Path, period: str) -> None:
    workspace = opened(tmp_path, f"kind: roadmap\nid: plan\ntitle: План\nperiod: {period}\n")
    assert resolved_roadmap(workspace).period is not None
    assert with_code(workspace, codes.INVALID_PERIOD) == []


@pytest.mark.parametrize(
    "period", ["скоро", "2024-2021", "2021/2024", "{start: 2024-12-31, end: 2024-01-01}"]
)
def test_period_that_is_none_is_an_error_at_its_value(tmp_path: Path, period: str) -> None:
    workspace = opened(tmp_path, f"kind: roadmap\nid: plan\ntitle: План\nperiod: {period}\n")
    assert source_at(workspace, only(workspace, codes.INVALID_PERIOD)) == period
