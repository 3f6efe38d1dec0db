"""The code blocks of the guides: what a reader copies has to work, and the pictures show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["blocks", "guide_workspace", "readme_plan"]

ROOT = Path(__file__).resolve().parent.parent

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# (\S+\.yaml)\n")


def blocks(page: Path, language: str) -> Iterator[str]:
    """Yield the fenced blocks of a page that are marked with *language*."""
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if match[1] == language:
            yield match[2]


def guide_workspace() -> dict[str, str]:
    """Return the files that the Russian guide has its reader write, by name.

    A block that begins with a comment naming a file is that file; where several pages
    write the same file, the last one stands.
    """
    files: dict[str, str] = {}
    for page in sorted((ROOT / "docs" / "ru").glob("*.md")):
        for block in blocks(page, "yaml"):
            if named := _NAMED.match(block):
                files[named[1]] = block
    return files


def readme_plan() -> str:
    """Return the plan that README shows beside its page."""
    return next(blocks(ROOT / "README.md", "yaml"))
