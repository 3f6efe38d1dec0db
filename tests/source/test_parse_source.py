"""Documents of a file, and faults that leave a file readable."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapkit.diagnostics import Diagnostic, Severity, Span
from roadmapkit.source import ParsedSource, SourceText, parse_source
from roadmapkit.source.anchors import MAX_ALIASED
from roadmapkit.source.codes import CODES
from roadmapkit.source.compose import MAX_DEPTH


def parse(text: str) -> ParsedSource:
    return parse_source(SourceText.from_string("план.yaml", text))


def place(found: Diagnostic) -> str:
    span = found.span
    assert span is not None
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def listed(parsed: ParsedSource) -> list[tuple[str, str]]:
    return [(found.code, place(found)) for found in parsed.diagnostics]


class TestDocuments:
    def test_every_document_between_two_marks_is_read(self) -> None:
        parsed = parse("# голова\n---\nid: а\n---\nid: б\n...\n---\nid: в\n")
        assert [document.data["id"] for document in parsed.documents] == ["а", "б", "в"]
        assert parsed.diagnostics == ()

    def test_a_broken_document_hides_no_other(self) -> None:
        parsed = parse(
            "kind: order\nid: один\ntitle: Об: этом\n---\nid: два\n"
            "---\nid: три\na: 'х\n---\nid: ещё\n"
        )
        assert [document.data["id"] for document in parsed.documents] == ["два", "ещё"]
        assert listed(parsed) == [("SRC017", "3:8-3:16"), ("SRC014", "8:4-8:6")]
        assert [broken.id for broken in parsed.broken] == ["один", "три"]
        assert parsed.broken[0].kind == "order"
        assert parsed.broken[1].span == Span("план.yaml", 6, 1, 6, 4)

    def test_findings_name_the_document_they_are_in(self) -> None:
        parsed = parse("id: один\nа: 1\nа: 2\n---\nid: два\nб: Об: этом\n---\nв: #5\nid: 3\n")
        assert [found.documents for found in parsed.diagnostics] == [("один",), ("два",), ("3",)]
        assert [len(document.diagnostics) for document in parsed.documents] == [1, 1]

    def test_the_beginning_of_a_broken_document_is_no_document(self) -> None:
        parsed = parse("  id: один\ntitle: б\n")
        assert parsed.documents == ()
        assert len(parsed.broken) == 1

    @pytest.mark.parametrize("text", ["", "\n\n", "# только слова\n", "  \n"])
    def test_an_empty_file_is_a_warning(self, text: str) -> None:
        parsed = parse(text)
        (found,) = parsed.diagnostics
        assert (found.code, found.severity) == ("SRC005", Severity.WARNING)
        assert str(found.message) == "The file holds no document"

    @pytest.mark.parametrize(
        ("text", "where"), [("a: 1\n---\n", "2:1-2:4"), ("---\n---\na: 1\n", "1:1-1:4")]
    )
    def test_nothing_between_two_marks_is_a_warning(self, text: str, where: str) -> None:
        parsed = parse(text)
        assert listed(parsed) == [("SRC005", where)]
        assert len(parsed.documents) == 1

    @pytest.mark.parametrize(
        ("text", "where", "words"),
        [
            ("просто слова\n", "1:1-1:13", "a mere value, 'просто слова'"),
            ("46\n", "1:1-1:3", "a mere value, 46"),
            ("- a\n- b\n", "1:1-2:4", "a list"),
            ("a: 1\n---\n[]\n", "3:1-3:3", "a list"),
        ],
    )
    def test_a_document_that_is_not_a_mapping_is_an_error(
        self, text: str, where: str, words: str
    ) -> None:
        parsed = parse(text)
        assert listed(parsed) == [("SRC006", where)]
        assert words in str(parsed.diagnostics[0].message)
        assert len(parsed.broken) == 1

    def test_windows_line_ends_and_a_directive_are_no_hindrance(self) -> None:
        parsed = parse("%YAML 1.1\r\n---\r\nid: а\r\n---\r\nid: б\r\n")
        assert [document.data["id"] for document in parsed.documents] == ["а", "б"]
        assert parsed.diagnostics == ()


class TestFaultsThatLeaveADocumentReadable:
    def test_every_duplicate_key_points_at_the_first(self) -> None:
        parsed = parse("a: 1\nb:\n  c: 1\n  c: 2\na: {x: 1, x: 2}\n'a': 3\n")
        assert listed(parsed) == [
            ("SRC020", "4:3-4:4"),
            ("SRC020", "5:1-5:2"),
            ("SRC020", "5:11-5:12"),
            ("SRC020", "6:1-6:4"),
        ]
        assert "'a' stands here for the second time; first on line 1, column 1" in str(
            parsed.diagnostics[1].message
        )
        assert parsed.documents[0].data == {"a": 1, "b": {"c": 1}}

    def test_a_merge_key_is_refused_and_its_quoted_twin_is_not(self) -> None:
        parsed = parse("base: &b {x: 1}\na:\n  <<: *b\n  y: 2\n'<<': 3\n")
        assert listed(parsed) == [("SRC021", "3:3-3:5")]
        assert parsed.documents[0].data == {"base": {"x": 1}, "a": {"y": 2}, "<<": 3}

    @pytest.mark.parametrize(
        ("text", "where", "tag"),
        [
            ("a: !name 1\n", "1:4-1:9", "!name"),
            ("a: !!python/object:os.system [ls]\n", "1:4-1:29", "!!python/object:os.system"),
            ("a: &x !t 1\nc: *x\n", "1:7-1:9", "!t"),
            ("!root\na: 1\n", "1:1-1:6", "!root"),
            ("a: ! важно\n", "1:4-1:5", "!"),
        ],
    )
    def test_a_tag_is_refused_and_never_acted_upon(self, text: str, where: str, tag: str) -> None:
        parsed = parse(text)
        assert listed(parsed) == [("SRC023", where)]
        assert parsed.diagnostics[0].message.args == {"tag": tag}

    def test_a_tagged_scalar_stays_text(self) -> None:
        assert parse("a: !!int 46\n").documents[0].data == {"a": "46"}

    @pytest.mark.parametrize(
        ("text", "where"),
        [
            ("? [a]\n: 1\n", "1:3-1:6"),
            ("[a]: 1\n", "1:1-1:4"),
            ("{a: 1}: 1\n", "1:1-1:7"),
            ("'': 1\n", "1:1-1:3"),
        ],
    )
    def test_a_key_that_is_no_text_is_refused(self, text: str, where: str) -> None:
        assert listed(parse(text)) == [("SRC024", where)]

    def test_an_alias_for_a_key_is_refused(self) -> None:
        assert (
            listed(parse("a: &x b\n*x : 1\n"))
            == [("SRC024", "2:1-2:3"), ("SRC022", "1:4-1:6")][::-1]
        )


class TestAliases:
    def test_an_alias_repeats_the_value_of_its_anchor(self) -> None:
        parsed = parse("a: &x [1, да]\nb: *x\nc: {d: *x}\n")
        assert parsed.diagnostics == ()
        assert parsed.documents[0].data == {"a": [1, "да"], "b": [1, "да"], "c": {"d": [1, "да"]}}

    def test_an_alias_without_an_anchor_is_an_error(self) -> None:
        parsed = parse("a: *x\n")
        assert listed(parsed) == [("SRC022", "1:4-1:6")]
        assert "No anchor &x" in str(parsed.diagnostics[0].message)

    def test_an_anchor_of_another_document_is_none(self) -> None:
        assert listed(parse("a: &x 1\nb: *x\n---\nc: *x\n")) == [("SRC022", "4:4-4:6")]

    def test_an_alias_inside_its_own_value_is_an_error(self) -> None:
        parsed = parse("a: &x\n  b: [*x]\n")
        assert listed(parsed) == [("SRC022", "2:7-2:9")]
        assert "inside the value that it repeats" in str(parsed.diagnostics[0].message)
        assert parsed.documents[0].data == {"a": {"b": [None]}}

    def test_an_anchor_that_nothing_uses_was_probably_text(self) -> None:
        parsed = parse("title: &we вместе\n")
        assert listed(parsed) == [("SRC022", "1:8-1:11")]
        assert parsed.diagnostics[0].severity is Severity.WARNING

    def test_a_bomb_of_aliases_is_refused_before_it_unfolds(self) -> None:
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
        parsed = parse("\n".join(lines))
        assert {found.code for found in parsed.diagnostics} == {"SRC022"}
        assert str(MAX_ALIASED) in str(parsed.diagnostics[0].message)

        def size(value: object) -> int:
            return 1 + sum(map(size, value)) if isinstance(value, list) else 1

        assert sum(map(size, parsed.documents[0].data.values())) < 2 * MAX_ALIASED


class TestNesting:
    def test_the_limit_is_allowed(self) -> None:
        depth = MAX_DEPTH - 1
        assert parse("a: " + "[" * depth + "]" * depth + "\n").diagnostics == ()

    @pytest.mark.parametrize("opening", ["[", "{a: "])
    def test_deeper_nesting_is_refused_and_the_next_document_read(self, opening: str) -> None:
        parsed = parse("a: " + opening * 100_000 + "\n---\nb: 1\n")
        (found,) = parsed.diagnostics
        assert found.code == "SRC025"
        assert parsed.documents[0].data == {"b": 1}

    def test_deep_blocks_are_refused_too(self) -> None:
        text = "".join(" " * depth + "a:\n" for depth in range(200))
        assert listed(parse(text)) == [("SRC025", "65:65-65:66")]


class TestConflictMarkers:
    TEXT = "id: x\n<<<<<<< HEAD\ntitle: наш\n=======\ntitle: их\n>>>>>>> ветка\nnumber: 5\n"

    def test_each_marker_is_reported_and_our_side_is_read(self) -> None:
        parsed = parse(self.TEXT)
        assert listed(parsed) == [
            ("SRC007", "2:1-2:13"),
            ("SRC007", "4:1-4:8"),
            ("SRC007", "6:1-6:14"),
        ]
        assert parsed.documents[0].data == {"id": "x", "title": "наш", "number": 5}
        assert parsed.documents[0].span(("number",)).line == 7

    def test_the_common_ancestor_of_diff3_is_reported_too(self) -> None:
        text = self.TEXT.replace("=======", "||||||| основа\ntitle: был\n=======")
        assert [found.code for found in parse(text).diagnostics] == ["SRC007"] * 4

    def test_a_marker_left_alone_hides_no_other_line(self) -> None:
        parsed = parse("id: x\n>>>>>>> ветка\na: 1\na: 2\n")
        assert listed(parsed) == [("SRC007", "2:1-2:14"), ("SRC020", "4:1-4:2")]

    def test_equals_signs_in_a_text_are_no_marker(self) -> None:
        assert parse("a: |\n  Итоги\n  =======\n  b\n").diagnostics == ()
        assert parse("a: |\n  x\nb: <<<<<<< не начало строки\n").diagnostics == ()


class TestControlCharacters:
    @pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85"])
    def test_a_raw_one_is_reported_and_read_as_a_space(self, character: str) -> None:
        parsed = parse(f"id: x\ntitle: до{character}после\n")
        assert listed(parsed) == [("SRC004", "2:10-2:11")]
        assert parsed.documents[0].data["title"] == "до после"

    @pytest.mark.parametrize("character", ["\u2028", "\u2029", "\ufffe", "\ud800"])
    def test_separators_and_half_characters_are_reported_too(self, character: str) -> None:
        assert listed(parse(f"title: до{character}после\n")) == [("SRC004", "1:10-1:11")]

    @pytest.mark.parametrize(
        ("escape", "length"), [(r"\0", 2), (r"\a", 2), (r"\e", 2), (r"\x0B", 4), (r"\u000c", 6)]
    )
    def test_an_escaped_one_is_reported_at_its_escape(self, escape: str, length: int) -> None:
        parsed = parse(f'a: "\\\\0 и\\n{escape}!"\n')
        assert listed(parsed) == [("SRC004", f"1:12-1:{12 + length}")]

    def test_escapes_that_a_document_can_hold_are_left_alone(self) -> None:
        parsed = parse('a: "\\t\\n\\"\\u00a0\\\\a\\x41"\n')
        assert parsed.diagnostics == ()
        assert parsed.documents[0].data["a"] == '\t\n"\u00a0\\aA'


SCRAPS = [
    *(
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "\t",
        "a",
        "ключ",
        ":",
        ": ",
        "- ",
        "-",
        "? ",
        "[",
        "]",
        "{",
        "}",
    ),
    *(", ", ",", '"', "'", "|", ">", "|-\n", "#", " #5", " # ", "&x", "*x", "!t", "%", "@", "`"),
    *("---", "\n---\n", "...", "\n...\n", "<<", "46", "null", "\r\n", "\r", "\\", "\\x0", "\x00"),
    *(
        "\ufeff",
        "\u2028",
        "\u00a0",
        "<<<<<<< x\n",
        "\n=======\n",
        ">>>>>>> y\n",
        "😀",
        "«",
        "»",
        "текст",
    ),
]


@settings(max_examples=600, deadline=None)
@given(
    st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join),
    st.sampled_from([yaml.SafeLoader, yaml.CSafeLoader]),
)
def test_any_text_is_read_or_explained_and_every_span_lies_in_the_file(
    text: str, loader: type
) -> None:
    source = SourceText.from_string("f", text)
    parsed = parse_source(source, loader=loader)
    assert parsed.diagnostics or parsed.documents
    known = {code.id for code in CODES}
    for found in parsed.diagnostics:
        assert found.code in known
        assert str(found.message)
        assert str(found.hint)
        span = found.span
        assert span is not None
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert 1 <= span.end_line <= len(source.lines)
        assert span.end_column <= len(source.lines[span.end_line - 1]) + 2
    for document in parsed.documents:
        for path in walk(document.data):
            start, end = document.extent(path)
            assert 0 <= start <= end <= len(source.text)


def walk(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [path, *(p for key, inner in value.items() for p in walk(inner, (*path, key)))]
    if isinstance(value, list):
        return [path, *(p for n, inner in enumerate(value) for p in walk(inner, (*path, n)))]
    return [path]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=20).map("".join))
def test_a_broken_document_never_changes_its_neighbours(text: str) -> None:
    if ">>>>>>>" in text or "<<<<<<<" in text:
        return
    parsed = parse("id: первый\n---\n" + text + "\n---\nid: последний\n")
    ids = [document.data.get("id") for document in parsed.documents]
    assert ids[0] == "первый"
    assert ids[-1] == "последний"


def test_codes_are_unique_and_every_one_is_told_apart() -> None:
    assert len({code.id for code in CODES}) == len(CODES)
    assert all(code.id.startswith("SRC") and len(code.id) == 6 for code in CODES)


def test_every_code_is_raised_by_some_test_of_this_folder() -> None:
    tests = "".join(path.read_text() for path in sorted(Path(__file__).parent.glob("test_*.py")))
    assert [code.id for code in CODES if f'"{code.id}"' not in tests] == []
