"""Papers that are asked for by hand, over what documents and settings ask for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from roadmapkit.building.stages import Prepared
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.papers import PAPER_KINDS
from roadmapkit.resolve import ResolvedPapers

__all__ = ["require_kinds", "require_papers", "with_papers"]


def with_papers(loaded: LoadedWorkspace, kinds: Collection[str]) -> LoadedWorkspace:
    """Return a workspace whose settings ask for some kinds of papers too.

    Args:
        loaded: The workspace.
        kinds: Keys of papers.

    Raises:
        ArgumentError: There is no such kind of paper.
    """
    require_kinds(kinds)
    outputs = loaded.settings.outputs
    keys = {"copy_" if kind == "copy" else kind for kind in kinds}
    wishes = {key: True for key in sorted(keys) if not getattr(outputs.papers, key)}
    if not wishes:
        return loaded
    papers = outputs.papers.model_copy(update=wishes)
    changed = outputs.model_copy(update={"papers": papers})
    return replace(loaded, settings=loaded.settings.model_copy(update={"outputs": changed}))


def require_kinds(kinds: Collection[str]) -> None:
    """Refuse kinds of papers that there are not.

    Raises:
        ArgumentError: There is no such kind of paper.
    """
    for kind in kinds:
        if kind not in PAPER_KINDS:
            message = Message(
                "There is no paper {kind!r}; the papers are: {known}",
                kind=kind,
                known=list(PAPER_KINDS),
            )
            raise ArgumentError(message, argument="papers", value=kind)


def require_papers(prepared: Prepared, ids: Collection[str], kinds: Collection[str]) -> None:
    """Refuse papers that named documents cannot have; a document with errors is told elsewhere.

    Raises:
        ArgumentError: A document has no such paper.
    """
    documents = prepared.workspace.documents
    for id_ in ids:
        if id_ in prepared.blocked or id_ not in documents:
            continue
        papers = prepared.workspace.papers.get(id_, ResolvedPapers())
        for kind in kinds:
            if _has(prepared, id_, papers, kind):
                continue
            state = getattr(documents[id_].model, "state", "")
            message = (
                Message(
                    "{id!r} is a draft, and only what is signed has copies; "
                    "`roadmapkit register` makes it signed",
                    id=id_,
                )
                if kind == "copy" and state == "draft"
                else Message("{id!r} cannot have the paper {kind!r}", id=id_, kind=kind)
            )
            raise ArgumentError(message, argument="papers", value=kind)


def _has(prepared: Prepared, id_: str, papers: ResolvedPapers, kind: str) -> bool:
    match kind:
        case "copy":
            return papers.copy is not None
        case "publication":
            return bool(papers.names)
        case "acquaintance":
            return bool(papers.acquainted)
        case "abbreviations":
            own = (one.target for one in prepared.composed if one.target.document == id_)
            return any(target.path.endswith(".сокращения.docx") for target in own)
        case "groups":
            return bool(papers.groups)
        case _:
            return bool(papers.approval)
