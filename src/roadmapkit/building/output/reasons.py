"""Why a file cannot be written, what stands in the way, and the way out."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from roadmapkit.diagnostics import Message
from roadmapkit.errors import OutputError, refusal_of

__all__ = ["led_elsewhere", "output_error"]

_NO_SUCH_LETTERS = Message("the locale has no such letters for names of files")
_UTF8 = Message("Set PYTHONUTF8=1 in the environment")
_REMOVE_LINK = Message("Remove the link")
_MOVE = Message("Move it or give it another name")
_SHORTER = Message("Give the document a shorter name")
_ALLOW = Message("Allow writing there")
_FREE_SPACE = Message("The former files are whole; free some space")

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM})
_IN_THE_WAY = frozenset({errno.ENOTDIR, errno.EEXIST, errno.ENOENT, errno.ELOOP})


def output_error(path: Path, error: OSError | UnicodeError, *, begun: bool = True) -> OutputError:
    """Return what is said where a file cannot be written.

    Args:
        path: The file.
        error: What the system says.
        begun: Something could be written beside it; otherwise the folder has refused that.
    """
    if isinstance(error, UnicodeError):
        return _error(path, _NO_SUCH_LETTERS, cause="", hint=_UTF8)
    number = error.errno or 0
    if number in _FULL:
        return _error(path, refusal_of(error), cause="", hint=_FREE_SPACE)
    if number == errno.EROFS:
        return _error(path, refusal_of(error), cause="", hint=_ALLOW)
    if number in _IN_THE_WAY and (obstacle := _obstacle(path)) is not None:
        return _obstructed(path, obstacle)
    if number in _NOT_ALLOWED and not begun:
        folder = next((one for one in path.parents if one.exists()), path.parent)
        reason = Message(
            "the folder {folder} is read-only, or you may not write there", folder=folder
        )
        return _error(path, reason, cause=str(folder), hint=_ALLOW)
    hints = {errno.EISDIR: _MOVE, errno.ENAMETOOLONG: _SHORTER}
    return _error(path, refusal_of(error), hint=hints.get(number))


def led_elsewhere(folder: Path, path: Path) -> OutputError:
    """Return what is said where a file would lie elsewhere than it seems to.

    Args:
        folder: The output folder.
        path: The file.
    """
    between = [one for one in path.parents if one.is_relative_to(folder) and one != folder]
    link = next((one for one in reversed(between) if one.is_symlink()), None)
    if link is None and (obstacle := _obstacle(path)) is not None:
        return _obstructed(path, obstacle)
    if link is None:
        reason = Message("a link or `..` leads out of the output folder")
        return _error(path, reason, hint=_REMOVE_LINK)
    reason = Message("the link {link} leads out of the output folder", link=link)
    return _error(path, reason, cause=str(link), hint=_REMOVE_LINK)


def _obstacle(path: Path) -> Path | None:
    """Return what stands where a folder of a file should be, None where nothing does."""
    nearest = next((one for one in path.parents if os.path.lexists(one)), None)
    return nearest if nearest is not None and not nearest.is_dir() else None


def _obstructed(path: Path, obstacle: Path) -> OutputError:
    if obstacle.is_symlink():
        reason = Message("the link {link} leads to no folder", link=obstacle)
        return _error(path, reason, cause=str(obstacle), hint=_REMOVE_LINK)
    reason = Message("{file} is a file, and a folder is needed in its place", file=obstacle)
    return _error(path, reason, cause=str(obstacle), hint=_MOVE)


def _error(
    path: Path, reason: Message | str, *, cause: str | None = None, hint: Message | None = None
) -> OutputError:
    """Return the exception; its message says all of it to whoever calls the library."""
    values = {"path": path.as_posix(), "reason": reason}
    message = Message(
        "Cannot write {path}: {reason}; close the program that has it open, free some space, "
        "or choose another folder",
        **values,
    )
    if hint is not None:
        message = Message("Cannot write {path}: {reason}. {way_out}", way_out=hint, **values)
    return OutputError(message, path=path.as_posix(), reason=reason, cause=cause, hint=hint)
