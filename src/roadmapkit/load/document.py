"""A sound document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import dataclass
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model import Document

__all__ = ["LoadedDocument"]


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A sound document and where it stands."""

    model: Document
    origin: Origin
