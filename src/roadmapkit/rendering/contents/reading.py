"""A .docx of unknown origin, read within limits."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import dirname, join, normpath

from lxml import etree

from roadmapkit.diagnostics import Message
from roadmapkit.errors import RoadmapkitError
from roadmapkit.rendering.archive import CONTENT_TYPES, read_archive
from roadmapkit.rendering.codes import NOT_ZIP, TOO_LARGE
from roadmapkit.rendering.contents.looks import Styles, is_on, number, value
from roadmapkit.rendering.contents.model import Comment, Contents, Page, Saved
from roadmapkit.rendering.contents.stories import StoryReader
from roadmapkit.rendering.digest import content_digest
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.ooxml import RELATIONSHIP_NS, W, parse, w
from roadmapkit.rendering.properties import CORE, read_custom_properties

__all__ = ["UnreadableFileError", "read_contents"]

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""Word can save a file with other names for the same things («Strict Open XML»)."""

_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_APP = "docProps/app.xml"
_STATED = ("title", "subject", "keywords", "description", "creator", "category", "language")

Parts = dict[str, str]


class UnreadableFileError(RoadmapkitError):
    """A file that is no whole Word document, or too large to be one.

    Attributes:
        path: The file.
    """

    def __init__(self, message: Message, *, path: str) -> None:
        super().__init__(message)
        self.path = path


def read_contents(data: bytes, name: str) -> Contents:
    """Return what a .docx says and how it looks.

    Args:
        data: The file.
        name: Its name, for messages.

    Raises:
        UnreadableFileError: It is damaged, encrypted, of another format, or unpacks to
            more than a document of an office can need.
    """
    try:
        members = read_archive(data, name)
    except RenderError as fault:
        raise _refused(fault, data, name) from fault
    try:
        return _Reading(members, name).contents()
    except (etree.XMLSyntaxError, ValueError, KeyError, RecursionError) as error:
        message = Message(
            "{path}: the document inside is damaged ({reason}); open it in Word, which may "
            "repair it, and save it again as .docx",
            path=name,
            reason=str(error),
        )
        raise UnreadableFileError(message, path=name) from error


def _refused(fault: RenderError, data: bytes, name: str) -> UnreadableFileError:
    if fault.kind is TOO_LARGE:
        message = Message(
            "{path}: the file unpacks to more data than a document can need", path=name
        )
    elif data[:4] == b"\xd0\xcf\x11\xe0":
        message = Message(
            "{path}: the file is an old .doc or has a password; open it in Word and save it as "
            ".docx without a password",
            path=name,
        )
    elif fault.kind is NOT_ZIP:
        message = Message(
            "{path}: the file is not a whole .docx; get it again, or open it in Word and save "
            "it as .docx",
            path=name,
        )
    else:
        message = Message("{path}: {reason}", path=name, reason=fault.message)
    return UnreadableFileError(message, path=name)


class _Reading:
    """One file."""

    def __init__(self, members: Mapping[str, bytes], name: str) -> None:
        self._members = members
        self._name = name

    def contents(self) -> Contents:
        if CONTENT_TYPES not in self._members or "_rels/.rels" not in self._members:
            raise self._not_word()
        main = self._main_part()
        root = self._parse(main)
        body = root.find(w("body"))
        if body is None:
            raise self._not_word()
        parts = {kind: target for kind, target, _ in self._links(main)}
        styles = Styles(self._optional(parts, "styles"), self._optional(parts, "numbering"))
        reader = StoryReader(
            styles,
            {
                "footnote": self._optional(parts, "footnotes"),
                "endnote": self._optional(parts, "endnotes"),
            },
        )
        reader.read(body, "body")
        sections = list(body.iter(w("sectPr")))
        self._margins(main, sections, reader, parts)
        return Contents(
            blocks=tuple(reader.blocks),
            tables=tuple(reader.tables),
            pages=tuple(map(_page, sections)),
            properties=self._stated(),
            custom=read_custom_properties(self._members),
            tracked=tuple(reader.tracked),
            comments=self._comments(parts, reader.commented),
            saved=self._saved(),
            digest=content_digest(self._members),
            macros=any("vbaproject" in name.lower() for name in self._members),
        )

    def _margins(
        self, main: str, sections: list[etree._Element], reader: StoryReader, parts: Parts
    ) -> None:
        """Read the headers and footers that are shown, each text once."""
        targets = {id_: target for _, target, id_ in self._links(main)}
        settings = self._optional(parts, "settings")
        even = settings is not None and is_on(settings.find(w("evenAndOddHeaders")))
        read: set[str] = set()
        for story in ("header", "footer"):
            for section in sections:
                shown = {"default"} | ({"even"} if even else set())
                shown |= {"first"} if is_on(section.find(w("titlePg"))) else set()
                for mark in section.iterchildren(w(f"{story}Reference")):
                    target = targets.get(mark.get(_LINK, ""), "")
                    wanted = (value(mark, "type") or "default") in shown
                    if wanted and target in self._members and target not in read:
                        read.add(target)
                        reader.read_margin(
                            self._parse(target), "header" if story == "header" else "footer"
                        )

    def _main_part(self) -> str:
        for kind, target, _ in self._links(""):
            if kind == "officeDocument" and target in self._members:
                return target
        raise self._not_word()

    def _links(self, part: str) -> list[tuple[str, str, str]]:
        """Return kind, target and id of the relationships of a part; of the file for ``""``."""
        name = join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")
        if name not in self._members:
            return []
        return [
            (
                item.get("Type", "").rpartition("/")[2],
                normpath(join("/", dirname(part), item.get("Target", ""))).lstrip("/"),
                item.get("Id", ""),
            )
            for item in parse(self._members[name]).iter(f"{{{RELATIONSHIP_NS}}}Relationship")
            if item.get("TargetMode") != "External"
        ]

    def _optional(self, parts: Parts, kind: str) -> etree._Element | None:
        target = parts.get(kind, "")
        return self._parse(target) if target in self._members else None

    def _parse(self, name: str) -> etree._Element:
        data = self._members[name]
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        return parse(data)

    def _stated(self) -> dict[str, str]:
        return {name: text for name in _STATED if (text := self._property(CORE, name))}

    def _saved(self) -> Saved:
        return Saved(
            self._property(CORE, "lastModifiedBy"),
            self._property(CORE, "modified"),
            self._property(_APP, "Application"),
        )

    def _property(self, part: str, name: str) -> str:
        if part not in self._members:
            return ""
        found = next(parse(self._members[part]).iter(f"{{*}}{name}"), None)
        return (found.text or "").strip() if found is not None else ""

    def _comments(self, parts: Parts, commented: Mapping[str, str]) -> tuple[Comment, ...]:
        root = self._optional(parts, "comments")
        return tuple(
            Comment(
                text=" ".join(map(_own_text, item.iter(w("p")))).strip(),
                author=value(item, "author"),
                date=value(item, "date"),
                near=commented.get(value(item, "id"), ""),
            )
            for item in (root.iterchildren(w("comment")) if root is not None else ())
        )

    def _not_word(self) -> UnreadableFileError:
        message = Message("{path}: the file is not a Word document", path=self._name)
        return UnreadableFileError(message, path=self._name)


def _own_text(paragraph: etree._Element) -> str:
    return "".join(part.text or "" for part in paragraph.iter(w("t")))


def _page(section: etree._Element) -> Page:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    width, height = (number(value(size, name)) or 0 for name in ("w", "h"))
    sides = (number(value(margins, name)) or 0 for name in ("left", "right", "top", "bottom"))
    return Page(width, height, *sides)
