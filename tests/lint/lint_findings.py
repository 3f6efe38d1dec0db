"""Findings of the rules for a workspace given as text."""

from __future__ import annotations

from pathlib import Path

from roadmapkit import check, open_workspace

__all__ = ["findings"]


def findings(folder: Path, text: str, code: str) -> list[str]:
    """Return the English messages of one code for a workspace of one file."""
    file = folder / "workspace.yaml"
    file.write_text(text, encoding="utf-8")
    diagnostics = check(open_workspace(file)).diagnostics
    return [str(item.message) for item in diagnostics if item.code == code]
