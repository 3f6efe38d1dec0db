"""Targets in words, held against what was signed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from roadmapkit.building.signing.lock_file import Seal
from roadmapkit.building.signing.seals import check_seal, unsealed
from roadmapkit.building.targets import Target
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.documents import DocumentView
from roadmapkit.lazily import dataclass

__all__ = ["Composed", "compose_targets"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A target in words."""

    target: Target
    view: DocumentView


def compose_targets(
    targets: Iterable[Target], seals: Mapping[str, Seal], blocked: Collection[str]
) -> tuple[list[Composed], list[Diagnostic]]:
    """Put targets into words and hold signed acts against what was signed.

    Args:
        targets: What to compose.
        seals: What acts printed when they were signed, by id.
        blocked: Documents that have errors; they are left out.
    """
    composed: list[Composed] = []
    diagnostics: list[Diagnostic] = []
    for target in targets:
        if target.document in blocked:
            continue
        view, found = target.compose()
        diagnostics.extend(found)
        if target.act is not None and (view.act or view.minutes) is not None:
            seal = seals.get(target.document)
            if seal is not None:
                diagnostics.extend(check_seal(target.document, view, seal))
            elif seals:
                # A house that seals nothing, or transcribes old acts, is not told so of each.
                diagnostics.append(unsealed(target.document, view, target.act))
        composed.append(Composed(target, view))
    return composed, diagnostics
