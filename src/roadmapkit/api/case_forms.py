"""Case forms: one form explained, and those of a workspace reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.api.executors import translator
from roadmapkit.api.workspaces import Workspace

if TYPE_CHECKING:
    from roadmapkit.building import FormsReview
    from roadmapkit.language import Form, FormKey

__all__ = ["accept_forms", "explain_form", "forms"]


def forms(workspace: Workspace, packs: Iterable[tuple[str, str]] = ()) -> FormsReview:
    """Return every case form that the documents print, and whether a person has reviewed it.

    Args:
        workspace: What :func:`open_workspace` gave.
        packs: Document and party of packs whose forms count too, as :func:`pack` has them.

    Raises:
        ArgumentError: There is no such pack.
        WorkspaceError: The lock of forms is damaged.
    """
    from roadmapkit.building import PackRequest, review_forms

    return review_forms(workspace.loaded, [PackRequest(*one) for one in packs])


def accept_forms(
    workspace: Workspace,
    forms: Mapping[FormKey, str] | Iterable[FormKey],
    *,
    prune: bool = False,
    packs: Iterable[tuple[str, str]] = (),
) -> Path:
    """Record case forms as reviewed, in ``forms.lock.yaml``; then open the workspace anew.

    Args:
        workspace: What :func:`open_workspace` gave.
        forms: The keys of forms from :func:`forms`, which are accepted as the library makes
            them, or a form of one's own for each key.
        prune: Leave out what no document prints; nothing while a document has errors.
        packs: As for :func:`forms`; what they print is not left out.

    Returns:
        The lock file.

    Raises:
        ArgumentError: A form is empty, or one that the library cannot tell; or there is no
            such pack.
        OutputError: The file cannot be written; it is as before.
        WorkspaceError: The lock of forms is damaged.
    """
    from roadmapkit import building

    return building.accept_forms(
        workspace.loaded,
        forms,
        say=translator("ru"),
        prune=prune,
        packs=[building.PackRequest(*one) for one in packs],
    )


def explain_form(
    text: str, *, case: str, number: str | None = None, gender: str | None = None
) -> Form:
    """Return a name, post, organisation or title in a case, and why.

    Args:
        text: In the nominative.
        case: ``nominative``, ``genitive``, ``dative``, ``accusative``,
            ``instrumental``, ``prepositional``.
        number: ``singular`` or ``plural`` of the result.
        gender: ``masculine`` or ``feminine`` of a person.

    Raises:
        ArgumentError: *case*, *number* or *gender* is none of these.
    """
    from roadmapkit import language

    return language.explain_form(text, case=case, number=number, gender=gender)
