"""Which files of a folder are the workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from posixpath import basename, dirname

from roadmapkit.load.file_names import SOURCES

__all__ = ["SETTINGS_NAME", "directory_scope", "discover", "is_directory_file"]

SETTINGS_NAME = "roadmapkit.yaml"
"""Usual name of the file with the settings, at the top of a workspace."""

_AT_THE_TOP = ("roadmapkit", "directory")
_FOLDERS = ("directory", "roadmaps")
_SKIPPED = frozenset({"build", "templates"})


def discover(root: Path) -> tuple[Path, ...]:
    """Return the files of a workspace, relative to *root*, sorted.

    They are ``roadmapkit.yaml``, ``directory.yaml`` or ``directory/*.yaml``, and every
    YAML file below ``roadmaps``. Hidden names, ``build`` and ``templates`` are skipped;
    a folder that links lead to twice, or back into itself, is read once.

    Args:
        root: Folder of the workspace.
    """
    found = [
        path.relative_to(root)
        for path in root.iterdir()
        if path.stem in _AT_THE_TOP and _is_source(path)
    ]
    for name in _FOLDERS:
        found += (path.relative_to(root) for path in _below(root / name))
    return tuple(sorted(found, key=lambda path: path.parts))


def _below(folder: Path) -> Iterator[Path]:
    seen: set[str] = set()
    for place, folders, files in os.walk(folder, followlinks=True):
        here = Path(place)
        real = os.path.realpath(place)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        # In place and sorted: the walk goes on with these, and in this order.
        folders[:] = sorted(name for name in folders if not _is_skipped(name))
        yield from (path for path in map(here.joinpath, sorted(files)) if _is_source(path))


def _is_skipped(name: str) -> bool:
    return name.startswith(".") or name in _SKIPPED


def _is_source(path: Path) -> bool:
    if path.suffix.lower() not in SOURCES or path.name.startswith("."):
        return False
    # A link that leads nowhere is a file that is missing, and reading it will say so.
    return path.is_file() or (path.is_symlink() and not path.is_dir())


def directory_scope(file: str) -> str:
    """Return the folder in which the directory of *file* holds, with all below it.

    ``directory.yaml`` holds where it lies, ``directory/*.yaml`` in the folder above.
    """
    folder = dirname(file)
    return dirname(folder) if basename(folder) == "directory" else folder


def is_directory_file(file: str) -> bool:
    """Tell by its name whether a file is meant to hold a directory."""
    return basename(dirname(file)) == "directory" or basename(file) in (
        "directory.yaml",
        "directory.yml",
    )
