"""Which state of the sources a file was made from, and that state brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice

from roadmapkit import __version__
from roadmapkit.building.provenance import sources_digest
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.load import LoadedWorkspace, load_workspace
from roadmapkit.verification import codes
from roadmapkit.verification.git import Commit, Repository, open_repository
from roadmapkit.verification.history import (
    checked_out,
    commits_with,
    digest_at,
    prefixes_of,
)
from roadmapkit.verification.rebuilding import NotRebuiltError, Rebuilt, Wanted, rebuild

__all__ = ["Found", "Made", "find_sources"]

_MOST_REBUILT = 8
"""States with the same sources and other templates that are built to compare."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What a file says that it was made from; each empty where it does not say."""

    sources: tuple[str, ...] = ()
    digest: str = ""
    mark: str = ""
    version: str = ""


@dataclass(slots=True)
class Found:
    """What was found of the sources.

    Attributes:
        commit: The commit that has them, or that was asked for.
        working_copy: Whether the files on the disk are these sources.
        exact: Whether *rebuilt* comes from exactly these sources.
        rebuilt: The document built again, if it could be.
        reason: Why it could not be.
        notes: What else is to be known.
    """

    commit: Commit | None = None
    working_copy: bool = False
    exact: bool = False
    rebuilt: Rebuilt | None = None
    reason: Message | None = None
    notes: list[Diagnostic] = field(default_factory=list)


def find_sources(
    loaded: LoadedWorkspace,
    made: Made,
    wanted: Wanted,
    stack: ExitStack,
    *,
    at: str | None = None,
    on_commit: Progress | None = None,
) -> Found:
    """Find the sources of a file and build its document again from them.

    Args:
        loaded: The workspace as it is.
        made: What the file says.
        wanted: The document.
        stack: Holds the files of a commit as long as they are needed.
        at: Look at this commit and no other.
        on_commit: Told how many commits were looked at, and of how many.

    Raises:
        GitError: There is no commit *at*.
    """
    return _Search(loaded, made, wanted, stack, on_commit).run(at)


class _Search:
    def __init__(
        self,
        loaded: LoadedWorkspace,
        made: Made,
        wanted: Wanted,
        stack: ExitStack,
        on_commit: Progress | None,
    ) -> None:
        self._loaded = loaded
        self._made = made
        self._wanted = wanted
        self._stack = stack
        self._on_commit = on_commit
        self._found = Found()

    def run(self, at: str | None) -> Found:
        found = self._found
        repository = open_repository(self._loaded.root)
        found.working_copy = self._is_working_copy()
        if at is not None:
            self._at(repository, at)
            return found
        commits = self._commits(repository) if self._made.digest else iter(())
        first = next(commits, None)
        if first is not None and repository is not None:
            found.commit = repository.commit(first[0])
        if found.working_copy:
            found.exact = True
            self._rebuild(self._loaded)
            if self._fits() or first is None:
                self._note_uncommitted(repository)
                return found
        if first is not None and repository is not None:
            self._from_history(repository, [first, *islice(commits, _MOST_REBUILT - 1)])
            return found
        if self._made.digest:
            found.notes.append(self._not_found(repository))
        self._rebuild(self._loaded)
        return found

    def _is_working_copy(self) -> bool:
        made, loaded = self._made, self._loaded
        try:
            pairs = [(name, loaded.source_bytes(name)) for name in made.sources]
        except KeyError:
            return False
        return bool(made.digest) and sources_digest(pairs) == made.digest

    def _commits(self, repository: Repository | None) -> Iterator[tuple[str, str]]:
        """Yield commits with the sources, each with the folder of the workspace in it."""
        if repository is None:
            return
        names, digest = self._made.sources, self._made.digest
        seen: set[str] = set()
        for revisions in (("HEAD",), ("--all",)):
            for commit in commits_with(
                repository,
                repository.prefix,
                names,
                digest,
                revisions=revisions,
                on_commit=self._on_commit,
            ):
                if commit not in seen:
                    seen.add(commit)
                    yield commit, repository.prefix
            if seen:
                return
        for prefix in prefixes_of(repository, names):
            for commit in commits_with(
                repository, prefix, names, digest, revisions=("--all",), on_commit=self._on_commit
            ):
                yield commit, prefix

    def _at(self, repository: Repository | None, revision: str) -> None:
        found, made = self._found, self._made
        if repository is None:
            found.reason = Message("there is no git repository to take {at} from", at=revision)
            return
        found.commit = repository.commit(revision)
        prefix, id_ = repository.prefix, found.commit.id
        digest = digest_at(repository, prefix, made.sources, id_) if made.digest else ""
        found.exact = bool(digest) and digest == made.digest
        if made.digest and not found.exact:
            message = Message("The file was not made from the sources of {at}", at=revision)
            hint = Message("Leave --at out to look for the commit")
            found.notes.append(codes.SOURCES_UNKNOWN.at(None, message, hint=hint))
        self._check_out(repository, id_, prefix)

    def _from_history(self, repository: Repository, states: list[tuple[str, str]]) -> None:
        """Build from the commits until one gives the fingerprint; else keep the newest."""
        found = self._found
        found.exact = True
        best: tuple[Rebuilt | None, Message | None] | None = None
        for commit, prefix in states:
            found.rebuilt, found.reason = None, None
            self._check_out(repository, commit, prefix)
            if best is None:
                best = (found.rebuilt, found.reason)
            if self._fits():
                found.commit = repository.commit(commit)
                return
        if best is not None:
            found.rebuilt, found.reason = best

    def _check_out(self, repository: Repository, commit: str, prefix: str) -> None:
        folder = self._stack.enter_context(checked_out(repository, commit, prefix))
        path = folder
        if self._loaded.path != self._loaded.root:
            path = folder / self._loaded.path.name
        if not path.exists():
            self._found.reason = Message("the workspace is not in that commit")
            return
        self._rebuild(load_workspace(path))

    def _rebuild(self, loaded: LoadedWorkspace) -> None:
        try:
            version = self._made.version or __version__
            self._found.rebuilt = rebuild(loaded, self._wanted, version)
        except NotRebuiltError as error:
            self._found.reason = error.reason

    def _fits(self) -> bool:
        rebuilt = self._found.rebuilt
        return rebuilt is not None and rebuilt.mark == self._made.mark

    def _note_uncommitted(self, repository: Repository | None) -> None:
        if repository is None or self._found.commit is not None:
            return
        self._found.notes.append(
            codes.SOURCES_UNKNOWN.at(
                None,
                Message("The sources of the file are those on the disk, and no commit has them"),
                hint=Message("Commit them, so that the file can be traced"),
            )
        )

    def _not_found(self, repository: Repository | None) -> Diagnostic:
        if repository is None:
            message = Message(
                "The sources on the disk are others now, and there is no git repository to look "
                "for those of the file in; differences may come from the sources"
            )
            hint = Message("Run the command in the repository that the file was built in")
        elif repository.shallow:
            message = Message(
                "No commit that is here has the sources of the file, and the repository holds a "
                "part of its history only; differences may come from the sources"
            )
            hint = Message("Fetch the whole history: git fetch --unshallow")
        else:
            message = Message(
                "No commit has the sources of the file: they were never committed, or in another "
                "repository; differences may come from the sources"
            )
            hint = Message("Name the commit to compare with: --at COMMIT")
        return codes.SOURCES_UNKNOWN.at(None, message, hint=hint)
