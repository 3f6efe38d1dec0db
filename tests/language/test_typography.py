from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapkit.language import plain, typeset, typography

TABLE = [
    ("№5 от 15.01.2024", "№~5 от 15.01.2024"),
    ("№ 46-1", "№~46-1"),
    ("№ 4-15", "№~4-15"),
    ("С. В. Лугова и Кедрин П. П.", "С.В.~Лугова и Кедрин~П.П."),
    ("П.П.Кедрин", "П.П.~Кедрин"),
    ("5 июня 2016 г.", "5~июня~2016~г."),
    ("2021-2023гг.", "2021–2023~гг."),
    ("на 2024 год", "на 2024~год"),
    ("ст.28, п. 5", "ст.~28, п.~5"),
    ("г. Луговск", "г.~Луговск"),
    ("в 2024 г. Администрация", "в 2024~г. Администрация"),
    ('"Школа "Рассвет""', "«Школа «Рассвет»»"),
    ('программы "Развитие "Школа"', "программы «Развитие «Школа»"),
    ('("дорожная карта")', "(«дорожная карта»)"),
    ("„так“ и “эдак”", "«так» и «эдак»"),
    ("«Школа «Рассвет»", "«Школа «Рассвет»"),
    ('экран 5"', 'экран 5"'),
    ("2021 - 2023 годы", "2021–2023~годы"),
    ("1-5 классы", "1–5 классы"),
    ("пункты 1.1-1.3", "пункты 1.1–1.3"),
    ("28.02-02.03", "28.02–02.03"),
    ("с 10-15 мая", "с 10–15~мая"),
    ("начальника С.В. Строевой", "начальника С.В.~Строевой"),
    ("Лунина Т.Б., Ракитин И.П.", "Лунина~Т.Б., Ракитин~И.П."),
    ("июнь-июль", "июнь~– июль"),
    ("сентябрь—октябрь 2024г.", "сентябрь~– октябрь 2024~г."),
    ("слово - слово", "слово~– слово"),
    ("слово — слово", "слово~– слово"),
    ("слово , слово ; слово", "слово, слово; слово"),
    ("текст (  в скобках )", "текст (в скобках)"),
    ("два  пробела", "два пробела"),
    ("454-р, 500+, 273-ФЗ", "454-р, 500+, 273-ФЗ"),
    ("8-800-555-35-35", "8-800-555-35-35"),
    ("2024-01-15", "2024-01-15"),
    ("2021/2022", "2021/2022"),
    ("учитель-предметник", "учитель-предметник"),
    ("https://example.org/a-b_1-2?x=1 - сайт", "https://example.org/a-b_1-2?x=1~– сайт"),
    ("school-1-5@example.org", "school-1-5@example.org"),
    ("- пункт\n- пункт  2", "- пункт\n- пункт 2"),
    ("строка\n\nстрока", "строка\n\nстрока"),
]


@pytest.mark.parametrize(("typed", "printed"), TABLE)
def test_what_an_author_types_is_printed_correctly(typed: str, printed: str) -> None:
    assert typeset(typed) == printed.replace("~", "\u00a0")


MARKS = list('"«»„“ -–—.,;:!?()№§\n\t\u00a0')
WORDS = ["С.", "Лугова", "г.", "гг.", "ст.", "май", "июня", "год", "школа", "и", "МБОУ"]
CODES = ["2024", "15", "1.1", "10-15", "500+", "-р", "https://a.org/x-1"]
PIECES = st.sampled_from(MARKS + WORDS + CODES)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@settings(max_examples=400)
@given(TEXTS)
def test_a_second_pass_changes_nothing(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


MORE = ["\u202f", "--", "  ", "%", "5", "лет", "года", "п.", "Абз.", "сентябрь", "МАЙ", "ек", "ё"]


@settings(max_examples=1500)
@given(st.lists(PIECES | st.sampled_from(MORE), max_size=9).map("".join))
def test_no_rule_is_passed_over_that_would_change_something(text: str) -> None:
    by_every_rule = text
    for _ in range(8):
        by_every_rule = typography._pass(by_every_rule)  # typeset() asks it where it may matter
    assert typeset(text) == by_every_rule


@given(TEXTS)
def test_letters_digits_and_line_breaks_stay(text: str) -> None:
    kept = [mark for mark in text if mark.isalnum() or mark == "\n"]
    assert [mark for mark in typeset(text) if mark.isalnum() or mark == "\n"] == kept


@given(TEXTS)
def test_plain_text_does_not_see_typography(text: str) -> None:
    assert plain(typeset(text)) == plain(text)


def test_plain_text_is_what_a_keyboard_types() -> None:
    assert plain("«Школа»\u00a0– №\u00a05,\n2021–2023…") == '"Школа" - № 5, 2021-2023...'


@pytest.mark.parametrize("piece", ["2021-", "А.", "a.", "-", '"', " "])
def test_long_nonsense_is_set_without_trouble(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    assert typeset(typeset(text)) == typeset(text)
