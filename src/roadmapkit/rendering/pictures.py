"""Pictures that a document's view brings along: drawings in the text, files in the archive."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from posixpath import dirname, join

from lxml import etree
from markupsafe import Markup, escape

from roadmapkit.documents.letterhead_view import PictureView
from roadmapkit.rendering.archive import CONTENT_TYPES
from roadmapkit.rendering.ooxml import CONTENT_TYPE_NS, RELATIONSHIP_NS, parse, serialize

__all__ = ["Pictures"]

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EMU_PER_MM = 36000
_FIRST = 1000
"""Above the numbers that a template may have given to pictures of its own."""

_INLINE = '<wp:inline distT="0" distB="0" distL="0" distR="0">{body}</wp:inline>'
# At the foot of the text of the page that its paragraph stands on; text flows by its left side.
_FOOT = (
    '<wp:anchor distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="2" '
    'behindDoc="0" locked="0" layoutInCell="0" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>{body}'
    "</wp:anchor>"
)
_BESIDE = '<wp:wrapSquare wrapText="left"/>'


class Pictures:
    """The pictures of one document, in the order of printing."""

    def __init__(self) -> None:
        self._files: dict[str, PictureView] = {}
        self._drawn = 0

    def drawing(self, picture: PictureView) -> Markup:
        """Return the drawing of a picture, to stand in a run."""
        self._files.setdefault(picture.digest, picture)
        self._drawn += 1
        number = _FIRST + self._drawn
        size = (
            f'cx="{round(picture.width_mm * _EMU_PER_MM)}" '
            f'cy="{round(picture.height_mm * _EMU_PER_MM)}"'
        )
        inline = picture.place == "line"
        about = f'id="{number}" name="Picture {number}" descr="{_attribute(picture.description)}"'
        body = (
            f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f"{'' if inline else _BESIDE}<wp:docPr {about}/><wp:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
            f"<pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            f'<a:blip r:embed="{_relationship(picture)}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic>"
        )
        frame = (_INLINE if inline else _FOOT).format(body=body)
        opening = f'<w:drawing xmlns:w="{_W}" xmlns:wp="{_WP}" xmlns:r="{_R}">'
        # Sizes and digests are ours, the description is quoted above.
        return Markup(f"{opening}{frame}</w:drawing>")  # noqa: S704

    def add_to(self, members: Mapping[str, bytes], document: str) -> dict[str, bytes]:
        """Return the members of an archive with the files of the pictures drawn."""
        changed = dict(members)
        if not self._files:
            return changed
        rels = join(dirname(document), "_rels", f"{document.rpartition('/')[2]}.rels")
        relationships = parse(changed[rels])
        for _, picture in sorted(self._files.items()):
            name = f"media/{_relationship(picture)}.{picture.format}"
            changed[join(dirname(document), name)] = picture.data
            element = etree.SubElement(relationships, f"{{{RELATIONSHIP_NS}}}Relationship")
            element.set("Id", _relationship(picture))
            element.set("Type", _IMAGE)
            element.set("Target", name)
        changed[rels] = serialize(relationships)
        formats = sorted({picture.format for picture in self._files.values()})
        changed[CONTENT_TYPES] = _with_types(changed[CONTENT_TYPES], formats)
        return changed


def _attribute(text: str) -> str:
    return re.sub(
        r"\s", lambda match: f"&#{ord(match[0])};" if match[0] < " " else match[0], escape(text)
    )


def _relationship(picture: PictureView) -> str:
    return f"rId-roadmapkit-{picture.digest[:16]}"


def _with_types(data: bytes, formats: Sequence[str]) -> bytes:
    types = parse(data)
    known = {element.get("Extension", "").lower() for element in types}
    for position, name in enumerate(item for item in formats if item not in known):
        default = etree.Element(f"{{{CONTENT_TYPE_NS}}}Default")
        default.set("Extension", name)
        default.set("ContentType", f"image/{name}")
        types.insert(position, default)
    return serialize(types)
