"""Tables of the package: closed classes of words that grammar treats in a way of its own."""

from __future__ import annotations

from functools import cache

from roadmapkit.resources import listing

__all__ = ["table", "words"]


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``data/<name>.tsv``, without comments and blank lines."""
    text = listing(__file__, f"data/{name}.tsv")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def words(name: str, kind: str | None = None) -> frozenset[str]:
    """Return the first column of ``data/<name>.tsv``.

    Args:
        name: Name of the table.
        kind: Value that the second column must have; None takes every row.
    """
    return frozenset(row[0] for row in table(name) if kind is None or row[1] == kind)
