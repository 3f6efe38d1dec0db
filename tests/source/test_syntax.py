"""Faults of syntax: what is said, and at which character."""

from __future__ import annotations

import pytest
import yaml

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.source import ParsedSource, SourceText, parse_source

PARSERS = [yaml.CSafeLoader, yaml.SafeLoader]


def parse(text: str, loader: type = yaml.CSafeLoader) -> ParsedSource:
    return parse_source(SourceText.from_string("план.yaml", text), loader=loader)


def place(found: Diagnostic) -> str:
    span = found.span
    assert span is not None
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


CASES = [
    # a tab
    ("a:\n\tb: 1\n", "SRC011", "2:1-2:2", "A tab where only spaces may stand"),
    ("a:\n  b: 1\n\t c: 2\n", "SRC011", "3:1-3:3", "A tab where only spaces may stand"),
    ("a:\n  -\tb: 1\n    c: 2\n", "SRC011", "2:4-2:5", "A tab where only spaces may stand"),
    # no space after a colon or a dash
    ("kind: roadmap\ntitle:Отчёт\nid: x\n", "SRC012", "2:1-2:7", "No space after 'title:'"),
    ("kind: roadmap\ntitle:Отчёт\n", "SRC012", "2:1-2:7", "No space after 'title:'"),
    ("kind:roadmap\nid: x\n", "SRC012", "1:1-1:6", "No space after 'kind:'"),
    ("kind:roadmap\n", "SRC012", "1:1-1:6", "No space after 'kind:'"),
    ("a:#5\nb: 1\n", "SRC012", "1:1-1:3", "No space after 'a:'"),
    ("a:\n  - б\n  -в\n", "SRC012", "3:3-3:4", "No space after '-'"),
    # indentation
    ("a: 1\n b: 2\n", "SRC013", "2:2-2:6", "The indentation of 'b: 2' is 1"),
    ("a:\n    b: 1\n  c: 2\n", "SRC013", "3:3-3:7", "that of the lines above it is 0, 4"),
    ("a:\n  - b: 1\n   c: 2\n", "SRC013", "3:4-3:8", "that of the lines above it is 0, 2, 4"),
    ("a:\n  - b: 1\n      c: 2\n", "SRC013", "3:7-3:11", "The indentation of 'c: 2' is 6"),
    ("  a: 1\nb: 2\n", "SRC013", "2:1-2:5", "The indentation of 'b: 2' is 0"),
    ("a: |\n  б\n в\nd: 1\n", "SRC013", "3:2-3:3", "The indentation of 'в' is 1"),
    ("- a\nb: 1\n", "SRC013", "2:1-2:5", "The key 'b: 1' stands where an item"),
    ("a: б\n- в\n", "SRC013", "2:1-2:2", "A list item stands where a key should be"),
    ("a:\n  b: 1\n  - c\n", "SRC013", "3:3-3:4", "A list item stands where a key should be"),
    # quotation marks
    ('a: "текст\nb: 2\n', "SRC014", "1:4-1:10", 'The quotation mark " is not closed'),
    ('a: "текст\nb: "в"\nc: 1\n', "SRC014", "1:4-1:10", 'The quotation mark " is not closed'),
    ("a: 'текст\n", "SRC014", "1:4-1:10", "The quotation mark ' is not closed"),
    ("a: 'it's'\nb: 1\n", "SRC019", "1:4-1:10", "The value ends with ' but the line goes on"),
    ('a: "ООО "Луч" и"\nb: 1\n', "SRC019", "1:4-1:17", "goes on: 'Луч\" и\"'"),
    ('a: "б" в\nc: 1\n', "SRC019", "1:4-1:9", "the line goes on: 'в'"),
    ('a: ["б" в]\nc: 1\n', "SRC019", "1:5-1:11", "the line goes on: 'в]'"),
    ('a: "C:\\Users"\n', "SRC018", "1:7-1:9", "\\U means nothing inside double quotation marks"),
    ('a: "х\\дом"\n', "SRC018", "1:6-1:8", "\\д means nothing"),
    # brackets
    ("a: [б, в\nc: 1\n", "SRC015", "1:4-1:9", "The bracket [ is not closed"),
    ("a: {b: 1\nc: 1\n", "SRC015", "1:4-1:9", "The bracket { is not closed"),
    ("a: [б\n", "SRC015", "1:4-1:6", "The bracket [ is not closed"),
    ("a: [б}\n", "SRC015", "1:6-1:7", "} where ] or a comma should be"),
    ("a: {b: 1}}\n", "SRC015", "1:10-1:11", "The bracket } closes nothing"),
    ("title: [Проект] план\nid: 1\n", "SRC019", "1:8-1:21", "ends with ] but the line goes on"),
    # characters that mean something at the beginning of a text
    ("a: @всем\n", "SRC016", "1:4-1:9", "@ at the beginning of '@всем' has a meaning"),
    ("a: `код`\n", "SRC016", "1:4-1:9", "` at the beginning"),
    ("a: %доля\n", "SRC016", "1:4-1:9", "% at the beginning"),
    ("a: *важно\n", "SRC016", "1:4-1:10", "* at the beginning"),
    ("a: **важно** слово\n", "SRC016", "1:4-1:19", "* at the beginning"),
    ("a: & слово\n", "SRC016", "1:4-1:11", "& at the beginning"),
    ("a: !важно\n", "SRC016", "1:4-1:10", "! at the beginning"),
    ("a: |текст\n", "SRC016", "1:4-1:10", "| at the beginning"),
    ("a: > 5 человек\n", "SRC016", "1:4-1:15", "> at the beginning"),
    ("a: ? вопрос\n", "SRC016", "1:4-1:12", "? at the beginning"),
    ("a: , б\n", "SRC016", "1:4-1:7", ", at the beginning"),
    ("a: ]\n", "SRC016", "1:4-1:5", "] at the beginning"),
    ("a: - б\n", "SRC016", "1:4-1:7", "- at the beginning"),
    ("a: -\n", "SRC016", "1:4-1:5", "- at the beginning"),
    # a colon
    ("title: Анализ: итоги\n", "SRC017", "1:8-1:21", "A colon inside the unquoted text"),
    ("title: Анализ:\nid: 1\n", "SRC017", "1:8-1:15", "the unquoted text 'Анализ:'"),
    ("a:\n  - title: Об итогах: отчёт\n", "SRC017", "2:12-2:28", "'Об итогах: отчёт'"),
    ("a: «б» в: г # д\n", "SRC017", "1:4-1:12", "A colon inside the unquoted text"),
    # other lines that are no YAML
    ("a: 1\nтекст\nb: 1\n", "SRC010", "2:1-2:6", "No key and colon in the line 'текст'"),
    ("a: 1\nтекст\n", "SRC010", "2:1-2:6", "No key and colon in the line 'текст'"),
    ("а б в\nd: 1\n", "SRC010", "1:1-1:6", "No key and colon in the line 'а б в'"),
    ("a: 1\n: б\n", "SRC024", "2:1-2:2", "There is no key before the colon"),
    ("a: Школа #5\n  и другие\nb: 1\n", "SRC010", "1:10-1:12", "# makes the rest of its line"),
    ("a: 1\n... б\n", "SRC010", "2:5-2:6", "this line begins no other"),
    ("a: 1\n...\nb: 2\n", "SRC010", "3:1-3:5", "this line begins no other"),
    ("%YAML 3.0\n---\na: 1\n", "SRC010", "1:1-1:10", "YAML cannot be read on from here"),
    ("a: 1\nтекст", "SRC010", "2:1-2:6", "No key and colon in the line 'текст'"),
    ("ключ\n  б: в\n", "SRC010", "1:1-1:5", "No key and colon in the line 'ключ'"),
    ("a:\n  - ключ\n    б: в\n", "SRC010", "2:5-2:9", "No key and colon in the line 'ключ'"),
    ("a: б\n\n>-\n  в\n", "SRC010", "3:1-3:3", "No key and colon in the line '>-'"),
    ("a: б\n  в\n  - г: д\n", "SRC017", "3:3-3:9", "text from above, 'б', runs on"),
    ("a: : б\n", "SRC016", "1:4-1:7", ": at the beginning of ': б'"),
    ("a:\n  - b:в\n      г\n    d: 1\n", "SRC012", "2:5-2:7", "No space after 'b:'"),
    ("a:\n  - b\n,  - c\n", "SRC010", "3:1-3:2", "A line cannot begin with ,"),
    ("a: >-\n  б\n]  в\n", "SRC010", "3:1-3:2", "A line cannot begin with ]"),
    ("a:\n  - : б\n", "SRC024", "2:5-2:6", "There is no key before the colon"),
    ("a: {: б}\n", "SRC024", "1:5-1:6", "There is no key before the colon"),
]


@pytest.mark.parametrize("loader", PARSERS)
@pytest.mark.parametrize(("text", "code", "where", "words"), CASES)
def test_a_fault_of_syntax_is_named_where_the_author_made_it(
    text: str, code: str, where: str, words: str, loader: type
) -> None:
    parsed = parse(text, loader)
    (found,) = parsed.diagnostics
    assert found.code == code
    assert place(found) == where
    assert words in str(found.message)
    assert found.hint is not None
    assert len(parsed.broken) == 1


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("title: Анализ: итоги\n", 'title: "Анализ: итоги"\n'),
        ('title: «Луч»: "новый"\n', "title: '«Луч»: \"новый\"'\n"),
        ("title: [Проект] план\n", 'title: "[Проект] план"\n'),
        ("title: @всем\n", 'title: "@всем"\n'),
        ('title: "ООО "Луч" и"\n', "title: 'ООО \"Луч\" и'\n"),
        ("title: 'it's'\n", 'title: "it\'s"\n'),
    ],
)
def test_the_quoted_text_of_the_hint_is_the_way_out(text: str, advice: str) -> None:
    (found,) = parse(text).diagnostics
    assert found.hint is not None
    assert f"title: {found.hint.args['quoted']}\n" == advice
    assert parse(advice).diagnostics == ()


def test_a_hint_at_a_dash_after_a_colon_offers_a_list() -> None:
    (found,) = parse("a: - б\n").diagnostics
    assert "list on the next line" in str(found.hint)


def test_messages_and_hints_end_without_a_full_stop() -> None:
    for text, *_ in CASES:
        (found,) = parse(text).diagnostics
        assert not str(found.message).endswith(".")
        assert not str(found.hint).endswith(".")
