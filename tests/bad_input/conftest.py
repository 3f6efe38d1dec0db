from __future__ import annotations

from pathlib import Path

import pytest
from bad_workspaces import BadWorkspace


@pytest.fixture
def workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> BadWorkspace:
    """A workspace of one sound document, which is the current folder."""
    for name in ("ROADMAPKIT_LANG", "ROADMAPKIT_DEBUG", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return BadWorkspace(tmp_path, capsys)
