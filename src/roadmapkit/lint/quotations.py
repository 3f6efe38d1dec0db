"""Quotation marks and brackets of a text: which opens, which closes, which is alone."""

from __future__ import annotations

import re

from roadmapkit.lazily import regex

__all__ = ["BRACKETS", "QUOTES", "lone_bracket", "lone_quote", "near"]

QUOTES = '«»"“”„'
BRACKETS = "()[]"

_BEFORE_OPENING = frozenset(' \t\n\u00a0([{«"“„/-–—')
_PAIRS = {")": "(", "]": "["}
# «1)», «а)» and «*)» number the items of a list and close nothing.
_LIST_MARK = regex(r"(?:^|(?<=[\s;:,.(]))(?:\d{1,2}(?:\.\d{1,2})*|[а-яa-z]|\*)\)(?=\s|$)", re.M)
_LAST_WORD = regex(r"(\w+)[\s(]*$")
_SENTENCE_END = regex(r"[а-яё]{3}[.!?]\s+[А-ЯЁ]|;|\n")
_NEAR = 18

_QUOTES = regex(f"[{QUOTES}]")
_BRACKETS = regex(r"[()\[\]]")


def lone_quote(text: str) -> int | None:
    """Return the place of a quotation mark without its other half, None where all have one.

    A closing mark may serve several opening ones: «программы «Развитие образования». It does
    not where two names stand in a row («ООШ № 19, МБОУ «ООШ № 21»), nor across the end of a
    sentence.
    """
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for found in _QUOTES.finditer(text):
        place, mark = found.start(), found[0]
        if _opens(text, place, mark, bool(opened)):
            opened.append(place)
        elif opened:
            closed.append((opened.pop(), place))
        else:
            return place
    return next((place for place in opened if not _is_shared(text, place, closed)), None)


def _is_shared(text: str, place: int, closed: list[tuple[int, int]]) -> bool:
    """Tell whether an inner name closes an opening mark too."""
    inner = next((pair for pair in closed if pair[0] > place), None)
    if inner is None:
        return False
    between = text[place + 1 : inner[0]]
    word = _LAST_WORD.search(text[:place])
    again = _LAST_WORD.search(between)
    row = word is not None and again is not None and word[1] == again[1] and "," in between
    return not row and _SENTENCE_END.search(between) is None


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
    listed = {match.end() - 1 for match in _LIST_MARK.finditer(text)}
    opened: list[int] = []
    for found in _BRACKETS.finditer(text):
        place, mark = found.start(), found[0]
        if mark in "([":
            opened.append(place)
        elif opened and text[opened[-1]] == _PAIRS[mark]:
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
