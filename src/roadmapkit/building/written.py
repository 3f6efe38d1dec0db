"""What a build has written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["Reason", "Why", "Written"]

Reason = Literal["changed", "edited", "fresh", "forced", "missing", "new", "unknown"]
"""Why a file was made anew: ``unknown`` – there was one that no build has on record;
``fresh`` – it was not, for nothing has changed."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a file was made anew, or left alone.

    Attributes:
        reason: The reason.
        parts: Where something has changed, what has: ``view``, ``template``, ``sources``, …
        files: Names of the files of the workspace that are others than before, new or gone.
    """

    reason: Reason
    parts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A produced file.

    Attributes:
        document: Id of the document.
        path: Path of the file.
        size: Size in bytes.
        fingerprint: Digest of what the file prints and how.
        changed: Whether this build has made it anew; False where the former file stands.
        why: Why it was made, or left alone.
        digest: SHA-256 of the file.
    """

    document: str
    path: Path
    size: int
    fingerprint: str
    changed: bool = True
    why: Why = Why("new")
    digest: str = ""

    @property
    def is_same_again(self) -> bool:
        """Whether it was made anew and came out as the former file was."""
        return not self.changed and self.why.reason != "fresh"
