"""Officials in the words of an act: acting ones, posts by id, posts and names in one text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiny_workspaces import act_of, act_text, opened, order_text, plan_text, view_of

DIRECTORY = """\
kind: directory
organizations:
  - {id: office, name: Управление образования города Ольховска, short: Управление образования}
  - {id: school-1, name: школа № 1 города Ольховска, short: школа № 1}
  - {id: school-2, name: школа № 2 города Ольховска, short: школа № 2}
  - {id: school-5, name: Муниципальное учреждение «Школа № 5», short: МБОУ «Школа № 5»}
people:
  - {id: ryabinina, name: Рябинина Вера Павловна, phone: 2-15-30}
  - {id: sokolov, name: Соколов Игорь Андреевич, post: методист, organization: office}
  - {id: gusev, name: Гусев Пётр Ильич}
  - {id: lapina, name: Лапина Дарья Олеговна}
posts:
  - {id: head, title: начальник, organization: office, appointments: [{person: ryabinina}]}
  - id: director-1
    title: директор
    organization: school-1
    appointments: [{person: gusev, acting: true}]
  - {id: director-2, title: директор, organization: school-2, appointments: [{person: lapina}]}
  - {id: director-5, title: директор, organization: school-5}
"""


def points(folder: Path, clauses: str, header: str = "") -> list[str]:
    text = order_text(clauses, f"issuer: office\nsignatory: head\n{header}")
    return act_text(opened(folder, text, directory=DIRECTORY))


def signature(folder: Path, signatory: str) -> tuple[tuple[str, ...], str]:
    text = order_text("- Текст", f"issuer: office\nsignatory: {signatory}")
    signed = act_of(opened(folder, text, directory=DIRECTORY)).signature
    assert signed is not None
    lines = tuple(line.replace("\u00a0", " ") for line in signed.post_lines)
    return lines, signed.name.replace("\u00a0", " ")


# -- acting ------------------------------------------------------------------------------------


def test_acting_official_is_called_so_in_every_point(tmp_path: Path) -> None:
    clauses = """\
- {assign: director-1, text: подготовить отчёт}
- {appoint: director-1, as: куратор}
- {appoint: gusev, as: куратор}
- {publish: на сайте, responsible: director-1}
- control: director-1
"""
    acting = "обязанности директора школы № 1 города Ольховска"
    assert points(tmp_path, clauses) == [
        f"1. Исполняющему {acting} подготовить отчёт.",
        f"2. Назначить куратором Гусева П.И., исполняющего {acting}.",
        f"3. Назначить куратором Гусева П.И., исполняющего {acting}.",
        f"4. Исполняющему {acting} разместить настоящий приказ на сайте.",
        "5. Контроль за исполнением настоящего приказа возложить на исполняющего "
        f"{acting} П.И. Гусева.",
    ]


def test_acting_one_shares_no_plural(tmp_path: Path) -> None:
    clause = "- {assign: [director-2, director-1, director-5], text: подготовить отчёт}"
    assert points(tmp_path, clause) == [
        "1. Директору школы № 2 города Ольховска, исполняющему обязанности директора "
        "школы № 1 города Ольховска, директору Муниципального учреждения «Школа № 5» "
        "подготовить отчёт."
    ]


def test_one_who_is_no_acting_holder_signs_with_the_post_itself(tmp_path: Path) -> None:
    post = "Директор школы № 1 города Ольховска"
    assert signature(tmp_path / "a", "{post: director-1, person: sokolov}") == (
        (post,),
        "И.А. Соколов",
    )
    assert signature(tmp_path / "b", "{post: director-1, person: gusev}")[0] == (
        "Исполняющий обязанности директора школы № 1 города Ольховска",
    )


# -- posts by id and in words ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signatory", "post", "name"),
    [
        ("{post: head}", ("Начальник",), "В.П. Рябинина"),
        ("{person: head}", ("Начальник",), "В.П. Рябинина"),
        ("{person: head, post: Член комиссии}", ("Член комиссии",), "В.П. Рябинина"),
        ("начальник Управления образования", ("Начальник",), "В.П. Рябинина"),
        ("Глава района Лисицын О.Д.", ("Глава района",), "О.Д. Лисицын"),
        ("{post: Глава района, person: не избран}", ("Глава района",), "не избран"),
        ("{post: head, person: Лисицын О.Д.}", ("Начальник",), "О.Д. Лисицын"),
        ("sokolov", ("Методист",), "И.А. Соколов"),
    ],
)  # fmt: skip
def test_signature_prints_what_the_reference_means(
    tmp_path: Path, signatory: str, post: tuple[str, ...], name: str
) -> None:
    assert signature(tmp_path, signatory) == (post, name)


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("head", "начальника Управления образования города Ольховска В.П. Рябинину"),
        ("начальник Управления образования", "начальника Управления образования города Ольховска "
         "В.П. Рябинину"),
        ("Начальник отдела Лисицын О.Д.", "начальника отдела О.Д. Лисицына"),
        ("office", "Управление образования города Ольховска"),
        ("director-5", "директора Муниципального учреждения «Школа № 5»"),
    ],
)  # fmt: skip
def test_control_is_laid_on_whom_the_reference_means(tmp_path: Path, who: str, words: str) -> None:
    assert points(tmp_path, f"- control: {who}") == [
        f"1. Контроль за исполнением настоящего приказа возложить на {words}."
    ]


@pytest.mark.parametrize("written", ["за собой.", " За  собой ;", "оставляю за собой"])
def test_control_of_ones_own_in_any_spelling(tmp_path: Path, written: str) -> None:
    assert points(tmp_path, f'- control: "{written}"') == [
        "1. Контроль за исполнением настоящего приказа оставляю за собой."
    ]


def test_post_beside_the_appointed_stands_between_commas(tmp_path: Path) -> None:
    clause = "- {appoint: director-2, as: куратор, due: до 1 марта 2024 г.}"
    assert points(tmp_path, clause) == [
        "1. Назначить куратором Лапину Д.О., директора школы № 2 города Ольховска, "
        "до 1 марта 2024 г."
    ]


def test_vacant_post_is_appointed_itself(tmp_path: Path) -> None:
    clause = "- {appoint: director-5, as: куратор, due: до 1 марта 2024 г.}"
    assert points(tmp_path, clause) == [
        "1. Назначить куратором директора Муниципального учреждения «Школа № 5» до 1 марта 2024 г."
    ]


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("{to: директор школы № 2, name: true}",
         "Директору школы № 2 города Ольховска (Д.О. Лапина)"),
        ("директор школы № 2", "Директору школы № 2"),
        ("Начальник отдела Лисицын О.Д.", "Начальнику отдела О.Д. Лисицыну"),
    ],
)  # fmt: skip
def test_addressee_in_words(tmp_path: Path, to: str, words: str) -> None:
    assert points(tmp_path, f"- {{assign: [{to}], text: подготовить отчёт}}") == [
        f"1. {words} подготовить отчёт."
    ]


@pytest.mark.parametrize(
    ("executor", "lines"),
    [
        ("head", ("Рябинина Вера Павловна", "2-15-30")),
        ("{person: head, phone: 8 (800) 1-23}", ("Рябинина Вера Павловна", "8 (800) 1-23")),
        ("director-5", ("Директор МБОУ «Школа №\u00a05»",)),
    ],
)
def test_executor_may_be_a_post(tmp_path: Path, executor: str, lines: tuple[str, ...]) -> None:
    header = f"issuer: office\nsignatory: head\nexecutor: {executor}"
    act = act_of(opened(tmp_path, order_text("- Текст", header), directory=DIRECTORY))
    assert act.executor == lines


# -- posts in cells ----------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["как написано", "по реестру"])
def test_post_in_a_cell_names_its_organisation(tmp_path: Path, style: str) -> None:
    plan = plan_text(
        "- title: А\n  due: [{when: март 2024 г., for: [director-2]}]\n"
        "  responsible: [director-2, director-5, director-1]"
    )
    settings = f"kind: settings\noutputs: {{parties: {style}}}\n"
    workspace = opened(tmp_path, plan, directory=DIRECTORY, roadmapkit=settings)
    table = view_of(workspace, "plan").sheets[0].parts[0].table
    assert table is not None
    cells = [
        tuple(line.replace("\u00a0", " ") for line in cell.lines) for cell in table.rows[0].cells
    ]
    assert cells[2:] == [
        ("март 2024 г. (директор школы № 2)",),
        ("Директор школы № 2", "Директор МБОУ «Школа № 5»", "Директор школы № 1"),
    ]
