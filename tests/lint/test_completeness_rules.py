"""Blanks, repetitions, sums and counts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from lint_findings import findings

from roadmapkit.lint.figures import count_meant, figure, written_figure
from roadmapkit.lint.word_roots import word_roots


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6 907", "6907"),
        ("1\u00a0234", "1234"),
        ("+1,1", "1.1"),
        ("−2,2", "-2.2"),
        ("-0.5", "-0.5"),
        ("56 %", "56"),
    ],
)
def test_a_figure_is_read_as_documents_write_it(text: str, value: str) -> None:
    assert figure(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "–", "5 школ", "2019 год", "1/2", "12 34"])
def test_what_is_no_figure_alone_is_none(text: str) -> None:
    assert figure(text) is None


def test_a_figure_is_written_with_a_comma_and_a_minus() -> None:
    assert written_figure(Decimal("-2.2")) == "−2,2"


@pytest.mark.parametrize(
    ("word", "value"), [("7", 7), ("двух", 2), ("трёх", 3), ("восемь", 8), ("Шесть", 6)]
)
def test_a_count_in_words_is_a_number(word: str, value: int) -> None:
    assert count_meant(word) == value


def test_forms_of_one_action_share_their_beginning() -> None:
    assert word_roots("Проведение семинаров") == word_roots("проведён семинар")
    assert word_roots("Формирование банка") == word_roots("Сформирован банк")


def test_short_words_and_those_that_only_join_others_are_left_out() -> None:
    assert word_roots("Работа с детьми и для детей") == word_roots("работы детей детям")
    assert word_roots("План на 2024 год") == ("план", "2024", "год")


_PLAN = """kind: roadmap
id: plan
title: План мероприятий
period: 2024
activities:
  - title: {}
    result: {}
"""


@pytest.mark.parametrize(
    ("title", "result", "times"),
    [
        ("Организация работы наставников", "Организована работа наставников", 1),
        ("Разработка школьных программ", "Школьные программы", 0),
        ("Организация работы наставников", "Организована работа 12 наставников", 0),
        ("Создание рабочей группы по вопросам качества", "Создана рабочая группа", 0),
        ("Анкетирование", "Анкетирование", 0),
        ("Проведение элективных курсов для выпускников школ района", "Проведены курсы", 0),
        (
            "Проведение элективных курсов для выпускников, учителей и родителей школ района",
            "Проведены элективные курсы",
            1,
        ),
        ("Разработка плана поддержки школ", "Разработан план поддержки школ на 2024 год", 1),
        ("Мониторинг выполнения плана поддержки школ", "Отчет о выполнении плана поддержки", 0),
    ],
)
def test_a_result_repeats_where_it_has_no_word_of_its_own(
    title: str, result: str, times: int, tmp_path: Path
) -> None:
    assert len(findings(tmp_path, _PLAN.format(title, result), "CMP003")) == times


_TEXT = """kind: program
id: programma
title: Программа поддержки школ
chapters:
  - title: Сведения
    text: "{}"
"""


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Организаций – 44: городских – 23, сельских – 22.", 1),
        ("Организаций – 45 (городских – 23, сельских – 22)", 0),
        ("Организаций 1 045 (городских – 523, сельских – 512)", 1),
        ("Школ – 10: учителей – 300, обучающихся – 4000", 0),
        ("В 2020 году: городских – 23, сельских – 22", 0),
        ("Доля 44: городских – 23 %, сельских – 22 %", 0),
    ],
)
def test_parts_in_a_text_make_their_total(text: str, times: int, tmp_path: Path) -> None:
    assert len(findings(tmp_path, _TEXT.format(text), "CMP008")) == times


def test_weights_make_a_hundred(tmp_path: Path) -> None:
    def table(last: str) -> str:
        return f"""kind: program
id: programma
title: Программа
chapters:
  - title: Показатели
    table:
      columns:
        - Показатель
        - Вес, %
      rows:
        - - Результаты
          - "60"
        - - Условия
          - "{last}"
"""

    assert findings(tmp_path, table("40"), "CMP008") == []
    assert len(findings(tmp_path, table("45"), "CMP008")) == 1


def test_members_and_sections_are_counted(tmp_path: Path) -> None:
    text = """kind: directory
people:
  - id: ivanova
    name: Иванова Светлана Викторовна
  - id: petrova
    name: Петрова Елена Викторовна
groups:
  - id: gruppa
    name: рабочая группа
    members:
      - ivanova
      - petrova
---
kind: order
id: prikaz
title: О рабочей группе
clauses:
  - approve: gruppa
  - text: Рабочей группе из {} человек собраться до 1 марта 2024 г.
"""
    assert findings(tmp_path, text.format("двух"), "CMP010") == []
    assert len(findings(tmp_path, text.format("3"), "CMP010")) == 1


def test_a_column_that_is_mostly_blank_is_filled_by_hand(tmp_path: Path) -> None:
    rows = "".join(f"  - title: Посетить класс {at}\n" for at in range(1, 5))
    head = "kind: roadmap\nid: plan\ntitle: План\nactivities:\n"
    assert findings(tmp_path, head + rows, "CMP001") == []
    filled = "".join(f"  - title: Урок {at}\n    result: Карта {at}\n" for at in range(1, 5))
    (message,) = findings(tmp_path, head + filled + "  - title: Зачёт\n", "CMP001")
    assert message == "The activity 5. has nothing in the column result"


_ROWS = """kind: roadmap
id: plan
title: План мероприятий
activities:
"""


def _plan(*rows: tuple[str, str]) -> str:
    return _ROWS + "".join(f"  - title: {title}\n    result: {result}\n" for title, result in rows)


def test_each_copy_of_a_result_is_told_with_the_row_it_was_copied_from(tmp_path: Path) -> None:
    copied = "Повышение уровня компетенций учителей"
    rows = [("Семинар", copied), ("Отчет", "Справка"), ("Практикум", copied), ("Курсы", copied)]
    rows += [(f"Дело {number}", f"Справка {number}") for number in range(6)]
    found = findings(tmp_path, _plan(*rows), "CMP004")
    assert found == [
        "The same result stands beside the activity 1.",
        "The same result stands beside the activity 3.",
    ]


def test_a_result_that_a_third_of_the_plan_has_is_its_manner(tmp_path: Path) -> None:
    rows = [(f"Дело {number}", "Справка для директора школы") for number in range(5)]
    assert findings(tmp_path, _plan(*rows), "CMP004") == []


def test_up_to_ten_blanks_are_told_each_and_more_together(tmp_path: Path) -> None:
    def plan(blank: int) -> str:
        return _plan(
            *[(f"Дело {number}", "null") for number in range(blank)],
            *[(f"Иное {number}", f"Справка {number}") for number in range(12)],
        )

    assert len(findings(tmp_path, plan(2), "CMP001")) == 2
    assert len(findings(tmp_path, plan(11), "CMP001")) == 1
