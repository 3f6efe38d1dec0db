"""Finds the commits whose sources a document was made from, and brings their files back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from roadmapkit.building.provenance import sources_digest
from roadmapkit.source import SourceText
from roadmapkit.verification.git import Repository

__all__ = ["Searched", "checked_out", "commits_with", "digest_at", "prefixes_of"]

Searched = Callable[[int, int], None]
"""Told the number of commits looked at, and of all."""

_LARGEST = 10_000_000
_LARGEST_WHOLE = 500_000_000
_AROUND = ("templates", "roadmapkit.yaml", "roadmapkit.yml")
"""What a document depends on besides its sources: a change of it is another state."""
_SKIPPED = frozenset({"build", ".git"})


def commits_with(
    repository: Repository,
    prefix: str,
    names: Sequence[str],
    digest: str,
    *,
    revisions: Sequence[str] = ("HEAD",),
    on_commit: Searched | None = None,
) -> Iterator[str]:
    """Yield the commits whose sources have a digest, the newest first.

    Only commits that touch the sources, or the settings and templates, are looked at, and
    no file is checked out: git is asked for objects.

    Args:
        repository: Where to look.
        prefix: Folder of the workspace at that time, empty or with ``/`` at the end.
        names: Names of the sources in the workspace.
        digest: The digest.
        revisions: Where to begin.
        on_commit: Told how far it is.
    """
    if not names:
        return
    paths = [f":(top,literal){prefix}{name}" for name in (*names, *_AROUND)]
    commits = repository.commits(revisions, paths)
    reader = _Digests(repository, prefix, names)
    asked = (f"{commit}:{prefix}{name}" for commit in commits for name in names)
    objects = repository.objects(asked)
    for index, commit in enumerate(commits):
        if on_commit is not None:
            on_commit(index, len(commits))
        found = [next(objects) for _ in names]
        if all(id_ and size <= _LARGEST for id_, size in found) and (
            reader.digest([id_ for id_, _ in found]) == digest
        ):
            yield commit


def digest_at(repository: Repository, prefix: str, names: Sequence[str], commit: str) -> str:
    """Return the digest of sources at a commit, empty where one of them is not there."""
    found = list(repository.objects(f"{commit}:{prefix}{name}" for name in names))
    if not names or not all(id_ and size <= _LARGEST for id_, size in found):
        return ""
    return _Digests(repository, prefix, names).digest([id_ for id_, _ in found])


def prefixes_of(repository: Repository, names: Sequence[str]) -> tuple[str, ...]:
    """Return other folders in which the workspace has been, going by a source's path."""
    if not names:
        return ()
    ends = {path.removesuffix(names[0]) for path in repository.paths_ending(names[0])}
    return tuple(sorted(ends - {repository.prefix}))


class _Digests:
    """Digests of states, of which neighbours share most files."""

    def __init__(self, repository: Repository, prefix: str, names: Sequence[str]) -> None:
        self._repository = repository
        self._names = names
        self._prefix = prefix
        self._held: dict[str, tuple[str, bytes]] = {}
        self._known: dict[tuple[str, ...], str] = {}

    def digest(self, objects: Sequence[str]) -> str:
        key = tuple(objects)
        if key not in self._known:
            pairs = list(zip(self._names, objects, strict=True))
            missing = [(n, id_) for n, id_ in pairs if self._held.get(n, ("",))[0] != id_]
            contents = self._repository.contents(id_ for _, id_ in missing)
            for (name, id_), content in zip(missing, contents, strict=True):
                self._held[name] = (id_, _text(name, content))
            self._known[key] = sources_digest((name, self._held[name][1]) for name, _ in pairs)
        return self._known[key]


def _text(name: str, content: bytes) -> bytes:
    """Return a file as its digest is taken: UTF-8 without a mark, with plain line ends."""
    text = content.decode("utf-8-sig", "surrogateescape")
    lines = SourceText.from_string(name, text).lines
    return "\n".join(lines).encode("utf-8", "surrogateescape")


@contextmanager
def checked_out(repository: Repository, commit: str, prefix: str) -> Iterator[Path]:
    """Give a temporary folder with the workspace as it was at a commit.

    Attributes and filters of git have no say in it: the files are as they were committed.
    A link is made only where it leads to a file of the same workspace.
    """
    with TemporaryDirectory(prefix="roadmapkit-", ignore_cleanup_errors=True) as name:
        root = Path(name).resolve()
        wanted = [
            (blob, PurePosixPath(blob.path.removeprefix(prefix)))
            for blob in repository.files(commit, prefix)
        ]
        kept = [(blob, path) for blob, path in wanted if _is_wanted(path)]
        sizes = [size for _, size in repository.objects(blob.object for blob, _ in kept)]
        small, whole = [], 0
        for (blob, path), size in zip(kept, sizes, strict=True):
            whole += size
            if size <= _LARGEST and whole <= _LARGEST_WHOLE:
                small.append((blob, path))
        contents = repository.contents(blob.object for blob, _ in small)
        for (blob, path), content in zip(small, contents, strict=True):
            _put(root, path, blob.mode, content)
        yield root


def _is_wanted(path: PurePosixPath) -> bool:
    parts = path.parts
    usual = bool(parts) and parts[0] not in _SKIPPED and not path.is_absolute()
    return usual and ".." not in parts and not any(":" in part or "\\" in part for part in parts)


def _put(root: Path, path: PurePosixPath, mode: str, content: bytes) -> None:
    target = root.joinpath(*path.parts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.parent.resolve().is_relative_to(root):
            return
        if mode == "120000":
            led = (target.parent / content.decode("utf-8")).resolve()
            if led.is_relative_to(root):
                target.symlink_to(content.decode("utf-8"))
        else:
            target.write_bytes(content)
    except (OSError, ValueError):
        return  # a name that this system cannot have; what needs the file will say so
