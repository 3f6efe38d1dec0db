"""What build servers and other programs are given, held against their schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from roadmapkit.diagnostics import Code, Diagnostic, Edit, Message, Severity, Span
from roadmapkit.report import format_sarif
from roadmapkit.report.junit import format_junit
from roadmapkit.report.quality import format_quality
from roadmapkit.report.statistics import format_statistics, statistics_records

SCHEMAS = Path(__file__).parent / "schemas"

PLACE = Span("планы/план 1.yaml", 2, 8, 2, 12)
MENDABLE = Diagnostic(
    "TST001",
    Severity.WARNING,
    Message("Two {what} & <one>\x07", what="spaces"),
    PLACE,
    hint=Message("Leave\none"),
    norm="ГОСТ Р 7.0.97-2025",
    fix=(Edit(PLACE, " "), Edit(Span("b.yaml", 1, 1, 1, 1), "x", safe=False)),
)
WRONG = Diagnostic("TST002", Severity.ERROR, Message("Wrong"), Span("b.yaml", 3, 1, 5, 1))
REMARK = Diagnostic("TST003", Severity.INFO, Message("By the way"))
ALL = (MENDABLE, WRONG, REMARK)
CODES = (
    Code("TST001", "spaces", Severity.WARNING, "Spaces {too many}"),
    Code("TST002", "wrong", Severity.ERROR, "Something wrong"),
)


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def sarif(*findings: Diagnostic) -> Any:
    text = format_sarif(
        findings,
        language="en",
        codes=CODES,
        page=lambda code: f"Why {code}",
        help_base="https://a/",
    )
    return json.loads(text)


class TestSarif:
    @pytest.mark.parametrize("findings", [(), ALL], ids=["none", "all"])
    def test_a_log_is_valid_by_the_published_schema(self, findings: tuple[Diagnostic, ...]) -> None:
        judge = jsonschema.Draft4Validator(schema("sarif-2.1.0-rtm.5.json"))
        assert [error.message for error in judge.iter_errors(sarif(*findings))] == []

    def test_the_schema_refuses_a_log_that_is_none(self) -> None:
        log = sarif(*ALL)
        log["runs"][0]["results"][0]["message"] = "no object"
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft4Validator(schema("sarif-2.1.0-rtm.5.json")).validate(log)

    def test_a_fix_names_every_file_that_it_changes(self) -> None:
        results = {item["ruleId"]: item for item in sarif(*ALL)["runs"][0]["results"]}
        [fix] = results["TST001"]["fixes"]
        assert [len(change["replacements"]) for change in fix["artifactChanges"]] == [1, 1]
        [replacement] = fix["artifactChanges"][0]["replacements"]
        assert replacement["deletedRegion"] == {
            "startLine": 2,
            "startColumn": 8,
            "endLine": 2,
            "endColumn": 12,
        }
        assert replacement["insertedContent"] == {"text": " "}
        assert "Look at it" in fix["description"]["text"]
        assert "fixes" not in results["TST002"]

    def test_a_rule_says_why_and_where_its_page_is(self) -> None:
        rules = {rule["id"]: rule for rule in sarif(*ALL)["runs"][0]["tool"]["driver"]["rules"]}
        assert rules["TST001"]["help"] == {"text": "Why TST001"}
        assert rules["TST001"]["helpUri"] == "https://a/TST001.md"
        assert rules["TST001"]["shortDescription"] == {"text": "Spaces {too many}"}

    def test_a_norm_can_be_read_by_programs(self) -> None:
        results = {item["ruleId"]: item for item in sarif(*ALL)["runs"][0]["results"]}
        assert results["TST001"]["properties"] == {"norm": "ГОСТ Р 7.0.97-2025"}


class TestJunit:
    def read(self, *findings: Diagnostic, strict: bool = False) -> Any:
        text = format_junit(findings, ["b.yaml", "sound.yaml"], language="en", strict=strict)
        root = etree.fromstring(text.encode("utf-8"))
        etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd"))).assertValid(root)
        return root

    def test_every_file_is_a_suite_and_a_sound_one_has_passed(self) -> None:
        root = self.read(*ALL)
        assert [suite.get("name") for suite in root] == [
            "No file in particular",
            "b.yaml",
            "sound.yaml",
            "планы/план 1.yaml",
        ]
        [case] = root[2]
        assert len(case) == 0
        assert root.get("tests") == "4"

    def test_what_the_exit_code_counts_has_failed_and_the_rest_is_skipped(self) -> None:
        def outcome(root: Any) -> dict[str, str]:
            return {
                case.get("name"): case[0].tag for case in root.iter("testcase") if len(case) > 0
            }

        mild = {"TST003": "skipped", "TST002 3:1": "failure", "TST001 2:8": "skipped"}
        assert outcome(self.read(*ALL)) == mild
        assert outcome(self.read(*ALL, strict=True)) == {**mild, "TST001 2:8": "failure"}

    def test_the_counts_are_those_of_the_tests(self) -> None:
        root = self.read(*ALL, strict=True)
        assert root.get("failures") == "2"
        assert sum(int(suite.get("failures")) for suite in root) == 2
        assert sum(int(suite.get("skipped")) for suite in root) == 1

    def test_marks_of_xml_and_unprintable_characters_do_no_harm(self) -> None:
        [skipped] = self.read(MENDABLE).iter("skipped")
        assert skipped.get("message") == "Two spaces & <one><U+0007>"
        assert "\ufffd" in skipped.text

    def test_nothing_found_and_nothing_checked_is_valid(self) -> None:
        text = format_junit([])
        etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd"))).assertValid(
            etree.fromstring(text.encode("utf-8"))
        )


class TestQuality:
    def read(self, lines: list[str], *findings: Diagnostic) -> Any:
        records = json.loads(format_quality(findings, lambda _: lines, language="en"))
        jsonschema.validate(records, schema("gitlab-code-quality.schema.json"))
        return records

    def test_every_finding_has_a_place_a_grade_and_one_line(self) -> None:
        records = self.read(["a", "b", "c"], *ALL)
        assert [record["check_name"] for record in records] == ["TST003", "TST002", "TST001"]
        assert [record["severity"] for record in records] == ["info", "critical", "major"]
        assert records[2]["location"] == {"path": "планы/план 1.yaml", "lines": {"begin": 2}}
        assert "\n" not in records[2]["description"]

    def test_a_finding_stays_the_same_when_lines_are_added_above(self) -> None:
        [before] = self.read(["", "  title: а"], MENDABLE)
        moved = Diagnostic("TST001", Severity.WARNING, Message("x"), Span(PLACE.file, 3, 8, 3, 12))
        [after] = self.read(["", "", "title: а  "], moved)
        assert before["fingerprint"] == after["fingerprint"]

    def test_findings_of_one_line_or_of_changed_words_differ(self) -> None:
        again = Diagnostic("TST001", Severity.WARNING, Message("x"), Span(PLACE.file, 2, 1, 2, 2))
        first, second = self.read(["", "title: а"], MENDABLE, again)
        [changed] = self.read(["", "title: б"], MENDABLE)
        prints = {item["fingerprint"] for item in (first, second, changed)}
        assert len(prints) == 3


class TestStatistics:
    def test_counts_by_code_the_most_frequent_first(self) -> None:
        other = Diagnostic("TST002", Severity.WARNING, Message("w"), Span("c.yaml", 1, 1, 1, 2))
        records = statistics_records([*ALL, other, other], CODES, language="en")
        assert [(item["code"], item["count"]) for item in records] == [
            ("TST002", 2),
            ("TST001", 1),
            ("TST003", 1),
        ]
        assert records[0]["severity"] == "error"
        assert records[1]["summary"] == "Spaces {too many}"

    def test_what_only_a_person_can_mend_is_not_called_fixable(self) -> None:
        safe = Diagnostic("TST002", Severity.INFO, Message("s"), PLACE, fix=(Edit(PLACE, ""),))
        records = {item["code"]: item for item in statistics_records([MENDABLE, safe], CODES)}
        assert (records["TST001"]["fixable"], records["TST002"]["fixable"]) == (0, 1)
        lines = list(format_statistics([MENDABLE, safe], CODES, language="en"))
        assert ["[*]" in line for line in lines] == [False, True, True]
        assert lines[-1].endswith("roadmapkit check --fix")

    def test_nothing_found_is_no_line(self) -> None:
        assert list(format_statistics([], CODES)) == []
