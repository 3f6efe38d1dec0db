"""Terms of a plan taken together: what they cover, what order they stand in, which years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lint_findings import findings

from roadmapkit.lint.plan_coverage import uncovered
from roadmapkit.lint.row_years import row_years

_HEAD = """kind: roadmap
id: plan
title: План мероприятий
period: {}
activities:
"""


def _plan(period: str, *rows: tuple[str, str]) -> str:
    return _HEAD.format(period) + "".join(
        f"  - title: {title}\n    due: {due}\n" for title, due in rows
    )


@pytest.mark.parametrize(
    "text",
    [
        "Созданы центры в 2025 году",
        "Фестиваль «Педагог года-2025»",
        "Разработка программ на 2022-2023 годы",
        "Проведение ВПР-2023",
    ],
)
def test_a_year_outside_the_plan_is_strange(text: str) -> None:
    assert len(list(row_years(text, frozenset({2024})))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Анализ результатов ГИА-2023",
        "Отчет за 2023 год",
        "Проект плана на 2025 год",
        "Стратегия развития до 2030 года",
        "Реализация программы на 2020-2025 годы",
        "Работа по приказу от 12.10.2023 № 881",
        "Работа по приказу от 1 сентября 2023 года",
        "Разработка заданий к ГИА-2024",
        "Разбор демоверсий ГИА-2025",
        "Подготовка к конкурсу «Педагог года-2025»",
        "Формирование перечня учебников на 2024/2025 учебный год",
        "Олимпиада школьников 2023-2024 учебного года",
        "Проведение проверки школ, показавших в 2023 году низкие результаты",
    ],
)
def test_what_looks_back_or_plans_ahead_is_not(text: str) -> None:
    assert list(row_years(text, frozenset({2024}))) == []


def test_a_term_is_looked_at_for_events_alone() -> None:
    assert list(row_years("декабрь 2023", frozenset({2024}), is_term=True)) == []
    (found,) = row_years("по результатам ВПР-2023", frozenset({2024}), is_term=True)
    assert found.written == "ВПР-2023"


def test_without_terms_the_whole_time_is_a_gap() -> None:
    (gap,) = uncovered(date(2024, 1, 15), date(2024, 12, 31), ())
    assert (gap.start, gap.end) == (date(2024, 2, 1), date(2024, 12, 31))
    assert gap.months == tuple(range(2, 13))


def test_recurring_terms_cover_their_months(tmp_path: Path) -> None:
    rows = [(f"Дело {number}", f"{month} 2024 г.") for number, month in enumerate(_SPRING)]
    assert len(findings(tmp_path, _plan("2024", *rows), "DUE106")) == 1
    rows.append(("Совещание", "ежемесячно"))
    assert findings(tmp_path, _plan("2024", *rows), "DUE106") == []


_SPRING = ("январь", "февраль", "март", "апрель", "май")


def test_limits_of_the_settings_hold(tmp_path: Path) -> None:
    rows = [(f"Дело {number}", f"{month} 2024 г.") for number, month in enumerate(_SPRING)]
    plan = _plan("2024", *rows)
    off = "kind: settings\nchecks:\n  limits:\n    uncovered_months: 0\n---\n"
    assert findings(tmp_path, off + plan, "DUE106") == []
    more = off.replace("uncovered_months: 0", "uncovered_months: 9")
    assert findings(tmp_path, more + plan, "DUE106") == []


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        ("декабрь 2024 г.", "январь – июнь 2024 г.", 1),
        ("январь 2024 г.", "январь – июнь 2024 г.", 0),
        ("декабрь 2024 г.", "в течение года", 0),
        ("декабрь 2024 г.", "2024", 0),
    ],
)
def test_a_programme_is_written_before_it_is_carried_out(
    first: str, second: str, times: int, tmp_path: Path
) -> None:
    plan = _plan(
        "2024",
        ("Разработка адресных программ поддержки школ", first),
        ("Реализация адресных программ поддержки школ", second),
    )
    assert len(findings(tmp_path, plan, "DUE105")) == times


def test_other_subjects_have_their_own_order(tmp_path: Path) -> None:
    plan = _plan(
        "2024",
        ("Разработка адресных программ поддержки школ", "декабрь 2024 г."),
        ("Реализация районных программ обучения наставников", "март 2024 г."),
    )
    assert findings(tmp_path, plan, "DUE105") == []


def test_steps_of_many_programmes_are_paired_each_with_its_own(tmp_path: Path) -> None:
    matters = ("наставничества", "чтения", "спорта", "музыки", "отдыха", "диагностики")
    rows = [
        (f"{work} программы {matter} {group}", due)
        for group in ("учителей", "родителей", "выпускников", "директоров")
        for place, matter in enumerate(matters)
        for work, due in (
            ("Разработка", "декабрь 2024 г." if place % 3 == 0 else "январь 2024 г."),
            ("Реализация", "сентябрь 2024 г."),
        )
    ]
    told = findings(tmp_path, _plan("2024", *rows), "DUE105")
    late = [number for number in range(1, len(rows), 2) if (number // 2) % 3 == 0]
    assert [words.split()[3].rstrip(",.") for words in told] == list(map(str, late))


def test_a_step_is_told_once_beside_the_first_that_contradicts_it(tmp_path: Path) -> None:
    rows = (
        ("Разработка программы чтения в семье", "февраль 2024 г."),
        ("Согласование программы чтения в семье", "ноябрь 2024 г."),
        ("Разработка программы чтения в семье", "декабрь 2024 г."),
        ("Утверждение программы чтения в семье", "октябрь 2024 г."),
        ("Реализация программы чтения в семье", "март 2024 г."),
    )
    told = findings(tmp_path, _plan("2024", *rows), "DUE105")
    assert [words.split()[3].rstrip(",.") for words in told] == [
        "3",
        "2",
        "2",
    ]
