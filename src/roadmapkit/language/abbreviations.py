"""Full stops that belong to a word and end no sentence."""

from __future__ import annotations

import re

__all__ = ["ends_abbreviated"]

_ABBREVIATED = re.compile(r"(?:(?<!\w)(?:гг?|др|пр)|(?<![А-ЯЁа-яё])[А-ЯЁ])\.$")


def ends_abbreviated(text: str) -> bool:
    """Tell whether the full stop at the end belongs to an abbreviation or to initials."""
    return _ABBREVIATED.search(text) is not None
