"""Productions for calendar terms: units with their prepositions, ranges and lists of numbers."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import TokenKind
from roadmapkit.deadlines.phrases.tree import Part, Scale, Term, Unit
from roadmapkit.deadlines.phrases.units import (
    index,
    indexed,
    is_year,
    pair_of_years,
    unit,
    year_mark,
)

__all__ = ["calendar_terms", "order_key", "spans"]

_LEAD_NOUNS = ("срок", "сроки", "сроком", "срока", "период", "периода")
_LEAD_VERBS = ("исполнения", "реализации", "выполнения", "проведения", "действия", "времени")
_RANGE_MARKS = (TokenKind.DASH, TokenKind.SLASH)
_MONTHS_IN_QUARTER = 3
# A longer row of numbers is no list of days, and reading it again at each number takes long.
_LONGEST_LIST = 31
_FIRST_MONTH_OF_SEASON = {1: 12, 2: 3, 3: 6, 4: 9}


def calendar_terms(c: Cursor) -> tuple[Term, ...] | None:
    """``calendar_terms`` = [lead] (until | from_to | since | spans) ["включительно"]."""
    mark = c.position
    _lead(c)
    for production in (_until, _from_to, _since, _plain):
        inner = c.position
        found = production(c)
        if found is not None:
            c.word("включительно")
            return found
        c.position = inner
    c.position = mark
    return None


def _lead(c: Cursor) -> None:
    """``lead`` = ["в" | "на" | "за"] ["срок" | "период"] ["исполнения"] [":" | "-" | ","]."""
    mark = c.position
    c.word("в", "во", "на", "за", "со")
    if not c.word(*_LEAD_NOUNS):
        c.position = mark
        return
    c.word(*_LEAD_VERBS)
    c.take(TokenKind.COLON, TokenKind.DASH)


def _plain(c: Cursor) -> tuple[Term, ...] | None:
    """``plain`` = ["в" | "на" | "за"] spans."""
    c.word("в", "во", "на", "за")
    return spans(c)


def _until(c: Cursor) -> tuple[Term, ...] | None:
    """``until`` = ("до" | "к" | "не позднее" | "по") ["конца" | "начала" | "середины"] spans."""
    exclusive = False
    if c.word("до", "к", "ко"):
        exclusive = True
    elif not (c.words("не", "позднее") or c.words("не", "позже") or c.word("по")):
        return None
    edge = _edge_word(c)
    found = spans(c)
    if found is None and edge is not None and c.group("units", "year"):
        found = (_single(Unit(Scale.YEAR)),)
    if found is None or not all(term.is_single for term in found):
        return None
    inclusive = c.word("включительно") is not None or not exclusive
    return tuple(_by(term.last, edge, inclusive=inclusive) for term in found if term.last)


def _edge_word(c: Cursor) -> Part | None:
    token = c.peek()
    if token is None or token.lexeme is None or token.lexeme.group != "parts":
        return None
    c.advance()
    return {"start": Part.START, "middle": Part.MIDDLE, "end": Part.END}[token.lexeme.name]


def _by(last: Unit, edge: Part | None, *, inclusive: bool) -> Term:
    if edge is Part.END:
        # An academic year has lessons until May only, though it lasts until August.
        part = Part.END if last.scale is Scale.ACADEMIC_YEAR else last.part
        return Term(None, replace(last, part=part))
    if edge is Part.START:
        return Term(None, last, before=True)
    if edge is Part.MIDDLE:
        return Term(None, replace(last, part=Part.FIRST_HALF))
    before = last.scale is not Scale.DAY and last.part is None and not inclusive
    return Term(None, last, before=before)


def _from_to(c: Cursor) -> tuple[Term, ...] | None:
    """``from_to`` = ("с" | "от") (unit | index) ("по" | "до" | "-") unit."""
    if not c.word("с", "со", "от"):
        return None
    _edge_start(c)
    mark = c.position
    first = unit(c)
    bare: int | None = None
    if first is None or not _range_word(c):
        c.position = mark
        first, bare = None, _bare_start(c)
        if bare is None:
            return None
    exclusive = c.is_word("до", ahead=-1)
    edge = _edge_word(c)
    last = unit(c)
    if last is not None and bare is not None:
        first = _like(last, bare)
    if last is None or first is None:
        return None
    inclusive = c.word("включительно") is not None or not exclusive or edge is Part.END
    before = not inclusive and last.scale is not Scale.DAY
    if edge is Part.END and last.scale is Scale.ACADEMIC_YEAR:
        last = replace(last, part=Part.END)
    return (_range(first, last, before=before),)


def _bare_start(c: Cursor) -> int | None:
    """«С 1 по 15 марта», «с 2021 по 2023 год»: a number whose unit comes later."""
    number = c.advance().value if is_year(c.peek()) else index(c)
    year_mark(c)
    return number if number is not None and _range_word(c) else None


def _range_word(c: Cursor) -> bool:
    if c.is_word("по", "до", ahead=1):
        c.take(TokenKind.COMMA)
    return bool(c.word("по", "до") or c.take(TokenKind.DASH))


def _edge_start(c: Cursor) -> bool:
    """Pass over «начала»: a unit starts at its beginning anyway."""
    if not c.is_group("parts", "start"):
        return False
    c.advance()
    return True


def _since(c: Cursor) -> tuple[Term, ...] | None:
    """``since`` = ("с" | "начиная с" | "не ранее" | "после") unit."""
    after = False
    if c.words("начиная", "с") or c.words("начиная", "со"):
        pass
    elif c.words("не", "ранее") or c.words("не", "раньше"):
        c.word("чем")
        c.word("с")
    elif c.word("после"):
        after = True
    elif not c.word("с", "со"):
        return None
    from_its_start = _edge_start(c)
    first = unit(c)
    if first is None:
        return None
    return (Term(first, None, after=after and not from_its_start),)


def spans(c: Cursor) -> tuple[Term, ...] | None:
    """``spans`` = indexes noun | unit [("-" | "/") unit] | year "-" year."""
    mark = c.position
    if found := _years(c):
        return found
    c.position = mark
    if found := _indexes(c):
        return found
    c.position = mark
    first = unit(c)
    if first is None:
        return None
    return _second_end(c, first)


def _second_end(c: Cursor, first: Unit) -> tuple[Term, ...]:
    """Return the range that begins with *first*, or *first* alone."""
    mark = c.position
    if c.is_kind(TokenKind.DASH, ahead=1):
        c.take(TokenKind.COMMA)
    joint = c.take(*_RANGE_MARKS)
    last = unit(c) if joint else None
    if joint is None or last is None or not _comparable(first, last):
        c.position = mark
        return (_single(first),)
    if joint.kind is TokenKind.SLASH and not _adjacent(first, last):
        return (_single(replace(first, year=first.year or last.year)), _single(last))
    return (_range(first, last),)


def _years(c: Cursor) -> tuple[Term, ...] | None:
    """``years`` = pair_of_years [year_mark], where no academic year is meant."""
    pair = pair_of_years(c)
    if pair is None:
        return None
    first, last, slash = pair
    years = year_mark(c)
    if c.is_group("academic") or (slash and not years and last == first + 1):
        return None
    return (Term(Unit(Scale.YEAR, year=first), Unit(Scale.YEAR, year=last)),)


def _indexes(c: Cursor) -> tuple[Term, ...] | None:
    """``indexes`` = index ((dash | "," | "и" | "/") index)+ (noun | month) [year_tail]."""
    first = index(c)
    if first is None:
        return None
    pairs = [[first, first]]
    while len(pairs) < _LONGEST_LIST:
        mark = c.position
        joint = c.take(TokenKind.DASH, TokenKind.COMMA, TokenKind.SLASH) or c.word("и", "или")
        following = _next_index(c) if joint else None
        if joint is None or following is None:
            c.position = mark
            break
        if joint.kind is TokenKind.DASH:
            pairs[-1][1] = following
        else:
            pairs.append([following, following])
    if len(pairs) == 1 and pairs[0][0] == pairs[0][1] and not c.is_kind(TokenKind.DASH):
        return None
    last = _noun_of_list(c, pairs)
    if last is None:
        return None
    terms = []
    for low, high in pairs:
        start, end = _like(last, low), _like(last, high)
        if start is None or end is None:
            return None
        terms.append(_range(start, end))
    return tuple(terms)


def _next_index(c: Cursor) -> int | None:
    """An index within a list; a full date is left for the end of the list."""
    return None if c.is_kind(TokenKind.DATE) else index(c)


def _noun_of_list(c: Cursor, pairs: list[list[int]]) -> Unit | None:
    """Return the unit named behind the last index: «1, 3 квартал», «1-15.03.2024»."""
    mark = c.position
    joint = c.take(TokenKind.DASH, TokenKind.COMMA)
    if joint is not None and c.is_kind(TokenKind.DATE):
        last = unit(c)
        if last is None or last.day is None:
            return None
        if joint.kind is TokenKind.DASH:
            pairs[-1][1] = last.day
        else:
            pairs.append([last.day, last.day])
        return last
    c.position = mark
    return indexed(c, pairs[-1][1])


def _like(unit_: Unit, number: int) -> Unit | None:
    """Return the unit of the same kind with another number."""
    if unit_.scale is Scale.DAY:
        return replace(unit_, day=number) if 0 < number <= 99 else None
    if unit_.scale is Scale.YEAR:
        return replace(unit_, year=number) if number >= 1000 else None
    if unit_.index is None or number > 12:
        return None
    return replace(unit_, index=number)


def _single(only: Unit) -> Term:
    return Term(only, only)


def _range(first: Unit, last: Unit, *, before: bool = False) -> Term:
    """Return the range with the year that one end lends to the other."""
    if first.year is None and last.year is not None and not _mixed(first, last):
        first = replace(first, year=last.year - (order_key(first) > order_key(last)))
    elif last.year is None and first.year is not None and not _mixed(first, last):
        last = replace(last, year=first.year + (order_key(first) > order_key(last)))
    return Term(first, last, before=before)


def _mixed(first: Unit, last: Unit) -> bool:
    return first.scale.is_school != last.scale.is_school


def _comparable(first: Unit, last: Unit) -> bool:
    """A range of a day and a year is no range; neither is a year after a month."""
    if _mixed(first, last):
        return False
    whole_years = {Scale.YEAR, Scale.ACADEMIC_YEAR}
    return (first.scale in whole_years) == (last.scale in whole_years)


def _adjacent(first: Unit, last: Unit) -> bool:
    if first.scale is not last.scale or first.scale is Scale.DAY:
        return False
    if first.scale is Scale.MONTH and first.month and last.month:
        return (last.month - first.month) % 12 == 1
    return first.index is not None and last.index == first.index + 1


def order_key(unit_: Unit) -> tuple[int, int]:
    """Return where the unit stands within its year."""
    if unit_.scale.is_school:
        return (unit_.index or 0, 0)
    if unit_.scale is Scale.YEAR:
        return (0, 0)
    if unit_.scale is Scale.QUARTER:
        return (((unit_.index or 1) - 1) * _MONTHS_IN_QUARTER + 1, 0)
    if unit_.scale is Scale.HALF:
        return (((unit_.index or 1) - 1) * 2 * _MONTHS_IN_QUARTER + 1, 0)
    if unit_.scale is Scale.SEASON:
        return (_FIRST_MONTH_OF_SEASON[unit_.index or 1], 0)
    inner = unit_.day or (unit_.index or 0) * 7
    return (unit_.month or 0, inner)
