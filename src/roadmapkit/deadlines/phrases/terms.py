"""Productions for calendar terms: units with their prepositions, ranges and lists of numbers."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.lexer import Token, TokenKind
from roadmapkit.deadlines.phrases.lists import academic_years, indexes
from roadmapkit.deadlines.phrases.ranges import adjacent, comparable, like, single, span
from roadmapkit.deadlines.phrases.tails import (
    index,
    is_year,
    pair_of_years,
    year_mark,
)
from roadmapkit.deadlines.phrases.tree import Part, Scale, Term, Unit
from roadmapkit.deadlines.phrases.units import unit

__all__ = ["calendar_terms", "spans"]

_LEAD_NOUNS = ("срок", "сроки", "сроком", "срока", "период", "периода")
_LEAD_VERBS = ("исполнения", "реализации", "выполнения", "проведения", "действия", "времени")
_LATER = ("последующие", "последующий", "последующих", "следующие", "дальнейшие")
_RANGE_MARKS = (TokenKind.DASH, TokenKind.SLASH)


def calendar_terms(c: Cursor) -> tuple[Term, ...] | None:
    """``calendar_terms`` = [lead] (until | from_to | since | spans) ["включительно"]."""
    mark = c.position
    _lead(c)
    for production in (_until, _from_to, _since, _plain):
        inner = c.position
        found = production(c)
        if found is not None:
            c.word("включительно")
            return _onward(c, found)
        c.position = inner
    c.position = mark
    return None


def _onward(c: Cursor, found: tuple[Term, ...]) -> tuple[Term, ...]:
    """``onward`` = ["," ] ["и"] ("последующие годы" | "далее", at the end): «2018 и далее»."""
    mark = c.position
    c.take(TokenKind.COMMA)
    c.word("и")
    c.word("в", "на")
    later = c.word(*_LATER) is not None and year_mark(c)
    later = later or (c.word("далее") is not None and (c.at_end or c.is_kind(TokenKind.CLOSE)))
    if not later or len(found) > 1 or found[0].first is None:
        c.position = mark
        return found
    return (Term(found[0].first, None),)


def _lead(c: Cursor) -> None:
    """``lead`` = ["в" | "на" | "за"] ["срок" | "период"] ["исполнения"] [":" | "-" | ","]."""
    mark = c.position
    c.word("в", "во", "на", "за", "со")
    holidays = c.is_word("время", "дни") and c.is_group("seasons", ahead=1)
    if holidays:
        c.advance()
    elif not c.word(*_LEAD_NOUNS):
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
        found = (single(Unit(Scale.YEAR)),)
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
        first = like(last, bare)
    if last is None or first is None:
        return None
    inclusive = c.word("включительно") is not None or not exclusive or edge is Part.END
    before = not inclusive and last.scale is not Scale.DAY
    if edge is Part.END and last.scale is Scale.ACADEMIC_YEAR:
        last = replace(last, part=Part.END)
    return (span(first, last, before=before),)


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
    if found := indexes(c):
        return found
    c.position = mark
    if found := _two_parts(c):
        return found
    c.position = mark
    first = unit(c)
    if first is None:
        return None
    return _second_end(c, first)


def _two_parts(c: Cursor) -> tuple[Term, ...] | None:
    """``two_parts`` = part ("и" | ",") ["в"] part unit: «в начале и конце учебного года»."""
    first = _edge_word(c)
    if first is None or not (c.word("и") or c.take(TokenKind.COMMA)):
        return None
    c.word("в")
    last = unit(c)
    if last is None or last.part is None:
        return None
    return single(replace(last, part=first)), single(last)


def _second_end(c: Cursor, first: Unit) -> tuple[Term, ...]:
    """Return the range that begins with *first*, or *first* alone."""
    mark = c.position
    if c.is_kind(TokenKind.DASH, ahead=1):
        c.take(TokenKind.COMMA)
    # «01.01.2024 по 31.12.2024»: the «с» in front was left out.
    joint = c.take(*_RANGE_MARKS) or (c.word("по") if first.scale is Scale.DAY else None)
    last = unit(c) if joint else None
    if joint is None or last is None or not comparable(first, last):
        c.position = mark
        return (single(first),)
    if joint.kind is TokenKind.SLASH and not adjacent(first, last):
        return (single(replace(first, year=first.year or last.year)), single(last))
    if _winter_behind(first, last) and is_year(_year_token(c)):
        last = replace(last, year=(last.year or 0) + 1)
    return (span(first, last),)


def _winter_behind(first: Unit, last: Unit) -> bool:
    """«Осень – зима 2012 года»: the year of the autumn, in which the winter begins."""
    seasons = first.scale is last.scale is Scale.SEASON
    return seasons and first.year is None and last.year is not None and last.index == 1


def _year_token(c: Cursor) -> Token | None:
    """Return the year just passed, None where it is the second of two."""
    back = -1
    while c.is_kind(TokenKind.DOT, ahead=back) or c.is_group("units", "year", ahead=back):
        back -= 1
    paired = c.is_kind(TokenKind.DASH, TokenKind.SLASH, ahead=back - 1)
    return None if paired else c.peek(back)


def _years(c: Cursor) -> tuple[Term, ...] | None:
    """``years`` = academic_years | pair_of_years [year_mark], where no academic year is meant."""
    mark = c.position
    if found := academic_years(c):
        return found
    c.position = mark
    pair = pair_of_years(c)
    if pair is None:
        return None
    first, last, slash = pair
    years = year_mark(c)
    if c.is_group("academic") or (slash and not years and last == first + 1):
        return None
    return (Term(Unit(Scale.YEAR, year=first), Unit(Scale.YEAR, year=last)),)
