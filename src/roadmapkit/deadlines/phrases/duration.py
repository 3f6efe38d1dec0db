"""Productions for time throughout: «постоянно», «в течение года», «весь период»."""

from __future__ import annotations

import re
from itertools import pairwise

from roadmapkit.deadlines.phrases.clauses import swallow
from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.periods import SEPARATORS
from roadmapkit.deadlines.phrases.terms import calendar_terms
from roadmapkit.deadlines.phrases.tree import Term, Through
from roadmapkit.lazily import regex

__all__ = ["other_period", "through"]

_PERIOD_NOUNS = ("периода", "срока", "период", "срок", "времени", "сроков")
_PERIOD_OF = ("реализации", "действия", "выполнения", "исполнения", "проекта", "программы")
_PLANNED = ("проекта", "проектов", "подпрограммы", "мероприятий", "дорожной", "муниципальной")


# The period of the document, in whatever words: «реализации», «действия Программы».
_OWN_PERIOD = regex(
    r"(?:реализ|действ|выполн|исполн|проект|программ|подпрограмм|план|дорожн|мероприят|времен)",
    re.IGNORECASE,
)
_PERIOD_OF_WHAT = regex(r"\b(?:период|срок)\w*\s+(?P<what>\w.*)", re.IGNORECASE)


def other_period(text: str) -> str:
    """Return of what the period is where that need not be the document's own.

    «Весь период подготовки и проведения ГИА» is read as the period of the plan, so that the
    words that say otherwise must not get lost.
    """
    found = _PERIOD_OF_WHAT.search(text)
    what = found["what"] if found else ""
    return "" if _OWN_PERIOD.match(what) else what


def through(c: Cursor) -> tuple[Through, tuple[Term, ...]] | None:
    """``through`` = always | ("в течение" | "на протяжении" | "весь") (year | period | terms)."""
    mark = c.position
    always = c.words("на", "постоянной", "основе") or c.words("в", "постоянном", "режиме")
    if always or c.group("always"):
        return Through.ALWAYS, ()
    if c.is_word("период", "срок", "сроки") and c.is_word(*_PERIOD_OF, ahead=1):
        return _undated_period(c)
    opened = c.words("в", "течение") or c.words("в", "течении") or c.words("на", "протяжении")
    opened = opened or c.words("в", "продолжение")
    if not opened and c.is_word("весь", "всю", ahead=1):
        c.word("за", "на", "в")
    whole = c.word("всего", "весь", "круглый", "всей", "все", "целый", "всем")
    if not opened and not whole:
        for_period = c.words("в", "период") or c.words("на", "период") or c.words("за", "период")
        if for_period and c.is_word(*_PERIOD_OF):
            return _rest_of_period(c)
        c.position = mark
        return None
    found = _through_what(c)
    if found is None or _counted_from(c):
        c.position = mark
        return None
    return found


def _counted_from(c: Cursor) -> bool:
    """«В течение года со дня …» is a distance, not a time throughout."""
    return c.is_word("с", "со", "после", "до") and c.is_word(
        "дня", "момента", "даты", "получения", "вступления", ahead=1
    )


def _through_what(c: Cursor) -> tuple[Through, tuple[Term, ...]] | None:
    mark = c.position
    c.group("current")
    if c.is_group("units", "year") and c.is_word("года", "год", "году", "г"):
        c.group("units", "year")
        return Through.YEAR, ()
    if c.group("academic") and c.group("units", "year"):
        if c.is_kind(TokenKind.NUMBER):
            c.position = mark
        else:
            return Through.ACADEMIC_YEAR, ()
    c.position = mark
    if c.word("указанного", "отчетного", "планового") or c.is_word(*_PERIOD_NOUNS):
        return _through_period(c)
    if c.is_kind(TokenKind.NUMBER) and c.is_group("units", "day", ahead=1):
        return None
    # «В течение реализации проекта»: the noun «периода» was left out.
    if _names_plan(c):
        return _rest_of_period(c)
    terms = calendar_terms(c)
    return (Through.TERM, _merged(terms)) if terms else None


def _names_plan(c: Cursor) -> bool:
    planned = c.is_word(*_PLANNED, ahead=1) or c.is_group("schedules", ahead=1)
    return planned and c.is_word(*_PERIOD_OF)


def _through_period(c: Cursor) -> tuple[Through, tuple[Term, ...]] | None:
    mark = c.position
    dated = calendar_terms(c)
    if dated is not None:
        return Through.TERM, dated
    c.position = mark
    return _rest_of_period(c) if c.word(*_PERIOD_NOUNS) else None


def _merged(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """«В течение I и II кварталов»: units that follow on each other are one time."""
    first, last = terms[0].first, terms[-1].last
    if len(terms) < 2 or first is None or last is None:
        return terms
    numbers = [term.first.index for term in terms if term.first and term.is_single]
    whole = numbers[0] is not None if numbers else False
    if not whole or len(numbers) != len(terms):
        return terms
    steps = [(right or 0) - (left or 0) for left, right in pairwise(numbers)]
    return (Term(first, last),) if set(steps) == {1} else terms


def _undated_period(c: Cursor) -> tuple[Through, tuple[Term, ...]] | None:
    """«Период реализации проекта», where no date follows that would say more."""
    mark = c.position
    c.position += 1
    found = _rest_of_period(c)
    dated = any(
        token.kind is not TokenKind.WORD or token.lexeme is not None
        for token in c.tokens[mark + 2 : c.position]
        if token.lexeme is None or token.lexeme.group != "schedules"
    )
    if dated or not (c.at_end or c.is_kind(*SEPARATORS, TokenKind.DOT)):
        c.position = mark
        return None
    return found


def _rest_of_period(c: Cursor) -> tuple[Through, tuple[Term, ...]]:
    swallow(c)
    return Through.PERIOD, ()
