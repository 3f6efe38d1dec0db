"""``roadmapkit templates``: list, copy, fields, check."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from roadmapkit.cli import main
from roadmapkit.rendering.archive import read_archive
from roadmapkit.rendering.packing import write_archive
from tiny_workspaces import DIRECTORY, PLAN, order_text, write_files


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plan = f"{PLAN}---\n{order_text('- approve: plan')}"
    write_files(tmp_path, {"directory.yaml": DIRECTORY, "roadmaps/work.yaml": plan})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["templates", *words, "--lang", "en"])
    output = capsys.readouterr()
    return code, output.out + output.err


def test_a_copy_is_made_once_and_replaced_only_when_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _said(capsys, "copy", "order")[0] == 0
    copy = root / "templates" / "order.docx"
    assert docx.Document(str(copy)).paragraphs
    copy.write_bytes(copy.read_bytes() + b"x")
    code, said = _said(capsys, "copy", "order")
    assert code == 2
    assert "--force" in said
    assert _said(capsys, "copy", "order", "--force")[0] == 0
    assert not copy.read_bytes().endswith(b"x")


def test_an_unknown_template_is_told_with_the_nearest(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = _said(capsys, "copy", "ordr")
    assert code == 2
    assert "order" in said


def test_the_list_tells_packaged_templates_from_those_of_the_house(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _said(capsys, "copy", "roadmap")
    code, said = _said(capsys, "list", "--format", "json")
    assert code == 0
    kinds = {item["name"]: item for item in json.loads(said)["templates"]}
    assert {"order", "roadmap", "minutes", "letter"} <= kinds.keys()
    assert kinds["roadmap"]["state"] == "copy"
    assert kinds["order"]["state"] == "packaged"


def test_the_fields_of_a_template_are_shown_as_a_tree_and_as_data(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = _said(capsys, "fields", "order")
    assert code == 0
    assert "act" in said
    code, said = _said(capsys, "fields", "order", "--format", "json")
    assert code == 0
    assert json.loads(said)


def test_a_misspelt_field_is_found_by_every_command_that_prints_with_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _said(capsys, "copy", "order")
    file = root / "templates" / "order.docx"
    members = read_archive(file.read_bytes(), file.name)
    text = members["word/document.xml"].replace(b"act.number", b"act.nomer")
    file.write_bytes(write_archive({**members, "word/document.xml": text}))
    code, said = _said(capsys, "check", "templates/order.docx")
    assert code == 1
    assert "nomer" in said
    for command in ("check", "build"):
        assert main([command, "--lang", "en"]) == 1
        assert "nomer" in capsys.readouterr().out
    assert not (root / "build" / "roadmaps" / "prikaz.docx").exists()
    assert (root / "build" / "roadmaps" / "plan.docx").exists()
