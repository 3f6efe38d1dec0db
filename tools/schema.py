"""Write the published JSON Schema from the models."""

from __future__ import annotations

import json
from pathlib import Path

from roadmapkit.model import json_schema

__all__ = ["main"]

TARGET = Path(__file__).resolve().parent.parent / "schemas" / "roadmapkit.schema.json"


def main() -> None:
    """Rewrite the schema that is committed."""
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    TARGET.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
