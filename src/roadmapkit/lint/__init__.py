"""Checks of meaning over resolved documents; what a reader would catch before signing."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from roadmapkit.diagnostics import Code, Diagnostic, Severity
from roadmapkit.lint.engine import Rule, run
from roadmapkit.lint.house import house_rules
from roadmapkit.lint.policy import CODES, Known, Policy, written_baseline
from roadmapkit.lint.rules import modules, rules_for
from roadmapkit.lint.subject import Subject
from roadmapkit.load import LoadedWorkspace
from roadmapkit.resolve import ResolvedWorkspace

if TYPE_CHECKING:
    from roadmapkit.lint.rules import RULES

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
    from roadmapkit.lint.rules import RULES

    return (*RULES, *_of_house())


def _of_house() -> tuple[Rule, ...]:
    return house_rules(frozenset(modules()))


def run_rules(
    workspace: ResolvedWorkspace,
    loaded: LoadedWorkspace,
    told: Iterable[Diagnostic] = (),
    wanted: Callable[[str], bool] = lambda code: True,
) -> Iterator[Diagnostic]:
    """Yield what the rules find in a workspace.

    Args:
        workspace: The resolved documents.
        loaded: The files that they come from.
        told: What was found before; a rule about text says nothing of the same words.
        wanted: Tells whether a code is; a rule whose findings nobody is told is not run.
    """
    kinds = {document.model.kind for document in workspace.documents.values()}
    rules = [rule for rule in (*rules_for(kinds), *_of_house()) if wanted(rule.code.id)]
    return run(rules, Subject(workspace, loaded), told)


def silenceable(diagnostic: Diagnostic) -> bool:
    """Tell whether a house may do without a finding.

    A document cannot be made with an error, unless it is one of a rule; and what is wrong
    with the choice of checks is no finding about a document.
    """
    if diagnostic.code in {code.id for code in CODES}:
        return False
    return diagnostic.severity is not Severity.ERROR or diagnostic.code in _codes()


def policy_of(loaded: LoadedWorkspace, codes: Callable[[], Iterable[Code]]) -> Policy:
    """Return which findings a workspace wants to be told.

    Args:
        loaded: The workspace.
        codes: Returns every kind of finding that there is.
    """
    return Policy(loaded, Known(codes, _codes(), _previewed(loaded)))


def _codes() -> frozenset[str]:
    """Return the codes of all rules; those of the library need not be loaded for it."""
    return frozenset((*modules(), *(rule.code.id for rule in _of_house())))


def _previewed(loaded: LoadedWorkspace) -> Iterator[str]:
    """Yield the codes of the rules in preview among those that may have found something."""
    kinds = {item.model.kind for item in loaded.documents}
    return (rule.code.id for rule in (*rules_for(kinds), *_of_house()) if rule.preview)


def __getattr__(name: str) -> Any:
    if name == "RULES":
        from roadmapkit.lint.rules import RULES

        return RULES
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
