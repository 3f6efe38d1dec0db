"""Files for workers that cannot see the workspace, and what all islands depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from roadmapkit import __version__
from roadmapkit.building.fingerprints import equipment
from roadmapkit.building.islands.cards import Card, attached_to
from roadmapkit.building.islands.partition import Island
from roadmapkit.building.islands.working import Task
from roadmapkit.building.standing_files import StandingFiles
from roadmapkit.load.file_names import (
    BASELINE_NAME,
    FORMS_LOCK_NAME,
    SEALS_NAME,
    TEMPLATES_FOLDER,
)

__all__ = ["Cargo"]

_LOCKS = (FORMS_LOCK_NAME, SEALS_NAME, BASELINE_NAME)


class Cargo:
    """The contents that tasks need on another machine.

    Args:
        root: Folder of the workspace.
        cards: Its files.
    """

    def __init__(self, root: Path, cards: Sequence[Card]) -> None:
        self._root = root
        self._real = root.resolve()
        self._shared = [card.name for card in cards if card.is_shared]
        self._directories = {card.name for card in cards if card.kinds == {"directory"}}
        # Looked at before they are read; what is sent of YAML tells itself what it was.
        self._standing = StandingFiles(
            root, (*self._around, *self._attached(self._shared), TEMPLATES_FOLDER)
        )

    @cached_property
    def common(self) -> Mapping[str, bytes]:
        """What every island may read: settings, directories, locks, templates, schemas."""
        return {**self._everywhere, **self._with_attached(self._shared)}

    @cached_property
    def _everywhere(self) -> Mapping[str, bytes]:
        """What every island reads; directories hold for some of them only, and are many."""
        held = [name for name in self._shared if name not in self._directories]
        return {**self._contents(self._around), **self._with_attached(held)}

    @cached_property
    def _around(self) -> tuple[str, ...]:
        """Names of the locks and of the templates of the house."""
        templates = sorted(self._root.joinpath(TEMPLATES_FOLDER).glob("*.docx"))
        return (*_LOCKS, *(f"{TEMPLATES_FOLDER}/{one.name}" for one in templates))

    def stands(self) -> bool:
        """Tell whether nobody has touched what islands have in common beside their YAML."""
        return self._standing.stand()

    def lacks(self, task: Task, names: Iterable[str]) -> bool:
        """Tell whether one of some files is there and was not sent with a task.

        Args:
            task: The task, with its contents.
            names: Files that its documents have proved to name.
        """
        sent = {*task.files, *(task.common or ())}
        return any(name not in sent and self._exists(name) for name in names)

    def _with_attached(self, names: Sequence[str]) -> dict[str, bytes]:
        return self._contents((*names, *self._attached(names)))

    def _attached(self, names: Sequence[str]) -> Iterator[str]:
        return (found for name in names for found in attached_to(self._root, name))

    @cached_property
    def context(self) -> str:
        """Name of this workspace as it is now, for whoever keeps something of it."""
        return f"{self._real} {self.contents}"

    @cached_property
    def contents(self) -> str:
        """Digest of everything that the islands of the workspace have in common.

        A template or another file that is named may not be a link that leads out of the
        workspace, so it belongs to the digest whether one lies where it seems to.
        """
        digest = hashlib.sha256(f"{__version__}\n".encode())
        read_anywhere = set(self._shared)
        for name, content in sorted(self.common.items()):
            moved = name not in read_anywhere and self._is_moved(name)
            digest.update(f"{len(name)} {name} {len(content)}{' moved' * moved}\n".encode())
            digest.update(content)
        return digest.hexdigest()

    def loaded(self, task: Task) -> Task:
        """Return a task with the contents of its files."""
        own = [name for island, _ in task.islands for name in island.own]
        around = sorted({name for island, _ in task.islands for name in island.common})
        common = {**self._everywhere, **self._with_attached(around)}
        files = self._with_attached(own)
        return replace(task, common=common, files=files, equipment=equipment())

    def can_ship(self, island: Island) -> bool:
        """Tell whether an island is the same elsewhere: no links, nothing that cannot be read."""
        named = (*self._named_by_all, *self._attached(island.own))
        return all(self._is_plain(name) for name in (*island.own, *island.common)) and all(
            self._is_plain(name) or not self._exists(name) for name in named
        )

    @cached_property
    def _named_by_all(self) -> tuple[str, ...]:
        """Names of those files that every island reads and that are not just as they seem."""
        held = [name for name in self._shared if name not in self._directories]
        names = (*self._around, *self._attached(held))
        return tuple(name for name in names if self._exists(name) and not self._is_plain(name))

    def _exists(self, name: str) -> bool:
        path = self._root / name
        return path.is_symlink() or path.exists()

    def _is_moved(self, name: str) -> bool:
        try:
            return (self._root / name).resolve() != self._real / name
        except (OSError, RuntimeError):
            return True

    def _is_plain(self, name: str) -> bool:
        path = self._root / name
        try:
            whole = path.resolve() == self._real / name
            return whole and path.is_file() and self._read(name) is not None
        except (OSError, RuntimeError):
            return False

    def _contents(self, names: Iterable[str]) -> dict[str, bytes]:
        found = ((name, self._read(name)) for name in dict.fromkeys(names))
        return {name: content for name, content in found if content is not None}

    def _read(self, name: str) -> bytes | None:
        try:
            path = self._root / name
            return path.read_bytes() if path.is_file() else None
        except (OSError, ValueError):
            return None
