"""Writing a new workspace without touching anything that is there."""

from __future__ import annotations

from pathlib import Path

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError, OutputError, refusal_of
from roadmapkit.scaffold.files import workspace_files

__all__ = ["init_workspace"]


def init_workspace(path: Path, *, year: int) -> tuple[Path, ...]:
    """Make a working workspace and return the files that were created.

    A file that exists is left as it is. The example, which is a plan, the order that
    approves it and the directory that both read, is added only where the folder has
    neither a directory nor a document in ``roadmaps`` yet.

    Args:
        path: Folder of the workspace; made where it is missing.
        year: Year of the example.

    Raises:
        ArgumentError: *path* is a file, or the year is none.
        OutputError: The folder cannot be written to.
    """
    if path.exists() and not path.is_dir():
        message = Message("{path} is a file; name a folder for the workspace", path=path.as_posix())
        raise ArgumentError(message, argument="path", value=str(path))
    files = workspace_files(year)
    with_example = not _has_documents(path)
    created = []
    for name, file in files.items():
        if file.example and not with_example:
            continue
        target = path / name
        if _create(target, file.content):
            created.append(target)
    return tuple(created)


def _has_documents(path: Path) -> bool:
    """Return whether the folder has documents that an example would be mixed with."""
    folders = (path / "roadmaps", path / "directory")
    return (path / "directory.yaml").exists() or any(
        next(folder.rglob("*.y*ml"), None) is not None for folder in folders
    )


def _create(target: Path, content: bytes) -> bool:
    """Write a new file; return False where there is one already, which stays as it is."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        if target.parent.is_dir():
            return False
        raise _refused(target, Message("a file stands where a folder is needed")) from None
    except OSError as error:
        raise _refused(target, refusal_of(error)) from error
    return True


def _refused(target: Path, reason: Message | str) -> OutputError:
    message = Message(
        "Cannot write {path}: {reason}; choose a folder that can be written to",
        path=target.as_posix(),
        reason=reason,
    )
    return OutputError(message, path=str(target), reason=reason)
