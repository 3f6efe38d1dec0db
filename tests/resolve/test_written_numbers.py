"""A phrase that may count from an activity by its number is not passed over."""

from __future__ import annotations

import pytest

from roadmapkit.resolve.written_references import names_activities, numbers_in


@pytest.mark.parametrize(
    "phrase",
    [
        "после исполнения пункта 1.2",
        "после ПОДПУНКТА 3",
        "в течение 5 дней после мероприятия № 4",
        "после п. 1.3",
        "через неделю после пп.2",
        "после Позиции 7",
        "за 5 дней до {visits}",
    ],
)
def test_it_is_told_by_its_noun_in_whatever_letters(phrase: str) -> None:
    assert names_activities(phrase)


@pytest.mark.parametrize("phrase", ["май 2024 г.", "после сбора", "1.2", "после пункта"])
def test_others_name_none(phrase: str) -> None:
    assert not names_activities(phrase)
    assert numbers_in(phrase) == ()


def test_the_numbers_are_those_of_this_plan() -> None:
    assert numbers_in("в течение 10 дней после мероприятия 1.2") == ("1.2",)
