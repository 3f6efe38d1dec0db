"""Files that commands write and people do not: each is read whole or not at all."""

from __future__ import annotations

from pathlib import Path

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.source import ParsedSource, SourceText, parse_source, read_source

__all__ = ["read_lock"]


def read_lock(
    root: Path, name: str
) -> tuple[SourceText | None, ParsedSource | None, tuple[Diagnostic, ...]]:
    """Return a lock file of a workspace, parsed.

    Args:
        root: Folder of the workspace.
        name: Name of the file.

    Returns:
        Its text, what it holds and no findings; nothing and no findings where there is no
        such file; the text, if it could be read, and what is wrong with it.
    """
    if not (root / name).is_file():
        return None, None, ()
    source, found = read_source(root, Path(name))
    parsed = parse_source(source) if source is not None else None
    if parsed is None or parsed.diagnostics:
        return source, None, parsed.diagnostics if parsed else found
    return source, parsed, ()
