"""Where the workspace is, and how its files are named from where the reader stands."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from roadmapkit.cli.parameters import Option
from roadmapkit.diagnostics import Diagnostic, Message, Span

if TYPE_CHECKING:
    from roadmapkit.cli.session import Session

__all__ = ["Viewpoint", "find_workspace", "shown_path", "workspace_option"]

_MARKS = ("roadmapkit.yaml", "roadmaps")


def workspace_option(session: Session) -> Option:
    """Return ``--workspace``."""
    return Option(
        session,
        "-w",
        "--workspace",
        "path",
        metavar=session.say(Message("PATH")),
        about=Message(
            "Folder of the workspace, or a single YAML file; by default the nearest folder "
            "from here upwards that has roadmapkit.yaml or roadmaps"
        ),
    )


def find_workspace(start: Path) -> Path:
    """Return the nearest folder from *start* upwards that looks like a workspace.

    The search does not leave the git repository; where nothing is found it is *start*.
    """
    for folder in (start, *start.parents):
        if (folder / _MARKS[0]).is_file() or (folder / _MARKS[1]).is_dir():
            return folder
        if (folder / ".git").exists():
            break
    return start


def shown_path(path: PurePath, base: Path) -> str:
    """Return *path* as seen from the folder *base* or in full, whichever is shorter, with ``/``.

    Args:
        path: An absolute path.
        base: An absolute path of a folder.
    """
    try:
        relative = PurePath(os.path.relpath(path, base)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()
    return min(relative, path.as_posix(), key=len)


class Viewpoint:
    """Names the files of a workspace as the reader's terminal or repository knows them.

    Args:
        root: Folder of the workspace.
        base: Where the reader stands.
    """

    def __init__(self, root: Path, base: Path) -> None:
        self._base = base.resolve()
        shown = shown_path(root.resolve(), self._base)
        self._prefix = "" if shown == "." else f"{shown}/"

    def outside(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return findings whose files are named from the reader's place."""
        return [
            replace(
                item,
                message=self._told(item.message),
                hint=self._told(item.hint) if item.hint is not None else None,
                span=self._seen(item.span) if item.span is not None else None,
                fix=tuple(replace(edit, span=self._seen(edit.span)) for edit in item.fix),
            )
            for item in diagnostics
        ]

    def file(self, name: str) -> str:
        """Return the name of a file of the workspace from the reader's place."""
        return self._prefix + name

    def _seen(self, span: Span) -> Span:
        return replace(span, file=self.file(span.file))

    def _told(self, message: Message) -> Message:
        """Return a message whose paths, and those of messages in it, are seen from here."""
        seen: dict[str, str | Message] = {}
        for name, value in message.args.items():
            if isinstance(value, PurePath):
                seen[name] = shown_path(value, self._base)
            elif isinstance(value, Message):
                seen[name] = self._told(value)
        return message.filled(**seen) if seen else message

    def inside(self, file: str) -> str:
        """Return the name of a file in the workspace."""
        return file.removeprefix(self._prefix)
