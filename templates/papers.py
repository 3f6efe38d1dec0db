"""What the templates of copies, approval sheets, lists and letters are made of."""

from __future__ import annotations

from blocks import (
    act_requisites,
    act_text,
    certification,
    executor_mark,
    sheets,
    signature_of,
    signed_by,
)
from meeting import minutes_heading, minutes_lines
from styles import Style
from wordml import cell, each, paragraph, row, row_tag, section, table, tag, twips, when

__all__ = ["COPY_STYLES", "LETTER_STYLES", "copy", "letter"]

TEXT_WIDTH = twips(170)
FULL_WIDTH = 'w:w="5000" w:type="pct"'

COPY_STYLES = (
    Style(
        "CopyMark",
        "Отметка «Копия»",
        paragraph='<w:spacing w:before="0" w:after="120"/><w:jc w:val="right"/>',
    ),
)
LETTER_STYLES = (
    Style(
        "LetterHead",
        "Письмо – бланк",
        paragraph='<w:spacing w:before="0" w:after="120"/><w:jc w:val="center"/>',
    ),
    Style(
        "LetterReference",
        "Письмо – дата и номер",
        paragraph='<w:spacing w:before="0" w:after="60"/><w:jc w:val="left"/>',
    ),
    Style(
        "LetterAddressee",
        "Письмо – адресат",
        paragraph='<w:spacing w:before="0" w:after="120"/><w:jc w:val="left"/>',
    ),
    Style(
        "LetterTitle",
        "Письмо – заголовок",
        paragraph='<w:spacing w:before="0" w:after="120"/><w:jc w:val="left"/>',
    ),
    Style(
        "Salutation",
        "Письмо – обращение",
        paragraph='<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>',
    ),
    Style(
        "LetterAttachment",
        "Письмо – приложение",
        "BodyPlain",
        '<w:keepNext/><w:jc w:val="both"/>',
    ),
)


def copy() -> str:
    """Return a copy: an act or minutes, each with the mark of who certifies it, then sheets."""
    caption = when("extract.caption", paragraph("CopyMark", "{{ extract.caption }}"))
    word = signed_by("act.signature", "SignaturePost", "SignatureName", "extract.signed")
    end = tuple(
        when("sheets", paragraph("SectionEnd", f"{{% section {subject} %}}", properties=section()))
        for subject in ("act", "minutes")
    )
    order = when(
        "act",
        act_requisites(),
        act_text(),
        when("act.signature", word),
        certification(),
        executor_mark(),
        end[0],
    )
    meeting = when(
        "minutes", minutes_heading(), minutes_lines(), _signed_minutes(), certification(), end[1]
    )
    return caption + order + meeting + sheets()


def _signed_minutes() -> str:
    shares = (2500, 900, 1600)
    texts = (
        ("SignaturePost", "{{ signature.post_lines|join('\\n') }}"),
        ("SignatureName", "{{ extract.signed }}"),
        ("SignatureName", "{{ signature.name }}"),
    )
    cells = (
        cell(
            paragraph(style, "{% keepnext true %}" + shown),
            percent=share,
            valign="bottom" if index else "",
        )
        for index, ((style, shown), share) in enumerate(zip(texts, shares, strict=True))
    )
    columns = tuple(TEXT_WIDTH * share // 5000 for share in shares)
    people = table(
        "LayoutTable",
        columns,
        row_tag("for signature in minutes.signatures", TEXT_WIDTH, 3),
        row(*cells, whole=True),
        row_tag("endfor", TEXT_WIDTH, 3),
        width=FULL_WIDTH,
    )
    return when("minutes.signatures", people)


def letter() -> str:
    """Return a letter: corner head beside the addressees, text, attachments, signature."""
    kept = "{% keepnext loop.last or loop.revindex == 2 %}"
    end = when("sheets", paragraph("SectionEnd", "{% section letter %}", properties=section()))
    body = each(
        "line in letter.lines",
        tag("if line.style == 'item'"),
        paragraph("BodyItem", kept + "{{ line.text }}"),
        tag("elif line.style == 'plain'"),
        paragraph("BodyPlain", kept + "{{ line.text }}"),
        tag("else"),
        paragraph("BodyText", kept + "{{ line.text }}"),
        tag("endif"),
    )
    return (
        _head()
        + paragraph("Gap")
        + when("letter.salutation", paragraph("Salutation", "{{ letter.salutation }}"))
        + body
        + when("letter.attachments", paragraph("Gap"), _attached(), paragraph("Gap"))
        + signature_of("letter.signature", "false")
        + executor_mark("letter.executor")
        + end
        + sheets()
    )


def _attached() -> str:
    """Return «Приложение:» beside what is attached, line by line."""
    shares = (900, 4100)
    columns = tuple(TEXT_WIDTH * share // 5000 for share in shares)
    lines = each("line in letter.attachments", paragraph("LetterAttachment", "{{ line.text }}"))
    caption = paragraph("LetterReference", "{{ letter.attachment_mark }}")
    cells = (cell(caption, percent=shares[0]), cell(lines, percent=shares[1]))
    return table("LayoutTable", columns, row(*cells), width=FULL_WIDTH)


def _head() -> str:
    left = (
        when(
            "letter.letterhead",
            paragraph("LetterHead", "{{ letter.letterhead|join('\\n') }}"),
        )
        + paragraph("LetterReference", "{{ letter.requisites }}")
        + when("letter.reply", paragraph("LetterReference", "{{ letter.reply }}"))
    )
    right = each(
        "addressee in letter.addressees",
        paragraph("LetterAddressee", "{{ addressee|join('\\n') }}"),
    )
    shares = (2400, 300, 2300)
    columns = tuple(TEXT_WIDTH * share // 5000 for share in shares)
    top = row(
        cell(left, percent=shares[0]),
        cell(paragraph("LetterReference"), percent=shares[1]),
        cell(right, percent=shares[2]),
        whole=True,
    )
    title = row(
        cell(
            paragraph("LetterTitle", "{{ letter.title|join('\\n') }}"),
            percent=shares[0],
        ),
        cell(paragraph("LetterReference"), percent=shares[1]),
        cell(paragraph("LetterReference"), percent=shares[2]),
        whole=True,
    )
    return table("LayoutTable", columns, top, title, width=FULL_WIDTH)
