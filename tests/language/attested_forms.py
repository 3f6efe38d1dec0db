"""Sets of forms, each written before the first run of the rules that it tried."""

from __future__ import annotations

from pathlib import Path

__all__ = ["NAMES", "PHRASES", "rows"]

_FOLDER = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    """Return the rows of a table without its heading."""
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


PHRASES = [
    row
    for name in ("phrases_second", "forms_third", "forms_fourth", "forms_fifth")
    for row in rows(f"{name}.tsv")
]
NAMES = [row for name in ("names_third", "names_fourth") for row in rows(f"{name}.tsv")]
