"""Running targets: render and write; a fault of one document stops no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from roadmapkit import __version__
from roadmapkit.building import codes
from roadmapkit.building.composing import Composed
from roadmapkit.building.house_templates import house_template
from roadmapkit.building.provenance import fingerprint, properties, sources_digest
from roadmapkit.building.stages import Prepared
from roadmapkit.building.writing import require_below, write_atomically
from roadmapkit.building.written import Written
from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.errors import OutputError
from roadmapkit.load import LoadedWorkspace
from roadmapkit.rendering import PreparedTemplate, RenderError, Template, render_document

__all__ = [
    "Progress",
    "TemplateShelf",
    "Written",
    "render_target",
    "render_targets",
    "write_targets",
]

Progress = Callable[[int, int, str], None]
"""Told the number of files done, of all files, and the path of the next one."""


class TemplateShelf:
    """The Word templates of a workspace, each prepared once.

    Args:
        folder: The house's templates; the packaged ones stand in for any that is missing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._prepared: dict[str, tuple[PreparedTemplate, bool]] = {}

    def get(self, kind: str) -> tuple[PreparedTemplate, bool]:
        """Return the template for *kind*, and whether it is the house's own.

        Raises:
            RenderError: It is damaged, unsafe or wrong.
        """
        if kind not in self._prepared:
            own = house_template(self._folder, kind)
            template = own if own is not None else Template.packaged(kind)
            packaged = own is None or template.digest == Template.packaged(kind).digest
            self._prepared[kind] = (template.prepare(), not packaged)
        return self._prepared[kind]


def write_targets(
    prepared: Prepared,
    loaded: LoadedWorkspace,
    folder: Path,
    *,
    on_progress: Progress | None = None,
) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
    """Render and write every composed target.

    What a template or the disk refuses is a finding about that document; the former
    file stays whole.

    Returns:
        The written files, and all findings, those of *prepared* included.
    """
    shelf = TemplateShelf(loaded.template_folder)
    written: list[Written] = []
    diagnostics = list(prepared.diagnostics)
    total = len(prepared.composed)
    for done, composed in enumerate(prepared.composed):
        if on_progress is not None:
            on_progress(done, total, composed.target.path)
        result = _write(composed, shelf, loaded, folder)
        if isinstance(result, Written):
            written.append(result)
        else:
            diagnostics.append(result)
    if on_progress is not None:
        on_progress(total, total, "")
    return tuple(written), sort_diagnostics(diagnostics)


def render_targets(prepared: Prepared, loaded: LoadedWorkspace) -> dict[str, bytes]:
    """Return the contents of every composed target by its path.

    Raises:
        TemplateError: A Word template cannot print a document.
    """
    shelf = TemplateShelf(loaded.template_folder)
    return {
        composed.target.path: render_target(composed, shelf, loaded)[0]
        for composed in prepared.composed
    }


def render_target(
    composed: Composed, shelf: TemplateShelf, loaded: LoadedWorkspace
) -> tuple[bytes, str]:
    """Return the .docx of a target and its fingerprint."""
    template, house = shelf.get(composed.view.kind)
    mark = fingerprint(composed.view, template.template.digest, __version__)
    sources = composed.target.sources
    digest = sources_digest((name, loaded.source_bytes(name)) for name in sources)
    values = properties(
        version=__version__,
        fingerprint=mark,
        sources=sources,
        digest=digest,
        document=composed.target.document,
        target=composed.target.path,
        request=composed.target.request,
    )
    return render_document(composed.view, template, values, apply_layout=not house), mark


def _write(
    composed: Composed, shelf: TemplateShelf, loaded: LoadedWorkspace, folder: Path
) -> Written | Diagnostic:
    target = composed.target
    path = folder / target.path
    try:
        require_below(folder, path)
    except OutputError as error:
        hint = Message("Remove the link, or choose another folder with --out")
        return _unwritten(error, hint, target.document)
    try:
        content, mark = render_target(composed, shelf, loaded)
        write_atomically(path, content)
    except RenderError as fault:
        return replace(fault.diagnostic(), documents=(target.document,))
    except OutputError as error:
        hint = Message(
            "Close the program that has the file open, free some space, "
            "or choose another folder with --out; the former file is whole"
        )
        return _unwritten(error, hint, target.document)
    return Written(target.document, path, len(content), mark)


def _unwritten(error: OutputError, hint: Message, document: str) -> Diagnostic:
    message = Message("{path} cannot be written: {reason}", path=error.path, reason=error.reason)
    return codes.OUTPUT_FAILED.at(None, message, hint=hint, documents=(document,))
