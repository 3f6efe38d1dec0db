"""Templates of docxtpl's documentation, made anew, print what docxtpl prints: part by part."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Mm
from docxtpl import RichText
from docxtpl_peer import by_docxtpl, by_us, canonical_parts
from lxml import etree
from word_files import NS, body, faults_of, house_template, text_of

from png_files import png
from roadmapkit.rendering import RenderError, Template, render_values

Fill = Callable[[Document], object]
VALUES: dict[str, Any] = {
    "customer": "ООО «Рога & Копыта» <филиал> \"Юг\" 'и' Ко",
    "empty": "",
    "total": 1234.5,
    "count": 3,
    "yes": True,
    "items": [
        {"desc": "Парты", "qty": 2, "price": "10.00", "bg": "FF0000", "tags": ["а", "б"]},
        {"desc": "Стулья & столы", "qty": 7, "price": "5.50", "bg": "auto", "tags": []},
        {"desc": "Доска\nмеловая", "qty": 1, "price": "99.90", "bg": "00FF00", "tags": ["в"]},
    ],
    "labels": ["весна", "лето", "осень", "зима"],
    "rows": [
        {"label": "север", "cols": ["1", "2", "3", "4"]},
        {"label": "юг", "cols": ["5", "6", "7", "8"]},
    ],
    "tabs": "слева\tсправа",
}


def grid(*rows: tuple[str, ...]) -> Fill:
    def fill(document: Document) -> None:
        made = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for row, texts in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return fill


def lines(*texts: str) -> Fill:
    def fill(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return fill


def together(*fills: Fill) -> Fill:
    def fill(document: Document) -> None:
        for one in fills:
            one(document)

    return fill


def looks(document: Document) -> None:
    """A tag inside runs of several looks, and text beside it."""
    paragraph = document.add_paragraph("до ")
    paragraph.add_run("{{ customer }}").bold = True
    paragraph.add_run(" и ").italic = True
    paragraph.add_run("{% if yes %}да{% else %}нет{% endif %}").underline = True
    paragraph.add_run(" конец  с   пробелами ")


def split_tag(document: Document) -> None:
    """A tag that Word has split over runs."""
    paragraph = document.add_paragraph("{{ ")
    paragraph.add_run("cust")
    paragraph.add_run("omer }} после")


def breaks(document: Document) -> None:
    paragraph = document.add_paragraph("первая {{ count }}")
    paragraph.add_run().add_break()
    paragraph.add_run("вторая").add_break(WD_BREAK.PAGE)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("{%p for label in labels %}")
    document.add_paragraph("{{ label }}").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("{%p endfor %}")


def sections(document: Document) -> None:
    header = document.sections[0].header
    header.paragraphs[0].text = "{{ customer }}, стр."
    header.add_table(1, 2, Mm(100)).rows[0].cells[0].text = "{{ count }}"
    document.sections[0].footer.paragraphs[
        0
    ].text = "{% for label in labels %}{{ label }}{% if not loop.last %}, {% endif %}{% endfor %}"
    document.add_section()
    document.sections[1].header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "{{ total }}"
    document.add_paragraph("{{ empty }}текст")


def nested_tables(document: Document) -> None:
    outer = document.add_table(rows=3, cols=2)
    outer.cell(0, 0).text = "{%tr for row in rows %}"
    outer.cell(1, 0).text = "{{ row.label }}"
    inner = outer.cell(1, 1).add_table(rows=3, cols=1)
    for cell, text in zip(
        inner.columns[0].cells,
        ("{%tr for c in row.cols %}", "{{ c }}", "{%tr endfor %}"),
        strict=True,
    ):
        cell.text = text
    outer.cell(2, 0).text = "{%tr endfor %}"


def drawing(document: Document) -> None:
    document.add_picture(io.BytesIO(png(2, 2)), width=Mm(10))


def drawings_in_a_loop(document: Document) -> None:
    document.add_paragraph("{%p for label in labels %}")
    drawing(document)
    document.add_paragraph("{%p endfor %}")


INVOICE = grid(
    ("Наименование", "Количество", "Цена"),
    ("{%tr for item in items %}", "", ""),
    ("{{ item.desc }}", "{{ item.qty }}", "{{ item['price'] }}"),
    ("{%tr endfor %}", "", ""),
    ("Всего", "{{ items|sum(attribute='qty') }}", "{{ total }}"),
)
FEATURES: dict[str, Fill] = {
    "invoice": INVOICE,
    "values": lines("{{ customer }}", "{{empty}}", "{{ count }} и {{ total }}", "{{ 'ё' }}"),
    "escaping in rows": INVOICE,
    "looks of runs": looks,
    "a tag split over runs": split_tag,
    "breaks of lines and pages": breaks,
    "line breaks in values": lines("{{ items[2].desc }} и дальше"),
    "nested loops": lines(
        "{%p for row in rows %}",
        "{{ row.label }}:",
        "{%p for c in row.cols %}",
        "{{ loop.index }}. {{ c }} ({{ row.label|upper }})",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    "conditions over paragraphs": lines(
        "{%p if count > 5 %}",
        "много",
        "{%p elif yes %}",
        "да",
        "{%p else %}",
        "нет",
        "{%p endif %}",
    ),
    "conditions over rows": grid(
        ("{%tr for item in items %}", ""),
        ("{%tr if item.qty > 1 %}", ""),
        ("{{ item.desc }}", "много"),
        ("{%tr else %}", ""),
        ("{{ item.desc }}", "один"),
        ("{%tr endif %}", ""),
        ("{%tr endfor %}", ""),
    ),
    "runs in a loop": lines("Итого:{%r for label in labels %} {{ label }};{%r endfor %} конец"),
    "loops inside a paragraph": lines("{% for l in labels %}{{ l }} {% endfor %}"),
    "dynamic table": grid(
        ("{%tc for col in labels %}", "{{ col }}", "{%tc endfor %}"),
        ("{%tr for row in rows %}", "", ""),
        ("{%tc for col in row.cols %}", "{{ col }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    ),
    "fewer cells after a loop": grid(
        ("{%tc for col in labels[:1] %}", "{{ col }}", "{%tc endfor %}", "ещё"),
    ),
    "cells under a condition": grid(
        ("{%tc if count > 5 %}", "не печатается", "{%tc endif %}", "печатается"),
    ),
    "cell background": grid(
        ("{%tr for item in items %}", ""),
        ("{% cellbg item.bg %}{{ item.desc }}", "{{ item.qty }}"),
        ("{%tr endfor %}", ""),
    ),
    "column span": grid(("{% colspan labels|count %}{{ customer }}",), ("а",)),
    "merge across": grid(
        ("{%tc for l in labels %}", "{% hm %}{{ customer }}", "{%tc endfor %}"), ("а", "б", "в")
    ),
    "merge down": grid(
        ("{%tr for item in items %}", ""),
        ("{% vm %}общее", "{{ item.desc }}"),
        ("{%tr endfor %}", ""),
    ),
    "merge down in nested loops": grid(
        ("{%tr for row in rows %}", ""),
        ("{%tr for c in row.cols %}", ""),
        ("{% vm %}{{ row.label }}", "{{ c }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    ),
    "tables in tables": nested_tables,
    "headers and footers of sections": sections,
    "comments": together(
        lines("{# не печатается #}печатается", "{#p весь абзац #}", "после"),
        grid(("{#tr вся строка #}", ""), ("а", "б")),
    ),
    "literal braces": lines("{_{ customer }_} {_% if %_}"),
    "paragraphs joined": lines("первый {%- if yes %} второй{% endif %}", "{{ count -}}", " третий"),
    "values set in the template": lines(
        "{% set twice = count * 2 %}{{ twice }}",
        "{% set block %}а & {{ count }}{% endset %}{{ block }}",
    ),
    "macros": lines(
        "{% macro named(who) %}имя: {{ who }}{% endmacro %}{{ named(customer) }}, {{ named('я') }}"
    ),
    "filters": lines(
        "{{ labels|join(', ') }}",
        "{{ labels|first|upper }} {{ labels|last|capitalize }} {{ labels|length }}",
        "{{ labels|sort|join }} {{ items|map(attribute='qty')|max }}",
        "{{ total|round(1) }} {{ empty|default('нет', true) }} {{ '  а '|trim }}",
        "{{ items|selectattr('bg')|map(attribute='desc')|join('; ') }}",
    ),
    "methods and tests": lines(
        "{{ customer.upper() }} {{ 'а-б'.split('-')[1] }}",
        "{% if count is odd and 'лето' in labels and nothing is not defined %}да{% endif %}",
    ),
    "loop variables": lines(
        "{%p for l in labels %}",
        "{{ loop.index0 }}/{{ loop.length }} {{ loop.cycle('чёт', 'нечет') }} "
        "{% if loop.first %}первый{% endif %}",
        "{%p endfor %}",
    ),
    "pictures put in by Word": drawing,
    "pictures in a loop": drawings_in_a_loop,
}


@pytest.mark.parametrize("fill", FEATURES.values(), ids=FEATURES)
def test_values_are_printed_as_docxtpl_prints_them(fill: Fill) -> None:
    template = house_template(fill)
    ours, theirs = by_us(template, VALUES), by_docxtpl(template, VALUES)
    expected = canonical_parts(theirs)
    assert text_of(theirs).strip() or "drawing" in str(expected)
    assert canonical_parts(ours) == expected


@pytest.mark.parametrize(
    "name", ["dynamic table", "fewer cells after a loop", "merge across", "pictures in a loop"]
)
def test_what_is_printed_is_as_whole_as_the_template(name: str) -> None:
    template = house_template(FEATURES[name])
    assert faults_of(by_us(template, VALUES)) == faults_of(house_template(lines("а")))


def test_pictures_in_a_loop_have_numbers_of_their_own() -> None:
    root = body(by_us(house_template(drawings_in_a_loop), VALUES))
    numbers = [element.get("id") for element in root.iter("{*}docPr")]
    assert len(numbers) == 4 == len(set(numbers))


class TestColumnsThatDependOnValues:
    def test_are_counted_by_docxtpl_with_a_note(self) -> None:
        data = house_template(FEATURES["dynamic table"])
        prepared = Template.from_bytes(data, "дом.docx").prepare(names=None)
        (note,) = prepared.notes
        assert "word/document.xml: the number of columns of a table depends on values" in str(note)
        root = body(render_values(VALUES, prepared, {}))
        assert len(root.findall(".//w:tblGrid/w:gridCol", NS)) == 4

    def test_are_streamed_where_the_template_says_how_wide_they_are(self) -> None:
        fill = grid(
            ("{%tc for col in labels %}", "{{ col }}{% grid widths %}", "{%tc endfor %}"),
        )
        prepared = Template.from_bytes(house_template(fill), "дом.docx").prepare(names=None)
        assert prepared.notes == ()
        root = body(render_values({**VALUES, "widths": [10.0] * 4}, prepared, {}))
        assert len(root.findall(".//w:tblGrid/w:gridCol", NS)) == 4

    def test_no_packaged_template_has_any(self) -> None:
        for kind in ("order", "roadmap", "report", "minutes", "letter", "extract", "copy"):
            assert Template.packaged(kind).prepare().notes == ()


class TestWhatIsRefused:
    """Docxtpl's objects that carry Word's markup: values are finished text here."""

    def test_a_rich_text_of_docxtpl_says_what_it_is(self) -> None:
        template = house_template(lines("{{r text }}"))
        with pytest.raises(RenderError, match="a RichText, which is no text"):
            by_us(template, {"text": RichText("жирный", bold=True)})

    def test_an_object_that_calls_itself_markup_is_not_believed(self) -> None:
        @dataclass
        class Hostile:
            def __html__(self) -> str:
                return "</w:t><w:br/>"

        with pytest.raises(RenderError, match="a Hostile, which is no text"):
            by_us(house_template(lines("{{ value }}")), {"value": Hostile()})

    @pytest.mark.parametrize("sign", ["\a", "\f"])
    def test_signs_by_which_docxtpl_breaks_paragraphs_and_pages(self, sign: str) -> None:
        with pytest.raises(RenderError, match=r"holds the character U\+00"):
            by_us(house_template(lines("{{ value }}")), {"value": f"а{sign}б"})

    def test_a_value_that_is_not_given(self) -> None:
        with pytest.raises(RenderError, match="there is no value 'nothing'"):
            by_us(house_template(lines("{{ nothing }}")), VALUES)


def test_tabs_in_values_are_tabs_of_word() -> None:
    ours = body(by_us(house_template(lines("{{ tabs }}")), VALUES))
    theirs = body(by_docxtpl(house_template(lines("{{ tabs }}")), VALUES))
    for root in (ours, theirs):
        names = [etree.QName(element).localname for element in root.iterfind(".//w:r/*", NS)]
        assert [name for name in names if name != "rPr"] == ["t", "tab", "t"]
