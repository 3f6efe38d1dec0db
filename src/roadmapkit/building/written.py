"""What a build has written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Written"]


@dataclass(frozen=True, slots=True)
class Written:
    """A produced file.

    Attributes:
        document: Id of the document.
        path: Path of the file.
        size: Size in bytes.
        fingerprint: Digest of what the file prints and how.
    """

    document: str
    path: Path
    size: int
    fingerprint: str
