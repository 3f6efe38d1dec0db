"""What ``templates check`` says of templates: everything at once, each fault with its place."""

from __future__ import annotations

import pytest
from docx.document import Document
from test_render_tags import grid, lines
from word_files import house_template, members, repacked

from roadmapkit.diagnostics import Diagnostic, Severity
from roadmapkit.rendering import Template, check_template
from roadmapkit.rendering.packing import write_archive
from roadmapkit.rendering.shapes import meanings

KINDS = ("order", "roadmap", "minutes", "program", "report", "extract", "acquaintance")


def checked(template: bytes, kind: str = "order") -> tuple[Diagnostic, ...]:
    return check_template(Template.from_bytes(template, "дом.docx"), kind)


def errors(template: bytes, kind: str = "order") -> list[str]:
    """Return the errors of a template as text, code first."""
    return [
        f"{item.code} {item.message} [{item.hint}]"
        for item in checked(template, kind)
        if item.severity is Severity.ERROR
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_packaged_template_has_no_fault(kind: str) -> None:
    assert check_template(Template.packaged(kind), kind) == ()


def test_all_unknown_fields_are_told_at_once_with_what_is_near() -> None:
    found = errors(
        lines(
            "{{ act.titel|join }}",
            "{%p for clause in act.clauses %}",
            "{{ clause.txt }}",
            "{%p endfor %}",
            "{{ Title }}",
        )
    )
    assert len(found) == 3
    assert "TPL012" in found[0]
    assert "paragraph 1 «{{ act.titel|join }}»" in found[0]
    assert "[perhaps title]" in found[0]
    assert "paragraph 3" in found[1]
    assert "[perhaps text]" in found[1]
    assert "[perhaps title]" in found[2]


def test_the_second_of_two_like_tags_is_the_one_that_is_told() -> None:
    template = lines(
        "{%p for part in sheets[0].parts %}",
        "{{ part.kind }}",
        "{%p endfor %}",
        "{%p for part in act.clauses %}",
        "{{ part.kind }}",
        "{%p endfor %}",
    )
    (found,) = errors(template)
    assert "paragraph 5" in found


def test_fields_are_followed_through_settings_filters_and_lists() -> None:
    template = lines(
        "{% set first = act.clauses|first %}{{ first.nomer }}",
        "{% for one in act.clauses|selectattr('last') %}{{ one.textt }}{% endfor %}",
        "{{ act.clauses|map(attribute='numbr')|join }}",
        "{% for s in [act.signature] %}{{ s.nam }}{% endfor %}",
        "{{ sheets[0].parts[0].table.colums|length }}",
    )
    names = [text.split("value ")[1].split(" ")[0] for text in errors(template)]
    assert names == ["'nomer'", "'textt'", "'numbr'", "'nam'", "'colums'"]


def test_a_field_of_another_kind_of_document_is_unknown() -> None:
    (found,) = errors(lines("{{ minutes.number }}"))
    assert "'minutes'" in found
    assert errors(lines("{% if minutes %}{{ minutes.number }}{% endif %}")) == []


def test_a_template_of_another_kind_is_refused() -> None:
    data = write_archive(Template.packaged("order").package.members)
    (found,) = errors(data, "report")
    assert found.startswith("TPL009")


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("{{ title",), "not closed in its paragraph"),
        (("{% if act %",), "not closed in its paragraph"),
        (("{{ title {{ id }}",), "not closed in its paragraph"),
        (("{ title }}",), "closes a tag that is not opened"),
        (("{% tr for a in sheets %}",), "has a space before 'tr'"),
        (("{%tr for a in sheets %}", "{%tr endfor %}"), "stands outside of a table"),
        (("текст {%p if act %}", "{%p endif %}"), "would be lost: 'текст'"),
        (("{%p if act %}{%p if title %}", "{%p endif %}"), "would be lost"),
        (("{%– if act %}а{% endif %}",), "has a dash that Word has put"),
        (("{{p title }}",), "would print a ready part of Word"),
        (("{% if act %}а{% endfor %}",), "cannot be read"),
        (("{{ title|uper }}",), "no filter 'uper'"),
        (("{{ title|join(“, ‘) }}",), "straight quotation marks"),
        (("{{ act }}",), "no text but a group"),
    ],
)
def test_a_broken_tag_is_told_with_its_paragraph(texts: tuple[str, ...], words: str) -> None:
    found = errors(lines(*texts))
    assert found
    assert words in found[0]
    assert "paragraph 1 «" in found[0]


def test_a_tag_of_a_row_that_holds_more_is_told_with_row_and_cell() -> None:
    template = house_template(
        grid(("а", "б"), ("{%tr for sheet in sheets %}", "пропадёт"), ("{%tr endfor %}", ""))
    )
    (found,) = errors(template)
    assert "table 1, row 2, cell 1" in found
    assert "'пропадёт'" in found


@pytest.mark.parametrize("part", ["header", "footer"])
def test_a_fault_of_a_header_or_footer_names_it(part: str) -> None:
    def fill(document: Document) -> None:
        getattr(document.sections[0], part).paragraphs[0].text = "{{ nummer }}"

    (found,) = errors(house_template(fill))
    assert f"{part} ({part}1.xml), paragraph 1" in found


def test_a_tag_in_a_recorded_deletion_is_told() -> None:
    template = lines("текст")
    run = b"<w:r><w:delText>{{ id }}</w:delText></w:r>"
    deletion = b'<w:p><w:del w:id="1" w:author="a">' + run + b"</w:del></w:p>"
    document = members(template)["word/document.xml"].replace(b"<w:sectPr", deletion + b"<w:sectPr")
    (found,) = errors(repacked(template, {"word/document.xml": document}))
    assert "changes were recorded" in found


def test_spaces_that_do_not_break_are_ordinary_ones_in_a_tag() -> None:
    template = lines("{%p\u00a0if\u00a0act %}", "{{\u202ftitle }}", "{%p endif\u200b %}")
    assert errors(template) == []


class TestFieldsLeftOut:
    def test_are_warned_of_by_name(self) -> None:
        found = checked(lines("{{ act.form }}"))
        assert {item.code for item in found} == {"TPL016"}
        assert {item.severity for item in found} == {Severity.WARNING}
        told = " ".join(str(item.message) for item in found)
        assert "act.clauses[].text" in told
        assert "act.form," not in told
        assert "runs[].text" not in told

    def test_are_those_of_a_group_where_a_comment_says_so(self) -> None:
        template = lines("{{ act.form }}", "{# act, letterhead, sheets: их печатает типография #}")
        assert checked(template) == ()

    def test_a_test_of_a_field_does_not_print_it(self) -> None:
        told = [str(item.message) for item in checked(lines("{% if act.place %}да{% endif %}"))]
        assert any("act.place," in message for message in told)


def test_meanings_are_read_over_several_lines() -> None:
    class Sample:
        """Образец.

        Attributes:
            first: Начало
                и конец.
            second: ``да`` или нет.
        """

    Sample.__doc__ = (Sample.__doc__ or "").replace("\n    ", "\n")
    assert meanings(Sample) == {"first": "Начало и конец", "second": "`да` или нет"}
