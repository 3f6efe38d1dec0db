"""What holds for every cell, however it is written."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.model.directory import Directory
from roadmapkit.resolve.directory.index import DirectoryIndex
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
        "совместно с",
        "при участии",
        "во взаимодействии с",
        "по согласованию",
        "и др.",
        "Исполнители:",
        "тел. 2-12-34",
        "или",
    )
)
ONLY_NUMBERED = DirectoryIndex(
    [
        (
            Directory.model_validate(
                {"kind": "directory", "organizations": [{"id": "о-1", "name": "Учреждение № 1"}]}
            ),
            None,
        )
    ]
)
BESIDE_NAME = re.compile(r"(?<=[.х]),?\s*(?=нач)|(?<=отдела)\n(?=[ЛС])")
CONNECTING = re.compile(r"\b(?:и|или|а также|совместно со?|при участии|во взаимодействии с)\b")


def unnamed(text: str) -> str:
    """Return a cell with spaces in place of its parties."""
    tokens = tokenize(text)
    for piece in read_pieces(tokens):
        start, end = tokens[piece.first].start, tokens[piece.last - 1].end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def without(text: str, remarks: tuple[str, ...]) -> str:
    """Return a text with each of the remarks taken out of it once."""
    for remark in sorted(remarks, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(remark)}(?!\w)", " ", text, count=1)
    return text


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
def test_pieces_lie_in_order_and_do_not_overlap(text: str) -> None:
    tokens = tokenize(text)
    position = 0
    for piece in read_pieces(tokens):
        assert piece.first < piece.last
        assert tokens[piece.first].start >= position
        position = tokens[piece.last - 1].end


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_every_letter_is_in_a_party_a_remark_or_a_connecting_word(text: str) -> None:
    reading = resolve_parties(text, ONLY_NUMBERED)
    rest = unnamed(text)
    # A word may be said twice, once to connect and once as a remark.
    first = without(CONNECTING.sub(" ", rest), reading.remarks)
    second = CONNECTING.sub(" ", without(rest, reading.remarks))
    assert not all(any(map(str.isalpha, left)) for left in (first, second))


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_each_party_that_a_directory_lacks_is_reported_in_its_own_words(text: str) -> None:
    reading = resolve_parties(text, ONLY_NUMBERED)
    told = " ".join(str(found.message) for found in reading.diagnostics)
    for party in reading.parties:
        assert party.ref is None
        oneself = party.text.lower() in {"за собой", "на себя"}
        assert oneself or repr(party.text) in told or repr(party.normalized) in told


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_without_failing_and_offsets_are_true(text: str) -> None:
    for party in resolve_parties(text).parties:
        assert text[party.start : party.end] == party.text
        assert party.normalized or not party.text.strip()


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_reading_is_repeatable(text: str) -> None:
    assert resolve_parties(text) == resolve_parties(text)
