"""A Word template: loaded and checked once, prepared once, filled many times."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roadmapkit.diagnostics import Message
from roadmapkit.documents.view import DocumentView
from roadmapkit.rendering.archive import read_archive, write_archive
from roadmapkit.rendering.codes import MISSING, OTHER_KIND
from roadmapkit.rendering.compiled import CompiledPart, compile_part
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.layout import restyle, section_setups
from roadmapkit.rendering.lists_and_notes import ListsAndNotes
from roadmapkit.rendering.package import Package, open_package
from roadmapkit.rendering.properties import KIND_PROPERTY, read_custom_properties, with_properties
from roadmapkit.rendering.sandbox import TemplateEnvironment
from roadmapkit.resources import resource

__all__ = ["PreparedTemplate", "Template", "render_document"]

_FIELDS = (
    "act",
    "extract",
    "id",
    "kind",
    "language",
    "letter",
    "minutes",
    "page",
    "sheets",
    "title",
)
"""Fields of a document view that a template may name."""

_SETUP = "section_setup"
"""What the tag ``{% section %}`` calls."""

_LIST_NUMBER = "list_number"
"""What the tag ``{% listmark %}`` calls."""

_FOOTNOTE = "footnote"
"""What the tag ``{% footnote %}`` calls."""


@dataclass(frozen=True, slots=True)
class Template:
    """A Word template that has passed every check of safety.

    Attributes:
        name: Name for messages.
        digest: SHA-256 of the file: equal digests, equal templates.
        kind: Kind of document that the template says it prints, if it says so.
        package: Its parts.
    """

    name: str
    digest: str
    kind: str | None
    package: Package

    @classmethod
    def from_bytes(cls, data: bytes, name: str) -> Template:
        """Check and unpack a template.

        Raises:
            RenderError: No Word document, or one that a template must not be.
        """
        package = open_package(read_archive(data, name), name)
        kind = read_custom_properties(package.members).get(KIND_PROPERTY)
        return cls(name, hashlib.sha256(data).hexdigest(), kind, package)

    @classmethod
    def from_file(cls, path: Path, name: str | None = None) -> Template:
        """Check and unpack the template in a file; *name* is how messages call it.

        Raises:
            RenderError: No such file, or as in :meth:`from_bytes`.
        """
        shown = name or path.name
        try:
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
        names = (*_FIELDS, _SETUP, _LIST_NUMBER, _FOOTNOTE)
        return PreparedTemplate(
            self,
            tuple(
                compile_part(environment, self.name, part, members[part], names)
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
    context[_SETUP] = section_setups(view.page if apply_layout else None)
    gathered = ListsAndNotes()
    context[_LIST_NUMBER] = gathered.list_number
    context[_FOOTNOTE] = gathered.footnote
    members = dict(source.package.members)
    for part in template.parts:
        members[part.name] = part.render(context)
    members = gathered.add_to(members, source.package.document)
    styles = source.package.styles
    if apply_layout and styles is not None:
        members[styles] = restyle(members[styles], view.page, view.language)
    return write_archive(
        with_properties(members, title=view.title, language=view.language, custom=properties)
    )
