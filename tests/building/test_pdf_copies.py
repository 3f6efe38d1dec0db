"""PDF beside the Word files: made by LibreOffice, or said why not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from roadmapkit import build
from roadmapkit.errors import ArgumentError
from roadmapkit.rendering import libreoffice
from roadmapkit.rendering.libreoffice import find_libreoffice
from tiny_workspaces import PLAN, opened, order_text

ORDER = order_text("- approve: plan")


def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmapkit.building.output.pdf.find_libreoffice", lambda: None)


def test_missing_program_is_told_with_the_way_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_libreoffice(monkeypatch)
    result = build(opened(tmp_path, ORDER, PLAN), pdf="pdf")
    assert {item.path.suffix for item in result.written} == {".docx"}
    assert not result.ok
    assert not result.blocked
    (found,) = [item for item in result.diagnostics if item.code == "FMT006"]
    assert "apt install" in str(found.hint)


def test_a_program_that_fails_is_told_for_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho the page is torn\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("roadmapkit.building.output.pdf.find_libreoffice", lambda: program)
    result = build(opened(tmp_path / "w", ORDER, PLAN), pdf="pdf")
    found = [item for item in result.diagnostics if item.code == "FMT007"]
    assert len(found) == len(result.written) > 1
    assert "the page is torn" in str(found[0].message)
    assert not list((tmp_path / "w").rglob("*.pdf"))


def test_a_program_that_does_not_answer_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "_SECONDS_TO_START", 0)
    monkeypatch.setattr(libreoffice, "_SECONDS_A_FILE", 1)
    results, said = libreoffice.convert(program, [b""], "pdf")
    assert results == [None]
    assert str(said) == "no answer within 1 s"


def test_the_program_is_looked_for_on_the_path_and_where_windows_has_it(tmp_path: Path) -> None:
    usual = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    usual.parent.mkdir(parents=True)
    usual.touch()
    own = tmp_path / "bin" / "soffice"
    own.parent.mkdir()
    own.write_text("#!/bin/sh\n", encoding="utf-8")
    own.chmod(0o755)
    assert find_libreoffice({"PATH": str(own.parent)}) == own
    places = list(libreoffice._usual_places({"ProgramFiles": str(tmp_path)}))
    assert usual in places


def test_another_kind_of_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError):
        build(opened(tmp_path, PLAN), pdf="pdf-x")  # type: ignore[arg-type]  # the wrong one


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["pdf", "pdf-a"])
def test_every_document_has_its_copy_and_the_archive_one_says_so(tmp_path: Path, kind: str) -> None:
    result = build(opened(tmp_path, ORDER, PLAN), pdf=kind)  # type: ignore[arg-type]  # either
    assert result.ok
    copies = [item.path for item in result.written if item.path.suffix == ".pdf"]
    assert {path.with_suffix(".docx") for path in copies} == {
        item.path for item in result.written if item.path.suffix == ".docx"
    }
    archive = kind == "pdf-a"
    for path in copies:
        content = path.read_bytes()
        assert (b"<pdfaid:part>2</pdfaid:part>" in content) is archive
        assert (b"<pdfaid:conformance>B</pdfaid:conformance>" in content) is archive
    shown = subprocess.run(
        ["pdftotext", str(copies[0]), "-"], check=True, capture_output=True, text=True
    )
    assert "План мероприятий" in shown.stdout


def test_a_document_that_vanishes_before_it_is_copied_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object, **__: object) -> Path:
        (tmp_path / "build/roadmaps/plan.docx").unlink()
        return Path("soffice")

    monkeypatch.setattr("roadmapkit.building.output.pdf.find_libreoffice", asked)
    result = build(opened(tmp_path, PLAN), pdf="pdf")
    assert [item.code for item in result.diagnostics if item.code.startswith("FMT")] == ["FMT007"]
