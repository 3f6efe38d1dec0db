"""The collector of cycles, seldom called while islands are worked on."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["seldom_collecting"]

_SELDOM = (100_000, 20, 100)
"""New objects between two looks at the youngest, and how many of these go before the older ones."""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Have the interpreter look for cycles seldom, and as before in the end.

    Processes that are started meanwhile do so for their whole life.

    An island is made of some ten thousand objects without cycles, which go when it is done;
    looking for cycles among them, and now and then among all modules, took a tenth of the time.
    """
    before = gc.get_threshold()
    if 0 < before[0] < _SELDOM[0]:
        gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
