"""The code blocks of the guides: what a reader copies has to work, and the pictures show it.

``python tools/guide_samples.py`` writes again what the check says about faulty samples.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import roadmapkit
from roadmapkit.report import format_summary, format_text

__all__ = ["blocks", "findings_shown", "guide_pages", "guide_workspace", "main", "readme_plan"]

ROOT = Path(__file__).resolve().parent.parent

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# (\S+\.yaml)\n")
_FAULTY = re.compile(r"(^```yml\n(.*?)^```$.*?^```text\n)(.*?)(^```$)", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> Iterator[str]:
    """Yield the fenced blocks of a page that are marked with *language*."""
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if match[1] == language:
            yield match[2]


def guide_pages() -> list[Path]:
    """Return the pages of the Russian guide in the order of reading."""
    return sorted((ROOT / "docs" / "ru").glob("[0-9]*.md"))


def guide_workspace(last: Path | None = None) -> dict[str, str]:
    """Return the files that the Russian guide has its reader write, by name.

    A block that begins with a comment naming a file is that file; where several pages
    write the same file, the last one stands.

    Args:
        last: Page that the reader has come to; the end of the guide by default.
    """
    files: dict[str, str] = {}
    for page in guide_pages():
        for block in blocks(page, "yaml"):
            if named := _NAMED.match(block):
                files[named[1]] = block
        if page == last:
            break
    return files


def readme_plan() -> str:
    """Return the plan that README shows beside its page."""
    return next(blocks(ROOT / "README.md", "yaml"))


def findings_shown(page: str) -> str:
    """Return a page with what the check says, in Russian, under each faulty sample.

    A faulty sample is a block marked ``yml``; the next block marked ``text`` is about it.
    """
    return _FAULTY.sub(lambda match: match[1] + _findings(match[2]) + match[4], page)


def _findings(sample: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "plan.yaml")
        file.write_text(sample, encoding="utf-8")
        workspace = roadmapkit.open_workspace(file)
        found = roadmapkit.check(workspace).diagnostics
    said = [*format_text(found, workspace.source_lines, language="ru")]
    return "\n".join([*said, format_summary(found, language="ru"), ""])


def main() -> None:
    """Bring the messages that the guide quotes up to date."""
    for page in guide_pages():
        text = page.read_text(encoding="utf-8")
        if (shown := findings_shown(text)) != text:
            page.write_text(shown, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
