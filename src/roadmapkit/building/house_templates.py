"""The Word templates of a house: listed, copied, explained, checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from roadmapkit import rendering
from roadmapkit.building.composing import Composed
from roadmapkit.building.memory import machinery
from roadmapkit.building.output.writing import write_atomically
from roadmapkit.building.papers.targets import paper_targets
from roadmapkit.building.targets import plan_targets
from roadmapkit.diagnostics import Diagnostic, Message, Severity, sort_diagnostics
from roadmapkit.documents import DocumentView
from roadmapkit.errors import ArgumentError
from roadmapkit.lazily import dataclass
from roadmapkit.load import load_workspace
from roadmapkit.rendering import PreparedTemplate, RenderError, Template
from roadmapkit.resolve import resolve_workspace
from roadmapkit.resources import resource

if TYPE_CHECKING:
    from roadmapkit.cache import CacheFolder

__all__ = [
    "ListedTemplate",
    "TemplateReview",
    "check_template_file",
    "copy_template",
    "explain_fields",
    "house_template",
    "list_templates",
    "template_kinds",
]

_REVIEW = "template-review"
_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc"})
State = Literal["packaged", "copy", "house", "older", "damaged", "unknown"]


@dataclass(frozen=True, slots=True)
class ListedTemplate:
    """A template of a workspace.

    Attributes:
        kind: What it prints; for an unknown file the name of the file.
        state: ``packaged`` – no file of the house; ``copy`` – its file is still equal to the
            packaged one; ``house`` – its own; ``older`` – its own, made of a packaged
            template that has changed since; ``damaged`` – cannot be used; ``unknown`` – a
            file that prints no kind of document.
        file: The file of the house, None where there is none.
        left_out: Fields that the packaged template prints and the house's does not.
        nearest: Kinds whose name is like that of an unknown file.
    """

    kind: str
    state: State
    file: Path | None = None
    left_out: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


def template_kinds() -> tuple[str, ...]:
    """Return the kinds of documents that have a packaged template, sorted."""
    return tuple(sorted(path.stem for path in resource("templates").glob("*.docx")))


def house_template(folder: Path | None, kind: str) -> Template | None:
    """Return the house's own template for a kind, None where the packaged one is used.

    Raises:
        RenderError: It is damaged, unsafe, or a link that leads out of the workspace.
    """
    file = folder / f"{kind}.docx" if folder is not None else None
    if folder is None or file is None or not (file.is_file() or file.is_symlink()):
        return None
    return Template.from_file(file, f"templates/{file.name}", within=folder.parent)


def list_templates(folder: Path) -> tuple[ListedTemplate, ...]:
    """Return the packaged templates and those of a house, by kind; unknown files last.

    Args:
        folder: The house's templates; it need not exist.
    """
    known = template_kinds()
    listed = [_listed(folder, kind) for kind in known]
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        # Word keeps a file «~$…» beside a document that is open.
        of_word = file.suffix.lower() in _WORD and not file.name.startswith("~$")
        if of_word and (file.suffix != ".docx" or file.stem not in known):
            nearest = tuple(get_close_matches(file.stem.lower(), known, n=2))
            listed.append(ListedTemplate(file.name, "unknown", file, nearest=nearest))
    return tuple(listed)


def _listed(folder: Path, kind: str) -> ListedTemplate:
    file = folder / f"{kind}.docx"
    try:
        template = house_template(folder, kind)
        if template is None:
            return ListedTemplate(kind, "packaged")
        packaged = Template.packaged(kind)
        if template.digest == packaged.digest:
            return ListedTemplate(kind, "copy", file)
        older = template.version is not None and template.version != packaged.version
        state: State = "older" if older else "house"
        return ListedTemplate(kind, state, file, rendering.unprinted_fields(template, kind))
    except RenderError:
        return ListedTemplate(kind, "damaged", file)


def copy_template(kind: str, folder: Path, *, force: bool = False) -> Path:
    """Copy a packaged template into a folder.

    Args:
        kind: Name of the template.
        folder: Where to; it is made if need be.
        force: Replace a file that is there.

    Raises:
        ArgumentError: There is no such template, or the file is there already.
        OutputError: The file cannot be written.
    """
    _require_kind(kind)
    target = folder / f"{kind}.docx"
    if target.exists() and not force:
        message = Message(
            "{file} is there already; --force replaces it and what the house has changed in it",
            file=target.as_posix(),
        )
        raise ArgumentError(message, argument="kind", value=kind)
    write_atomically(target, resource("templates", f"{kind}.docx").read_bytes())
    return target


def explain_fields(kind: str) -> tuple[rendering.TemplateField, ...]:
    """Return every field that a template of a kind may print.

    Raises:
        ArgumentError: There is no such template.
    """
    _require_kind(kind)
    views = sorted(_samples(), key=lambda view: view.kind != kind)
    return rendering.template_fields(kind, views)


def check_template_file(file: Path, kind: str | None = None) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with a template.

    Args:
        file: The template.
        kind: What it is to print; None goes by its properties, then by its name.

    Raises:
        ArgumentError: There is no such kind, or nothing says what the template prints.
    """
    if kind is not None:
        _require_kind(kind)
    name = file.as_posix()
    try:
        template = Template.from_file(file, name)
        wanted = kind or template.kind or file.stem
        if wanted not in template_kinds():
            message = Message(
                "Nothing says which document {file} prints; name it with --kind: {kinds}",
                file=name,
                kinds=template_kinds(),
            )
            raise ArgumentError(message, argument="kind", value=kind)
        found = list(rendering.check_template(template, wanted))
        if all(one.severity is not Severity.ERROR for one in found):
            prepared = template.prepare()
            found.extend(_tried(prepared, wanted) if not found else ())
            found.extend(rendering.slow_parts(prepared))
        return sort_diagnostics(found)
    except RenderError as error:
        return (error.diagnostic(),)


def _tried(template: PreparedTemplate, kind: str) -> Iterator[Diagnostic]:
    """Yield what only shows when a document is printed: a filter given what it cannot take."""
    for view in _samples():
        if view.kind == kind:
            try:
                rendering.render_document(view, template, {}, apply_layout=False)
            except RenderError as error:
                yield error.diagnostic()


class TemplateReview:
    """What is wrong with a house's templates; each of them is looked at once.

    Args:
        folder: The templates; None for a workspace without any.
        cache: Keeps between runs what came of those without faults; None keeps nothing.
    """

    def __init__(self, folder: Path | None, cache: CacheFolder | None = None) -> None:
        self._folder = folder
        self._cache = cache
        self._reviewed: dict[str, _Reviewed] = {}

    def of(self, composed: Iterable[Composed]) -> Iterator[Diagnostic]:
        """Yield what is wrong with the templates that documents are printed by.

        Args:
            composed: The documents.
        """
        if self._folder is None:
            return
        by_kind: dict[str, list[Composed]] = {}
        for item in composed:
            by_kind.setdefault(item.view.kind, []).append(item)
        for kind in sorted(by_kind):
            if kind not in self._reviewed:
                self._reviewed[kind] = _review(self._folder, kind, self._cache)
            reviewed = self._reviewed[kind]
            printed = [(item.target.document, item.view) for item in by_kind[kind]]
            documents = tuple(dict.fromkeys(document for document, _ in printed))
            yield from (replace(item, documents=documents) for item in reviewed.found)
            if reviewed.template is not None:
                yield from rendering.left_out_values(reviewed.template, reviewed.left_out, printed)


@dataclass(frozen=True, slots=True)
class _Reviewed:
    """What was found in a template of a house.

    Attributes:
        found: What is wrong with it, whatever it prints.
        template: The template, where nothing is.
        left_out: Fields that the packaged template prints and this one does not.
    """

    found: tuple[Diagnostic, ...] = ()
    template: Template | None = None
    left_out: tuple[str, ...] = ()


def _review(folder: Path, kind: str, cache: CacheFolder | None) -> _Reviewed:
    try:
        template = house_template(folder, kind)
        if template is None or template.digest == Template.packaged(kind).digest:
            return _Reviewed()
        key = repr((machinery(), template.name, template.digest, kind))
        known = _read_review(cache.get(_REVIEW, key)) if cache is not None else None
        if known is not None:
            return _Reviewed(template=template, left_out=known)
        found, left_out = rendering.review_template(template, kind, cache)
        if cache is not None and not found:
            cache.put(_REVIEW, key, json.dumps(left_out).encode())
        return _Reviewed(found) if found else _Reviewed(template=template, left_out=left_out)
    except RenderError as error:
        return _Reviewed((error.diagnostic(),))


def _read_review(data: bytes | None) -> tuple[str, ...] | None:
    """Return the fields that a template without faults leaves out, where they were kept."""
    try:
        found = json.loads(data) if data is not None else None
    except ValueError:
        return None
    if not isinstance(found, list) or not all(isinstance(path, str) for path in found):
        return None
    return tuple(found)


def _require_kind(kind: str) -> None:
    known = template_kinds()
    if kind in known:
        return
    nearest = get_close_matches(kind.lower(), known, n=2)
    message = (
        Message("There is no template {kind!r}; perhaps {nearest}", kind=kind, nearest=nearest)
        if nearest
        else Message("There is no template {kind!r}; there are {kinds}", kind=kind, kinds=known)
    )
    raise ArgumentError(message, argument="kind", value=kind)


@cache
def _samples() -> tuple[DocumentView, ...]:
    """Return the documents of the packaged sample, in words."""
    file = resource("building", "data", "sample.yaml")
    resolved, _ = resolve_workspace(load_workspace(file))
    papers = paper_targets(resolved, resolved.documents.keys()).targets
    return tuple(target.compose()[0] for target in (*plan_targets(resolved), *papers))
