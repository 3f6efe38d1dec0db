"""The baseline of an old workspace: findings that are known and not going to be mended."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from roadmapkit.lazily import dataclass
from roadmapkit.load.file_names import BASELINE_NAME

__all__ = ["BASELINE_NAME", "BASELINE_VERSION", "KnownFinding", "KnownFindings", "read_known"]

BASELINE_VERSION = 1

KnownFinding = tuple[str, str, str]
"""Code, file and the words of the line, without the space around them."""


@dataclass(frozen=True, slots=True)
class KnownFindings:
    """What a baseline lists.

    Attributes:
        counts: How often each finding is known.
        damaged: There is a file, and it cannot be read.
    """

    counts: Mapping[KnownFinding, int] = field(default_factory=dict)
    damaged: bool = False


def read_known(root: Path) -> KnownFindings:
    """Return what the baseline of a workspace lists, nothing where there is none."""
    path = root / BASELINE_NAME
    if not path.exists():
        return KnownFindings()
    try:
        return KnownFindings(_counts(json.loads(path.read_text(encoding="utf-8"))))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return KnownFindings(damaged=True)


def _counts(record: Any) -> Mapping[KnownFinding, int]:
    if record["version"] != BASELINE_VERSION:
        raise ValueError(record["version"])
    counts: Counter[KnownFinding] = Counter()
    for entry in record["findings"]:
        counts[str(entry["code"]), str(entry["file"]), str(entry["line"])] += int(entry["count"])
    return counts
