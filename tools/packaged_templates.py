"""Write what is asked of a house's templates from the packaged ones."""

from __future__ import annotations

import json
from pathlib import Path

from roadmapkit.building.house_templates import template_kinds
from roadmapkit.rendering.requirements import fields_of_packaged

__all__ = ["TARGET", "main", "written"]

TARGET = (
    Path(__file__)
    .resolve()
    .parents[1]
    .joinpath("src", "roadmapkit", "rendering", "data", "packaged_templates.json")
)


def written() -> str:
    """Return what the table is to hold."""
    found = {kind: fields_of_packaged(kind) for kind in sorted(template_kinds())}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the table."""
    TARGET.write_text(written(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
