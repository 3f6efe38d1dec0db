"""The published JSON Schema (draft 2020-12), which accepts what the models accept."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from roadmapkit.model.editing import for_editors, kind_property, skeletons
from roadmapkit.model.kinds import MODELS

__all__ = ["SCHEMA_ID", "json_schema"]

SCHEMA_ID = "roadmapkit.schema.json"


def json_schema() -> dict[str, Any]:
    """Return one schema for every file and every document in a file.

    Beside the keywords of JSON Schema it has those by which the YAML language server shows
    explanations and offers beginnings. The schema branches on ``kind``, so that an editor
    reports the faults of the kind that the author chose and not those of all the others.
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
    # Offered where nothing says yet what the document is.
    beginning = {
        "if": {"not": {"required": ["kind"]}},
        "then": {"defaultSnippets": skeletons()},
    }
    shown = for_editors(definitions["$defs"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "roadmapkit",
        "description": "Планы, приказы, программы, протоколы, письма, реестры, отчёты, настройки",
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": kind_property({kind: shown[model.__name__] for kind, model in MODELS.items()})
        },
        "allOf": [*branches, beginning],
        "$defs": shown,
    }
