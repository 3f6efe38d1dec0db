"""Workspaces in git, their documents built, and the edits that somebody makes in Word."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table

import roadmapkit
from roadmapkit.verification import Verification

__all__ = [
    "ROOT",
    "built",
    "commit_all",
    "edited",
    "git",
    "longest_table",
    "places",
    "verified",
]

ROOT = Path(__file__).parents[2]
"""The checkout, whose roadmaps are the examples."""

_WHO = {
    "GIT_AUTHOR_NAME": "Методист",
    "GIT_AUTHOR_EMAIL": "author@example.org",
    "GIT_COMMITTER_NAME": "Методист",
    "GIT_COMMITTER_EMAIL": "author@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> str:
    """Run git and return what it says."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **_WHO},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def commit_all(folder: Path, message: str) -> str:
    """Commit everything; make the repository first where there is none. Return the hash."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")
        (folder / ".gitignore").write_text("build/\n", encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def built(root: Path, id_: str, file: str = "") -> Path:
    """Build a document and return its file, the one whose name ends so."""
    result = roadmapkit.build(roadmapkit.open_workspace(root), [id_])
    assert result.ok, [str(item.message) for item in result.diagnostics]
    return next(item.path for item in result.written if item.path.stem.endswith(file or id_))


def edited(file: Path, edit: Callable[[Document], object], name: str = "edited.docx") -> Path:
    """Save a copy of a document as Word would after an edit, beside it, and return it."""
    document = docx.Document(str(file))
    edit(document)
    copy = file.with_name(name)
    document.save(str(copy))
    return copy


def verified(file: Path, root: Path) -> Verification:
    """Verify a file against a workspace."""
    return roadmapkit.verify_document(file, roadmapkit.open_workspace(root))


def places(found: Verification) -> list[tuple[str, str]]:
    """Return kind and line of the YAML of each difference."""
    return [(item.kind, item.place.line if item.place else "") for item in found.differences]


def longest_table(document: Document) -> Table:
    """Return the table with most rows."""
    return max(document.tables, key=lambda table: len(table.rows))
