"""New items at the end of a list of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.source import SourceDocument, SourceText, append_items, parse_source

NEW = {"activity": "a1", "status": "не выполнено", "date": "15.01.2024"}
TEXT = """\
# Отчёт
id: hod
entries:
  # первая
  - activity: a0   # не менять
    status: 'выполнено'
    text: |
      Строка
      ещё

  # хвост
title: "Отчёт"
---
id: other
entries: []
"""


def documents(text: str) -> tuple[SourceDocument, ...]:
    return parse_source(SourceText.from_string("f", text)).documents


def appended(text: str, *items: dict[str, str | list[str]], number: int = 0) -> str:
    return append_items(documents(text)[number], "entries", items)


def test_an_item_is_written_as_its_neighbours_are_indented() -> None:
    lines = ["  - activity: a1", "    status: не выполнено", "    date: 15.01.2024"]
    edited = appended(TEXT, dict(NEW))
    assert edited == TEXT.replace("      ещё\n", "\n".join(["      ещё", *lines]) + "\n")


@pytest.mark.parametrize("empty", ["entries:\n", "entries: []\n", "entries: null  # пусто\n", ""])
def test_an_empty_or_missing_list_is_written_in_block_style(empty: str) -> None:
    edited = appended(f"id: hod\n{empty}", {"activity": "a1"})
    assert documents(edited)[0].data["entries"] == [{"activity": "a1"}]
    assert "entries:" in edited
    assert "  - activity: a1" in edited
    assert ("# пусто" in edited) == ("# пусто" in empty)


def test_the_second_document_is_edited_where_it_stands() -> None:
    edited = appended(TEXT, {"activity": "a1"}, number=1)
    assert edited == TEXT.replace("entries: []", "entries:\n  - activity: a1")


def test_a_list_in_brackets_stays_in_brackets() -> None:
    text = "id: hod\nentries: [{activity: a0, status: x},\n  {activity: b}\n  ]  # все\n"
    edited = appended(text, {"activity": "a1", "text": ["А, Б", "В"]})
    assert edited.endswith('{activity: b}, {activity: a1, text: ["А, Б", В]}\n  ]  # все\n')


def test_a_list_at_the_margin_goes_on_at_the_margin() -> None:
    edited = appended("id: hod\nentries:\n- activity: a0\ntitle: А\n", {"activity": "a1"})
    assert edited == "id: hod\nentries:\n- activity: a0\n- activity: a1\ntitle: А\n"


def test_items_of_flow_style_in_a_block_list_are_followed_by_block_style() -> None:
    text = "id: hod\nentries:\n  - {activity: a0}  # первая"
    assert appended(text, {"activity": "a1"}) == f"{text}\n  - activity: a1"


def test_line_ends_are_kept() -> None:
    edited = appended("id: x\r\nentries:\r\n  - activity: a\r\nb: 1\r\n", {"activity": "c"})
    assert edited == "id: x\r\nentries:\r\n  - activity: a\r\n  - activity: c\r\nb: 1\r\n"


def test_blank_lines_that_belong_to_the_last_value_stay_its_own() -> None:
    text = "id: x\nentries:\n  - activity: a\n    text: |+\n      А\n\n\nb: 1\n"
    (document,) = documents(appended(text, {"activity": "c"}))
    assert document.data["entries"] == [{"activity": "a", "text": "А\n\n\n"}, {"activity": "c"}]


def test_nothing_added_changes_nothing() -> None:
    assert appended(TEXT) == TEXT


def test_a_value_that_is_no_list_is_refused() -> None:
    with pytest.raises(ValueError, match="no list"):
        appended("id: x\nentries: текст\n", {"activity": "c"})


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["activity", "text", "evidence"]),
            st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)
            | st.lists(st.text("аб: #,\"'-[]{}\n", min_size=1), min_size=1, max_size=3),
            min_size=1,
        ),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from([TEXT, "id: x\n", "id: x\nentries: [{a: b}]\n", "id: x\nentries:\n- a: b"]),
)
def test_any_item_is_read_back_and_nothing_else_changes(
    items: list[dict[str, str | list[str]]], text: str
) -> None:
    before = documents(text)[0].data
    after = documents(appended(text, *items))[0].data
    held = before.get("entries") or []
    assert {**after, "entries": None} == {**before, "entries": None}
    assert after["entries"][: len(held)] == held
    added = after["entries"][len(held) :]
    assert [{k: told(v) for k, v in one.items()} for one in added] == items


def told(value: object) -> object:
    return [str(one) for one in value] if isinstance(value, list) else str(value)
