"""The Word templates of a house: which there are, what they may print, what is wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.api.workspaces import Workspace

if TYPE_CHECKING:
    from roadmapkit.building import ListedTemplate
    from roadmapkit.diagnostics import Diagnostic
    from roadmapkit.rendering import TemplateField

__all__ = ["check_template", "copy_template", "list_templates", "template_fields"]


def list_templates(workspace: Workspace) -> tuple[ListedTemplate, ...]:
    """Return the packaged templates and those of the house, and which are in use.

    Args:
        workspace: What :func:`open_workspace` gave.
    """
    from roadmapkit import building

    return building.list_templates(workspace.root / "templates")


def copy_template(kind: str, to: str | os.PathLike[str], *, force: bool = False) -> Path:
    """Copy a packaged template, for a house to change it in Word.

    Args:
        kind: Name of the template, such as ``order``.
        to: Folder, usually ``templates`` of a workspace.
        force: Replace a file that is there.

    Returns:
        The file.

    Raises:
        ArgumentError: There is no such template, or the file is there already.
        OutputError: The file cannot be written.
    """
    from roadmapkit import building

    return building.copy_template(kind, Path(to), force=force)


def template_fields(kind: str) -> tuple[TemplateField, ...]:
    """Return every field that a template may print, with type, meaning and example.

    Args:
        kind: Name of the template, such as ``order``.

    Raises:
        ArgumentError: There is no such template.
    """
    from roadmapkit import building

    return building.explain_fields(kind)


def check_template(file: str | os.PathLike[str], kind: str | None = None) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with a Word template, each with its place.

    Args:
        file: The template.
        kind: What it is to print; by default what its properties or its name say.

    Raises:
        ArgumentError: There is no such kind, or nothing says what the template prints.
    """
    from roadmapkit import building

    return building.check_template_file(Path(file), kind)
