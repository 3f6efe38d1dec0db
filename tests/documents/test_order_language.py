"""The language of a whole order, from YAML to the text of the Word file."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from roadmapkit import render
from tiny_workspaces import opened, order_text

DIRECTORY = """\
kind: directory
organizations:
  - id: upravlenie
    name: Управление образования Заречного муниципального округа
    short: Управление образования
  - {id: otdel, name: отдел общего образования Управления образования, parent: upravlenie}
  - {id: shkola-3, name: МБОУ «Средняя школа № 3», short: школа № 3, kind: школа}
  - {id: shkola-4, name: МБОУ «Средняя школа № 4», short: школа № 4, kind: школа}
  - {id: sad-5, name: МДОУ «Детский сад № 5», short: детский сад № 5}
people:
  - {id: ilyina, name: Ильина Ирина Игоревна}
  - {id: petrova, name: Петрова Светлана Викторовна}
  - {id: lykov, name: Лыков Олег Петрович}
  - {id: chernyh, name: Черных Анна Львовна}
  - {id: tkachenko, name: Ткаченко Павел Юрьевич}
  - {id: mironenko, name: Мироненко Елена Олеговна}
  - {id: zhuk, name: Жук Роман Ильич}
  - {id: belaya, name: Белая Нина Павловна}
posts:
  - id: nachalnik
    title: начальник
    organization: upravlenie
    appointments: [{person: lykov}]
  - id: zamestitel
    title: заместитель начальника
    organization: upravlenie
    appointments: [{person: petrova}]
  - id: nachalnik-otdela
    title: начальник
    organization: otdel
    appointments: [{person: petrova}]
  - id: specialist
    title: главный специалист
    organization: otdel
    appointments: [{person: ilyina}]
  - id: direktor-3
    title: директор
    organization: shkola-3
    appointments: [{person: zhuk}]
  - id: direktor-4
    title: директор
    organization: shkola-4
    appointments: [{person: belaya, acting: true}]
  - id: zaveduyuschiy-5
    title: заведующий
    organization: sad-5
    appointments: [{person: mironenko}]
  - {id: metodist, title: методист, organization: otdel, appointments: [{vacant: true}]}
groups:
  - {id: rukovoditeli, name: руководители общеобразовательных организаций, heads_of: [shkola-3]}
  - id: gruppa
    name: муниципальная рабочая группа по поддержке школ
    members: [{member: lykov, role: председатель}, ilyina]
"""
PLAN = """\
kind: roadmap
id: plan
title: План мероприятий («дорожная карта») по повышению качества образования на 2024 год
period: 2024
activities: [{title: Совещание, due: март 2024 г.}]
"""


def lines(root: Path, clauses: str, header: str = "", *documents: str) -> list[str]:
    """Return every paragraph of the order as Word shows it, no-break spaces as spaces."""
    workspace = opened(root, order_text(clauses, header), *documents, directory=DIRECTORY)
    files = render(workspace, "prikaz")
    (content,) = [data for path, data in files.items() if path.endswith("prikaz.docx")]
    body = docx.Document(io.BytesIO(content)).element.body
    found = []
    for paragraph in body.iter(qn("w:p")):
        text = "".join(
            "\n" if node.tag == qn("w:br") else "\t" if node.tag == qn("w:tab") else node.text or ""
            for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        )
        found += text.replace("\u00a0", " ").replace("\t", " ").split("\n")
    return [" ".join(line.split()) for line in found if line.strip()]


def point(root: Path, clause: str, header: str = "", *documents: str) -> str:
    """Return the first point of an order without its number."""
    found = lines(root, clause, header, *documents)
    return next(line.removeprefix("1. ") for line in found if line.startswith("1. "))


# -- approve -----------------------------------------------------------------------------------


def test_a_plan_is_approved_with_its_alias_in_the_accusative(tmp_path: Path) -> None:
    assert point(tmp_path, "- approve: plan", "", PLAN) == (
        "Утвердить план мероприятий («дорожную карту») по повышению качества образования "
        "на 2024 год (приложение)."
    )


def test_several_things_are_approved_each_in_its_own_form(tmp_path: Path) -> None:
    header = (
        "appendices:\n  - {id: plan, parts: [{plan: plan}]}\n"
        "  - {id: gruppa, parts: [{group: gruppa}]}\n"
        "  - {id: forma, title: Форма отчёта, parts: [{text: Отчёт}]}\n"
        "  - {id: polozhenie, title: Положение о конкурсе, parts: [{text: Общее}]}"
    )
    found = lines(tmp_path, "- approve: [plan, gruppa, forma, polozhenie]", header, PLAN)
    start = found.index("1. Утвердить:")
    assert found[start + 1 : start + 5] == [
        "1.1. план мероприятий («дорожную карту») по повышению качества образования на 2024 год "
        "(приложение 1);",
        "1.2. состав муниципальной рабочей группы по поддержке школ (приложение 2);",
        "1.3. форму отчёта (приложение 3);",
        "1.4. Положение о конкурсе (приложение 4).",
    ]


# -- appoint -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "role", "printed"),
    [
        (
            "ilyina",
            "муниципальный координатор",
            "Назначить муниципальным координатором Ильину И.И., главного специалиста отдела "
            "общего образования Управления образования.",
        ),
        (
            "zhuk",
            "ответственный за питание",
            "Назначить ответственным за питание Жука Р.И., директора МБОУ «Средняя школа № 3».",
        ),
        ("Черных А.Л.", "куратор", "Назначить куратором Черных А.Л."),
        ("Ткаченко П.Ю.", "секретарь комиссии", "Назначить секретарём комиссии Ткаченко П.Ю."),
        (
            "belaya",
            "руководитель рабочей группы",
            "Назначить руководителем рабочей группы Белую Н.П., исполняющего обязанности "
            "директора МБОУ «Средняя школа № 4».",
        ),
        (
            "mironenko",
            "организатор",
            "Назначить организатором Мироненко Е.О., заведующего МДОУ «Детский сад № 5».",
        ),
    ],
)
def test_one_is_appointed_in_the_accusative_and_to_a_role_in_the_instrumental(
    tmp_path: Path, who: str, role: str, printed: str
) -> None:
    printed_point = point(tmp_path, f"- {{appoint: {who}, as: {role}}}")
    assert printed_point.replace("ё", "е") == printed.replace("ё", "е")


# -- assign ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "printed"),
    [
        (
            "[{to: nachalnik-otdela, name: true}]",
            "Начальнику отдела общего образования Управления образования (С.В. Петрова)",
        ),
        ("Начальник отдела кадров (Петрова С.В.)", "Начальнику отдела кадров (Петрова С.В.)"),
        ("Директор школы № 3 Жук Р.И.", "Директору школы № 3 Р.И. Жуку"),
        ("zhuk", "Директору МБОУ «Средняя школа № 3» Р.И. Жуку"),
        ("МКУ «Центр» (Орлов П.П.)", "МКУ «Центр» (Орлов П.П.)"),
        ("И.о. директора школы № 3", "И.о. директора школы № 3"),
        ("[{to: Начальник отдела кадров, name: Петрова}]", "Начальнику отдела кадров (Петрова)"),
        ("rukovoditeli", "Руководителям общеобразовательных организаций"),
        (
            "Руководители общеобразовательных организаций",
            "Руководителям общеобразовательных организаций",
        ),
        ("direktor-3", "Директору МБОУ «Средняя школа № 3»"),
        (
            "direktor-4",
            "Исполняющему обязанности директора МБОУ «Средняя школа № 4»",
        ),
        (
            "[{to: direktor-4, name: true}]",
            "Исполняющему обязанности директора МБОУ «Средняя школа № 4» (Н.П. Белая)",
        ),
        ("zaveduyuschiy-5", "Заведующему МДОУ «Детский сад № 5»"),
        (
            "[direktor-3, zaveduyuschiy-5]",
            "Директору МБОУ «Средняя школа № 3», заведующему МДОУ «Детский сад № 5»",
        ),
        ("metodist", "Методисту отдела общего образования Управления образования"),
        ("otdel", "Отделу общего образования Управления образования"),
        (
            "Директора школ № 3, 4 и 7",
            "Директорам школ № 3, 4 и 7",
        ),
        ("Директора школ № 3–7", "Директорам школ № 3–7"),
        ("Директор школы № 3", "Директору школы № 3"),
        ("Учителя и классные руководители", "Учителям и классным руководителям"),
        (
            "Начальник отдела образования и молодёжной политики",
            "Начальнику отдела образования и молодёжной политики",
        ),
    ],
)
def test_addressees_stand_in_the_dative_before_what_they_do(
    tmp_path: Path, to: str, printed: str
) -> None:
    found = point(tmp_path, f"- assign: {to}\n  text: обеспечить участие школ")
    assert found == f"{printed} обеспечить участие школ."


def test_addressees_of_several_schools_share_their_post(tmp_path: Path) -> None:
    directory = DIRECTORY.replace(
        "appointments: [{person: belaya, acting: true}]", "appointments: [{person: belaya}]"
    )
    text = order_text("- {assign: [direktor-3, direktor-4], text: провести собрания}")
    workspace = opened(tmp_path, text, directory=directory)
    content = render(workspace, "prikaz")["roadmaps/prikaz.docx"]
    printed = " ".join(item.text for item in docx.Document(io.BytesIO(content)).paragraphs)
    assert (
        "Директорам МБОУ «Средняя школа № 3», МБОУ «Средняя школа № 4» провести собрания."
        in printed.replace("\u00a0", " ")
    )


def test_an_addressee_of_several_points_ends_with_a_colon(tmp_path: Path) -> None:
    clauses = """\
    - assign: rukovoditeli
      items:
        - text: провести самоанализ
          due: до 1 марта 2024 г.
        - представить отчёт
    """
    found = lines(tmp_path, clauses)
    start = found.index("1. Руководителям общеобразовательных организаций:")
    assert found[start + 1 : start + 3] == [
        "1.1. провести самоанализ до 1 марта 2024 г.;",
        "1.2. представить отчёт.",
    ]


# -- control -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "printed"),
    [
        (
            "zamestitel",
            "заместителя начальника Управления образования Заречного муниципального округа "
            "С.В. Петрову",
        ),
        (
            "lykov",
            "начальника Управления образования Заречного муниципального округа О.П. Лыкова",
        ),
        (
            "direktor-4",
            "исполняющего обязанности директора МБОУ «Средняя школа № 4» Н.П. Белую",
        ),
        ("Ткаченко П.Ю.", "П.Ю. Ткаченко"),
        ("Черных А.Л.", "А.Л. Черных"),
        (
            "заместитель начальника Управления С.В. Петрова",
            "заместителя начальника Управления С.В. Петрову",
        ),
        (
            "заместитель начальника Управления, начальник отдела С.В. Петрова",
            "заместителя начальника Управления, начальника отдела С.В. Петрову",
        ),
        (
            "Начальник отдела кадров Управления Ветров К.К.",
            "начальника отдела кадров Управления К.К. Ветрова",
        ),
    ],
)
def test_control_is_laid_on_post_and_name_in_the_accusative(
    tmp_path: Path, who: str, printed: str
) -> None:
    assert point(tmp_path, f"- control: {who}") == (
        f"Контроль за исполнением настоящего приказа возложить на {printed}."
    )


@pytest.mark.parametrize(
    ("form", "act"),
    [
        ("приказ", "настоящего приказа"),
        ("распоряжение", "настоящего распоряжения"),
        ("постановление", "настоящего постановления"),
    ],
)
def test_control_of_ones_own_names_the_act_in_the_genitive(
    tmp_path: Path, form: str, act: str
) -> None:
    assert point(tmp_path, "- control: за собой", f"form: {form}") == (
        f"Контроль за исполнением {act} оставляю за собой."
    )


# -- marks, publication, repeal ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "dative"),
    [("приказ", "приказу"), ("распоряжение", "распоряжению"), ("постановление", "постановлению")],
)
def test_the_mark_names_act_and_body(tmp_path: Path, form: str, dative: str) -> None:
    found = lines(tmp_path, "- approve: plan", f"form: {form}", PLAN)
    start = found.index("Приложение")
    assert found[start + 1 : start + 3] == [
        f"к {dative} Управления образования Заречного муниципального округа",
        "от 15.01.2024 № 46",
    ]


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("План мероприятий", "УТВЕРЖДЕН"),
        ("Форма отчёта", "УТВЕРЖДЕНА"),
        ("Положение о конкурсе", "УТВЕРЖДЕНО"),
        ("Правила приёма", "УТВЕРЖДЕНЫ"),
    ],
)
def test_the_stamp_agrees_and_names_the_act_in_the_instrumental(
    tmp_path: Path, title: str, word: str
) -> None:
    header = (
        f"appendices: [{{id: a, title: {title}, mark: false, stamp: true, parts: [{{text: Т}}]}}]"
    )
    found = lines(tmp_path, "- approve: a", header)
    start = found.index(word)
    assert found[start + 1 : start + 3] == [
        "приказом Управления образования Заречного муниципального округа",
        "от 15.01.2024 № 46",
    ]


def test_publication_is_laid_on_an_official_in_the_dative(tmp_path: Path) -> None:
    clause = "- {publish: на официальном сайте Управления, responsible: specialist}"
    assert point(tmp_path, clause) == (
        "Главному специалисту отдела общего образования Управления образования разместить "
        "настоящий приказ на официальном сайте Управления."
    )


def test_a_repealed_act_is_named_by_its_requisites_and_body(tmp_path: Path) -> None:
    clause = "- repeal: {form: распоряжение, date: 10.02.2023, number: 12-р, title: О планах}"
    assert point(tmp_path, clause) == (
        "Признать утратившим силу распоряжение Управления образования Заречного муниципального "
        "округа от 10.02.2023 № 12-р «О планах»."
    )


def test_the_act_enters_into_force_in_the_words_of_the_author(tmp_path: Path) -> None:
    assert point(tmp_path, "- in_force: со дня подписания", "form: распоряжение") == (
        "Настоящее распоряжение вступает в силу со дня подписания."
    )


def test_a_vacant_post_is_laid_the_control_on_without_a_name_in_a_draft(tmp_path: Path) -> None:
    header = "state: draft\ndate: null\nnumber: null\nexpected_date: 15.01.2024"
    assert point(tmp_path, "- {appoint: metodist, as: куратор}", header) == (
        "Назначить куратором методиста отдела общего образования Управления образования."
    )
