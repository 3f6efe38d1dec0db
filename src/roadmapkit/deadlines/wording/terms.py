"""Dates and calendar terms in Russian words, so that they parse to the same meaning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import IntEnum, StrEnum
from functools import cache

from roadmapkit.deadlines.phrases.lexicon import month_forms
from roadmapkit.deadlines.phrases.ranges import order_key
from roadmapkit.deadlines.phrases.tree import Part, Scale, Term, Unit
from roadmapkit.lazily import dataclass
from roadmapkit.resources import table

__all__ = ["Case", "DateStyle", "format_date", "print_term", "russian_forms"]

NBSP = "\u00a0"
EN_DASH = "–"
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
_NUMBERED = frozenset(
    {Scale.QUARTER, Scale.HALF, Scale.SCHOOL_TERM, Scale.TRIMESTER, Scale.SCHOOL_HALF}
)


class Case(IntEnum):
    """Place of a case in the tables of forms."""

    NOMINATIVE = 0
    GENITIVE = 1
    PREPOSITIONAL = 2
    ACCUSATIVE = 3


class DateStyle(StrEnum):
    """How a day is printed: ``05.06.2016`` or «5 июня 2016 г.»."""

    DIGITS = "digits"
    WORDS = "words"


@cache
def russian_forms() -> dict[str, dict[str, list[str]]]:
    """Return the tables of ``data/forms.toml``."""
    found: dict[str, dict[str, list[str]]] = table(__file__, "data/forms")
    return found


def format_date(day: date, style: DateStyle | str = DateStyle.WORDS) -> str:
    """Return a date as an official document prints it.

    Args:
        day: The date.
        style: ``"digits"`` for ``05.06.2016``, ``"words"`` for «5 июня 2016 г.».

    Source:
        ГОСТ Р 7.0.97-2025 on the date of a document: no leading zero in the verbal form,
        no «г.» after digits.
    """
    if DateStyle(style) is DateStyle.DIGITS:
        return f"{day.day:02}.{day.month:02}.{day.year:04}"
    month = month_forms(day.month)[Case.GENITIVE]
    return f"{day.day}{NBSP}{month}{NBSP}{day.year}{NBSP}г."


def print_term(term: Term, case: Case = Case.NOMINATIVE, style: DateStyle = DateStyle.WORDS) -> str:
    """Return a calendar term as it stands in a list, or inside «в …», «в течение …»."""
    words = _Words(style)
    if term.first is None and term.last is not None:
        return words.until(term.last, before=term.before)
    if term.last is None and term.first is not None:
        return f"{'после' if term.after else 'с'} {words.unit(term.first, Case.GENITIVE)}"
    if term.first is None or term.last is None:
        return ""
    if term.is_single and not term.before:
        return words.unit(term.first, case)
    return words.span(term.first, term.last, case, before=term.before)


@dataclass(frozen=True, slots=True)
class _Words:
    """Prints units in one style of dates."""

    style: DateStyle

    def until(self, last: Unit, *, before: bool) -> str:
        """Return «до …» for the last unit."""
        if last.part is Part.FIRST_HALF and not before:
            return f"до середины {self.unit(replace(last, part=None), Case.GENITIVE)}"
        if last.part is Part.END and last.scale is Scale.ACADEMIC_YEAR:
            return f"до конца {self.unit(replace(last, part=None), Case.GENITIVE)}"
        if last.scale is Scale.ACADEMIC_YEAR and last.part is None and not before:
            # «До конца учебного года» would be the last day of lessons.
            return f"по {self.unit(last, Case.ACCUSATIVE)}"
        words = self.unit(last, Case.GENITIVE)
        if last.scale in {Scale.DAY, Scale.WEEKDAY}:
            return f"до {words}"
        if last.part is not None:
            return f"не позднее {words}"
        return (
            f"до начала {words}"
            if before and _needs_edge(last)
            else (f"до {words}" if before else f"до конца {words}")
        )

    def span(self, first: Unit, last: Unit, case: Case, *, before: bool) -> str:
        """Return «с … по …» for days, «… – …» for longer units."""
        both_years = first.scale is last.scale is Scale.YEAR
        if both_years and first.year and last.year and not (first.part or last.part or before):
            return f"{first.year}{EN_DASH}{last.year} {_noun('years', case)}"
        shown = self._shared_year(first, last)
        if before:
            return f"с {self.unit(shown, Case.GENITIVE)} до {self.unit(last, Case.GENITIVE)}"
        if {Scale.DAY, Scale.WEEKDAY} & {first.scale, last.scale}:
            return f"с {self._first_day(shown, last)} по {self.unit(last, Case.ACCUSATIVE)}"
        return f"{self.unit(shown, case)} {EN_DASH} {self.unit(last, case)}"

    def _shared_year(self, first: Unit, last: Unit) -> Unit:
        same_calendar = first.scale.is_school == last.scale.is_school
        whole = {Scale.YEAR, Scale.ACADEMIC_YEAR}
        shared = first.year == last.year and same_calendar and not {first.scale, last.scale} & whole
        if shared and order_key(first) <= order_key(last) and self.style is DateStyle.WORDS:
            return replace(first, year=None)
        return first

    def _first_day(self, first: Unit, last: Unit) -> str:
        same_month = first.scale is last.scale is Scale.DAY and first.month == last.month
        same_month = same_month and -1 not in {first.day, last.day}
        if same_month and first.year is None and self.style is DateStyle.WORDS:
            return str(first.day)
        return self.unit(first, Case.GENITIVE)

    def unit(self, unit: Unit, case: Case) -> str:
        """Return one unit with its year."""
        if unit.part is not None:
            head = russian_forms()["parts"][unit.part.value][case]
            return f"{head} {self.unit(replace(unit, part=None), Case.GENITIVE)}"
        if unit.scale is Scale.DAY and unit.day != -1:
            return self._day(unit)
        if unit.scale is Scale.WEEKDAY or unit.scale is Scale.DAY:
            return _nth_day(unit, case)
        if unit.scale is Scale.YEAR:
            name = _noun("year" if unit.year else "current", case)
            return f"{unit.year}{NBSP}{name}" if unit.year else name
        if unit.scale is Scale.ACADEMIC_YEAR:
            name = _noun("academic year", case)
            return f"{_academic(unit.year)} {name}" if unit.year else name
        return _named(unit, case) + _year_of(unit)

    def _day(self, unit: Unit) -> str:
        possible = unit.month is not None and 1 <= unit.month <= 12
        if self.style is DateStyle.DIGITS or not possible:
            digits = f"{unit.day or 0:02}.{unit.month or 0:02}"
            return f"{digits}.{unit.year:04}" if unit.year else digits
        month = month_forms(unit.month or 0)[Case.GENITIVE]
        return f"{unit.day}{NBSP}{month}{_year_of(unit)}"


def _nth_day(unit: Unit, case: Case) -> str:
    """Return «первая пятница сентября 2024 г.», «последний рабочий день мая»."""
    tables = russian_forms()
    name = "day" if unit.scale is Scale.DAY else str(unit.weekday)
    day = tables["days"][name][case]
    if unit.month is None:
        return day
    gender = tables["days"][name][-1]
    place = unit.day if unit.scale is Scale.DAY else unit.index
    ordinal = tables[f"{gender} ordinals"][str(place)][case]
    return f"{ordinal} {day} {month_forms(unit.month)[Case.GENITIVE]}{_year_of(unit)}"


def _needs_edge(last: Unit) -> bool:
    """«До каникул» would do, but «до начала …» says it of a school unit or the open year."""
    return last.scale.is_school or (last.scale is Scale.YEAR and last.year is None)


def _noun(name: str, case: Case) -> str:
    return russian_forms()["nouns"][name][case]


def _named(unit: Unit, case: Case) -> str:
    """Return a unit between a day and a year, without its year."""
    tables = russian_forms()
    if unit.scale is Scale.MONTH:
        forms = month_forms(unit.month or 0)
        return forms[Case.NOMINATIVE if case is Case.ACCUSATIVE else case]
    if unit.scale is Scale.SEASON:
        return tables["seasons"][str(unit.index)][case]
    if unit.scale is Scale.BREAK:
        return tables["breaks"][str(unit.index)][case]
    if unit.scale in _NUMBERED:
        # With its year the words «учебного года» already say that it is a school half.
        plain = unit.scale is Scale.SCHOOL_HALF and unit.year is not None
        name = _noun(Scale.HALF.value if plain else unit.scale.value, case)
        return f"{_ROMAN[unit.index or 1]}{NBSP}{name}"
    ordinals = tables["ordinals"]
    number = (
        ordinals["last"][case] if unit.index == -1 else f"{unit.index}{ordinals['ending'][case]}"
    )
    month = month_forms(unit.month or 0)[Case.GENITIVE]
    return f"{number} {_noun(unit.scale.value, case)} {month}"


def _year_of(unit: Unit) -> str:
    if unit.year is None:
        return " следующего года" if unit.following else ""
    if unit.scale.is_school:
        return f" {_academic(unit.year)} {_noun('academic year', Case.GENITIVE)}"
    if unit.scale is Scale.SEASON and unit.index == 1:
        return f"{NBSP}{_academic(unit.year)}{NBSP}г."
    return f"{NBSP}{unit.year}{NBSP}г."


def _academic(year: int) -> str:
    return f"{year}/{year + 1}"
