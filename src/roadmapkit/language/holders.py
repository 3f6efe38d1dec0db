"""A post with the name of the person who holds it: «директор школы Лугов А.Б.»."""

from __future__ import annotations

import re

from roadmapkit.lazily import regex

__all__ = ["split_holder"]

_WORD = r"[А-ЯЁ][а-яё’']+(?:[-‑][А-ЯЁ][а-яё]+)*"
_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|[квьмтф]ич|вна|чна)"
_NAME = (
    rf"(?:{_WORD}\s+{_WORD}\s+{_PATRONYMIC}|{_WORD}\s+{_PATRONYMIC}\s+{_WORD}"
    rf"|{_WORD}\s?{_INITIALS}|{_INITIALS}\s?{_WORD})"
)
_NAME_LAST = regex(rf"(?P<post>.*\S)(?P<between>,\s*|\s+[-–—]\s+|\s+)(?P<name>{_NAME})", re.S)
_NAME_FIRST = regex(rf"(?P<name>{_NAME})(?P<between>,\s*|\s+[-–—]\s+)(?P<post>\S.*)", re.S)
_IN_HONOUR = regex(r"(?:\bимени|\bим\.|\bпамяти)(?:\s+[^\W\d_]+){0,4}$", re.IGNORECASE)


def split_holder(text: str) -> re.Match[str] | None:
    """Return *text* as ``post``, ``between`` and ``name``, None without a name at an end.

    A name after «имени», «им.» or «памяти» is a part of the other words. Whether
    those words are a post is for the caller to see.
    """
    for pattern in (_NAME_LAST, _NAME_FIRST):
        match = pattern.fullmatch(text)
        if match and not _IN_HONOUR.search(match["post"]):
            return match
    return None
