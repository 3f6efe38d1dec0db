"""Files that come with the library: from the installed package or from its checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

__all__ = ["listing", "resource", "table"]


def resource(*parts: str) -> Path:
    """Return the path of a packaged file or folder.

    Args:
        parts: Names below the root, such as ``"templates", "order.docx"``.

    Raises:
        FileNotFoundError: The library has no such file.
    """
    package = Path(__file__).parent
    roots = [package]
    if package.parent.name == "src":
        roots.append(package.parent.parent)
    for root in roots:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))


def listing(home: str, name: str) -> str:
    """Return the text of a data file that comes with a module.

    Args:
        home: The module's ``__file__``.
        name: The file from its folder, such as ``data/names.tsv``.
    """
    return Path(home).parent.joinpath(name).read_text(encoding="utf-8")


def table(home: str, name: str) -> Any:
    """Return a table of words or figures that comes with a module.

    It is written and explained in TOML and read from JSON beside it, which ``tools/tables.py``
    makes: TOML takes Python twenty times as long, a tenth of a check of a small workspace.

    Args:
        home: The module's ``__file__``.
        name: The file from there, without its ending, such as ``data/words``.
    """
    return json.loads(Path(home).parent.joinpath(f"{name}.json").read_bytes())
