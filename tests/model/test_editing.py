"""What the schema gives to editors: it is true of the models, and says everything."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from roadmapkit import check, open_workspace
from roadmapkit.model import json_schema
from roadmapkit.model.editing import skeletons

SCHEMA = json_schema()
DEFINITIONS: dict[str, dict[str, Any]] = SCHEMA["$defs"]
LATIN_TITLE = re.compile(r"[A-Za-z]+")


def references(schema: Any) -> set[str]:
    """Return the names of all definitions that a schema refers to."""
    if isinstance(schema, list):
        return {name for item in schema for name in references(item)}
    if not isinstance(schema, dict):
        return set()
    own = (
        {schema["$ref"].removeprefix("#/$defs/")} if isinstance(schema.get("$ref"), str) else set()
    )
    return own | {name for value in schema.values() for name in references(value)}


def test_every_reference_has_its_definition() -> None:
    assert references(SCHEMA) == DEFINITIONS.keys()


def test_every_key_of_every_model_is_described_in_russian() -> None:
    bare = [
        f"{name}.{key}"
        for name, schema in DEFINITIONS.items()
        for key, inner in schema.get("properties", {}).items()
        if key != "kind" and not re.search("[а-яё]", str(inner.get("description", "")))
    ]
    assert len(DEFINITIONS) > 90
    assert bare == []


def test_no_title_is_a_name_of_the_program() -> None:
    titles = [schema["title"] for schema in DEFINITIONS.values() if "title" in schema]
    assert len(titles) > 60
    assert not [title for title in titles if LATIN_TITLE.fullmatch(title)]


@pytest.mark.parametrize("skeleton", skeletons(), ids=lambda one: str(one["label"]))
def test_a_beginning_is_a_document_that_the_schema_and_the_models_accept(
    skeleton: dict[str, str], tmp_path: Path
) -> None:
    filled = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", skeleton["bodyText"])
    name = "roadmapkit.yaml" if skeleton["label"] == "Настройки" else "roadmaps/plan.yaml"
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / name).write_text(filled, encoding="utf-8")
    loaded = open_workspace(tmp_path)
    found = check(loaded).diagnostics
    assert loaded.loaded.files == (name,)
    assert [item for item in found if item.code[:3] in {"SRC", "SCH"}] == []


def test_there_is_a_beginning_of_every_kind() -> None:
    kinds = [one["bodyText"].split("\n")[0] for one in skeletons()]
    assert kinds == [f"kind: {kind}" for kind in SCHEMA["properties"]["kind"]["enum"]]


def examples() -> list[tuple[str, str, Any]]:
    return [
        (name, key, value)
        for name, schema in DEFINITIONS.items()
        for key, inner in schema.get("properties", {}).items()
        for value in inner.get("examples", ())
    ]


@pytest.mark.parametrize(("name", "key", "value"), examples())
def test_an_example_is_a_value_of_its_key(name: str, key: str, value: Any) -> None:
    from jsonschema import Draft202012Validator

    schema = {**DEFINITIONS[name]["properties"][key], "$defs": DEFINITIONS}
    assert Draft202012Validator(schema).is_valid(value)
