"""The published schema and the models accept exactly the same files."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schema_values import SCRAPS, spoilt, values_of

from roadmapkit.load import validate
from roadmapkit.model import MODELS, json_schema
from roadmapkit.source import SourceDocument, SourceText, parse_source, read_source

ROOT = Path(__file__).parents[2]


@cache
def schema() -> dict[str, Any]:
    return json_schema()


@cache
def judge() -> Draft202012Validator:
    return Draft202012Validator(schema())


def written(data: dict[str, Any]) -> SourceDocument:
    """Return *data* as a document that was read from a file: JSON is YAML."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return parse_source(SourceText.from_string("f", text)).documents[0]


def examples() -> list[dict[str, Any]]:
    """Return the documents of the repository's own workspace."""
    found = []
    for path in sorted((ROOT / "roadmaps").rglob("*.yaml")):
        source, _ = read_source(ROOT, path)
        assert source is not None
        found += [document.data for document in parse_source(source).documents]
    return found


def agree(document: SourceDocument) -> bool:
    model, diagnostics = validate(document)
    by_schema = judge().is_valid(document.data)
    errors = [error.message[:200] for error in judge().iter_errors(document.data)]
    assert by_schema is (model is not None), (document.data, errors, diagnostics)
    assert (model is None) is bool(diagnostics)
    return by_schema


@pytest.mark.parametrize("number", range(len(examples())))
def test_the_documents_of_the_repository_are_accepted_by_both(number: int) -> None:
    assert agree(written(examples()[number]))


def generated() -> st.SearchStrategy[dict[str, Any]]:
    branches = [values_of(branch["then"], schema()) for branch in schema()["allOf"]]
    return st.one_of(*branches)


@settings(max_examples=400)
@given(generated().flatmap(spoilt))
def test_generated_documents_are_judged_alike(data: dict[str, Any]) -> None:
    agree(written(data))


@settings(max_examples=300)
@given(st.sampled_from(examples()).flatmap(spoilt))
def test_real_documents_with_a_mistake_in_them_are_judged_alike(data: dict[str, Any]) -> None:
    agree(written(data))


def test_generated_documents_are_often_accepted_and_spoilt_ones_often_not() -> None:
    verdicts: dict[str, set[bool]] = {kind: set() for kind in MODELS}

    @settings(max_examples=300, derandomize=True, database=None)
    @given(generated().flatmap(spoilt))
    def look(data: dict[str, Any]) -> None:
        document = written(data)
        verdict = agree(document)
        verdicts.get(str(document.data.get("kind")), set()).add(verdict)

    look()
    assert all(seen == {True, False} for seen in verdicts.values()), verdicts


def test_every_scrap_is_judged_alike_at_every_place_of_a_document() -> None:
    """Every key of every kind, with each value that a careless author may write there."""
    for kind, model in MODELS.items():
        base: dict[str, Any] = {"kind": kind, "id": "x", "title": "t", "roadmap": "y"}
        base = {key: value for key, value in base.items() if key in model.model_fields}
        for key in (field.alias or name for name, field in model.model_fields.items()):
            for scrap in SCRAPS:
                agree(written(base | {key: scrap}))


def test_the_committed_schema_is_the_one_that_the_models_give() -> None:
    path = ROOT / "schemas" / "roadmapkit.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == schema(), (
        "the models have changed: write the schema again (make schema)"
    )


def test_the_schema_is_one_of_its_draft() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"].endswith("2020-12/schema")
