from __future__ import annotations

import pytest

from roadmapkit.language import Form, approval, decline_name, decline_phrase, explain_form


def doubts(form: Form) -> list[str]:
    """Return the messages of a form's findings."""
    assert form.doubtful is bool(form.diagnostics)
    return [str(finding.message) for finding in form.diagnostics]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("школозавр", "школозавр"),
        ("главный начопер отдела", "начопер"),
        ("гороно", "гороно"),
        ("тренера-преподаватели", "тренера-преподаватели"),
    ],
)
def test_a_head_outside_the_dictionary_is_doubted(text: str, word: str) -> None:
    (message,) = doubts(decline_phrase(text, "dative"))
    assert message.startswith(f"{word!r} is not in the dictionary")


@pytest.mark.parametrize(
    "text",
    [
        "соцпедагог",
        "юнармейцы",
        "киноклуб",
        "цифровизация",
        "город Заозёрск",
        "Минпросвещения",
        "тьютор",
        "ИКТ-компетентность",
    ],
)
def test_a_new_word_of_a_certain_declension_is_not_doubted(text: str) -> None:
    assert doubts(decline_phrase(text, "genitive")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("заместитель директора, учителя", ("учителя", "директора")),
        ("заместители директора и учителя", ("учителя", "директора")),
        ("МАОУ гимназия № 3", ("гимназия", "МАОУ")),
        ("МКУ Управление образования", ("Управление", "МКУ")),
    ],
)
def test_a_word_that_may_belong_to_the_tail_is_doubted(text: str, words: tuple[str, str]) -> None:
    (message,) = doubts(decline_phrase(text, "dative"))
    assert all(word in message for word in words)


def test_the_name_of_the_holder_that_a_phrase_leaves_alone_is_said() -> None:
    (message,) = doubts(decline_phrase("директор школы Лугов А.Б.", "dative"))
    assert "Лугов А.Б." in message
    assert doubts(decline_phrase("директор школы имени П.П. Лугова", "dative")) == []


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("Соловей А.Б.", "dative"),
        ("Дятел А.Б.", "genitive"),
        ("Рыбий А.Б.", "dative"),
        ("Топчий А.Б.", "genitive"),
        ("Цапок А.Б.", "dative"),
        ("Швец-Заяц А.Б.", "genitive"),
        ("Дитрих А.Б.", "genitive"),
        ("Ярош А.Б.", "instrumental"),
        ("Ким Чен Ир", "dative"),
    ],
)
def test_a_surname_that_families_decline_differently_is_doubted(name: str, case: str) -> None:
    assert doubts(decline_name(name, case, "masculine"))
    assert doubts(decline_name(name, case, "feminine")) == []


@pytest.mark.parametrize("name", ["Кваша А.Б.", "Каша А.Б."])
def test_a_doubt_that_both_genders_share_is_not_lost(name: str) -> None:
    assert doubts(decline_name(name, "instrumental"))


@pytest.mark.parametrize(
    "name",
    ["Грек А.Б.", "Белый А.Б.", "Герой А.Б.", "Портной А.Б.", "Бегущий А.Б.", "Адамович А.Б."],
)
def test_a_usual_surname_is_not_doubted(name: str) -> None:
    assert all(
        doubts(decline_name(name, case, "masculine")) == []
        for case in ("genitive", "dative", "accusative", "instrumental", "prepositional")
    )


@pytest.mark.parametrize(
    ("name", "gender"), [("Лугова А.Б.", "masculine"), ("Кедров А.Б.", "feminine")]
)
def test_a_surname_against_the_given_gender_is_doubted(name: str, gender: str) -> None:
    (message,) = doubts(decline_name(name, "dative", gender))
    assert repr(name.split(maxsplit=1)[0]) in message


@pytest.mark.parametrize("name", ["Саша Ким", "Анна Лугова и Пётр Кедров"])
def test_people_that_are_read_as_a_phrase_are_doubted(name: str) -> None:
    assert any(name in message for message in doubts(explain_form(name, case="dative")))


@pytest.mark.parametrize("text", ["директора", "учителя", "школы", "директора школы"])
def test_a_plural_that_may_be_a_genitive_is_doubted_unless_the_number_is_given(text: str) -> None:
    (message,) = doubts(explain_form(text, case="dative"))
    assert "genitive singular" in message
    assert doubts(explain_form(text, case="dative", number="plural")) == []
    assert doubts(explain_form(text, case="nominative")) == []


@pytest.mark.parametrize(
    "text", ["директора школ", "руководители", "рабочие группы", "программы развития"]
)
def test_a_plural_that_its_words_tell_is_not_doubted(text: str) -> None:
    assert doubts(explain_form(text, case="dative")) == []


def test_agreement_with_an_unknown_abbreviation_is_doubted() -> None:
    assert approval("РИП школы").form == "утвержден"
    (message,) = doubts(approval("РИП школы"))
    assert "РИП школы" in message
    assert doubts(approval("ТЗ на поставку")) == []
