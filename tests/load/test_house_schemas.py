"""Schemas of the house."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.load import load_workspace

PLAN = """\
kind: roadmap
id: plan
title: План
activities:
  - title: Первое
    result: Есть
  - title: Второе
    due: май 2024
"""
EVERY_RESULT = {
    "properties": {
        "activities": {
            "items": {"description": "У каждого мероприятия есть результат", "required": ["result"]}
        }
    }
}


def check(
    root: Path, schema: Any, *, name: str = "house.json", plan: str = PLAN
) -> list[Diagnostic]:
    (root / "roadmaps").mkdir()
    (root / "roadmaps" / "план.yaml").write_text(plan, encoding="utf-8")
    (root / "roadmapkit.yaml").write_text(
        f"kind: settings\nchecks:\n  schemas:\n    - {name}\n", encoding="utf-8"
    )
    if schema is not None:
        text = schema if isinstance(schema, str) else json.dumps(schema)
        (root / name).write_text(text, encoding="utf-8")
    return list(load_workspace(root).diagnostics)


def place(found: Diagnostic) -> str:
    span = found.span
    assert span is not None
    return f"{span.file}:{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def test_a_violation_stands_at_the_entry_that_breaks_the_rule(tmp_path: Path) -> None:
    (found,) = check(tmp_path, EVERY_RESULT)
    assert found.code == "SCH030"
    assert place(found) == "roadmaps/план.yaml:7:5-7:10"
    assert str(found.message) == "The key 'result' is missing"
    assert str(found.hint) == "house.json demands: У каждого мероприятия есть результат"
    assert found.documents == ("plan",)


def test_a_schema_may_be_written_in_yaml(tmp_path: Path) -> None:
    schema = "properties:\n  activities:\n    items:\n      required: [result]\n"
    (found,) = check(tmp_path, schema, name="house.yaml")
    assert (found.code, place(found)) == ("SCH030", "roadmaps/план.yaml:7:5-7:10")


@pytest.mark.parametrize(
    ("rule", "where", "words"),
    [
        (
            {"properties": {"title": {"enum": ["А", "Б"]}}},
            "3:8-3:12",
            "«План» is not among the allowed",
        ),
        ({"properties": {"title": {"const": "А"}}}, "3:8-3:12", "«План» should be «А»"),
        ({"properties": {"title": {"type": "array"}}}, "3:8-3:12", "wanted: a list"),
        ({"properties": {"title": {"pattern": "^О"}}}, "3:8-3:12", "does not match the pattern ^О"),
        ({"properties": {"title": {"minLength": 9}}}, "3:8-3:12", "the limit minLength: 9"),
        ({"properties": {"activities": {"maxItems": 1}}}, "5:3-8:18", "the limit maxItems: 1"),
        ({"properties": {"title": {"not": {}}}}, "3:8-3:12", "breaks the rule not"),
        ({"required": ["period"]}, "1:1-1:5", "The key 'period' is missing"),
        ({"dependentRequired": {"id": ["alias"]}}, "1:1-1:5", "The key 'alias' is missing"),
        (
            {
                "properties": {"kind": True, "id": True, "activities": True},
                "patternProperties": {"^x": True},
                "additionalProperties": False,
            },
            *("3:1-3:6", "no key 'title' here"),
        ),
        ({"anyOf": [{"properties": {"title": {"minLength": 9}}}, False]}, "3:8-3:12", "minLength"),
        ({"if": {}, "then": {"properties": {"id": {"maxLength": 1}}}}, "2:5-2:9", "maxLength: 1"),
    ],
)
def test_each_rule_is_explained_at_its_place(
    tmp_path: Path, rule: dict[str, Any], where: str, words: str
) -> None:
    (found,) = check(tmp_path, {"if": {"properties": {"kind": {"const": "roadmap"}}}, "then": rule})
    assert found.code == "SCH030"
    assert place(found) == f"roadmaps/план.yaml:{where}"
    assert words in str(found.message)


def test_a_schema_without_violations_says_nothing(tmp_path: Path) -> None:
    assert check(tmp_path, {"type": "object", "required": ["kind"]}) == []


def test_documents_that_are_broken_already_are_not_held_against_a_schema(tmp_path: Path) -> None:
    found = check(tmp_path, {"required": ["absent"]}, plan=PLAN + "foo: 1\n")
    assert [(one.code, one.span.file if one.span else "") for one in found] == [
        ("SCH030", "roadmapkit.yaml"),
        ("SCH003", "roadmaps/план.yaml"),
    ]


@pytest.mark.parametrize(
    ("schema", "name", "where", "words"),
    [
        (None, "нет.json", "roadmapkit.yaml:4:7-4:15", "There is no file"),
        ("{", "house.json", "house.json:1:2-1:2", "It is not JSON"),
        ("[]", "house.json", "roadmapkit.yaml:4:7-4:17", "It is not a mapping"),
        ({"type": 5}, "house.json", "roadmapkit.yaml:4:7-4:17", "at type is not as JSON Schema"),
        ({"$ref": "#/x"}, "house.json", "roadmapkit.yaml:4:7-4:17", "'/x' leads to nothing"),
        ({"$ref": "https://example.org/x"}, "house.json", "roadmapkit.yaml:4:7-4:17", "leads to"),
        ({"$ref": "#"}, "house.json", "roadmapkit.yaml:4:7-4:17", "refers to itself without end"),
        (
            {"properties": {"id": {"pattern": "("}}},
            "house.json",
            "roadmapkit.yaml:4:7-4:17",
            "at properties/id/pattern is not as",
        ),
        ("a: 1\n---\nb: 1\n", "house.yaml", "roadmapkit.yaml:4:7-4:17", "more than one document"),
        (None, "../house.json", "roadmapkit.yaml:4:7-4:20", "must lie in the folder"),
    ],
)
def test_a_schema_that_cannot_be_used_is_one_finding(
    tmp_path: Path, schema: Any, name: str, where: str, words: str
) -> None:
    (found,) = check(tmp_path, schema, name=name)
    assert found.code == "SCH031"
    assert place(found) == where
    assert words in str(found.message)


def test_a_fault_of_yaml_in_a_schema_is_reported_in_the_schema(tmp_path: Path) -> None:
    (found,) = check(tmp_path, "a: б: в\n", name="house.yaml")
    assert (found.code, place(found)) == ("SRC017", "house.yaml:1:4-1:8")
