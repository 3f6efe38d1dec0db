"""docxtpl beside us: the same template and values, and both results in canonical form."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from word_files import NS, members

from roadmapkit.rendering import Template, render_values

__all__ = ["by_docxtpl", "by_us", "canonical_parts"]

W = f"{{{NS['w']}}}"
_PARTS = re.compile(r"word/(document|header\d+|footer\d+|footnotes)\.xml")
_UNSEEN = {f"{W}proofErr", f"{W}lastRenderedPageBreak"}
_UNSEEN_ATTRIBUTES = re.compile(r"rsid|paraId|textId|\}space$")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def by_docxtpl(template: bytes, values: Mapping[str, Any]) -> bytes:
    """Render with docxtpl, as strictly as it can."""
    document = DocxTemplate(io.BytesIO(template))
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document.render(dict(values), environment)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def by_us(template: bytes, values: Mapping[str, Any]) -> bytes:
    """Render with the library."""
    prepared = Template.from_bytes(template, "дом.docx").prepare(names=None)
    return render_values(values, prepared, {})


def canonical_parts(data: bytes) -> dict[str, Any]:
    """Return every part with text: each element and attribute, without what nobody sees.

    That are marks of editing, numbers of drawings, empty runs, how a text of one look is
    divided into runs, and the order of a cell's properties.
    """
    return {
        name: _canonical(etree.fromstring(content))
        for name, content in members(data).items()
        if _PARTS.fullmatch(name)
    }


def _canonical(element: etree._Element) -> Any:
    attributes = sorted(
        (str(name), str(value))
        for name, value in element.attrib.items()
        if not _UNSEEN_ATTRIBUTES.search(str(name))
        and not (element.tag == _DRAWING and name == "id")
    )
    children: list[Any] = []
    for child in element:
        if child.tag in _UNSEEN:
            continue
        if child.tag == f"{W}r":
            _add_run(children, child)
        else:
            children.append(_canonical(child))
    if (
        element.tag == f"{W}tcPr"
    ):  # docxtpl puts its own first, where the schema has no place for it
        children.sort(key=lambda child: str(child[0]))
    text = (element.text or "") if element.tag == f"{W}t" else ""
    return element.tag, attributes, text, children


def _add_run(children: list[Any], run: etree._Element) -> None:
    """Add a run, or its content to a run before it that looks alike."""
    found = run.find(f"{W}rPr")
    look = _canonical(found) if found is not None and len(found) else None
    content: list[Any] = []
    for item in run:
        if item.tag == f"{W}rPr" or (item.tag == f"{W}t" and not item.text):
            continue
        content.append(_canonical(item))
    if not content:
        return
    if children and children[-1][0] == "run" and children[-1][1] == look:
        before = children[-1][2]
    else:
        before = []
        children.append(("run", look, before))
    for item in content:
        if before and before[-1][0] == item[0] == f"{W}t":
            before[-1] = (item[0], item[1], before[-1][2] + item[2], item[3])
        else:
            before.append(item)
