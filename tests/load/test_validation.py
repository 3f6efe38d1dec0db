"""Documents into models: what is said about each mistake, and at which character."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from schema_values import spoilt

from roadmapkit.diagnostics import Diagnostic, Severity
from roadmapkit.load import validate
from roadmapkit.load.codes import CODES
from roadmapkit.model.order import Order
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.source import SourceText, parse_source

PLAN = "kind: roadmap\nid: plan\ntitle: План\n"
ORDER = "kind: order\nid: order-1\ntitle: О плане\n"
ACTIVITY = PLAN + "activities:\n  - title: Дело\n"
CLAUSES = ORDER + "clauses:\n"


def findings(text: str) -> tuple[Diagnostic, ...]:
    parsed = parse_source(SourceText.from_string("план.yaml", text))
    (document,) = parsed.documents
    model, found = validate(document)
    assert (model is None) is bool(found)
    return found


def place(found: Diagnostic) -> str:
    span = found.span
    assert span is not None
    assert span.file == "план.yaml"
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def test_a_sound_document_is_a_model_without_findings() -> None:
    (document,) = parse_source(SourceText.from_string("f", ACTIVITY)).documents
    model, found = validate(document)
    assert found == ()
    assert isinstance(model, Roadmap)
    assert model.activities[0].title == "Дело"


# Text, code, place, what the message says, what the hint says.
CASES = [
    # the kind
    ("id: x\ntitle: y\n", "SCH001", "1:1-1:3", "`kind:` is missing", "kind:` and one of: roadmap,"),
    ("id: x\nclauses: []\n", "SCH001", "1:1-1:3", "`kind:` is missing", "with `kind: order`"),
    ("id: x\nkind:\nsections: []\n", "SCH001", "2:1-2:5", "is missing", "with `kind: roadmap`"),
    ("kind: roadmaps\n", "SCH002", "1:7-1:15", "'roadmaps' is no kind", "Write 'roadmap'"),
    ("kind: Приказ\n", "SCH002", "1:7-1:13", "'Приказ' is no kind", "Write 'order'"),
    ("kind: щквук\n", "SCH002", "1:7-1:12", "'щквук' is no kind", "Write 'order'"),
    ("kind: ордер\n", "SCH002", "1:7-1:12", "'ордер' is no kind", "There are: roadmap, order"),
    ("kind: [order]\n", "SCH002", "1:7-1:14", "is no kind", "There are: roadmap, order"),
    # unknown keys
    (PLAN + "titel: y\n", "SCH003", "4:1-4:6", "'titel' has no meaning here", "Write 'title'"),
    (PLAN + "Columns: []\n", "SCH003", "4:1-4:8", "'Columns'", "Write 'columns'"),
    (PLAN + "column-numbers: true\n", "SCH003", "4:1-4:15", "", "Write 'column_numbers'"),
    (ACTIVITY + "    вгу: май\n", "SCH003", "6:5-6:8", "'вгу'", "Write 'due'"),
    (ACTIVITY + "    срок: май\n", "SCH003", "6:5-6:9", "'срок'", "Write 'due'"),
    (ACTIVITY + "    Ответственный: ИМЦ\n", "SCH003", "6:5-6:18", "", "Write 'responsible'"),
    (ACTIVITY + "    xyz: 1\n", "SCH003", "6:5-6:8", "'xyz'", "There are: id, title, items"),
    (ACTIVITY + "    due: {when: май, bracket: true}\n", "SCH003", "6:22-6:29", "", "'brackets'"),
    # missing keys
    ("kind: roadmap\nid: x\n", "SCH004", "1:1-1:5", "'title' is missing", "Add `title:` – Назв"),
    (
        PLAN + "sections:\n  - id: a\n",
        "SCH004",
        "5:5-5:7",
        "'title' is missing",
        "Название раздела",
    ),
    (PLAN + "period: {start: 2024-01-01}\n", "SCH004", "4:1-4:7", "'end' is missing", "Последний"),
    (PLAN + "sections:\n  - {}\n", "SCH004", "5:5-5:7", "'title' is missing", "Add"),
    # values of another type
    (PLAN + "alias: {a: 1, b: 2}\n", "SCH005", "4:8-4:20", "stand a text, here is a mapping", ">-"),
    (PLAN + "alias: [а, б]\n", "SCH005", "4:8-4:14", "here is a list", 'quotation marks: "а, б"'),
    (PLAN + "alias: true\n", "SCH005", "4:8-4:12", "here is the value true", '"true"'),
    (PLAN + "sections: текст\n", "SCH005", "4:11-4:16", "a list, here is the text 'текст'", "dash"),
    (PLAN + "sections:\n  title: а\n", "SCH005", "5:3-5:11", "here is a mapping", "Put a dash"),
    (
        PLAN + "sections: [текст]\n",
        "SCH005",
        "4:12-4:17",
        "a mapping, here is the text",
        "id, title",
    ),
    (
        PLAN + "sections: [[а]]\n",
        "SCH005",
        "4:12-4:15",
        "a mapping, here is a list",
        "Take the dash",
    ),
    (PLAN + "sections: [5]\n", "SCH005", "4:12-4:13", "here is the number 5", "key: value"),
    (PLAN + "column_numbers: да\n", "SCH005", "4:17-4:19", "true or false", "Write true without"),
    (
        PLAN + 'column_numbers: "no"\n',
        "SCH005",
        "4:17-4:21",
        "true or false",
        "Write false without",
    ),
    (PLAN + "column_numbers: 1\n", "SCH005", "4:17-4:18", "true or false", "Write true or false"),
    (PLAN + "column_numbers:\n", "SCH005", "4:16-4:16", "here is nothing", "Write true or false"),
    (
        PLAN + "columns: [{field: а, width: 5 мм}]\n",
        "SCH005",
        "4:29-4:33",
        "whole number",
        "digits",
    ),
    (ORDER + "date: [1]\n", "SCH005", "4:7-4:10", "a date, here is a list", "31.01.2024"),
    # fixed words
    (ORDER + "form: указ\n", "SCH006", "4:7-4:11", "'указ' is no value of 'form'", "приказ, расп"),
    (ORDER + "form: Приказ\n", "SCH006", "4:7-4:13", "'Приказ'", "Write 'приказ'"),
    (ORDER + "form: распаряжение\n", "SCH006", "4:7-4:19", "", "Write 'распоряжение'"),
    (ORDER + "form: [приказ]\n", "SCH005", "4:7-4:15", "here is a list", '"приказ"'),
    ("kind: settings\nprofile: {line_spacing: 1}\n", "SCH006", "2:25-2:26", "'1'", '"1"'),
    # texts that say nothing
    (
        "kind: roadmap\nid: x\ntitle:\n",
        "SCH007",
        "3:1-3:6",
        "'title' has no value",
        "Write the text",
    ),
    ('kind: roadmap\nid: x\ntitle: " "\n', "SCH007", "3:1-3:6", "'title' has no value", ""),
    (ACTIVITY + "    items: [а, '']\n", "SCH007", "6:16-6:18", "An item of 'items' is empty", ""),
    (ACTIVITY + "    items:\n      -\n", "SCH007", "7:8-7:8", "An item of 'items' is empty", ""),
    # ids and dates
    (
        "kind: roadmap\nid: план 2024\ntitle: y\n",
        "SCH008",
        "2:5-2:14",
        "is no id",
        "Write 'план-2024'",
    ),
    ("kind: roadmap\nid: '…'\ntitle: y\n", "SCH008", "2:5-2:8", "'…' is no id", "letters, digits"),
    (
        ORDER + "date: 1.9.2024\n",
        "SCH009",
        "4:7-4:15",
        "'1.9.2024' is no date",
        "Write '01.09.2024'",
    ),
    (ORDER + "date: 2024-9-1\n", "SCH009", "4:7-4:15", "is no date", "Write '01.09.2024'"),
    (ORDER + "date: 30.02.2024\n", "SCH009", "4:7-4:17", "is no date", "no such day"),
    (ORDER + "date: 01.09.1812\n", "SCH009", "4:7-4:17", "is no date", "1900 to 2199"),
    (ORDER + "date: 1 сентября\n", "SCH009", "4:7-4:17", "is no date", "as 31.01.2024 or"),
    (ORDER + "date: 2024\n", "SCH009", "4:7-4:11", "'2024' is no date", "as 31.01.2024 or"),
    (
        PLAN + "period: {start: , end: 2024-01-01}\n",
        "SCH007",
        "4:10-4:15",
        "'start' has no value",
        "",
    ),
    # numbers
    (
        PLAN + "columns: [{field: а, width: 0}]\n",
        "SCH010",
        "4:29-4:30",
        "0 under 'width'",
        "least value is 1",
    ),
    (
        PLAN + "columns: [{field: а, width: 1001}]\n",
        "SCH010",
        "4:29-4:33",
        "too large",
        "value is 1000",
    ),
    ("kind: settings\nformat: 99\n", "SCH010", "2:9-2:11", "too large", "greatest value is 1"),
    # entries that do not say what they are
    (CLAUSES + "  - aprove: plan\n", "SCH011", "5:5-5:11", "none of its keys", "'approve'"),
    (CLAUSES + "  - foo: 1\n    bar: 2\n", "SCH011", "5:5-5:8", "foo, bar", "approve (утвердить)"),
    (CLAUSES + "  - {}\n", "SCH011", "5:5-5:7", "has no keys", "text (пункт словами)"),
    # lists of nothing
    (
        CLAUSES + "  - approve: []\n",
        "SCH007",
        "5:14-5:16",
        "list under 'approve' is",
        "at least one",
    ),
    (CLAUSES + "  - approve:\n", "SCH007", "5:5-5:12", "'approve' has no value", "delete"),
    # a text with a colon
    (
        CLAUSES + "  - О мерах: отчёт\n",
        "SCH012",
        "5:5-5:19",
        "the text 'О мерах: отчёт'",
        '"О мерах: отчёт"',
    ),
    (
        ACTIVITY + "    items:\n      - О мерах: отчёт\n",
        "SCH012",
        "7:9-7:23",
        "'О мерах: отчёт'",
        "",
    ),
    (
        CLAUSES + "  - assign: ИМЦ\n    items:\n      - О мерах: отчёт\n",
        *("SCH012", "7:9-7:23", "'О мерах: отчёт'", ""),
    ),
]


@pytest.mark.parametrize(("text", "code", "where", "words", "advice"), CASES)
def test_a_mistake_is_one_finding_where_the_author_made_it(
    text: str, code: str, where: str, words: str, advice: str
) -> None:
    (found,) = findings(text)
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert place(found) == where
    assert words in str(found.message)
    assert advice in str(found.hint)
    assert not str(found.message).endswith(".")
    assert not str(found.hint).endswith(".")


def test_a_missing_key_and_its_misspelling_are_one_finding() -> None:
    (found,) = findings("kind: roadmap\nid: x\ntitel: План\n")
    assert (found.code, place(found)) == ("SCH003", "3:1-3:6")


def test_a_missing_key_and_an_unrelated_unknown_one_are_two() -> None:
    found = findings("kind: roadmap\nid: x\nfoo: План\n")
    assert {one.code for one in found} == {"SCH003", "SCH004"}


def test_all_mistakes_of_a_document_are_reported_in_the_order_of_the_file() -> None:
    text = ORDER + (
        "form: указ\ndate: 2024\nclauses:\n"
        "  - assign: ИМЦ\n    items:\n      - txt: сделать\n"
        "        due: {when: май, brackets: нет}\n"
    )
    found = findings(text)
    assert [(one.code, one.span.line if one.span else 0) for one in found] == [
        ("SCH006", 4),
        ("SCH009", 5),
        ("SCH003", 9),
        ("SCH005", 10),
    ]


def test_only_the_branch_that_the_author_took_is_judged() -> None:
    (found,) = findings(ACTIVITY + "    due:\n      - when: май\n        for: {а: 1, б: 2}\n")
    assert (found.code, place(found)) == ("SCH005", "8:14-8:26")


def test_a_tag_of_a_choice_is_not_taken_for_a_key_of_the_same_name() -> None:
    (found,) = findings(
        CLAUSES + "  - assign: [ИМЦ]\n    items:\n      - text: а\n        due: {x: 1}\n"
    )
    assert (found.code, place(found)) == ("SCH003", "8:15-8:16")


def test_an_item_of_items_of_items_has_its_place() -> None:
    text = (
        CLAUSES
        + "  - text: а\n    items:\n      - text: б\n        items:\n          - text: [в]\n"
    )
    (found,) = findings(text)
    assert (found.code, place(found)) == ("SCH005", "9:19-9:22")


@pytest.mark.parametrize(
    ("identity", "expected"), [("id: x-1\n", ("x-1",)), ("id: 46\n", ("46",)), ("", ())]
)
def test_findings_name_the_document_where_its_id_is_known(
    identity: str, expected: tuple[str, ...]
) -> None:
    found = findings(f"kind: order\n{identity}title: [а]\n")
    assert {one.documents for one in found} == {expected}


def test_numbers_are_printed_as_they_were_written() -> None:
    (document,) = parse_source(SourceText.from_string("f", ORDER + "number: 046\n")).documents
    model, _ = validate(document)
    assert isinstance(model, Order)
    assert model.number == "046"


@settings(max_examples=150)
@given(
    spoilt(
        {
            "kind": "order",
            "id": "x",
            "title": "y",
            "form": "приказ",
            "date": "31.01.2024",
            "clauses": [
                {"approve": ["а", {"document": "б"}]},
                "текст",
                {"assign": "в", "items": ["г", {"text": "д", "due": [{"when": "май"}]}]},
            ],
            "appendices": [{"parts": [{"text": "е"}, {"table": {"columns": ["ж"]}}]}],
        }
    )
)
def test_every_finding_has_a_known_code_a_place_and_a_way_out(data: dict[str, object]) -> None:
    source = SourceText.from_string("f", json.dumps(data, ensure_ascii=False, indent=1))
    (document,) = parse_source(source).documents
    _, found = validate(document)
    assert {one.code for one in found} <= {code.id for code in CODES} - {"SCH013"}
    for one in found:
        assert one.span is not None
        assert one.span.end_line <= len(source.lines)
        assert str(one.message)
        assert str(one.hint)


def test_codes_are_unique_and_stand_in_order() -> None:
    ids = [code.id for code in CODES]
    assert ids == sorted(set(ids))
    assert len({code.name for code in CODES}) == len(CODES)
