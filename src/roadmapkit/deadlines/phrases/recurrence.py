"""Productions for recurrence: how often, on which day, in which month of the period."""

from __future__ import annotations

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.periods import FREQUENCY_OF, SEPARATORS, number, period_noun
from roadmapkit.deadlines.phrases.reporting import due_day
from roadmapkit.deadlines.phrases.tails import index, is_year
from roadmapkit.deadlines.phrases.tree import Frequency, Per, Recurrence
from roadmapkit.deadlines.phrases.weekdays import weekdays, working_day

__all__ = ["each_period", "months_left_out", "recurrence"]

_PER_OF = {frequency: per for per, frequency in FREQUENCY_OF.items()}
_LONGEST_COUNTED_THING = 3
_BARE_NOUNS = frozenset({"квартал", "полугодие", "месяц", "неделя", "четверть", "триместр"})
_IN_TURN = frozenset(
    {"неделям", "месяцам", "кварталам", "полугодиям", "четвертям", "триместрам", "годам"}
)
_WEEKS_IN_MONTH = 5
_PLURALS = ("четвертей", "триместров", "полугодий", "кварталов")
_OUTCOMES = (
    "итогам", "результатам", "окончании", "окончанию", "завершении", "завершению", "истечении",
    "окончания", "завершения",
)  # fmt: skip


def recurrence(c: Cursor) -> Recurrence | None:
    """``recurrence`` = adverb | times | counted_things | every | weekdays | due_day | bare_noun."""
    mark = c.position
    for production in (
        _adverb,
        _times,
        _counted_things,
        _every,
        _on_weekdays,
        due_day,
        _bare_noun,
    ):
        found = production(c)
        if found is not None:
            return found
        c.position = mark
    return None


def each_period(c: Cursor) -> Recurrence | None:
    """``each_period`` = outcome_of_each | nth_in_month | workload.

    The words say more than the recurrence, so the caller keeps them too.
    """
    mark = c.position
    for production in (_outcome_of_each, _nth_in_month, _workload):
        found = production(c)
        if found is not None:
            return found
        c.position = mark
    return None


def _outcome_of_each(c: Cursor) -> Recurrence | None:
    """``outcome_of_each`` = ("по итогам" | "в конце" | …) ("каждой" period_noun | plural)."""
    opened = c.word("по", "после", "в", "до") and (c.group("parts") or c.word(*_OUTCOMES))
    if not opened:
        return None
    if not c.group("every"):
        c.group("academic")
        if not c.is_word(*_PLURALS):
            return None
    found = period_noun(c)
    if found is None:
        return None
    per, every = found
    return Recurrence(FREQUENCY_OF[per], every, 1, per)


def _nth_in_month(c: Cursor) -> Recurrence | None:
    """``nth_in_month`` = ["каждый"] indexes (weekday | "неделя" | "рабочий день") period_noun.

    ``indexes`` = index (("," | "и") index)*: «2 и 4 вторник месяца».
    """
    c.word("в", "во")
    c.group("every")
    for _ in range(_WEEKS_IN_MONTH):
        if index(c) is None:
            return None
        if not (c.take(TokenKind.COMMA) or c.word("и")):
            break
    if not (c.group("weekdays") or c.group("units", "week")) and not working_day(c):
        return None
    c.group("every")
    found = period_noun(c)
    if found is None or found[0] not in {Per.MONTH, Per.QUARTER}:
        return None
    return Recurrence(FREQUENCY_OF[found[0]], per=found[0])


def _workload(c: Cursor) -> Recurrence | None:
    """``workload`` = number ("час" | "день") "в" period_noun: «2 часа в неделю»."""
    if number(c) is None or not (c.group("units", "hour") or c.group("units", "day")):
        return None
    found = _per(c) if c.is_word("в") and not is_year(c.peek(1)) else None
    if found is None:
        return None
    per, every = found
    return Recurrence(FREQUENCY_OF[per], every, 1, per)


def _adverb(c: Cursor) -> Recurrence | None:
    """``adverb`` = "ежегодно" | "ежеквартально" | "ежемесячно" | "еженедельно" | "регулярно"."""
    token = c.group("adverbs")
    if token is None or token.lexeme is None:
        return None
    if token.lexeme.name in {"daily", "irregular"}:
        return Recurrence(None, count=None)
    frequency = Frequency(token.lexeme.name)
    return Recurrence(frequency, per=_PER_OF[frequency])


def _at_least(c: Cursor) -> bool:
    return (
        c.words("не", "менее")
        or c.words("не", "реже")
        or c.words("не", "меньше")
        or c.words("как", "минимум")
        or c.words("минимум")
    )


def _times(c: Cursor) -> Recurrence | None:
    """``times`` = ["по"] ["не реже"] [number ["-" number]] "раз" per."""
    c.word("по")
    at_least = _at_least(c)
    if c.is_word("чем", ahead=1):
        c.take(TokenKind.COMMA)
    c.word("чем")
    first = c.peek()
    adverbial = first is not None and first.norm in {"дважды", "трижды", "однажды", "единожды"}
    count = number(c)
    if count is not None and c.take(TokenKind.DASH):
        # «1-2 раза»: the least is what can be demanded.
        at_least = number(c) is not None or at_least
    if not c.word("раз", "раза", "разу", "р") and not adverbial:
        return None
    count = count or 1
    if _per_days(c):
        return Recurrence(None, count=None)
    found = _per(c)
    if found is None:
        return None if count == 1 else Recurrence(None, count=count, at_least=at_least)
    per, every = found
    return Recurrence(FREQUENCY_OF[per], every, count, per, at_least)


def _per_days(c: Cursor) -> bool:
    """«В день», «в 10 дней»: a period that no frequency names."""
    mark = c.position
    if c.word("в"):
        number(c)
        if c.group("units", "day"):
            return True
    c.position = mark
    return False


def _per(c: Cursor) -> tuple[Per, int] | None:
    """``per`` = ("в" | "за" | "на" | "/" | "в течение" | "каждый") period_noun, before no year."""
    mark = c.position
    if c.word("в", "за", "на", "во") or c.take(TokenKind.SLASH):
        if c.word("течение", "течении"):
            c.word("всего") or c.group("current")
    elif not c.group("every"):
        return None
    if is_year(c.peek()) or c.is_kind(TokenKind.ROMAN):
        c.position = mark
        return _per_of_dated_year(c)
    found = period_noun(c)
    if found is None:
        c.position = mark
    return found


def _per_of_dated_year(c: Cursor) -> tuple[Per, int] | None:
    """«2 раза в 2024 году»: counted in a year, which a calendar term then dates."""
    pair = c.is_kind(TokenKind.DASH, TokenKind.SLASH, ahead=2)
    ahead = 4 if pair else 2
    if pair and c.is_group("academic", ahead=ahead):
        return Per.ACADEMIC_YEAR, 1
    return None if pair else (Per.YEAR, 1)


def _counted_things(c: Cursor) -> Recurrence | None:
    """``counted_things`` = ["не менее"] number noun{1,3} "в" period_noun: «два совещания в год»."""
    at_least = _at_least(c)
    count = number(c)
    if count is None:
        return None
    for _ in range(_LONGEST_COUNTED_THING):
        token = c.peek()
        if token is None or token.kind is not TokenKind.WORD or token.lexeme is not None:
            return None
        c.advance()
        if c.is_word("в") and (found := _per(c)):
            per, every = found
            return Recurrence(FREQUENCY_OF[per], every, count, per, at_least)
    return None


def _every(c: Cursor) -> Recurrence | None:
    """``every`` = ["в"] "каждый" (period_noun | weekday) | "по" plural of a period."""
    by = c.is_word("по")
    c.word("в", "на", "по")
    if not c.group("every"):
        return _by_periods(c) if by else None
    day = c.peek()
    if day is not None and day.lexeme is not None and day.lexeme.group == "weekdays":
        c.advance()
        return Recurrence(Frequency.WEEKLY, per=Per.WEEK, weekdays=(day.lexeme.number,))
    found = period_noun(c)
    if found is None:
        return None
    per, every = found
    return Recurrence(FREQUENCY_OF[per], every, 1, per)


def _by_periods(c: Cursor) -> Recurrence | None:
    """``by_periods`` = "по" ("четвертям" | "полугодиям" | "кварталам" | …)."""
    c.group("academic")
    token = c.peek()
    if token is None or token.norm not in _IN_TURN or token.lexeme is None:
        return None
    c.advance()
    per = Per(token.lexeme.name)
    return Recurrence(FREQUENCY_OF[per], per=per)


def _on_weekdays(c: Cursor) -> Recurrence | None:
    """``on_weekdays`` = "по" weekdays."""
    if not c.word("по"):
        return None
    days = weekdays(c)
    return Recurrence(Frequency.WEEKLY, per=Per.WEEK, weekdays=days) if days else None


def _bare_noun(c: Cursor) -> Recurrence | None:
    """``bare_noun`` = ["учебная"] ("четверть" | "квартал" | …) ["(триместр)"], alone."""
    before = c.peek(-1)
    in_bracket = c.is_kind(TokenKind.OPEN, ahead=-1)
    listed = before is not None and (before.kind in SEPARATORS or before.norm in _BARE_NOUNS)
    if before is not None and (in_bracket or not listed):
        return None
    school = c.group("academic")
    token = c.peek()
    if school and not c.is_word("четверть", "полугодие"):
        return None
    if token is None or token.norm not in _BARE_NOUNS or token.lexeme is None:
        return None
    c.advance()
    if c.is_kind(TokenKind.OPEN) and c.is_group("units", "academic-term", ahead=1):
        closed = c.is_kind(TokenKind.CLOSE, ahead=2)
        c.position += 3 if closed else 0
    after = c.peek()
    if after is not None and after.kind not in SEPARATORS and after.norm not in _BARE_NOUNS:
        return None
    per = Per(token.lexeme.name)
    if per in {Per.WEEK, Per.MONTH} and c.is_kind(TokenKind.OPEN):
        # «Месяц (по графику)» is no «ежемесячно», as «полугодие (декабрь)» is «раз в полугодие».
        return None
    shown = None if per is Per.ACADEMIC_TERM else per
    return Recurrence(FREQUENCY_OF[per], per=shown)


def months_left_out(c: Cursor) -> tuple[int, ...] | None:
    """``months_left_out`` = ("кроме" | "за исключением") month (("," | "и" | "-") month)*."""
    mark = c.position
    if not (c.word("кроме", "исключая") or c.words("за", "исключением")):
        return None
    left_out: list[int] = []
    joint = None
    while token := c.group("months"):
        month = token.lexeme.number if token.lexeme else 0
        if joint is not None and joint.kind is TokenKind.DASH:
            span = (month - left_out[-1]) % 12
            left_out.extend((left_out[-1] + step - 1) % 12 + 1 for step in range(1, span + 1))
        else:
            left_out.append(month)
        joint = c.take(TokenKind.COMMA, TokenKind.DASH) or c.word("и")
    if joint is not None and left_out:
        c.position -= 1
    if not left_out:
        c.position = mark
        return None
    return tuple(left_out)
