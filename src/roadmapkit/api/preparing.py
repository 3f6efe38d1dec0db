"""Documents ready to print; of a large workspace only what a few of them need is read."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.api.days import require_day
from roadmapkit.api.large import goes_by_islands
from roadmapkit.api.opened import Workspace
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

if TYPE_CHECKING:
    from roadmapkit.building import Prepared
    from roadmapkit.cache import CacheFolder
    from roadmapkit.load import LoadedWorkspace

__all__ = ["prepare_asked", "prepare_documents"]


def prepare_documents(
    workspace: Workspace,
    ids: Collection[str] = (),
    signed_on: date | None = None,
    cache: CacheFolder | None = None,
) -> Prepared:
    """Return the documents of a workspace ready to print, with all findings.

    Args:
        workspace: The workspace.
        ids: The documents; all of them where empty.
        signed_on: Day on which drafts are taken to be signed; None goes by the documents.
        cache: Keeps what was found in the house's templates; None keeps nothing.

    Raises:
        ArgumentError: *signed_on* is no day.
    """
    from roadmapkit.building import Shared, prepare

    if signed_on is not None:
        require_day(signed_on, "signed_on")
    return prepare(workspace.loaded, ids, signed_on, Shared(cache=cache))


def prepare_asked(
    workspace: Workspace,
    ids: Collection[str],
    signed_on: date | None = None,
    *,
    change: Callable[[LoadedWorkspace], LoadedWorkspace] | None = None,
    cache: CacheFolder | None = None,
) -> tuple[Workspace, Prepared]:
    """Return documents ready to print, and what of the workspace was read for them.

    Args:
        workspace: The workspace.
        ids: The documents; all of them where empty.
        signed_on: As for :func:`prepare_documents`.
        change: What is to be otherwise than the files say.
        cache: As for :func:`prepare_documents`.

    Raises:
        ArgumentError: There is no document with one of the *ids*, or *signed_on* is no day.
    """

    def prepared(some: Workspace) -> tuple[Workspace, Prepared]:
        changed = some if change is None else some.with_loaded(change(some.loaded))
        return changed, prepare_documents(changed, ids, signed_on, cache)

    part = _part_with(workspace, ids)
    if part is not None:
        found = prepared(part)
        if _is_enough(found[1], ids):
            return found
    found = prepared(workspace)
    _require_ids(*found, ids)
    return found


def _part_with(workspace: Workspace, ids: Collection[str]) -> Workspace | None:
    """Return what documents of a large workspace need: the files that may concern them.

    None where the workspace is small, or where a glance at it does not find all of them.
    """
    if not ids or isinstance(ids, str) or not goes_by_islands(workspace):
        return None
    from roadmapkit.load import Part, load_workspace

    survey = workspace.survey
    homes = {id_: card.name for card in survey.cards for id_ in card.ids if not card.is_shared}
    if any(id_ not in homes for id_ in ids):
        return None
    asked = {homes[id_] for id_ in ids}
    names = {
        name
        for island in survey.partition.islands
        if not asked.isdisjoint(island.own)
        for name in (*island.own, *island.common)
    }
    part = Part(tuple(card.name for card in survey.cards if card.name in names))
    return workspace.with_loaded(load_workspace(workspace.root, part=part))


def _is_enough(prepared: Prepared, ids: Collection[str]) -> bool:
    """Tell whether a glance has found all that documents need: nothing is missing that they name.

    Args:
        prepared: What came of a part of a workspace.
        ids: The documents that it was to hold.
    """
    from roadmapkit.building.islands.facts import names_unknown

    known = prepared.workspace.documents.keys() | prepared.blocked
    return known.issuperset(ids) and not names_unknown(prepared.told)


def _require_ids(workspace: Workspace, prepared: Prepared, ids: Collection[str]) -> None:
    """Refuse an id that no document has, and name the nearest.

    Raises:
        ArgumentError: There is no document with one of the *ids*, or they are one text.
    """
    from difflib import get_close_matches

    if isinstance(ids, str):  # a collection of texts too, of its letters
        message = Message("The ids are to be a list: [{id!r}]", id=ids)
        raise ArgumentError(message, argument="ids", value=ids)
    known = set(prepared.workspace.documents) | set(workspace.loaded.broken_ids)
    for id_ in ids:
        if id_ in known:
            continue
        nearest = ", ".join(get_close_matches(id_, sorted(known), n=3))
        message = (
            Message("No document has the id {id!r}; perhaps {nearest}", id=id_, nearest=nearest)
            if nearest
            else Message("No document has the id {id!r}", id=id_)
        )
        raise ArgumentError(message, argument="ids", value=id_)
