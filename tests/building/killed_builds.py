"""Builds in processes of their own, killed at any time or at a step that they take on the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

__all__ = ["Builder"]

_PROGRAM = """
import os, signal, sys
import roadmapkit
from roadmapkit.building.islands import crews

crews.WORTH_IT = 1  # processes are started for a small workspace, too
roadmapkit.build(roadmapkit.open_workspace(sys.argv[1]))  # what a build needs is loaded now
print("ready", flush=True)

def steps_of(root, last, group):
    # Count the steps that this process takes in the output folder; at the last one it dies.
    folder, own, taken = os.path.join(root, "build"), os.getpid(), [0]
    changes = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
    writes = os.O_WRONLY | os.O_RDWR

    def noticed(event, words):
        if event not in changes and not (event == "open" and words[2] & writes):
            return
        path = words[0]
        if not isinstance(path, (str, os.PathLike)) or os.getpid() != own:
            return
        path = os.fspath(path)
        if path.startswith(folder) and ".cache" not in path:
            taken[0] += 1
            if taken[0] == last:
                (os.killpg if group else os.kill)(own, signal.SIGKILL)

    sys.addaudithook(noticed)
    return taken

while line := sys.stdin.readline():
    root, jobs, last, group = line.rstrip("\\n").split("\\t")
    ended, alive = os.pipe()
    child = os.fork()
    if child == 0:
        os.setsid()
        os.close(ended)
        os.set_inheritable(alive, True)
        taken = steps_of(root, int(last), group == "True")
        roadmapkit.build(roadmapkit.open_workspace(root), jobs=int(jobs))
        os.write(alive, str(taken[0]).encode())
        os._exit(0)
    os.close(alive)
    print(child, flush=True)
    sys.stdin.readline()  # until then nobody else gets its number, even if it has ended
    status = os.waitpid(child, 0)[1]
    steps = b""
    while said := os.read(ended, 100):  # its workers have the other end, too
        steps += said
    os.close(ended)
    print(os.waitstatus_to_exitcode(status), int(steps or 0), flush=True)
"""


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

    def _say(self, line: str) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def _start(self, root: Path, jobs: int, last: int = 0, *, group: bool = False) -> int:
        self._say(f"{root}\t{jobs}\t{last}\t{group}")
        return int(self._said())

    def _ended(self) -> tuple[bool, int]:
        """Wait until no process of a build is left; return whether it was killed, its steps."""
        self._say("wait")
        status, steps = map(int, self._said().split())
        assert status in (0, -signal.SIGKILL)
        return status != 0, steps

    def whole(self, root: Path, jobs: int) -> tuple[float, int]:
        """Build without any trouble; return the seconds and the steps on the disk that it took."""
        begun = time.monotonic()
        self._start(root, jobs)
        killed, steps = self._ended()
        assert not killed
        return time.monotonic() - begun, steps

    def killed_at_step(self, root: Path, jobs: int, step: int, *, group: bool) -> bool:
        """Build, and kill the build where it would change something in the output folder.

        Args:
            root: The workspace.
            jobs: Number of processes.
            step: Which change of the build it is, from 1; it does not come to it any more.
            group: The workers are killed, too, and not only the build itself.

        Returns:
            Whether it was killed before its end.
        """
        self._start(root, jobs, step, group=group)
        return self._ended()[0]

    def killed_after(self, root: Path, jobs: int, seconds: float, *, group: bool) -> bool:
        """Build, and kill the build after some time, as :meth:`killed_at_step` does."""
        child = self._start(root, jobs)
        time.sleep(seconds)
        with suppress(ProcessLookupError):  # it has ended, or has no group of its own yet
            (os.killpg if group else os.kill)(child, signal.SIGKILL)
        return self._ended()[0]
