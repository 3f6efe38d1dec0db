"""Checks of meaning over resolved documents; what a reader would catch before signing."""

from collections.abc import Callable, Iterable, Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Severity
from roadmapkit.lint.engine import Rule, run
from roadmapkit.lint.house import house_rules
from roadmapkit.lint.policy import CODES, Known, Policy, written_baseline
from roadmapkit.lint.rules import RULES
from roadmapkit.lint.subject import Subject
from roadmapkit.load import LoadedWorkspace
from roadmapkit.resolve import ResolvedWorkspace

__all__ = [
    "CODES",
    "RULES",
    "Policy",
    "Rule",
    "Subject",
    "all_rules",
    "policy_of",
    "run_rules",
    "silenceable",
    "written_baseline",
]


def all_rules() -> tuple[Rule, ...]:
    """Return the library's rules and those of the house's installed packages, by code."""
    return (*RULES, *house_rules(frozenset(rule.code.id for rule in RULES)))


def run_rules(
    workspace: ResolvedWorkspace, loaded: LoadedWorkspace, told: Iterable[Diagnostic] = ()
) -> Iterator[Diagnostic]:
    """Yield what the rules find in a workspace.

    Args:
        workspace: The resolved documents.
        loaded: The files that they come from.
        told: What was found before; a rule about text says nothing of the same words.
    """
    return run(all_rules(), Subject(workspace, loaded), told)


def silenceable(diagnostic: Diagnostic) -> bool:
    """Tell whether a house may do without a finding.

    A document cannot be made with an error, unless it is one of a rule; and what is wrong
    with the choice of checks is no finding about a document.
    """
    if diagnostic.code in {code.id for code in CODES}:
        return False
    rules = {rule.code.id for rule in all_rules()}
    return diagnostic.severity is not Severity.ERROR or diagnostic.code in rules


def policy_of(loaded: LoadedWorkspace, codes: Callable[[], Iterable[Code]]) -> Policy:
    """Return which findings a workspace wants to be told.

    Args:
        loaded: The workspace.
        codes: Returns every kind of finding that there is.
    """
    rules = all_rules()
    preview = (rule.code.id for rule in rules if rule.preview)
    known = Known(codes, (rule.code.id for rule in rules), preview)
    return Policy(loaded, known)
