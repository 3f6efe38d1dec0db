"""The deadline phrase as a row of items: terms, recurrences, events, names, remarks."""

from __future__ import annotations

from dataclasses import replace

from roadmapkit.deadlines.phrases.clauses import strong_start
from roadmapkit.deadlines.phrases.cursor import Cursor
from roadmapkit.deadlines.phrases.distance import bare_distance, distance
from roadmapkit.deadlines.phrases.duration import other_period, through
from roadmapkit.deadlines.phrases.events import document_date, named_time, reference
from roadmapkit.deadlines.phrases.lexer import Token, TokenKind
from roadmapkit.deadlines.phrases.parties import party_start, split_names
from roadmapkit.deadlines.phrases.recurrence import each_period, months_left_out, recurrence
from roadmapkit.deadlines.phrases.terms import calendar_terms
from roadmapkit.deadlines.phrases.tree import Qualifier, QualifierKind, Recurrence, Term, Through
from roadmapkit.deadlines.phrases.weekdays import nth_weekday, weekdays
from roadmapkit.lazily import dataclass

__all__ = ["Item", "Names", "Throughout", "Weekdays", "Without", "phrase_items"]

_SEPARATORS = (
    TokenKind.COMMA,
    TokenKind.SEMICOLON,
    TokenKind.COLON,
    TokenKind.DOT,
    TokenKind.NEWLINE,
    TokenKind.DASH,
    TokenKind.SLASH,
)
_JOINTS = ("и", "или", "а", "но", "также", "далее", "затем", "впоследствии")
_DEEPEST_BRACKET = 8


@dataclass(frozen=True, slots=True)
class Names:
    """A school list."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Throughout:
    """All the time, with the calendar terms that say of what."""

    through: Through
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week, 1 for Monday, without a date."""

    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Months left out."""

    months: tuple[int, ...]


Value = Term | Recurrence | Throughout | Qualifier | Names | Weekdays | Without


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said.

    Attributes:
        value: What.
        before: Marks and joints that stand before it.
        bracketed: It stands in brackets.
        text: The author's words.
        place: Where they stand; items that one production gave share it.
    """

    value: Value
    before: frozenset[str] = frozenset()
    bracketed: bool = False
    text: str = ""
    place: int = 0


def phrase_items(tokens: tuple[Token, ...], phrase: str) -> tuple[list[Item], list[str]]:
    """``phrase_items`` = (separator | "(" phrase_items ")" | item)*.

    Returns:
        The items in order, and the brackets without a pair.
    """
    reader = _Reader(Cursor(tokens, phrase))
    reader.read(depth=0)
    return reader.items, reader.unpaired


class _Reader:
    """Reads items until the phrase ends."""

    def __init__(self, cursor: Cursor) -> None:
        self.c = cursor
        self.items: list[Item] = []
        self.unpaired: list[str] = []
        self._before: set[str] = set()

    def read(self, depth: int) -> None:
        """Read up to the end, or to the bracket that closes this level."""
        while not self.c.at_end:
            if self._enumerator(depth):
                self._before.add("enumerator")
            elif self.c.is_kind(TokenKind.CLOSE):
                if depth:
                    return
                self.unpaired.append(self.c.advance().text)
            elif self.c.is_kind(TokenKind.OPEN):
                self._bracket(depth)
            elif separator := self.c.take(*_SEPARATORS):
                self._before.add(separator.kind.value)
            elif self.c.words("в", "том", "числе"):
                self._before.add("и")
            elif joint := self.c.word(*_JOINTS):
                self._before.add(joint.norm)
            else:
                if self.c.line_start():
                    self._before.add("newline")
                self._item()

    def _enumerator(self, depth: int) -> bool:
        """``enumerator`` = number ("." | ")"), where no date begins: «1. Сентябрь 2. Ноябрь»."""
        c = self.c
        mark, dot = c.peek(), c.peek(1)
        if mark is None or dot is None or mark.kind is not TokenKind.NUMBER or len(mark.text) > 2:
            return False
        closing = dot.kind is TokenKind.CLOSE and not depth
        if dot.start != mark.end or not (closing or dot.kind is TokenKind.DOT):
            return False
        c.position += 2
        return True

    def _bracket(self, depth: int) -> None:
        opened = self.c.advance()
        if depth >= _DEEPEST_BRACKET:
            return
        known = len(self.items)
        self._before.add("(")
        self.read(depth + 1)
        if self.c.take(TokenKind.CLOSE) is None:
            self.unpaired.append(opened.text)
        inside = [replace(item, bracketed=True) for item in self.items[known:]]
        self.items[known:] = inside
        self._before = {")"}

    def _item(self) -> None:
        """``item`` = names | the first of the productions that fits | words not understood."""
        c, start = self.c, self.c.position
        if party_start(c):
            self._names()
            return
        for production in (self._each_period, self._recurrence, self._lasting, self._calendar):
            found = production()
            if found:
                for value in found:
                    self._add(value, start)
                return
            c.position = start
        self._unknown()

    def _each_period(self) -> list[Value]:
        """A recurrence whose words say more than how often."""
        start = self.c.position
        found = each_period(self.c)
        if found is None:
            return []
        return [found, Qualifier(QualifierKind.EVENT, self.c.text(start, self.c.position))]

    def _recurrence(self) -> list[Value]:
        if found := recurrence(self.c):
            return [found]
        left_out = months_left_out(self.c)
        return [Without(left_out)] if left_out else []

    def _lasting(self) -> list[Value]:
        """A time throughout, or a distance from an event."""
        start = self.c.position
        if all_time := through(self.c):
            kind, dated = all_time
            whole = Throughout(kind, tuple(replace(term, place=start) for term in dated))
            other = other_period(self.c.text(start, self.c.position))
            if kind is not Through.PERIOD or not other:
                return [whole]
            return [whole, Qualifier(QualifierKind.NOTE, other, understood=False)]
        found = document_date(self.c) or distance(self.c)
        return [found] if found else []

    def _calendar(self) -> list[Value]:
        """Calendar terms, days of the week, and what only an event or a document dates."""
        c, start = self.c, self.c.position
        if terms := self._terms():
            return [replace(term, place=start) for term in terms]
        if days := weekdays(c):
            return [Weekdays(days)]
        if nth_weekday(c):
            return [Qualifier(QualifierKind.NOTE, c.text(start, c.position))]
        found = bare_distance(c) or reference(c) or named_time(c)
        return [found] if found else []

    def _terms(self) -> tuple[Term, ...] | None:
        """Calendar terms, unless a year is the tail of a name: «ГИА-2023»."""
        back_one, back_two = self.c.peek(-1), self.c.peek(-2)
        if (
            back_one is not None
            and back_two is not None
            and back_one.kind is TokenKind.DASH
            and back_two.kind is TokenKind.WORD
            and back_one.start == back_two.end
            and back_two.lexeme is None
        ):
            return None
        return calendar_terms(self.c)

    def _add(self, value: Value, start: int) -> None:
        text = self.c.text(start, self.c.position)
        self.items.append(Item(value, frozenset(self._before), text=text, place=start))
        self._before = set()

    def _names(self) -> None:
        """``names`` = everything up to a bracket, a semicolon, a known term, or the end."""
        c, start, depth = self.c, self.c.position, 0
        while not c.at_end:
            if c.is_kind(TokenKind.QUOTE_OPEN):
                # A new name in quotation marks begins even where the last was never closed.
                depth = 1 if party_name_before(c) else depth + 1
            elif c.is_kind(TokenKind.QUOTE_CLOSE):
                depth = max(depth - 1, 0)
            elif c.is_kind(TokenKind.OPEN, TokenKind.CLOSE) or (
                not depth and c.position > start and self._names_end()
            ):
                break
            c.position += 1
        text = c.text(start, c.position)
        names = Names(split_names(text))
        self.items.append(Item(names, frozenset(self._before), text=text, place=start))
        self._before = set()

    def _names_end(self) -> bool:
        c = self.c
        if c.is_kind(TokenKind.SEMICOLON):
            return True
        if c.is_kind(TokenKind.DASH, TokenKind.COLON, TokenKind.COMMA, TokenKind.NEWLINE):
            return strong_start(c, ahead=1, separated=True)
        if c.is_kind(TokenKind.DOT):
            return strong_start(c, ahead=1, separated=True)
        before = c.peek(-1)
        numbered = before is not None and before.kind is TokenKind.NUMERO
        separated = c.line_start()
        return not numbered and (
            strong_start(c, ahead=0, separated=separated) or self._year_follows()
        )

    def _year_follows(self) -> bool:
        """«… в 2022 году – МОУ …»: a dated year begins the next term."""
        c = self.c
        token = c.peek(1)
        year = token is not None and token.kind is TokenKind.NUMBER and len(token.text) == 4
        return year and c.is_word("в", "на", "до") and c.is_group("units", "year", ahead=2)

    def _unknown(self) -> None:
        """Words that no production covers, kept together."""
        c, start = self.c, self.c.position
        c.position += 1
        while c.is_kind(TokenKind.DASH) and c.is_kind(TokenKind.NUMBER, TokenKind.WORD, ahead=1):
            glued = c.peek(1)
            dash = c.peek()
            if glued is None or dash is None or glued.start != dash.end:
                break
            c.position += 2
        text = c.text(start, c.position)
        last = self.items[-1] if self.items else None
        joined = (
            last is not None
            and isinstance(last.value, Qualifier)
            and not last.value.understood
            and not self._before - {"и", "comma"}
            and "(" not in self._before
        )
        if joined and last is not None:
            text = self._between(last.text, text, start)
        note = Qualifier(QualifierKind.NOTE, text, understood=False)
        if joined and last is not None:
            self.items[-1] = replace(last, value=note, text=text)
        else:
            self.items.append(Item(note, frozenset(self._before), text=text, place=start))
        self._before = set()

    def _between(self, head: str, tail: str, start: int) -> str:
        """Return two pieces of a remark joined as they stand in the phrase."""
        c = self.c
        before = c.peek(start - 1 - c.position)
        first = c.tokens[start]
        if before is None:
            return f"{head} {tail}"
        mark = ", " if "comma" in self._before else (" и " if "и" in self._before else "")
        if mark:
            return head + mark + tail
        return head + (" " if before.end < first.start else "") + tail


def party_name_before(c: Cursor) -> bool:
    """True if the word before a quotation mark is the form of an organisation."""
    before = c.peek(-1)
    return (
        before is not None and before.lexeme is not None and before.lexeme.group == "organisations"
    )
