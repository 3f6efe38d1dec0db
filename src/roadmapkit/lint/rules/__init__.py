"""The rules, one a file, named by its code."""

from roadmapkit.lint.rules import ord001_registered_incomplete

__all__ = ["RULES"]

RULES = (ord001_registered_incomplete.RULE,)
"""Every rule, by code."""
