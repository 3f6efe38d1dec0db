"""Documents that are nearly empty, odd or hostile become valid Word files all the same."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from roadmapkit import build
from roadmapkit.diagnostics import Severity
from tiny_workspaces import PLAN, opened, order_text, plan_text

HEAD = "kind: roadmap\nid: doc\ntitle: План\n"

SOUND = {
    "plan without activities": HEAD,
    "plan of empty sections": f"{HEAD}sections: [{{title: Раздел}}, {{title: Ещё}}]\n",
    "plan of one column": f"{HEAD}columns: [activity]\nactivities: [{{title: А}}]\n",
    "plan of columns without values": f"{HEAD}columns: [note, due]\nactivities: [{{title: А}}]\n",
    "plan with activities before sections": (
        f"{HEAD}activities: [{{title: А}}]\nsections: [{{title: Р, activities: [{{title: Б}}]}}]\n"
    ),
    "appendix without a title": f"{HEAD}appendices: [{{parts: [{{text: Текст}}]}}]\n",
    "table without rows": f"{HEAD}appendices: [{{parts: [{{table: {{columns: [А, Б]}}}}]}}]\n",
    "table of one cell over all": (
        f"{HEAD}appendices:\n  - parts:\n      - table:\n          columns: [А, Б]\n"
        "          rows: [[{text: Всё, span: 2}]]\n"
    ),
    "empty group": f"{HEAD}appendices: [{{parts: [{{group: pustaya}}]}}]\n",
    "no abbreviation occurs": f"{HEAD}appendices: [{{parts: [{{abbreviations: true}}]}}]\n",
    "order without clauses": "kind: order\nid: doc\ntitle: О школе\n",
    "order of nothing but a clause": (
        "kind: order\nid: doc\ntitle: О школе\nclauses: [Провести сверку]\n"
    ),
    "report without marks": (
        "kind: progress\nid: doc\ntitle: Отчёт\nroadmap: plan\nreports: [{as_of: 2024-01-01}]\n"
    ),
    "markup in texts": (
        'kind: roadmap\nid: doc\ntitle: "A & B <w:p> {{ x }} {% if %}"\n'
        'activities: [{title: "a < b && c > d ]]> &amp;", note: "{{ 7*7 }}"}]\n'
    ),
    "signs beyond the usual": (
        'kind: roadmap\nid: doc\ntitle: "План 🎓 𝕏 ﷽ ё\u0301"\nactivities: [{title: "a\\tb"}]\n'
    ),
    "very long words": f"{HEAD}activities: [{{title: {'ж' * 5000}, note: {'0' * 3000}}}]\n",
}

DIRECTORY = "kind: directory\ngroups: [{id: pustaya, name: пустая группа}]\n"


@pytest.mark.parametrize("name", SOUND)
def test_document_is_valid_word(tmp_path: Path, name: str) -> None:
    result = build(opened(tmp_path, SOUND[name], PLAN, directory=DIRECTORY), ["doc"])
    errors = [item for item in result.diagnostics if item.severity is Severity.ERROR]
    assert [(item.code, str(item.message)) for item in errors] == []
    assert result.written
    for item in result.written:
        assert [str(fault) for fault in OpenXmlValidator().validate(item.path).errors] == []
        docx.Document(io.BytesIO(item.path.read_bytes()))


@pytest.mark.parametrize(
    "text", ["A & B", "<w:p>", "{{ 7*7 }}", "{% if x %}", "]]>", "&amp;", "a < b", "${x}"]
)
def test_markup_of_any_language_is_printed_as_it_is(tmp_path: Path, text: str) -> None:
    quoted = f'"{text}"'
    plan = plan_text(f"- {{title: {quoted}}}", f"heading: {quoted}").replace(
        "title: План\n", f"title: {quoted}\n"
    )
    (written,) = build(opened(tmp_path, plan)).written
    document = docx.Document(str(written.path))
    assert document.core_properties.title == text
    assert [paragraph.text for paragraph in document.paragraphs][:2] == [text, text]
    assert document.tables[0].rows[1].cells[1].text == text


def test_clause_and_name_may_hold_markup_too(tmp_path: Path) -> None:
    header = 'signatory: {post: "Глава <А & Б>", person: Гусев П.И.}\npreamble: "В целях A&B,"'
    result = build(opened(tmp_path, order_text('- "Сверить A & <B>"', header)))
    document = docx.Document(str(result.written[0].path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert any("A & <B>" in text for text in texts)
    assert any("A&B," in text for text in texts)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Глава <А & Б>" in cells
