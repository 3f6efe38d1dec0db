"""A workspace that was opened: its files are read when somebody asks for them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import WorkspaceError
from roadmapkit.lazily import regex

if TYPE_CHECKING:
    from roadmapkit.building.islands.survey import Survey
    from roadmapkit.load import LoadedWorkspace

__all__ = ["Workspace", "open_workspace"]

_LINE_END = regex(r"\r\n|\n|\r")
"""As everywhere in the library; the module that reads sources loads all of YAML."""


@dataclass(frozen=True)
class Workspace:
    """An opened workspace.

    Its files are read and validated, once, when :attr:`loaded` is first asked for. A check
    or a build of a large one reads them part by part instead and asks for none of it.

    Attributes:
        root: The folder.
        path: What was opened: the folder, or a single file of it.
    """

    root: Path
    path: Path = field(repr=False)

    @cached_property
    def loaded(self) -> LoadedWorkspace:
        """The documents of the workspace."""
        from roadmapkit.load import load_workspace

        return load_workspace(self.path)

    @property
    def is_loaded(self) -> bool:
        """Whether all files have been read already."""
        return "loaded" in self.__dict__

    def with_loaded(self, loaded: LoadedWorkspace) -> Workspace:
        """Return the workspace with other documents in place of its own."""
        changed = Workspace(self.root, self.path)
        changed.__dict__["loaded"] = loaded
        return changed

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files themselves; :func:`check` finds the rest."""
        return self.loaded.diagnostics

    @property
    def default_output(self) -> Path:
        """The folder that :func:`build` writes to where none is named."""
        return self.root / "build"

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Names of the source files, sorted."""
        from roadmapkit.load import discover

        if self.is_loaded or self.path != self.root:
            return self.loaded.files
        return tuple(sorted(file.as_posix() for file in discover(self.root)))

    @cached_property
    def survey(self) -> Survey:
        """The files at a glance, and how a large workspace is divided."""
        from roadmapkit.building.islands.survey import Survey

        return Survey(self.root)

    @cached_property
    def locale(self) -> str | None:
        """The language that the settings ask for, if they do."""
        if self.is_loaded or self.path != self.root:
            return self.loaded.settings.locale
        from roadmapkit.building.islands.survey import settings_part
        from roadmapkit.load import load_workspace

        loaded = load_workspace(self.root, part=settings_part(self.root, self.files))
        return loaded.settings.locale

    def note_locale(self, locale: str | None) -> None:
        """Note what the settings are known to say."""
        self.__dict__["locale"] = locale

    @property
    def is_empty(self) -> bool:
        """Whether there is no document, and nothing wrong either."""
        if not self.is_loaded and self.path == self.root:
            from roadmapkit.building.islands.cards import read_card

            if any(read_card(self.root, name).ids for name in self.files):
                return False
        return not self.loaded.documents and not self.diagnostics

    @property
    def has_reviewed_forms(self) -> bool:
        """Whether there is a lock of forms."""
        from roadmapkit.load.file_names import FORMS_LOCK_NAME

        return (self.root / FORMS_LOCK_NAME).is_file()

    def source_lines(self, file: str) -> tuple[str, ...] | None:
        """Return the lines of a source file, named as in a span; None for no such file."""
        if self.is_loaded or self.path != self.root:
            return self.loaded.source_lines(file)
        try:
            text = (self.root / file).read_bytes().decode("utf-8-sig")
        except (OSError, ValueError):
            return None
        return tuple(_LINE_END.split(text))


def open_workspace(path: str | os.PathLike[str] = ".") -> Workspace:
    """Open a workspace: a folder, or a single YAML file.

    Args:
        path: The folder, or the file.

    Raises:
        WorkspaceError: There is no such folder or file.
    """
    place = Path(path)
    if not place.exists():
        message = Message(
            "There is no {path}; give a folder with roadmaps or a YAML file", path=str(place)
        )
        raise WorkspaceError(message, path=str(place))
    return Workspace(place.parent if place.is_file() else place, place)
