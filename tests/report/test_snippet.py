from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.diagnostics import Span
from roadmapkit.report.display import visible
from roadmapkit.report.snippet import snippet


def shown(line: str, start: int, end: int, width: int = 100) -> list[str]:
    return snippet([line], Span("plan.yaml", 1, start, 1, end), width=width)


def underlined(rows: list[str]) -> str:
    """The characters above the carets, where each takes one column."""
    text, marks = rows
    return text[marks.index("^") : marks.rindex("^") + 1]


class TestSnippet:
    def test_underlines_the_stretch(self) -> None:
        assert shown("due: январь 2024", 6, 12) == [
            " 1 | due: январь 2024",
            "   |      ^^^^^^",
        ]

    def test_an_empty_stretch_has_one_caret(self) -> None:
        assert shown("title:", 3, 3)[1] == "   |   ^"

    def test_a_stretch_behind_the_end_has_a_caret_behind_the_line(self) -> None:
        assert shown("title:", 7, 7)[1] == "   |       ^"
        assert shown("title:", 70, 90)[1] == "   |       ^"

    def test_an_empty_line_has_a_caret_at_its_beginning(self) -> None:
        assert shown("", 1, 1) == [" 1 |", "   | ^"]

    def test_a_tab_is_as_wide_in_the_text_as_under_it(self) -> None:
        assert shown("\tdue: x", 2, 5) == [" 1 |     due: x", "   |     ^^^"]
        assert shown("a\tb", 2, 3)[1] == "   |  ^^^^"

    def test_a_wide_character_takes_two_carets(self) -> None:
        assert shown("漢字: x", 1, 3)[1] == "   | ^^^^"

    def test_a_combining_mark_takes_no_caret_of_its_own(self) -> None:
        decomposed = unicodedata.normalize("NFD", "й")
        assert shown(f"{decomposed} x", 4, 5)[1] == "   |   ^"

    def test_a_character_that_cannot_be_seen_is_shown_as_its_number(self) -> None:
        assert shown("a\u200bb", 2, 3) == [" 1 | a<U+200B>b", "   |  ^^^^^^^^"]

    def test_a_line_that_does_not_exist_gives_nothing(self) -> None:
        assert snippet(["one"], Span("f", 2, 1, 2, 1), width=80) == []
        assert snippet([], Span("f", 0, 1, 0, 1), width=80) == []

    def test_line_numbers_of_several_digits_keep_the_caret_in_place(self) -> None:
        lines = [""] * 99 + ["key: x"]
        assert snippet(lines, Span("f", 100, 1, 100, 4), width=80) == [
            " 100 | key: x",
            "     | ^^^",
        ]


class TestSeveralLines:
    def test_are_underlined_to_the_end_of_the_first(self) -> None:
        rows = snippet(["a: |", "  b", "  c"], Span("f", 1, 4, 3, 4), width=80)
        assert rows == [" 1 | a: |", "   |    ^…"]

    def test_a_stretch_that_ends_with_its_line_has_no_ellipsis(self) -> None:
        assert snippet(["a: b", "c: d"], Span("f", 1, 4, 2, 1), width=80)[1] == "   |    ^"


class TestLongLines:
    def test_are_cut_on_both_sides_of_the_stretch(self) -> None:
        rows = shown("а" * 200 + "СРОК" + "б" * 200, 201, 205, width=60)
        assert underlined(rows) == "СРОК"
        assert rows[0].startswith(" 1 | …а")
        assert rows[0].endswith("б…")

    def test_keep_their_beginning_where_the_stretch_stands_there(self) -> None:
        rows = shown("СРОК" + "б" * 200, 1, 5, width=60)
        assert rows[0].startswith(" 1 | СРОКб")
        assert rows[0].endswith("б…")

    def test_keep_their_end_where_the_stretch_stands_there(self) -> None:
        rows = shown("а" * 200 + "СРОК", 201, 205, width=60)
        assert underlined(rows) == "СРОК"
        assert not rows[0].endswith("…")

    def test_show_the_beginning_of_a_stretch_that_does_not_fit(self) -> None:
        rows = shown("а" * 100 + "СРОК" + "б" * 200, 101, 305, width=60)
        assert underlined(rows).startswith("СРОКб")

    @given(
        st.text(st.sampled_from("аЖ x\t漢\u0301\u200b"), max_size=120),
        st.integers(1, 125),
        st.integers(0, 125),
        st.integers(10, 90),
    )
    def test_neither_row_is_wider_than_asked_and_some_caret_is_there(
        self, line: str, start: int, length: int, width: int
    ) -> None:
        text, marks = shown(line, start, start + length, width)
        room = max(width, 26)
        assert _columns(text) <= room
        assert len(marks) <= room
        assert "^" in marks

    @given(st.lists(st.sampled_from("аб漢"), min_size=1, max_size=150), st.data())
    def test_the_caret_stands_under_the_first_character_of_the_stretch(
        self, characters: list[str], data: st.DataObject
    ) -> None:
        at = data.draw(st.integers(0, len(characters) - 1))
        characters[at] = "Ж"
        text, marks = shown("".join(characters), at + 1, at + 2, width=50)
        assert _columns(text[: text.index("Ж")]) == marks.index("^")
        assert marks.count("^") == 1


class TestVisible:
    def test_keeps_text_on_one_line(self) -> None:
        assert visible("один\nдва\r\nтри") == "один два три"

    def test_does_not_pass_terminal_commands_on(self) -> None:
        assert visible("\x1b[31mх") == "<U+001B>[31mх"


def _columns(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    marks = sum(unicodedata.category(character) == "Mn" for character in text)
    return len(text) + wide - marks
