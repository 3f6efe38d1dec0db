"""Documents of other parts of the workspace, of which an id and a kind are known."""

from __future__ import annotations

from typing import Any

from roadmapkit.load import LoadedWorkspace
from roadmapkit.model import MODELS
from roadmapkit.model.kinds import PrintedDocument
from roadmapkit.resolve.references import Entry
from roadmapkit.source import Origin, SourceText, parse_source

__all__ = ["documents_elsewhere"]


def documents_elsewhere(loaded: LoadedWorkspace) -> dict[str, Entry]:
    """Return what stands in for the documents of other parts, by id.

    No reference of this part leads to them: that is what parts are. They are there to be
    suggested where a reference leads nowhere.

    Args:
        loaded: A part of a workspace, or all of one.
    """
    if loaded.part is None or not loaded.part.elsewhere:
        return {}
    origin = Origin(parse_source(SourceText("", "kind: roadmap")).documents[0])
    found: dict[str, Entry] = {}
    for id_, kind in loaded.part.elsewhere.items():
        values: dict[str, Any] = {"kind": kind, "id": id_, "title": ""}
        model = MODELS[kind].model_construct(**values)
        if isinstance(model, PrintedDocument):
            found[id_] = Entry(model, origin)
    return found
