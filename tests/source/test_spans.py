"""Where values and keys stand, to the character."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapkit.diagnostics import Span
from roadmapkit.source import NodePath, Origin, SourceDocument, SourceText, parse_source

PLAN = """\
# Комментарий
kind: roadmap
title:   «План»   # ещё комментарий
sections:
  - title: Первый
    activities: [а, "б"]
    note: |
      Первая строка
      вторая строка


  - title: >-
      Второй
      раздел

    empty:
# после
last:
  deep: {a: 1, b: [x , y]}
"""


def read(text: str, number: int = 0) -> SourceDocument:
    return parse_source(SourceText.from_string("план.yaml", text)).documents[number]


def place(span: Span) -> tuple[int, int, int, int]:
    assert span.file == "план.yaml"
    return span.line, span.column, span.end_line, span.end_column


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("kind",), (2, 7, 2, 14)),
        (("title",), (3, 10, 3, 16)),
        (("sections",), (5, 3, 16, 11)),
        (("sections", 0), (5, 5, 9, 20)),
        (("sections", 0, "activities"), (6, 17, 6, 25)),
        (("sections", 0, "activities", 0), (6, 18, 6, 19)),
        (("sections", 0, "activities", 1), (6, 21, 6, 24)),
        (("sections", 0, "note"), (7, 11, 9, 20)),
        (("sections", 1, "title"), (12, 12, 14, 13)),
        (("sections", 1, "empty"), (16, 11, 16, 11)),
        (("last", "deep"), (19, 9, 19, 27)),
        (("last", "deep", "b"), (19, 19, 19, 26)),
        (("last", "deep", "b", 1), (19, 24, 19, 25)),
        ((), (2, 1, 19, 27)),
    ],
)
def test_the_span_of_a_value_is_tight(path: NodePath, expected: tuple[int, int, int, int]) -> None:
    assert place(read(PLAN).span(path)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), (3, 1, 3, 6)),
        (("sections", 1, "title"), (12, 5, 12, 10)),
        (("last", "deep", "b"), (19, 16, 19, 17)),
        (("sections", 1), (12, 5, 16, 11)),
        ((), (2, 1, 2, 5)),
    ],
)
def test_the_span_of_a_key_is_the_key_alone(
    path: NodePath, expected: tuple[int, int, int, int]
) -> None:
    assert place(read(PLAN).key_span(path)) == expected


@pytest.mark.parametrize(
    ("path", "ancestor"),
    [
        (("absent",), ()),
        (("title", "inside"), ("title",)),
        (("sections", 7), ("sections",)),
        (("sections", 0, "absent", 3, "x"), ("sections", 0)),
    ],
)
def test_a_path_that_does_not_exist_means_its_nearest_ancestor(
    path: NodePath, ancestor: NodePath
) -> None:
    document = read(PLAN)
    assert document.span(path) == document.span(ancestor)
    assert document.key_span(path) == document.key_span(ancestor)


def test_an_origin_is_the_document_and_the_path() -> None:
    document = read(PLAN)
    origin = document.origin(("sections",)).child(0, "activities").child(1)
    assert origin == Origin(document, ("sections", 0, "activities", 1))
    assert origin.span == document.span(origin.path)
    assert Origin(document, ("kind",)).key_span == document.key_span(("kind",))


def test_positions_stay_right_after_windows_line_ends_and_wide_characters() -> None:
    document = read("a: 😀 и\r\nb:\r\n  - |\r\n    два\r\n    три\r\n  - c: д\r\n")
    assert place(document.span(("a",))) == (1, 4, 1, 7)
    assert place(document.span(("b", 0))) == (3, 5, 5, 8)
    assert place(document.span(("b", 1, "c"))) == (6, 8, 6, 9)
    assert document.data["b"][0] == "два\nтри\n"


def test_the_second_document_is_placed_in_the_file_not_in_itself() -> None:
    document = read("a: 1\n---\nb:\n  - c\n", 1)
    assert place(document.span(("b", 0))) == (4, 5, 4, 6)
    assert place(document.span()) == (3, 1, 4, 6)


def test_a_quoted_key_is_found_by_its_text() -> None:
    document = read("'два слова': 1\n\"\\u0430\": 2\n")
    assert place(document.key_span(("два слова",))) == (1, 1, 1, 12)
    assert place(document.span(("а",))) == (2, 11, 2, 12)


def test_values_behind_an_alias_stand_at_their_anchor() -> None:
    document = read("a: &x\n  b: [1, 2]\nc: *x\n")
    assert document.data["c"] == {"b": [1, 2]}
    assert place(document.span(("c",))) == (3, 4, 3, 6)
    assert place(document.span(("c", "b", 1))) == (2, 10, 2, 11)


def test_the_first_of_two_equal_keys_is_the_one_that_has_a_place() -> None:
    document = read("a: 1\nb: 2\na: {c: 3}\nd: 4\n")
    assert document.data == {"a": 1, "b": 2, "d": 4}
    assert place(document.span(("a",))) == (1, 4, 1, 5)
    assert place(document.span(("d",))) == (4, 4, 4, 5)


texts = st.text(
    st.characters(
        codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufeff"
    ),
    max_size=15,
)
keys = st.text(st.sampled_from("abcdxyz_"), min_size=1, max_size=6)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=25,
)


def leaves(value: Any, path: NodePath = ()) -> list[tuple[NodePath, Any]]:
    if isinstance(value, dict) and value:
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list) and value:
        return [
            leaf for number, inner in enumerate(value) for leaf in leaves(inner, (*path, number))
        ]
    return [(path, value)]


class PlainDumper(yaml.SafeDumper):
    """Quotes every text, so that only what the library types is plain."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


PlainDumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'")
)


@settings(max_examples=200)
@given(
    st.dictionaries(keys, values, min_size=1, max_size=5),
    st.sampled_from([True, False, None]),
    st.sampled_from([yaml.SafeLoader, yaml.CSafeLoader]),
)
def test_what_a_dumper_writes_is_read_back_with_the_text_of_every_leaf_at_its_span(
    data: dict[str, Any], flow: bool | None, loader: type
) -> None:
    text = yaml.dump(data, Dumper=PlainDumper, allow_unicode=True, default_flow_style=flow)
    source = SourceText.from_string("план.yaml", text)
    (document,) = parse_source(source, loader=loader).documents
    assert document.data == data
    for path, value in leaves(data):
        start, end = document.extent(path)
        assert yaml.load(text[start:end] or "null", yaml.SafeLoader) == value
        assert document.span(path) == source.span(start, end)
