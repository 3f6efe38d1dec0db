"""How far a long build is, for somebody who watches."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["BuildProgress"]

_PATIENCE_SECONDS = 1.0


class BuildProgress:
    """A progress bar on standard error that appears when a build takes long.

    Use it as a context manager, and call it as :func:`roadmapkit.build` calls
    ``on_progress``.

    Args:
        title: What stands before the bar.
        shown: Whether somebody watches; nothing is written otherwise.
        patience: Seconds to wait before the bar appears.
    """

    def __init__(self, title: str, *, shown: bool, patience: float = _PATIENCE_SECONDS) -> None:
        self._title = title
        self._shown = shown
        self._appears = time.monotonic() + patience
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> BuildProgress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int, path: str) -> None:
        """Show that *done* of *total* files are written and *path* comes next."""
        if not self._shown or (self._bar is None and time.monotonic() < self._appears):
            return
        if self._bar is None:
            self._start(total)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, file=path)

    def _start(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[file]}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task(self._title, total=total, file="")
        self._bar.start()
