"""Points of an act in words: each kind, its numbers, marks and terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiny_workspaces import PLAN, act_of, act_text, opened, order_text, plan_text


def points(folder: Path, clauses: str, header: str = "", *documents: str) -> list[str]:
    """Return the points of an order with the given clauses."""
    return act_text(opened(folder, order_text(clauses, header), *documents))


def point(folder: Path, clause: str, header: str = "", *documents: str) -> str:
    """Return the only point of an order."""
    (found,) = points(folder, clause, header, *documents)
    return found


# -- approve -----------------------------------------------------------------------------------


def test_single_plan_is_approved_in_one_sentence(tmp_path: Path) -> None:
    assert (
        point(tmp_path, "- approve: plan", "", PLAN)
        == "1. Утвердить план мероприятий на 2024 год (приложение)."
    )


def test_several_things_are_approved_as_sub_points(tmp_path: Path) -> None:
    assert points(tmp_path, "- approve: [plan, gruppa]", "", PLAN) == [
        "1. Утвердить:",
        "1.1. план мероприятий на 2024 год (приложение 1);",
        "1.2. состав рабочей группы (приложение 2).",
    ]


def test_reference_by_according_to_is_in_the_dative(tmp_path: Path) -> None:
    assert points(tmp_path, "- approve: [plan, gruppa]", "references: согласно", PLAN) == [
        "1. Утвердить:",
        "1.1. план мероприятий на 2024 год согласно приложению 1;",
        "1.2. состав рабочей группы согласно приложению 2.",
    ]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Дорожная карта развития школ", "дорожную карту развития школ"),
        ("План («дорожная карта») развития", "план («дорожную карту») развития"),
        ("Положение о конкурсе", "Положение о конкурсе"),
        ("Правила приёма", "Правила приёма"),
    ],
)
def test_approved_title_stands_in_the_accusative(tmp_path: Path, title: str, words: str) -> None:
    plan = plan_text("- title: А").replace("title: План\n", f"title: {title}\n")
    assert point(tmp_path, "- approve: plan", "", plan) == f"1. Утвердить {words} (приложение)."


def test_alias_of_the_plan_is_introduced(tmp_path: Path) -> None:
    plan = plan_text("- title: А", "alias: План")
    text = point(tmp_path, "- approve: plan", "", plan.replace("title: План\n", "title: Карта\n"))
    assert text == "1. Утвердить карту (далее – План) (приложение)."


def test_alias_of_the_point_wins_over_that_of_the_plan(tmp_path: Path) -> None:
    plan = plan_text("- title: А", "alias: План")
    text = point(tmp_path, "- approve: {document: plan, alias: Документ}", "", plan)
    assert "(далее – Документ)" in text
    assert "(далее – План)" not in text


def test_title_that_begins_with_its_alias_keeps_its_capital(tmp_path: Path) -> None:
    plan = plan_text("- title: А", "alias: Дорожная карта").replace(
        "title: План\n", "title: Дорожная карта поддержки\n"
    )
    text = point(tmp_path, "- approve: plan", "", plan)
    assert text.startswith("1. Утвердить Дорожную карту поддержки (далее – Дорожная карта)")


def test_wording_of_the_author_is_printed_as_it_is(tmp_path: Path) -> None:
    clause = "- approve: {document: gruppa, wording: персональный состав группы}"
    assert point(tmp_path, clause) == "1. Утвердить персональный состав группы (приложение)."


def test_what_is_not_attached_is_named_without_a_reference(tmp_path: Path) -> None:
    clause = "- approve: {document: plan, attached: false}"
    assert point(tmp_path, clause, "", PLAN) == "1. Утвердить план мероприятий на 2024 год."


def test_titled_appendix_is_approved_by_its_title(tmp_path: Path) -> None:
    header = "appendices: [{id: pravila, title: Правила приёма, parts: [{text: Текст}]}]"
    assert point(tmp_path, "- approve: pravila", header) == (
        "1. Утвердить Правила приёма (приложение)."
    )


# -- appoint and control -----------------------------------------------------------------------


def test_person_is_appointed_with_role_and_post(tmp_path: Path) -> None:
    assert point(tmp_path, "- {appoint: sokolov, as: муниципальный координатор}") == (
        "1. Назначить муниципальным координатором Соколова И.А., "
        "методиста Управления образования города Ольховска."
    )


def test_post_of_the_appointed_may_be_left_out(tmp_path: Path) -> None:
    clause = "- {appoint: sokolov, as: координатор, post: false, due: до 1 мая 2024 г.}"
    assert point(tmp_path, clause) == ("1. Назначить координатором Соколова И.А. до 1 мая 2024 г.")


def test_person_beside_the_directory_is_appointed_by_name(tmp_path: Path) -> None:
    text = point(tmp_path, "- {appoint: Лисицына О.Д., as: координатор}")
    assert text == "1. Назначить координатором Лисицыну О.Д."


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("приказ", "настоящего приказа"),
        ("распоряжение", "настоящего распоряжения"),
        ("постановление", "настоящего постановления"),
    ],
)
def test_control_names_the_act(tmp_path: Path, form: str, words: str) -> None:
    text = point(tmp_path, "- control: за собой", f"form: {form}")
    assert text == f"1. Контроль за исполнением {words} оставляю за собой."


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("sokolov", "методиста Управления образования города Ольховска И.А. Соколова"),
        ("direktor-1", "директора школы № 1 города Ольховска П.И. Гусева"),
        ("Лисицына О.Д.", "О.Д. Лисицыну"),
        ("заместитель начальника отдела", "заместителя начальника отдела"),
    ],
)
def test_control_is_laid_on_an_official(tmp_path: Path, who: str, words: str) -> None:
    assert point(tmp_path, f"- control: {who}") == (
        f"1. Контроль за исполнением настоящего приказа возложить на {words}."
    )


def test_lead_of_the_author_opens_the_control(tmp_path: Path) -> None:
    clause = "- {control: за собой, lead: Контроль за ходом работ}"
    assert point(tmp_path, clause) == "1. Контроль за ходом работ оставляю за собой."


# -- assign ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("direktor-1", "Директору школы № 1 города Ольховска"),
        ("upravlenie", "Управлению образования города Ольховска"),
        ("direktora", "Директорам школ"),
        ("opornye", "Опорным школам"),
        ("руководители школ", "Руководителям школ"),
        ("{to: direktor-1, name: true}", "Директору школы № 1 города Ольховска (П.И. Гусев)"),
        ("{to: direktor-1, name: П.И. Гусев}", "Директору школы № 1 города Ольховска (П.И. Гусев)"),
        ("{to: заведующий отделом, name: О.Д. Лисицына}", "Заведующему отделом (О.Д. Лисицына)"),
        ("[direktora, заведующий отделом]", "Директорам школ, заведующему отделом"),
    ],
)  # fmt: skip
def test_addressees_stand_in_the_dative(tmp_path: Path, to: str, words: str) -> None:
    assert point(tmp_path, f"- {{assign: {to}, text: подготовить отчёт}}") == (
        f"1. {words} подготовить отчёт."
    )


def test_neighbours_share_their_post_in_the_plural(tmp_path: Path) -> None:
    clause = """\
- assign:
    - {to: direktor-1, name: true}
    - {to: direktor-2, name: true}
    - sokolov
  text: представить отчёт
"""
    assert point(tmp_path, clause) == (
        "1. Директорам школы № 1 города Ольховска (П.И. Гусев), школы № 2 города Ольховска "
        "(Д.О. Лапина), методисту Управления образования города Ольховска И.А. Соколову "
        "представить отчёт."
    )


def test_items_end_with_semicolons_and_a_full_stop(tmp_path: Path) -> None:
    clause = """\
- assign: direktora
  text: обеспечить
  items:
    - явку учителей
    - {text: отчёт о работе, due: до 1 марта 2024 г.}
    - порядок в залах
"""
    assert points(tmp_path, clause) == [
        "1. Директорам школ обеспечить:",
        "1.1. явку учителей;",
        "1.2. отчёт о работе до 1 марта 2024 г.;",
        "1.3. порядок в залах.",
    ]


def test_items_that_are_sentences_end_as_sentences(tmp_path: Path) -> None:
    clause = "- assign: direktora\n  items:\n    - Провести сверку.\n    - Сдать отчёт\n"
    assert points(tmp_path, clause)[1:] == ["1.1. Провести сверку.", "1.2. Сдать отчёт."]


def test_full_stop_inside_a_list_becomes_a_semicolon(tmp_path: Path) -> None:
    clause = "- assign: direktora\n  items: [провести сверку., сдать отчёт;]\n"
    assert points(tmp_path, clause)[1:] == ["1.1. провести сверку;", "1.2. сдать отчёт."]


# -- the other kinds ---------------------------------------------------------------------------


def test_entry_into_force(tmp_path: Path) -> None:
    header = "form: распоряжение"
    assert point(tmp_path, "- in_force: со дня подписания", header) == (
        "1. Настоящее распоряжение вступает в силу со дня подписания."
    )


def test_publication_with_and_without_an_addressee(tmp_path: Path) -> None:
    clauses = """\
- publish: на официальном сайте Управления
- {publish: на стенде, responsible: sokolov, due: до 1 февраля 2024 г.}
"""
    assert points(tmp_path, clauses) == [
        "1. Разместить настоящий приказ на официальном сайте Управления.",
        "2. Методисту Управления образования города Ольховска И.А. Соколову разместить "
        "настоящий приказ на стенде до 1 февраля 2024 г.",
    ]


REPEALED = "{date: 12.05.2023, number: 17, title: О рабочей группе}"


def test_single_act_is_repealed_in_one_sentence(tmp_path: Path) -> None:
    assert point(tmp_path, f"- repeal: {REPEALED}") == (
        "1. Признать утратившим силу приказ Управления образования города Ольховска "
        "от 12.05.2023 № 17 «О рабочей группе»."
    )


def test_several_acts_are_repealed_as_sub_points(tmp_path: Path) -> None:
    older = order_text(
        "- control: за собой", "date: 03.04.2023\nnumber: 9\ntitle: Об отчётах", id_="staryy"
    )
    clause = f"- repeal: [staryy, {REPEALED}, приказ от 01.02.2020 № 3]"
    assert points(tmp_path, clause, "", older) == [
        "1. Признать утратившими силу:",
        "1.1. приказ Управления образования города Ольховска от 03.04.2023 № 9 «Об отчётах»;",
        "1.2. приказ Управления образования города Ольховска от 12.05.2023 № 17 "
        "«О рабочей группе»;",
        "1.3. приказ от 01.02.2020 № 3.",
    ]


def test_clause_in_words_is_printed_as_written(tmp_path: Path) -> None:
    clauses = '- Провести сверку\n- {text: "Сдать отчёт!", number: 7-бис.}\n- Начать\n'
    assert points(tmp_path, clauses) == [
        "1. Провести сверку.",
        "7-бис. Сдать отчёт!",
        "3. Начать.",
    ]


# -- terms -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "due", "printed"),
    [
        ("сдать отчёт", "до 1 марта 2024 г.", "сдать отчёт до 1 марта 2024 г."),
        ("сдать отчёт", "До 1 марта 2024 г.", "сдать отчёт до 1 марта 2024 г."),
        ("сдать отчёт.", "до 1 марта 2024 года", "сдать отчёт до 1 марта 2024 года."),
        ("сдать отчёт.", "до 1 марта 2024 г.", "сдать отчёт до 1 марта 2024 г."),
        ("помочь Гусеву П.И.", "в мае 2024 года", "помочь Гусеву П.И. в мае 2024 года."),
        ("собрать сведения за 2023 г.", "в мае", "собрать сведения за 2023 г. в мае."),
        ("сдать отчёт!", "в мае", "сдать отчёт в мае!"),
        ("до 1 марта 2024 г. сдать отчёт", "до 1 марта 2024 г.", "до 1 марта 2024 г. сдать отчёт."),
        ("до 1 марта 2024 года сдать", "до 1 марта 2024 г.", "до 1 марта 2024 года сдать."),
        ("до 1 марта 2024 года сдать", "{by: 2024-03-01}", "до 1 марта 2024 года сдать."),
        ("сдать отчёт", "{by: 2024-03-01}", "сдать отчёт до 1 марта 2024 г."),
        ("сдать отчёт", "{on: 2024-03-01}", "сдать отчёт 1 марта 2024 г."),
    ],
)  # fmt: skip
def test_term_is_said_once_and_before_the_full_stop(
    tmp_path: Path, text: str, due: str, printed: str
) -> None:
    clause = f'- assign: direktora\n  text: "{text}"\n  due: {due}\n'
    assert point(tmp_path, clause) == f"1. Директорам школ {printed}"


# -- numbers -----------------------------------------------------------------------------------

NESTED = """\
- assign: direktora
  items:
    - text: подготовить
      items: [залы, списки]
    - сдать отчёт
- control: за собой
"""


def test_points_are_numbered_by_digits(tmp_path: Path) -> None:
    act = act_of(opened(tmp_path, order_text(NESTED)))
    assert [item.number for item in act.clauses] == ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "2."]
    assert [item.level for item in act.clauses] == [1, 2, 3, 3, 2, 1]
    assert [item.last for item in act.clauses] == [False] * 5 + [True]


def test_points_are_numbered_by_brackets(tmp_path: Path) -> None:
    act = act_of(opened(tmp_path, order_text(NESTED, "numbering: 1)")))
    assert [item.number for item in act.clauses] == ["1.", "1)", "а)", "б)", "2)", "2."]


def test_inner_list_in_the_middle_ends_with_a_semicolon(tmp_path: Path) -> None:
    assert points(tmp_path, NESTED)[1:5] == [
        "1.1. подготовить:",
        "1.1.1. залы;",
        "1.1.2. списки;",
        "1.2. сдать отчёт.",
    ]


def test_every_point_names_the_place_it_comes_from(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text(NESTED))
    paths = [item.origin.path for item in act_of(workspace).clauses if item.origin]
    assert paths == [
        ("clauses", 0),
        ("clauses", 0, "items", 0),
        ("clauses", 0, "items", 0, "items", 0),
        ("clauses", 0, "items", 0, "items", 1),
        ("clauses", 0, "items", 1),
        ("clauses", 1),
    ]
