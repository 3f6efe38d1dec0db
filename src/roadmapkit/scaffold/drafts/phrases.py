"""Deadlines shifted by years.

The grammar of deadlines tells which numbers are years of a term, and proves that the
shifted phrase says the same of the other year.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from roadmapkit.deadlines import Period, parse_phrase
from roadmapkit.deadlines.phrases.lexer import Token, TokenKind, scan_tokens
from roadmapkit.deadlines.phrases.tree import Unit
from roadmapkit.scaffold.drafts.shift import YearShift
from roadmapkit.scaffold.drafts.years_in_text import guard_at

__all__ = ["PhraseShift", "Place", "shift_phrase"]

Place = tuple[int, int]

_FOUR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_SHORT_TAIL = re.compile(r"\d\d\Z")
_LAST_OF_FEBRUARY = re.compile(
    r"(?<![\d.])29(?=\s*(?:-?(?:е|го)\s*)?феврал)|(?<![\d.])29(?=\.02(?!\d))|(?<=-02-)29(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PhraseShift:
    """What the years of a phrase become.

    Attributes:
        changes: Places of the phrase and what is written there instead, of equal length.
        acts: Places of years that belong to acts.
        others: Places of years that are no part of the term: of events and remarks.
        cut: Places of days that had to become the 28th of February.
        understood: False where the shifted phrase would mean something else; then nothing
            changes.
    """

    changes: tuple[tuple[Place, str], ...] = ()
    acts: tuple[Place, ...] = ()
    others: tuple[Place, ...] = ()
    cut: tuple[Place, ...] = ()
    understood: bool = True


def shift_phrase(text: str, shift: YearShift, period: Period | None) -> PhraseShift:
    """Return how a deadline changes so that its meaning moves by *shift*, and nothing else.

    Args:
        text: The phrase, without line ends.
        shift: By how many years.
        period: Period of the document, before the shift.
    """
    groups = list(_groups(text))
    cut = [match.span() for match in _LAST_OF_FEBRUARY.finditer(text)]
    whole = parse_phrase(text)
    if not groups and not cut:
        # A year that no number names: a slip that the grammar puts right, «20 24 г.».
        known = all(unit.year is None for unit in _units(whole))
        return PhraseShift(others=() if known else (_written(text),), understood=known)
    before = _skeleton(whole)
    changes: list[tuple[Place, str]] = []
    acts: list[Place] = []
    others: list[Place] = []
    for group in groups:
        change = [(place, shift.digits(text[slice(*place)])) for place in group]
        if guard_at(text, group[0][0], group[-1][1], of=False):
            acts += group
        elif _skeleton(parse_phrase(_changed(text, change))) != before:
            changes += change
        else:
            others += group
    days = [unit for unit in _units(whole) if (unit.month, unit.day) == (2, 29)]
    if not any(_needs_cut(unit, shift, period) for unit in days):
        cut = []
    changes += [(place, "28") for place in cut]
    wanted = _skeleton(whole, shift, cut=bool(cut))
    if _skeleton(parse_phrase(_changed(text, changes))) != wanted:
        return PhraseShift(
            (), tuple(acts), tuple(place for group in groups for place in group), (), False
        )
    return PhraseShift(tuple(changes), tuple(acts), tuple(others), tuple(cut))


def _groups(text: str) -> Iterator[list[Place]]:
    """Yield the places of years, both of «2021/22» and «2021-2022» together."""
    tokens = scan_tokens(text).tokens
    group: list[Place] = []
    for index in range(len(tokens)):
        found = list(_spots(tokens, index))
        if found and group and _ends_pair(tokens, index):
            group += found
            continue
        if group and found:
            yield group
        group = found or group
    if group:
        yield group


def _spots(tokens: list[Token], index: int) -> Iterator[Place]:
    """Yield the place of the year in a token, the two digits of «01.09.24» among them."""
    token = tokens[index]
    if token.kind in {TokenKind.DATE, TokenKind.MONTH_YEAR}:
        yield from _in_date(token)
    elif token.kind is TokenKind.NUMBER and (
        _FOUR.fullmatch(token.text) or _ends_pair(tokens, index)
    ):
        yield token.start, token.end


def _in_date(token: Token) -> Iterator[Place]:
    four = _FOUR.search(token.text)
    if four is not None:
        yield token.start + four.start(), token.start + four.end()
    elif token.kind is TokenKind.DATE and token.value >= 10_000:
        tail = _SHORT_TAIL.search(token.text)
        if tail is not None:
            yield token.start + tail.start(), token.end


def _ends_pair(tokens: list[Token], index: int) -> bool:
    """Tell whether a number is the second year of «2021/22» or «2021-2022»."""
    if index < 2 or tokens[index].ordinal:
        return False
    first, mark, token = tokens[index - 2], tokens[index - 1], tokens[index]
    if mark.kind not in {TokenKind.SLASH, TokenKind.DASH} or not _FOUR.fullmatch(first.text):
        return False
    if len(token.text) == 2:
        return token.value == (first.value + 1) % 100
    return _FOUR.fullmatch(token.text) is not None


def _written(text: str) -> Place:
    start = len(text) - len(text.lstrip())
    return start, len(text.rstrip())


def _changed(text: str, changes: list[tuple[Place, str]]) -> str:
    for (start, end), new in changes:
        text = text[:start] + new + text[end:]
    return text


def _skeleton(value: Any, shift: YearShift | None = None, *, cut: bool = False) -> Any:
    """Return a reading without the digits of the author's words, with its years shifted."""
    if isinstance(value, str):
        return re.sub(r"\d", "#", value)
    if isinstance(value, tuple):
        return tuple(_skeleton(item, shift, cut=cut) for item in value)
    if not is_dataclass(value):
        return value
    compared = [item.name for item in fields(value) if item.compare]
    found = {name: _skeleton(getattr(value, name), shift, cut=cut) for name in compared}
    if isinstance(value, Unit):
        if shift is not None and value.year is not None:
            found["year"] = value.year + shift.years
        if cut and (value.month, value.day) == (2, 29):
            found["day"] = 28
    return type(value).__name__, tuple(found.items())


def _units(value: Any) -> Iterator[Unit]:
    if isinstance(value, Unit):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _units(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from _units(getattr(value, item.name))


def _needs_cut(unit: Unit, shift: YearShift, period: Period | None) -> bool:
    if unit.year is not None:
        return not isleap(unit.year + shift.years)
    if period is None or not period.is_one_year:
        return False
    return not isleap(period.end.year + shift.years)
