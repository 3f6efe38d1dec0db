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
    count_range,
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
        ("ПАМЯТКА", "утверждена"),
        ("ПРАВИЛА", "утверждены"),
        ("ТЗ", "утверждено"),
        ("ТЗ на поставку мебели", "утверждено"),
        ("ООП НОО", "утверждена"),
        ("План-график", "утвержден"),
        ("Изменения, которые вносятся в план", "утверждены"),
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
        ("ответственный", "директор и завуч", "nominative", "ответственные"),
        ("ответственный", "директор, завуч", "nominative", "ответственные"),
        ("прилагаемый", "ТЗ", "accusative", "прилагаемое"),
        ("прилагаемый", "Изменения", "accusative", "прилагаемые"),
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


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("школа-участница", "1 школа-участница, 2 школы-участницы, 5 школ-участниц"),
        ("человек", "1 человек, 2 человека, 5 человек"),
        ("новый человек", "1 новый человек, 2 новых человека, 5 новых человек"),
        ("год", "1 год, 2 года, 5 лет"),
        ("ребёнок", "1 ребёнок, 2 ребёнка, 5 детей"),
        ("день", "1 день, 2 дня, 5 дней"),
        ("ОО", "1 ОО, 2 ОО, 5 ОО"),
    ],
)
def test_nouns_with_forms_of_their_own_beside_numbers(phrase: str, forms: str) -> None:
    written = ", ".join(count(number, phrase).replace("\u00a0", " ") for number in (1, 2, 5))
    assert written == forms


def test_oblique_cases_beside_numbers() -> None:
    assert count(5, "человек", "dative") == "5\u00a0человекам"
    assert count(3, "год", "genitive") == "3\u00a0лет"
    assert count(3, "год", "dative") == "3\u00a0годам"
    assert count(5, "школа", "dative") == "5\u00a0школам"
    assert count(21, "школа", "instrumental") == "21\u00a0школой"
    with pytest.raises(ArgumentError):
        count(-1, "школа")


def test_the_noun_beside_a_range_agrees_with_its_last_number() -> None:
    assert count_range(5, 7, "школа") == "5–7\u00a0школ"
    assert count_range(20, 21, "школа") == "20–21\u00a0школа"
    assert count_range(3, 4, "школа", "dative") == "3–4\u00a0школам"
    for first, last in ((7, 5), (-1, 2)):
        with pytest.raises(ArgumentError):
            count_range(first, last, "школа")


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
