"""An error of a plan holds back everything that prints the plan, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit import Workspace, build
from roadmapkit.building import codes
from roadmapkit.building.holding import with_held_up, with_printed
from roadmapkit.resolve import ResolvedRoadmap, document_codes
from tiny_workspaces import (
    PLAN,
    only,
    opened,
    order_text,
    plan_text,
    prepared,
    resolved_roadmap,
    source_at,
    with_code,
)

WRONG = plan_text("- {title: А, due: {on: 2024-03-05, by: 2024-03-06}}", id_="wrong")
PROGRESS = """\
kind: progress
id: hod
title: Отчёт
roadmap: wrong
reports: [{as_of: 2024-06-01}]
"""
PART = "appendices:\n  - title: Приложение\n    parts: [{{plan: {plan}}}]"


def blocked(workspace: Workspace) -> set[str]:
    return set(build(workspace).blocked)


@pytest.mark.parametrize(
    ("document", "id_"),
    [
        (order_text("- approve: wrong"), "prikaz"),
        (order_text("- control: за собой", PART.format(plan="wrong")), "prikaz"),
        (plan_text("- title: А", PART.format(plan="wrong")), "plan"),
        (PROGRESS, "hod"),
    ],
    ids=["approve", "part of an act", "part of a plan", "progress"],
)
def test_what_prints_a_faulty_plan_is_told_at_its_reference(
    tmp_path: Path, document: str, id_: str
) -> None:
    workspace = opened(tmp_path, WRONG, document, plan_text("- title: А", id_="sound"))
    finding = only(workspace, document_codes.BROKEN_REFERENCE)
    assert finding.documents == (id_,)
    assert source_at(workspace, finding) == "wrong"
    result = build(workspace)
    assert result.blocked == {"wrong", id_}
    assert [item.document for item in result.written] == ["sound"]


def test_every_file_of_an_act_is_held_up_and_told_of_once(tmp_path: Path) -> None:
    workspace = opened(tmp_path, WRONG, PLAN, order_text("- approve: [wrong, plan, gruppa]"))
    only(workspace, document_codes.BROKEN_REFERENCE)
    assert [item.path.name for item in build(workspace).written] == ["plan.docx"]


def test_holding_up_goes_on_from_document_to_document(tmp_path: Path) -> None:
    middle = plan_text("- title: А", PART.format(plan="wrong"), id_="middle")
    workspace = opened(tmp_path, WRONG, middle, order_text("- approve: middle"))
    assert blocked(workspace) == {"wrong", "middle", "prikaz"}
    found = with_code(workspace, document_codes.BROKEN_REFERENCE)
    assert [(item.documents, item.message.args["id"]) for item in found] == [
        (("middle",), "wrong"),
        (("prikaz",), "middle"),
    ]


def test_errors_of_an_act_do_not_hold_up_its_plan(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, order_text("- approve: [plan, nichego]"))
    assert blocked(workspace) == {"prikaz"}


def test_a_document_with_errors_of_its_own_is_not_told_of_others_too(tmp_path: Path) -> None:
    workspace = opened(tmp_path, WRONG, order_text("- approve: [wrong, nichego]"))
    assert with_code(workspace, document_codes.BROKEN_REFERENCE) == []
    assert blocked(workspace) == {"wrong", "prikaz"}


def test_a_meeting_of_two_files_is_no_error_of_what_they_say(tmp_path: Path) -> None:
    other = plan_text("- title: А", id_="Plan")
    workspace = opened(tmp_path, PLAN, other, order_text("- approve: plan"))
    assert with_code(workspace, document_codes.BROKEN_REFERENCE) == []
    assert blocked(workspace) == {"plan"}


def test_act_that_is_built_alone_is_held_up_too_and_the_cause_is_shown(tmp_path: Path) -> None:
    workspace = opened(tmp_path, WRONG, order_text("- approve: wrong"))
    result = build(workspace, ["prikaz"])
    assert result.written == ()
    assert {id_ for item in result.diagnostics for id_ in item.documents} == {"wrong", "prikaz"}


def test_plan_of_an_act_that_is_built_alone_is_not_written(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, order_text("- approve: plan"))
    assert {item.target.document for item in prepared(workspace, "prikaz").composed} == {"prikaz"}


def test_two_documents_of_one_file_are_noticed_where_one_is_built_alone(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, plan_text("- title: А", id_="Plan"))
    assert build(workspace, ["plan"]).written == ()
    found = {item.code for item in build(workspace, ["plan"]).diagnostics}
    assert codes.SAME_OUTPUT.id in found
    assert [item.document for item in build(workspace, ["Plan"]).written] == ["Plan"]


def test_two_reports_of_one_day_are_told_at_the_second(tmp_path: Path) -> None:
    progress = PROGRESS.replace("wrong", "plan").replace(
        "[{as_of: 2024-06-01}]", "[{as_of: 2024-06-01}, {as_of: 2024-07-01}, {as_of: 01.06.2024}]"
    )
    workspace = opened(tmp_path, PLAN, progress)
    finding = only(workspace, codes.SAME_OUTPUT)
    assert source_at(workspace, finding) == "01.06.2024"
    assert "two reports" in str(finding.message)
    assert finding.hint is not None
    assert "id" not in str(finding.hint).split()


@pytest.fixture(scope="module")
def a_plan(tmp_path_factory: pytest.TempPathFactory) -> ResolvedRoadmap:
    return resolved_roadmap(opened(tmp_path_factory.mktemp("plan"), PLAN))


GRAPHS = st.dictionaries(
    st.sampled_from("abcdef"), st.frozensets(st.sampled_from("abcdef"), max_size=3), max_size=6
)


@given(GRAPHS, st.sets(st.sampled_from("abcdef")))
def test_whatever_prints_something_held_up_is_held_up(
    a_plan: ResolvedRoadmap, graph: dict[str, frozenset[str]], faulty: set[str]
) -> None:
    documents = {id_: replace(a_plan, prints=prints) for id_, prints in graph.items()}
    held = with_held_up(faulty, documents)
    assert faulty <= held
    for id_, prints in graph.items():
        assert (id_ in held) == (id_ in faulty or bool(prints & held))
    for id_ in graph:
        assert (id_ in held) == bool(with_printed([id_], documents) & faulty)
