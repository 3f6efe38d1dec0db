"""References between documents: unknown, of the wrong kind, doubled, circular, broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.resolve import document_codes as codes
from tiny_workspaces import (
    PLAN,
    only,
    opened,
    order_text,
    plan_text,
    prepared,
    source_at,
    with_code,
)

APPENDIX = """
appendices:
  - parts:
      - plan: {plan}
"""
PROGRESS = "kind: progress\nid: hod\ntitle: Отчёт\nroadmap: {plan}\n"


def test_approving_an_unknown_id_suggests_the_nearest(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, order_text("- approve: plam"))
    finding = only(workspace, codes.UNKNOWN_ID)
    assert source_at(workspace, finding) == "plam"
    assert finding.documents == ("prikaz",)
    assert finding.hint is not None
    assert "plan" in finding.hint.args["nearest"].split(", ")


def test_unknown_id_that_resembles_nothing_has_a_general_hint(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text("- approve: zzzzzz"))
    hint = only(workspace, codes.UNKNOWN_ID).hint
    assert hint is not None
    assert "nearest" not in hint.args


@pytest.mark.parametrize(
    "document",
    [
        order_text("- approve: [net]"),
        order_text("- approve: {document: net}"),
        order_text("- control: за собой", APPENDIX.format(plan="net")),
        order_text("- control: за собой", "appendices: [{parts: [{group: net}]}]"),
        plan_text("- title: А", APPENDIX.format(plan="net")),
        PROGRESS.format(plan="net"),
    ],
    ids=["approve", "approve item", "part plan", "part group", "plan's appendix", "progress"],
)
def test_unknown_id_is_found_wherever_it_stands(tmp_path: Path, document: str) -> None:
    workspace = opened(tmp_path, document)
    finding = only(workspace, codes.UNKNOWN_ID)
    assert source_at(workspace, finding) == "net"
    assert prepared(workspace).blocked == set(finding.documents)


def test_unknown_abbreviation_of_a_list_is_found(tmp_path: Path) -> None:
    header = "appendices: [{parts: [{abbreviations: [ВПР, ВТР]}]}]"
    workspace = opened(tmp_path, order_text("- control: за собой", header))
    finding = only(workspace, codes.UNKNOWN_ID)
    assert source_at(workspace, finding) == "ВТР"
    assert finding.hint is not None
    assert finding.hint.args["nearest"] == "ВПР"


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (order_text("- control: за собой", APPENDIX.format(plan="drugoy")), "order"),
        (PROGRESS.format(plan="drugoy"), "order"),
        (order_text("- approve: drugoy"), "order"),
    ],
    ids=["part plan", "progress", "approve"],
)
def test_reference_to_another_kind_is_an_error(tmp_path: Path, document: str, kind: str) -> None:
    workspace = opened(tmp_path, document, order_text("- control: за собой", id_="drugoy"))
    finding = only(workspace, codes.WRONG_KIND)
    assert source_at(workspace, finding) == "drugoy"
    assert finding.message.args["kind"] == kind
    assert "drugoy" not in prepared(workspace).blocked


def test_second_document_with_an_id_names_the_first(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, plan_text("- title: А"))
    finding = only(workspace, codes.DUPLICATE_ID)
    assert finding.message.args["file"] == "roadmaps/work.yaml"
    assert finding.message.args["line"] == 2
    assert finding.span is not None
    assert finding.span.line > 2
    assert prepared(workspace).blocked == {"plan"}


def test_ids_of_activities_are_unique_in_their_plan_only(tmp_path: Path) -> None:
    twice = plan_text("- {id: a, title: А}\n- {id: a, title: Б}")
    workspace = opened(tmp_path, twice, plan_text("- {id: a, title: А}", id_="plan-2"))
    finding = only(workspace, codes.DUPLICATE_ACTIVITY_ID)
    assert finding.documents == ("plan",)
    assert finding.span is not None
    assert finding.message.args["line"] == finding.span.line - 1


def test_plan_that_contains_itself_is_a_circle(tmp_path: Path) -> None:
    workspace = opened(tmp_path, plan_text("- title: А", APPENDIX.format(plan="plan")))
    finding = only(workspace, codes.CIRCULAR_REFERENCE)
    assert finding.message.args["circle"] == "plan → plan"
    assert prepared(workspace).composed == ()


def test_circle_of_plans_is_found_once_and_names_all_of_it(tmp_path: Path) -> None:
    circle = [
        plan_text("- title: А", APPENDIX.format(plan=after), id_=name)
        for name, after in (("plan-a", "plan-b"), ("plan-b", "plan-c"), ("plan-c", "plan-a"))
    ]
    workspace = opened(tmp_path, *circle, plan_text("- title: А", id_="plan-d"))
    finding = only(workspace, codes.CIRCULAR_REFERENCE)
    assert finding.documents == ("plan-a", "plan-b", "plan-c")
    assert [item.target.document for item in prepared(workspace).composed] == ["plan-d"]


def test_order_that_prints_a_circle_is_told_that_it_is_broken(tmp_path: Path) -> None:
    workspace = opened(
        tmp_path,
        plan_text("- title: А", APPENDIX.format(plan="plan")),
        order_text("- approve: plan"),
    )
    finding = only(workspace, codes.BROKEN_REFERENCE)
    assert finding.documents == ("prikaz",)
    assert source_at(workspace, finding) == "plan"


@pytest.mark.parametrize(
    "document",
    [
        order_text("- approve: plan"),
        order_text("- control: за собой", APPENDIX.format(plan="plan")),
        PROGRESS.format(plan="plan"),
    ],
    ids=["approve", "part plan", "progress"],
)
def test_reference_to_an_invalid_document_is_not_called_unknown(
    tmp_path: Path, document: str
) -> None:
    workspace = opened(tmp_path, document, "kind: roadmap\nid: plan\ntitel: План\n")
    only(workspace, codes.BROKEN_REFERENCE)
    assert with_code(workspace, codes.UNKNOWN_ID) == []


def test_two_plans_that_share_a_part_are_no_circle(tmp_path: Path) -> None:
    workspace = opened(
        tmp_path,
        plan_text("- title: А", APPENDIX.format(plan="plan-c"), id_="plan-a"),
        plan_text("- title: А", APPENDIX.format(plan="plan-c"), id_="plan-b"),
        plan_text("- title: А", id_="plan-c"),
    )
    assert with_code(workspace, codes.CIRCULAR_REFERENCE) == []
    assert len(prepared(workspace).composed) == 3


def test_column_that_nothing_fills_is_an_error_with_the_nearest_field(tmp_path: Path) -> None:
    workspace = opened(tmp_path, plan_text("- title: А", "columns: [number, activty]"))
    finding = only(workspace, codes.UNKNOWN_COLUMN)
    assert source_at(workspace, finding) == "activty"
    assert finding.hint is not None
    assert "activity" in finding.hint.args["nearest"]


def test_column_of_own_fields_is_known(tmp_path: Path) -> None:
    activities = "- {title: А, fields: {деньги: 100}}\n- {title: Б}"
    workspace = opened(tmp_path, plan_text(activities, "columns: [activity, деньги]"))
    assert with_code(workspace, codes.UNKNOWN_COLUMN) == []


def test_field_that_no_column_prints_is_a_warning_at_its_key(tmp_path: Path) -> None:
    activities = "- {title: А, result: Справка}\n- {title: Б, result: Отчёт}"
    workspace = opened(tmp_path, plan_text(activities, "columns: [activity, due]"))
    finding = only(workspace, codes.UNPRINTED_FIELD)
    assert source_at(workspace, finding) == "result"


@pytest.mark.parametrize("row", ["[а]", "[а, б, в]", "[{text: а, span: 3}]"])
def test_row_of_another_length_is_an_error(tmp_path: Path, row: str) -> None:
    table = f"appendices: [{{parts: [{{table: {{columns: [А, Б], rows: [[а, б], {row}]}}}}]}}]"
    workspace = opened(tmp_path, plan_text("- title: А", table))
    finding = only(workspace, codes.ROW_LENGTH)
    assert finding.message.args["width"] == 2
    assert source_at(workspace, finding) == row


@pytest.mark.parametrize("row", ["[а, б]", "[{text: а, span: 2}]", "{section: Всё}", "[null, б]"])
def test_row_that_fills_the_table_is_sound(tmp_path: Path, row: str) -> None:
    table = f"appendices: [{{parts: [{{table: {{columns: [А, Б], rows: [{row}]}}}}]}}]"
    workspace = opened(tmp_path, plan_text("- title: А", table))
    assert with_code(workspace, codes.ROW_LENGTH) == []


def test_appendix_of_a_faulty_plan_is_not_called_nameless(tmp_path: Path) -> None:
    broken = plan_text("- {title: А}", "colour: red")
    act = order_text("- approve: plan") + APPENDIX.format(plan="plan")
    workspace = opened(tmp_path, broken, act)
    assert source_at(workspace, only(workspace, codes.BROKEN_REFERENCE)) == "plan"
    assert with_code(workspace, codes.UNTITLED_APPENDIX) == []
