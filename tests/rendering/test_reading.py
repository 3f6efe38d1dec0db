"""Formatting is resolved as Word resolves it, and text is read through all its wrappers."""

from __future__ import annotations

import io
import zipfile

import pytest

from roadmapkit.rendering.reading import Look, Paragraph, Table, WordDocument, read_document

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>
<w:sz w:val="22"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="base"><w:name w:val="Основа"/><w:basedOn w:val="a"/>
<w:pPr><w:ind w:firstLine="709"/><w:jc w:val="both"/></w:pPr>
<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="28"/><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="upper"><w:name w:val="Верх"/><w:basedOn w:val="base"/>
<w:pPr><w:spacing w:line="360"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="pool"/></w:style>
<w:style w:type="paragraph" w:styleId="pool"><w:basedOn w:val="loop"/></w:style>
<w:style w:type="paragraph" w:styleId="listed"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>
<w:ind w:left="100"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="bold"><w:rPr><w:b/><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="grid"><w:pPr><w:spacing w:after="0"/></w:pPr><w:tblPr>
<w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr></w:style>
"""
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:pPr>'
    '<w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)
THEME = (
    "<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface='Calibri'/>"
    "<a:font script='Arab' typeface='Arial'/></a:minorFont></a:fontScheme></a:themeElements>"
)


def document(body: str, **parts: str) -> WordDocument:
    """Read a document whose body is *body*; further parts are given without their root."""
    texts = {
        "styles": ("styles", f"<w:styles {NAMESPACES}>{STYLES}</w:styles>"),
        "numbering": ("numbering", f"<w:numbering {NAMESPACES}>{NUMBERING}</w:numbering>"),
        "theme": ("theme", f"<a:theme {NAMESPACES}>{THEME}</a:theme>"),
        **{name: ("header", f"<w:hdr {NAMESPACES}>{text}</w:hdr>") for name, text in parts.items()},
    }
    links = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        for name, (kind, _) in texts.items()
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        )
        for name, (_, text) in texts.items():
            archive.writestr(f"word/{name}.xml", text)
        archive.writestr(
            "word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        )
    return read_document(buffer.getvalue())


def only(body: str) -> Paragraph:
    [paragraph] = document(body).paragraphs
    return paragraph


def look(properties: str, style: str = "", text: str = "Приказ") -> Look:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"
    return only(f"<w:p>{styled}{run}</w:p>").runs[0].look


def test_without_styles_defaults_and_theme_count() -> None:
    assert look("") == Look("Calibri", 11.0)


def test_cyrillic_and_latin_letters_may_have_fonts_of_their_own() -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="PT Serif"/>'
    assert look(fonts).font == "PT Serif"
    assert look(fonts, text="Order").font == "Arial"


def test_a_style_covers_the_theme_and_gives_on_what_it_inherits() -> None:
    assert look("", "upper") == Look("Arial", 14.0, bold=True)


def test_a_character_style_covers_the_paragraph_s_and_direct_formatting_both() -> None:
    assert look('<w:rStyle w:val="bold"/>', "upper").size_pt == 10.0
    assert look('<w:rStyle w:val="bold"/><w:sz w:val="26"/>', "upper").size_pt == 13.0
    direct = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:b w:val="0"/>'
    assert look(direct, "upper") == Look("Calibri", 14.0)


def test_bold_of_two_styles_is_not_bold() -> None:
    assert look('<w:rStyle w:val="bold"/>').bold
    assert not look('<w:rStyle w:val="bold"/>', "upper").bold


def test_the_layout_comes_from_defaults_styles_and_the_paragraph() -> None:
    layout = only('<w:p><w:pPr><w:pStyle w:val="upper"/><w:ind w:left="567"/></w:pPr></w:p>').layout
    assert (layout.alignment, layout.line, layout.after_pt) == ("both", 1.5, 8.0)
    assert round(layout.first_line_mm, 1) == 12.5
    assert round(layout.left_mm, 1) == 10.0


def test_a_circle_of_styles_is_no_end_of_the_world() -> None:
    assert only('<w:p><w:pPr><w:pStyle w:val="loop"/></w:pPr></w:p>').layout.line == 259 / 240


def test_a_list_indents_unless_its_style_says_otherwise() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    direct = only(f"<w:p><w:pPr>{number}</w:pPr></w:p>").layout
    assert (round(direct.left_mm, 1), round(direct.first_line_mm, 2)) == (12.7, -6.35)
    assert direct.list_kind == "bullet"
    styled = only('<w:p><w:pPr><w:pStyle w:val="listed"/></w:pPr></w:p>').layout
    assert (round(styled.left_mm, 2), styled.list_kind) == (1.76, "bullet")


@pytest.mark.parametrize("length", ["1417", "2.5cm", "25mm", "70.87pt"])
def test_lengths_are_read_in_every_unit(length: str) -> None:
    section = f'<w:sectPr><w:pgMar w:left="{length}" w:gutter="0"/></w:sectPr>'
    [only_section] = document(f"<w:p/>{section}").sections
    assert round(only_section.page.left_mm, 1) == 25.0


def test_an_exact_line_is_no_multiple() -> None:
    spacing = '<w:spacing w:line="360" w:lineRule="exact"/>'
    layout = only(f"<w:p><w:pPr>{spacing}</w:pPr></w:p>").layout
    assert (layout.line, layout.exact_pt) == (None, 18.0)


def test_text_is_read_through_wrappers_and_without_what_was_deleted() -> None:
    paragraph = only(
        "<w:p><w:hyperlink><w:r><w:t>раз</w:t><w:tab/></w:r></w:hyperlink>"
        "<w:ins><w:r><w:t>два</w:t><w:br/></w:r></w:ins><w:del><w:r><w:delText>три</w:delText>"
        "</w:r></w:del><w:sdt><w:sdtContent><w:r><w:t>четыре</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>тайно</w:t></w:r></w:p>"
    )
    assert paragraph.text == "раз\tдва\nчетыре"


def test_fields_are_named_and_show_their_results() -> None:
    marks = {
        kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    }
    code = "<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>"
    result = "<w:r><w:t>2</w:t></w:r>"
    complex_ = f"{marks['begin']}{code}{marks['separate']}{result}{marks['end']}"
    simple = '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    paragraph = only(f"<w:p>{complex_}{simple}</w:p>")
    assert paragraph.text == "29"
    assert sorted(paragraph.fields) == ["NUMPAGES", "PAGE"]


def test_a_text_box_is_read_once_and_not_again_as_its_fallback() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Гриф</w:t></w:r></w:p></w:txbxContent>"
    shapes = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    found = document(f"<w:p><w:r><w:t>Текст</w:t>{shapes}</w:r></w:p>").paragraphs
    assert [(item.text, item.place.story) for item in found] == [
        ("Текст", "body"),
        ("Гриф", "box"),
    ]


def test_tables_have_places_lines_and_the_spacing_of_their_style() -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>внутри</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    row = "<w:tr><w:trPr><w:tblHeader/><w:cantSplit w:val='0'/></w:trPr><w:tc><w:p/></w:tc>"
    table = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="grid"/></w:tblPr>{row}<w:tc>{inner}</w:tc></w:tr>'
        "</w:tbl>"
    )
    [section] = document(f"<w:p/>{table}<w:p/>").sections
    [_, outer, last] = section.blocks
    assert isinstance(outer, Table)
    assert isinstance(last, Paragraph)
    assert (outer.bordered, outer.rows[0].heading, outer.rows[0].whole) == (True, True, False)
    nested = outer.rows[0].cells[1].blocks[0]
    assert isinstance(nested, Table)
    assert (nested.nested, nested.bordered) == (True, False)
    [paragraph] = nested.rows[0].cells[0].blocks
    assert isinstance(paragraph, Paragraph)
    place = paragraph.place
    assert (place.paragraph, place.table, place.row, place.cell) == (3, 1, 1, 2)
    first = outer.rows[0].cells[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.layout.after_pt == 0.0
    assert last.place.paragraph == 5


def test_a_section_shows_the_headers_of_the_one_before_unless_it_has_its_own() -> None:
    reference = '<w:headerReference w:type="default" r:id="head"/>'
    first = f"<w:p><w:pPr><w:sectPr>{reference}<w:titlePg/></w:sectPr></w:pPr></w:p>"
    second = '<w:p/><w:sectPr><w:pgNumType w:start="1"/></w:sectPr>'
    header = "<w:p><w:r><w:t>2</w:t></w:r></w:p>"
    sections = document(first + second, head=header).sections
    assert [section.first_differs for section in sections] == [True, False]
    assert [section.restarts for section in sections] == [False, True]
    for section in sections:
        [shown] = section.margins
        [paragraph] = shown.blocks
        assert isinstance(paragraph, Paragraph)
        assert (shown.kind, paragraph.text, paragraph.place.story) == ("default", "2", "header")
