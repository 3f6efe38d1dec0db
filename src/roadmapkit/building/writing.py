"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from roadmapkit.diagnostics import Message
from roadmapkit.errors import OutputError, refusal_of

__all__ = ["require_below", "write_atomically", "write_together"]


def require_below(folder: Path, path: Path) -> None:
    """Require that a file really lies in a folder, whatever its name and links say.

    Args:
        folder: The folder; it may be a link itself, for its user has chosen it.
        path: The file, which need not exist yet.

    Raises:
        OutputError: It lies elsewhere, or a link goes in a circle.
    """
    try:
        inside = path.parent.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # Python below 3.13 says so of a link that leads to itself.
        inside = False
    if inside:
        return
    reason = Message("a link or `..` leads out of the output folder")
    message = Message(
        "Cannot write {path}: {reason}; remove the link, or choose another folder",
        path=path.as_posix(),
        reason=reason,
    )
    raise OutputError(message, path=path.as_posix(), reason=reason)


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


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Replace several files; if one cannot be written, those before it get their content back.

    Raises:
        OutputError: One of them cannot be written.
    """
    former: dict[Path, bytes | None] = {}
    try:
        for path, content in contents.items():
            held = path.read_bytes() if path.is_file() else None
            write_atomically(path, content)
            former[path] = held
    except BaseException:
        for path, held in former.items():
            if held is None:
                path.unlink(missing_ok=True)
            else:
                write_atomically(path, held)
        raise


def _set_usual_mode(path: Path) -> None:
    """Give a temporary file, which is private to its owner, the mode of any new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def _output_error(path: Path, error: OSError) -> OutputError:
    reason = refusal_of(error)
    message = Message(
        "Cannot write {path}: {reason}; close the program that has it open, free some space, "
        "or choose another folder",
        path=path.as_posix(),
        reason=reason,
    )
    return OutputError(message, path=path.as_posix(), reason=reason)
