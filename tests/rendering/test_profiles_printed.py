"""Layout of both profiles in the Word file, and every value that a house may set."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from document_variants import VALID
from documents_by_hand import order_view
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from word_files import faults_of, opened, render

from roadmapkit.documents.profile import page_view
from roadmapkit.documents.view import DocumentView
from roadmapkit.model.settings import Settings

PROFILES = {"gost-2025": 80, "gost-2016": 75}
KINDS = ("order with two appendices", "roadmap", "report")
HOUSE = {
    "number_place": "справа",
    "number_first": True,
    "number_size": 11,
    "first_line": 10,
    "justify": False,
    "form_size": 18,
    "verb_spacing": 2,
    "signature_space": 12,
    "appendix_align": "по центру",
    "corner": 70,
    "header": 12,
}


def laid_out(view: DocumentView, profile: object) -> DocumentView:
    settings = Settings.model_validate({"kind": "settings", "profile": profile})
    return replace(view, page=page_view(settings, long_storage=True))


@cache
def house_file() -> bytes:
    return render(laid_out(order_view(), {"base": "gost-2016", **HOUSE}))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_kind_is_valid_and_laid_out_by_the_profile(kind: str, profile: str) -> None:
    data = render(laid_out(VALID[kind], profile))
    assert faults_of(data) == []
    document = opened(data)
    for section in document.sections:
        bound = 20 if section.orientation == WD_ORIENTATION.LANDSCAPE else 30
        assert section.left_margin == pytest.approx(Mm(bound), abs=Mm(0.1))
        assert section.right_margin == pytest.approx(Mm(10), abs=Mm(0.1))
        assert section.header_distance == pytest.approx(Mm(10), abs=Mm(0.1))
    assert document.sections[0].different_first_page_header_footer
    body = document.styles["Текст документа"].paragraph_format
    assert body.first_line_indent == pytest.approx(Mm(12.5), abs=Mm(0.1))
    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert document.styles["Header"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.parametrize(("profile", "corner"), PROFILES.items())
def test_marks_of_appendices_are_as_wide_as_the_edition_allows(profile: str, corner: int) -> None:
    document = opened(render(laid_out(order_view(), profile)))
    mark = next(
        table for table in document.tables if table.cell(0, 0).text.startswith("Приложение")
    )
    assert mark.columns[0].width == pytest.approx(Mm(corner), abs=Mm(0.1))


def test_number_of_the_page_stands_where_the_house_wants_it() -> None:
    document = opened(house_file())
    header = document.styles["Header"]
    assert header.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert header.font.size == Pt(11)
    assert not document.sections[0].different_first_page_header_footer
    assert document.sections[0].header_distance == pytest.approx(Mm(12), abs=Mm(0.1))


def test_text_and_requisites_are_as_the_house_wants_them() -> None:
    styles = opened(house_file()).styles
    body = styles["Текст документа"].paragraph_format
    assert body.first_line_indent == pytest.approx(Mm(10), abs=Mm(0.1))
    assert body.alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert styles["Вид документа"].font.size == Pt(18)
    assert styles["Подпись – должность"].paragraph_format.space_before == Pt(12)
    mark = styles["Отметка о приложении"].paragraph_format
    assert mark.alignment == WD_ALIGN_PARAGRAPH.CENTER
    spaced = styles["Разрядка"].element
    assert spaced.xpath("./w:rPr/w:spacing/@w:val") == ["40"]


def test_what_a_house_sets_keeps_the_file_valid() -> None:
    assert faults_of(house_file()) == []
