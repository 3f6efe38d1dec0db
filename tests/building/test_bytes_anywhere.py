"""Equal sources give equal bytes: on any machine, with any workers, step by step or at once."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from roadmapkit import build, open_workspace
from roadmapkit.errors import ArgumentError
from roadmapkit.rendering.compression import COMPRESSORS, compressor_named
from tiny_workspaces import DIRECTORY, order_text, plan_text, write_files

PLANS = 25

SCRIPT = """
import os, sys
import roadmapkit
from roadmapkit.building.islands import crews

crews.WORTH_IT = 1
os.umask(int(sys.argv[3], 8))
root, jobs = sys.argv[1], int(sys.argv[2])
roadmapkit.build(roadmapkit.open_workspace(root), jobs=jobs)
"""


def region(root: Path) -> Path:
    files = {
        f"roadmaps/school-{number:02}/plan.yaml": plan_text(
            f"- {{title: Семинар {number}, due: до 1 марта 2024 г., responsible: Гусев П.И.}}",
            id_=f"plan-{number:02}",
        )
        for number in range(PLANS)
    }
    files["roadmaps/order.yaml"] = order_text("- approve: [plan-00, gruppa]")
    files["directory.yaml"] = DIRECTORY
    return write_files(root, files)


def produced(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if path.is_file() and name.endswith((".docx", ".json"))
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = region(tmp_path_factory.mktemp("usual"))
    assert len(build(open_workspace(root)).written) > PLANS
    return produced(root / "build")


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither these variables nor a umask")
@pytest.mark.parametrize(
    ("variables", "jobs", "mask"),
    [
        ({"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}, "1", "077"),
        ({"LANG": "tr_TR.UTF-8", "TZ": "America/Adak", "PYTHONHASHSEED": "2"}, "2", "000"),
        ({"LC_ALL": "ru_RU.KOI8-R", "TZ": ""}, "2", "022"),
    ],
)
def test_locale_time_zone_hashes_workers_and_folders_change_no_byte(
    tmp_path: Path,
    usual: dict[str, bytes],
    variables: dict[str, str],
    jobs: str,
    mask: str,
) -> None:
    root = region(tmp_path / "где-то" / "w")
    environment = {name: one for name, one in os.environ.items() if name[:3] not in ("LC_", "LAN")}
    subprocess.run(
        [sys.executable, "-c", SCRIPT, "." if jobs == "2" else str(root), jobs, mask],
        cwd=root if jobs == "2" else tmp_path,
        env={**environment, **variables},
        check=True,
    )
    assert produced(root / "build") == usual


def test_a_build_after_edits_is_the_same_as_one_from_nothing(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 -- edits, not secrets
    root = region(tmp_path / "edited")
    build(open_workspace(root))
    for turn in range(4):
        files = sorted((root / "roadmaps").rglob("plan.yaml"))
        for path in chance.sample(files, 3):
            text = path.read_text("utf-8")
            path.write_text(text.replace("Семинар", f"Диктант {turn}"), "utf-8")
        chance.choice(files).touch()
        victim = chance.choice(sorted((root / "build").rglob("*.docx")))
        victim.unlink()
        if turn == 1:
            directory = root / "directory.yaml"
            directory.write_text(
                directory.read_text("utf-8").replace("рабочая группа", "группа качества"), "utf-8"
            )
        if turn == 2:
            shutil.rmtree(root / "build/.cache")
            (root / "roadmapkit.yaml").write_text("kind: settings\nprofile: gost-2016\n", "utf-8")
        build(open_workspace(root))
        fresh = tmp_path / f"fresh-{turn}"
        shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("build"))
        build(open_workspace(fresh))
        assert produced(root / "build") == produced(fresh / "build")


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", COMPRESSORS[1:])
@pytest.mark.parametrize("way", ["option", "settings", "small"])
def test_another_compressor_gives_the_same_parts_in_other_bytes(
    tmp_path: Path, usual: dict[str, bytes], name: str, way: str
) -> None:
    try:
        compressor_named(name)
    except ArgumentError:
        pytest.skip(f"{name} is not installed")
    root = region(tmp_path)
    ids = ["plan-07", "prikaz"] if way == "small" else []
    build(open_workspace(root), ids)
    if way == "settings":
        settings = f"kind: settings\nbuild: {{compressor: {name}}}\n"
        (root / "roadmapkit.yaml").write_text(settings, "utf-8")
        result = build(open_workspace(root))
        assert {item.why.parts for item in result.written} == {("compressor", "sources")}
    else:
        result = build(open_workspace(root), ids, compressor=name)
        assert {item.why.parts for item in result.written} == {("compressor",)}
    for item in result.written:
        content = item.path.read_bytes()
        former = usual[item.path.relative_to(root / "build").as_posix()]
        assert content != former
        found, expected = parts(content), parts(former)
        if way == "settings":  # the file names its sources, of which there is one more
            for held in (found, expected):
                del held["docProps/custom.xml"]
        assert found == expected
    again = build(open_workspace(root), ids, compressor=None if way == "settings" else name)
    assert not any(item.changed for item in again.written)


@pytest.mark.parametrize("name", ["lz4", "isal"])
def test_a_compressor_that_there_is_not_is_refused_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    compressor_named.cache_clear()
    monkeypatch.setitem(sys.modules, "isal", None)
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)
    root = region(tmp_path)
    with pytest.raises(ArgumentError, match=r"zlib"):
        build(open_workspace(root), compressor=name)
    if name == "isal":
        settings = "kind: settings\nbuild: {compressor: isal}\n"
        (root / "roadmapkit.yaml").write_text(settings, "utf-8")
        with pytest.raises(ArgumentError, match=r"pip install isal"):
            build(open_workspace(root))
    assert not list(root.rglob("*.docx"))
    compressor_named.cache_clear()
