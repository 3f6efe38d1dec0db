"""What the cells of a row say: days, genders, lists, names, acting holders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from roadmapkit.lazily import regex

__all__ = [
    "acting_post",
    "is_name",
    "is_vacancy",
    "listed",
    "read_acting",
    "read_day",
    "read_gender",
    "read_id",
    "read_phone",
]

_GENDERS = {"ж": "ж", "м": "м", "f": "ж", "m": "м"}
_GENDER_WORDS = regex(r"(ж|м|f|m)(?:ен\w*|уж\w*|emale|ale)?\.?", re.IGNORECASE)
_DOTTED = regex(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*г(?:\.|ода)?)?(?: \d\d:\d\d)?")
_ISO = regex(r"(\d{4})-(\d\d)-(\d\d)")
_SERIAL = regex(r"[2-7]\d{4}")
_SERIAL_ZERO = date(1899, 12, 30)
_NAME_WORD = r"[А-ЯЁA-Z][А-ЯЁа-яёA-Za-z'’-]*"
_NAME = regex(
    rf"{_NAME_WORD}(?: {_NAME_WORD}| оглы| кызы){{1,3}}"
    rf"|{_NAME_WORD} ?[А-ЯЁA-Z]\. ?(?:[А-ЯЁA-Z]\.)?"
    rf"|[А-ЯЁA-Z]\. ?(?:[А-ЯЁA-Z]\. ?)?{_NAME_WORD}"
)
_VACANT = regex(r"[-–—]+|вакан\w*|нет|свободна?", re.IGNORECASE)
_YES = frozenset({"да", "+", "1", "x", "х", "v", "true", "истина", "и.о.", "ио", "врио", "и. о."})
_NO = frozenset({"нет", "-", "–", "0", "false", "ложь"})
_ACTING = regex(
    r"(и\. ?о\.?|ио|врио|в\. ?р\. ?и\. ?о\.?|(?:временно )?исполняющ\w+ обязанности)\s+(.+)",
    re.IGNORECASE,
)
_ROUNDED = regex(r"\d[.,]\d+[eе][+]?\d+", re.IGNORECASE)
_ID = regex(r"[A-Za-zА-Яа-яЁё0-9-]+")


def read_day(text: str) -> date | None:
    """Return the day of «15.01.2024», «2024-01-15» or a day number of Excel; None for none."""
    dotted, iso = _DOTTED.fullmatch(text), _ISO.match(text)
    try:
        if dotted:
            day, month, year = map(int, dotted.groups())
            return date(year, month, day)
        if iso:
            year, month, day = map(int, iso.groups())
            return date(year, month, day)
    except ValueError:
        return None
    return _SERIAL_ZERO + timedelta(days=int(text)) if _SERIAL.fullmatch(text) else None


def read_gender(text: str) -> str | None:
    """Return «ж» or «м», None for other words."""
    match = _GENDER_WORDS.fullmatch(text)
    return _GENDERS[match.group(1).casefold()] if match else None


def read_phone(text: str) -> str | None:
    """Return a telephone number; None where a table has rounded it to «8,9161E+10»."""
    return None if _ROUNDED.fullmatch(text) else text


def read_id(text: str) -> str | None:
    """Return an id, None for what is none."""
    return text if _ID.fullmatch(text) else None


def read_acting(text: str) -> str | None:
    """Return how an acting holder is called: «да» for the usual words; empty for no; None."""
    folded = text.casefold()
    if folded in _NO:
        return ""
    if folded in {"врио"}:
        return "врио"
    return "да" if folded in _YES else None


def is_name(text: str) -> bool:
    """Tell whether *text* can be the name of a person, with first names or initials."""
    return _NAME.fullmatch(text) is not None


def is_vacancy(text: str) -> bool:
    """Tell whether a cell of names says that the post is vacant."""
    return _VACANT.fullmatch(text) is not None


def listed(text: str) -> Iterator[str]:
    """Yield the items of a list in a cell."""
    yield from (item for part in re.split(r"[;,]", text) if (item := part.strip()))


def acting_post(text: str) -> tuple[str, str] | None:
    """Return words and post of «врио директора»: «врио», «директор»; None for a usual post.

    The post is empty where its nominative is not certain.
    """
    match = _ACTING.fullmatch(text)
    if match is None:
        return None
    words = match.group(1).casefold()
    usual = words.startswith(("и", "ио")) and "временно" not in words
    return ("да" if usual else words), _nominative(match.group(2))


def _nominative(genitive: str) -> str:
    """Return the post whose genitive is given, empty where none declines to it."""
    from roadmapkit.language import Case, decline_phrase  # loads a dictionary
    from roadmapkit.language.morphology import russian

    words = genitive.split()
    for position, word in enumerate(words):
        for reading in russian().readings(word):
            before = [_adjective(one) for one in words[:position]]
            candidate = " ".join([*before, reading.lemma, *words[position + 1 :]])
            form = decline_phrase(candidate, Case.GENITIVE)
            if not form.doubtful and form.form.casefold() == genitive.casefold():
                return candidate
    return ""


def _adjective(genitive: str) -> str:
    from roadmapkit.language.morphology import russian

    readings = russian().readings(genitive)
    return readings[0].lemma if readings else genitive
