"""Where a party is named, told with the words that are printed and with the seals of acts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from roadmapkit.building.signing.lock_file import read_seals
from roadmapkit.documents import Wording
from roadmapkit.documents.clauses import ClauseWriter
from roadmapkit.documents.verbatim import verbatim_of
from roadmapkit.load import LoadedWorkspace
from roadmapkit.resolve import ResolvedOrder, directory_of, resolve_workspace
from roadmapkit.resolve.mentions import Impact, impact
from roadmapkit.resolve.mentions.items import EntryKind
from roadmapkit.source import NodePath

__all__ = ["find_impact"]


def find_impact(
    loaded: LoadedWorkspace, party: str, *, kind: EntryKind | None, since: date | None
) -> Impact:
    """Return where the documents of a workspace name a party.

    Args:
        loaded: The files.
        party: An id, or a name as written.
        kind: What it has to be; None for anything.
        since: First day that counts; None for no limit.

    Raises:
        ArgumentError: Nobody is meant, or several, or one of another kind.
    """
    workspace, _ = resolve_workspace(loaded)
    typography = workspace.settings.outputs.typography

    def printed(order: ResolvedOrder) -> Mapping[NodePath, str]:
        id_ = order.model.id
        wording = Wording(
            order.directory,
            document=id_,
            origin=order.origin.child("id"),
            as_of=order.as_of,
            typography=typography,
            verbatim=verbatim_of(order),
        )
        clauses = ClauseWriter(order, wording).clauses()
        return {one.origin.path: one.text for one in clauses if one.origin is not None}

    return impact(
        workspace,
        (directory_of(loaded),),
        party,
        kind=kind,
        since=since,
        sealed=read_seals(loaded.root)[0].keys(),
        printed=printed,
    )
