from __future__ import annotations

import subprocess
import sys

import pytest
from attested_forms import PHRASES
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.errors import ArgumentError
from roadmapkit.language import (
    Case,
    Form,
    FormKey,
    FormKind,
    FormLedger,
    act_title,
    agree,
    approval,
    count,
    decline_name,
    decline_phrase,
    explain_form,
    gender_of,
    inside_sentence,
    is_person_name,
    make_form,
    parse_person_name,
)

TITLE = "Положение о группе"
DATIVE = FormKey(FormKind.PHRASE, "начальник отдела", "dative")


def ask_everything(ledger: FormLedger) -> list[object]:
    """Ask a ledger one question of every kind."""
    return [
        ledger.phrase("начальник отдела", "dative"),
        ledger.phrase("директор", "dative", "plural"),
        ledger.name("Лугов А.Б.", "genitive"),
        ledger.name("Гузенюк А.Б.", "genitive", "masculine"),
        ledger.any("директор Лугов А.Б.", "dative"),
        ledger.inside_sentence("Программа развития"),
        ledger.approval(TITLE),
        ledger.approval(TITLE, "согласованный"),
        ledger.agree("прилагаемый", TITLE, "accusative"),
        ledger.act_title(TITLE),
        ledger.count(5, "школа"),
        ledger.is_person_name("Лугов"),
    ]


def test_a_ledger_answers_as_the_functions_do() -> None:
    assert ask_everything(FormLedger()) == [
        decline_phrase("начальник отдела", "dative"),
        decline_phrase("директор", "dative", "plural"),
        decline_name("Лугов А.Б.", "genitive"),
        decline_name("Гузенюк А.Б.", "genitive", "masculine"),
        explain_form("директор Лугов А.Б.", case="dative"),
        inside_sentence("Программа развития"),
        approval(TITLE),
        approval(TITLE, "согласованный"),
        agree("прилагаемый", TITLE, "accusative"),
        act_title(TITLE),
        count(5, "школа"),
        is_person_name("Лугов"),
    ]


def test_a_key_is_made_of_plain_strings() -> None:
    ledger = FormLedger()
    ask_everything(ledger)
    for record in ledger.records:
        assert {type(field) for field in vars_of(record.key)} == {str}


def test_every_question_is_recorded_once_in_the_order_of_the_keys() -> None:
    ledger = FormLedger()
    ask_everything(ledger)
    ask_everything(ledger)
    keys = [record.key for record in ledger.records]
    assert keys == sorted(set(keys))
    assert len(keys) == 12
    readings = {kind for kind in FormKind if kind.is_reading}
    assert {key.kind for key in keys} == set(FormKind) - readings | {FormKind.IS_NAME}
    assert ledger.made == ledger.records


def test_a_record_keeps_lemma_cell_reasons_and_doubts() -> None:
    ledger = FormLedger()
    ledger.phrase("школозавр", "dative", "plural")
    (record,) = ledger.records
    assert (record.key.text, record.key.case, record.key.number) == (
        "школозавр",
        "dative",
        "plural",
    )
    assert record.form.form == "школозаврам"
    assert record.form.because
    assert record.form.doubtful


def test_the_known_form_wins_over_the_dictionary() -> None:
    ledger = FormLedger({DATIVE: Form("нач. отдела")})
    assert ledger.phrase("начальник отдела", Case.DATIVE).form == "нач. отдела"
    assert ledger.made == ()
    assert ledger.records[0].new is False


def test_a_known_form_that_nobody_has_looked_at_stays_doubtful() -> None:
    doubtful = decline_phrase("школозавр", "dative")
    ledger = FormLedger({FormKey(FormKind.PHRASE, "школозавр", "dative"): doubtful})
    assert ledger.phrase("школозавр", "dative").diagnostics == doubtful.diagnostics


def test_a_known_form_of_another_cell_does_not_answer() -> None:
    ledger = FormLedger({DATIVE: Form("нач. отдела")})
    assert ledger.phrase("начальник отдела", "genitive").form == "начальника отдела"
    assert ledger.phrase("начальник отдела", "dative", "plural").form == "начальникам отдела"
    assert [record.key.case for record in ledger.made] == ["dative", "genitive"]


def test_forms_that_nobody_asked_for_are_named() -> None:
    other = FormKey(FormKind.PHRASE, "график", "genitive")
    ledger = FormLedger({DATIVE: Form("начальнику отдела"), other: Form("графика")})
    ledger.phrase("начальник отдела", "dative")
    assert ledger.unused == (other,)


def test_the_plain_nominative_is_not_recorded() -> None:
    ledger = FormLedger()
    assert ledger.phrase("план", "nominative").form == "план"
    assert ledger.name("Лугов А.Б.", "nominative").form == "Лугов А.Б."
    assert ledger.any("план", "nominative").form == "план"
    assert ledger.inside_sentence("план работы") == "план работы"
    assert ledger.is_person_name("Лугов А.Б.")
    assert not ledger.is_person_name("план работы")
    assert ledger.records == ()


def test_spaces_and_line_breaks_are_no_part_of_a_question() -> None:
    ledger = FormLedger()
    assert ledger.phrase("начальник  отдела\u00a0кадров\nи связи", "dative").form == (
        "начальнику  отдела\u00a0кадров\nи связи"
    )
    assert ledger.name("А.Б.\u00a0Лугов", "genitive").form == "А.Б.\u00a0Лугова"
    assert [record.key.text for record in ledger.records] == [
        "А.Б. Лугов",
        "начальник отдела кадров и связи",
    ]


def test_an_answer_of_another_length_has_spaces_of_its_own() -> None:
    ledger = FormLedger({DATIVE: Form("кадровику управления школ")})
    assert ledger.phrase("начальник\u00a0отдела", "dative").form == "кадровику управления школ"


@pytest.mark.parametrize(
    "text",
    [
        "Лугова Анна",
        "Анна Лугова",
        "Адамович Иван Петрович",
        "Мария Ивановна Мицкевич",
        "Ан Ан",
        "отдел кадров",
        "Отдел Кадров",
        "Лугов",
        "А.Б. Лугов",
        "Лугова Анна Борисовна",
    ],
)
def test_names_are_read_as_the_functions_read_them(text: str) -> None:
    ledger = FormLedger()
    name = ledger.person_name(text)
    assert name == parse_person_name(text)
    again = FormLedger({record.key: record.form for record in ledger.records})
    assert again.person_name(text) == name
    if name is not None:
        assert ledger.gender_of(name) == gender_of(name)


def test_words_and_case_forms_are_recognised() -> None:
    ledger = FormLedger()
    assert ledger.is_word("начальник")
    assert ledger.is_word("отдел-штаб")
    assert not ledger.is_word("школозаврик")
    assert ledger.is_form_of("директору  Школы № 5", "директор школы № 5")
    assert not ledger.is_form_of("директор школы № 6", "директор школы № 5")
    assert all(record.key.kind.is_reading for record in ledger.records)


def test_numbers_that_ask_for_one_form_share_a_record() -> None:
    ledger = FormLedger()
    assert [ledger.count(number, "школа") for number in (5, 11, 0, 2, 4, 1, 21)] == [
        count(number, "школа") for number in (5, 11, 0, 2, 4, 1, 21)
    ]
    assert [record.key.word for record in ledger.records] == ["few", "many", "one"]


@pytest.mark.parametrize(
    "key",
    [
        FormKey(FormKind.PHRASE, "план", "locative"),
        FormKey(FormKind.NAME, "отдел № 5", "dative"),
        FormKey(FormKind.AGREEMENT, "план", "dative", word="школа"),
    ],
)
def test_a_question_without_sense_is_refused(key: FormKey) -> None:
    with pytest.raises(ArgumentError):
        make_form(key)


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=8))
def test_what_a_first_ledger_made_a_second_one_answers_alike(entries: list[list[str]]) -> None:
    first = FormLedger()
    forms = [first.phrase(text, case, number or None) for text, number, case, _ in entries]
    second = FormLedger({record.key: record.form for record in first.records})
    assert forms == [second.phrase(text, case, number or None) for text, number, case, _ in entries]
    assert second.made == ()
    assert second.unused == ()


def test_known_answers_load_no_dictionary() -> None:
    made = FormLedger()
    ask_everything(made)
    known = {tuple(vars_of(record.key)): record.form.form for record in made.records}
    program = f"""
import sys
from roadmapkit.language import Form, FormKey, FormKind, FormLedger
known = {known!r}
ledger = FormLedger(
    {{FormKey(FormKind(key[0]), *key[1:]): Form(form) for key, form in known.items()}}
)
ledger.phrase("начальник отдела", "dative")
ledger.phrase("директор", "dative", "plural")
ledger.phrase("план", "nominative")
ledger.name("Лугов А.Б.", "genitive")
ledger.name("Гузенюк А.Б.", "genitive", "masculine")
ledger.any("директор Лугов А.Б.", "dative")
ledger.inside_sentence("Программа развития")
ledger.inside_sentence("план")
ledger.approval({TITLE!r})
ledger.approval({TITLE!r}, "согласованный")
ledger.agree("прилагаемый", {TITLE!r}, "accusative")
ledger.act_title({TITLE!r})
ledger.count(7, "школа")
ledger.is_person_name("Лугов")
ledger.is_person_name("Лугова П.Ю.")
assert not ledger.made and not ledger.unused
loaded = {{name.partition(".")[0] for name in sys.modules}}
print(sorted(loaded & {{"pymorphy3", "pytrovich"}}))
ledger.phrase("график", "dative")
assert "pymorphy3" in sys.modules
"""
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=False
    )
    assert (answer.stdout.strip(), answer.stderr) == ("[]", "")


def vars_of(key: FormKey) -> tuple[str, ...]:
    """Return the fields of a key as plain strings."""
    return (str(key.kind), key.text, key.case, key.number, key.gender, key.word)
