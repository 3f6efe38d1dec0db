"""Equal sources give equal bytes: in any folder, language, time zone, year and order of sets."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from example_files import CHECKOUT, FILES, files

from roadmapkit import build, open_workspace

SCRIPT = """
import sys, time

SHIFT = float(sys.argv[3])
real_time, real_local, real_gm = time.time, time.localtime, time.gmtime
time.time = lambda: real_time() + SHIFT
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime = lambda seconds=None: real_local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: real_gm(time.time() if seconds is None else seconds)

import hashlib, json
from pathlib import Path
import roadmapkit

folder = Path(sys.argv[2])
result = roadmapkit.build(roadmapkit.open_workspace(sys.argv[1]), out=folder)
found = {
    item.path.relative_to(folder).as_posix(): hashlib.sha256(item.path.read_bytes()).hexdigest()
    for item in result.written
}
print(json.dumps(found))
"""
"""Builds a workspace in a process whose clock runs many years ahead or behind."""

TEN_YEARS = 10 * 365 * 24 * 3600


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the workspace in another folder, its files of another day."""
    root = tmp_path_factory.mktemp("другое место")
    for name in ("roadmaps", "templates", "schemas"):
        shutil.copytree(CHECKOUT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("roadmapkit.yaml", "directory.yaml", "signed.lock.yaml"):
        if (CHECKOUT / name).is_file():
            shutil.copy(CHECKOUT / name, root / name)
    for path in sorted(root.rglob("*.*")):
        os.utime(path, (946_684_800, 946_684_800))
    return root


def built_elsewhere(root: Path, out: Path, shift: int, **environment: str) -> dict[str, str]:
    """Build in a process of its own and return the digest of every file."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(root), str(out), str(shift)],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=out.parent,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8", **environment},
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def digests() -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files().items()}


def test_copy_in_another_folder_with_another_clock_gives_the_same_bytes(
    copy: Path, tmp_path: Path
) -> None:
    found = built_elsewhere(
        copy, tmp_path / "out", TEN_YEARS, TZ="Asia/Kamchatka", LC_ALL="C", PYTHONHASHSEED="1"
    )
    assert sorted(found) == sorted(FILES)
    assert found == digests()


def test_another_hash_seed_zone_and_language_give_the_same_bytes(tmp_path: Path) -> None:
    found = built_elsewhere(
        CHECKOUT,
        tmp_path / "out",
        -TEN_YEARS,
        TZ="America/Los_Angeles",
        LC_ALL="ru_RU.UTF-8",
        LANG="ru_RU.UTF-8",
        PYTHONHASHSEED="4294967295",
    )
    assert found == digests()


def test_checkout_with_the_line_ends_of_windows_gives_the_same_bytes(
    copy: Path, tmp_path: Path
) -> None:
    root = tmp_path / "windows"
    shutil.copytree(copy, root)
    for path in sorted(root.rglob("*.yaml")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    result = build(open_workspace(root), out=tmp_path / "out")
    found = {
        item.path.relative_to(result.folder).as_posix(): hashlib.sha256(
            item.path.read_bytes()
        ).hexdigest()
        for item in result.written
    }
    assert found == digests()


def test_changed_source_gives_other_bytes(copy: Path, tmp_path: Path) -> None:
    root = tmp_path / "changed"
    shutil.copytree(copy, root)
    path = root / "roadmaps" / "quick-start.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Пробный", "Учебный"), "utf-8")
    result = build(open_workspace(root), ["quick-start"], out=tmp_path / "out")
    (written,) = result.written
    digest = hashlib.sha256(written.path.read_bytes()).hexdigest()
    assert digest != digests()["roadmaps/quick-start.docx"]
