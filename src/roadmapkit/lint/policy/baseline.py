"""Findings that are known, so that a check tells the new ones."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.load.known_findings import BASELINE_VERSION, KnownFinding

__all__ = ["Baseline", "written_baseline"]

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

    def takes(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is known; each entry counts once."""
        key = _key(diagnostic, self._lines) if self._left else None
        if key is None or self._left[key] < 1:
            return False
        self._left[key] -= 1
        return True

    @property
    def paid(self) -> int:
        """How many entries nothing was found for."""
        return sum(self._left.values())


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
