"""Which plain scalars are typed: the core of YAML that no author trips over."""

from __future__ import annotations

import re

__all__ = ["Scalar", "plain_value"]

Scalar = str | int | bool | None

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_WORD_STARTS = frozenset("tfn~")
# Above this length a number is a mistake, and Python refuses to convert it anyway.
_WHOLE_NUMBER = re.compile(r"(?:0|-?[1-9][0-9]{0,999})\Z")
_NUMBER_STARTS = frozenset("-0123456789")


def plain_value(text: str) -> Scalar:
    """Return what an unquoted scalar means.

    Only ``true``, ``false``, ``null``, ``~``, nothing at all, and whole numbers
    without a leading zero are typed. Everything else keeps its characters, so that
    ``1.10``, ``046``, ``no``, ``да`` and ``15.01.2024`` print as they were written.
    """
    first = text[:1]
    if first in _NUMBER_STARTS:
        return int(text) if _WHOLE_NUMBER.match(text) else text
    if first in _WORD_STARTS or not text:
        return _WORDS.get(text, text)
    return text
