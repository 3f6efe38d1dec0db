"""The author's documents as frozen, validated values; titles and descriptions are in Russian.

One module per kind of document, ``base`` for scalars and lists, ``kinds`` for asking what a
document is without loading the models of all kinds, ``schema`` for the published JSON Schema.
The modules with models do not put their annotations off: pydantic would evaluate each of them
anew, which took a quarter of the time that the models take to load.
"""

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from
from roadmapkit.model.kinds import MODELS

if TYPE_CHECKING:
    from roadmapkit.model.document import Document, PrintedDocument
    from roadmapkit.model.schema import SCHEMA_ID, json_schema

__all__ = ["MODELS", "SCHEMA_ID", "Document", "PrintedDocument", "json_schema"]

__getattr__ = names_from(
    __name__, {"document": "Document PrintedDocument", "schema": "SCHEMA_ID json_schema"}
)
