"""Keys whose characters are not what they look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.diagnostics import Severity, Span
from roadmapkit.source import SourceText, parse_source
from roadmapkit.source.keys import inspect_key, to_latin


@pytest.mark.parametrize(
    ("key", "meant", "words"),
    [
        ("titlе", "title", "is a Cyrillic letter"),  # the last letter is Cyrillic
        ("сolumns", "columns", "is a Cyrillic letter"),
        ("ИMЦ", "ИМЦ", "'M' is a Latin letter"),
        ("МKУ", "МКУ", "'K' is a Latin letter"),
        ("title\u00a0", "title", "U+00A0 NO-BREAK SPACE"),
        ("\u00a0 title", "title", "U+00A0 NO-BREAK SPACE"),
        ("ti\u200btle", "title", "U+200B ZERO WIDTH SPACE"),
        ("\ufeffkind", "kind", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("дорожная\u00ad карта", "дорожная карта", "U+00AD SOFT HYPHEN"),
        ("“title”", "title", "typographic"),
        ("«title»", "title", "typographic"),
        ("‘due’", "due", "typographic"),
    ],
)
def test_a_deceptive_key_is_named_and_read_as_it_was_meant(
    key: str, meant: str, words: str
) -> None:
    source = SourceText.from_string("f", f"a:\n  {key}: 1\n")
    parsed = parse_source(source)
    (found,) = parsed.diagnostics
    assert (found.code, found.severity) == ("SRC026", Severity.ERROR)
    assert found.span == Span("f", 2, 3, 2, 3 + len(key))
    assert words in str(found.message)
    assert parsed.documents[0].data == {"a": {meant: 1}}
    assert parsed.documents[0].key_span(("a", meant)) == found.span


@pytest.mark.parametrize(
    "key",
    [
        *("title", "for-whom", "при_чём", "ИМЦ", "МБОУ «СОШ № 1»", "МБОУ «СОШ №\u00a01»"),
        *("IT-отдел", "Wi-Fi", "VIII-й класс", "ПIZZA", "2024", "«Точка роста»", "№"),
    ],
)
def test_keys_of_any_language_are_left_alone(key: str) -> None:
    assert inspect_key(key) is None


def test_a_deceptive_key_is_reported_each_time_it_stands_in_the_file() -> None:
    source = SourceText.from_string("f", "- titlе: 1\n- titlе: 2\n")
    found = parse_source(SourceText.from_string("f", "a:\n" + source.text)).diagnostics
    assert [one.span.line for one in found if one.span] == [2, 3]


def test_a_deceptive_key_still_counts_as_a_duplicate() -> None:
    found = parse_source(SourceText.from_string("f", "title: 1\ntitlе: 2\n")).diagnostics
    assert {one.code for one in found} == {"SRC020", "SRC026"}


def test_cyrillic_letters_are_turned_into_the_latin_ones_they_look_like() -> None:
    assert to_latin("аеорсху АВСЕНКМОРТХ") == "aeopcxy ABCEHKMOPTX"


@given(st.text(max_size=10))
def test_the_key_that_was_meant_has_no_fault_of_the_same_kind(key: str) -> None:
    fault = inspect_key(key)
    if fault is not None:
        again = inspect_key(fault.meant)
        assert again is None or again.message.template != fault.message.template
