"""What a workspace begins with: files, schema, and every kind of finding."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from roadmapkit.diagnostics import Code

__all__ = ["all_codes", "init_workspace", "json_schema"]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of every kind of document."""
    from roadmapkit.model import json_schema as schema

    return schema()


def init_workspace(path: str | os.PathLike[str], *, year: int) -> tuple[Path, ...]:
    """Make a working workspace: settings, an example, editor and CI.

    Nothing that exists is changed; the example is added only where the folder has
    neither a directory nor a document in ``roadmaps`` yet.

    Args:
        path: Folder of the workspace; made where it is missing.
        year: Year of the example.

    Returns:
        The files that were created.

    Raises:
        ArgumentError: *path* is a file, or the year is none that a document could be about.
        OutputError: The folder cannot be written to.
    """
    from roadmapkit import scaffold

    return scaffold.init_workspace(Path(path), year=year)


def all_codes() -> tuple[Code, ...]:
    """Return every kind of finding that the library knows, by id."""
    from roadmapkit import inspection, verification
    from roadmapkit.building.known_codes import known_codes
    from roadmapkit.scaffold import drafts

    tables = (known_codes(), inspection.CODES, verification.CODES, drafts.CODES)
    return tuple(sorted((code for table in tables for code in table), key=lambda code: code.id))
