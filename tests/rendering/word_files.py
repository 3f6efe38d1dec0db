"""Word files for the tests of rendering: opened, changed, made in the way of a house."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph
from lxml import etree
from openxml_audit import OpenXmlValidator

from roadmapkit.documents.view import DocumentView
from roadmapkit.rendering import Template, render_document

__all__ = [
    "NS",
    "attribute",
    "body",
    "faults_of",
    "found",
    "house_template",
    "members",
    "opened",
    "render",
    "render_house",
    "repacked",
    "style_of",
    "text_of",
]

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def render(view: DocumentView, properties: Mapping[str, str] | None = None) -> bytes:
    """Render with the packaged template."""
    return render_document(view, Template.packaged(view.kind).prepare(), properties or {})


def render_house(template: bytes, view: DocumentView) -> bytes:
    """Render with a template of a house, which keeps its own layout."""
    prepared = Template.from_bytes(template, "дом.docx").prepare()
    return render_document(view, prepared, {}, apply_layout=False)


def opened(data: bytes) -> Document:
    """Open a document with python-docx."""
    return docx.Document(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """Return all text of a document, one paragraph a line, cells in their order."""
    return "\n".join(
        "".join(
            {"t": part.text or "", "br": "\n", "tab": "\t"}.get(etree.QName(part).localname, "")
            for part in paragraph.iterfind(".//w:r/*", NS)
        )
        for paragraph in body(data).iter(f"{{{NS['w']}}}p")
    )


def found(element: etree._Element, path: str) -> etree._Element:
    """Return the one element that must be there."""
    inner = element.find(path, NS)
    assert inner is not None, path
    return inner


def attribute(element: etree._Element, path: str, name: str) -> str:
    """Return an attribute of an element that must be there; *path* ``.`` is itself."""
    inner = element if path == "." else found(element, path)
    return str(inner.get(f"{{{NS['w']}}}{name}"))


def style_of(paragraph: Paragraph) -> str:
    """Return the name of a paragraph's style."""
    assert paragraph.style is not None
    return str(paragraph.style.name)


def body(data: bytes) -> etree._Element:
    """Return the main part of a document."""
    return etree.fromstring(members(data)["word/document.xml"])


def members(data: bytes) -> dict[str, bytes]:
    """Return the members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Return an archive with members replaced, added, or (None) left out."""
    merged = {**members(data), **changes}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in merged.items():
            if content is not None:
                archive.writestr(name, content)
    return buffer.getvalue()


def house_template(fill: Callable[[Document], object]) -> bytes:
    """Return a template made by filling an empty document."""
    document = docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def faults_of(data: bytes) -> list[str]:
    """Return what an independent validator finds wrong with a document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.docx"
        path.write_bytes(data)
        return [str(error) for error in OpenXmlValidator().validate(path).errors]
