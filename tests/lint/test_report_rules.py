"""Rises, falls and shares in the words of reports."""

from __future__ import annotations

import pytest

from roadmapkit.lint.changes import told_changes


@pytest.mark.parametrize(
    "text",
    [
        "Доля участников увеличилась с 43 % до 56 %",
        "снижение доли неуспевающих с 12,5% до 9,8%",
        "Показатель вырос на 13 % (с 43 % до 56 %)",
        "число школ сократилось в 2 раза, с 6 до 3",
        "средний балл повысился на 4,2 балла – с 51,3 до 55,5",
        "охват вырос на 50 % – с 40 до 60 человек",
        "увеличение бюджета с 1 200 до 1 350 тысяч",
    ],
)
def test_figures_that_go_the_way_of_the_word_are_right(text: str) -> None:
    assert [change.is_right for change in told_changes(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Доля участников увеличилась с 56 % до 43 %",
        "уменьшилось количество пропусков с 15 до 18",
        "рост качества знаний с 40 % до 40 %",
        "Показатель вырос на 5 % (с 40 % до 47 %)",
    ],
)
def test_figures_that_go_the_other_way_are_wrong(text: str) -> None:
    assert [change.is_right for change in told_changes(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "повышение квалификации педагогов с 1 по 5 марта",
        "показатель не вырос и остался в пределах с 40 до 47",
        "повышение качества. Занятия проходят с 9 до 15 часов",
        "рост числа участников и снижение пропусков с 15 до 12",
        "увеличение групп для обучающихся с 5 до 9 классов",
    ],
)
def test_what_is_no_change_or_another_one_is_left_alone(text: str) -> None:
    assert all(change.is_right for change in told_changes(text))
