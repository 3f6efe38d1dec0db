"""What holds for every cell, however it is written."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.resolve.parties.pieces import read_pieces
from roadmapkit.resolve.parties.reading import resolve_parties
from roadmapkit.resolve.parties.tokens import tokenize

PARTIES = (
    "Лугова Е.Ю.",
    "С.С. Сухих",
    "Руководители ШНОР",
    "кураторы ШНОР",
    "начальник отдела",
    "Управление образования",
    "МКУ КРО",
    "МБОУ «Школа № 5, опорная»",
    "ИМЦ",
    "ОО",
    "Специалисты отдела (рабочая группа)",
    "общеобразовательные организации",
    "классные руководители школ",
)
SEPARATORS = (", ", "; ", "\n", ",\n", ",")
WORDS = st.sampled_from(
    (
        *PARTIES,
        *SEPARATORS,
        " ",
        "и",
        "с",
        "(",
        ")",
        "«",
        "»",
        "«А «Б»",
        "12",
        "№",
        "–",
        "и.о.",
        "по",
    )
)
BESIDE_NAME = re.compile(r"(?<=\.),\s*(?=нач)|(?<=х),\s*(?=нач)|(?<=отдела)\n(?=[ЛС])")
SEPARATING = re.compile(r"\W+|\b(?:и|с|со|совместно|на|за|через|или|также|а)\b")


def listed(parties: list[str], separators: list[str]) -> str:
    """Join parties by separators in turn."""
    text = parties[0]
    for party, separator in zip(parties[1:], separators, strict=False):
        text += separator + party
    return text


@given(
    st.lists(st.sampled_from(PARTIES), min_size=1, max_size=6, unique=True),
    st.lists(st.sampled_from(SEPARATORS), min_size=6, max_size=6),
)
def test_a_list_with_separators_is_read_back(parties: list[str], separators: list[str]) -> None:
    found = resolve_parties(listed(parties, separators)).parties
    # A post beside a name is one party with it.
    apart = [part for party in found for part in BESIDE_NAME.split(party.text)]
    assert apart == parties


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_pieces_lie_in_order_and_cover_all_but_separators(text: str) -> None:
    tokens = tokenize(text)
    pieces = read_pieces(tokens)
    position = 0
    skipped = ""
    for piece in pieces:
        assert piece.first < piece.last
        start, end = tokens[piece.first].start, tokens[piece.last - 1].end
        assert start >= position
        skipped += text[position:start] + " "
        position = end
    skipped += text[position:]
    nested_out = re.sub(r"(?<=[(])([^()]*)[(][^()]*[)]", r"\1", skipped)
    remarks_out = re.sub(r"[(][^()]*[)]?", " ", nested_out)
    numbering_out = re.sub(r"\d+\s*[.)]", " ", remarks_out)
    assert SEPARATING.sub("", numbering_out) == ""


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_without_failing_and_offsets_are_true(text: str) -> None:
    for party in resolve_parties(text).parties:
        assert text[party.start : party.end] == party.text
        assert party.normalized or not party.text.strip()


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_reading_is_repeatable(text: str) -> None:
    assert resolve_parties(text) == resolve_parties(text)
