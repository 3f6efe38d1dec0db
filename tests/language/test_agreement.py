from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.errors import ArgumentError
from roadmapkit.language import (
    about,
    act_title,
    agree,
    approval_word,
    count,
    inside_sentence,
    join_words,
    object_of_act,
)


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("План мероприятий («дорожная карта»)", "утвержден"),
        ("Дорожная карта", "утверждена"),
        ("Положение о рабочей группе", "утверждено"),
        ("Методические рекомендации", "утверждены"),
        ("Правила приёма", "утверждены"),
        ("План и график", "утверждены"),
        ("«Дорожная карта» развития", "утверждена"),
        ("ПОЛОЖЕНИЕ О ГРУППЕ", "утверждено"),
    ],
)
def test_the_approval_word_agrees_with_the_title(title: str, word: str) -> None:
    assert approval_word(title) == word


def test_other_participles_agree_too() -> None:
    assert approval_word("Программа", "согласованный") == "согласована"
    assert approval_word("Решение", "принятый") == "принято"
    with pytest.raises(ArgumentError):
        approval_word("Решение", "большой")


@pytest.mark.parametrize(
    ("word", "title", "case", "form"),
    [
        ("прилагаемый", "Программа", "accusative", "прилагаемую"),
        ("прилагаемый", "План", "accusative", "прилагаемый"),
        ("прилагаемый", "Состав группы", "genitive", "прилагаемого"),
        ("ответственный", "заведующая", "nominative", "ответственная"),
        ("ответственный", "директор", "accusative", "ответственного"),
        ("ответственный", "учителя", "dative", "ответственным"),
    ],
)
def test_an_adjective_agrees_in_every_category(word: str, title: str, case: str, form: str) -> None:
    assert agree(word, title, case) == form


def test_only_adjectives_agree() -> None:
    with pytest.raises(ArgumentError, match="no adjective"):
        agree("школа", "План")


@pytest.mark.parametrize(
    ("number", "school", "rural", "teacher", "pupil"),
    [
        (1, "школа", "сельская школа", "новый учитель", "обучающийся"),
        (2, "школы", "сельские школы", "новых учителя", "обучающихся"),
        (5, "школ", "сельских школ", "новых учителей", "обучающихся"),
        (11, "школ", "сельских школ", "новых учителей", "обучающихся"),
        (12, "школ", "сельских школ", "новых учителей", "обучающихся"),
        (21, "школа", "сельская школа", "новый учитель", "обучающийся"),
        (104, "школы", "сельские школы", "новых учителя", "обучающихся"),
        (111, "школ", "сельских школ", "новых учителей", "обучающихся"),
    ],
)
def test_nouns_beside_numbers(
    number: int, school: str, rural: str, teacher: str, pupil: str
) -> None:
    phrases = {
        "школа": school,
        "сельская школа": rural,
        "новый учитель": teacher,
        "обучающийся": pupil,
    }
    for phrase, form in phrases.items():
        assert count(number, phrase) == f"{number}\u00a0{form}"


def test_oblique_cases_beside_numbers() -> None:
    assert count(5, "школа", "dative") == "5\u00a0школам"
    assert count(21, "школа", "instrumental") == "21\u00a0школой"
    with pytest.raises(ArgumentError):
        count(-1, "школа")


@given(st.integers(0, 10_000))
def test_a_hundred_more_changes_no_noun(number: int) -> None:
    first, second = count(number, "отчёт"), count(number + 100, "отчёт")
    assert first.split("\u00a0")[1] == second.split("\u00a0")[1]


@pytest.mark.parametrize(
    ("text", "preposition"),
    [
        ("утверждении плана", "об"),
        ("организации", "об"),
        ("единой модели", "о"),
        ("юности", "о"),
        ("плане", "о"),
        ("всех школах", "обо"),
        ("МБОУ «СОШ № 5»", "об"),
        ("СОШ № 5", "о"),
        ("ЕГЭ", "о"),
        ("ВПР", "о"),
        ("РФ", "об"),
        ("11 школах", "об"),
        ("5 школах", "о"),
        ("«итогах»", "об"),
        ("", "о"),
    ],
)
def test_the_preposition_follows_the_sound(text: str, preposition: str) -> None:
    assert about(text) == preposition


@pytest.mark.parametrize(
    ("items", "joined"),
    [
        ([], ""),
        (["план"], "план"),
        (["план", "график"], "план и график"),
        (["план", "график", "состав"], "план, график и состав"),
        (["план, график", "состав"], "план, график и состав"),
        (["план, график", "состав", "смета"], "план, график; состав и смета"),
    ],
)
def test_lists_in_words(items: list[str], joined: str) -> None:
    assert join_words(items) == joined


@given(st.lists(st.from_regex(r"\A[а-я]{3,9}\Z"), max_size=8))
def test_joining_changes_no_member(items: list[str]) -> None:
    assert join_words(items).replace(" и ", ", ").split(", ") == (items or [""])


@pytest.mark.parametrize(
    ("title", "act", "point"),
    [
        (
            "План мероприятий («дорожная карта») по поддержке школ на 2024 год",
            "Об утверждении плана мероприятий («дорожной карты») по поддержке школ на 2024 год",
            "план мероприятий («дорожную карту») по поддержке школ на 2024 год",
        ),
        (
            "Положение о рабочей группе",
            "Об утверждении Положения о рабочей группе",
            "Положение о рабочей группе",
        ),
        (
            "Муниципальная программа «Школа»",
            "Об утверждении муниципальной программы «Школа»",
            "муниципальную программу «Школа»",
        ),
        (
            "Заозёрнинская программа",
            "Об утверждении Заозёрнинской программы",
            "Заозёрнинскую программу",
        ),
        (
            "«Дорожная карта» развития",
            "Об утверждении «Дорожной карты» развития",
            "«Дорожную карту» развития",
        ),
    ],
)
def test_the_title_of_an_act_from_the_title_of_a_document(title: str, act: str, point: str) -> None:
    assert act_title(title).form == act
    assert object_of_act(title).form == point


def test_other_actions_make_titles_too() -> None:
    assert act_title("Рабочая группа", "создание").form == "О создании рабочей группы"


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Дорожная карта", "дорожная карта"),
        ("Порядок приёма", "Порядок приёма"),
        ("ИМЦ", "ИМЦ"),
        ("МБОУ «СОШ № 5»", "МБОУ «СОШ № 5»"),
        ("", ""),
        ("№ 5", "№ 5"),
    ],
)
def test_a_capital_inside_a_sentence(title: str, inside: str) -> None:
    assert inside_sentence(title) == inside
