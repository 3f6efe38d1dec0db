"""Addresses of the web in texts, whose marks and letters are no prose."""

from __future__ import annotations

import re

from roadmapkit.lazily import regex

__all__ = ["ADDRESS_SIGNS", "without_addresses"]

_ADDRESS = regex(r"(?:https?://|www\.)\S+|\S+@\S+|[\w.-]+\.(?:ru|рф|com|org|net)\b\S*", re.I)
ADDRESS_SIGNS = ("://", "www.", "@", ".ru", ".рф", ".com", ".org", ".net", ".RU", ".РФ")
"""What every address that is looked for holds one of."""


def without_addresses(text: str) -> str:
    """Return a text with addresses of the web made of one letter, each character in place."""
    if not any(sign in text for sign in ADDRESS_SIGNS):
        return text
    return _ADDRESS.sub(lambda match: "x" * len(match[0]), text)
