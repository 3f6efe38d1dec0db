"""The parts of a Word package: which hold text, and which are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml import etree

from roadmapkit.diagnostics import Message
from roadmapkit.rendering.archive import CONTENT_TYPES, too_large
from roadmapkit.rendering.codes import ACTIVE_CONTENT, EXTERNAL, MACROS, NOT_WORD
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.ooxml import RELATIONSHIP_NS, parse, w

__all__ = ["Package", "Relationship", "open_package", "relationships"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEXT_RELATIONSHIPS = ("header", "footer", "footnotes", "endnotes")
_ACTIVE_RELATIONSHIPS = ("oleObject", "control", "aFChunk", "package", "frame", "subDocument")
_ACTIVE_FIELDS = frozenset(
    {"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE"}
    | {"EMBED", "RD", "MACROBUTTON", "GOTOBUTTON", "ASK", "FILLIN", "AUTOTEXT", "AUTOTEXTLIST"}
    | {"NEXT", "NEXTIF", "SKIPIF", "MERGEFIELD"}
)
MAX_TEXT = 8 * 2**20
"""Bytes of the longest part with text; the packaged ones take a two-hundredth of it."""

_NESTED = "\x00"
_FIELD_NAME = re.compile(r"\s*([^\s\\\"]+)")


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part."""

    type: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A checked Word document, unpacked.

    Attributes:
        members: Contents by member name.
        document: Name of the main part.
        texts: Names of all parts with text, the main part first.
        styles: Name of the part with styles, if any.
    """

    members: Mapping[str, bytes]
    document: str
    texts: tuple[str, ...]
    styles: str | None


def open_package(members: Mapping[str, bytes], template: str) -> Package:
    """Find the parts of a document and refuse what a template must not carry.

    Raises:
        RenderError: Not a Word document, a macro document, an outside reference
            other than a hyperlink, an embedded object or a field that fetches.
    """
    if CONTENT_TYPES not in members or "_rels/.rels" not in members:
        raise _not_word(Message("the archive is not an Office document"), template)
    _refuse_macros(members, template)
    for name in sorted(members):
        if name.endswith(".rels"):
            _check_relationships(members[name], name, template)
    document = _main_part(members, template)
    texts = [document]
    styles = None
    for relationship in relationships(members, document):
        kind = relationship.type.removeprefix(_OFFICE)
        target = normpath(join(dirname(document), relationship.target)).lstrip("/")
        if kind in _TEXT_RELATIONSHIPS and target in members and target not in texts:
            texts.append(target)
        elif kind == "styles" and target in members:
            styles = target
    for name in texts:
        if len(members[name]) > MAX_TEXT:
            raise too_large(template)
        _refuse_fields(_parse(members[name], name, template), template)
    return Package(members, document, (document, *sorted(texts[1:])), styles)


def relationships(members: Mapping[str, bytes], part: str) -> tuple[Relationship, ...]:
    """Return the relationships of a part in their order; of the package for ``""``."""
    name = join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")
    return tuple(_read_relationships(members[name])) if name in members else ()


def _read_relationships(data: bytes) -> Iterator[Relationship]:
    for element in parse(data).iter(f"{{{RELATIONSHIP_NS}}}Relationship"):
        yield Relationship(
            element.get("Type", ""),
            element.get("Target", ""),
            element.get("TargetMode") == "External",
        )


def _refuse_macros(members: Mapping[str, bytes], template: str) -> None:
    macro_type = b"macroEnabled" in members[CONTENT_TYPES]
    if macro_type or any("vba" in name.lower() for name in members):
        raise RenderError(
            MACROS,
            Message("the template carries macros"),
            Message("save it in Word as a document without macros (.docx)"),
            template=template,
        )


def _check_relationships(data: bytes, name: str, template: str) -> None:
    try:
        found = tuple(_read_relationships(data))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name, error, template) from error
    for relationship in found:
        kind = relationship.type.rpartition("/")[2]
        if relationship.external and kind != "hyperlink":
            raise RenderError(
                EXTERNAL,
                Message(
                    "the template refers to an outside file {target!r} ({kind})",
                    target=relationship.target,
                    kind=kind,
                ),
                Message("put the picture or text into the template, or detach the linked file"),
                template=template,
            )
        if kind in _ACTIVE_RELATIONSHIPS or "activeX" in relationship.target:
            raise RenderError(
                ACTIVE_CONTENT,
                Message("the template carries an embedded object ({kind})", kind=kind),
                Message("replace it with a picture or a table"),
                template=template,
            )


def _main_part(members: Mapping[str, bytes], template: str) -> str:
    targets = [
        relationship.target.lstrip("/")
        for relationship in relationships(members, "")
        if relationship.type == f"{_OFFICE}officeDocument"
    ]
    if not targets or targets[0] not in members:
        raise _not_word(Message("the main part of the document is missing"), template)
    root = _parse(members[CONTENT_TYPES], CONTENT_TYPES, template)
    types = {element.get("PartName"): element.get("ContentType") for element in root}
    if types.get(f"/{targets[0]}") != _MAIN_TYPE:
        raise _not_word(Message("the file is not a Word document (.docx)"), template)
    document = _parse(members[targets[0]], targets[0], template)
    if document.tag != w("document") or document.find(w("body")) is None:
        raise _not_word(Message("the main part holds no text"), template)
    return targets[0]


def _refuse_fields(root: etree._Element, template: str) -> None:
    instructions = [element.get(w("instr"), "") for element in root.iter(w("fldSimple"))]
    for instruction in (*instructions, *_complex_fields(root)):
        match = _FIELD_NAME.match(instruction)
        name = match[1].upper() if match else ""
        # A name that another field or a tag would put together is known to nobody yet.
        if name in _ACTIVE_FIELDS or _NESTED in name or "{" in name:
            raise RenderError(
                ACTIVE_CONTENT,
                Message(
                    "the template carries a field that fetches data ({field})",
                    field=name.replace(_NESTED, "{ }"),
                ),
                Message("replace the field with its text"),
                template=template,
            )


def _complex_fields(root: etree._Element) -> Iterator[str]:
    """Yield the instructions of fields that Word writes in runs, nested ones as a sign.

    Word splits an instruction over runs; the pieces are read together.
    """
    opened: list[list[str]] = []
    for element in root.iter(w("fldChar"), w("instrText")):
        if element.tag == w("instrText"):
            if opened:
                opened[-1].append(element.text or "")
            else:
                yield element.text or ""
            continue
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            if opened:
                opened[-1].append(_NESTED)
            opened.append([])
        elif kind == "end" and opened:
            yield "".join(opened.pop())
    yield from ("".join(pieces) for pieces in opened)


def _parse(data: bytes, name: str, template: str) -> etree._Element:
    try:
        return parse(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name, error, template) from error


def _damaged(name: str, error: Exception, template: str) -> RenderError:
    return _not_word(
        Message("part {part!r} is damaged ({reason})", part=name, reason=str(error)), template
    )


def _not_word(message: Message, template: str) -> RenderError:
    return RenderError(
        NOT_WORD,
        message,
        Message("open it in Word and save it again as .docx"),
        template=template,
    )
