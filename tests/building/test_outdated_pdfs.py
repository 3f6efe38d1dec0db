"""A PDF of a document that has changed since is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit import build
from tiny_workspaces import PLAN, opened


def test_a_pdf_stays_while_its_document_does_and_is_told_when_it_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def convert(_program: Path, documents: list[bytes], _kind: str) -> tuple[list[bytes], str]:
        calls.append(len(documents))
        return [b"%PDF-1.7" for _ in documents], ""

    monkeypatch.setattr("roadmapkit.building.output.pdf.find_libreoffice", lambda: Path("soffice"))
    monkeypatch.setattr("roadmapkit.building.output.pdf.convert", convert)
    for _ in range(2):
        assert len(build(opened(tmp_path, PLAN), pdf="pdf").written) == 2
    assert calls == [1]
    result = build(opened(tmp_path, PLAN.replace("семинар", "диктант")))
    assert [item.code for item in result.diagnostics if item.code[:3] == "BLD"] == ["BLD011"]
