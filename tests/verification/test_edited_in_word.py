"""Each edit that somebody makes in Word is found, at its clause or cell and its line of YAML."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from edited_documents import built, edited, longest_table, places, verified

from roadmapkit import verify_document
from roadmapkit.diagnostics import Message
from tiny_workspaces import DIRECTORY, PLAN, order_text, write_files

ORDER = order_text(
    """\
- approve: plan
- appoint: sokolov
  as: муниципальный координатор
- text: Провести обследование всех школ города.
- text: Подготовить сводный отчёт о результатах обследования.
- control: за собой
"""
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"directory.yaml": DIRECTORY, "roadmaps/work.yaml": f"{ORDER}---\n{PLAN}"}
    return write_files(tmp_path, files)


def _paragraph(document: Document, word: str):  # type: ignore[no-untyped-def]
    return next(p for p in document.paragraphs if word in p.text)


def _replaced(document: Document, old: str, new: str) -> None:
    paragraph = _paragraph(document, old)
    text = paragraph.text.replace(old, new)
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text = text


class TestText:
    def test_nothing_is_said_of_a_file_as_it_was_built(self, root: Path) -> None:
        found = verified(built(root, "prikaz"), root)
        assert (found.state, found.intact, found.confirmed) == ("unchanged", True, True)
        assert found.differences == ()
        assert found.ok

    def test_a_word_of_a_clause_is_found_at_its_line(self, root: Path) -> None:
        file = edited(
            built(root, "prikaz"), lambda d: _replaced(d, "обследование всех", "осмотр всех")
        )
        found = verified(file, root)
        assert found.state == "changed"
        assert places(found) == [("text", "- text: Провести обследование всех школ города.")]
        difference = found.differences[0]
        assert difference.label == Message("point {number}", number="3")
        assert "осмотр" in difference.after
        assert found.to_dict()["differences"][0]["yaml"]["line_now"] == difference.place.span.line  # type: ignore[union-attr]

    def test_generated_wording_leads_to_the_value_behind_it(self, root: Path) -> None:
        file = edited(built(root, "prikaz"), lambda d: _replaced(d, "координатором", "куратором"))
        assert places(verified(file, root)) == [("text", "as: муниципальный координатор")]

    def test_a_cell_is_found_at_its_value(self, root: Path) -> None:
        def edit(document: Document) -> None:
            cell = longest_table(document).rows[3].cells[2]
            cell.paragraphs[0].runs[0].text = "май 2024 г."

        found = verified(edited(built(root, "plan"), edit), root)
        assert [kind for kind, _ in places(found)] == ["text"]
        item = found.differences[0]
        assert item.place is not None
        assert item.place.line[item.place.span.column - 7 :].startswith("апрель 2024")
        assert str(item.label) == "row 3 of the table (no. 1.2), column 'Сроки'"

    def test_a_row_that_was_added_is_one_difference(self, root: Path) -> None:
        def edit(document: Document) -> None:
            row = longest_table(document).rows[2]
            row._tr.addnext(copy.deepcopy(row._tr))
            for cell in longest_table(document).rows[3].cells:
                cell.paragraphs[0].runs[0].text = "вписано от руки"

        found = verified(edited(built(root, "plan"), edit), root)
        assert [item.kind for item in found.differences] == ["added"]
        assert "after: row 2 of the table (no. 1.1)" in str(found.differences[0].label)

    def test_a_row_that_was_removed_is_one_difference(self, root: Path) -> None:
        def edit(document: Document) -> None:
            table = longest_table(document)
            table._tbl.remove(table.rows[2]._tr)

        found = verified(edited(built(root, "plan"), edit), root)
        assert [item.kind for item in found.differences] == ["removed"]
        assert "Собрать заявки" in found.differences[0].before
        assert found.differences[0].place is not None
        assert "Собрать заявки" in found.differences[0].place.line

    def test_a_paragraph_that_was_removed_is_found(self, root: Path) -> None:
        def edit(document: Document) -> None:
            paragraph = _paragraph(document, "сводный отчёт")._p
            paragraph.getparent().remove(paragraph)

        found = verified(edited(built(root, "prikaz"), edit), root)
        line = "- text: Подготовить сводный отчёт о результатах обследования."
        assert places(found) == [("removed", line)]

    def test_a_paragraph_that_was_added_is_told_by_the_one_before_it(self, root: Path) -> None:
        def edit(document: Document) -> None:
            _paragraph(document, "сводный отчёт").insert_paragraph_before("Премировать всех.")

        found = verified(edited(built(root, "prikaz"), edit), root)
        assert places(found) == [("added", "- text: Провести обследование всех школ города.")]
        assert found.differences[0].after == "Премировать всех."

    def test_a_paragraph_that_was_moved_is_no_removal(self, root: Path) -> None:
        def edit(document: Document) -> None:
            moved = _paragraph(document, "сводный отчёт")._p
            _paragraph(document, "Провести обследование")._p.addprevious(moved)

        found = verified(edited(built(root, "prikaz"), edit), root)
        assert [item.kind for item in found.differences] == ["moved"]

    def test_two_paragraphs_made_one_are_told_as_joined(self, root: Path) -> None:
        def edit(document: Document) -> None:
            first = _paragraph(document, "Провести обследование")
            second = _paragraph(document, "сводный отчёт")
            first.add_run(f" {second.text}")
            second._p.getparent().remove(second._p)

        found = verified(edited(built(root, "prikaz"), edit), root)
        assert [item.kind for item in found.differences if item.kind != "formatting"] == ["joined"]

    def test_typography_is_no_change_of_words(self, root: Path) -> None:
        file = edited(built(root, "prikaz"), lambda d: _replaced(d, "3.\u00a0", "3. "))
        found = verified(file, root)
        assert [item.kind for item in found.differences] == ["typography"]
        assert not found.text_changed

    def test_text_in_a_header_is_found(self, root: Path) -> None:
        def edit(document: Document) -> None:
            document.sections[-1].header.paragraphs[0].add_run("СЕКРЕТНО")

        found = verified(edited(built(root, "prikaz"), edit), root)
        assert found.text_changed
        assert any("СЕКРЕТНО" in item.after for item in found.differences)


class TestLook:
    def test_bold_letters_are_a_change_of_look_only(self, root: Path) -> None:
        def edit(document: Document) -> None:
            for run in _paragraph(document, "сводный отчёт").runs:
                run.bold = True

        found = verified(edited(built(root, "prikaz"), edit), root)
        assert found.formatting_changed
        assert not found.text_changed
        assert [list(map(str, item.details)) for item in found.differences] == [["made bold"]]
        assert "сводный отчёт" in places(found)[0][1]

    def test_size_alignment_and_indents_are_named(self, root: Path) -> None:
        def edit(document: Document) -> None:
            paragraph = _paragraph(document, "сводный отчёт")
            paragraph.alignment = 1
            paragraph.paragraph_format.left_indent = Mm(20)
            for run in paragraph.runs:
                run.font.size = Pt(9)

        (item,) = verified(edited(built(root, "prikaz"), edit), root).differences
        told = ", ".join(map(str, item.details))
        assert "aligned" in told
        assert "left indent 0 → 20 mm" in told
        assert "size 14 → 9 pt" in told

    def test_margins_of_the_page_are_named(self, root: Path) -> None:
        def edit(document: Document) -> None:
            document.sections[0].left_margin = Mm(10)

        (item,) = verified(edited(built(root, "plan"), edit), root).differences
        assert "left margin 20 → 10 mm" in str(item.details[0])

    def test_a_hidden_clause_is_found(self, root: Path) -> None:
        def edit(document: Document) -> None:
            for run in _paragraph(document, "сводный отчёт").runs:
                run.font.hidden = True

        (item,) = verified(edited(built(root, "prikaz"), edit), root).differences
        assert list(map(str, item.details)) == ["hidden"]


class TestFile:
    def test_saved_again_with_the_same_text_is_told_apart(self, root: Path) -> None:
        def edit(document: Document) -> None:
            document.core_properties.last_modified_by = "Секретарь"
            document.settings.element.append(OxmlElement("w:doNotTrackMoves"))

        found = verified(edited(built(root, "prikaz"), edit), root)
        assert (found.state, found.saved_by) == ("resaved", "Секретарь")
        assert found.differences == ()
        assert not found.ok

    def test_a_title_in_the_properties_is_told_apart(self, root: Path) -> None:
        def edit(document: Document) -> None:
            document.core_properties.title = "Совсем другое"

        found = verified(edited(built(root, "prikaz"), edit), root)
        assert found.state == "changed"
        assert found.properties_changed
        assert not found.text_changed
        assert not found.formatting_changed

    def test_a_renamed_file_is_known_by_its_properties(self, root: Path) -> None:
        file = built(root, "prikaz")
        other = file.with_name("на подпись (2).docx")
        file.rename(other)
        assert verified(other, root).unchanged

    def test_without_a_workspace_the_digest_tells(self, root: Path) -> None:
        file = built(root, "prikaz")
        assert verify_document(file).state == "unchanged"
        changed = edited(file, lambda d: _replaced(d, "сводный", "краткий"))
        found = verify_document(changed)
        assert found.state == "changed"
        assert [note.code for note in found.notes if note.code == "VER014"] == ["VER014"]

    def test_a_document_that_is_gone_is_said(self, root: Path) -> None:
        file = edited(built(root, "prikaz"), lambda d: _replaced(d, "сводный", "краткий"))
        (root / "roadmaps/work.yaml").write_text(PLAN, encoding="utf-8")
        found = verified(file, root)
        assert found.state == "changed"
        assert "VER014" in [note.code for note in found.notes]

    def test_another_version_is_said_and_the_text_compared(self, root: Path) -> None:
        file = built(root, "prikaz")

        def edit(document: Document) -> None:
            _replaced(document, "сводный", "краткий")
            part = next(
                part
                for part in document.part.package.iter_parts()
                if part.partname == "/docProps/custom.xml"
            )
            version = b"<vt:lpwstr>0.0.7</vt:lpwstr>"
            part._blob = part.blob.replace(b"<vt:lpwstr>0.1.0</vt:lpwstr>", version)

        found = verified(edited(file, edit), root)
        assert "VER013" in [note.code for note in found.notes]
        assert [item.kind for item in found.differences if item.kind != "properties"] == ["text"]


class TestWorkOfEditors:
    def test_tracked_changes_are_compared_as_accepted_and_noted(self, root: Path) -> None:
        def edit(document: Document) -> None:
            paragraph = _paragraph(document, "сводный отчёт")
            run = paragraph.runs[-1]._r
            deleted = OxmlElement("w:del")
            inserted = OxmlElement("w:ins")
            for mark in (deleted, inserted):
                mark.set(qn("w:id"), "7")
                mark.set(qn("w:author"), "Юрист")
                mark.set(qn("w:date"), "2024-02-01T10:00:00Z")
            other = copy.deepcopy(run)
            run.addprevious(deleted)
            deleted.append(run)
            deleted.addnext(inserted)
            inserted.append(other)
            for text in deleted.iter(qn("w:t")):
                text.tag = qn("w:delText")
            for text in inserted.iter(qn("w:t")):
                text.text = (text.text or "").replace("сводный", "краткий")

        found = verified(edited(built(root, "prikaz"), edit), root)
        assert [item.kind for item in found.differences] == ["text"]
        assert "краткий" in found.differences[0].after
        assert "сводный" not in found.differences[0].after
        notes = [note for note in found.notes if note.code == "VER009"]
        assert len(notes) == 2
        assert all("Юрист" in str(note.message) for note in notes)
