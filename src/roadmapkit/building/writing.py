"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from roadmapkit.diagnostics import Message
from roadmapkit.errors import OutputError

__all__ = ["write_atomically"]


def write_atomically(path: Path, content: bytes) -> None:
    """Replace *path* by *content*; whatever happens, the former file or the new one is whole.

    Raises:
        OutputError: The folder cannot be made or written to, the disk is full, or
            another program holds the file open.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".roadmapkit-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _output_error(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _set_usual_mode(temporary)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _output_error(path, error) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _set_usual_mode(path: Path) -> None:
    """Give a temporary file, which is private to its owner, the mode of any new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def _output_error(path: Path, error: OSError) -> OutputError:
    reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    message = Message(
        "Cannot write {path}: {reason}; close the program that has it open, free some space, "
        "or choose another folder",
        path=path.as_posix(),
        reason=reason,
    )
    return OutputError(message, path=path.as_posix(), reason=reason)


_NOT_ALLOWED = Message("the file is open in another program, or the folder is read-only")
_NO_FOLDER = Message("a file stands where a folder is needed")
_NO_SPACE = Message("there is no space left on the disk")
_REASONS: Mapping[int, Message] = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EBUSY: _NOT_ALLOWED,
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.EISDIR: Message("a folder stands where the file should be"),
    errno.ENAMETOOLONG: Message("the name is too long for the disk"),
}
"""Usual refusals of a disk in plain words; the system has its own, in its own language."""
