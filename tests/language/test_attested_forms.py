from __future__ import annotations

import re

import pytest
from attested_forms import NAMES, PHRASES
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.language import Case, Number, decline_name, decline_phrase, explain_form

IDS = [f"{row[0]} {row[2]}" for row in PHRASES]
MOST_DOUBTS = 0.03
"""Share of right forms that may be shown to a person for nothing."""

ENTRIES = st.sampled_from(PHRASES)
CASES = st.sampled_from(list(Case))


@pytest.mark.parametrize(("text", "number", "case", "gold"), PHRASES, ids=IDS)
def test_posts_organisations_and_titles(text: str, number: str, case: str, gold: str) -> None:
    assert decline_phrase(text, case, number or None).form == gold


@pytest.mark.parametrize(("text", "number", "case", "gold"), PHRASES, ids=IDS)
def test_a_phrase_is_not_taken_for_a_name(text: str, number: str, case: str, gold: str) -> None:
    assert explain_form(text, case=case, number=number or None).form == gold


@pytest.mark.parametrize(("text", "gender", "case", "gold"), NAMES)
def test_names_of_people(text: str, gender: str, case: str, gold: str) -> None:
    form = decline_name(text, case, gender or None)
    asked = any(finding.code == "LNG001" for finding in form.diagnostics)
    assert (asked, form.form) == ((True, text) if gold == "?" else (False, gold))


def test_the_sets_are_large_and_cover_every_case_and_number() -> None:
    assert len(PHRASES) >= 600
    assert len(NAMES) >= 200
    assert {row[2] for row in PHRASES} == set(Case)
    assert {row[1] for row in PHRASES} == {"", *Number}


def test_few_right_forms_are_doubted() -> None:
    doubted = [
        (text, case)
        for text, number, case, _ in PHRASES
        if decline_phrase(text, case, number or None).doubtful
    ]
    assert len(doubted) <= MOST_DOUBTS * len(PHRASES), doubted


@given(ENTRIES)
def test_the_nominative_changes_nothing(entry: list[str]) -> None:
    assert decline_phrase(entry[0], Case.NOMINATIVE).form == entry[0]


@given(ENTRIES, CASES)
def test_spaces_do_not_change_the_inflection(entry: list[str], case: Case) -> None:
    text, number = entry[0], entry[1] or None
    plain = decline_phrase(text, case, number)
    for space in ("\u00a0", "  ", "\n", "\u202f"):
        spaced = decline_phrase(text.replace(" ", space), case, number)
        assert spaced.form == plain.form.replace(" ", space)
        assert spaced.doubtful is plain.doubtful


@given(ENTRIES, CASES, st.sampled_from(["“”", '""', "„“"]))
def test_the_kind_of_quotation_marks_does_not_change_the_inflection(
    entry: list[str], case: Case, marks: str
) -> None:
    text, number = entry[0], entry[1] or None
    table = str.maketrans("«»", marks)
    if text.count("«") > 1:  # equal marks cannot nest
        return
    plain = decline_phrase(text, case, number).form
    assert decline_phrase(text.translate(table), case, number).form == plain.translate(table)


@given(ENTRIES, CASES)
def test_abbreviations_numbers_and_latin_letters_stay(entry: list[str], case: Case) -> None:
    constant = re.compile(r"\b[А-ЯЁ]{2,5}\b|№ ?\d+|\b\d+(?![-\d])|[A-Za-z]+")
    text = entry[0]
    if not text.isupper():
        form = decline_phrase(text, case, entry[1] or None).form
        assert constant.findall(form) == constant.findall(text)


@given(ENTRIES, CASES)
def test_capitals_stay_where_the_author_set_them(entry: list[str], case: Case) -> None:
    words, forms = entry[0].split(), decline_phrase(entry[0], case, entry[1] or None).form.split()
    assert len(words) == len(forms)
    assert [word[:1].isupper() for word in words] == [word[:1].isupper() for word in forms]


@given(ENTRIES, CASES)
def test_no_yo_appears_that_the_author_does_not_write(entry: list[str], case: Case) -> None:
    if "ё" not in entry[0].lower():
        assert "ё" not in decline_phrase(entry[0], case, entry[1] or None).form.lower()


@given(
    st.sampled_from(["директор", "заведующий", "учитель-логопед", "главный бухгалтер", "школа"]),
    st.sampled_from(["МБОУ «СОШ № 5»", "по работе с детьми", ""]),
    CASES,
)
def test_the_plural_made_here_is_read_back(head: str, tail: str, case: Case) -> None:
    text = f"{head} {tail}".strip()
    plural = decline_phrase(text, Case.NOMINATIVE, Number.PLURAL).form
    through = decline_phrase(plural, case).form
    assert through == decline_phrase(text, case, Number.PLURAL).form


@given(
    st.lists(
        st.sampled_from([row[0] for row in PHRASES if re.fullmatch(r"[а-яё]+ы", row[0])]),
        min_size=1,
        max_size=5,
        unique=True,
    ),
    CASES,
)
def test_a_list_inflects_as_its_members_do(members: list[str], case: Case) -> None:
    forms = [decline_phrase(member, case).form for member in members]
    assert decline_phrase(", ".join(members), case).form == ", ".join(forms)
    if len(members) > 1:
        text = ", ".join(members[:-1]) + f" и {members[-1]}"
        assert decline_phrase(text, case).form == ", ".join(forms[:-1]) + f" и {forms[-1]}"
