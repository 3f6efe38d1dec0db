"""Running targets: render and write; a fault of one document stops no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from roadmapkit import __version__
from roadmapkit.building.composing import Composed
from roadmapkit.building.fingerprints import Fingerprint, Fingerprints
from roadmapkit.building.house_templates import house_template
from roadmapkit.building.output.folder import OutputFolder, home_of
from roadmapkit.building.output.vanished import Planned, outdated_pdfs, take_away
from roadmapkit.building.output.writing import require_below
from roadmapkit.building.provenance import properties
from roadmapkit.building.stages import Prepared
from roadmapkit.building.written import Written
from roadmapkit.cache import CacheFolder
from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.errors import OutputError
from roadmapkit.load import LoadedWorkspace
from roadmapkit.rendering import PreparedTemplate, RenderError, Template, render_document

__all__ = [
    "Manner",
    "Outcome",
    "Progress",
    "TemplateShelf",
    "Written",
    "render_marked",
    "render_target",
    "render_targets",
    "write_targets",
]

Progress = Callable[[int, int, str], None]
"""Told the number of files done, of all files, and the path of the next one."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the files of an output folder are treated.

    Attributes:
        force: Everything is made anew.
        prune: What nothing produces any more is removed, instead of told only.
        asked: The files were asked for by hand, beside what every build produces.
        complete: These are all documents of the workspace, so that others on record are gone.
        copies: PDFs are made afterwards, so that none of them will be outdated.
    """

    force: bool = False
    prune: bool = False
    asked: bool = False
    complete: bool = False
    copies: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of writing.

    Attributes:
        written: The files, those that stand as they were included.
        diagnostics: All findings, those of the documents included.
        removed: Files that nothing produces any more.
        notes: What whoever asks for details may want to know.
    """

    written: tuple[Written, ...]
    diagnostics: tuple[Diagnostic, ...]
    removed: tuple[Path, ...] = ()
    notes: tuple[Message, ...] = ()


class TemplateShelf:
    """The Word templates of a workspace, each prepared once.

    Args:
        folder: The house's templates; the packaged ones stand in for any that is missing.
        cache: Keeps compiled templates between runs.
    """

    def __init__(self, folder: Path | None, cache: CacheFolder | None = None) -> None:
        self._folder = folder
        self._cache = cache
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
            self._prepared[kind] = (template.prepare(self._cache), not packaged)
        return self._prepared[kind]

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is not streamed of the templates used, and why a cache was not."""
        found = [note for _, (one, _) in sorted(self._prepared.items()) for note in one.notes]
        trouble = self._cache.trouble if self._cache is not None else None
        return (*found, trouble) if trouble is not None else tuple(found)


def write_targets(
    prepared: Prepared,
    loaded: LoadedWorkspace,
    folder: Path,
    *,
    on_progress: Progress | None = None,
    manner: Manner = Manner(),
) -> Outcome:
    """Render and write every composed target that is not up to date, one after another.

    What a template or the disk refuses is a finding about that document; the former
    file stays whole.

    Args:
        prepared: The documents.
        loaded: Their sources.
        folder: The output folder.
        on_progress: Told how far the work is.
        manner: How the files that lie there are treated.
    """
    output = OutputFolder(
        folder, home=home_of(loaded.root, folder), force=manner.force, asked=manner.asked
    )
    writer = _Writer(loaded, output, force=manner.force)
    written: list[Written] = []
    diagnostics = list(prepared.diagnostics)
    total = len(prepared.composed)
    removed: tuple[Path, ...] = ()
    try:
        for done, composed in enumerate(prepared.composed):
            if on_progress is not None:
                on_progress(done, total, composed.target.path)
            result = writer.write(composed)
            if isinstance(result, Written):
                written.append(result)
            elif result is not None:
                diagnostics.append(result)
        paths = {composed.target.path for composed in prepared.composed}
        if manner.complete and loaded.path == loaded.root and not loaded.nameless:
            documents = {*prepared.workspace.documents, *prepared.blocked}
            planned = Planned(paths, documents, prepared.blocked)
            removed, found = take_away(output, planned, prune=manner.prune)
            diagnostics.extend(found)
        if not manner.copies:
            diagnostics.extend(outdated_pdfs(output, paths))
    finally:
        output.finish()
    if on_progress is not None:
        on_progress(total, total, "")
    diagnostics.extend(output.diagnostics)
    return Outcome(tuple(written), sort_diagnostics(diagnostics), removed, writer.notes)


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
    """Return the .docx of a target and the digest of what it prints and how."""
    content, mark = render_marked(composed, shelf, Fingerprints(loaded))
    return content, mark.printed


def render_marked(
    composed: Composed, shelf: TemplateShelf, marks: Fingerprints
) -> tuple[bytes, Fingerprint]:
    """Return the .docx of a target and its fingerprint.

    Raises:
        RenderError: A template is damaged, or cannot print it.
    """
    template, house = shelf.get(composed.view.kind)
    mark = marks.of(composed, template.template.digest, house=house)
    return _rendered(composed, mark, shelf, marks), mark


def _rendered(
    composed: Composed, mark: Fingerprint, shelf: TemplateShelf, marks: Fingerprints
) -> bytes:
    template, house = shelf.get(composed.view.kind)
    target = composed.target
    values = properties(
        version=__version__,
        fingerprint=mark.printed,
        sources=target.sources,
        digest=marks.sources(target.sources),
        document=target.document,
        target=target.path,
        request=target.request,
    )
    return render_document(
        composed.view,
        template,
        values,
        apply_layout=not house,
        compressor=marks.compressor,
    )


class _Writer:
    """Writes the targets of one workspace.

    Args:
        loaded: The workspace.
        output: The output folder.
        force: Nothing that former builds have kept is used.
    """

    def __init__(self, loaded: LoadedWorkspace, output: OutputFolder, *, force: bool) -> None:
        cache = CacheFolder.of_output(output.folder) if not force else None
        self._shelf = TemplateShelf(loaded.template_folder, cache)
        self._marks = Fingerprints(loaded)
        self._output = output

    @property
    def notes(self) -> tuple[Message, ...]:
        return self._shelf.notes

    def write(self, composed: Composed) -> Written | Diagnostic | None:
        """Write a target that is not up to date.

        Returns:
            The file, or why its template cannot print it; nothing where the disk refuses it,
            which the output folder tells.
        """
        document = composed.target.document
        try:
            require_below(self._output.folder, self._output.folder / composed.target.path)
            template, house = self._shelf.get(composed.view.kind)
            mark = self._marks.of(composed, template.template.digest, house=house)
            why = self._output.why(mark)
            if why.reason == "fresh":
                return self._output.leave(mark)
            content = _rendered(composed, mark, self._shelf, self._marks)
            return self._output.put(mark, content, why)
        except RenderError as fault:
            return replace(fault.diagnostic(), documents=(document,))
        except OutputError as error:
            self._output.refusals.add(error, document)
            return None
