"""Templates that mean harm are refused, with the file, the place and the way out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from documents_by_hand import order_view
from test_render_safety import CONTENT_TYPES, DATA, EXTERNAL, RELS, related
from test_render_tags import fault, lines
from word_files import members, repacked

from roadmapkit.rendering import RenderError, Template, check_template
from roadmapkit.rendering.limits import MOST_WORK
from roadmapkit.rendering.package import MAX_TEXT

NESTED = "".join(f"{{% for a{n} in 'aaaaaaaaaaaaaaaaaaaa' %}}" for n in range(9))
CLOSED = "{% endfor %}" * 9
DOUBLING = "{% set a = 'аааааааааа' %}" + "{% set a = a ~ a %}" * 40

CODE = {
    "classes": "{{ ''.__class__.__mro__ }}",
    "classes in brackets": "{{ ''['__class__'] }}",
    "globals": "{{ act.__init__.__globals__['os'].system('id') }}",
    "the filter attr": "{{ act|attr('__class__') }}",
    "an attribute in a filter": "{{ [act]|map(attribute='__class__')|join }}",
    "a call": "{{ title() }}",
    "a call of a variable": "{% set f = title.upper %}{{ f() }}",
    "a huge range": "{% for x in range(10**9) %}{% endfor %}",
    "format of text": "{{ '{0.__class__}'.format(act) }}",
    "format by keys": "{{ '{a}'.format_map({'a': 1}) }}",
    "format with a sign": "{{ '%(a)s' % {'a': 1} }}",
    "a huge repetition": "{{ 'a' * 10000000000 }}",
    "a huge power": "{{ 9 ** 9 ** 9 }}",
    "a growing number": "{% set a = 99999999 %}" + "{% set a = a * a %}" * 30,
    "a growing text": DOUBLING,
    "a growing sum of texts": DOUBLING.replace("~", "+"),
    "a growing replacement": "{% set a = 'ааааа' %}" + "{% set a = a|replace('а', a) %}" * 9,
    "a growing method": "{% set a = 'ааааа' %}" + "{% set a = a.replace('а', a) %}" * 9,
    "loops in loops": f"{NESTED}{CLOSED}",
    "a growing list": "{% set a = ['а'] %}" + "{% set a = a + a %}" * 40,
    "a huge rounding": "{{ 1|round(1000000000, 'ceil') }}",
    "a recursive loop": "{% for a in sheets recursive %}{{ loop(sheets) }}{% endfor %}",
    "a recursive macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros in a circle": (
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}"
    ),
    "a macro that calls what it is given": ("{% macro m(f) %}{{ f(f) }}{% endmacro %}{{ m(m) }}"),
    "macros that double": "".join(
        f"{{% macro m{n}() %}}{{{{ m{n + 1}() }}}}{{{{ m{n + 1}() }}}}{{% endmacro %}}"
        for n in range(40)
    )
    + "{% macro m40() %}{% endmacro %}{{ m0() }}",
    "brackets in brackets": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "a sum without end": "{{ " + "+".join(["1"] * 6000) + " }}",
    "blocks in blocks": "{% if act %}" * 150 + "{% endif %}" * 150,
    "an import": "{% import 'a' as b %}",
    "an inclusion": "{% include '/etc/passwd' %}",
    "another template": "{% extends 'a' %}",
    "a block": "{% block a %}{{ self.a() }}{% endblock %}",
    "unmasking": "{% autoescape false %}{{ '<w:fldSimple/>' }}{% endautoescape %}",
    "a call block": "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{% endcall %}",
    "a mask cut to pieces": "{% set a %}&{{ '<' }}{% endset %}{{ a[:2] }}",
}


@pytest.mark.parametrize("tag", CODE.values(), ids=CODE)
def test_code_in_a_tag_is_refused_with_its_place_before_it_takes_hours(tag: str) -> None:
    error = fault(lines("начало", tag), render=True)
    assert error.code in {"TPL010", "TPL012", "TPL013", "TPL014", "TPL015"}
    assert error.template == "дом.docx"
    assert str(error.place).startswith("text of the template")
    assert str(error.hint)


@pytest.mark.parametrize("tag", CODE.values(), ids=CODE)
def test_the_check_of_a_hostile_template_ends(tag: str) -> None:
    template = Template.from_bytes(lines("начало", tag), "дом.docx")
    for found in check_template(template, "order"):
        assert found.hint is not None


def test_work_is_counted_anew_for_every_document() -> None:
    from word_files import render_house

    template = lines("{% for a in 'aaaaaaaaaa' %}{{ a }}{% endfor %}")
    assert MOST_WORK > 0
    first = render_house(template, order_view())
    assert all(render_house(template, order_view()) == first for _ in range(3))


def with_runs(*runs: str) -> dict[str, bytes | None]:
    text = "".join(f"<w:r>{run}</w:r>" for run in runs)
    document = members(DATA)["word/document.xml"]
    return {
        "word/document.xml": document.replace(
            b"<w:sectPr>", f"<w:p>{text}</w:p><w:sectPr>".encode(), 1
        )
    }


def field(*pieces: str) -> dict[str, bytes | None]:
    begin, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end"))
    middle = (
        piece if piece.startswith("<") else f"<w:instrText>{piece}</w:instrText>"
        for piece in pieces
    )
    return with_runs(begin, *middle, end)


BEGIN, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end"))
PACKAGES: dict[str, tuple[str, dict[str, bytes | None]]] = {
    "a linked picture": ("TPL005", {RELS: related("image", "http://example.org/a.png", EXTERNAL)}),
    "a linked object": ("TPL005", {RELS: related("oleObject", "http://example.org/a", EXTERNAL)}),
    "a data source": ("TPL005", {RELS: related("mailMergeSource", "file:///c:/a.csv", EXTERNAL)}),
    "an attached template": (
        "TPL005",
        {RELS: related("attachedTemplate", "http://example.org/a.dotm", EXTERNAL)},
    ),
    "a part of another format": ("TPL008", {RELS: related("aFChunk", "a.html")}),
    "an embedded object": ("TPL008", {RELS: related("oleObject", "embeddings/a.bin")}),
    "an embedded workbook": ("TPL008", {RELS: related("package", "embeddings/a.xlsx")}),
    "a field in small letters": ("TPL008", field("ddeauto c:\\\\a.exe")),
    "a field in pieces": ("TPL008", field("INCLUDE", "TEXT ", "c:\\\\a.docx")),
    "a field whose name another makes": (
        "TPL008",
        field(BEGIN, "QUOTE 68 68 69", END, " c:\\\\a.exe"),
    ),
    "a field whose name a tag makes": ("TPL008", field("{{ 'DDE' ~ 'AUTO' }} c:\\\\a.exe")),
    "a macro project": ("TPL004", {"word/vbaProject.bin": b"x"}),
    "a macro document": (
        "TPL004",
        {
            "[Content_Types].xml": CONTENT_TYPES.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"application/vnd.ms-word.document.macroEnabled.main",
            )
        },
    ),
    "a bomb": ("TPL006", {"word/media/a.bmp": bytes(4 * 2**20)}),
    "a huge text": (
        "TPL006",
        {
            "word/document.xml": members(DATA)["word/document.xml"].replace(
                b"</w:body>", b"<!--" + os.urandom(MAX_TEXT // 2).hex().encode() + b"--></w:body>"
            )
        },
    ),
    "a path upwards": ("TPL007", {"../evil.xml": b"x"}),
    "an absolute path": ("TPL007", {"/etc/evil.xml": b"x"}),
    "a backslash": ("TPL007", {"word\\evil.xml": b"x"}),
    "a name in two letterings": ("TPL007", {"WORD/document.xml": b"x"}),
    "laughing entities": (
        "TPL003",
        {
            "word/document.xml": b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;&b;">]>'
            b'<w:document xmlns:w="a">&c;</w:document>'
        },
    ),
    "an outside entity": (
        "TPL003",
        {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'},
    ),
}


@pytest.mark.parametrize(("code", "changes"), PACKAGES.values(), ids=PACKAGES)
def test_a_package_that_acts_or_swells_is_refused(
    code: str, changes: dict[str, bytes | None]
) -> None:
    with pytest.raises(RenderError) as caught:
        Template.from_bytes(repacked(DATA, changes), "templates/order.docx")
    assert caught.value.code == code
    assert "templates/order.docx" in str(caught.value)
    assert str(caught.value.hint) in str(caught.value)


def test_a_field_that_only_counts_or_links_is_welcome() -> None:
    for changes in (field("PAGE"), field('HYPERLINK "https://example.org/link/database"')):
        assert Template.from_bytes(repacked(DATA, changes), "a").kind == "order"


def test_a_hyperlink_is_welcome() -> None:
    changes = {RELS: related("hyperlink", "https://example.org/", EXTERNAL)}
    assert Template.from_bytes(repacked(DATA, changes), "a").kind == "order"


class TestLinks:
    def test_that_lead_out_of_the_workspace_are_refused(self, tmp_path: Path) -> None:
        folder = tmp_path / "house"
        folder.mkdir()
        (tmp_path / "outside.docx").write_bytes(DATA)
        link = folder / "order.docx"
        link.symlink_to(tmp_path / "outside.docx")
        with pytest.raises(RenderError) as caught:
            Template.from_file(link, within=folder)
        assert caught.value.code == "TPL007"

    def test_that_go_in_a_circle_are_refused(self, tmp_path: Path) -> None:
        link = tmp_path / "order.docx"
        link.symlink_to(link)
        with pytest.raises(RenderError):
            Template.from_file(link, within=tmp_path)

    def test_that_stay_inside_are_followed(self, tmp_path: Path) -> None:
        (tmp_path / "shared.docx").write_bytes(DATA)
        link = tmp_path / "order.docx"
        link.symlink_to(tmp_path / "shared.docx")
        assert Template.from_file(link, within=tmp_path).kind == "order"


def test_a_file_larger_than_any_template_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "order.docx"
    with file.open("wb") as stream:
        stream.truncate(2**31)
    with pytest.raises(RenderError) as caught:
        Template.from_file(file)
    assert caught.value.code == "TPL006"
