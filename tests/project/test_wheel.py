from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from checkout import ROOT

PROBE = """
from roadmapkit.diagnostics import Message
from roadmapkit.report import translate
from roadmapkit.resources import resource
import roadmapkit
print(roadmapkit.__file__)
print(resource("templates", "order.docx"))
print(resource("schemas", "roadmapkit.schema.json"))
print(translate(Message("error"), "ru"))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source archive as an index would get both."""
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = target.glob("*.whl")
    return built


def test_the_wheel_carries_what_the_library_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = {
        f"roadmapkit/templates/{path.name}" for path in (ROOT / "templates").glob("*.docx")
    }
    assert len(templates) >= 3
    data = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src").rglob("*")
        if path.suffix in {".py", ".yaml", ".json", ".tsv", ".txt", ".toml", ".typed"}
    }
    needed = templates | data
    needed |= {
        "roadmapkit/schemas/roadmapkit.schema.json",
        "roadmapkit/locale/ru/LC_MESSAGES/roadmapkit.mo",
        "roadmapkit/py.typed",
    }
    assert needed - names == set()


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert len(names) == len(set(names))
    foreign = [name for name in names if not name.startswith(("roadmapkit/", "roadmapkit-"))]
    assert foreign == []
    sources = [name for name in names if name.endswith((".po", ".pyc", "templates/generate.py"))]
    assert sources == []


def test_the_unpacked_wheel_finds_its_files_without_the_checkout(
    wheel: Path, tmp_path: Path
) -> None:
    unpacked = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)
    answers = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.splitlines()
    assert answers[3] == "ошибка"
    assert [Path(answer).is_relative_to(unpacked) for answer in answers[:3]] == [True] * 3
