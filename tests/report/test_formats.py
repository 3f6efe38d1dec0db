from __future__ import annotations

import json
from dataclasses import replace

import pytest

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity, Span
from roadmapkit.report import (
    format_annotations,
    format_diagnostic,
    format_json,
    format_sarif,
    format_summary,
    format_text,
)
from roadmapkit.report.junit import format_junit
from roadmapkit.report.quality import format_quality

LINES = {"plan.yaml": ["kind: roadmap", "titel: План", "period: 2024"]}
UNKNOWN_KEY = Diagnostic(
    "TST002",
    Severity.ERROR,
    Message("What is {key!r}?", key="titel"),
    Span("plan.yaml", 2, 1, 2, 6),
    hint=Message("Perhaps title"),
    norm="ГОСТ Р 7.0.97-2025, п. 5.1",
    documents=("plan-2024",),
)
PLACELESS = Diagnostic("TST001", Severity.WARNING, Message("Nothing to do"))
REMARK = Diagnostic("TST003", Severity.INFO, Message("By the way"), Span("order.yaml", 1, 1, 3, 1))
ALL = (REMARK, UNKNOWN_KEY, PLACELESS)


class TestText:
    def test_shows_place_severity_code_sentence_line_hint_and_norm(self) -> None:
        block = format_diagnostic(UNKNOWN_KEY, LINES["plan.yaml"], language="en")
        assert block.split("\n") == [
            "plan.yaml:2:1: error TST002: What is 'titel'?",
            " 2 | titel: План",
            "   | ^^^^^",
            "  hint: Perhaps title",
            "  norm: ГОСТ Р 7.0.97-2025, п. 5.1",
        ]

    def test_labels_are_russian_by_default(self) -> None:
        block = format_diagnostic(UNKNOWN_KEY)
        assert "plan.yaml:2:1: ошибка TST002: " in block
        assert "\n  подсказка: " in block
        assert "\n  норма: " in block

    def test_sorts_findings_and_shows_equal_ones_once(self) -> None:
        blocks = list(format_text([*ALL, UNKNOWN_KEY], language="en"))
        assert [block.split("\n")[0] for block in blocks] == [
            "warning TST001: Nothing to do",
            "order.yaml:1:1: note TST003: By the way",
            "plan.yaml:2:1: error TST002: What is 'titel'?",
        ]

    def test_asks_for_the_lines_of_a_file_once(self) -> None:
        asked: list[str] = []

        def lines(file: str) -> list[str] | None:
            asked.append(file)
            return LINES.get(file)

        other = Diagnostic("TST004", Severity.ERROR, Message("Also"), Span("plan.yaml", 3, 1, 3, 7))
        blocks = list(format_text([*ALL, other], lines, language="en"))
        assert asked == ["order.yaml", "plan.yaml"]
        assert "^" not in blocks[1]
        assert " 3 | period: 2024\n   | ^^^^^^" in blocks[3]

    def test_keeps_the_lines_of_an_example_in_a_hint(self) -> None:
        finding = Diagnostic("TST005", Severity.ERROR, Message("x"), hint=Message("Write\n  - a"))
        assert format_diagnostic(finding, language="en").split("\n")[1:] == [
            "  hint: Write",
            "      - a",
        ]

    def test_a_value_with_line_breaks_stays_on_one_line(self) -> None:
        finding = Diagnostic("TST006", Severity.ERROR, Message("x {v}", v="a\nb\x07"))
        assert format_diagnostic(finding, language="en") == "error TST006: x a b<U+0007>"


class TestJson:
    def test_has_the_same_keys_for_every_finding(self) -> None:
        records = json.loads(format_json(ALL, language="en"))
        assert [list(record) for record in records] == [
            ["code", "severity", "message", "hint", "norm", "documents", "span", "also"]
        ] * 3

    def test_gives_values_as_they_are(self) -> None:
        assert json.loads(format_json([UNKNOWN_KEY], language="en")) == [
            {
                "code": "TST002",
                "severity": "error",
                "message": "What is 'titel'?",
                "hint": "Perhaps title",
                "norm": "ГОСТ Р 7.0.97-2025, п. 5.1",
                "documents": ["plan-2024"],
                "span": {
                    "file": "plan.yaml",
                    "line": 2,
                    "column": 1,
                    "end_line": 2,
                    "end_column": 6,
                },
                "also": [],
            }
        ]

    def test_is_an_empty_list_where_nothing_was_found(self) -> None:
        assert json.loads(format_json([])) == []

    def test_does_not_depend_on_the_order_of_the_findings(self) -> None:
        assert format_json(ALL) == format_json(reversed(ALL))


class TestAnnotations:
    def test_names_file_line_and_inclusive_columns(self) -> None:
        [line] = format_annotations([UNKNOWN_KEY], language="en")
        assert line == (
            "::error file=plan.yaml,line=2,col=1,endColumn=5,title=TST002::"
            "What is 'titel'?%0APerhaps title%0AГОСТ Р 7.0.97-2025, п. 5.1"
        )

    def test_a_stretch_of_lines_ends_with_its_last_line(self) -> None:
        [line] = format_annotations([REMARK], language="en")
        assert line == "::notice file=order.yaml,line=1,endLine=2,title=TST003::By the way"

    def test_escapes_what_would_end_a_command(self) -> None:
        finding = Diagnostic(
            "TST007", Severity.WARNING, Message("100%\n::error::"), Span("a,b:c.yaml", 1, 1, 1, 1)
        )
        [line] = format_annotations([finding], language="en")
        assert line == (
            "::warning file=a%2Cb%3Ac.yaml,line=1,col=1,endColumn=1,title=TST007::"
            "100%25%0A::error::"
        )


class TestSarif:
    def test_places_results_and_names_the_rules_that_occur(self) -> None:
        codes = (
            Code("TST002", "unknown-key", Severity.ERROR, "A key that no document has"),
            Code("TST999", "never", Severity.ERROR, "Does not occur"),
        )
        [run] = json.loads(format_sarif(ALL, language="en", codes=codes))["runs"]
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == ["TST001", "TST002", "TST003"]
        assert rules[1]["name"] == "unknown-key"
        assert [result["level"] for result in run["results"]] == ["warning", "note", "error"]
        assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
        assert "locations" not in run["results"][0]
        [location] = run["results"][2]["locations"]
        assert location["physicalLocation"] == {
            "artifactLocation": {"uri": "plan.yaml"},
            "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6},
        }

    def test_writes_paths_as_addresses(self) -> None:
        finding = Diagnostic(
            "TST008", Severity.ERROR, Message("x"), Span("план №1.yaml", 1, 1, 1, 2)
        )
        assert '"uri": "%D0%BF%D0%BB%D0%B0%D0%BD%20%E2%84%961.yaml"' in format_sarif([finding])


class TestOtherPlaces:
    FOUND = Diagnostic(
        "TST010",
        Severity.WARNING,
        Message("Twice"),
        Span("plan.yaml", 2, 1, 2, 6),
        also=(
            Span("plan.yaml", 4, 1, 4, 6),
            Span("plan.yaml", 7, 1, 7, 6),
            Span("order.yaml", 3, 1, 3, 6),
        ),
    )

    def test_a_person_is_told_the_lines_and_the_other_files(self) -> None:
        text = format_diagnostic(self.FOUND, language="en")
        assert "  also: lines 4, 7; order.yaml:3" in text.splitlines()

    def test_of_very_many_the_first_are_told(self) -> None:
        many = tuple(Span("plan.yaml", line, 1, line, 2) for line in range(3, 40))
        text = format_diagnostic(replace(self.FOUND, also=many), language="en")
        assert text.splitlines()[-1].endswith("13, 14; and 25 more")

    def test_programs_get_all_of_them(self) -> None:
        [record] = json.loads(format_json([self.FOUND]))
        assert [(one["file"], one["line"]) for one in record["also"]] == [
            ("plan.yaml", 4),
            ("plan.yaml", 7),
            ("order.yaml", 3),
        ]
        [result] = json.loads(format_sarif([self.FOUND]))["runs"][0]["results"]
        related = [one["physicalLocation"] for one in result["relatedLocations"]]
        assert [one["region"]["startLine"] for one in related] == [4, 7, 3]

    @pytest.mark.parametrize(
        "written",
        [
            next(format_annotations([FOUND], language="en")),
            format_quality([FOUND], language="en"),
            format_junit([FOUND], language="en"),
        ],
    )
    def test_where_there_is_one_sentence_it_says_them(self, written: str) -> None:
        assert "also: lines 4, 7; order.yaml:3" in written

    def test_a_code_leaves_out_its_own_place_and_what_is_none(self) -> None:
        code = Code("TST010", "twice", Severity.WARNING, "Twice")
        span = Span("plan.yaml", 2, 1, 2, 6)
        other = Span("plan.yaml", 4, 1, 4, 6)
        assert code.at(span, Message("Twice"), also=[other, span, None, other]).also == (other,)


def _findings(errors: int, warnings: int, notes: int) -> list[Diagnostic]:
    kinds = [Severity.ERROR] * errors + [Severity.WARNING] * warnings + [Severity.INFO] * notes
    return [
        Diagnostic("TST009", severity, Message("x"), Span(f"{line % 3}.yaml", line, 1, line, 1))
        for line, severity in enumerate(kinds, start=1)
    ]


class TestSummary:
    @pytest.mark.parametrize(
        ("counts", "text"),
        [
            ((0, 0, 0), "Замечаний нет"),
            ((1, 0, 0), "Найдено: 1 ошибка в 1 файле"),
            ((2, 1, 5), "Найдено: 2 ошибки, 1 предупреждение, 5 замечаний в 3 файлах"),
            ((0, 22, 11), "Найдено: 22 предупреждения, 11 замечаний в 3 файлах"),
            ((5, 0, 21), "Найдено: 5 ошибок, 21 замечание в 3 файлах"),
        ],
    )
    def test_counts_in_correct_russian(self, counts: tuple[int, int, int], text: str) -> None:
        assert format_summary(_findings(*counts)) == text

    @pytest.mark.parametrize(
        ("counts", "text"),
        [
            ((0, 0, 0), "No findings"),
            ((1, 2, 0), "Found: 1 error, 2 warnings in 3 files"),
            ((0, 0, 1), "Found: 1 note in 1 file"),
        ],
    )
    def test_counts_in_english(self, counts: tuple[int, int, int], text: str) -> None:
        assert format_summary(_findings(*counts), language="en") == text

    def test_names_no_files_where_findings_have_no_place(self) -> None:
        assert format_summary([PLACELESS], language="en") == "Found: 1 warning"
