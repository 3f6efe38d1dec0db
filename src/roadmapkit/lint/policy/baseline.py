"""Findings that are known, so that a check tells the new ones."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.load.known_findings import BASELINE_VERSION, KnownFinding

__all__ = ["Baseline", "digest_of", "written_baseline"]

_Lines = Callable[[str], tuple[str, ...] | None]


class Baseline:
    """Known findings: how many of a code on lines of one wording in a file.

    A finding is known by the words of its line, not by the line's number, so that it stays
    known while lines are added above, and is told again when its own line changes.

    Args:
        known: How often each is known.
        lines: Returns the lines of a file.
    """

    def __init__(self, known: Mapping[KnownFinding, int], lines: _Lines) -> None:
        self._left = Counter(known)
        self._lines = lines
        self._elsewhere: frozenset[str] = frozenset()
        self.taken: list[tuple[KnownFinding, Diagnostic]] = []

    def takes(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is known; each entry counts once."""
        key = _key(diagnostic, self._lines) if self._left else None
        if key is None:
            return False
        if self._elsewhere and digest_of(diagnostic) in self._elsewhere:
            return True
        if self._left[key] < 1:
            return False
        self._left[key] -= 1
        self.taken.append((key, diagnostic))
        return True

    def take_for_others(self, taken: Mapping[KnownFinding, int], digests: frozenset[str]) -> None:
        """Count what other parts of the workspace have found.

        Args:
            taken: How often each known finding was found.
            digests: Digests of those that this part may find too.
        """
        self._elsewhere = digests
        for key, count in taken.items():
            self._left[key] = max(0, self._left[key] - count)

    @property
    def paid(self) -> int:
        """How many entries nothing was found for."""
        return sum(self._left.values())


def digest_of(diagnostic: Diagnostic) -> str:
    """Return what two findings have in common that are the same one."""
    places = str((diagnostic.span, *diagnostic.also))
    parts = (diagnostic.code, places, str(diagnostic.message))
    text = "\n".join((*parts, *diagnostic.documents))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def written_baseline(diagnostics: Iterable[Diagnostic], lines: _Lines) -> str:
    """Return the text of a baseline that knows the findings, sorted, one entry a line."""
    keys = (_key(diagnostic, lines) for diagnostic in diagnostics)
    counted = Counter(key for key in keys if key is not None)
    entries = [
        json.dumps({"code": code, "file": file, "line": line, "count": count}, ensure_ascii=False)
        for (code, file, line), count in sorted(counted.items())
    ]
    body = ",\n    ".join(entries)
    inner = f"\n    {body}\n  " if entries else ""
    return f'{{\n  "version": {BASELINE_VERSION},\n  "findings": [{inner}]\n}}\n'


def _key(diagnostic: Diagnostic, lines: _Lines) -> KnownFinding | None:
    span = diagnostic.span
    if span is None:
        return None
    text = lines(span.file) or ()
    line = text[span.line - 1].strip() if 0 < span.line <= len(text) else ""
    return (diagnostic.code, span.file, line)
