"""A build that is killed at any moment leaves whole files, and the next one goes on."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import zipfile
from pathlib import Path

import pytest
from killed_builds import Builder

from roadmapkit import BuildResult, build, open_workspace
from tiny_workspaces import write_files

KILLS = int(os.environ.get("ROADMAPKIT_KILLS", "15"))
"""The nightly run asks for 200."""

PLANS = 24

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")


def plan(number: int, version: int) -> str:
    rows = "\n".join(
        f"  - {{title: 'Семинар {row} школы {number}, выпуск {version}', due: март 2024 г.}}"
        for row in range(3)
    )
    head = f"kind: roadmap\nid: plan-{number:02}\ntitle: План\nperiod: 2024\n"
    return f"{head}activities:\n{rows}\n"


def of_the_folder(result: BuildResult) -> list[str]:
    return [item.code for item in result.diagnostics if item.code.startswith("BLD")]


class Twins:
    """A workspace whose builds are killed, and one of the same content whose builds are not.

    Args:
        root: An empty folder.
        split: Each plan has a file of its own, so that the workspace counts as a large one.
    """

    def __init__(self, root: Path, *, split: bool) -> None:
        self.killed, self.whole = root / "killed", root / "whole"
        self._split = split
        self.versions = [0] * PLANS
        self.known: dict[str, str] = {}
        """Digests of files by fingerprint, as builds without trouble have given them."""
        self.write()
        self.build_whole()
        shutil.copytree(self.whole / "build", self.killed / "build")

    def change(self, chance: random.Random, version: int) -> None:
        for number in range(PLANS):
            if chance.random() < 0.5:
                self.versions[number] = version
        self.write()
        self.build_whole()

    def write(self) -> None:
        texts = [plan(number, version) for number, version in enumerate(self.versions)]
        if self._split:
            files = {f"roadmaps/{number:02}.yaml": text for number, text in enumerate(texts)}
        else:
            files = {"roadmaps/all.yaml": "---\n".join(texts)}
        for root in (self.killed, self.whole):
            write_files(root, files)

    def build_whole(self) -> None:
        result = build(open_workspace(self.whole))
        assert len(result.written) == PLANS
        assert of_the_folder(result) == []
        record = json.loads((self.whole / "build/manifest.json").read_bytes())
        self.known |= {one["fingerprint"]: one["sha256"] for one in record["targets"].values()}

    def files(self, root: Path) -> dict[str, bytes]:
        """Return everything in an output folder but what makes the next build faster."""
        folder = root / "build"
        found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
        return {
            name: path.read_bytes()
            for name, path in sorted(found.items())
            if path.is_file() and not name.startswith(".cache/")
        }

    def require_sound(self) -> set[str]:
        """Require that no file is torn and none on record is stale; return who is up to date."""
        expected = self.files(self.whole)
        found = self.files(self.killed)
        documents = {name for name in found if name.endswith(".docx")}
        assert len(documents) == PLANS
        digests = set(self.known.values())
        for name in documents:
            with zipfile.ZipFile(self.killed / "build" / name) as archive:
                assert archive.testzip() is None
            assert hashlib.sha256(found[name]).hexdigest() in digests, name
        record = json.loads(found["manifest.json"])["targets"]
        noted = [
            json.loads(line)
            for name, content in found.items()
            if name.endswith(".journal")
            for line in content.split(b"\n")[:-1]
        ]
        for name, entry in [*record.items(), *noted]:
            assert self.known[entry["fingerprint"]] == entry["sha256"], name
        return {name for name in documents if found[name] == expected[name]}

    def require_next_build_to_go_on(self, done: set[str]) -> None:
        """Require that the next build makes what was not *done*, and ends as if nothing was."""
        result = build(open_workspace(self.killed))
        assert of_the_folder(result) == []
        folder = self.killed / "build"
        changed = {one.path.relative_to(folder).as_posix() for one in result.written if one.changed}
        assert changed.isdisjoint(done)
        assert self.files(self.killed).keys() - self.files(self.whole).keys() <= {
            ".roadmapkit.lock"
        }
        expected = self.files(self.whole)
        assert {name: self.files(self.killed)[name] for name in expected} == expected


@pytest.mark.parametrize(("jobs", "split"), [(1, False), (1, True), (2, True)])
def test_no_file_is_torn_and_none_that_is_stale_counts_as_fresh(
    tmp_path: Path, jobs: int, split: bool
) -> None:
    chance = random.Random(f"{jobs} {split}")  # noqa: S311 -- moments, not secrets
    twins = Twins(tmp_path, split=split)
    kills, tries, hit = -(-KILLS // 3), 0, 0
    with Builder(twins.whole) as builder:
        twins.change(chance, 1)
        seconds, steps = builder.whole(twins.killed, jobs)
        for turn in range(kills):
            twins.change(chance, turn + 2)
            group = chance.random() < 0.5
            if turn % 5 == 4:
                time = chance.random() * seconds
                builder.killed_after(twins.killed, jobs, time, group=group)
            else:  # it ends before where fewer plans have changed
                step, tries = chance.randint(1, steps), tries + 1
                hit += builder.killed_at_step(twins.killed, jobs, step, group=group)
            done = twins.require_sound()
            if chance.random() < 0.7 or turn == kills - 1:  # others are killed again at once
                twins.require_next_build_to_go_on(done)
    assert hit >= tries // 2
