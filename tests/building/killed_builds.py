"""Builds in processes of their own, killed at moments that are chosen by what they have done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

__all__ = ["MOMENTS", "Builder", "Moment"]

_PROGRAM = """
import os, sys
import roadmapkit
from roadmapkit.building.islands import crews

crews.WORTH_IT = 1  # processes are started for a small workspace, too
roadmapkit.build(roadmapkit.open_workspace(sys.argv[1]))  # what a build needs is loaded now
print("ready", flush=True)
while line := sys.stdin.readline():
    root, jobs = line.rstrip("\\n").split("\\t")
    ended, alive = os.pipe()
    child = os.fork()
    if child == 0:
        os.setsid()
        os.close(ended)
        os.set_inheritable(alive, True)
        roadmapkit.build(roadmapkit.open_workspace(root), jobs=int(jobs))
        os._exit(0)
    os.close(alive)
    print(child, flush=True)
    sys.stdin.readline()  # until then nobody else gets its number, even if it has ended
    status = os.waitpid(child, 0)[1]
    os.read(ended, 1)  # its workers have the other end, too
    os.close(ended)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""

Moment = Callable[[Path], bool]
"""Tells whether a build has come so far in its output folder."""


def _journal(folder: Path) -> Path | None:
    return next(iter(folder.glob(".roadmapkit-*.journal")), None)


def _noted(folder: Path) -> int:
    journal = _journal(folder)
    try:
        return journal.read_bytes().count(b"\n") if journal is not None else 0
    except OSError:
        return 0


def _writes_a_file(folder: Path) -> bool:
    return any(one.suffix == ".part" for one in (folder / "roadmaps").iterdir())


def _writes_the_record(folder: Path) -> bool:
    return any(one.suffix == ".part" for one in folder.iterdir())


MOMENTS: dict[str, Moment] = {
    "reading": lambda _: True,
    "journal": lambda folder: _journal(folder) is not None,
    "writing": _writes_a_file,
    "midway": lambda folder: _noted(folder) >= 5,
    "record": _writes_the_record,
}
"""By name: at once or at any time, the first file, a file half written, several, the record."""


@dataclass
class Builder:
    """Starts builds and kills them; importing the library is done once for all of them.

    Args:
        warm: A workspace that is built by the way.
    """

    warm: Path
    _process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Builder:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, os.fspath(self.warm)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._said() == "ready"
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        assert self._process is not None
        self._process.communicate("")

    def _said(self) -> str:
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def _start(self, root: Path, jobs: int) -> int:
        self._say(f"{root}\t{jobs}")
        return int(self._said())

    def _say(self, line: str) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def whole(self, root: Path, jobs: int) -> float:
        """Build without any trouble; return the seconds that it took."""
        begun = time.monotonic()
        self._start(root, jobs)
        self._say("wait")
        assert self._said() == "0"
        return time.monotonic() - begun

    def killed(
        self, root: Path, jobs: int, moment: Moment, *, delay: float, group: bool, patience: float
    ) -> bool:
        """Build and kill, and wait until no process of the build is left.

        Args:
            root: The workspace.
            jobs: Number of processes.
            moment: When it has come so far, it is killed;
            delay: so many seconds later.
            group: The workers are killed, too, and not only the build itself.
            patience: Seconds after which it is killed anyhow.

        Returns:
            Whether it was killed before its end.
        """
        child = self._start(root, jobs)
        folder, end = root / "build", time.monotonic() + patience
        while not moment(folder) and time.monotonic() < end:
            pass
        if delay:
            time.sleep(delay)
        with suppress(ProcessLookupError):  # it has ended, or has no group of its own yet
            (os.killpg if group else os.kill)(child, signal.SIGKILL)
        self._say("wait")
        status = int(self._said())
        assert status in (0, -signal.SIGKILL)
        return status != 0
