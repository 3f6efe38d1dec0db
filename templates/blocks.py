"""What the packaged templates are made of: the text of an act, and sheets."""

from __future__ import annotations

from letterhead import heading, qr, stamped, stamped_columns
from wordml import cell, each, paragraph, row, row_tag, run, section, table, tag, twips, when

__all__ = [
    "act",
    "act_requisites",
    "act_text",
    "certification",
    "executor_mark",
    "extract",
    "last_section",
    "sheets",
    "signature_of",
    "signed_by",
]

TEXT_WIDTH = twips(170)
FULL_WIDTH = 'w:w="5000" w:type="pct"'
POST_SHARE = 3000
"""Share of the line that a post may take, in fiftieths of a per cent; the name has the rest."""


def act() -> str:
    """Return the text of an act, with a section of its own if sheets follow."""
    end = when("sheets", paragraph("SectionEnd", "{% section act %}", properties=section()))
    signature = signature_of("act.signature", "not act.approval")
    return when("act", act_requisites(), act_text(), signature, _visas(), executor_mark(), end)


def sheets() -> str:
    """Return appendices, plans and reports, each from a new page."""
    between = when(
        "not loop.last", paragraph("SectionEnd", "{% section sheet %}", properties=section())
    )
    return each(
        "sheet in sheets",
        _stamps(),
        when("sheet.title", paragraph("SheetTitle", "{{ sheet.title|join('\\n') }}")),
        each("part in sheet.parts", _part()),
        when("sheet.signature", _people("signature in [sheet.signature]", "Signature", "true")),
        between,
    )


def extract(minutes: str) -> str:
    """Return an extract: of an act, of minutes, or sheets; then the mark of who certifies it."""
    recipient = when("extract.recipient", paragraph("Recipient", "{{ extract.recipient }}"))
    signed = signed_by("act.signature", "SignaturePost", "SignatureName", "extract.signed")
    text = when("act", act_requisites(), recipient, act_text(), when("act.signature", signed))
    return text + when("minutes", minutes) + sheets() + certification()


def certification() -> str:
    """Return the mark of who certifies an extract or a copy."""
    # The date stands in the row of the signature, which no page break can part from it.
    return when(
        "extract.certification",
        paragraph("CertificationCaption", "{{ extract.certification.caption }}"),
        signed_by(
            "extract.certification.signature",
            "CertificationPost",
            "CertificationName",
            below="extract.certification.date",
        ),
        when(
            "extract.certification.kept",
            paragraph("CertificationDate", "{{ extract.certification.kept }}"),
        ),
    )


def signed_by(who: str, post: str, name: str, word: str = "", below: str = "") -> str:
    """Return a signature with a place, or a word, for it between post and name.

    Args:
        who: The signature.
        post: Style of the post.
        name: Style of the name.
        word: What stands in the place of the signature itself.
        below: What stands below the post.
    """
    keep = "{% keepnext true %}"
    shares = (2500, 900, 1600)
    texts = (
        paragraph(post, f"{keep}{{{{ {who}.post_lines|join('\\n') }}}}"),
        paragraph(name, keep + (f"{{{{ {word} }}}}" if word else "")),
        paragraph(name, f"{keep}{{{{ {who}.name }}}}"),
    )
    lines = [paragraph("CertificationDate", text) for text in (f"{{{{ {below} }}}}", "", "")]
    cells = (
        cell(text + (line if below else ""), percent=share, valign="bottom" if index else "")
        for index, (text, line, share) in enumerate(zip(texts, lines, shares, strict=True))
    )
    columns = tuple(TEXT_WIDTH * share // 5000 for share in shares)
    return table("LayoutTable", columns, row(*cells, whole=True), width=FULL_WIDTH)


def last_section(subject: str) -> str:
    """Return the end of the document, which has the geometry of *subject*."""
    return paragraph("SectionEnd", f"{{% lastsection {subject} %}}") + section()


def act_requisites() -> str:
    """Return the head of an act: body, kind, date, number, place, title."""
    half = TEXT_WIDTH // 2
    date_and_number = row(
        cell(paragraph("ActDate", "{{ act.date }}"), percent=2500),
        cell(paragraph("ActNumber", "{{ act.number }}"), percent=2500),
        whole=True,
    )
    form = _spaced("act.form", "act.form_spaced")
    title, corner_title = (
        when("act.title", paragraph(style, "{{ act.title|join('\\n') }}"))
        for style in ("ActTitle", "CornerTitle")
    )
    straight = (
        paragraph("ActForm", *form)
        + table("LayoutTable", (half, half), date_and_number, width=FULL_WIDTH)
        + when("act.place", paragraph("ActPlace", "{{ act.place }}"))
        + title
    )
    return qr() + heading("act", form, "", corner_title, straight)


def act_text() -> str:
    """Return preamble and points of an act."""
    verb = _spaced("act.verb", "act.verb_spaced")
    inline = paragraph(
        "Preamble",
        "{% if act.preamble %}{{ act.preamble }}{% endif %}",
        "{%r if act.verb and act.verb_inline %}",
        "{% if act.preamble %} {% endif %}",
        *verb,
        "{%r endif %}",
    )
    kinds = {1: "Clause1", 2: "Clause2"}
    levels = "".join(
        tag(f"{'if' if level == 1 else 'elif'} clause.level == {level}") + _clause(style)
        for level, style in kinds.items()
    )
    return (
        when("act.preamble or (act.verb and act.verb_inline)", inline)
        + when("act.verb and not act.verb_inline", paragraph("Verb", *verb))
        + each("clause in act.clauses", levels, tag("else"), _clause("Clause3"), tag("endif"))
    )


def _clause(style: str) -> str:
    # A signature takes two or three lines of text with it to another page: the last
    # paragraph, which may be short, holds on to the one before.
    return paragraph(
        style,
        "{% keepnext clause.last or loop.revindex == 2 %}{% keeplines clause.last %}"
        "{% if clause.number %}{{ clause.number }}\u00a0{% endif %}{{ clause.text }}",
    )


def _spaced(text: str, condition: str) -> tuple[str, ...]:
    return (
        run(f"{{%r if {condition} %}}"),
        run(f"{{{{ {text} }}}}", "Spaced"),
        run("{%r else %}"),
        run(f"{{{{ {text} }}}}"),
        run("{%r endif %}"),
    )


def signature_of(who: str, keep: str) -> str:
    """Return a signature: post and name; *keep* says when it stays with what follows."""
    electronic = table("LayoutTable", stamped_columns(), stamped(who, keep), width=FULL_WIDTH)
    by_hand = _people(f"signature in [{who}]", "Signature", keep)
    return when(
        who,
        tag(f"if {who}.stamp"),
        paragraph("StampGap"),
        electronic,
        tag("else"),
        by_hand,
        tag("endif"),
    )


def _people(loop: str, style: str, together: str) -> str:
    columns = (TEXT_WIDTH * POST_SHARE // 5000, TEXT_WIDTH * (5000 - POST_SHARE) // 5000)
    keep = f"{{% keepnext {together} %}}"
    person = row(
        cell(
            paragraph(f"{style}Post", keep + "{{ signature.post_lines|join('\\n') }}"),
            percent=POST_SHARE,
        ),
        cell(
            paragraph(f"{style}Name", keep + "{{ signature.name }}"),
            percent=5000 - POST_SHARE,
            valign="bottom",
        ),
        whole=True,
    )
    return table(
        "LayoutTable",
        columns,
        row_tag(f"for {loop}", TEXT_WIDTH, 2),
        person,
        row_tag("endfor", TEXT_WIDTH, 2),
        width=FULL_WIDTH,
    )


def _visas() -> str:
    return each(
        "group in act.approval",
        tag("set last_group = loop.last"),
        paragraph("VisaCaption", "{{ group.caption }}"),
        _people("signature in group.signatures", "Visa", "last_group or not loop.last"),
    )


def executor_mark(who: str = "act.executor") -> str:
    """Return the executor mark of an act or a letter."""
    # A frame at the foot of the page on which the act ends. It does not stand in the
    # style, because LibreOffice overlooks frames of styles.
    frame = (
        f'<w:framePr w:w="{twips(80)}" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" '
        'w:xAlign="left" w:yAlign="bottom"/>'
    )
    mark = paragraph("Executor", f"{{{{ {who}|join('\\n') }}}}", properties=frame)
    return when(who, mark)


def _stamps() -> str:
    width = "{% grid [page.corner_mm] %}{% colwidth page.corner_mm %}"
    mark, stamp = (
        paragraph(style, width + "{{ stamp.lines|join('\\n') }}")
        for style in ("AppendixMark", "ApprovalStamp")
    )
    corner = row(
        cell(
            tag("for stamp in sheet.stamps"),
            tag("if stamp.kind == 'mark'"),
            mark,
            tag("else"),
            stamp,
            tag("endif"),
            tag("endfor"),
            width=twips(80),
        ),
        whole=True,
    )
    block = table(
        "LayoutTable", (twips(80),), corner, width=f'w:w="{twips(80)}" w:type="dxa"', align="right"
    )
    return when("sheet.stamps", block)


def _part() -> str:
    return (
        tag("set last_part = loop.last")
        + when("part.heading", paragraph("PartTitle", "{{ part.heading.text }}"))
        + _lines("part.before")
        + when("part.chart", paragraph("Picture", run("{% chart part.chart %}")))
        + when(
            "part.table",
            tag("if part.table.caption"),
            paragraph("TableCaption", "{{ part.table.caption }}"),
            tag("elif part.before or not (loop.first or part.heading)"),
            paragraph("Gap"),
            tag("endif"),
            _data_table(),
            paragraph("Gap"),
        )
        + _lines("part.after")
    )


def _lines(source: str) -> str:
    styles = {
        "heading": "PartTitle",
        "item": "BodyItem",
        "plain": "BodyPlain",
        "subheading": "Subheading",
        "list": "BodyList",
        "quote": "Quotation",
        "code": "CodeLine",
    }
    keep = "{% keepnext last_part and loop.last %}"
    branches = "".join(
        tag(f"{'if' if kind == 'heading' else 'elif'} line.style == '{kind}'") + _rich(style, keep)
        for kind, style in styles.items()
    )
    return each(f"line in {source}", branches, tag("else"), _rich("BodyText", keep), tag("endif"))


def _rich(style: str, tags: str) -> str:
    """Return a paragraph of a line, in stretches of one look where it has several."""
    looks = {
        "bold": "Strong",
        "italic": "Emphasis",
        "bold italic": "StrongEmphasis",
        "underline": "Underlined",
        "code": "CodeText",
    }
    branches = [
        piece
        for look, character in looks.items()
        for piece in (
            run(f"{{%r elif piece.look == '{look}' %}}"),
            run("{{ piece.text }}", character),
        )
    ]
    return paragraph(
        style,
        f"{tags}{{% listmark line.mark %}}",
        run("{%r if line.runs %}"),
        run("{%r for piece in line.runs %}"),
        run("{%r if piece.note %}"),
        run("{% footnote piece.note %}", "FootnoteReference"),
        *branches,
        run("{%r else %}"),
        run("{{ piece.text }}"),
        run("{%r endif %}"),
        run("{%r endfor %}"),
        run("{%r else %}"),
        run("{{ line.text }}"),
        run("{%r endif %}"),
    )


def _data_table() -> str:
    width = TEXT_WIDTH // 3
    kinds = {"section": "TableSection", "total": "TableTotal"}
    branches = "".join(
        row_tag(f"{'if' if kind == 'section' else 'elif'} row.kind == '{kind}'", TEXT_WIDTH, 3)
        + _cells(style, width, whole=True)
        for kind, style in kinds.items()
    )
    return table(
        "DocumentTable",
        (width, width, width),
        row_tag("for row in part.table.heading", TEXT_WIDTH, 3),
        _cells("TableHeading", width, heading=True, whole=True),
        row_tag("endfor", TEXT_WIDTH, 3),
        row_tag("for row in part.table.rows", TEXT_WIDTH, 3),
        row_tag("set last_row = loop.last or loop.nextitem.kind == 'total'", TEXT_WIDTH, 3),
        branches,
        row_tag("else", TEXT_WIDTH, 3),
        _cells("TableText", width),
        row_tag("endif", TEXT_WIDTH, 3),
        row_tag("endfor", TEXT_WIDTH, 3),
        width=f'w:w="{TEXT_WIDTH}" w:type="dxa"',
    )


def _cells(style: str, width: int, *, heading: bool = False, whole: bool = False) -> str:
    table_tags = "{% grid part.table.columns %}" if heading else ""
    row_tags = "" if whole else "{% cantsplit not part.table.split_rows %}"
    keep = "" if heading or style == "TableSection" else "{% keepnext last_row %}"
    content = paragraph(
        style,
        f"{table_tags}{row_tags}{keep}"
        "{% colwidth cell.width_mm %}{% colspan cell.colspan %}{% vmerge cell.merge %}"
        "{% shade cell.shade %}{% align cell.align %}{% bold cell.bold %}"
        "{% fontsize part.table.font_pt %}{{ line }}",
    )
    plain = tag("for line in cell.lines") + content + tag("endfor")
    rich = (
        _rich(
            "TableText", f"{row_tags}{keep}{{% colwidth cell.width_mm %}}{{% align cell.align %}}"
        )
        if style == "TableText"
        else ""
    )
    return row(
        cell(paragraph("TagLine", "{%tc for cell in row.cells %}"), width=width),
        cell(
            tag("if cell.blocks")
            + each("line in cell.blocks", rich)
            + tag("else")
            + plain
            + tag("endif")
            if rich
            else plain,
            width=width,
            valign="center" if heading else "",
        ),
        cell(paragraph("TagLine", "{%tc endfor %}"), width=width),
        heading=heading,
        whole=whole,
    )
