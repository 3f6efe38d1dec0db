"""Productions for time without dates: events, distances from them, other documents' terms."""

from __future__ import annotations

import re

from roadmapkit.deadlines.cursor import Cursor
from roadmapkit.deadlines.lexer import TokenKind
from roadmapkit.deadlines.recurrence import number
from roadmapkit.deadlines.terms import calendar_terms
from roadmapkit.deadlines.tree import Offset, Qualifier, QualifierKind, Term, Through

__all__ = ["distance", "named_time", "strong_start", "through"]

_PERIOD_NOUNS = ("периода", "срока", "период", "срок", "времени", "сроков")
_PERIOD_OF = ("реализации", "действия", "выполнения", "исполнения", "проекта", "программы")
_EVENT_AFTER_PO = frozenset(
    "итогам результатам окончании окончанию завершении завершению мере факту запросу запросам "
    "необходимости истечении истечению поступлении согласованию требованию требованиям заявкам "
    "заявке обращению обращениям поручению прибытии готовности получении выполнении достижении "
    "следам".split()
)
_EVENT_OPENERS = frozenset(
    "после до перед при накануне одновременно сразу незамедлительно немедленно срочно "
    "единовременно однократно разово ввиду спустя к через".split()
)
_EVENT_PAIRS = (
    ("с", "момента"), ("со", "дня"), ("с", "даты"), ("в", "ходе"), ("во", "время"),
    ("в", "день"), ("в", "дни"), ("в", "период"), ("в", "рамках"), ("в", "преддверии"),
    ("на", "момент"), ("не", "позднее"), ("не", "ранее"), ("на", "этапе"), ("в", "случае"),
    ("в", "процессе"), ("по", "мере"), ("за", "исключением"), ("на", "период"), ("на", "время"),
)  # fmt: skip
_SCHEDULE_PHRASES = (
    ("согласно",), ("в", "соответствии"), ("в", "сроки"), ("в", "срок"),
    ("в", "установленные", "сроки"), ("в", "установленный", "срок"), ("сроки",), ("срок",),
    ("в", "порядке"),
)  # fmt: skip
_BARE_SCHEDULES = ("график", "план", "план-график", "расписание", "циклограмма", "календарь")
_LOOK_FOR_SCHEDULE = 4
_TERM_ADJECTIVE = re.compile(
    r"(?P<count>полутора|дву|двух|трех|четырех|пяти|шести|семи|десяти|пятнадцати|двадцати|"
    r"тридцати)?(?P<unit>дневн|недельн|месячн|годичн)(?:ый|ого|ому)"
)
_ADJECTIVE_COUNTS = {
    "дву": 2, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7,
    "десяти": 10, "пятнадцати": 15, "двадцати": 20, "тридцати": 30,
}  # fmt: skip
_ADJECTIVE_UNITS = {"дневн": "day", "недельн": "week", "месячн": "month", "годичн": "year"}
_SHORT_UNITS = frozenset({"day", "week", "month", "hour"})
_SIGNING = re.compile(r"(?:момента|дня|даты|дату|после)\s+(?:е[её]\s+|его\s+)?подписани", re.I)
_ENDS = (TokenKind.OPEN, TokenKind.CLOSE, TokenKind.SEMICOLON)
_BREAKS = (TokenKind.COMMA, TokenKind.NEWLINE)
_PREPOSITIONS = frozenset({"в", "во", "до", "к", "с", "со", "по", "на"})


def through(c: Cursor) -> tuple[Through, tuple[Term, ...]] | None:
    """through = always | ("в течение" | "на протяжении" | "весь") (year | period | calendar)."""
    mark = c.position
    if c.group("always") or c.words("на", "постоянной", "основе"):
        return Through.ALWAYS, ()
    if c.words("в", "постоянном", "режиме"):
        return Through.ALWAYS, ()
    opened = c.words("в", "течение") or c.words("в", "течении") or c.words("на", "протяжении")
    opened = opened or c.words("в", "продолжение")
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
    _swallow(c)
    return Through.PERIOD, ()


def distance(c: Cursor) -> Qualifier | None:
    """distance = ("в течение" | "не позднее" | "через" | "за") number unit anchor."""
    start = c.position
    found = _opened_distance(c) or _adjective_distance(c, start)
    if found is None:
        c.position = start
        return None
    _swallow(c)
    text = c.text(start, c.position)
    before = found.before or _counts_back(text)
    offset = Offset(found.count, found.unit, found.working, before)
    return Qualifier(QualifierKind.EVENT, text, offset, signing=bool(_SIGNING.search(text)))


def _opened_distance(c: Cursor) -> Offset | None:
    before = False
    if c.words("в", "течение") or c.words("в", "течении"):
        c.word("последующих", "первых", "ближайших")
    elif c.words("не", "позднее") or c.words("не", "позже"):
        c.word("чем")
        before = c.word("за") is not None or (c.word("через") is not None and False)
    elif c.word("за"):
        before = True
    elif not c.word("через", "спустя"):
        if not (c.words("по", "истечении") or c.words("по", "истечению")):
            return _bare_distance(c)
    count = number(c) or 1
    working = c.word("рабочих", "рабочего", "рабочие", "рабочий") is not None
    c.word("календарных", "календарного", "полных")
    token = c.group("units")
    if token is None or token.lexeme is None:
        return None
    return Offset(count, token.lexeme.name, working, before)


def _bare_distance(c: Cursor) -> Offset | None:
    """«3 рабочих дня», «10 дней со дня …»: a number and a short unit."""
    count = number(c)
    if count is None:
        return None
    working = c.word("рабочих", "рабочего", "рабочие", "рабочий") is not None
    c.word("календарных", "календарного")
    token = c.group("units")
    if token is None or token.lexeme is None or token.lexeme.name not in _SHORT_UNITS:
        return None
    return Offset(count, token.lexeme.name, working)


def _adjective_distance(c: Cursor, start: int) -> Offset | None:
    """«В десятидневный срок», «в 10-дневный срок», «в месячный срок»."""
    c.position = start
    if not c.word("в", "во"):
        return None
    count = number(c)
    c.take(TokenKind.DASH)
    token = c.peek()
    match = _TERM_ADJECTIVE.fullmatch(token.norm) if token is not None else None
    if match is None:
        return None
    c.advance()
    if not c.word("срок"):
        return None
    counted = count or _ADJECTIVE_COUNTS.get(match["count"] or "", 1)
    return Offset(counted, _ADJECTIVE_UNITS[match["unit"]])


def _counts_back(text: str) -> bool:
    return re.search(r"\bдо\b", text.lower()) is not None and not re.search(
        r"\b(?:после|со дня|с момента|с даты)\b", text.lower()
    )


def named_time(c: Cursor) -> Qualifier | None:
    """named_time = schedule words | event words, up to the next term."""
    start = c.position
    kind = _opener(c)
    if kind is None:
        return None
    c.position = start + 1
    _swallow(c)
    text = c.text(start, c.position)
    return Qualifier(kind, text, signing=bool(_SIGNING.search(text)))


def _opener(c: Cursor) -> QualifierKind | None:
    token = c.peek()
    if token is None or token.kind is not TokenKind.WORD:
        return None
    norm = token.norm
    if any(_has_words(c, words) for words in _SCHEDULE_PHRASES):
        return QualifierKind.SCHEDULE
    if c.is_group("breaks") or (norm in {"в", "на"} and c.is_group("breaks", ahead=1)):
        return QualifierKind.EVENT
    if norm in _BARE_SCHEDULES:
        return QualifierKind.SCHEDULE
    if norm == "по":
        return _after_po(c)
    if any(_has_words(c, words) for words in _EVENT_PAIRS):
        return QualifierKind.EVENT
    following = c.is_kind(TokenKind.WORD, TokenKind.NUMBER, TokenKind.ROMAN, ahead=1)
    alone = norm in {"сразу", "незамедлительно", "немедленно", "срочно", "однократно", "разово",
                     "единовременно"}  # fmt: skip
    if norm in _EVENT_OPENERS and (following or alone):
        return QualifierKind.EVENT
    return None


def _after_po(c: Cursor) -> QualifierKind | None:
    first = c.peek(1)
    if first is None or first.kind not in {TokenKind.WORD, TokenKind.NUMBER}:
        return None
    if first.norm in _EVENT_AFTER_PO:
        return QualifierKind.EVENT
    if first.norm in {"срокам", "сроку"}:
        return QualifierKind.SCHEDULE
    for ahead in range(1, _LOOK_FOR_SCHEDULE + 1):
        if c.is_group("schedules", ahead=ahead):
            return QualifierKind.SCHEDULE
        if not c.is_kind(TokenKind.WORD, ahead=ahead):
            break
    return QualifierKind.EVENT


def _has_words(c: Cursor, words: tuple[str, ...]) -> bool:
    return all(c.is_word(word, ahead=ahead) for ahead, word in enumerate(words))


def _swallow(c: Cursor) -> None:
    """Step to the end of a clause: a bracket, a semicolon, or where a new term begins."""
    depth = 0
    while not c.at_end:
        if c.is_kind(TokenKind.QUOTE_OPEN):
            depth += 1
        elif c.is_kind(TokenKind.QUOTE_CLOSE):
            depth = max(depth - 1, 0)
        if not depth and _clause_ends(c):
            return
        c.position += 1


def _clause_ends(c: Cursor) -> bool:
    if c.is_kind(*_ENDS):
        return True
    if c.is_kind(*_BREAKS):
        return strong_start(c, ahead=1, separated=True)
    if c.is_kind(TokenKind.DASH):
        return strong_start(c, ahead=1, separated=True) and not c.is_kind(
            TokenKind.NUMBER, ahead=1
        )
    return strong_start(c, ahead=0, separated=False)


def strong_start(c: Cursor, ahead: int, *, separated: bool) -> bool:
    """True where words begin that can only be a term of their own.

    Args:
        c: The cursor, which does not move.
        ahead: How many tokens on to look.
        separated: A comma or a line break stands before; then a bare date counts too.
    """
    token = c.peek(ahead)
    if token is None:
        return False
    group = token.lexeme.group if token.lexeme else ""
    if group in {"adverbs", "always"}:
        return True
    if c.is_word("в", "на", ahead=ahead) and c.is_word("течение", "протяжении", ahead=ahead + 1):
        return True
    if _counted_start(c, ahead):
        return True
    if token.norm in _PREPOSITIONS:
        return _is_dated(c, ahead + 1, years=separated and token.norm in {"в", "до"})
    if separated:
        return _is_dated(c, ahead, years=True) or _separated_opener(c, ahead)
    return group == "months" and token.norm.endswith(("ь", "й", "т"))


def _counted_start(c: Cursor, ahead: int) -> bool:
    """«не реже», «2 раза в», «раз в»."""
    if c.is_word("не", ahead=ahead) and c.is_word("реже", "менее", ahead=ahead + 1):
        return True
    if c.is_word("раз", ahead=ahead) and c.is_word("в", ahead=ahead + 1):
        return True
    times = c.is_word("раз", "раза", ahead=ahead + 1)
    return times and (c.is_kind(TokenKind.NUMBER, ahead=ahead) or c.is_group("numbers", ahead=ahead))


def _is_dated(c: Cursor, ahead: int, *, years: bool) -> bool:
    """True at a month, a date, or a day with its month."""
    token = c.peek(ahead)
    if token is None:
        return False
    if token.kind in {TokenKind.DATE, TokenKind.MONTH_YEAR} or c.is_group("months", ahead=ahead):
        return True
    if token.kind is TokenKind.NUMBER and c.is_group("months", ahead=ahead + 1):
        return True
    dated_year = token.kind is TokenKind.NUMBER and len(token.text) == 4
    return years and dated_year and c.is_group("units", "year", ahead=ahead + 1)


def _separated_opener(c: Cursor, ahead: int) -> bool:
    """Behind a comma, «по …», «согласно …» begin a qualifier of their own."""
    if c.is_word("согласно", ahead=ahead):
        return True
    if c.is_word("по", ahead=ahead):
        following = c.peek(ahead + 1)
        return following is not None and (
            following.norm in _EVENT_AFTER_PO or c.is_group("schedules", ahead=ahead + 1)
        )
    return False
