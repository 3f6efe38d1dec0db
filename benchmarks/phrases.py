"""Distinct deadline phrases of every kind, the same in each run; and plain dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle, product

__all__ = ["FORMS", "phrases", "plain_dates"]

_OF_MONTH = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_WEEKDAYS = ("понедельникам", "вторникам", "средам", "четвергам", "пятницам")
_DAYS = range(1, 29)
_YEARS = range(2010, 2040)
_SCHOOLS = range(1, 31)
_QUARTERS = ("I", "II", "III", "IV", "1-й", "2-й", "3-й", "4-й")
_EVENTS = ("подписания", "вступления в силу настоящего приказа", "получения запроса",
           "утверждения программы", "окончания экзамена")  # fmt: skip
_OWNERS = ("комитета", "отдела", "управления образования", "методического центра", "школы")

FORMS: dict[str, tuple[str, tuple[Iterable[object], ...]]] = {
    "a day in words": ("{2} {1} {0} г.", (_YEARS, _OF_MONTH, _DAYS)),
    "a day in digits": ("{2:02}.{1:02}.{0}", (_YEARS, range(1, 13), _DAYS)),
    "not later": ("не позднее {2} {1} {0} года", (_YEARS, _OF_MONTH, _DAYS)),
    "until": ("до {2:02}.{1:02}.{0}", (_YEARS, range(1, 13), _DAYS)),
    "until the end of a month": ("до конца {1} {0} г.", (_YEARS, _OF_MONTH)),
    "a month": ("{1} {0} г.", (_YEARS, _MONTHS)),
    "months": ("{1} – {2} {0} года", (_YEARS, _MONTHS[:6], _MONTHS[6:])),
    "a decade of a month": ("{2} декада {1} {0} г.", (_YEARS, _OF_MONTH, ("первая", "вторая"))),
    "a range of days": ("с {2} по 28 {1} {0} г.", (_YEARS, _OF_MONTH, range(1, 28))),
    "from a day on": ("начиная с {2} {1} {0} г.", (_YEARS, _OF_MONTH, _DAYS)),
    "a quarter": ("{1} квартал {0} года", (_YEARS, _QUARTERS)),
    "a half-year": ("{1} полугодие {0} г.", (_YEARS, ("первое", "второе", "1", "II"))),
    "a year": ("в течение {0} {1}", (_YEARS, ("года", "г."))),
    "an academic year": ("{} учебный год", ([f"{year}/{year + 1}" for year in _YEARS],)),
    "every year": ("ежегодно, до {1} {0}", (_OF_MONTH, _DAYS)),
    "every year in months": ("ежегодно ({0} – {1})", (_MONTHS[:6], _MONTHS[6:])),
    "every year from": ("{1} {0} г., ежегодно", (_YEARS, _MONTHS)),
    "every month": ("ежемесячно до {} числа", (_DAYS,)),
    "every quarter": ("ежеквартально до {} числа месяца, следующего за отчётным", (_DAYS,)),
    "several times": ("{} раз в {}", (range(5, 21), ("год", "месяц", "квартал", "учебный год"))),
    "every week": ("еженедельно, по {}", (_WEEKDAYS,)),
    "once in years": ("1 раз в {} года, {}", ((2, 3, 4), _MONTHS)),
    "all through": ("{}", (("постоянно", "весь период", "в течение учебного года"),)),
    "by a schedule": ("по графику {}", (_OWNERS,)),
    "after an event": ("в течение {1} рабочих дней со дня {0}", (_EVENTS, range(5, 61))),
    "before an event": ("за {1} дней до {0}", (("начала экзамена", "заседания"), range(5, 31))),
    "a footnote and no spaces": ("до{2:02}.{1:02}.{0}г.*", (_YEARS, range(1, 13), _DAYS)),
    "schools": (
        "{1} {0} г. (школа № {2}), {3} {0} г. (школа № {4})",
        (_YEARS, _MONTHS[:6], _SCHOOLS, _MONTHS[6:], (31, 32)),
    ),
}
"""By name: a pattern, and the values of its places."""


def phrases(count: int) -> Iterator[str]:
    """Yield *count* distinct phrases, of every form in turn while it has any left.

    Raises:
        ValueError: There are not so many.
    """
    return _first(count, _in_turn([_filled(*form) for form in FORMS.values()]))


def plain_dates(count: int) -> Iterator[str]:
    """Yield *count* distinct days in words: «18 марта 2024».

    Raises:
        ValueError: There are not so many.
    """
    years = range(1950, 2100)
    return _first(count, (f"{d} {m} {y}" for d, m, y in product(_DAYS, _OF_MONTH, years)))


def _first(count: int, source: Iterator[str]) -> Iterator[str]:
    for given in range(count):
        text = next(source, None)
        if text is None:
            message = f"there are {given} of them, not {count}"
            raise ValueError(message)
        yield text


def _filled(pattern: str, values: tuple[Iterable[object], ...]) -> Iterator[str]:
    return (pattern.format(*row) for row in product(*values))


def _in_turn(sources: list[Iterator[str]]) -> Iterator[str]:
    left = dict(enumerate(sources))
    for key in cycle(range(len(sources))):
        if not left:
            return
        if key in left:
            try:
                yield next(left[key])
            except StopIteration:
                del left[key]
