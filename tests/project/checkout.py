"""The files of the checkout, without what tools make."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["ROOT", "files"]

ROOT = Path(__file__).resolve().parents[2]

_MADE = {ROOT / name for name in (".git", ".venv", "build", "dist", ".hypothesis")}
_MADE_ANYWHERE = ("_cache", "__pycache__", ".egg-info")


def files(*endings: str) -> Iterator[Path]:
    """Yield the files of the project whose names end as asked, in order."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(
            name
            for name in folders
            if Path(folder, name) not in _MADE and not name.endswith(_MADE_ANYWHERE)
        )
        for name in sorted(names):
            if name.endswith(endings or ("",)) and not name.endswith(".mo"):
                yield Path(folder, name)
