"""A build that is killed at any moment leaves whole files, and the next one goes on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from roadmapkit import build, check_build, open_workspace
from tiny_workspaces import plan_text, write_files

KILLS = int(os.environ.get("ROADMAPKIT_KILLS", "15"))
"""The nightly run asks for 200."""

SCRIPT = """
import sys
import roadmapkit
workspace = roadmapkit.open_workspace(sys.argv[1])
print("ready", flush=True)
for _ in range(1000):
    roadmapkit.build(workspace, force=True)
"""


def sources(root: Path, turn: int) -> Path:
    files = {
        f"roadmaps/plan-{number:02}.yaml": plan_text(
            f"- title: Семинар {turn}, школа {number}", id_=f"plan-{number:02}"
        )
        for number in range(60)
    }
    return write_files(root, files)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_no_file_is_torn_and_none_that_is_stale_counts_as_fresh(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 -- moments, not secrets
    build(open_workspace(sources(tmp_path, 0)))
    for turn in range(1, KILLS + 1):
        sources(tmp_path, turn)
        with subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(tmp_path)], stdout=subprocess.PIPE
        ) as running:
            assert running.stdout is not None
            running.stdout.readline()
            time.sleep(chance.random() * 0.6)
            running.kill()
        found = sorted((tmp_path / "build").rglob("*.docx"))
        assert len(found) == 60
        assert all(zipfile.ZipFile(path).testzip() is None for path in found)
        if turn % 5 == 0:
            workspace = open_workspace(tmp_path)
            result = build(workspace)
            assert not [item for item in result.diagnostics if item.code.startswith("BLD")]
            assert len(check_build(workspace, tmp_path / "build").same) == 60
            left = [path.name for path in (tmp_path / "build").rglob(".roadmapkit-*")]
            assert left == []
