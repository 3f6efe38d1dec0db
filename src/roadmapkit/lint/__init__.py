"""Checks of meaning over resolved documents; what a reader would catch before signing."""

from collections.abc import Iterator

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.lint.engine import Rule, run
from roadmapkit.lint.rules import RULES
from roadmapkit.resolve import ResolvedWorkspace

__all__ = ["RULES", "Rule", "run_rules"]


def run_rules(workspace: ResolvedWorkspace) -> Iterator[Diagnostic]:
    """Yield what the rules find in a workspace."""
    return run(RULES, workspace)
