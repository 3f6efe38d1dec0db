"""The rules, one a file, named by its code."""

from roadmapkit.lint.rules import (
    min001_registered_incomplete,
    ord001_registered_incomplete,
    ord002_draft_with_requisites,
    prg001_no_reports,
    txt009_nothing_verbatim,
)

__all__ = ["RULES"]

RULES = (
    min001_registered_incomplete.RULE,
    ord001_registered_incomplete.RULE,
    ord002_draft_with_requisites.RULE,
    prg001_no_reports.RULE,
    txt009_nothing_verbatim.RULE,
)
"""Every rule, by code."""
