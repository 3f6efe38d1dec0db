"""How terms and parties stand, in words: «выполнено 28 из 30; не представили: школа № 3»."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapkit.lazily import regex
from roadmapkit.resolve.statuses import PartyState, Slot, tally_of

__all__ = ["NAMED", "names_list", "standing_words", "term_name"]

NAMED = 10
"""How many are named of those who have not reported, unless the author wants another number."""

_MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
_ROMAN = ("I", "II", "III", "IV")
_KEY = regex(
    r"(?P<year>\d{4})(?:-(?P<next>\d{4})(?:-T(?P<term>[1-4]))?|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])|-W(?P<week>\d{2})|-(?P<month>\d{2}))?(?:\.(?P<number>\d+))?"
)


def term_name(slot: Slot) -> str:
    """Return a term by its place in the calendar, else by its last day; empty without a date.

    Returns:
        «I квартал 2024 г.», «март 2024 г.», «2023/2024 учебный год», «до 15.03.2024».
    """
    if slot.occurrence is None:
        return ""
    until = f"до {slot.occurrence.end:%d.%m.%Y}"
    found = _KEY.fullmatch(slot.key)
    if found is None:
        return until
    year = found["year"]
    if found["next"]:
        school = f"{year}/{found['next']} учебн"
        part = found["term"]
        name = f"{_ROMAN[int(part) - 1]} четверть {school}ого года" if part else f"{school}ый год"
    elif found["quarter"]:
        name = f"{_ROMAN[int(found['quarter']) - 1]} квартал {year} г."
    elif found["half"]:
        name = f"{_ROMAN[int(found['half']) - 1]} полугодие {year} г."
    elif found["month"]:
        name = f"{_MONTHS[int(found['month']) - 1]} {year} г."
    elif found["week"]:
        name = f"{slot.occurrence.start:%d.%m}–{slot.occurrence.end:%d.%m.%Y}"
    else:
        name = f"{year} год"
    return f"{name}, {until}" if found["number"] else name


def standing_words(states: Sequence[PartyState], named: int = NAMED) -> str:
    """Return how many have done their part, who stands otherwise, and who has not reported.

    Args:
        states: Everybody who has to report.
        named: How many of a list are named, the others are counted.

    Returns:
        «выполнено 28 из 30; в работе: школа № 5; не представили: школа № 3, школа № 7»;
        empty where nobody has to report.
    """
    if not states:
        return ""
    tally = tally_of(states)
    pieces = [f"выполнено {tally.done} из {tally.total}"]
    pieces += [f"{status}: {names_list(names, named)}" for status, names in tally.others]
    if tally.missing:
        label = "не представили" if len(tally.missing) > 1 else "нет отметки"
        pieces.append(f"{label}: {names_list(tally.missing, named)}")
    return "; ".join(pieces)


def names_list(names: Sequence[str], named: int) -> str:
    """Return names with commas; where one has a comma of its own, it is put in brackets."""
    shown = [f"({name})" if "," in name or ";" in name else name for name in names[:named]]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" и ещё {rest}" if rest else "")
