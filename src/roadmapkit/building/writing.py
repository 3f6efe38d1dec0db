"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

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
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
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
    reason = error.strerror or str(error)
    if isinstance(error, PermissionError):
        advice = "close the program that has it open, or choose a folder that can be written to"
    else:
        advice = "free some space or choose another folder with --out"
    return OutputError(f"Cannot write {path}: {reason}; {advice}", path=str(path), reason=reason)
