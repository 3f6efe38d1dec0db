"""What the rules about text find in sentences, and what they leave in peace."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_findings import findings

from roadmapkit.lint.addresses import without_addresses
from roadmapkit.lint.compounds import closed_compounds, torn_compounds
from roadmapkit.lint.letter_groups import is_unheard
from roadmapkit.lint.quotations import lone_quote
from roadmapkit.lint.slips import around
from roadmapkit.lint.word_pairs import disagreeing_pairs, misgoverned_pairs
from roadmapkit.lint.written_lists import ending_of

PLAN = """\
kind: roadmap
id: plan
title: План мероприятий на 2024 год
period: 2024
activities:
"""


def plan(*titles: str) -> str:
    """Return a plan whose activities have these titles."""
    return PLAN + "".join(
        f"  - title: |-\n      {title}\n    due: до 1 октября 2024 г.\n" for title in titles
    )


@pytest.mark.parametrize(
    ("code", "title", "found"),
    [
        ("TYP006", "Обсудить итоги ,и планы", 1),
        ("TYP006", "Обсудить планы и /или итоги", 1),
        ("TYP006", "Обсудить план (или планы ) школ", 1),
        ("TYP006", "Обсудить итоги на https://example.ru/a,b,c", 0),
        ("TYP011", "Посетить СОШ№5 и школу №7", 1),
        ("TYP011", "По закону № 5 и приказу N 7 с планом", 1),
        ("TYP011", "По приказу N 7 с планом", 0),
        ("TYP012", "Итоги 2023г. и п.3 плана в д.Луговой", 3),
        ("TYP012", "Итоги от 01.02.2023г. подведены", 0),
        ("TYP012", "Приказ подписан И.И.Серовой", 1),
        ("TYP012", "Составить план на январь 2023 г.-июнь 2024 г.", 1),
        ("TYP013", "Обучить учащихся 9 -х и 11 – х классов", 1),
        ("TYP013", "Обсудить 100 – балльные работы", 1),
        ("TYP013", "Обновить психолого – педагогические карты", 1),
        ("TYP013", "Собрать школу – лидера и её друзей", 0),
        ("TYP013", "Обсудить итоги ГИА-9 и планы ЕГЭ – 2024", 1),
        ("TYP013", "Итоги семинара –это сборник", 1),
        ("TYP013", "Провести одно-, двух- и трёхдневные сборы", 0),
        ("TYP014", "Итоги за 2021-2023 и 2022 – 2024 годы", 1),
        ("TYP014", "Итоги за 2021/2022 учебный год и 2022-2023 учебный год", 1),
        ("TYP014", "Встреча в мае-июне и в сентябре – октябре", 1),
        ("TYP014", "Составлен список: - учителя; - директора – все", 0),
        ("TYP015", "По приказу № 15. за прошлый год", 1),
        ("TYP015", "Посетить МБОУ «А», МБОУ «Б». МБОУ «В», МБОУ «Г»", 1),
        ("TYP015", "Закупить книги на 5 тыс. рублей и 3 экз. атласа", 0),
        ("TYP015", "Обсудить итоги. Составить план", 0),
        ("TYP016", "Посетить классы, кружки и т.д", 1),
        ("TYP016", "Итоги 2023 г обсуждены", 1),
        ("TYP016", "Обсудить план с Серовой И.И и другими", 1),
        ("TYP016", "Посетить № 5 с Луговое и № 6 с. Луговое", 1),
        ("TYP016", "Итоги 2023 года и т.п. обсуждены", 0),
        ("TYP023", "Слёт ХIV века", 1),
        ("TYP023", "Слёт XIV века в школе ХХ", 0),
        ("TYP024", "Провести семинар хх.хх.2024", 1),
        ("TYP024", "Провести семинар [указать тему]", 1),
        ("TYP024", "Провести семинар по [порядку](https://example.ru)", 0),
        ("TYP026", "Встречи в мае/июне и в августе", 1),
        ("TYP028", "Обсудить итоги двух новых школы и трёх лучших учителя", 0),
        ("TYP028", "Собрать доступные детям книги", 0),
        ("TYP028", "Обсудить районные организаций", 1),
        ("TYP029", "Встретиться при наличием условий", 1),
        ("TYP029", "Встретиться с целью обмена и к началу года", 0),
        ("TYP030", "Издать методичсекие сборники", 1),
        ("TYP030", "Обучить тьюторов и модераторов", 0),
        ("TYP031", "Обучить 25 человека", 1),
        ("TYP031", "Охватить 2,5 балла и 22 человека из 14 человек", 0),
        ("TYP031", "Обучены учителя (21 человек, 34 часов)", 0),
        ("TYP031", "Обучены учителя (34 часов)", 1),
        ("TYP032", "Обучить школьных х учителей", 1),
        ("TYP032", "Обучить учителей 7 б класса и к лету", 0),
        ("TYP034", "Обсудить в течении 5 дней", 1),
        ("TYP034", "Работать по завершению проекта", 1),
        ("TYP034", "Привести планы в соответствие с приказом", 0),
        ("TYP034", "Обсудить планы в соответствие с приказом", 1),
        ("TYP035", "Посетить школы которые просили", 1),
        ("TYP035", "Собрать школ, имеющих планы, и школ имеющих вопросы", 1),
        ("TYP035", "Собрать школы, планы которых готовы", 0),
    ],
)
def test_a_rule_finds_the_slip_and_nothing_beside_it(
    tmp_path: Path, code: str, title: str, found: int
) -> None:
    assert len(findings(tmp_path, plan(title), code)) == found


def test_repetitions_in_one_document_are_one_finding_with_their_number(tmp_path: Path) -> None:
    found = findings(tmp_path, plan("Посетить школу №5", "Посетить школу №6"), "TYP011")
    assert len(found) == 1
    assert found[0].endswith("in the document: 2")


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("Охват 5%", "Охват 6 %", "Охват 7%"), 1),
        (("Всего – 1200 детей", "Всего 5 120 детей"), 1),
        (("Приказ от 01.02.2023 № 5", "Приказ от 1 февраля 2023 г. № 6"), 1),
        (("Составить отчёт", "Обсудить отчет"), 1),
        (("Все собрались", "Всё обсудили"), 0),
        (("Итоги – 2023 год", "Школа № 1 200 мест"), 0),
    ],
)
def test_figures_dates_and_yo_are_compared_within_a_document(
    tmp_path: Path, titles: tuple[str, ...], found: int
) -> None:
    assert len(findings(tmp_path, plan(*titles), "TYP025")) == found


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("Обучить сельских учителей", "Собрать всех Сельских учителей"), 1),
        (("На методических советах школ", "Выступить на методических Советах школ"), 1),
        (("Собрать муниципальные команды", "Обсудить ход Муниципальной программы"), 0),
        (("Обсудить знания детей", "Встреча ко дню Знаний в школах"), 0),
        (("По приказу Министерства Просвещения",), 1),
    ],
)
def test_a_capital_inside_a_sentence_is_told_by_the_words_of_the_document(
    tmp_path: Path, titles: tuple[str, ...], found: int
) -> None:
    assert len(findings(tmp_path, plan(*titles), "TYP017")) == found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("программы «Развитие «Школа»", None),
        ("МБОУ «СОШ № 1, МБОУ «СОШ № 2»", 5),
        ("план «Лето. Составить план «Осень»", 5),
        ("МБОУ «СОШ № 1», МБОУ «СОШ № 2»", None),
    ],
)
def test_a_closing_mark_is_shared_by_names_inside_each_other_only(
    text: str, place: int | None
) -> None:
    assert lone_quote(text) == place


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        ("итоги;", ";"),
        ("итоги.", "."),
        ("итоги", ""),
        ("книги и др.", None),
        ("книги и др", None),
        ("2024 г.", None),
        ("2024 год.", "."),
        ("итоги:", None),
        ("школы (две)", ""),
    ],
)
def test_the_end_of_a_phrase_is_told_but_for_shortened_words(
    words: str, ending: str | None
) -> None:
    assert ending_of(words) == ending


def test_a_list_of_a_running_text_is_judged_by_its_own_items(tmp_path: Path) -> None:
    text = """\
kind: program
id: program
title: Программа
chapters:
  - title: Задачи
    text: |
      - провести встречи;
      - издать сборник
      - подвести итоги;

      1. Первая задача.
      2. Вторая задача.
"""
    assert findings(tmp_path, text, "TYP018") == [
        "An item ends otherwise than the others of its list: 'издать сборник'; in the list: 1",
        "The last item of a list ends with a mark that goes on: 'подвести итоги;'",
    ]


def test_the_cells_of_a_column_are_judged_by_what_most_of_them_do(tmp_path: Path) -> None:
    titles = ("Провести семинар.", "Издать сборник.", "Купить книги.", "подвести итоги")
    found = findings(tmp_path, plan(*titles), "TYP021")
    assert sorted(message.split(",")[0] for message in found) == [
        "Other cells of the column begin with a capital",
        "Other cells of the column end with a full stop",
    ]


def test_torn_words_are_known_by_their_parts_or_by_the_documents() -> None:
    closed = closed_compounds(["учителей-наставников и школ – лидеров", "май-июнь"])
    torn = [text[slice(*place)] for text in ["учителя – наставники"] for place in torn_compounds(
        text, closed
    )]  # fmt: skip
    assert torn == [" – "]
    assert not list(torn_compounds("май – июнь", closed))
    assert list(torn_compounds("научно – методический совет", set()))
    assert not list(torn_compounds("совет – методический орган", set()))


def test_pairs_are_found_by_endings_alone() -> None:
    assert [pair.two for pair in disagreeing_pairs("районной управления")] == ["управления"]
    assert not list(disagreeing_pairs("районного управления, развитие организаций, мероприятий"))
    assert [pair.one for pair in misgoverned_pairs("для обеспечению")] == ["для"]
    assert not list(misgoverned_pairs("для обеспечения, в связи, по итогам"))


def test_letters_of_russian_words_are_heard_of_and_others_are_not() -> None:
    assert not any(map(is_unheard, ["подготовка", "учёт", "семинаров", "согласование"]))
    assert all(map(is_unheard, ["подгтовка", "обсужддается"]))


def test_addresses_keep_their_length_and_hide_their_marks() -> None:
    assert without_addresses("на www.example.ru/a,b тут") == "на " + "x" * 18 + " тут"
    assert without_addresses("и т.д.") == "и т.д."


def test_what_is_quoted_of_a_text_stays_in_its_line() -> None:
    assert around("первая строка\nвторая строка\nтретья", 21, 27) == "вторая строка"
