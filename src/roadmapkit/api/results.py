"""What checks and builds answer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, Message, Severity
from roadmapkit.lazily import dataclass

if TYPE_CHECKING:
    from roadmapkit.building import Written

__all__ = ["BuildResult", "CheckResult", "without_errors"]


def without_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether no finding is an error."""
    return all(item.severity is not Severity.ERROR for item in diagnostics)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found.

    Attributes:
        diagnostics: Everything found, by file, line, column and code.
        documents: Ids of all documents that produce files, sorted.
        blocked: Those of them that have errors.
        unreviewed_forms: How many printed case forms nobody has reviewed; with a lock of
            forms each of them is a finding.
    """

    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    blocked: frozenset[str]
    unreviewed_forms: int = 0

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return without_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build wrote and found.

    Attributes:
        written: Produced files, by document, those that needed no change included.
        diagnostics: Everything found, by file, line, column and code.
        blocked: Documents that have errors and were not written.
        folder: The output folder.
        removed: Files of former builds that nothing produces any more, removed with *prune*.
        notes: What is of use to know besides: which templates cannot be streamed and why,
            why nothing could be kept for the next build.
    """

    written: tuple[Written, ...]
    diagnostics: tuple[Diagnostic, ...]
    blocked: frozenset[str]
    folder: Path
    removed: tuple[Path, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return without_errors(self.diagnostics)
