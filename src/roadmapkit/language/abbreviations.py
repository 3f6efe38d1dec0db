"""Full stops that belong to a word and end no sentence."""

from __future__ import annotations

from roadmapkit.lazily import regex

__all__ = ["ends_abbreviated"]

_ABBREVIATED = regex(r"(?:(?<!\w)(?:гг?|др|пр)|(?<![А-ЯЁа-яё])[А-ЯЁ])\.$")


def ends_abbreviated(text: str) -> bool:
    """Tell whether the full stop at the end belongs to an abbreviation or to initials."""
    return _ABBREVIATED.search(text) is not None
