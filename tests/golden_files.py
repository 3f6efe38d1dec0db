"""Golden files: what a person has read once and later runs are held against."""

from __future__ import annotations

from pathlib import Path

__all__ = ["Golden"]


class Golden:
    """Files that a person has read, which later runs are held against."""

    def __init__(self, *, update: bool) -> None:
        self._update = update

    def check(self, path: Path, text: str) -> None:
        """Hold *text* against the golden file, or write it with ``--update-golden``."""
        if self._update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no {path.name} yet: read it, then run with --update-golden"
        assert text == path.read_text(encoding="utf-8"), "if this is meant: --update-golden"
