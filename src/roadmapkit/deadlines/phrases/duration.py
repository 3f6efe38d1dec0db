"""Productions for time throughout: «постоянно», «в течение года», «весь период»."""

from __future__ import annotations

from roadmapkit.deadlines.phrases.clauses import swallow
from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.terms import calendar_terms
from roadmapkit.deadlines.phrases.tree import Term, Through

__all__ = ["through"]

_PERIOD_NOUNS = ("периода", "срока", "период", "срок", "времени", "сроков")
_PERIOD_OF = ("реализации", "действия", "выполнения", "исполнения", "проекта", "программы")


def through(c: Cursor) -> tuple[Through, tuple[Term, ...]] | None:
    """``through`` = always | ("в течение" | "на протяжении" | "весь") (year | period | terms)."""
    mark = c.position
    if c.group("always") or c.words("на", "постоянной", "основе"):
        return Through.ALWAYS, ()
    if c.words("в", "постоянном", "режиме"):
        return Through.ALWAYS, ()
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
        inner = c.position
        dated = calendar_terms(c)
        if dated is not None:
            return Through.TERM, dated
        c.position = inner
        return _rest_of_period(c) if c.word(*_PERIOD_NOUNS) else None
    if c.is_kind(TokenKind.NUMBER) and c.is_group("units", "day", ahead=1):
        return None
    terms = calendar_terms(c)
    return (Through.TERM, terms) if terms else None


def _rest_of_period(c: Cursor) -> tuple[Through, tuple[Term, ...]]:
    swallow(c)
    return Through.PERIOD, ()
