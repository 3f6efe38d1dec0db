"""Finished files held against their sources: changed since the build, made from what, how."""

from __future__ import annotations

from roadmapkit.verification.codes import CODES
from roadmapkit.verification.git import Commit
from roadmapkit.verification.result import (
    Difference,
    DifferenceKind,
    Provenance,
    State,
    Verification,
    YamlPlace,
)
from roadmapkit.verification.verifying import NotOursError, verify

__all__ = [
    "CODES",
    "Commit",
    "Difference",
    "DifferenceKind",
    "NotOursError",
    "Provenance",
    "State",
    "Verification",
    "YamlPlace",
    "verify",
]
