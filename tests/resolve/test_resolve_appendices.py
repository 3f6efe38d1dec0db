"""Appendices of an act: those the author describes and those that follow from its points."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit import Workspace
from roadmapkit.resolve import document_codes as codes
from tiny_workspaces import (
    PLAN,
    only,
    opened,
    order_text,
    plan_text,
    resolved_order,
    source_at,
    with_code,
)

BOTH = "- approve: [plan, gruppa]"


def parts_of(workspace: Workspace) -> list[tuple[str, str, list[str]]]:
    """Return key, number and kinds of parts of every appendix."""
    return [
        (item.key, item.number, [part.kind for part in item.parts])
        for item in resolved_order(workspace).appendices
    ]


def test_what_a_clause_approves_becomes_an_appendix_in_its_order(tmp_path: Path) -> None:
    assert parts_of(opened(tmp_path, PLAN, order_text(BOTH))) == [
        ("plan", "1", ["plan"]),
        ("gruppa", "2", ["group"]),
    ]


def test_described_appendices_come_first_and_are_not_doubled(tmp_path: Path) -> None:
    described = "appendices:\n  - parts: [{group: gruppa}]\n"
    assert parts_of(opened(tmp_path, PLAN, order_text(BOTH, described))) == [
        ("gruppa", "1", ["group"]),
        ("plan", "2", ["plan"]),
    ]


def test_appendix_is_known_by_its_own_id_before_that_of_its_plan(tmp_path: Path) -> None:
    described = "appendices:\n  - {id: prilozhenie, parts: [{text: Записка}, {plan: plan}]}\n"
    assert parts_of(opened(tmp_path, PLAN, order_text(BOTH, described))) == [
        ("prilozhenie", "1", ["text", "plan"]),
        ("gruppa", "2", ["group"]),
    ]


def test_single_appendix_has_no_number(tmp_path: Path) -> None:
    assert parts_of(opened(tmp_path, PLAN, order_text("- approve: plan"))) == [
        ("plan", "", ["plan"])
    ]


def test_number_of_the_author_wins(tmp_path: Path) -> None:
    described = "appendices:\n  - {number: 5, parts: [{plan: plan}]}\n"
    assert [
        item.number
        for item in resolved_order(
            opened(tmp_path, PLAN, order_text("- approve: plan", described))
        ).appendices
    ] == ["5"]


def test_what_is_not_attached_makes_no_appendix(tmp_path: Path) -> None:
    clause = "- approve: [{document: plan, attached: false}, gruppa]"
    assert parts_of(opened(tmp_path, PLAN, order_text(clause))) == [("gruppa", "", ["group"])]


def test_implied_appendix_comes_from_the_point_that_names_it(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, order_text("- text: Первый\n- approve: plan"))
    (appendix,) = resolved_order(workspace).appendices
    span = appendix.origin.span
    lines = workspace.source_lines(span.file)
    assert lines is not None
    assert lines[span.line - 1].strip() == "- approve: plan"


def test_approved_appendix_without_a_name_is_an_error(tmp_path: Path) -> None:
    described = "appendices: [{id: pravila, parts: [{text: Правила}]}]"
    workspace = opened(tmp_path, order_text("- approve: pravila", described))
    finding = only(workspace, codes.UNTITLED_APPENDIX)
    assert source_at(workspace, finding) == "pravila"


def test_title_or_wording_names_an_appendix(tmp_path: Path) -> None:
    titled = "appendices: [{id: pravila, title: Правила приёма, parts: [{text: Правила}]}]"
    workspace = opened(tmp_path / "a", order_text("- approve: pravila", titled))
    assert with_code(workspace, codes.UNTITLED_APPENDIX) == []
    untitled = "appendices: [{id: pravila, parts: [{text: Правила}]}]"
    worded = "- approve: {document: pravila, wording: правила приёма}"
    workspace = opened(tmp_path / "b", order_text(worded, untitled))
    assert with_code(workspace, codes.UNTITLED_APPENDIX) == []


def test_plan_gives_its_appendix_title_and_compiler(tmp_path: Path) -> None:
    plan = PLAN.replace("period:", "compiler: sokolov\nperiod:")
    workspace = opened(tmp_path, plan, order_text("- approve: plan"))
    (appendix,) = resolved_order(workspace).appendices
    assert appendix.title == "План мероприятий на 2024 год"
    assert appendix.title_origin is not None
    assert appendix.title_origin.path == ("title",)
    assert appendix.compiler is not None
    assert appendix.compiler.name == "И.А.\u00a0Соколов"


def test_compiler_of_the_appendix_wins_over_that_of_the_plan(tmp_path: Path) -> None:
    plan = PLAN.replace("period:", "compiler: sokolov\nperiod:")
    described = "appendices: [{parts: [{plan: plan}], compiler: gusev}]"
    workspace = opened(tmp_path, plan, order_text("- approve: plan", described))
    (appendix,) = resolved_order(workspace).appendices
    assert appendix.compiler is not None
    assert appendix.compiler.name == "П.И.\u00a0Гусев"


def test_abbreviations_are_those_that_the_appendix_prints(tmp_path: Path) -> None:
    plan = PLAN.replace("Собрать заявки", "Разобрать итоги ВПР")
    described = "appendices: [{parts: [{plan: plan}, {abbreviations: true}]}]"
    workspace = opened(tmp_path, plan, order_text("- approve: plan", described))
    (appendix,) = resolved_order(workspace).appendices
    assert [short for short, _, _ in appendix.parts[1].abbreviations] == ["ВПР"]


@pytest.mark.parametrize(
    "place",
    [
        "title: Итоги ВПР, parts: [{text: Т}, ALL]",
        "parts: [{text: Итоги ВПР}, ALL]",
        "parts: [{heading: Итоги ВПР, text: Т}, ALL]",
        "parts: [{table: {columns: [Балл ВПР], rows: [[5]]}}, ALL]",
        "parts: [{table: {columns: [Балл], rows: [[ВПР]]}}, ALL]",
        "parts: [{table: {columns: [Балл], caption: ВПР}}, ALL]",
        "parts: [{matrix: {columns: [Балл], rows: [{section: ВПР}]}}, ALL]",
    ],
)
def test_abbreviation_is_found_wherever_the_appendix_prints_it(tmp_path: Path, place: str) -> None:
    described = f"appendices: [{{{place.replace('ALL', '{abbreviations: true}')}}}]"
    workspace = opened(tmp_path, order_text("- control: за собой", described))
    (appendix,) = resolved_order(workspace).appendices
    assert [short for short, _, _ in appendix.parts[-1].abbreviations] == ["ВПР"]


@pytest.mark.parametrize(
    "activity",
    [
        "{title: Итоги ВПР}",
        "{title: А, items: [ВПР]}",
        "{title: А, due: после ВПР}",
        "{title: А, responsible: Координатор ВПР}",
        "{title: А, result: Справка о ВПР}",
        "{title: А, indicator: Доля ВПР}",
        "{title: А, note: ВПР}",
        "{title: А, fields: {итог: ВПР}}",
    ],
)
def test_abbreviation_is_found_in_every_column_of_the_plan(tmp_path: Path, activity: str) -> None:
    described = "appendices: [{parts: [{plan: plan}, {abbreviations: true}]}]"
    order = order_text("- control: за собой", described)
    (appendix,) = resolved_order(opened(tmp_path, plan_text(f"- {activity}"), order)).appendices
    assert [short for short, _, _ in appendix.parts[-1].abbreviations] == ["ВПР"]


def test_chosen_abbreviations_keep_the_order_of_the_author(tmp_path: Path) -> None:
    described = "appendices: [{parts: [{text: Текст}, {abbreviations: [ИКТ, ВПР]}]}]"
    workspace = opened(tmp_path, order_text("- control: за собой", described))
    (appendix,) = resolved_order(workspace).appendices
    assert [short for short, _, _ in appendix.parts[1].abbreviations] == ["ИКТ", "ВПР"]


def test_group_lists_its_members_with_post_and_role(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text("- approve: gruppa"))
    (appendix,) = resolved_order(workspace).appendices
    group = appendix.parts[0].group
    assert group is not None
    assert [(row.name, row.initials, row.post, row.role) for row in group.rows] == [
        (
            "Рябинина Вера Павловна",
            "Рябинина\u00a0В.П.",
            "начальник Управления образования города Ольховска",
            "председатель",
        ),
        (
            "Соколов Игорь Андреевич",
            "Соколов\u00a0И.А.",
            "методист Управления образования города Ольховска",
            "",
        ),
    ]


def test_appendix_without_parts_would_be_a_blank_sheet(tmp_path: Path) -> None:
    header = "appendices: [{title: Пусто}, {title: Текст, parts: [{text: Текст}]}]"
    workspace = opened(tmp_path, order_text("- control: за собой", header))
    assert only(workspace, codes.EMPTY_APPENDIX).documents == ("prikaz",)
