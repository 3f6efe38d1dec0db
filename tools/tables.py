"""Write the tables that the library reads as JSON from the TOML that they are kept in."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

__all__ = ["TABLES", "main", "written"]

PACKAGE = Path(__file__).parents[1] / "src" / "roadmapkit"
TABLES = tuple(
    PACKAGE / name
    for name in (
        "deadlines/dating/data/anchors.toml",
        "deadlines/phrases/data/openers.toml",
        "deadlines/phrases/data/words.toml",
        "deadlines/wording/data/forms.toml",
        "documents/profiles/gost-2016.toml",
        "documents/profiles/gost-2025.toml",
        "resolve/parties/data/words.toml",
    )
)
"""What most checks read; the other tables are read as they are."""


def written(table: Path) -> str:
    """Return what the JSON beside a table is to hold."""
    content = tomllib.loads(table.read_text(encoding="utf-8"))
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the JSON of every table."""
    for table in TABLES:
        table.with_suffix(".json").write_text(written(table), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
