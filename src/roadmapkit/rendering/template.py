"""A Word template: loaded and checked once, prepared once, filled many times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from roadmapkit.cache import CacheFolder
from roadmapkit.diagnostics import Message
from roadmapkit.documents.view import DocumentView
from roadmapkit.errors import trouble_of
from roadmapkit.rendering.archive import MAX_ARCHIVE, read_archive, too_large
from roadmapkit.rendering.codes import MISSING, PATHS
from roadmapkit.rendering.compiling import compiled_parts
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.package import Package, open_package
from roadmapkit.rendering.properties import KIND_PROPERTY, VERSION_PROPERTY, read_custom_properties
from roadmapkit.rendering.running import CompiledPart
from roadmapkit.rendering.sandbox import TemplateEnvironment
from roadmapkit.rendering.standing import Standing
from roadmapkit.resources import resource

__all__ = ["DOCUMENT_NAMES", "PreparedTemplate", "Template"]

DOCUMENT_NAMES = tuple(item.name for item in fields(DocumentView) if item.compare)
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
                Message("the template cannot be read ({reason})", reason=trouble_of(error)),
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

    def prepare(
        self,
        cache: CacheFolder | None = None,
        *,
        names: Iterable[str] | None = DOCUMENT_NAMES,
    ) -> PreparedTemplate:
        """Compile the template, or take what it was compiled to from a cache.

        Args:
            cache: Where that is kept between runs; None keeps nothing.
            names: Names that tags may use: those of a document by default; None where
                they are known only to whoever gives the values.

        Raises:
            RenderError: A tag cannot be read, crosses others, or names what there is not.
        """
        environment = TemplateEnvironment()
        members = self.package.members
        codes = compiled_parts(environment, self.package, (self.name, self.digest), names, cache)
        parts = (CompiledPart(environment, self.name, members[code.name], code) for code in codes)
        return PreparedTemplate(self, tuple(parts), Standing(members, cache))


@dataclass(frozen=True, slots=True)
class PreparedTemplate:
    """A template compiled to functions; threads may share it.

    Attributes:
        template: Where it comes from.
        parts: Compiled parts, the main part first.
        standing: What its documents share.
    """

    template: Template
    parts: tuple[CompiledPart, ...]
    standing: Standing

    @property
    def notes(self) -> tuple[Message, ...]:
        """What of it is not streamed, and why, for whoever asks for details."""
        return tuple(
            Message(
                "{template}, {part}: the number of columns of a table depends on values, so that "
                "docxtpl counts them afterwards; with {tag} the part is printed several times "
                "faster",
                template=self.template.name,
                part=part.name,
                tag="{% grid %}",
            )
            for part in self.parts
            if part.varies
        )


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
