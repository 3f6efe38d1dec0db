"""The rules, one a file, named by its code."""

from roadmapkit.lint.rules import (
    ord001_registered_incomplete,
    ord002_draft_with_requisites,
    prg001_no_reports,
)

__all__ = ["RULES"]

RULES = (
    ord001_registered_incomplete.RULE,
    ord002_draft_with_requisites.RULE,
    prg001_no_reports.RULE,
)
"""Every rule, by code."""
