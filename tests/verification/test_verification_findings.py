"""Each finding of a verification, by its code."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from edited_documents import built, edited, verified

from roadmapkit import copy_template
from tiny_workspaces import DIRECTORY, PLAN, order_text, write_files

_ORDER = order_text("- text: Утвердить план.\n- text: Провести совещание.\n- text: Сдать отчёт.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(
        tmp_path, {"directory.yaml": DIRECTORY, "roadmaps/work.yaml": f"{PLAN}---\n{_ORDER}"}
    )


def _paragraph(document: Document, words: str) -> int:
    texts = [paragraph.text for paragraph in document.paragraphs]
    return next(index for index, text in enumerate(texts) if words in text)


def _change(document: Document) -> None:
    runs = document.paragraphs[_paragraph(document, "совещание")].runs
    run = next(run for run in runs if "совещание" in run.text)
    run.text = run.text.replace("совещание", "собрание")


def _add(document: Document) -> None:
    document.paragraphs[_paragraph(document, "Сдать")].insert_paragraph_before("Лишний пункт.")


def _remove(document: Document) -> None:
    element = document.paragraphs[_paragraph(document, "Сдать")]._p
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _move(document: Document) -> None:
    last = document.paragraphs[_paragraph(document, "Сдать")]._p
    document.paragraphs[_paragraph(document, "Утвердить")]._p.addprevious(last)


def _bold(document: Document) -> None:
    for run in document.paragraphs[_paragraph(document, "Сдать")].runs:
        run.bold = True


def _space(document: Document) -> None:
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("\u00a0", " ")


def _title(document: Document) -> None:
    document.core_properties.title = "Другое название"


def _setting(document: Document) -> None:
    document.core_properties.last_modified_by = "Секретарь"
    document.settings.element.append(OxmlElement("w:doNotTrackMoves"))


def _comment(document: Document) -> None:
    document.add_comment(document.paragraphs[3].runs, text="Проверить", author="А", initials="А")


@pytest.mark.parametrize(
    ("code", "edit"),
    [
        ("VER001", _change),
        ("VER002", _add),
        ("VER003", _remove),
        ("VER004", _move),
        ("VER005", _bold),
        ("VER006", _space),
        ("VER007", _title),
        ("VER008", _setting),
        ("VER010", _comment),
    ],
)
def test_an_edit_is_told_by_its_code(
    root: Path, code: str, edit: Callable[[Document], object]
) -> None:
    found = verified(edited(built(root, "prikaz"), edit), root)
    assert code in {item.code for item in found.diagnostics}


def test_a_file_with_macros_is_told(root: Path) -> None:
    file = built(root, "prikaz")
    copy = file.with_name("macros.docx")
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr("word/vbaProject.bin", b"x")
    assert "VER016" in {item.code for item in verified(copy, root).diagnostics}


def test_a_file_whose_sources_build_another_today_is_not_confirmed(root: Path) -> None:
    file = built(root, "prikaz")
    template = copy_template("order", root / "templates")
    edited(template, lambda document: document.add_paragraph("Своё слово"), template.name)
    assert "VER015" in {item.code for item in verified(file, root).diagnostics}
