"""Slips that YAML accepts without a word."""

from __future__ import annotations

import pytest

from roadmapkit.diagnostics import Diagnostic, Severity
from roadmapkit.source import ParsedSource, SourceText, parse_source
from roadmapkit.source.slips import is_split_phrase


def parse(text: str) -> ParsedSource:
    return parse_source(SourceText.from_string("план.yaml", text))


def place(found: Diagnostic) -> str:
    span = found.span
    assert span is not None
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


class TestCommaInsideBrackets:
    @pytest.mark.parametrize(
        ("text", "where", "phrase"),
        [
            ("due: [январь, 2024]\n", "1:7-1:19", "январь, 2024"),
            ("due: [1 сентября, 2024 г.]\n", "1:7-1:26", "1 сентября, 2024 г."),
            ("for: [школы (№ 1, № 2), все]\n", "1:7-1:23", "школы (№ 1, № 2)"),
            ("result: [«Мир, труд», май]\n", "1:10-1:21", "«Мир, труд»"),
            ("result: [Меры, которые приняты]\n", "1:10-1:31", "Меры, которые приняты"),
            ("result: [все, в том числе сады]\n", "1:10-1:31", "все, в том числе сады"),
        ],
    )
    def test_neighbours_that_read_as_one_phrase_are_a_warning(
        self, text: str, where: str, phrase: str
    ) -> None:
        (found,) = parse(text).diagnostics
        assert (found.code, found.severity) == ("SRC030", Severity.WARNING)
        assert place(found) == where
        assert found.message.args == {"phrase": phrase}
        assert str(found.hint) == f'Put the text in quotation marks: "{phrase}"'

    @pytest.mark.parametrize(
        "text",
        [
            "a: [Руководители школ, Орлова Н.П.]\n",
            "a: [школа-15, школа-19]\n",
            "a: [1, 2, 3]\n",
            "a: [Школа № 15, 19]\n",
            "a: [2023 год, 2024 год]\n",
            "a: [март 2023 г., май 2024 г.]\n",
            'a: ["январь", 2024]\n',
            "a: ['Меры', 'которые приняты']\n",
            "a: [number, activity, {column: due, width: 30}]\n",
            "a: [Котельников А.А., Аносов Б.Б.]\n",
            "a: [«Луч», (запас)]\n",
            "a: []\n",
        ],
    )
    def test_lists_are_left_alone(self, text: str) -> None:
        assert parse(text).diagnostics == ()

    def test_a_phrase_split_inside_braces_is_an_error_and_its_tail_no_key(self) -> None:
        parsed = parse("due:\n  - {when: январь, 2024, for: [а]}\n")
        (found,) = parsed.diagnostics
        assert (found.code, found.severity) == ("SRC030", Severity.ERROR)
        assert place(found) == "2:12-2:24"
        assert found.hint is not None
        assert found.hint.args == {"quoted": '"январь, 2024"'}
        assert parsed.documents[0].data == {"due": [{"when": "январь", "for": ["а"]}]}

    def test_a_lone_word_in_braces_is_an_error(self) -> None:
        (found,) = parse("a: {слово}\n").diagnostics
        assert (found.code, place(found)) == ("SRC010", "1:5-1:10")

    def test_the_braces_of_a_template_are_one_error(self) -> None:
        (found,) = parse("a: {{ имя }}\n").diagnostics
        assert (found.code, place(found)) == ("SRC024", "1:5-1:12")

    def test_a_key_without_a_space_after_its_colon_is_named(self) -> None:
        (found,) = parse("a: {b:1}\n").diagnostics
        assert (found.code, place(found)) == ("SRC012", "1:5-1:7")

    def test_keys_of_braces_may_have_empty_and_adjacent_values(self) -> None:
        parsed = parse('a: {b: , "c":1, d: }\n')
        assert parsed.diagnostics == ()
        assert parsed.documents[0].data == {"a": {"b": None, "c": 1, "d": None}}

    def test_a_number_of_a_phrase_with_digits_is_no_sign_of_a_split(self) -> None:
        assert not is_split_phrase("школа 15", "19", alone=True, tight=False)
        assert is_split_phrase("январь", "2024 года", alone=True, tight=False)

    @pytest.mark.parametrize(
        "text",
        ["a: [Показатель, 2026, 2027]\n", "a: [Обучено, null, 20]\n", "a: [Школа, 90, 85]\n"],
    )
    def test_a_row_of_a_table_is_no_phrase(self, text: str) -> None:
        assert parse(text).diagnostics == ()

    def test_a_decimal_comma_is_noticed(self) -> None:
        (found,) = parse("a: [Школа № 1, 90,5]\n").diagnostics
        assert (found.code, place(found)) == ("SRC030", "1:16-1:20")


class TestCommentInsideAText:
    @pytest.mark.parametrize(
        ("text", "where", "cut"),
        [
            ("title: Школа #5\n", "1:14-1:16", "#5"),
            ("title: Школа # 5\n", "1:14-1:17", "# 5"),
            ("- title: Школа #5 и сад\n", "1:16-1:24", "#5 и сад"),
            ("a:\n  - Тег #важное\nb: 1\n", "2:9-2:16", "#важное"),
            ("a: [Школа #5\n  ]\n", "1:11-1:13", "#5"),
        ],
    )
    def test_the_text_that_became_a_comment_is_quoted(
        self, text: str, where: str, cut: str
    ) -> None:
        parsed = parse("x:\n" + text if text.startswith("-") else text)
        (found,) = parsed.diagnostics
        assert (found.code, found.severity) == ("SRC031", Severity.WARNING)
        shifted = where if not text.startswith("-") else where.replace("1:", "2:")
        assert place(found) == shifted
        assert found.message.args["cut"] == cut

    def test_the_hint_holds_the_whole_text_in_quotation_marks(self) -> None:
        (found,) = parse("title: Школа #5\n").diagnostics
        assert '"Школа #5"' in str(found.hint)

    def test_an_empty_value_before_a_comment_without_a_space_is_suspect(self) -> None:
        (found,) = parse("number: #46\nid: x\n").diagnostics
        assert (found.code, place(found)) == ("SRC031", "1:9-1:12")

    @pytest.mark.parametrize(
        "text",
        [
            "title: Школа # важно\n",
            "title: Школа # 5 причин\n",
            "# 5\ntitle: Школа\n#5\n",
            'title: "Школа #5"\n',
            'title: "Школа" #5\n',
            "title: Школа#5\n",
            "title: |\n  Школа #5\n",
            "title: >\n  Школа #5\n",
            "title: Школа ####\n",
            "a: #список\n  - б\n",
        ],
    )
    def test_real_comments_and_whole_texts_are_left_alone(self, text: str) -> None:
        assert parse(text).diagnostics == ()


class TestMissingSpaceThatFoldsLines:
    def test_a_key_that_became_part_of_the_text_above_is_a_warning(self) -> None:
        (found,) = parse("a:\n  title: Отчёт\n    due:январь\n").diagnostics
        assert (found.code, found.severity) == ("SRC012", Severity.WARNING)
        assert place(found) == "3:5-3:9"

    def test_list_items_without_a_space_are_named_one_by_one(self) -> None:
        found = parse("a:\n  -первый\n  - второй\n  -третий\n").diagnostics
        assert [place(one) for one in found] == ["2:3-2:4", "3:3-3:4", "4:3-4:4"]

    @pytest.mark.parametrize(
        "text",
        [
            "a: Отчёт\n  https://example.org/x\n",
            "a: первый\n  -второй\n",
            "a: -5\n",
            "a: -слово\n",
            "a: Отчёт\n  в 10:30\n",
        ],
    )
    def test_other_folded_texts_are_left_alone(self, text: str) -> None:
        assert parse(text).diagnostics == ()
