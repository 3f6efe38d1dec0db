"""The canonical phrase of a reading: printed by one rule, parsed to the same reading."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.lexicon import month_forms
from roadmapkit.deadlines.phrases.tree import (
    Frequency,
    Per,
    Place,
    Reading,
    Recurrence,
    Reporting,
    Scale,
    Term,
    Through,
)
from roadmapkit.deadlines.wording.terms import Case, DateStyle, print_term, russian_forms
from roadmapkit.lazily import regex

__all__ = ["print_reading", "print_sentence"]

_THROUGH = {
    Through.ALWAYS: "постоянно",
    Through.YEAR: "в течение года",
    Through.ACADEMIC_YEAR: "в течение учебного года",
    Through.PERIOD: "в течение периода реализации",
}
_BARE_IN_SENTENCE = frozenset({Scale.DAY, Scale.SEASON})
_DISTANCE = regex(r"(?:^|\s)за\s(?:\d+\s)?(?:рабоч\w+\s|календарн\w+\s)?\w+$")
"""A bare distance, «не позднее чем за 3 рабочих дня», without an event behind it."""
_OF_ONE_DAY = frozenset({Scale.DAY, Scale.WEEKDAY})


def print_reading(reading: Reading, style: DateStyle = DateStyle.WORDS) -> str:
    """Return the reading as it stands in a column of terms."""
    if reading.parts:
        return _list([print_reading(part, style) for part in reading.parts], reading)
    reading, distance = _distance_back(reading)
    terms = [print_term(term, style=style) for term in reading.terms]
    if distance:
        terms = [f"{distance} {terms[0]}"]
    return _with_rest(_main(reading, terms, style), reading)


def print_sentence(reading: Reading, style: DateStyle = DateStyle.WORDS) -> str:
    """Return the reading as it stands inside a sentence: «в январе 2024 г.»."""
    if reading.parts:
        return _list([print_sentence(part, style) for part in reading.parts], reading)
    if reading.recurrence is not None or reading.through is not None or not reading.terms:
        return print_reading(reading, style)
    reading, distance = _distance_back(reading)
    term = _term_in_sentence(reading.terms[0], style)
    return _with_rest(f"{distance} {term}".strip(), reading)


def _distance_back(reading: Reading) -> tuple[Reading, str]:
    """Return a reading without the distance that its last day is counted from, and that distance.

    In front of the day it reads as it was meant: «за 2 недели до 1 сентября».
    """
    if len(reading.terms) != 1 or reading.through is not None:
        return reading, ""
    term, first = reading.terms[0], next(iter(reading.qualifiers), None)
    named = term.last is not None and term.last.scale is Scale.DAY and term.first is None
    if not named or first is None or first.place is not Place.BRACKET:
        return reading, ""
    if first.offset is None or not first.offset.before or not _DISTANCE.search(first.text):
        return reading, ""
    return replace(reading, qualifiers=reading.qualifiers[1:]), first.text


def _list(parts: list[str], reading: Reading) -> str:
    """Join separate terms; a semicolon where a comma would tie them together."""
    ties = any(
        part.recurrence or part.through or not part.terms or part.terms[0].first is None
        for part in reading.parts
    )
    return ("; " if ties else ", ").join(parts)


def _term_in_sentence(term: Term, style: DateStyle) -> str:
    if term.first is None or term.last is None or term.before:
        return print_term(term, style=style)
    scales = {unit.scale for unit in term.units}
    if _named_day(term) and not any(unit.month is None for unit in term.units):
        return f"{_v(term)} {print_term(term, Case.ACCUSATIVE, style)}"
    if scales & _OF_ONE_DAY and not term.is_single:
        return f"в срок {print_term(term, style=style)}"
    if scales <= _BARE_IN_SENTENCE and not any(unit.part for unit in term.units):
        return (
            print_term(term, style=style)
            if Scale.DAY in scales
            else (f"в период: {print_term(term, style=style)}")
        )
    if Scale.BREAK in scales:
        return f"в {print_term(term, Case.ACCUSATIVE, style)}"
    return f"{_v(term)} {print_term(term, Case.PREPOSITIONAL, style)}"


def _named_day(term: Term) -> bool:
    """True for a day that its place in the month names: «первая пятница сентября»."""
    unit = term.units[0]
    return term.is_single and (unit.scale is Scale.WEEKDAY or unit.day == -1)


def _v(term: Term) -> str:
    """«Во» stands before «второй»; a Roman II is read «втором» too."""
    first = term.first
    second = first is not None and (
        (first.part is not None and first.part.value == "second half")
        or (first.part is None and first.index == 2 and first.scale is not Scale.BREAK)
    )
    return "во" if second else "в"


def _main(reading: Reading, terms: list[str], style: DateStyle) -> str:
    recurrence, through = reading.recurrence, reading.through
    if recurrence is not None:
        return _recurring(reading, recurrence, terms, style)
    if through is Through.TERM and reading.terms:
        return _throughout(reading.terms[0], style)
    # In front of the term: behind it, a longer time would be a second term.
    pieces = ([_THROUGH[through]] if through is not None else []) + terms
    return ", ".join(pieces)


def _throughout(term: Term, style: DateStyle) -> str:
    dashed = not _OF_ONE_DAY & {unit.scale for unit in term.units}
    if term.first is not None and term.last is not None and not term.before and dashed:
        return f"в течение {print_term(term, Case.GENITIVE, style)}"
    return f"в течение периода {print_term(term, style=style)}"


def _recurring(reading: Reading, recurrence: Recurrence, terms: list[str], style: DateStyle) -> str:
    words = print_recurrence(recurrence)
    if reading.through is Through.TERM and reading.terms:
        words = f"{words} {_throughout(reading.terms[0], style)}".strip()
        return ", ".join([words, *terms[1:]])
    if reading.through is not None:
        words = f"{words} {_THROUGH[reading.through]}".strip()
    dated = any(unit.year is not None for term in reading.terms for unit in term.units)
    if not terms:
        return words
    listed = ", ".join(terms)
    if not words:
        return listed
    if dated:
        onward = "далее " if recurrence.onward else ""
        return f"{listed}, {onward}{words}"
    return f"{words} {listed}" if reading.terms[0].first is None else f"{words}, {listed}"


def print_recurrence(recurrence: Recurrence) -> str:
    """Return «ежегодно», «2 раза в год», «ежемесячно до 5 числа»."""
    tables = russian_forms()
    pieces = [_how_often(recurrence)]
    if recurrence.weekdays:
        days = ", ".join(str(tables["weekdays"][str(day)]) for day in recurrence.weekdays)
        pieces = ([] if _is_plain_week(recurrence) else pieces) + [f"по {days}"]
    if recurrence.day is not None:
        pieces.append(_day(recurrence))
    elif recurrence.reporting is Reporting.LAST and recurrence.per is not None:
        pieces.append(f"в последний месяц {_genitive(recurrence.per)}")
    if recurrence.without:
        names = ", ".join(month_forms(month)[Case.GENITIVE] for month in recurrence.without)
        pieces.append(f"кроме {names}")
    return " ".join(piece for piece in pieces if piece)


def _genitive(per: Per) -> str:
    """Return «квартала», «года», … – the form that stands after two, too."""
    return str(russian_forms()["periods"][per.value][1])


def _is_plain_week(recurrence: Recurrence) -> bool:
    plain = recurrence.count == 1 and recurrence.every == 1 and not recurrence.at_least
    return plain and recurrence.per is Per.WEEK


def _how_often(recurrence: Recurrence) -> str:
    frequency, count = recurrence.frequency, recurrence.count
    if frequency is None:
        return f"{_least(recurrence)}{_times(recurrence)}" if count is not None else ""
    per = recurrence.per
    if per is None:
        return "четверть" if frequency is Frequency.ACADEMIC_TERM else "полугодие"
    adverbs = russian_forms()["adverbs"]
    plain = count == 1 and recurrence.every == 1 and not recurrence.at_least
    if plain and frequency.value in adverbs:
        return str(adverbs[frequency.value])
    forms = russian_forms()["periods"][per.value]
    every = recurrence.every
    noun = forms[0] if every == 1 else f"{every} {_plural(every, forms)}"
    return f"{_least(recurrence)}{_times(recurrence)} в {noun}"


def _least(recurrence: Recurrence) -> str:
    if not recurrence.at_least:
        return ""
    return "не реже " if recurrence.count == 1 else "не менее "


def _times(recurrence: Recurrence) -> str:
    count = recurrence.count or 1
    if count == 1:
        return "1 раза" if recurrence.at_least else "1 раз"
    return f"{count} {'раз' if recurrence.at_least else _plural(count, ['раз', 'раза', 'раз'])}"


def _plural(number: int, forms: list[str]) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return forms[0]
    few = 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14
    return forms[1] if few else forms[2]


def _day(recurrence: Recurrence) -> str:
    if recurrence.day == -1:
        words = "до последнего дня месяца" if recurrence.by else "в последний день месяца"
    else:
        *others, last = map(str, recurrence.days or [recurrence.day])
        listed = f"{', '.join(others)} и {last}" if others else last
        words = f"{_until(recurrence)}{listed} числа"
    if recurrence.reporting is Reporting.NEXT:
        month = "" if recurrence.day == -1 else " месяца"
        return f"{words}{month}, следующего за отчётным"
    if recurrence.reporting is Reporting.LAST:
        return f"{words} последнего месяца"
    return words


def _until(recurrence: Recurrence) -> str:
    if recurrence.since_day is not None:
        return f"с {recurrence.since_day} по "
    return "до " if recurrence.by else ""


def _with_rest(main: str, reading: Reading) -> str:
    """Add in brackets what else was said, and the school list."""
    head = [q.text for q in reading.qualifiers if q.place is Place.HEAD]
    if head:
        main = f"{head[0]} ({main})"
    main = ", ".join([main, *(q.text for q in reading.qualifiers if q.place is Place.COMMA)])
    rest = [q.text for q in reading.qualifiers if q.place is Place.BRACKET]
    if not main and rest:
        main = rest.pop(0)
    if reading.parties:
        rest.append(", ".join(reading.parties))
    return " ".join([main, *(f"({text})" for text in rest)]).strip()
