"""What stands around a text: header block, place of an electronic signature, QR code."""

from __future__ import annotations

from styles import Style
from wordml import cell, paragraph, row, table, tag, twips, when

__all__ = ["SURROUNDING_STYLES", "heading", "qr", "stamped", "stamped_columns"]

TEXT_WIDTH = twips(170)
CORNER = twips(80)
FULL_WIDTH = 'w:w="5000" w:type="pct"'
STAMPED = (1650, 2150, 1200)
"""Shares of post, mark and name in the line of an electronic signature, which sum up to 5000."""

_CENTRE = '<w:jc w:val="center"/>'


def _spacing(before: int, after: int) -> str:
    return (
        f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="240" '
        'w:lineRule="auto"/>'
    )


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


SURROUNDING_STYLES = (
    Style("LetterheadEmblem", "Бланк – герб", paragraph=f"{_spacing(0, 6)}{_CENTRE}"),
    Style("LetterheadAbove", "Бланк – вышестоящий орган", paragraph=f"{_spacing(0, 3)}{_CENTRE}"),
    Style("LetterheadName", "Бланк – название", "Letterhead", _spacing(0, 3)),
    Style(
        "LetterheadDetails",
        "Бланк – справочные данные",
        paragraph=f"{_spacing(0, 12)}{_CENTRE}",
        run=_size(10),
    ),
    Style("CornerForm", "Бланк – вид документа", "ActForm", _spacing(6, 6)),
    Style("CornerDate", "Бланк – дата и номер", paragraph=_CENTRE),
    Style("CornerTitle", "Бланк – заголовок к тексту", "ActTitle", '<w:jc w:val="left"/>'),
    Style("StampGap", "Отметка – промежуток", paragraph=f"<w:keepNext/>{_spacing(12, 0)}"),
    Style("StampedPost", "Отметка – должность", paragraph="<w:keepLines/>"),
    Style(
        "SignatureStamp",
        "Отметка об электронной подписи",
        paragraph=f"<w:keepNext/><w:keepLines/>{_spacing(0, 0)}"
        f'<w:ind w:left="{twips(1.5)}" w:right="{twips(1)}"/>',
        run=_size(9),
    ),
)
"""Styles of what this module prints, for orders and minutes."""


def heading(document: str, form: tuple[str, ...], body: str, title: str, straight: str) -> str:
    """Return the header block of an act or minutes.

    Args:
        document: Name of the view: ``act`` or ``minutes``.
        form: Runs with the kind of document.
        body: What stands between kind and date.
        title: What follows date, number and place on a form in the corner.
        straight: Kind, date, number, place and title across the sheet.
    """
    name = f"{{{{ {document}.letterhead|join('\\n') }}}}"
    block = (
        when("letterhead.emblem", paragraph("LetterheadEmblem", "{% picture letterhead.emblem %}"))
        + when(
            "letterhead.above",
            paragraph("LetterheadAbove", "{{ letterhead.above|join('\\n') }}"),
        )
        + when(f"{document}.letterhead", paragraph("LetterheadName", name))
        + when(
            "letterhead.details",
            paragraph("LetterheadDetails", "{{ letterhead.details|join('\\n') }}"),
        )
    )
    plain = when(f"{document}.letterhead", paragraph("Letterhead", name))
    width = "{% grid [page.corner_mm] %}{% colwidth page.corner_mm %}"
    date = f"{width}{{{{ {document}.date }}}} {{{{ {document}.number }}}}"
    corner = cell(
        block,
        paragraph("CornerForm", *form),
        body,
        paragraph("CornerDate", date),
        when(f"{document}.place", paragraph("CornerDate", f"{{{{ {document}.place }}}}")),
        paragraph("Gap"),
        width=CORNER,
    )
    corner_table = table(
        "LayoutTable", (CORNER,), row(corner, whole=True), width=f'w:w="{CORNER}" w:type="dxa"'
    )
    return (
        tag("if letterhead and letterhead.corner")
        + corner_table
        + title
        + tag("else")
        + tag("if letterhead")
        + block
        + tag("else")
        + plain
        + tag("endif")
        + straight
        + tag("endif")
    )


def qr() -> str:
    """Return the paragraph that the QR code hangs on: the first of the document."""
    return when("qr", paragraph("Gap", "{% picture qr %}"))


def stamped(who: str, keep: str) -> str:
    """Return the row of an electronic signature: post, framed mark, name.

    Args:
        who: The signature.
        keep: Whether the row stays with what follows.
    """
    post, mark, name = STAMPED
    held = f"{{% keepnext {keep} %}}"
    return row(
        cell(
            paragraph("StampedPost", f"{held}{{{{ {who}.post_lines|join('\\n') }}}}"),
            percent=post,
            valign="bottom",
        ),
        cell(
            paragraph("SignatureStamp", f"{held}{{{{ {who}.stamp|join('\\n') }}}}"),
            percent=mark,
            valign="bottom",
            framed=True,
        ),
        cell(
            paragraph("SignatureName", f"{held}{{{{ {who}.name }}}}"), percent=name, valign="bottom"
        ),
        whole=True,
    )


def stamped_columns() -> tuple[int, ...]:
    """Return the widths of the columns of electronic signatures."""
    return tuple(TEXT_WIDTH * share // 5000 for share in STAMPED)
