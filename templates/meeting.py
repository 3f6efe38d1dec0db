"""What the template of minutes is made of: heading, paragraphs with bold words, signatures."""

from __future__ import annotations

from blocks import sheets, signed_by
from letterhead import heading, qr, stamped, stamped_columns
from styles import Style
from wordml import cell, each, paragraph, row, row_tag, section, table, tag, twips, when

__all__ = ["MINUTES_STYLES", "minutes", "minutes_extract", "minutes_heading", "minutes_lines"]

TEXT_WIDTH = twips(170)
FULL_WIDTH = 'w:w="5000" w:type="pct"'
POST_SHARE = 3000

MINUTES_STYLES = (
    Style(
        "MinutesBody",
        "Протокол – чьё заседание",
        paragraph='<w:spacing w:before="0" w:after="240"/><w:jc w:val="center"/>',
        run="<w:b/><w:bCs/>",
    ),
    Style(
        "MinutesGroup",
        "Протокол – сведения",
        "BodyPlain",
        '<w:spacing w:before="120"/><w:jc w:val="left"/>',
    ),
    Style("MinutesPerson", "Протокол – участник", "BodyPlain", '<w:jc w:val="left"/>'),
    Style("MinutesPoint", "Протокол – слушали, решили", "BodyText", '<w:spacing w:before="120"/>'),
)


def minutes() -> str:
    """Return the text of minutes, with a section of its own if sheets follow."""
    end = when("sheets", paragraph("SectionEnd", "{% section minutes %}", properties=section()))
    return minutes_heading() + minutes_lines() + _signatures() + end + sheets()


def minutes_extract() -> str:
    """Return what an extract has of minutes; a word may stand for each of the signatures."""
    recipient = when("extract.recipient", paragraph("Recipient", "{{ extract.recipient }}"))
    people = each(
        "signature in minutes.signatures",
        signed_by("signature", "SignaturePost", "SignatureName", "extract.signed"),
    )
    return minutes_heading() + recipient + minutes_lines() + people


def minutes_heading() -> str:
    """Return the head of minutes."""
    half = TEXT_WIDTH // 2
    date_and_number = row(
        cell(paragraph("ActDate", "{{ minutes.date }}"), percent=2500),
        cell(paragraph("ActNumber", "{{ minutes.number }}"), percent=2500),
        whole=True,
    )
    form = "{{ minutes.form }}"
    body = when("minutes.heading", paragraph("MinutesBody", "{{ minutes.heading }}"))
    straight = (
        paragraph("ActForm", form)
        + body
        + table("LayoutTable", (half, half), date_and_number, width=FULL_WIDTH)
        + when("minutes.place", paragraph("ActPlace", "{{ minutes.place }}"))
        + paragraph("Gap")
    )
    return qr() + heading("minutes", (form,), body, "", straight)


def minutes_lines() -> str:
    """Return the paragraphs of minutes."""
    styles = {"plain": "MinutesGroup", "person": "MinutesPerson", "heading": "PartTitle"}
    styles["decision"] = "Clause1"
    branches = "".join(
        tag(f"{'if' if kind == 'plain' else 'elif'} line.style == '{kind}'") + _line(style)
        for kind, style in styles.items()
    )
    labelled = tag("elif line.label") + _line("MinutesPoint")
    return each(
        "line in minutes.lines", branches, labelled, tag("else"), _line("BodyText"), tag("endif")
    )


def _line(style: str) -> str:
    # The last words stay on the page of the signatures.
    return paragraph(
        style,
        "{% keepnext line.keep or loop.last or loop.revindex == 2 %}",
        "{%r if line.label %}",
        _bold("{{ line.label }}"),
        "{%r endif %}",
        "{% if line.label and line.text %} {% endif %}{{ line.text }}",
    )


def _bold(text: str) -> str:
    properties = "<w:rPr><w:b/><w:bCs/></w:rPr>"
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _signatures() -> str:
    columns = (TEXT_WIDTH * POST_SHARE // 5000, TEXT_WIDTH * (5000 - POST_SHARE) // 5000)
    keep = "{% keepnext not loop.last %}"
    person = row(
        cell(
            paragraph("SignaturePost", keep + "{{ signature.post_lines|join('\\n') }}"),
            percent=POST_SHARE,
        ),
        cell(
            paragraph("SignatureName", keep + "{{ signature.name }}"),
            percent=5000 - POST_SHARE,
            valign="bottom",
        ),
        whole=True,
    )
    people = table(
        "LayoutTable",
        columns,
        row_tag("for signature in minutes.signatures", TEXT_WIDTH, 2),
        person,
        row_tag("endfor", TEXT_WIDTH, 2),
        width=FULL_WIDTH,
    )
    electronic = each(
        "signature in minutes.signatures",
        paragraph("StampGap"),
        table(
            "LayoutTable",
            stamped_columns(),
            stamped("signature", "not loop.last"),
            width=FULL_WIDTH,
        ),
    )
    return when(
        "minutes.signatures",
        tag("if minutes.signatures[0].stamp"),
        electronic,
        tag("else"),
        people,
        tag("endif"),
    )
