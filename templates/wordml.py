"""Builders of WordprocessingML for the packaged templates: text in, XML out."""

from __future__ import annotations

from xml.sax.saxutils import escape

__all__ = [
    "NAMESPACES",
    "cell",
    "each",
    "field",
    "paragraph",
    "row",
    "row_tag",
    "run",
    "section",
    "table",
    "tag",
    "twips",
    "when",
]

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def run(text: str, style: str | None = None) -> str:
    """Return a run of text, with a character style."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction: str) -> str:
    """Return the runs of a field that Word computes."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:t>2</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, *content: str, properties: str = "") -> str:
    """Return a paragraph of a style; a plain string in *content* becomes a run."""
    runs = "".join(part if part.startswith("<w:") else run(part) for part in content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def tag(text: str) -> str:
    """Return a paragraph that holds a paragraph tag and vanishes with it."""
    return paragraph("TagLine", f"{{%p {text} %}}")


def each(loop: str, *content: str) -> str:
    """Return paragraphs and tables repeated by a loop such as ``line in part.before``."""
    return "".join((tag(f"for {loop}"), *content, tag("endfor")))


def when(condition: str, *content: str) -> str:
    """Return paragraphs and tables that stand only if *condition* is true."""
    return "".join((tag(f"if {condition}"), *content, tag("endif")))


def cell(
    *content: str,
    width: int = 0,
    percent: int = 0,
    span: int = 1,
    valign: str = "",
    framed: bool = False,
) -> str:
    """Return a table cell, its width in twips or in fiftieths of a per cent."""
    kind, size = ("pct", percent) if percent else ("dxa", width)
    properties = f'<w:tcW w:w="{size}" w:type="{kind}"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if framed:
        sides = ("top", "left", "bottom", "right")
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="auto"/>' for side in sides
        )
        properties += f"<w:tcBorders>{lines}</w:tcBorders>"
    if valign:
        properties += f'<w:vAlign w:val="{valign}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, heading: bool = False, whole: bool = False) -> str:
    """Return a table row: *heading* repeats on each page, *whole* does not break."""
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if heading else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def row_tag(text: str, width: int, span: int) -> str:
    """Return a row that holds a row tag and vanishes with it."""
    return row(cell(paragraph("TagLine", f"{{%tr {text} %}}"), width=width, span=span))


def table(style: str, columns: tuple[int, ...], *rows: str, width: str, align: str = "") -> str:
    """Return a table of fixed layout.

    Args:
        style: Table style.
        columns: Widths of the grid columns in twips.
        rows: Rows.
        width: Attributes of the table's width.
        align: Horizontal alignment of the table on the page.
    """
    justification = f'<w:jc w:val="{align}"/>' if align else ""
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW {width}/>{justification}'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def section() -> str:
    """Return a section: page number on top of every page but the first, A4, GOST margins."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdPageNumber"/>'
        '<w:headerReference w:type="first" r:id="rIdNoNumber"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{twips(20)}" w:right="{twips(10)}" w:bottom="{twips(20)}" '
        f'w:left="{twips(30)}" w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )
