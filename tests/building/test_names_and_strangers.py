"""Files of a person in the place of documents, and names that a system cannot write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from roadmapkit import BuildResult, build, pack
from tiny_workspaces import PLAN, opened, order_text


def of_the_folder(result: BuildResult) -> list[str]:
    return [item.code for item in result.diagnostics if item.code.startswith("BLD")]


def test_a_document_that_no_build_has_made_is_kept_aside_and_told(tmp_path: Path) -> None:
    place = tmp_path / "build/roadmaps/plan.docx"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"written by hand")
    result = build(opened(tmp_path, PLAN))
    assert of_the_folder(result) == ["BLD013"]
    assert (tmp_path / "build/.edited/roadmaps/plan.docx").read_bytes() == b"written by hand"
    # A file of ours of which the record is lost is nobody's work.
    (tmp_path / "build/manifest.json").unlink()
    assert of_the_folder(build(opened(tmp_path, PLAN.replace("семинар", "диктант")))) == []


def test_a_calendar_that_no_build_has_made_is_kept_aside_and_told(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN)
    first = pack(workspace, "plan", "gusev")
    (made,) = [one.path for one in first.written if one.path.suffix == ".ics"]
    place = made.relative_to(first.folder).as_posix()
    made.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Holidays of the family//EN\r\n")
    (tmp_path / "build/manifest.json").unlink()
    assert "BLD013" in [one.code for one in pack(workspace, "plan", "gusev").diagnostics]
    assert b"family" in (tmp_path / "build/.edited" / place).read_bytes()


def test_a_document_that_was_saved_in_word_is_kept_though_no_record_knows_it(
    tmp_path: Path,
) -> None:
    """Word keeps the properties that say whose document it is."""
    (made,) = build(opened(tmp_path, PLAN)).written
    saved = Document(str(made.path))
    saved.paragraphs[0].text = "Правка начальника"
    saved.save(str(made.path))
    edited = made.path.read_bytes()
    (tmp_path / "build/manifest.json").unlink()
    assert of_the_folder(build(opened(tmp_path, PLAN))) == ["BLD013"]
    assert (tmp_path / "build/.edited/roadmaps/plan.docx").read_bytes() == edited


@pytest.mark.libreoffice
def test_a_pdf_that_no_build_has_made_is_kept_aside_and_told(tmp_path: Path) -> None:
    place = tmp_path / "build/roadmaps/plan.pdf"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"%PDF-1.4 /Producer(Scanner of the office)")
    workspace = opened(tmp_path, PLAN)
    assert of_the_folder(build(workspace, pdf="pdf")) == ["BLD013"]
    assert b"Scanner" in (tmp_path / "build/.edited/roadmaps/plan.pdf").read_bytes()


def test_letters_that_the_locale_has_not_are_told_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = os.open

    def narrow(path: Any, *rest: Any, **named: Any) -> int:
        if "приложение" in str(path) or "приложение" in str(rest):
            raise UnicodeEncodeError("ascii", str(path), 0, 1, "ordinal not in range(128)")
        return usual(path, *rest, **named)

    usual_replace = Path.replace

    def replace(path: Path, target: Path) -> Path:
        narrow_name = str(target)
        if "приложение" in narrow_name:
            raise UnicodeEncodeError("ascii", narrow_name, 0, 1, "ordinal not in range(128)")
        return usual_replace(path, target)

    monkeypatch.setattr(os, "open", narrow)
    monkeypatch.setattr(Path, "replace", replace)
    parts = order_text("- Провести сверку", "appendices:\n  - {title: Список, parts: [{text: А}]}")
    result = build(opened(tmp_path, parts))
    [refused] = [one for one in result.diagnostics if one.code == "BLD001"]
    assert "PYTHONUTF8=1" in str(refused.hint)
    assert [item.path.name for item in result.written] == ["prikaz.docx"]
    assert not list((tmp_path / "build").rglob("*.part"))
