"""Quotation marks and brackets of a text: which opens, which closes, which is alone."""

from __future__ import annotations

import re

from roadmapkit.lazily import regex

__all__ = ["lone_bracket", "lone_quote", "near"]

_BEFORE_OPENING = frozenset(' \t\n\u00a0([{«"“„/-–—')
_PAIRS = {")": "(", "]": "["}
# «1)», «а)» and «*)» number the items of a list and close nothing.
_LIST_MARK = regex(r"(?:^|(?<=[\s;:,.(]))(?:\d{1,2}(?:\.\d{1,2})*|[а-яa-z]|\*)\)(?=\s|$)", re.M)
_NEAR = 18

# Most texts have neither; one look tells.
_QUOTES = regex('[«»"“”„]')
_BRACKETS = regex(r"[()\[\]]")


def lone_quote(text: str) -> int | None:
    """Return the place of a quotation mark without its other half, None where all have one.

    A closing mark may serve several opening ones: «программы «Развитие образования».
    """
    if _QUOTES.search(text) is None:
        return None
    opened: list[int] = []
    closed = -1
    for place, mark in enumerate(text):
        if mark not in '«»"“”„':
            continue
        if _opens(text, place, mark, bool(opened)):
            opened.append(place)
        elif opened:
            opened.pop()
            closed = place
        else:
            return place
    return opened[-1] if opened and opened[-1] > closed else None


def _opens(text: str, place: int, mark: str, inside: bool) -> bool:
    if mark in "«„":
        return True
    if mark == "»":
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if before in _BEFORE_OPENING and not after.isspace():
        return True
    return not inside and mark == '"' and before.isspace()


def lone_bracket(text: str) -> int | None:
    """Return the place of a bracket without its other half, None where all have one."""
    if _BRACKETS.search(text) is None:
        return None
    listed = {match.end() - 1 for match in _LIST_MARK.finditer(text)}
    opened: list[int] = []
    for place, mark in enumerate(text):
        if mark in "([":
            opened.append(place)
        elif mark in ")]":
            if opened and text[opened[-1]] == _PAIRS[mark]:
                opened.pop()
            elif place not in listed:
                return place
    return opened[0] if opened else None


def near(text: str, place: int) -> str:
    """Return the words around a place, in one line."""
    start, end = max(place - _NEAR, 0), place + _NEAR
    cut = text[start:end]
    if start:
        cut = cut.partition(" ")[2] if " " in cut[: place - start] else cut
    if end < len(text):
        cut = cut.rpartition(" ")[0] if " " in cut[place - start + 1 :] else cut
    return " ".join(cut.split())
