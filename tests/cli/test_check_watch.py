"""``check --watch`` and ``build --watch`` in a process, as a person runs them beside an editor."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmapkit.cli import main
from roadmapkit.cli.watching import changed_files, look_at

SOUND = """\
kind: roadmap
id: plan
title: План мероприятий
period: 2024
activities:
  - title: Семинар
    due: март 2024 г.
"""
WRONG = SOUND.replace("due:", "deu:")
PATIENCE = 30.0


class Watch:
    """The program, watching a folder; what it says is read line by line."""

    def __init__(self, root: Path, *asked: str) -> None:
        words = asked or ("check", str(root))
        command = [sys.executable, "-m", "roadmapkit", *words, "--watch", "--lang", "en"]
        # Whoever starts the tests in the background has made them deaf to Ctrl+C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ},
            encoding="utf-8",
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def until(self, text: str) -> str:
        """Return what is said up to the line with *text*."""
        said, end = "", time.monotonic() + PATIENCE
        while text not in said:
            try:
                said += self._lines.get(timeout=max(0.1, end - time.monotonic()))
            except queue.Empty:
                pytest.fail(f"{text!r} was not said: {said}")
        return said


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "roadmaps" / "plan.yaml").write_text(SOUND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def running(root: Path) -> Iterator[Watch]:
    watch = Watch(root)
    watch.until("Waiting for changes")
    yield watch
    watch.end()


@pytest.fixture
def building(root: Path) -> Iterator[Watch]:
    watch = Watch(root, "build", "--workspace", str(root))
    watch.until("Waiting for changes")
    yield watch
    watch.end()


def test_a_saved_file_is_built_anew_and_a_mistake_leaves_the_last_good_output(
    root: Path, building: Watch
) -> None:
    built = root / "build" / "roadmaps" / "plan.docx"
    first = built.read_bytes()
    source = root / "roadmaps" / "plan.yaml"
    source.write_text(WRONG, encoding="utf-8")
    assert "deu" in building.until("Waiting for changes")
    assert built.read_bytes() == first
    source.write_text(SOUND.replace("Семинар", "Вебинар"), encoding="utf-8")
    building.until("Waiting for changes")
    assert built.read_bytes() != first


def test_a_saved_mistake_is_shown_and_its_correction_too(root: Path, running: Watch) -> None:
    (root / "roadmaps" / "plan.yaml").write_text(WRONG, encoding="utf-8")
    said = running.until("Waiting for changes")
    assert "Changed: roadmaps/plan.yaml" in said
    assert "deu" in said
    assert "new: 1" in said
    (root / "roadmaps" / "plan.yaml").write_text(SOUND, encoding="utf-8")
    said = running.until("Waiting for changes")
    assert "Put right: 1, new: 0" in said


def test_a_file_that_comes_and_goes_is_no_end_of_the_watch(root: Path, running: Watch) -> None:
    (root / "roadmaps" / "plan.yaml").unlink()
    assert "no document" in running.until("Waiting for changes")
    # Half of it, cut in the middle of a letter.
    (root / "roadmaps" / "plan.yaml").write_bytes(SOUND.encode()[:75])
    running.until("Waiting for changes")
    other = SOUND.replace("id: plan", "id: other")
    (root / "roadmaps" / "other.yaml").write_text(other, encoding="utf-8")
    assert "Changed: roadmaps/other.yaml" in running.until("Waiting for changes")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_an_interrupt_ends_the_watch_with_its_own_exit_code(running: Watch) -> None:
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(PATIENCE) == 130


def test_a_watch_gives_no_file_of_findings(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", str(root), "--watch", "--format", "json", "--lang", "en"])
    assert code == 2
    assert "leave the other options out" in capsys.readouterr().err


def test_produced_and_hidden_files_are_not_watched(root: Path) -> None:
    before = look_at(root)
    for name in ("build/plan.docx", ".git/index", "~$plan.docx", ".plan.yaml.swp"):
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert changed_files(before, look_at(root)) == ()
    (root / "scores.csv").write_bytes(b"a;b")
    assert changed_files(before, look_at(root)) == ("scores.csv",)


@pytest.mark.parametrize("name", ["goals.txt", "goals.markdown", "house.json", "scores.tsv"])
def test_every_kind_of_file_that_is_read_is_watched(name: str, root: Path) -> None:
    before = look_at(root)
    (root / "roadmaps" / name).write_text("{}", "utf-8")
    assert changed_files(before, look_at(root)) == (f"roadmaps/{name}",)


@pytest.mark.skipif(os.name != "posix", reason="links need a permission elsewhere")
def test_linked_folders_are_watched_and_a_circle_of_links_ends(root: Path, tmp_path: Path) -> None:
    (elsewhere := tmp_path.with_name(f"{tmp_path.name}-elsewhere")).mkdir()
    (root / "roadmaps/shared").symlink_to(elsewhere)
    (elsewhere / "again").symlink_to(elsewhere)
    (root / "roadmaps/back").symlink_to(root)
    before = look_at(root)
    (elsewhere / "plan.yaml").write_text("kind: roadmap\n", "utf-8")
    assert changed_files(before, look_at(root)) == ("roadmaps/shared/plan.yaml",)
