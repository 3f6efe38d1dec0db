"""The parts of a .docx of unknown origin, opened with suspicion and much patience."""

from __future__ import annotations

import lzma
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.archive import CONTENT_TYPES, read_archive
from roadmapkit.rendering.codes import PATHS
from roadmapkit.rendering.codes import TOO_LARGE as SWOLLEN
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.ooxml import RELATIONSHIP_NS, parse, w
from roadmapkit.rendering.reading import codes
from roadmapkit.rendering.reading.data import Trait
from roadmapkit.rendering.reading.faults import UnreadableDocumentError

__all__ = ["Parts", "open_parts"]

# What ISO/IEC 29500 Strict calls by other names; Word reads and writes both.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"{\\rtf", "RTF"),
    (b"%PDF", "PDF"),
    (b"<", "HTML / XML"),
)
_SAVE_AS = Message("open it in Word or LibreOffice and save it as .docx")
_ACTIVE = frozenset({"oleObject", "control", "aFChunk", "subDocument", "package"})


@dataclass(slots=True)
class Parts:
    """The parts of a document.

    Attributes:
        main: The main part.
        by_id: Target of each relationship of the main part, by its id.
        by_kind: First target of each kind of relationship.
        traits: What is special about the file.
    """

    members: Mapping[str, bytes]
    main: etree._Element
    by_id: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, str] = field(default_factory=dict)
    traits: dict[Trait, list[str]] = field(default_factory=dict)

    def note(self, trait: Trait, example: str) -> None:
        """Remember a trait of the file, each example once."""
        examples = self.traits.setdefault(trait, [])
        if example not in examples:
            examples.append(example)

    def root(self, kind: str) -> etree._Element | None:
        """Return the part of a kind, None where it is absent or damaged."""
        return self.part(self.by_kind.get(kind))

    def part(self, name: str | None) -> etree._Element | None:
        """Return a part by name, None where it is absent or damaged."""
        if name is None or name not in self.members:
            return None
        try:
            return parse(self.members[name])
        except (etree.XMLSyntaxError, ValueError):
            self.note("damaged", name)
            return None


def open_parts(data: bytes) -> Parts:
    """Open a document.

    Raises:
        UnreadableDocumentError: Not a .docx, or encrypted, damaged or unsafe.
    """
    _refuse_other_formats(data)
    members = _unpacked(data)
    strict = any(
        _STRICT_MARK in content
        for name, content in members.items()
        if name.endswith("document.xml")
    )
    if strict:
        members = {name: _translated(name, content) for name, content in members.items()}
    name = _main_name(members)
    try:
        main = parse(members[name])
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(Message("part {part!r} is damaged", part=name)) from error
    if main.tag != w("document") or main.find(w("body")) is None:
        raise _not_docx(Message("the main part holds no text"))
    parts = Parts(members, main)
    if strict:
        parts.note("strict", name)
    _note_macros(parts)
    _read_relationships(parts, name)
    return parts


def _refuse_other_formats(data: bytes) -> None:
    if not data:
        raise _damaged(Message("the file is empty"))
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableDocumentError(
                codes.ENCRYPTED,
                Message("the document is protected by a password"),
                Message("open it in Word and save it without a password"),
            )
        raise _not_docx(Message("the file is of an old format of Office (.doc)"))
    for beginning, name in _OTHERS:
        if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(beginning):
            raise _not_docx(Message("the file is {format}, not a Word document", format=name))
    if not data.startswith(b"PK"):
        raise _not_docx(Message("the file is no Word document (.docx)"))


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        return read_archive(data, "")
    except RenderError as error:
        if error.kind is SWOLLEN:
            raise UnreadableDocumentError(
                codes.TOO_LARGE,
                Message("the document unpacks to more data than is read"),
                Message("remove large pictures and save it again"),
            ) from error
        if error.kind is PATHS:
            raise UnreadableDocumentError(
                codes.UNSAFE,
                Message(
                    "the archive has a member that is encrypted, stands twice or leads out of it"
                ),
                Message("open the document in Word and save it again as .docx"),
            ) from error
        raise _damaged(Message("the archive is damaged")) from error
    except (ValueError, OSError, LookupError, ArithmeticError, struct.error, lzma.LZMAError) as bad:
        # What zipfile lets through when the directory of an archive lies.
        raise _damaged(Message("the archive is damaged")) from bad


def _translated(name: str, content: bytes) -> bytes:
    if name.endswith((".xml", ".rels")):
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
    return content


def _main_name(members: Mapping[str, bytes]) -> str:
    if CONTENT_TYPES not in members:
        if members.get("mimetype", b"").startswith(b"application/vnd.oasis"):
            raise _not_docx(Message("the file is {format}, not a Word document", format="ODF"))
        raise _not_docx(Message("the archive is not an Office document"))
    for kind, target, external in _relationships(members, ""):
        if kind == "officeDocument" and not external:
            name = normpath(target.lstrip("/"))
            if name in members and members[name].lstrip()[:1] == b"<":
                return name
    if "word/document.xml" in members:
        return "word/document.xml"
    raise _damaged(Message("the main part of the document is missing"))


def _relationships(members: Mapping[str, bytes], part: str) -> list[tuple[str, str, bool]]:
    """Return kind, target and whether it is outside of each relationship."""
    return [relation[1:] for relation in _identified(members, part) or ()]


def _identified(members: Mapping[str, bytes], part: str) -> list[tuple[str, str, str, bool]] | None:
    name = join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")
    if name not in members:
        return []
    try:
        root = parse(members[name])
    except (etree.XMLSyntaxError, ValueError):
        return None
    return [
        (
            element.get("Id", ""),
            element.get("Type", "").rpartition("/")[2],
            element.get("Target", ""),
            element.get("TargetMode") == "External",
        )
        for element in root.iter(f"{{{RELATIONSHIP_NS}}}Relationship")
    ]


def _read_relationships(parts: Parts, main: str) -> None:
    found = _identified(parts.members, main)
    if found is None:
        parts.note("damaged", f"{main}.rels")
    for identifier, kind, target, external in found or ():
        if kind in _ACTIVE:
            parts.note("active", kind)
        if external and kind != "hyperlink":
            parts.note("external", target)
        elif kind != "hyperlink":
            _note_part(parts, identifier, kind, _absolute(target, main))
    if "styles" not in parts.by_kind:
        parts.note("missing", "styles.xml")
    for other in sorted(set(parts.by_id.values())):
        for kind, target, external in _relationships(parts.members, other):
            if external and kind != "hyperlink":
                parts.note("external", target)


def _absolute(target: str, part: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else join(dirname(part), target))


def _note_part(parts: Parts, identifier: str, kind: str, name: str) -> None:
    if name not in parts.members:
        parts.note("missing", name)
        return
    parts.by_id[identifier] = name
    parts.by_kind.setdefault(kind, name)


def _note_macros(parts: Parts) -> None:
    for name in sorted(parts.members):
        if "vbaproject" in name.lower():
            parts.note("macros", name)
    if b"macroEnabled" in parts.members[CONTENT_TYPES]:
        parts.note("macros", CONTENT_TYPES)


def _damaged(message: Message) -> UnreadableDocumentError:
    hint = Message("take another copy, or open it in Word, which may repair it, and save it again")
    return UnreadableDocumentError(codes.DAMAGED, message, hint)


def _not_docx(message: Message) -> UnreadableDocumentError:
    return UnreadableDocumentError(codes.NOT_DOCX, message, _SAVE_AS)
