"""How much work something is, counted in lines of the library: the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import roadmapkit

__all__ = ["lines_of"]

_HOME = str(Path(roadmapkit.__file__).parent)


def lines_of(work: Callable[[], object]) -> int:
    """Return how many lines of the library run while *work* is done."""
    count = 0

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if event == "line":
            count += 1
        return step

    def entered(frame: FrameType, event: str, argument: Any) -> Any:
        return step if frame.f_code.co_filename.startswith(_HOME) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
