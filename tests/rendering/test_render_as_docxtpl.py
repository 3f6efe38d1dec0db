"""House templates print what docxtpl itself would print: every feature, part by part."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pytest
from documents_by_hand import order_view
from docx.document import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, RichText
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from word_files import NS, body, house_template, members, render_house, repacked, text_of

from roadmapkit.documents.view import DocumentView

W = f"{{{NS['w']}}}"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "cfc000000301010018dd8db00000000049454e44ae426082"
)


def by_docxtpl(template: bytes, view: DocumentView, **more: object) -> bytes:
    """Render a template with docxtpl."""
    document = DocxTemplate(io.BytesIO(template))
    context = {"title": view.title, "act": view.act, "sheets": view.sheets, "id": view.id, **more}
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document.render(context, environment)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def parts(data: bytes) -> dict[str, list[str]]:
    """Return what each part with text says, in canonical words."""
    return {
        name: list(canonical(etree.fromstring(content)))
        for name, content in members(data).items()
        if re.fullmatch(r"word/(document|header\d+|footer\d+|footnotes)\.xml", name)
    }


def canonical(root: etree._Element) -> Iterator[str]:
    """Yield structure and text, without what Word does not show."""
    for element in root.iter():
        name = etree.QName(element).localname
        value = element.get(f"{W}val") or element.get(f"{W}fill") or ""
        if name in {"p", "tbl", "tr", "tc"}:
            yield name
        elif name in {"gridSpan", "vMerge", "shd", "b", "i", "pStyle", "jc"}:
            yield f"{name} {value}"
        elif name == "t" and element.text:
            yield f"“{element.text}”"
        elif name in {"br", "tab", "blip"}:
            yield name


def table(*rows: tuple[str, ...]) -> Callable[[Document], None]:
    def fill(document: Document) -> None:
        made = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return fill


def paragraphs(*texts: str) -> Callable[[Document], None]:
    def fill(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return fill


def header_and_footer(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ act.number }} & {{ id }}"
    document.sections[0].footer.paragraphs[0].text = "{% if act %}{{ title }}{% endif %}"
    document.add_paragraph("текст")


def picture(document: Document) -> None:
    document.add_picture(io.BytesIO(PIXEL), width=Mm(20))
    document.add_paragraph("{{ title }}")


ROWS = "row in sheets[0].parts[0].table.rows"
FEATURES: dict[str, Callable[[Document], None]] = {
    "values": paragraphs(
        "{{ title }}", "{{ act.form }} от {{ act.date }}", "{{ 'А < В' }} & {{ 'ё' }}"
    ),
    "paragraph tags": paragraphs(
        "{%p for clause in act.clauses %}",
        "{{ clause.number }} {{ clause.text }}",
        "{%p if loop.last %}",
        "конец",
        "{%p endif %}",
        "{%p endfor %}",
    ),
    "run tags": paragraphs("до {%r if act.place %}место {{ act.place }}{%r endif %} после"),
    "row tags": table(
        (f"{{%tr for {ROWS} %}}", ""),
        ("{{ loop.index }}", "{{ row.kind }}"),
        ("{%tr endfor %}", ""),
    ),
    "cell tags": table(
        ("{%tc for column in [1, 2, 3] %}", "{{ column }}", "{%tc endfor %}"), ("а", "б", "в")
    ),
    "cell background": table(("{% cellbg 'FF0000' %}красный", "без фона")),
    "column span": table(("{% colspan 2 %}широкая",), ("узкая",)),
    "merge down": table(
        (f"{{%tr for {ROWS} %}}", ""), ("{% vm %}общее", "{{ row.kind }}"), ("{%tr endfor %}", "")
    ),
    "merge across": table(
        ("{%tc for column in [1, 2] %}", "{% hm %}общее", "{%tc endfor %}"), ("а", "б", "в")
    ),
    "row comments": table(("{#tr не печатается #}", ""), ("а", "б")),
    "headers and footers": header_and_footer,
    "pictures put in by Word": picture,
    "literal braces": paragraphs("{_{ title }_} и {_% if %_}"),
    "text joined over paragraphs": paragraphs("первый {%- if true %} второй{% endif %}"),
}


@pytest.mark.parametrize("fill", FEATURES.values(), ids=FEATURES)
def test_a_house_template_prints_what_docxtpl_prints(fill: Callable[[Document], None]) -> None:
    template = house_template(fill)
    ours, theirs = (
        parts(render_house(template, order_view())),
        parts(by_docxtpl(template, order_view())),
    )
    assert theirs["word/document.xml"]
    assert ours == theirs


def test_tags_of_footnotes_are_filled_as_docxtpl_fills_them() -> None:
    plain = house_template(paragraphs("текст"))
    note = (
        f'<w:footnotes xmlns:w="{NS["w"]}"><w:footnote w:id="2"><w:p><w:r>'
        "<w:t>{{ act.number }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).encode()
    relationship = (
        b'<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    override = (
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.footnotes+xml"/></Types>'
    )
    held = members(plain)
    template = repacked(
        plain,
        {
            "word/footnotes.xml": note,
            "word/_rels/document.xml.rels": held["word/_rels/document.xml.rels"].replace(
                b"</Relationships>", relationship
            ),
            "[Content_Types].xml": held["[Content_Types].xml"].replace(b"</Types>", override),
        },
    )
    ours = parts(render_house(template, order_view()))
    assert ours["word/footnotes.xml"][-1] == "“№\u00a046”"
    assert ours == parts(by_docxtpl(template, order_view()))


class TestRichText:
    def test_of_one_look_is_what_docxtpl_makes_of_it(self) -> None:
        template = house_template(paragraphs("до {{r title }} после"))
        theirs = by_docxtpl(template, order_view(), title=RichText(order_view().title))
        assert text_of(render_house(template, order_view())) == text_of(theirs)

    def test_takes_the_look_of_the_run_that_the_tag_stands_in(self) -> None:
        def fill(document: Document) -> None:
            run = document.add_paragraph("до ").add_run("{{r title }}")
            run.bold = True

        root = body(render_house(house_template(fill), order_view()))
        runs = [run for run in root.iter(f"{W}r") if run.find(f"{W}t") is not None]
        bold = {
            "".join(map(str, run.itertext())): run.find(f"{W}rPr/{W}b") is not None
            for run in runs
            if "".join(map(str, run.itertext()))
        }
        assert bold == {"до ": False, order_view().title: True}
