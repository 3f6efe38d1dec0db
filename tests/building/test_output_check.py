"""A given output is held against the sources byte for byte, and nothing is written."""

from __future__ import annotations

import shutil
from pathlib import Path

from roadmapkit import build, check_build, open_workspace
from tiny_workspaces import PLAN, opened, order_text


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


def test_a_copy_of_an_output_is_judged_as_the_original(tmp_path: Path) -> None:
    build(opened(tmp_path, PLAN, order_text("- approve: plan")))
    for order in (tmp_path / "roadmaps").glob("*.yaml"):
        if "kind: order" in order.read_text("utf-8"):
            order.unlink()
    copy = tmp_path / "published"
    shutil.copytree(tmp_path / "build", copy)
    judged = check_build(open_workspace(tmp_path), copy)
    original = check_build(open_workspace(tmp_path), tmp_path / "build")
    assert judged.superfluous == original.superfluous
    assert "roadmaps/prikaz.docx" in judged.superfluous
    assert judged.passed_over == ()
