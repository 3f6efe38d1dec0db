"""A Word template: loaded and checked once, prepared once, filled many times."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roadmapkit.diagnostics import Message
from roadmapkit.documents.view import DocumentView
from roadmapkit.rendering.archive import MAX_ARCHIVE, read_archive, too_large, write_archive
from roadmapkit.rendering.charts import Charts
from roadmapkit.rendering.codes import MISSING, OTHER_KIND, PATHS
from roadmapkit.rendering.compiled import CompiledPart, compile_part
from roadmapkit.rendering.contents.digest import with_content_digest
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.layout import restyle, section_setups
from roadmapkit.rendering.lists_and_notes import ListsAndNotes
from roadmapkit.rendering.package import Package, open_package
from roadmapkit.rendering.pictures import Pictures
from roadmapkit.rendering.properties import (
    KIND_PROPERTY,
    VERSION_PROPERTY,
    read_custom_properties,
    with_properties,
)
from roadmapkit.rendering.sandbox import TemplateEnvironment
from roadmapkit.rendering.shapes import document_fields
from roadmapkit.rendering.tags import DRAW_CHART, FOOTNOTE, LIST_NUMBER, PICTURE, SECTION_SETUP
from roadmapkit.resources import resource

__all__ = ["PreparedTemplate", "Template", "render_document"]

_FIELDS = tuple(document_fields())
"""Fields of a document view that a template may name."""


@dataclass(frozen=True, slots=True)
class Template:
    """A Word template that has passed every check of safety.

    Attributes:
        name: Name for messages.
        digest: SHA-256 of the file: equal digests, equal templates.
        kind: Kind of document that the template says it prints, if it says so.
        package: Its parts.
        version: Which packaged template it is or was copied from, if it says so.
    """

    name: str
    digest: str
    kind: str | None
    package: Package
    version: str | None = None

    @classmethod
    def from_bytes(cls, data: bytes, name: str) -> Template:
        """Check and unpack a template.

        Raises:
            RenderError: No Word document, or one that a template must not be.
        """
        package = open_package(read_archive(data, name), name)
        properties = read_custom_properties(package.members)
        return cls(
            name,
            hashlib.sha256(data).hexdigest(),
            properties.get(KIND_PROPERTY),
            package,
            properties.get(VERSION_PROPERTY),
        )

    @classmethod
    def from_file(
        cls, path: Path, name: str | None = None, *, within: Path | None = None
    ) -> Template:
        """Check and unpack the template in a file.

        Args:
            path: The file.
            name: How messages call it; by default by the name of the file.
            within: Folder that the file must really lie in, whatever links say.

        Raises:
            RenderError: No such file, or outside of *within*, or as in :meth:`from_bytes`.
        """
        shown = name or path.name
        if within is not None:
            _require_within(within, path, shown)
        try:
            if path.stat().st_size > MAX_ARCHIVE:
                raise too_large(shown)
            data = path.read_bytes()
        except OSError as error:
            raise RenderError(
                MISSING,
                Message("the template cannot be read ({reason})", reason=str(error.strerror)),
                Message("check the path, or leave the template out to use the packaged one"),
                template=shown,
            ) from error
        return cls.from_bytes(data, shown)

    @classmethod
    def packaged(cls, kind: str) -> Template:
        """Return the template that comes with the library for a kind of document.

        Raises:
            RenderError: The library has none for *kind*.
        """
        try:
            path = resource("templates", f"{kind}.docx")
        except FileNotFoundError as error:
            raise RenderError(
                MISSING,
                Message("there is no packaged template for {kind!r}", kind=kind),
                Message("put a template of that name into the folder with templates"),
                template=f"{kind}.docx",
            ) from error
        return cls.from_file(path)

    def prepare(self) -> PreparedTemplate:
        """Compile the template.

        Raises:
            RenderError: A tag cannot be read, crosses others, or names what there is not.
        """
        environment = TemplateEnvironment()
        members = self.package.members
        return PreparedTemplate(
            self,
            tuple(
                compile_part(environment, self.name, part, members[part], names=_FIELDS)
                for part in self.package.texts
            ),
        )


@dataclass(frozen=True, slots=True)
class PreparedTemplate:
    """A template compiled to functions; immutable, so that threads may share it.

    Attributes:
        template: Where it comes from.
        parts: Compiled parts, the main part first.
    """

    template: Template
    parts: tuple[CompiledPart, ...]


def _require_within(folder: Path, path: Path, shown: str) -> None:
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        inside = False
    if not inside:
        raise RenderError(
            PATHS,
            Message("the template is a link that leads out of the workspace"),
            Message("put the file itself into the folder with templates"),
            template=shown,
        )


def render_document(
    view: DocumentView,
    template: PreparedTemplate,
    properties: Mapping[str, str],
    *,
    apply_layout: bool = True,
) -> bytes:
    """Return the .docx that *template* makes of *view*.

    Equal arguments give equal bytes, whatever the machine, time or place.

    Args:
        view: The document, finished to the last character.
        template: A template for documents of this kind.
        properties: Custom properties of the file, such as its fingerprint.
        apply_layout: Whether fonts, sizes, spacing and margins of ``view.page``
            replace those of the template: yes for the packaged templates, no for
            one that a house has laid out itself.

    Raises:
        RenderError: The template is meant for another kind of document, asks for
            a value that is not given, or a value cannot be printed.
    """
    source = template.template
    if source.kind is not None and source.kind != view.kind:
        raise RenderError(
            OTHER_KIND,
            Message(
                "the template prints {kind!r}, the document is {wanted!r}",
                kind=source.kind,
                wanted=view.kind,
            ),
            Message("copy the packaged template {name!r} instead", name=f"{view.kind}.docx"),
            template=source.name,
        )
    context: dict[str, object] = {name: getattr(view, name) for name in _FIELDS}
    context[SECTION_SETUP] = section_setups(view.page if apply_layout else None)
    gathered = ListsAndNotes()
    context[LIST_NUMBER] = gathered.list_number
    context[FOOTNOTE] = gathered.footnote
    pictures = Pictures()
    context[PICTURE] = pictures.drawing
    charts = Charts(view.page.font)
    context[DRAW_CHART] = charts.draw
    members = dict(source.package.members)
    for part in template.parts:
        members[part.name] = part.render(context)
    members = gathered.add_to(members, source.package.document)
    members = pictures.add_to(members, source.package.document)
    members = charts.add_to(members, source.package.document)
    styles = source.package.styles
    if apply_layout and styles is not None:
        members[styles] = restyle(members[styles], view.page, view.language)
    members = with_properties(members, title=view.title, language=view.language, custom=properties)
    return write_archive(with_content_digest(members))
