"""View models in Python: what a document prints, and a document printed from it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from roadmapkit.api.workspaces import Workspace
    from roadmapkit.documents import DocumentView
    from roadmapkit.rendering import PreparedTemplate

    Values: TypeAlias = DocumentView | Mapping[str, object]
    AnyTemplate: TypeAlias = str | os.PathLike[str] | PreparedTemplate | None

__all__ = ["prepare_template", "render_view", "views"]


def views(workspace: Workspace, id_: str) -> dict[str, DocumentView]:
    """Return what the files of one document print, as plain data, before Word comes in.

    Args:
        workspace: What :func:`open_workspace` gave.
        id_: The document.

    Returns:
        View models by path below the output folder; nothing for a document with errors.

    Raises:
        ArgumentError: There is no document with that id.
    """
    from roadmapkit.api.preparing import prepare_asked

    _, prepared = prepare_asked(workspace, (id_,))
    return {composed.target.path: composed.view for composed in prepared.composed}


def prepare_template(
    template: str | os.PathLike[str],
    *,
    own_values: bool = False,
    cache: str | os.PathLike[str] | None = None,
) -> PreparedTemplate:
    """Return a Word template compiled once, to be filled many times, in any thread.

    Args:
        template: A .docx file, or the name of a packaged template, such as ``"order"``.
        own_values: Whether its tags name values of your own, which nothing is known of
            yet, instead of the fields of a document.
        cache: Folder that keeps what was compiled for other processes; it must be its
            user's alone, and what cannot be trusted there is passed over.

    Raises:
        TemplateError: The template is damaged, unsafe or wrong.
    """
    from roadmapkit.cache import CacheFolder
    from roadmapkit.rendering import Template
    from roadmapkit.rendering.template import DOCUMENT_NAMES

    given = Path(template)
    loaded = (
        Template.packaged(str(template))
        if given.suffix == "" and not given.exists()
        else Template.from_file(given)
    )
    folder = CacheFolder(Path(cache)) if cache is not None else None
    return loaded.prepare(folder, names=None if own_values else DOCUMENT_NAMES)


def render_view(
    view: Values,
    template: AnyTemplate = None,
    *,
    properties: Mapping[str, str] | None = None,
    compressor: str = "zlib",
) -> bytes:
    """Return the .docx that a template makes of a view model.

    Equal arguments give equal bytes, on any machine.

    Args:
        view: A document, such as :func:`views` gives, or a mapping of values of your own:
            texts, numbers, and lists, mappings and view models of them.
        template: What :func:`prepare_template` gave, a .docx file, or None for the packaged
            template of the document. A template of yours keeps its own layout.
        properties: Custom properties that the file gets.
        compressor: ``"zlib"``, or ``"isal"`` or ``"zlib-ng"`` where they are installed: the
            same parts, packed faster into other bytes.

    Raises:
        ArgumentError: Values of your own without a template, or the compressor is not
            known or not installed.
        TemplateError: The template is damaged, unsafe or wrong, asks for a value that is
            not given, or a value cannot be printed.
    """
    from roadmapkit.diagnostics import Message
    from roadmapkit.errors import ArgumentError
    from roadmapkit.rendering import PreparedTemplate, render_document, render_values

    own = isinstance(view, Mapping)
    packaged = template is None
    if template is None:
        if isinstance(view, Mapping):
            problem = Message("Values of your own have no packaged template; give one")
            raise ArgumentError(problem, argument="template", value=None)
        template = view.kind
    if not isinstance(template, PreparedTemplate):
        template = prepare_template(template, own_values=own)
    if isinstance(view, Mapping):
        return render_values(view, template, properties or {}, compressor=compressor)
    return render_document(
        view, template, properties or {}, apply_layout=packaged, compressor=compressor
    )
