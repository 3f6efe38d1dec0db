"""Several builds in one output folder at the same time, of one workspace or of two."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmapkit import build, open_workspace
from roadmapkit.building.output.manifest import digest_of_file, read_manifest
from tiny_workspaces import plan_text, write_files

ROUNDS = 4
PLANS = 12

PROGRAM = """
import sys
import roadmapkit
print("ready", flush=True)
while line := sys.stdin.readline():
    root, out, force = line.rstrip("\\n").split("\\t")
    result = roadmapkit.build(roadmapkit.open_workspace(root), out=out, force=force == "force")
    found = sorted({item.code for item in result.diagnostics if item.code.startswith("BLD")})
    print(len(result.written), *found, flush=True)
"""


class Pair:
    """Two processes that build when they are told to."""

    def __init__(self) -> None:
        self._both = [
            subprocess.Popen(
                [sys.executable, "-c", PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(2)
        ]
        assert self._said() == ["ready", "ready"]

    def _said(self) -> list[str]:
        return [one.stdout.readline().strip() for one in self._both if one.stdout is not None]

    def build(self, roots: tuple[Path, Path], out: Path, *, force: bool = False) -> list[str]:
        """Let both build at once; return how many files each has written, and its findings."""
        for process, root in zip(self._both, roots, strict=True):
            assert process.stdin is not None
            process.stdin.write(f"{root}\t{out}\t{'force' if force else ''}\n")
            process.stdin.flush()
        return self._said()

    def end(self) -> None:
        for process in self._both:
            process.communicate("")


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    both = Pair()
    yield both
    both.end()


def write(root: Path, version: int, names: str = "school") -> Path:
    return write_files(
        root,
        {
            f"roadmaps/{number:02}.yaml": plan_text(
                f"- title: Семинар {version}, {names}", id_=f"{names}-{number:02}"
            )
            for number in range(PLANS)
        },
    )


def documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.docx"))}


def require_record_to_be_true(folder: Path, count: int) -> None:
    entries = read_manifest(folder)
    assert len(entries) == count
    for path, entry in entries.items():
        assert digest_of_file(folder / path) == entry.sha256
    assert not [path.name for path in folder.rglob(".roadmapkit-*")]


def test_two_builds_of_one_workspace_end_as_one_does(tmp_path: Path, pair: Pair) -> None:
    for turn in range(ROUNDS):
        root = write(tmp_path / "w", turn)
        said = pair.build((root, root), root / "build", force=turn % 2 == 1)
        assert said == [f"{PLANS}", f"{PLANS}"]
        build(open_workspace(root), out=tmp_path / "alone", force=True)
        assert documents(root / "build") == documents(tmp_path / "alone")
        require_record_to_be_true(root / "build", PLANS)
        assert not any(item.changed for item in build(open_workspace(root)).written)


def test_two_workspaces_with_different_documents_share_one_folder(
    tmp_path: Path, pair: Pair
) -> None:
    out = tmp_path / "out"
    for turn in range(ROUNDS):
        roots = (write(tmp_path / "a", turn, "east"), write(tmp_path / "b", turn, "west"))
        assert pair.build(roots, out) == [f"{PLANS}", f"{PLANS}"]
        require_record_to_be_true(out, 2 * PLANS)
        for root in roots:
            build(open_workspace(root), out=root / "alone")
            alone = documents(root / "alone")
            assert {name: documents(out)[name] for name in alone} == alone
            result = build(open_workspace(root), out=out, prune=True)
            assert not any(item.changed for item in result.written)
            assert result.removed == ()


def test_two_workspaces_with_documents_of_one_name_never_get_each_others(
    tmp_path: Path, pair: Pair
) -> None:
    out = tmp_path / "out"
    for turn in range(ROUNDS):
        roots = (write(tmp_path / "a", 2 * turn), write(tmp_path / "b", 2 * turn + 1))
        for said in pair.build(roots, out):
            assert said.split()[0] == f"{PLANS}"
            assert set(said.split()[1:]) <= {"BLD006", "BLD013"}
        require_record_to_be_true(out, PLANS)
        for root in roots:
            build(open_workspace(root), out=root / "alone")
            result = build(open_workspace(root), out=out)
            assert documents(out) == documents(root / "alone")
            told = [item for item in result.diagnostics if item.code == "BLD013"]
            assert len(told) == sum(item.changed for item in result.written)
