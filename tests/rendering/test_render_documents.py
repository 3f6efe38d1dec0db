from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from document_variants import VALID, spreadsheet, with_act
from documents_by_hand import (
    GOST,
    PLAN_HEADING,
    order_view,
    plan_sheet,
    results_sheet,
    roadmap_view,
    sheet_with,
)
from docx.enum.section import WD_ORIENT
from word_files import NS, attribute, body, faults_of, members, opened, render, style_of, text_of

from roadmapkit.documents.view import (
    ApprovalView,
    Cell,
    ClauseView,
    DocumentView,
    Line,
    PartView,
    Row,
    SignatureView,
    TableColumn,
    TableView,
)

W = f"{{{NS['w']}}}"
NONCHARACTERS = {"\ufffe", "\uffff"}


class TestEveryDocument:
    @pytest.mark.parametrize("view", VALID.values(), ids=VALID)
    def test_is_valid_for_an_independent_validator(self, view: DocumentView) -> None:
        assert faults_of(render(view)) == []

    @pytest.mark.parametrize("view", VALID.values(), ids=VALID)
    def test_has_the_same_bytes_each_time(self, view: DocumentView) -> None:
        assert render(view, {"b": "1", "a": "2"}) == render(view, {"a": "2", "b": "1"})

    @pytest.mark.parametrize("view", VALID.values(), ids=VALID)
    def test_keeps_no_tag_and_no_tag_paragraph(self, view: DocumentView) -> None:
        data = render(view)
        assert "{" not in text_of(data)
        assert not body(data).findall(".//w:pStyle[@w:val='TagLine']", NS)

    @pytest.mark.parametrize("view", VALID.values(), ids=VALID)
    def test_has_a_paragraph_between_tables_and_at_the_end(self, view: DocumentView) -> None:
        blocks = [child.tag.removeprefix(W) for child in body(render(view))[0]]
        assert blocks[-2:] == ["p", "sectPr"]
        assert ("tbl", "tbl") not in set(pairwise(blocks))


class TestAct:
    def test_prints_every_fact(self) -> None:
        view = order_view()
        assert view.act is not None
        text = text_of(render(view))
        act = view.act
        for fact in (
            "\n".join(act.letterhead),
            act.form,
            act.date,
            act.number,
            act.place,
            "\n".join(act.title),
            f"{act.preamble} {act.verb}",
            *(f"{clause.number}\u00a0{clause.text}" for clause in act.clauses),
            "Е.Г. Лозовая",
            *(group.caption for group in act.approval),
            "М.Н. Верещагин",
            "\n".join(act.executor),
        ):
            assert fact in text

    def test_spaces_letters_by_formatting(self) -> None:
        document = opened(render(order_view()))
        spaced = [
            run.text
            for paragraph in document.paragraphs
            for run in paragraph.runs
            if run.style.name == "Разрядка"
        ]
        assert spaced == ["ПРИКАЗ", "приказываю:"]

    def test_leaves_letters_unspaced_where_asked(self) -> None:
        view = with_act(order_view(), form_spaced=False, verb_spaced=False)
        assert b'"Spaced"' not in members(render(view))["word/document.xml"]

    def test_puts_the_verb_on_a_line_of_its_own(self) -> None:
        document = opened(render(with_act(order_view(), verb_inline=False)))
        verbs = [p.text for p in document.paragraphs if style_of(p) == "Распорядительное слово"]
        assert verbs == ["приказываю:"]

    def test_ends_the_preamble_without_a_verb(self) -> None:
        view = with_act(order_view(), verb="", preamble="В целях развития школ:")
        document = opened(render(view))
        assert [p.text for p in document.paragraphs if style_of(p) == "Преамбула"] == [
            "В целях развития школ:"
        ]

    def test_gives_each_level_of_clauses_its_style(self) -> None:
        document = opened(render(order_view()))
        styles = [style_of(p) for p in document.paragraphs if p.text[:1].isdigit()][:10]
        assert styles[:3] == ["Пункт", "Подпункт", "Подпункт"]
        assert styles[6:8] == ["Подпункт нижнего уровня"] * 2

    def test_prints_an_unnumbered_clause_without_a_space(self) -> None:
        view = with_act(order_view(), clauses=(ClauseView("", "Просто абзац", last=True),))
        assert "\nПросто абзац\n" in text_of(render(view))

    def test_keeps_the_signature_with_the_last_two_clauses(self) -> None:
        document = opened(render(order_view()))
        clauses = [p for p in document.paragraphs if style_of(p).startswith("П")]
        kept = [p for p in clauses if p._p.find("./w:pPr/w:keepNext", NS) is not None]
        assert [p.text.split("\u00a0")[0] for p in kept] == ["3.2.", "4."]
        assert kept[-1]._p.find("./w:pPr/w:keepLines", NS) is not None

    def test_puts_the_name_at_the_bottom_right_of_the_post(self) -> None:
        document = opened(render(order_view()))
        table = next(t for t in document.tables if "Лозовая" in t._tbl.xml)
        post, name = table.rows[0].cells
        assert post.text == "Начальник Управления образования\nадминистрации города Сосновска"
        assert name.text == "Е.Г. Лозовая"
        assert attribute(name._tc, "./w:tcPr/w:vAlign", "val") == "bottom"
        assert table.rows[0]._tr.find("./w:trPr/w:cantSplit", NS) is not None

    def test_prints_nothing_for_an_empty_approval_block(self) -> None:
        text = text_of(render(with_act(order_view(), approval=())))
        assert "Проект" not in text

    def test_prints_a_name_to_fill_in(self) -> None:
        group = ApprovalView("Согласовано:", (SignatureView(("Юрист",), ""),))
        assert "Согласовано:\nЮрист\n\n" in text_of(
            render(with_act(order_view(), approval=(group,)))
        )


class TestSections:
    def test_turn_with_the_sheets(self) -> None:
        sections = opened(render(order_view())).sections
        assert [section.orientation for section in sections] == [
            WD_ORIENT.PORTRAIT,
            WD_ORIENT.LANDSCAPE,
            WD_ORIENT.PORTRAIT,
        ]

    def test_have_the_margins_of_the_profile(self) -> None:
        page = replace(GOST, portrait=(20, 15, 25, 22), landscape=(21, 11, 31, 12), header_mm=12)
        sections = opened(render(replace(order_view(), page=page))).sections
        assert [
            tuple(
                round(edge.mm)
                for edge in (s.left_margin, s.right_margin, s.top_margin, s.bottom_margin)
                if edge is not None
            )
            for s in sections
        ] == [(20, 15, 25, 22), (21, 11, 31, 12), (20, 15, 25, 22)]
        assert {round(s.header_distance.mm) for s in sections if s.header_distance} == {12}

    def test_number_pages_through_from_the_second(self) -> None:
        sections = opened(render(order_view())).sections
        assert [s.different_first_page_header_footer for s in sections] == [True, False, False]
        assert b"pgNumType" not in members(render(order_view()))["word/document.xml"]
        assert all("PAGE" in s.header._element.xml for s in sections)
        assert all("PAGE" not in s.first_page_header._element.xml for s in sections)

    def test_number_pages_anew_where_asked(self) -> None:
        view = order_view(plan_sheet(), replace(plan_sheet(), restart_pages=True))
        sections = opened(render(view)).sections
        starts = [s._sectPr.find("./w:pgNumType", NS) for s in sections]
        assert [start is not None for start in starts] == [False, False, True]
        assert starts[2] is not None
        assert attribute(starts[2], ".", "start") == "1"
        assert [s.different_first_page_header_footer for s in sections] == [True, False, True]

    def test_do_not_restart_at_the_beginning_of_a_file(self) -> None:
        view = roadmap_view(replace(plan_sheet(), restart_pages=True))
        assert b"pgNumType" not in members(render(view))["word/document.xml"]

    def test_begin_without_an_empty_paragraph(self) -> None:
        blocks = list(body(render(order_view()))[0])
        breaks = [
            n for n, block in enumerate(blocks) if block.find("./w:pPr/w:sectPr", NS) is not None
        ]
        assert len(breaks) == 2
        assert all(blocks[n + 1].tag == f"{W}tbl" for n in breaks)


class TestTables:
    def test_repeat_all_heading_rows(self) -> None:
        table = opened(render(order_view())).tables[5]
        headings = [
            row for row in table.rows if row._tr.find("./w:trPr/w:tblHeader", NS) is not None
        ]
        assert [[cell.text for cell in row.cells] for row in headings] == [
            list(PLAN_HEADING),
            ["1", "2", "3", "4", "5"],
        ]

    @pytest.mark.parametrize(("split", "whole"), [(False, True), (True, False)])
    def test_split_rows_only_where_asked(self, split: bool, whole: bool) -> None:
        table = replace(spreadsheet(3), split_rows=split)
        rows = (
            opened(render(roadmap_view(sheet_with(PartView("plan", table=table))))).tables[0].rows
        )
        assert [row._tr.find("./w:trPr/w:cantSplit", NS) is not None for row in rows][1:] == (
            [whole] * 3
        )

    def test_have_the_grid_and_widths_of_the_view(self) -> None:
        table = body(render(roadmap_view())).findall(".//w:tbl", NS)[1]
        grid = [
            int(attribute(column, ".", "w"))
            for column in table.findall("./w:tblGrid/w:gridCol", NS)
        ]
        assert grid == [round(width * 1440 / 25.4) for width in (14, 84, 42, 52, 75)]
        assert int(attribute(table, "./w:tblPr/w:tblW", "w")) == sum(grid)
        cells = table.findall("./w:tr", NS)[0].findall("./w:tc/w:tcPr/w:tcW", NS)
        assert [int(attribute(cell, ".", "w")) for cell in cells] == grid

    def test_span_section_rows(self) -> None:
        table = opened(render(roadmap_view())).tables[1]
        row = table.rows[2]
        assert len(row._tr.findall("./w:tc", NS)) == 1
        assert attribute(row._tr, "./w:tc/w:tcPr/w:gridSpan", "val") == "5"
        assert row.cells[0].text == "1. Анализ и мониторинг"
        assert row.cells[0].paragraphs[0].style.paragraph_format.keep_with_next

    def test_merge_headings_of_two_levels(self) -> None:
        table = opened(render(order_view(results_sheet()))).tables[-1]
        upper, lower = table.rows[0], table.rows[1]
        assert [cell.text for cell in upper.cells] == [
            "№",
            "Школа",
            "Русский язык",
            "Русский язык",
            "Математика",
            "Математика",
        ]
        assert [cell.text for cell in lower.cells] == ["№", "Школа", "2022", "2023", "2022", "2023"]
        merges = [m.get(f"{W}val") for m in table._tbl.iterfind(".//w:vMerge", NS)]
        assert merges == ["restart", "restart", "continue", "continue"]

    def test_align_and_embolden_cells(self) -> None:
        row = Row(
            (
                Cell(("влево",), width_mm=40),
                Cell(("по центру",), align="center", bold=True, width_mm=40),
                Cell(("вправо",), align="right", width_mm=40),
                Cell(("по ширине",), align="justify", width_mm=40),
            )
        )
        table = TableView((TableColumn(40),) * 4, (), (row,))
        rendered = body(render(roadmap_view(sheet_with(PartView("table", table=table)))))
        cells = rendered.findall(".//w:tc", NS)
        alignments = [attribute(cell, ".//w:jc", "val") for cell in cells]
        assert alignments == ["left", "center", "right", "both"]
        assert [cell.find(".//w:r/w:rPr/w:b", NS) is not None for cell in cells] == [
            False,
            True,
            False,
            False,
        ]

    def test_take_their_own_font_size(self) -> None:
        table = replace(spreadsheet(1), font_pt=10.5)
        rendered = body(render(roadmap_view(sheet_with(PartView("plan", table=table)))))
        sizes = {s.get(f"{W}val") for s in rendered.iterfind(".//w:tc//w:rPr/w:sz", NS)}
        assert sizes == {"21"}

    def test_print_each_line_of_a_cell_as_a_paragraph(self) -> None:
        table = opened(render(roadmap_view())).tables[1]
        assert [p.text for p in table.rows[3].cells[3].paragraphs] == [
            "Руководители ШНОР,",
            "кураторы ШНОР",
        ]

    def test_print_all_rows_of_a_long_plan(self) -> None:
        table = opened(render(VALID["300 rows"])).tables[0]
        assert len(table.rows) == 301
        assert table.rows[300].cells[1].text == "Мероприятие 300"

    def test_keep_the_last_row_with_what_follows(self) -> None:
        rows = body(render(VALID["300 rows"])).findall(".//w:tr", NS)
        kept = [row.find(".//w:pPr/w:keepNext", NS) is not None for row in rows]
        assert kept == [False] * 300 + [True]


class TestSheets:
    def test_print_every_part_in_order(self) -> None:
        text = text_of(render(order_view(results_sheet())))
        places = [
            text.index(fact)
            for fact in (
                "Приложение 3",
                "Пояснительная записка",
                "1. Общая характеристика",
                "Дорожная карта разработана",
                "2) доля молодых педагогов",
                "Таблица 1 – Средний балл",
                "МБОУ «ООШ",
                "Различия указаны",
            )
        ]
        assert places == sorted(places)

    def test_put_stamps_into_the_corner(self) -> None:
        for corner in (75.0, 80.0):
            page = replace(GOST, corner_mm=corner)
            table = opened(render(replace(roadmap_view(), page=page))).tables[0]
            width = round(corner * 1440 / 25.4)
            assert attribute(table._tbl, "./w:tblPr/w:jc", "val") == "right"
            assert attribute(table._tbl, "./w:tblPr/w:tblW", "w") == str(width)
            assert attribute(table.cell(0, 0)._tc, "./w:tcPr/w:tcW", "w") == str(width)

    def test_title_is_a_heading_of_the_outline(self) -> None:
        document = opened(render(roadmap_view()))
        title = next(p for p in document.paragraphs if style_of(p) == "Название приложения")
        assert title.style is not None
        assert title.style.base_style == document.styles["Heading 1"]
        assert title.text.startswith("План мероприятий («дорожная карта»)\nпо поддержке")

    def test_end_with_their_signature(self) -> None:
        text = text_of(render(order_view()))
        assert text.rstrip().endswith("Т.П. Ильинская")

    def test_give_lines_the_style_of_their_role(self) -> None:
        part = PartView(
            "text",
            before=(
                Line("Глава", style="heading"),
                Line("Абзац"),
                Line("пункт списка", style="item"),
                Line("без отступа", style="plain"),
            ),
        )
        document = opened(render(roadmap_view(sheet_with(part))))
        styles = {p.text: style_of(p) for p in document.paragraphs}
        assert styles["Глава"] == "Название раздела"
        assert styles["Абзац"] == "Текст документа"
        assert styles["пункт списка"] == "Элемент списка"
        assert styles["без отступа"] == "Текст без отступа"
