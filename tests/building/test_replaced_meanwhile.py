"""What another program puts in the place of a document during a build never counts as ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from roadmapkit import build, open_workspace
from roadmapkit.api import workspaces
from roadmapkit.api.remembering import keep_build
from roadmapkit.building.islands import writing
from roadmapkit.building.output.folder import OutputFolder
from tiny_workspaces import PLAN, opened, plan_text, write_files


def test_a_build_remembers_its_own_bytes_and_not_those_put_there_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "build/roadmaps/plan.docx"

    def replaced_before(*words: Any) -> None:
        good = file.read_bytes()
        file.write_bytes(good[:-1] + b"x")  # of the same size
        keep_build(*words)

    with monkeypatch.context() as patched:
        patched.setattr(workspaces, "keep_build", replaced_before)
        build(opened(tmp_path, PLAN))
    [again] = build(opened(tmp_path)).written
    assert again.why.reason == "edited"
    assert not file.read_bytes().endswith(b"x")


def test_a_document_that_is_replaced_while_it_is_looked_at_is_not_put_on_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        f"roadmaps/{number:02}.yaml": plan_text("- title: А", id_=f"plan-{number:02}")
        for number in range(25)
    }
    root = write_files(tmp_path, files)
    build(open_workspace(root))
    good = (root / "build/roadmaps/plan-03.docx").read_bytes()
    # Nothing is on record any more, so that every document is put there anew, from its place.
    (root / "build/manifest.json").unlink()

    def replaced_before(*words: Any, **named: Any) -> Any:
        (root / "build/roadmaps/plan-03.docx").write_bytes(good[:-1] + b"x")
        return OutputFolder(*words, **named)

    with monkeypatch.context() as patched:
        patched.setattr(writing, "OutputFolder", replaced_before)
        result = build(open_workspace(root))
    [refused] = [item for item in result.diagnostics if item.code == "BLD001"]
    assert "build again" in str(refused.message)
    assert refused.documents == ("plan-03",)
    assert "plan-03" not in (root / "build/manifest.json").read_text("utf-8")
    build(open_workspace(root))
    assert (root / "build/roadmaps/plan-03.docx").read_bytes() == good
