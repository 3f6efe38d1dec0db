"""What a local git repository remembers; never asks the network, never runs a hook or a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from roadmapkit.diagnostics import Message
from roadmapkit.errors import RoadmapkitError

__all__ = ["Blob", "Commit", "GitError", "Repository", "open_repository"]

_SECONDS = 120
_OPTIONS = (
    *("-c", "protocol.allow=never"),  # a partial clone must not fetch what it lacks
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
    "--no-pager",
)
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
_LOCAL = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
"""Set while a hook of another repository runs; they would lead there."""


class GitError(RoadmapkitError):
    """Git could not answer: a damaged repository, an unknown commit."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit.

    Attributes:
        id: Its full hash.
        date: Day of the commit, ``2024-01-31``.
        author: Name of the author.
        subject: First line of its message.
    """

    id: str
    date: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a commit: path from the root of the repository, mode and object."""

    path: str
    mode: str
    object: str


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a workspace lies in.

    Attributes:
        root: Folder that git is run in.
        prefix: Path of the workspace in the repository, empty or with ``/`` at the end.
        shallow: Whether the repository holds a part of the history only.
    """

    root: Path
    prefix: str
    shallow: bool

    def commits(self, revisions: Iterable[str], paths: Iterable[str]) -> tuple[str, ...]:
        """Return the commits in which any of the paths changed, the newest first.

        Args:
            revisions: Where to begin: ``HEAD``, ``--all``.
            paths: Patterns of git, from the root of the repository.
        """
        asked = ("rev-list", "--full-history", "--date-order", *revisions, "--", *paths)
        return tuple(self._run(*asked).decode("ascii", "replace").split())

    def paths_ending(self, name: str) -> tuple[str, ...]:
        """Return every path, at any time, of a file with that path below some folder."""
        escaped = "".join(f"\\{char}" if char in "*?[]\\" else char for char in name)
        asked = ("log", "--all", "--format=", "--name-only", "-z", "--no-renames", "--")
        output = self._run(*asked, f":(top,glob)**/{escaped}")
        found = output.decode("utf-8", "surrogateescape").replace("\n", "\0").split("\0")
        return tuple(sorted({path for path in found if path}))

    def commit(self, revision: str) -> Commit:
        """Return a commit by hash, branch, tag.

        Raises:
            GitError: There is none.
        """
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            id_ = self._run(*asked).decode("ascii", "replace").strip()
        except GitError as error:
            message = Message("git knows no commit {revision!r}", revision=revision)
            raise GitError(message) from error
        shown = self._run("log", "-1", "--no-show-signature", "--format=%cs%x00%an%x00%s", id_)
        date, author, subject = shown.decode("utf-8", "replace").rstrip("\n").split("\0", 2)
        return Commit(id_, date, author, subject)

    def files(self, commit: str, prefix: str) -> tuple[Blob, ...]:
        """Return the files of a commit below a folder."""
        output = self._run("ls-tree", "-r", "-z", "--full-tree", commit, *([prefix] * bool(prefix)))
        found = []
        for line in output.decode("utf-8", "surrogateescape").split("\0"):
            about, _, path = line.partition("\t")
            words = about.split()
            if len(words) == 3 and words[1] == "blob":
                found.append(Blob(path, words[0], words[2]))
        return tuple(found)

    def objects(self, names: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Yield object and size for each ``commit:path``; empty and 0 where there is none."""
        for line in self._batch("--batch-check", names):
            words = line[0].split()
            known = len(words) == 3 and words[1] == "blob"
            yield (words[0], int(words[2])) if known else ("", 0)

    def contents(self, objects: Iterable[str]) -> Iterator[bytes]:
        """Yield the contents of objects; nothing for one that is not here."""
        for _, content in self._batch("--batch", objects):
            yield content

    def _batch(self, how: str, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Ask one process of git for one object after another."""
        with subprocess.Popen(  # noqa: S603  # fixed arguments, no shell
            _command("cat-file", how),
            cwd=self.root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as process:
            if process.stdin is None or process.stdout is None:
                raise GitError(Message("git gave no answer"))
            try:
                for name in names:
                    if "\n" in name:
                        yield "", b""
                        continue
                    process.stdin.write(name.encode("utf-8", "surrogateescape") + b"\n")
                    process.stdin.flush()
                    yield _answer(process.stdout, with_content=how == "--batch")
            except OSError as error:
                raise GitError(Message("git gave no answer")) from error
            finally:
                process.stdin.close()

    def _run(self, *arguments: str) -> bytes:
        return _run(self.root, *arguments)


def open_repository(folder: Path) -> Repository | None:
    """Return the repository that *folder* lies in; None without one, or without git."""
    try:
        prefix = _run(folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape")
        shallow = _run(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
        _run(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    except GitError:
        return None
    return Repository(folder, prefix.rstrip("\n"), shallow)


def _answer(stream: IO[bytes], *, with_content: bool) -> tuple[str, bytes]:
    head = stream.readline().decode("utf-8", "surrogateescape").strip()
    words = head.split()
    if not with_content or len(words) != 3 or not words[2].isdigit():
        return head, b""
    content = stream.read(int(words[2]))
    stream.read(1)
    return head, content


def _command(*arguments: str) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise GitError(Message("git is not installed"))
    return [program, *_OPTIONS, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    return {**kept, **_ENVIRONMENT}


def _run(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # fixed arguments, no shell
            _command(*arguments),
            cwd=folder,
            capture_output=True,
            check=True,
            timeout=_SECONDS,
            env=_environment(),
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError(Message("git gave no answer")) from error
    return done.stdout
