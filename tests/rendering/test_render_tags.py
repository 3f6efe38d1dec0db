from __future__ import annotations

from collections.abc import Callable

import pytest
from documents_by_hand import order_view, plan_sheet, roadmap_view
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Mm
from word_files import NS, attribute, body, found, house_template, opened, render_house, text_of

from roadmapkit.rendering import RenderError, Template

W = f"{{{NS['w']}}}"


def lines(*texts: str) -> bytes:
    """Return a template of plain paragraphs."""

    def fill(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return house_template(fill)


def grid(*rows: tuple[str, ...]) -> Callable[[Document], None]:
    """Return what adds a table of given cells."""

    def fill(document: Document) -> None:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return fill


def fault(template: bytes, *, render: bool = False) -> RenderError:
    """Return the fault of a template, at preparation or, where that may be, at rendering."""
    try:
        Template.from_bytes(template, "дом.docx").prepare()
        assert render, "no fault at preparation"
        render_house(template, order_view())
    except RenderError as error:
        return error
    raise AssertionError("no fault at all")


class TestHouseTemplate:
    def test_prints_values_loops_and_conditions(self) -> None:
        template = lines(
            "{{ title }}",
            "{%p for clause in act.clauses if clause.level == 1 %}",
            "{{ clause.number }} {{ clause.text|upper }}",
            "{%p endfor %}",
            "{%p if act.executor %}",
            "{{ act.executor|first }}",
            "{%p else %}",
            "нет исполнителя",
            "{%p endif %}",
        )
        text = text_of(render_house(template, order_view()))
        assert text.startswith("Об организации поддержки школ")
        assert "\n1. УТВЕРДИТЬ:\n2. НАЗНАЧИТЬ" in text
        assert text.rstrip().endswith("Ильинская Татьяна Павловна")

    def test_repeats_rows_and_cells(self) -> None:
        template = house_template(
            grid(
                ("{%tr for row in sheets[0].parts[0].table.rows %}", "", ""),
                ("{%tc for cell in row.cells %}", "{{ cell.lines|join('/') }}", "{%tc endfor %}"),
                ("{%tr endfor %}", "", ""),
            )
        )
        rows = body(render_house(template, order_view())).findall(".//w:tr", NS)
        assert [len(row.findall("./w:tc", NS)) for row in rows] == [1, 5, 5, 5, 1, 5, 5, 5]

    def test_reads_tags_that_word_has_split_over_runs(self) -> None:
        def fill(document: Document) -> None:
            paragraph = document.add_paragraph()
            for piece in ("до {", "{ ti", "tle }", "} после{", "% keepnext tr", "ue %}"):
                run = paragraph.add_run(piece)
                run.bold = piece.startswith("ti")
            paragraph._p.insert(2, OxmlElement("w:proofErr"))

        data = render_house(house_template(fill), order_view())
        assert text_of(data).startswith("до Об организации поддержки школ")
        assert body(data).find(".//w:pPr/w:keepNext", NS) is not None

    def test_accepts_the_quotation_marks_that_word_types(self) -> None:
        template = lines("{{ act.letterhead|join(“, ”) }}{% align ‘right’ %}")
        data = render_house(template, order_view())
        assert "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ, АДМИНИСТРАЦИИ" in text_of(data)
        assert attribute(body(data), ".//w:jc", "val") == "right"

    def test_accepts_the_quotation_marks_that_russian_word_types(self) -> None:
        template = lines("{{ act.letterhead|join(«, ») }} {{ 'в «кавычках»' }}")
        text = text_of(render_house(template, order_view()))
        assert "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ, АДМИНИСТРАЦИИ" in text
        assert "в «кавычках»" in text

    def test_is_whole_where_loops_have_no_turns(self) -> None:
        def fill(document: Document) -> None:
            grid(("{%tr for a in [] %}", ""), ("{{ a }}", ""), ("{%tr endfor %}", ""))(document)
            document.add_paragraph("между")
            grid(("{%p for a in [] %}", "а"), ("б", "в"))(document)
            cell = document.tables[1].cell(0, 0)
            cell.add_paragraph("{{ a }}")
            cell.add_paragraph("{%p endfor %}")
            grid(("{%tc for a in [] %}", "{{ a }}", "{%tc endfor %}"), ("г", "д", "е"))(document)

        root = body(render_house(house_template(fill), order_view()))
        assert len(root.findall(".//w:tbl", NS)) == 2
        assert [len(row.findall("./w:tc", NS)) for row in root.iter(f"{W}tr")] == [2, 2, 3]
        assert all(cell[-1].tag == f"{W}p" for cell in root.iter(f"{W}tc"))

    def test_prints_literal_braces(self) -> None:
        assert "{{ a }}" in text_of(render_house(lines("{_{ a }_}"), order_view()))

    def test_keeps_its_own_layout(self) -> None:
        def fill(document: Document) -> None:
            section = document.sections[0]
            section.page_width, section.page_height = Mm(148), Mm(210)
            section.left_margin = Mm(33)
            document.add_paragraph("{{ title }}{% lastsection sheets[0] %}")

        section = opened(render_house(house_template(fill), roadmap_view())).sections[0]
        assert section.page_width is not None
        assert section.page_height is not None
        assert section.top_margin is not None
        # The plan lies across: the binding edge on the left becomes the top.
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 148)
        assert round(section.top_margin.mm) == 33

    def test_prints_tags_of_headers_and_footers(self) -> None:
        def fill(document: Document) -> None:
            document.sections[0].header.paragraphs[0].text = "{{ act.number }} & {{ id }}"
            document.sections[0].footer.paragraphs[0].text = "{{ title }}"

        section = opened(render_house(house_template(fill), order_view())).sections[0]
        assert section.header.paragraphs[0].text == "№\u00a046 & order-46"
        assert section.footer.paragraphs[0].text.startswith("Об организации")

    def test_keeps_custom_properties_of_its_own(self) -> None:
        assert Template.from_bytes(lines("{{ title }}"), "a").kind is None


class TestOwnTags:
    def test_act_on_cell_row_and_table(self) -> None:
        template = house_template(
            grid(
                ("{% grid [30, 60.5] %}{% cantsplit true %}{% colwidth 30 %}а", "б"),
                (
                    "{% vmerge 'restart' %}{% cellbg 'D9D9D9' %}в",
                    "{% colspan 1 %}{% vmerge '' %}{% cantsplit false %}г",
                ),
                ("{% vmerge 'continue' %}{% fontsize none %}", "{% bold true %}{% fontsize 9 %}д"),
            )
        )
        table = found(body(render_house(template, order_view())), ".//w:tbl")
        widths = [c.get(f"{W}w") for c in table.iterfind("./w:tblGrid/w:gridCol", NS)]
        assert widths == ["1701", "3430"]
        assert attribute(table, "./w:tblPr/w:tblW", "w") == "5131"
        assert attribute(table, "./w:tr/w:tc/w:tcPr/w:tcW", "w") == "1701"
        assert len(table.findall(".//w:cantSplit", NS)) == 1
        assert [m.get(f"{W}val") for m in table.iterfind(".//w:vMerge", NS)] == [
            "restart",
            "continue",
        ]
        assert attribute(table, ".//w:shd", "fill") == "D9D9D9"
        assert table.find(".//w:gridSpan", NS) is None
        assert [s.get(f"{W}val") for s in table.iterfind(".//w:rPr/w:sz", NS)] == ["18"]
        assert len(table.findall(".//w:rPr/w:b", NS)) == 1

    @pytest.mark.parametrize(
        "tag",
        ["{% colwidth 1 %}", "{% cantsplit true %}", "{% grid [1] %}", "{% section sheets[0] %}"],
    )
    def test_are_refused_where_they_have_nothing_to_act_on(self, tag: str) -> None:
        error = fault(lines("первый абзац", f"текст {tag}"))
        assert error.code == "TPL010"
        assert tag in str(error)
        assert str(error.place).startswith("text of the template, paragraph 2 «")


class TestFaultsNameTagAndPlace:
    def test_of_an_unknown_name(self) -> None:
        error = fault(lines("{{ title }}", "{{ titel }}"))
        assert error.code == "TPL012"
        assert "'titel'" in str(error)
        assert str(error.place).startswith("text of the template, paragraph 2 «")

    def test_of_an_unknown_name_in_a_cell(self) -> None:
        error = fault(house_template(grid(("а", "б"), ("в", "{{ titel }}"))))
        assert error.place == "text of the template, table 1, row 2, cell 2"

    def test_of_an_unknown_name_in_a_branch_never_taken(self) -> None:
        assert fault(lines("{% if false %}{{ titel }}{% endif %}")).code == "TPL012"

    def test_of_an_unknown_name_in_a_header(self) -> None:
        def fill(document: Document) -> None:
            document.sections[0].header.paragraphs[0].text = "{{ nummer }}"

        assert (
            fault(house_template(fill)).place == "header (header1.xml), paragraph 1 «{{ nummer }}»"
        )

    def test_of_an_unknown_field(self) -> None:
        error = fault(
            lines("{%p for clause in act.clauses %}", "{{ clause.txt }}", "{%p endfor %}"),
            render=True,
        )
        assert error.code == "TPL012"
        assert "'txt'" in str(error)
        assert str(error.place).startswith("text of the template, paragraph 2 «")

    def test_of_a_field_of_nothing(self) -> None:
        template = lines("{{ act.signature.name }}")
        with pytest.raises(RenderError) as caught:
            render_house(template, roadmap_view())
        assert caught.value.code == "TPL012"

    @pytest.mark.parametrize(
        "tag", ["{{ title", "{% if %}", "{{ title|nosuch }}", "{% endfor %}", "{{ 'a }}"]
    )
    def test_of_a_broken_tag(self, tag: str) -> None:
        error = fault(lines("начало", tag, "конец"))
        assert error.code == "TPL010"
        assert error.place is not None

    @pytest.mark.parametrize(
        "texts",
        [
            ("{% if act %}", "текст", "{% endif %}"),
            ("{%p if act %}", "текст", "конец {% endif %}"),
            ("{% for a in sheets %}{% endfor %}{% if act %}", "{%p endif %}"),
        ],
    )
    def test_of_blocks_that_cross_paragraphs(self, texts: tuple[str, ...]) -> None:
        error = fault(lines(*texts))
        assert error.code == "TPL011"
        assert error.place is not None

    def test_of_blocks_that_cross_cells(self) -> None:
        error = fault(house_template(grid(("{% if act %}", "{% endif %}"))))
        assert error.code == "TPL011"
        assert error.place == "text of the template, table 1, row 1, cell 1"

    def test_of_a_loop_of_rows_closed_by_a_paragraph(self) -> None:
        def fill(document: Document) -> None:
            grid(("{%tr for sheet in sheets %}",), ("{{ sheet.title|first }}",))(document)
            document.add_paragraph("{%p endfor %}")

        assert fault(house_template(fill)).code == "TPL011"

    @pytest.mark.parametrize(
        "tag", ["{{ act }}", "{{ sheets }}", "{{ act.executor }}", "{{ sheets[0].signature }}"]
    )
    def test_of_a_value_that_is_no_text(self, tag: str) -> None:
        error = fault(lines("начало", tag), render=True)
        assert error.code == "TPL013"
        assert str(error.place).startswith("text of the template, paragraph 2 «")


class TestSandbox:
    @pytest.mark.parametrize(
        "tag",
        [
            "{{ title.__class__ }}",
            "{{ act.__init__.__globals__ }}",
            "{{ ''.__class__.__mro__ }}",
            "{{ 'a' * 1000000000 }}",
            "{{ 9 ** 9 ** 9 }}",
            "{{ '%1000000000d' % 1 }}",
            "{{ '{:>1000000000}'.format(1) }}",
            "{{ 'a'.center(1000000000) }}",
            "{{ title.format(act) }}",
        ],
    )
    def test_refuses_what_reaches_out_or_eats_memory(self, tag: str) -> None:
        error = fault(lines("начало", tag), render=True)
        assert error.code == "TPL014"
        assert str(error.place).startswith("text of the template, paragraph 2 «")

    @pytest.mark.parametrize(
        "tag", ["{% include 'a' %}", "{% import 'a' as b %}", "{% extends 'a' %}"]
    )
    def test_refuses_other_templates(self, tag: str) -> None:
        assert fault(lines(tag)).code == "TPL014"

    @pytest.mark.parametrize("name", ["range", "lipsum", "cycler", "namespace"])
    def test_has_no_global_functions(self, name: str) -> None:
        assert fault(lines(f"{{{{ {name}(9) }}}}")).code == "TPL012"

    @pytest.mark.parametrize("name", ["safe", "center", "format", "batch", "pprint", "tojson"])
    def test_has_no_filter_that_unmasks_or_swells(self, name: str) -> None:
        assert fault(lines(f"{{{{ title|{name}(9) }}}}")).code == "TPL010"

    def test_allows_arithmetic_and_harmless_methods(self) -> None:
        template = lines("{{ 7 % 4 * 2 }} {{ title.upper().split()|first }}")
        assert text_of(render_house(template, roadmap_view(plan_sheet()))).startswith("6 ПЛАН")
