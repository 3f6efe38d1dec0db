"""The published JSON Schema (draft 2020-12), which accepts what the models accept."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from roadmapkit.model.document import MODELS

__all__ = ["SCHEMA_ID", "json_schema"]

SCHEMA_ID = "roadmapkit.schema.json"


def json_schema() -> dict[str, Any]:
    """Return one schema for every file and every document in a file.

    The schema branches on ``kind``, so that an editor reports the faults of the
    kind that the author chose and not those of all the others.
    """
    references, definitions = models_json_schema(
        [(model, "validation") for model in MODELS.values()],
        ref_template="#/$defs/{model}",
    )
    branches = [
        {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": references[(model, "validation")],
        }
        for kind, model in MODELS.items()
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "roadmapkit",
        "description": "Планы, приказы, программы, протоколы, письма, реестры, отчёты, настройки",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(MODELS), "description": "Вид документа"}},
        "allOf": branches,
        "$defs": definitions["$defs"],
    }
