"""Calls of the program in tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Answer", "Call"]


@dataclass(frozen=True)
class Answer:
    """What a call of the program gave."""

    code: int
    out: str
    err: str


Call = Callable[..., Answer]
"""Runs the program with these words, paths among them."""
