"""``roadmapkit inspect``: what it prints, in which form, and what its exit code says."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from program_calls import Call

NAME = "пункт.docx"
TEXT = (
    "1.\u00a0Утвердить план мероприятий по поддержке школ города и довести его до сведения "
    'руководителей "опорных" школ.'
)
QUOTES = TEXT.index('"')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document in which only the quotation marks of one point are wrong."""
    document = docx.Document()
    document.styles["Normal"].element.get_or_add_rPr()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = Mm(20)
    section.bottom_margin = Mm(20)
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(12.5)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    run = paragraph.add_run(TEXT)
    run.font.name, run.font.size = "Times New Roman", Pt(14)
    document.save(str(tmp_path / NAME))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoilt(folder: Path) -> None:
    document = docx.Document(str(folder / NAME))
    document.sections[0].left_margin = Mm(5)
    document.save(str(folder / NAME))


def test_text_names_file_place_clause_and_quotes_the_paragraph(call: Call, folder: Path) -> None:
    answer = call("inspect", NAME, "--lang", "en")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == f"{NAME}: document of another kind, profile gost-2025"
    assert lines[1] == (
        f"{NAME}:1:{QUOTES + 1}: note INS071: quotation marks are not «»; found 2 times: "
        "paragraph 1 («1. Утвердить план мероприятий по…»)"
    )
    assert lines[2].startswith(" 1 | ")
    assert lines[3].split("|")[1].strip() == "^"
    assert lines[4] == "  hint: replace them with «»"
    assert lines[5].startswith("  norm: ")
    assert lines[6] == "Found: 1 note in 1 file"


def test_json_gives_every_place_to_programs(call: Call, folder: Path) -> None:
    [record] = json.loads(call("inspect", NAME, "--format", "json", "--lang", "en").out)
    assert (record["file"], record["kind"], record["profile"]) == (NAME, "other", "gost-2025")
    [finding] = record["findings"]
    assert (finding["code"], finding["severity"], finding["count"]) == ("INS071", "info", 2)
    place = {"section": 1, "paragraph": 1, "story": "body"}
    assert {key: finding["places"][0][key] for key in place} == place


def test_sarif_and_annotations_come_through_the_usual_report(call: Call, folder: Path) -> None:
    log = json.loads(call("inspect", NAME, "--format", "sarif").out)
    [result] = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (result["ruleId"], region["startLine"], region["startColumn"]) == (
        "INS071",
        1,
        QUOTES + 1,
    )
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["name"] == "quotes"
    annotation = call("inspect", NAME, "--format", "github").out
    assert annotation.startswith(f"::notice file={NAME},line=1,col={QUOTES + 1},")


def test_exit_code_is_1_for_warnings_only_where_they_are_asked_for(
    call: Call, folder: Path
) -> None:
    assert call("inspect", NAME, "--strict").code == 0
    spoilt(folder)
    assert call("inspect", NAME).code == 0
    assert call("inspect", NAME, "--strict").code == 1


def test_a_file_that_cannot_be_read_keeps_back_no_other(call: Call, folder: Path) -> None:
    (folder / "старый.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90))
    answer = call("inspect", "старый.doc", NAME, "--lang", "en")
    assert answer.code == 2
    assert "старый.doc:1:1: error INS001: " in answer.out
    assert f"{NAME}:1:{QUOTES + 1}: note INS071" in answer.out
    assert "Found: 1 error, 1 note in 2 files" in answer.out


def test_a_missing_file_and_an_unknown_profile_are_faults_of_the_call(
    call: Call, folder: Path
) -> None:
    missing = call("inspect", "нет.docx", "--lang", "en")
    assert (missing.code, missing.out) == (2, "")
    assert "There is no file нет.docx" in missing.err
    unknown = call("inspect", NAME, "--profile", "gost-1990", "--lang", "en")
    assert unknown.code == 2
    assert "gost-2016" in unknown.err


def test_a_pattern_is_resolved_where_the_console_does_not(call: Call, folder: Path) -> None:
    (folder / "второй.docx").write_bytes((folder / NAME).read_bytes())
    answer = call("inspect", "*.docx", "--lang", "en")
    assert answer.out.count("INS071") == 2


def test_settings_of_the_workspace_choose_the_profile(call: Call, folder: Path) -> None:
    text = "kind: settings\nprofile: {base: gost-2016, font_size: 12}\n"
    (folder / "roadmapkit.yaml").write_text(text, encoding="utf-8")
    answer = call("inspect", NAME, "--lang", "en")
    assert "profile gost-2016" in answer.out
    assert "the text is 14 pt instead of 12" in answer.out
    other = call("inspect", NAME, "--lang", "en", "--profile", "gost-2025")
    assert "INS041" not in other.out


def test_the_kind_may_be_told(call: Call, folder: Path) -> None:
    answer = call("inspect", NAME, "--kind", "minutes", "--lang", "en")
    assert "minutes, profile" in answer.out
    assert "INS081" in answer.out
    assert "INS098" in answer.out


def test_help_offers_every_kind_and_every_profile(call: Call) -> None:
    from typing import get_args

    from roadmapkit.inspection import KINDS
    from roadmapkit.model.settings import ProfileName

    shown = "".join(call("inspect", "--help", "--lang", "en").out.split())
    assert f"[{'|'.join(KINDS)}]" in shown
    assert f"[{'|'.join(get_args(ProfileName))}]" in shown
