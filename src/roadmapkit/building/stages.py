"""From loaded files to composed documents, with every finding on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from roadmapkit.building import codes
from roadmapkit.building.composing import Composed, compose_targets
from roadmapkit.building.signing import read_seals
from roadmapkit.building.targets import Target, plan_targets
from roadmapkit.diagnostics import Diagnostic, Message, Severity, sort_diagnostics
from roadmapkit.lint import run_rules
from roadmapkit.load import LoadedWorkspace
from roadmapkit.resolve import ResolvedWorkspace, resolve_workspace

__all__ = ["Prepared", "prepare"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A workspace ready to be written.

    Attributes:
        workspace: Resolved documents.
        composed: Targets in words, documents with errors left out.
        blocked: Ids of the documents that have errors.
        diagnostics: Everything found, sorted.
    """

    workspace: ResolvedWorkspace
    composed: tuple[Composed, ...]
    blocked: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def prepare(loaded: LoadedWorkspace, ids: Collection[str] = ()) -> Prepared:
    """Resolve, check and compose a loaded workspace.

    Args:
        loaded: The files.
        ids: Compose these documents only; all of them where empty. Findings are
            those of the whole workspace.
    """
    resolved, found = resolve_workspace(loaded)
    diagnostics = [*loaded.diagnostics, *found, *run_rules(resolved)]
    blocked = _blocked(resolved, diagnostics)
    targets = [target for target in plan_targets(resolved) if not ids or target.document in ids]
    diagnostics.extend(_same_outputs(targets))
    seals = read_seals(loaded.root)
    composed, found = compose_targets(targets, seals, blocked)
    diagnostics.extend(found)
    blocked = _blocked(resolved, diagnostics)
    return Prepared(
        workspace=resolved,
        composed=tuple(item for item in composed if item.target.document not in blocked),
        blocked=blocked,
        diagnostics=sort_diagnostics(diagnostics),
    )


def _blocked(workspace: ResolvedWorkspace, diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """Return the documents that an error touches: by their id, or by a file they are made from."""
    errors = [item for item in diagnostics if item.severity is Severity.ERROR]
    ids = {id_ for item in errors for id_ in item.documents}
    files = {item.span.file for item in errors if item.span and not item.documents}
    return frozenset(
        id_
        for id_, document in workspace.documents.items()
        if id_ in ids or not files.isdisjoint(document.sources)
    )


def _same_outputs(targets: Iterable[Target]) -> Iterable[Diagnostic]:
    """Yield a finding for each target whose file another target has, case aside."""
    taken: dict[str, Target] = {}
    for target in targets:
        first = taken.setdefault(target.path.casefold(), target)
        if first is target:
            continue
        yield codes.SAME_OUTPUT.at(
            None,
            Message(
                "{first!r} and {second!r} would both be written to {path}",
                first=first.document,
                second=target.document,
                path=target.path,
            ),
            hint=Message("Give one of the two documents another id"),
            documents=(target.document,),
        )
