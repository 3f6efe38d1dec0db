from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.diagnostics import Severity
from roadmapkit.errors import ArgumentError
from roadmapkit.language import (
    Case,
    Gender,
    PersonName,
    decline_name,
    gender_of,
    is_person_name,
    parse_person_name,
)

OBLIQUE = [case for case in Case if case is not Case.NOMINATIVE]
M, F = Gender.MASCULINE, Gender.FEMININE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Лугова Полина Юрьевна",
            PersonName("Лугова", "Полина", "Юрьевна", "П.Ю."),
        ),
        (
            "Полина Юрьевна Лугова",
            PersonName("Лугова", "Полина", "Юрьевна", "П.Ю.", initials_first=True),
        ),
        ("Лугова П.Ю.", PersonName("Лугова", initials="П.Ю.")),
        ("Лугова П. Ю.", PersonName("Лугова", initials="П.Ю.")),
        ("П.Ю. Лугова", PersonName("Лугова", initials="П.Ю.", initials_first=True)),
        ("П.Ю.Лугова", PersonName("Лугова", initials="П.Ю.", initials_first=True)),
        ("Лугов-Кедрин А.Б.", PersonName("Лугов-Кедрин", initials="А.Б.")),
        ("Лугова", PersonName("Лугова")),
        ("Лугова Ольга", PersonName("Лугова", "Ольга", "", "О.")),
        ("Керимов Али Гасан оглы", PersonName("Керимов", "Али", "Гасан оглы", "А.Г.")),
        ("Керимов Али Гасан-оглы", PersonName("Керимов", "Али", "Гасан-оглы", "А.Г.")),
        ("Лугов Илья Никитич", PersonName("Лугов", "Илья", "Никитич", "И.Н.")),
        (
            "Полина Юрьевна Адамович",
            PersonName("Адамович", "Полина", "Юрьевна", "П.Ю.", initials_first=True),
        ),
        ("фон Лугов А.Б.", PersonName("фон Лугов", initials="А.Б.")),
        ("О'Коннор Дж.", PersonName("О'Коннор", initials="Дж.")),
        ("Ю Ин Сук", PersonName("Ю", "Ин Сук", "", "И.С.")),
    ],
)
def test_a_name_is_read_in_every_usual_order(text: str, name: PersonName) -> None:
    assert parse_person_name(text) == name


@pytest.mark.parametrize("text", ["", "школа № 5", "лугова п.ю.", "А.Б.", "Дорожная карта плана"])
def test_what_is_no_name_is_not_read(text: str) -> None:
    assert parse_person_name(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Лугова П.Ю.", True),
        ("Петренко", True),
        ("Лугова Полина Юрьевна", True),
        ("Приложение", False),
        ("Школа Надежда", False),
        ("Дорожная карта", False),
        ("начальник Лугова П.Ю.", False),
    ],
)
def test_names_are_told_from_phrases(text: str, answer: bool) -> None:
    assert is_person_name(text) is answer


def test_printed_orders_bind_the_initials_to_the_surname() -> None:
    name = PersonName("Лугова", "Полина", "Юрьевна", "П.Ю.")
    assert name.written("initials-last") == "Лугова\u00a0П.Ю."
    assert name.written("initials-first") == "П.Ю.\u00a0Лугова"
    assert name.written("full") == str(name) == "Лугова Полина Юрьевна"
    assert name.written("full-first") == "Полина Юрьевна Лугова"
    assert PersonName("Лугова").written("initials-first") == "Лугова"
    assert PersonName("Лугова", initials="П.").written("full") == "Лугова\u00a0П."


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Ким Полина Юрьевна", F),
        ("Ким Юрий Кузьмич", M),
        ("Ким Ольга", F),
        ("Ким Саша", None),
        ("Лугова", F),
        ("Кедрин", M),
        ("Заозёрская", F),
        ("Заозёрский", M),
        ("Лугова-Ким", F),
        ("Петренко", None),
        ("Седых", None),
        ("Щербина", None),
        ("Дарвин", None),
        ("Шин", None),
        ("Керимова Лала Гасан кызы", F),
        ("Керимова Лала Гасан-кызы", F),
        ("Непомнящий", M),
        ("Топчий", None),
        ("Дитрих", None),
    ],
)
def test_gender_is_told_and_never_guessed(text: str, gender: Gender | None) -> None:
    name = parse_person_name(text)
    assert name is not None
    assert gender_of(name) is gender


FORMS = {
    ("Лугова П.Ю.", None): "Луговой Луговой Лугову Луговой Луговой",
    ("Кедрин П.Ю.", None): "Кедрина Кедрину Кедрина Кедриным Кедрине",
    ("Заозёрная", None): "Заозёрной Заозёрной Заозёрную Заозёрной Заозёрной",
    ("Заозёрский", None): "Заозёрского Заозёрскому Заозёрского Заозёрским Заозёрском",
    ("Толстой", M): "Толстого Толстому Толстого Толстым Толстом",
    ("Петренко", None): "Петренко Петренко Петренко Петренко Петренко",
    ("Седых", None): "Седых Седых Седых Седых Седых",
    ("Живаго", None): "Живаго Живаго Живаго Живаго Живаго",
    ("Росси", M): "Росси Росси Росси Росси Росси",
    ("Дюма", M): "Дюма Дюма Дюма Дюма Дюма",
    ("Гарсиа", M): "Гарсиа Гарсиа Гарсиа Гарсиа Гарсиа",
    ("Маненок", F): "Маненок Маненок Маненок Маненок Маненок",
    ("Гузенюк", F): "Гузенюк Гузенюк Гузенюк Гузенюк Гузенюк",
    ("Гузенюк", M): "Гузенюка Гузенюку Гузенюка Гузенюком Гузенюке",
    ("Щербина", F): "Щербины Щербине Щербину Щербиной Щербине",
    ("Щербина", M): "Щербины Щербине Щербину Щербиной Щербине",
    ("Сосна", F): "Сосны Сосне Сосну Сосной Сосне",
    ("Ким", M): "Кима Киму Кима Кимом Киме",
    ("Цой", M): "Цоя Цою Цоя Цоем Цое",
    ("Лугов-Кедрин", None): (
        "Лугова-Кедрина Лугову-Кедрину Лугова-Кедрина Луговым-Кедриным Лугове-Кедрине"
    ),
    ("Лугова-Ким", None): "Луговой-Ким Луговой-Ким Лугову-Ким Луговой-Ким Луговой-Ким",
    ("Непомнящая", None): "Непомнящей Непомнящей Непомнящую Непомнящей Непомнящей",
    ("Третий", M): "Третьего Третьему Третьего Третьим Третьем",
    ("Герой", M): "Героя Герою Героя Героем Герое",
    ("Золя", None): "Золя Золя Золя Золя Золя",
    ("Шин", M): "Шина Шину Шина Шином Шине",
    ("Дитрих", M): "Дитриха Дитриху Дитриха Дитрихом Дитрихе",
    ("Гасан-заде", None): "Гасан-заде Гасан-заде Гасан-заде Гасан-заде Гасан-заде",
    ("Кара-Мурза", M): "Кара-Мурзы Кара-Мурзе Кара-Мурзу Кара-Мурзой Кара-Мурзе",
    ("Бек-Лугова", None): "Бек-Луговой Бек-Луговой Бек-Лугову Бек-Луговой Бек-Луговой",
}


@pytest.mark.parametrize(("text", "gender", "forms"), [(*key, FORMS[key]) for key in FORMS])
def test_case_forms_of_surnames(text: str, gender: Gender | None, forms: str) -> None:
    surname, _, initials = text.partition(" ")
    answers = [decline_name(text, case, gender).form for case in OBLIQUE]
    tail = f" {initials}" if initials else ""
    assert answers == [form + tail for form in forms.split()]
    assert decline_name(text, Case.NOMINATIVE, gender).form.startswith(surname)


@pytest.mark.parametrize(
    ("text", "dative"),
    [
        ("Ким Любовь Юрьевна", "Ким Любови Юрьевне"),
        ("Лев Лев Львович", "Льву Льву Львовичу"),
        ("П.Ю. Лугова", "П.Ю. Луговой"),
        ("ЛУГОВА П.Ю.", "ЛУГОВОЙ П.Ю."),
        ("Керимов Али Гасан оглы", "Керимову Али Гасан оглы"),
        ("Оюн Белек-оол Магомед-Расулович", "Оюну Белек-оолу Магомед-Расуловичу"),
        ("фон Лугов А.Б.", "фон Лугову А.Б."),
    ],
)
def test_every_part_of_a_name_inflects_and_initials_stay(text: str, dative: str) -> None:
    assert decline_name(text, "dative").form == dative


@pytest.mark.parametrize("text", ["Гузенюк А.Б.", "Щербак", "Толстой А.Б.", "Ким А."])
def test_a_form_that_depends_on_the_gender_is_asked_for(text: str) -> None:
    form = decline_name(text, "dative")
    assert form.form == text
    (finding,) = form.diagnostics
    assert (finding.code, finding.severity) == ("LNG001", Severity.ERROR)
    assert text in str(finding.message)


@pytest.mark.parametrize("case", OBLIQUE)
def test_gender_is_not_asked_for_where_it_does_not_matter(case: Case) -> None:
    assert decline_name("Петренко А.Б.", case).diagnostics == ()
    assert decline_name("Щербина А.Б.", case).diagnostics == ()


def test_an_ending_that_depends_on_stress_is_doubtful() -> None:
    form = decline_name("Ткач А.Б.", "instrumental", "masculine")
    assert form.doubtful
    assert [finding.code for finding in form.diagnostics] == ["LNG002"]
    assert not decline_name("Ткач А.Б.", "dative", "masculine").doubtful


def test_what_is_no_name_is_refused() -> None:
    with pytest.raises(ArgumentError, match="not a person's name"):
        decline_name("отдел № 5", "dative")


SURNAMES = st.from_regex(r"\A[А-Я][а-я]{2,8}(ов|ова|ин|ина|ко|их|юк|ский|ская)\Z")


@given(SURNAMES, st.sampled_from([M, F]))
def test_the_nominative_of_a_name_is_the_name(surname: str, gender: Gender) -> None:
    assert decline_name(f"{surname} А.Б.", "nominative", gender).form == f"{surname} А.Б."


@given(SURNAMES, st.sampled_from(OBLIQUE))
def test_without_a_gender_the_answer_is_never_one_of_two(surname: str, case: Case) -> None:
    name = parse_person_name(surname)
    assert name is not None
    if gender_of(name) is None:
        both = {decline_name(surname, case, gender).form for gender in (M, F)}
        asked = bool(decline_name(surname, case).diagnostics)
        assert asked is (len(both) > 1)
