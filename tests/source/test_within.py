"""Places of the characters of a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.source import SourceText, parse_source
from roadmapkit.source.scalars import written_scalar
from roadmapkit.source.within import character_places, span_within


def _part(yaml: str, words: str) -> str:
    document = parse_source(SourceText.from_string("a.yaml", f"kind: x\nid: x\n{yaml}")).documents[
        0
    ]
    origin = document.origin(("text",))
    value = document.value(("text",))
    start = value.index(words)
    span = span_within(origin, start, start + len(words))
    lines = document.source.lines
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first = lines[span.line - 1][span.column - 1 :]
    return f"{first}|{lines[span.end_line - 1][: span.end_column - 1]}"


@pytest.mark.parametrize(
    ("yaml", "words", "there"),
    [
        ("text: план на год", "на год", "на год"),
        ("text: 'план ''на'' год'", "на", "на"),
        ('text: "план \\"на\\" год"', "год", "год"),
        ("text: |\n  первая\n  вторая строка\n", "вторая", "вторая"),
        ("text: >\n  первая\n  вторая строка\n", "первая вторая", "первая|  вторая"),
        ("text: первая\n  вторая строка", "вторая", "вторая"),
    ],
)
def test_a_part_of_a_text_is_found_in_its_file(yaml: str, words: str, there: str) -> None:
    assert _part(yaml, words) == there


def test_a_text_in_escapes_has_no_places() -> None:
    source = SourceText.from_string("a.yaml", 'kind: x\nid: x\ntext: "\\u043f\\u043b"')
    origin = parse_source(source).documents[0].origin(("text",))
    assert character_places(origin) is None
    assert span_within(origin, 0, 1) == origin.span


@given(st.text(st.sampled_from("абв '\":#-«»,."), min_size=1).filter(str.strip))
def test_every_visible_character_stands_where_it_is_said_to(text: str) -> None:
    source = SourceText.from_string("a.yaml", f"kind: x\nid: x\ntext: {written_scalar(text)}")
    documents = parse_source(source).documents
    origin = documents[0].origin(("text",))
    value = documents[0].value(("text",))
    places = character_places(origin)
    assert places is not None
    for character, place in zip(value, places, strict=True):
        if not character.isspace():
            assert source.text[place] == character
