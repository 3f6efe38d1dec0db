"""The files of a new workspace, as bytes by name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from types import MappingProxyType

from roadmapkit import __version__
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.resources import resource

__all__ = ["SCHEMA_FILE", "YEARS", "ScaffoldFile", "workspace_files"]

SCHEMA_FILE = "schemas/roadmapkit.schema.json"

YEARS = range(1992, 2200)
"""Years that an example can be about."""


@dataclass(frozen=True, slots=True)
class ScaffoldFile:
    """A file of a new workspace.

    Attributes:
        content: Its bytes.
        example: It belongs to the example, which is added only where there are no documents.
    """

    content: bytes
    example: bool = False


# Name in the workspace, name of the text in the package, part of the example or not.
# The texts carry no leading dots: a .gitignore here would hide files of the package.
_TEXTS = (
    ("README.md", "readme.md", False),
    ("roadmapkit.yaml", "settings.yaml", False),
    ("directory.yaml", "directory.yaml", True),
    ("roadmaps/plan-{year}.yaml", "plan.yaml", True),
    (".vscode/settings.json", "vscode-settings.json", False),
    (".vscode/extensions.json", "vscode-extensions.json", False),
    (".gitignore", "gitignore.txt", False),
    (".github/workflows/documents.yml", "github-workflow.yml", False),
    (".gitlab-ci.yml", "gitlab-ci.yml", False),
)


def workspace_files(year: int) -> Mapping[str, ScaffoldFile]:
    """Return every file of a new workspace by its name, with ``/``.

    Args:
        year: Year of the example.

    Raises:
        ArgumentError: The year is none that a document could be about.
    """
    if year not in YEARS:
        raise ArgumentError(
            Message(
                "{value!r} is no year from {first} to {last}",
                value=year,
                first=YEARS[0],
                last=YEARS[-1],
            ),
            argument="year",
            value=year,
        )
    values = _values(year)
    files = {
        name.format(year=year): ScaffoldFile(_filled(text, values).encode("utf-8"), example)
        for name, text, example in _TEXTS
    }
    files[SCHEMA_FILE] = ScaffoldFile(_schema())
    return MappingProxyType(files)


def _values(year: int) -> dict[str, str]:
    """Return what the marks ``@name@`` of the texts stand for."""
    return {
        "year": str(year),
        "next": str(year + 1),
        "appointed": date(year - 3, 9, 1).isoformat(),
        "signing": _weekday(date(year, 1, 19)).isoformat(),
        "version": __version__,
    }


def _weekday(day: date) -> date:
    """Return *day*, or the Monday after it where it is a Saturday or a Sunday."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _filled(text: str, values: Mapping[str, str]) -> str:
    content = resource("scaffold", "data", text).read_text(encoding="utf-8")
    # Neither str.format nor string.Template: YAML and workflows are full of { and $.
    return reduce(lambda filled, name: filled.replace(f"@{name}@", values[name]), values, content)


def _schema() -> bytes:
    from roadmapkit.model import json_schema

    return f"{json.dumps(json_schema(), ensure_ascii=False, indent=2)}\n".encode()
