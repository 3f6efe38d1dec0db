"""Each fault that is planted in a sound order is found, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from sound_orders import (
    codes_of,
    element,
    field,
    inspected,
    right,
    sound_order,
    switch,
)

from roadmapkit.diagnostics import Severity
from roadmapkit.inspection import CODES
from roadmapkit.model.settings import Settings

Plant = Callable[[Document], object]


def paragraph(document: Document, beginning: str) -> Paragraph:
    return next(item for item in document.paragraphs if item.text.startswith(beginning))


def clause(document: Document) -> Paragraph:
    return paragraph(document, "2.")


def text_of(beginning: str, text: str) -> Plant:
    """Change the text of a paragraph, its formatting kept."""

    def plant(document: Document) -> None:
        found = paragraph(document, beginning)
        found.runs[0].text = text
        for run in found.runs[1:]:
            run.text = ""

    return plant


def within(old: str, new: str) -> Plant:
    """Change a piece of the text of the second point."""

    def plant(document: Document) -> None:
        run = clause(document).runs[0]
        assert old in run.text
        run.text = run.text.replace(old, new)

    return plant


def cell(table: int, column: int, text: str) -> Plant:
    def plant(document: Document) -> None:
        document.tables[table].cell(0, column).text = text

    return plant


def removed(beginning: str) -> Plant:
    def plant(document: Document) -> None:
        found = paragraph(document, beginning)._p
        parent = found.getparent()
        assert parent is not None
        parent.remove(found)

    return plant


def table_removed(number: int) -> Plant:
    def plant(document: Document) -> None:
        found = document.tables[number]._tbl
        parent = found.getparent()
        assert parent is not None
        parent.remove(found)

    return plant


def margin(document: Document) -> None:
    document.sections[0].right_margin = Mm(5)


def binding(document: Document) -> None:
    document.sections[0].left_margin = Mm(20)


def letter(document: Document) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)


def turned(document: Document) -> None:
    document.sections[0].orientation = WD_ORIENTATION.LANDSCAPE


def no_numbers(document: Document) -> None:
    header = document.sections[0].header.paragraphs[0]
    for run in list(header.runs):
        header._p.remove(run._r)


def number_on_first(document: Document) -> None:
    document.sections[0].different_first_page_header_footer = False


def number_on_right(document: Document) -> None:
    document.sections[0].header.paragraphs[0].alignment = ALIGN.RIGHT


def number_below(document: Document) -> None:
    no_numbers(document)
    field(document.sections[0].footer.paragraphs[0], "PAGE")


def number_at_edge(document: Document) -> None:
    document.sections[0].header_distance = Mm(5)


def font(document: Document) -> None:
    fonts = clause(document).runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:ascii"), "Arial")
    fonts.set(qn("w:hAnsi"), "Arial")


def theme_font(document: Document) -> None:
    fonts = clause(document).runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:asciiTheme"), "minorHAnsi")
    fonts.set(qn("w:hAnsiTheme"), "minorHAnsi")


def style_size(document: Document) -> None:
    style = document.styles.add_style("Мелкий", 1)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(11)
    lower = document.styles.add_style("Мелкий пункт", 1)
    lower.base_style = style
    clause(document).style = lower


def table_size(document: Document) -> None:
    document.tables[2].cell(2, 1).paragraphs[0].runs[0].font.size = Pt(8)


def left_aligned(document: Document) -> None:
    clause(document).alignment = ALIGN.LEFT


def indented(document: Document) -> None:
    clause(document).paragraph_format.first_line_indent = Mm(20)


def double_line(document: Document) -> None:
    clause(document).paragraph_format.line_spacing = 2.0


def exact_line(document: Document) -> None:
    clause(document).paragraph_format.line_spacing = Pt(30)


def gap(document: Document) -> None:
    clause(document).paragraph_format.space_after = Pt(18)


def empty(document: Document) -> None:
    clause(document).insert_paragraph_before("")


def leading_spaces(document: Document) -> None:
    run = clause(document).runs[0]
    run.text = "     " + run.text


def tabs_in_signature(document: Document) -> None:
    table_removed(1)(document)
    mark = paragraph(document, "Приложение")
    mark.insert_paragraph_before("Начальник управления\t\t\t\tВ.П.\u00a0Рябинина")


def heading_row(document: Document) -> None:
    switch(document.tables[2].rows[0], "w:tblHeader", on=False)


def split_row(document: Document) -> None:
    switch(document.tables[2].rows[3], "w:cantSplit", on=False)


def wide_table(document: Document) -> None:
    document.tables[2].columns[3].width = Mm(90)


def mark_on_left(document: Document) -> None:
    paragraph(document, "Приложение").paragraph_format.left_indent = Mm(0)


def name_below(document: Document) -> None:
    table_removed(1)(document)
    mark = paragraph(document, "Приложение")
    mark.insert_paragraph_before("Начальник управления")
    mark.insert_paragraph_before("В.П.\u00a0Рябинина")


def stamp_on_left(document: Document) -> None:
    plan = paragraph(document, "План мероприятий")
    plan.insert_paragraph_before("УТВЕРЖДЕН\nприказом Управления от 15.01.2024 №\u00a046")


def bare_stamp(document: Document) -> None:
    plan = paragraph(document, "План мероприятий")
    stamp = plan.insert_paragraph_before("УТВЕРЖДЕН")
    stamp.paragraph_format.left_indent = Mm(90)


def second_appendix(document: Document) -> None:
    again = right(document, "Приложение №\u00a03\nк приказу Управления\nот 15.01.2024 №\u00a046")
    again.paragraph_format.page_break_before = True
    run = paragraph(document, "Приложение").runs[0]
    run.text = run.text.replace("Приложение", "Приложение №\u00a01", 1)


def executor_on_right(document: Document) -> None:
    mark = paragraph(document, "Приложение")
    phone = mark.insert_paragraph_before("Соколов Игорь Андреевич\n2-15-30")
    phone.alignment = ALIGN.RIGHT


def long_corner(document: Document) -> None:
    mark = paragraph(document, "Приложение")
    mark.paragraph_format.left_indent = Mm(70)
    run = mark.runs[0]
    run.text = run.text.replace("Управления", "Управления образования, науки и молодёжи")


def spread_mark(document: Document) -> None:
    paragraph(document, "Приложение").paragraph_format.line_spacing = 1.5


def tracked(document: Document) -> None:
    found = clause(document)
    inserted = element("w:ins", id="90", author="А", date="2024-01-01T00:00:00Z")
    inserted.append(found.add_run(" В срок.")._r)
    found._p.append(inserted)


def hidden(document: Document) -> None:
    clause(document).add_run("скрыто").font.hidden = True


PLANTED: dict[str, tuple[str, Plant]] = {
    "narrow margin": ("INS022", margin),
    "binding margin": ("INS023", binding),
    "letter paper": ("INS020", letter),
    "turned page": ("INS021", turned),
    "no page numbers": ("INS030", no_numbers),
    "number on the first page": ("INS031", number_on_first),
    "number on the right": ("INS032", number_on_right),
    "number at the foot": ("INS033", number_below),
    "number at the edge": ("INS034", number_at_edge),
    "another typeface": ("INS040", font),
    "a typeface of the theme": ("INS040", theme_font),
    "a size two styles up": ("INS041", style_size),
    "a small table": ("INS042", table_size),
    "left alignment": ("INS050", left_aligned),
    "a deep first line": ("INS051", indented),
    "double spacing": ("INS052", double_line),
    "a high exact line": ("INS052", exact_line),
    "a wide gap": ("INS053", gap),
    "an empty paragraph": ("INS054", empty),
    "leading spaces": ("INS055", leading_spaces),
    "a signature made with tabs": ("INS055", tabs_in_signature),
    "a typed number": ("INS056", within("2.\u00a0", "2. ")),
    "letters spaced by spaces": (
        "INS057",
        text_of("В целях", "В целях поддержки школ города п р и к а з ы в а ю:"),
    ),
    "a heading that does not repeat": ("INS060", heading_row),
    "a row that breaks": ("INS061", split_row),
    "a wide table": ("INS062", wide_table),
    "two spaces": ("INS070", within("школ обеспечить", "школ  обеспечить")),
    "straight quotes": ("INS071", within("плана", '"плана"')),
    "a hyphen for a dash": ("INS072", within(" и ", " - ")),
    "№ that may part": ("INS073", within("школ ", "школ № 5 ")),
    "№ without a space": ("INS073", within("школ ", "школ №5 ")),
    "initials that may part": ("INS073", within("школ ", "школ (Гусев П.И.) ")),
    "a date that may part": ("INS073", within("сроки", "сроки до 5 марта 2024\u00a0года")),
    "a space before a comma": ("INS074", within("школ ", "школ , ")),
    "no organisation": ("INS080", removed("Управление")),
    "no form": ("INS081", removed("ПРИКАЗ")),
    "no date": ("INS082", cell(0, 0, "")),
    "no number": ("INS083", cell(0, 1, "")),
    "no place": ("INS084", removed("г.")),
    "no title": ("INS085", removed("О поддержке")),
    "a full stop after the title": (
        "INS086",
        text_of("О поддержке", "О поддержке школ города."),
    ),
    "no verb": ("INS087", text_of("В целях", "В целях поддержки школ города сделать всё нужное.")),
    "no signature": ("INS088", table_removed(1)),
    "the surname first": ("INS089", cell(1, 1, "Рябинина\u00a0В.П.")),
    "a slash": ("INS089", cell(1, 1, "/В.П.\u00a0Рябинина/")),
    "signed for": ("INS089", cell(1, 0, "За начальника управления")),
    "a name below the post": ("INS090", name_below),
    "a date without a number": ("INS091", cell(0, 1, "№ ____")),
    "an incomplete mark": ("INS092", text_of("Приложение", "Приложение\nк приказу Управления")),
    "a mark on the left": ("INS093", mark_on_left),
    "a single appendix with a number": (
        "INS094",
        text_of("Приложение", "Приложение №\u00a01\nк приказу Управления\nот 15.01.2024 №\u00a046"),
    ),
    "a number left out": ("INS094", second_appendix),
    "a stamp on the left": ("INS095", stamp_on_left),
    "a bare stamp": ("INS096", bare_stamp),
    "an executor on the right": ("INS097", executor_on_right),
    "a long line in the corner": ("INS099", long_corner),
    "a date with «г.»": ("INS100", cell(0, 0, "15.01.2024\u00a0г.")),
    "a date with a leading zero": ("INS100", cell(0, 0, "05\u00a0января\u00a02024\u00a0г.")),
    "a spread requisite": ("INS052", spread_mark),
    "tracked changes": ("INS015", tracked),
    "hidden text": ("INS017", hidden),
}


@pytest.mark.parametrize("profile", ["gost-2016", "gost-2025"])
def test_a_sound_order_made_elsewhere_has_no_findings(profile: str) -> None:
    settings = Settings.model_validate({"kind": "settings", "profile": profile})
    result = inspected(sound_order(), settings)
    assert [str(item.diagnostic.message) for item in result.findings] == []
    assert (result.kind, result.state, result.profile) == ("order", "registered", profile)


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_and_it_alone(name: str) -> None:
    code, plant = PLANTED[name]
    document = sound_order()
    plant(document)
    result = inspected(document, kind="order" if code == "INS081" else None)
    assert codes_of(result) == [code], [str(item) for item in result.diagnostics]
    for finding in result.findings:
        assert finding.clause
        assert finding.diagnostic.severity is not Severity.ERROR


def test_a_mark_on_the_left_of_the_same_page_begins_an_appendix_too() -> None:
    document = sound_order()
    mark = paragraph(document, "Приложение")
    mark.paragraph_format.page_break_before = False
    mark.paragraph_format.left_indent = Mm(0)
    assert codes_of(inspected(document)) == ["INS093"]


def test_a_long_title_is_a_title_still() -> None:
    document = sound_order()
    words = " и руководителей методических объединений учителей" * 4
    title = f"Об утверждении плана мероприятий по поддержке школ{words} на 2023–2024\u00a0гг."
    text_of("О поддержке", title)(document)
    assert codes_of(inspected(document)) == []


def test_every_code_of_the_text_is_planted() -> None:
    elsewhere = {"INS010", "INS011", "INS012", "INS013", "INS014", "INS016", "INS098"}
    planted = {code for code, _ in PLANTED.values()}
    assert {code.id for code in CODES if code.id >= "INS010"} == planted | elsewhere


def test_the_guide_explains_every_code_and_no_other() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "ru" / "25-inspect.md"
    rows = re.findall(r"^\| `(INS\d{3})` \| \S", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [code.id for code in CODES]
