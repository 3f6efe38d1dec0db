"""A sound document."""

from __future__ import annotations

from roadmapkit.lazily import dataclass
from roadmapkit.model import Document
from roadmapkit.source import Origin

__all__ = ["LoadedDocument"]


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A sound document and where it stands."""

    model: Document
    origin: Origin
