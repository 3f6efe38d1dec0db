"""The characters of a scalar as they stand in the file, made readable without moving any."""

from __future__ import annotations

import re

__all__ = ["readable"]

_ANCHOR = re.compile(r"&\S+\s+")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?")
_ESCAPE = re.compile(r'\\(["\s\S])')


def readable(raw: str) -> str:
    """Return the text of a scalar with spaces for all that only YAML reads, of equal length.

    Anchor, quotation marks, the head of a block, line ends and indents become spaces, so
    that words are found across lines and every place stays the place in the file. A text
    that is an alias has nothing to read: what it repeats stands elsewhere.
    """
    if raw.startswith("*"):
        return " " * len(raw)
    start = anchor.end() if (anchor := _ANCHOR.match(raw)) else 0
    text = " " * start + raw[start:]
    head = _BLOCK.match(text, start)
    if head is not None:
        text = " " * head.end() + text[head.end() :]
    elif raw[start : start + 1] == '"' and raw.endswith('"'):
        inner = _ESCAPE.sub(lambda match: " " + (match[1] if match[1] == '"' else " "), text)
        text = f"{' ' * (start + 1)}{inner[start + 1 : -1]} "
    elif raw[start : start + 1] == "'" and raw.endswith("'"):
        text = f"{' ' * (start + 1)}{text[start + 1 : -1].replace(chr(39) * 2, '  ')} "
    return re.sub(r"\s", " ", text)
