"""Small edits of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.source import SourceDocument, SourceText, parse_source
from roadmapkit.source.edit import replace_values

ORDER = """\
# Приказ
kind: order
id: order-1   # не менять
state: draft
date:
title: >-
  О плане
  мероприятий
---
kind: order
id: order-2
"""


def documents(text: str) -> tuple[SourceDocument, ...]:
    return parse_source(SourceText.from_string("f", text)).documents


def test_values_are_replaced_and_everything_else_stays() -> None:
    edited = replace_values(documents(ORDER)[0], {"state": "registered", "date": "15.01.2024"})
    assert edited == ORDER.replace("draft", "registered").replace("date:", "date: 15.01.2024")


def test_a_key_that_is_missing_is_written_below_the_id() -> None:
    edited = replace_values(documents(ORDER)[0], {"number": "046", "place": "г. Сосновск"})
    below = 'id: order-1   # не менять\nnumber: 046\nplace: "г. Сосновск"\n'
    assert edited == ORDER.replace("id: order-1   # не менять\n", below)


def test_the_second_document_is_edited_where_it_stands() -> None:
    edited = replace_values(documents(ORDER)[1], {"number": "46"})
    assert edited == ORDER + "number: 46\n"


def test_line_ends_are_kept() -> None:
    edited = replace_values(documents("id: x\r\na: 1\r\n")[0], {"b": "2", "a": "3"})
    assert edited == "id: x\r\nb: 2\r\na: 3\r\n"


@pytest.mark.parametrize("value", ["yes", "a: b", "#5", '"', "\\", "- x", "true", "15.01.2024"])
def test_a_written_value_is_read_back_as_the_text_it_was(value: str) -> None:
    edited = replace_values(documents("id: x\na: 1\n")[0], {"a": value})
    assert documents(edited)[0].data == {"id": "x", "a": value}


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1))
def test_any_printed_text_survives_an_edit(value: str) -> None:
    (document,) = documents(replace_values(documents("id: x\na: 1\n")[0], {"a": value}))
    assert str(document.data["a"]) == value
