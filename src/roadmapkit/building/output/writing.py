"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from roadmapkit.building.output.reasons import led_elsewhere, output_error

__all__ = ["move_into_place", "require_below", "write_atomically", "write_together"]


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
    except (OSError, RuntimeError, UnicodeError):
        # Python below 3.13 says so of a link that leads to itself.
        inside = False
    if not inside:
        raise led_elsewhere(folder, path)


def write_atomically(
    path: Path, content: bytes | Iterable[bytes], *, unfinished: str | None = None
) -> None:
    """Replace *path* by *content*; whatever happens, the former file or the new one is whole.

    Args:
        path: The file.
        content: What it is to hold, or pieces of that, one behind the other.
        unfinished: Name of the file beside it that is written first; nobody else may use
            it. By default a name is chosen.

    Raises:
        OutputError: The folder cannot be made or written to, the disk is full, or
            another program holds the file open.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = _begun(path.parent, unfinished)
    except (OSError, UnicodeError) as error:
        raise output_error(path, error, begun=False) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            os.fsync(file.fileno())
        _set_usual_mode(temporary)
        temporary.replace(path)
    except (OSError, UnicodeError) as error:
        temporary.unlink(missing_ok=True)
        raise output_error(path, error) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def move_into_place(path: Path, ready: Path, *, unfinished: str | None = None) -> None:
    """Give a file that is whole on the disk its name; the former one is whole until then.

    Args:
        path: The name.
        ready: The file; where it cannot be moved, as to another disk, its content is written.
        unfinished: As for :func:`write_atomically`.

    Raises:
        OutputError: As for :func:`write_atomically`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ready.replace(path)
    except OSError as error:
        try:
            content = ready.read_bytes()
        except OSError:
            raise output_error(path, error) from error
        write_atomically(path, content, unfinished=unfinished)


def _begun(folder: Path, unfinished: str | None) -> tuple[int, str]:
    """Return a new file, open for writing and private to its owner, and its path."""
    if unfinished is None:
        return tempfile.mkstemp(prefix=".roadmapkit-", suffix=".part", dir=folder)
    name = folder / unfinished
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0), 0o600), os.fspath(name)


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
