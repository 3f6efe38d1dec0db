"""Whether somebody saves a file while an answer is made of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

__all__ = ["StandingFiles"]

_State = tuple[int, int, int, int] | None


class StandingFiles:
    """Files, looked at before they are read.

    Times of files make an answer be forgotten here, and never believed: whoever saves a file
    and puts it back has changed its times, though not its contents.

    Args:
        root: Folder of the workspace.
        names: Files and folders below it, whether they exist or not.
    """

    def __init__(self, root: Path, names: Iterable[str]) -> None:
        self._root = root
        self._states = {name: self._state(name) for name in names}

    def stand(self) -> bool:
        """Tell whether nobody has touched any of them since."""
        return all(self._state(name) == state for name, state in self._states.items())

    def _state(self, name: str) -> _State:
        try:
            found = (self._root / name).stat()
        except (OSError, ValueError):
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
