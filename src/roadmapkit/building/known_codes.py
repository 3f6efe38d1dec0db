"""Every kind of finding that the library knows."""

from __future__ import annotations

from roadmapkit.diagnostics import Code

__all__ = ["known_codes"]


def known_codes() -> tuple[Code, ...]:
    """Return the codes of all packages and rules, by id."""
    from roadmapkit import (
        building,
        deadlines,
        documents,
        exports,
        language,
        lint,
        load,
        rendering,
        resolve,
        source,
    )

    tables = (
        source.CODES,
        load.CODES,
        deadlines.CODES,
        language.CODES,
        resolve.CODES,
        lint.CODES,
        documents.CODES,
        exports.CODES,
        rendering.CODES,
        building.CODES,
        tuple(rule.code for rule in lint.all_rules()),
    )
    return tuple(sorted((code for table in tables for code in table), key=lambda code: code.id))
