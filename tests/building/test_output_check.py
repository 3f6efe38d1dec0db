"""A given output is held against the sources byte for byte, and nothing is written."""

from __future__ import annotations

from pathlib import Path

from roadmapkit import build, check_build
from tiny_workspaces import PLAN, opened


def test_an_equal_output_passes_and_any_difference_is_named(tmp_path: Path) -> None:
    build(opened(tmp_path, PLAN), out=tmp_path / "out")
    same = check_build(opened(tmp_path), tmp_path / "out")
    assert (same.same, same.diagnostics) == (("roadmaps/plan.docx",), ())
    (tmp_path / "out/roadmaps/extra.docx").write_bytes(b"x")
    changed = opened(tmp_path, PLAN.replace("семинар", "диктант"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = check_build(changed, tmp_path / "out")
    assert "word/document.xml" in result.differing["roadmaps/plan.docx"]
    assert result.superfluous == ("roadmaps/extra.docx",)
    assert [item.code for item in result.diagnostics] == ["BLD012", "BLD012"]
    (tmp_path / "out/roadmaps/plan.docx").unlink()
    assert check_build(changed, tmp_path / "out").missing == ("roadmaps/plan.docx",)
    del before[tmp_path / "out/roadmaps/plan.docx"]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
