"""Control, executors, appendices, cited acts and years, in the words that real acts use."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_findings import findings

from roadmapkit.deadlines import parse_period
from roadmapkit.lint.act_points import assigns, begins_with_infinitive, controls
from roadmapkit.lint.point_terms import has_term
from roadmapkit.lint.title_years import contradicting, title_years, years_of
from roadmapkit.model.order import ControlClause, TextClause


@pytest.mark.parametrize(
    "text",
    [
        "Контроль за исполнением настоящего приказа оставляю за собой.",
        "Контроль исполнения данного приказа возложить на заместителя начальника",
        "Общий контроль за выполнением распоряжения поручить отделу",
    ],
)
def test_control_in_words_is_control(text: str) -> None:
    assert controls(text)
    assert controls(TextClause(text=text))
    assert not assigns(text)


@pytest.mark.parametrize(
    "text",
    [
        "Директорам школ осуществлять контроль посещаемости",
        "Контрольные работы провести в мае",
        "Контроль качества знаний обучающихся",
    ],
)
def test_control_of_something_else_is_none(text: str) -> None:
    assert not controls(text)


def test_a_control_clause_controls() -> None:
    assert controls(ControlClause(control="за собой"))


@pytest.mark.parametrize("text", ["Провести мониторинг", "обеспечить явку", "Разместиться"])
def test_an_infinitive_names_work_for_nobody(text: str) -> None:
    assert begins_with_infinitive(text)


@pytest.mark.parametrize(
    "text", ["Утвердить состав", "Директорам школ провести", "Признать удовлетворительными"]
)
def test_a_decision_and_an_addressee_are_no_work_for_nobody(text: str) -> None:
    assert not begins_with_infinitive(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("провести анализ", False),
        ("провести анализ до 1 марта 2024 г.", True),
        ("представлять отчёт ежемесячно", True),
        ("провести мониторинг согласно плану", True),
        ("обеспечить выполнение дорожной карты на 2024 год", False),
        ("исполнить приказ министерства от 12.01.2024 № 7", False),
        ("довести приказ до сведения учителей", False),
    ],
)
def test_a_term_is_a_day_a_recurrence_or_a_plan(text: str, *, expected: bool) -> None:
    assert has_term(text) is expected


def test_of_items_with_and_without_a_term_those_without_are_told(tmp_path: Path) -> None:
    text = """\
kind: order
id: prikaz
title: О поддержке школ
signatory: Начальник управления
clauses:
  - assign: Директора школ
    items:
      - учесть замечания
      - text: обсудить итоги
        due: до 1 марта 2024 г.
      - назначить ответственных
  - assign: Методический кабинет
    text: помочь школам
  - Начальнику отдела координировать работу школ.
  - control: за собой
"""
    assert findings(tmp_path, text, "ORD006") == [
        "Points that give work without a term: 1.1, 1.3, 2, 3"
    ]


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("План на 2024 год", [(2024, 2024)]),
        ("План на 2021–2023 гг.", [(2021, 2023)]),
        ("План на 2021/2022 учебный год", [(2021, 2022)]),
        ("План на 2021-22 учебный год", [(2021, 2022)]),
        ("Итоги за 2021 год по программе на 2020-2022 годы", [(2021, 2021), (2020, 2022)]),
        ("Подготовка к ГИА-2024", []),
        ("Приказ от 15.01.2024 № 46", []),
    ],
)
def test_the_years_that_a_title_is_for_are_read(title: str, years: list[tuple[int, int]]) -> None:
    assert [(item.first, item.last) for item in title_years(title)] == years


@pytest.mark.parametrize(
    ("title", "period", "wrong"),
    [
        ("План на 2023 год", "2024", True),
        ("План на 2020-2021 годы", "2021/2022", True),
        ("План на 2021 год по программе на 2021–2023 годы", "2021", False),
        ("План на 2021–2022 учебный год", "2021/2022", False),
        ("План на 2021 год", "2020-06..2021-05", False),
        ("План без года", "2024", False),
    ],
)
def test_a_year_outside_the_period_contradicts_it(title: str, period: str, *, wrong: bool) -> None:
    parsed = parse_period(period)
    assert parsed is not None
    assert (contradicting(title, years_of(parsed)) is not None) is wrong


_ORDER = """kind: order
id: prikaz
title: О поддержке школ
clauses:
  - text: {}
"""


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Утвердить форму отчёта (приложение).", 1),
        ("Утвердить форму отчёта (Приложение № 2).", 1),
        ("Утвердить форму согласно приложениям 1 и 2", 1),
        ("Применять приложение 2 к приказу министерства", 0),
        ("Принять мобильное приложение школы", 1),
        ("Принять меры согласно приложению к постановлению", 0),
    ],
)
def test_a_reference_to_an_appendix_that_is_absent_is_told(
    text: str, times: int, tmp_path: Path
) -> None:
    assert len(findings(tmp_path, _ORDER.format(text), "ORD007")) == times


def test_acts_cited_by_date_and_number_are_compared_with_the_day_of_the_act(
    tmp_path: Path,
) -> None:
    text = """kind: minutes
id: protokol
title: Протокол заседания
date: 02.07.2021
agenda:
  - question: О приказе министерства от 3 июля 2021 г. № 15
    decided:
      - Учесть приказы от 01.07.2021 № 14 и № 18-р от 05.07.2021
"""
    (message,) = findings(tmp_path, text, "ORD011")
    assert "3 июля 2021 г. № 15" in message
    assert message.endswith("in the document: 2")


def test_registered_acts_of_one_issuer_are_compared_by_year_and_suffix(tmp_path: Path) -> None:
    def act(id_: str, number: str, day: str) -> str:
        return (
            f"kind: order\nid: {id_}\ntitle: О школах\nstate: registered\n"
            f"issuer: Управление\nnumber: '{number}'\ndate: {day}\n"
        )

    right = [act("a", "5", "12.01.2024"), act("b", "9", "15.02.2024"), act("c", "3", "09.01.2025")]
    assert findings(tmp_path, "---\n".join(right), "ORD012") == []
    wrong = [*right, act("d", "4", "01.03.2024"), act("e", "1-р", "05.03.2024")]
    (message,) = findings(tmp_path, "---\n".join(wrong), "ORD012")
    assert "01.03.2024 № 4" in message


def test_of_a_register_the_act_that_contradicts_most_others_is_told(tmp_path: Path) -> None:
    numbers = {
        "10.01.2024": 1,
        "20.01.2024": 40,
        "05.02.2024": 7,
        "12.02.2024": 9,
        "01.03.2024": 15,
    }
    points = "".join(
        f"  - Исполнить приказ от {day} № {number}.\n" for day, number in numbers.items()
    )
    text = f"kind: order\nid: order\ntitle: О школах\nclauses:\n{points}"
    (message,) = findings(tmp_path, text, "ORD012")
    assert "20.01.2024 № 40 beside 05.02.2024 № 7" in message
