"""How much work a template may cost: counted, so that every machine comes to the same answer.

Seconds would let a template through on one machine and refuse it on another. Here each
turn of a loop, each printed character and each piece of text that is made costs something,
and a rendering has a fixed sum to spend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice

__all__ = [
    "CALL",
    "LONGEST_TEXT",
    "MOST_WORK",
    "TURN",
    "ExhaustedError",
    "paid",
    "rendering_within",
    "spend",
]

MOST_WORK = 150_000_000
"""Characters that one part of a document may take; a plan of 10 000 rows takes a third."""

TURN = 40
"""What a turn of a loop or a call costs at least, in characters."""

CALL = 500
"""What a call costs: macros may call each other, and double with every one of them."""

LONGEST_TEXT = 200_000
"""Characters of the longest text that a template may make out of others."""

_BATCH = 1024
"""Pieces that are handled together."""


class ExhaustedError(ValueError):
    """A template asks for more work than any document can need."""

    def __init__(self) -> None:
        super().__init__("too many turns, or too much text")


class _Purse:
    """What is left of the work of one rendering."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MOST_WORK


_PURSE: ContextVar[_Purse | None] = ContextVar("roadmapkit_rendering_purse", default=None)


@contextmanager
def rendering_within() -> Iterator[None]:
    """Give what is rendered inside a full purse of its own."""
    token = _PURSE.set(_Purse())
    try:
        yield
    finally:
        _PURSE.reset(token)


def spend(characters: int) -> None:
    """Take the cost of some work out of the purse of the rendering under way.

    Raises:
        ExhaustedError: It is empty.
    """
    purse = _PURSE.get()
    if purse is not None:
        purse.left -= characters
        if purse.left < 0:
            raise ExhaustedError


def paid(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of a part in larger ones, each paid for by its length.

    Raises:
        ExhaustedError: The purse is empty.
    """
    waiting = iter(pieces)
    while batch := list(islice(waiting, _BATCH)):
        content = b"".join(batch)
        spend(len(content))
        yield content
