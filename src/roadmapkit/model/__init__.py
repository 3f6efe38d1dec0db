"""The author's documents as frozen, validated values; titles and descriptions are in Russian.

One module per kind of document, ``base`` for scalars and lists, ``schema`` for the
published JSON Schema.
"""

from roadmapkit.model.document import MODELS, Document, PrintedDocument
from roadmapkit.model.schema import SCHEMA_ID, json_schema

__all__ = ["MODELS", "SCHEMA_ID", "Document", "PrintedDocument", "json_schema"]
