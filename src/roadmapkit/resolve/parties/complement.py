"""How far a party reaches: the words after its head that still belong to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from roadmapkit.lazily import dataclass, regex
from roadmapkit.resolve.parties.abbreviations import (
    abbreviation_genre,
    is_joined,
    is_legal_form,
    is_matter,
    is_of_a_kind,
    is_superior,
    is_territory_mark,
)
from roadmapkit.resolve.parties.clauses import clause_end, is_charge, opens_clause
from roadmapkit.resolve.parties.heads import Head, acting_length, find_head, joiner_length
from roadmapkit.resolve.parties.names import is_surname_like
from roadmapkit.resolve.parties.remarks import others_length
from roadmapkit.resolve.parties.tokens import Token, TokenKind
from roadmapkit.resolve.parties.words import (
    NOMINATIVE,
    Genre,
    Reading,
    adjective_readings,
    is_agent,
    is_unit,
    noun_readings,
    phrases,
)

__all__ = ["Phrase", "extend"]

_MOST_AFTER_LEGAL_FORM = 2
_GENITIVE_LOOK = regex(r"(?:[ыиаяй]|[ое]в)$")
_GOVERNED_LOOK = regex(r"(?:[ыиаяйуюе]|[ое]в|[аяо]м|[аяы]ми|[аяы]х)$")


@dataclass(slots=True)
class Phrase:
    """A party that is being read; the flags say what it has taken in so far.

    Attributes:
        tokens: Tokens of the whole cell.
        anchor: Index of the head noun or abbreviation.
        genre: What the head names.
        cases: Cases of the head; a coordinated head stands in one of them.
        match: Looks an index up in the directory.
        complement: Words after the head were taken in.
        caps: An abbreviation of an organisation was taken in.
        legal: A legal form was taken in.
        after_legal: Abbreviations taken in after a legal form.
        named: «имени» was taken in, so a name is no party.
        preposition: A preposition was taken in, which may govern an enumeration.
        housed: The body that a unit is of was taken in.
    """

    tokens: Sequence[Token]
    anchor: int
    genre: Genre
    cases: str
    match: Callable[[int], int | None]
    complement: bool = False
    caps: bool = False
    legal: bool = False
    after_legal: int = 0
    named: bool = False
    preposition: bool = False
    housed: bool = False

    def kind(self, index: int) -> TokenKind | None:
        """Return the kind of a token, None outside the cell."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else None

    def readings(self) -> list[Reading]:
        """Return the readings of the head in its cases."""
        found = noun_readings(self.tokens[self.anchor].folded)
        return [reading for reading in found if reading.case in self.cases]

    def governed(self, index: int) -> bool:
        """Return whether a preposition stands just before *index*."""
        return self.tokens[index - 1].folded in phrases().prepositions

    def skip_lines(self, index: int) -> int:
        """Return the first index from *index* on that is no line break."""
        while self.kind(index) is TokenKind.LINE:
            index += 1
        return index


def extend(phrase: Phrase, index: int) -> int:
    """Return the index after the last token that belongs to *phrase*."""
    end = index
    while index < len(phrase.tokens):
        following = _STEPS.get(phrase.tokens[index].kind, _stop)(phrase, index)
        if following is None:
            break
        index = end = following
    while end > phrase.anchor + 1 and _is_trailing(phrase.tokens[end - 1]):
        end -= 1
    return end


def _is_trailing(token: Token) -> bool:
    if token.kind in {TokenKind.COMMA, TokenKind.LINE, TokenKind.DASH, TokenKind.SLASH}:
        return True
    if token.folded in {"и", "или"}:
        return True
    return token.kind is TokenKind.OTHER and token.text not in {"+", "%"}


def _stop(phrase: Phrase, index: int) -> int | None:
    return None


def _take(phrase: Phrase, index: int) -> int | None:
    return index + 1


def _other(phrase: Phrase, index: int) -> int | None:
    """Pass a sign; a full stop ends the party where another begins after it."""
    following = phrase.skip_lines(index + 1)
    ends = phrase.tokens[index].text == "." and phrase.kind(following) is TokenKind.WORD
    capital = ends and phrase.tokens[following].text[0].isupper()
    return None if capital and _begins_party(phrase, following) else index + 1


def _number(phrase: Phrase, index: int) -> int | None:
    mark = phrase.tokens[index + 1] if index + 1 < len(phrase.tokens) else None
    if mark is not None and mark.kind is TokenKind.OTHER and mark.text in {".", ")"}:
        return None
    phrase.complement = True
    return index + 1


def _quote(phrase: Phrase, index: int) -> int | None:
    if phrase.kind(index - 1) is TokenKind.QUOTE:
        return None
    phrase.complement = True
    return index + 1


def _name(phrase: Phrase, index: int) -> int | None:
    if not phrase.named:
        return None
    phrase.named = False
    return index + 1


def _dash(phrase: Phrase, index: int) -> int | None:
    """Pass a dash with the apposition after it: «заместитель главы – начальник управления»."""
    if phrase.kind(index - 1) is TokenKind.LINE or phrase.kind(index + 1) is not TokenKind.WORD:
        return None
    head = find_head(phrase.tokens, index + 1)
    posts = head is not None and head.genre is Genre.POST
    return head.index + 1 if head is not None and posts else index + 1


def _slash(phrase: Phrase, index: int) -> int | None:
    return None if _begins_party(phrase, index + 1) else index + 1


def _word(phrase: Phrase, index: int) -> int | None:
    token = phrase.tokens[index]
    if others_length(phrase.tokens, index):
        return None
    if token.folded in {"и", "или"}:
        stops = _begins_party(phrase, index + 1) and not _shares_complement(phrase, index)
        if _is_compound(phrase, index):
            return index + 2
        following = phrase.kind(index + 1) is TokenKind.WORD
        if following and _goes_on_with_capitals(phrase, index, index + 1):
            return index + 2
    elif joiner_length(phrase.tokens, index):
        stops = True
    elif is_matter(token.text):
        stops = False
        phrase.caps = phrase.complement = True
    elif _is_passed(phrase, index):
        stops = False
    elif abbreviation_genre(token.text) is not None:
        stops = not _takes_abbreviation(phrase, index)
    else:
        head = find_head(phrase.tokens, index)
        stops = head is not None and not phrase.governed(index) and _is_new(phrase, head)
        phrase.complement = phrase.complement or not stops
    return None if stops else index + 1


def _is_passed(phrase: Phrase, index: int) -> bool:
    """Return whether a word is taken in whatever it is: a preposition, one typed twice."""
    token = phrase.tokens[index]
    if token.folded in phrases().prepositions:
        phrase.preposition = True
    elif token.folded in phrases().named_after:
        phrase.named = True
    else:
        return phrase.tokens[index - 1].text == token.text and token.text.isupper()
    return True


def _takes_abbreviation(phrase: Phrase, index: int) -> bool:
    """Return whether an abbreviation belongs to the party: «Руководители ШНОР», «МКУ КРО»."""
    text = phrase.tokens[index].text
    if phrase.governed(index) or is_territory_mark(text):
        return True
    if is_superior(text) and index == phrase.anchor + 1:
        return True
    if is_unit(phrase.tokens[phrase.anchor].folded) and not phrase.housed:
        phrase.housed = phrase.caps = True
        return True
    first = index == phrase.anchor + 1
    if is_legal_form(text):
        free = phrase.genre is Genre.POST and not phrase.legal and not phrase.caps
        phrase.legal = phrase.legal or first or free
        return first or free
    if phrase.legal:
        return _takes_after_legal_form(phrase, index)
    of_unit = phrase.genre in {Genre.BODY, Genre.INSTITUTION}
    named = of_unit and (phrase.complement or not first)
    takes = not phrase.caps and not named
    phrase.caps = True
    return takes


def _takes_after_legal_form(phrase: Phrase, index: int) -> bool:
    collective = abbreviation_genre(phrase.tokens[index].text) is Genre.CIRCLE
    full = phrase.after_legal >= _MOST_AFTER_LEGAL_FORM or (collective and phrase.after_legal > 0)
    named = phrase.complement and phrase.kind(index - 1) is not TokenKind.WORD
    phrase.after_legal += 1
    return not full and not named


def _is_compound(phrase: Phrase, index: int) -> bool:
    """Return whether «и» stands inside one abbreviation, «КДН и ЗП»."""
    following = phrase.tokens[index + 1 : index + 2]
    return any(is_joined(phrase.tokens[index - 1].text, token.text) for token in following)


def _shares_complement(phrase: Phrase, index: int) -> bool:
    """Return whether «и» joins two heads to one party: «органы и учреждения профилактики»."""
    head = find_head(phrase.tokens, index + 1)
    bare = not phrase.complement and not phrase.caps and phrase.genre is not Genre.POST
    return bare and head is not None and head.genre is not Genre.POST


def _comma(phrase: Phrase, index: int) -> int | None:
    following = phrase.skip_lines(index + 1)
    kind = phrase.kind(following)
    if kind is TokenKind.NUMBER and phrase.kind(index - 1) is TokenKind.NUMBER:
        return following + 1
    if kind is not TokenKind.WORD or others_length(phrase.tokens, following):
        return None
    charge = is_charge(phrase.tokens, following, phrase.readings())
    begins = not charge and _begins_party(phrase, following)
    if charge or (not begins and opens_clause(phrase.tokens, following)):
        return clause_end(phrase.tokens, following)
    if _goes_on_with_capitals(phrase, index, following):
        return following + 1
    joined = joiner_length(phrase.tokens, following) or acting_length(phrase.tokens, following)
    return None if begins or joined else _next_in_genitive(phrase, following)


def _goes_on_with_capitals(phrase: Phrase, index: int, following: int) -> bool:
    """Return whether an abbreviation goes on: «по УВР, ВР», «руководители РМО, ШМО»."""
    text = phrase.tokens[following].text
    if is_matter(text):
        return phrase.complement
    return phrase.genre is Genre.POST and is_of_a_kind(phrase.tokens[index - 1].text, text)


def _next_in_genitive(phrase: Phrase, following: int) -> int | None:
    """Return *following* where an enumeration in the genitive goes on there."""
    word = phrase.tokens[following].folded
    enumerates = (phrase.complement or phrase.caps) and not phrase.legal
    lower = phrase.tokens[following].text[0].islower()
    goes_on = _looks_genitive(word) or (phrase.preposition and _looks_governed(word))
    return following if enumerates and lower and goes_on else None


def _looks_genitive(word: str) -> bool:
    """Return whether an unknown word may go on with an enumeration in the genitive."""
    qualities = adjective_readings(word)
    if qualities:
        return all(quality.case != NOMINATIVE for quality in qualities) or word.endswith("ой")
    return bool(_GENITIVE_LOOK.search(word)) and not is_agent(word)


def _looks_governed(word: str) -> bool:
    """Return whether an unknown word may go on with what a preposition governs."""
    cases = {quality.case for quality in adjective_readings(word)}
    return bool(_GOVERNED_LOOK.search(word)) and NOMINATIVE not in cases and not is_agent(word)


def _line(phrase: Phrase, index: int) -> int | None:
    following = phrase.skip_lines(index)
    kind = phrase.kind(following)
    if kind in {TokenKind.QUOTE, TokenKind.BRACKET, TokenKind.COMMA}:
        return following
    if kind is not TokenKind.WORD:
        return None
    previous = phrase.tokens[index - 1]
    wraps = previous.folded in phrases().prepositions or previous.kind is TokenKind.DASH
    return following if wraps or _goes_on(phrase, following) else None


def _goes_on(phrase: Phrase, index: int) -> bool:
    """Return whether a line that begins at *index* goes on with the party before it."""
    token = phrase.tokens[index]
    if abbreviation_genre(token.text) is not None:
        bare = phrase.genre is Genre.POST and not phrase.complement and not phrase.caps
        return bare and abbreviation_genre(token.text) is Genre.CIRCLE
    if phrase.match(index) is not None or _begins_line(phrase, index):
        return False
    if token.text[0].islower() or _looks_genitive(token.folded):
        return True
    return not is_surname_like(token.folded) and not is_agent(token.folded)


def _begins_line(phrase: Phrase, index: int) -> bool:
    """Return whether a known head at the beginning of a line is a new party."""
    head = find_head(phrase.tokens, index)
    if head is None or not _has_case(phrase, head):
        return False
    if not _may_be_complement(head):
        return True
    return head.genre is not Genre.BODY and phrase.tokens[index].text[0].isupper()


def _begins_party(phrase: Phrase, index: int) -> bool:
    """Return whether a party begins at *index*, just after a comma, a slash or «и»."""
    kind = phrase.kind(index)
    if kind is not TokenKind.WORD:
        return kind is TokenKind.NAME
    if abbreviation_genre(phrase.tokens[index].text) is not None:
        return True
    if phrase.match(index) is not None:
        return True
    head = find_head(phrase.tokens, index)
    if head is None or not _has_case(phrase, head):
        return False
    conjunction = phrase.tokens[index - 1].folded in {"и", "или"}
    if _may_be_complement(head) and phrase.complement and (conjunction or head.genre is Genre.BODY):
        return head.genre is phrase.genre is Genre.POST
    return True


def _is_new(phrase: Phrase, head: Head) -> bool:
    """Return whether a head that follows with no separator begins a new party."""
    if head.genre is Genre.TERRITORY or not _has_case(phrase, head):
        return False
    if set(phrase.cases) <= set("ga"):
        return False
    if phrase.legal and head.genre in {Genre.BODY, Genre.INSTITUTION} and _is_bare(phrase, head):
        return head.plural
    if not _may_be_complement(head):
        return True
    capital = phrase.tokens[head.first].text[0].isupper()
    of_body = head.genre is Genre.POST and phrase.genre is not Genre.POST
    named = phrase.complement or phrase.caps or of_body
    return capital and named and head.genre is not Genre.BODY


def _is_bare(phrase: Phrase, head: Head) -> bool:
    """Return whether a legal form has no name yet, «МБДОУ детский сад»."""
    between = phrase.tokens[phrase.anchor + 1 : head.index]
    return all(
        token.kind is TokenKind.WORD
        and abbreviation_genre(token.text) is None
        and not noun_readings(token.folded)
        for token in between
    )


def _has_case(phrase: Phrase, head: Head) -> bool:
    cases = set(phrase.cases) | {NOMINATIVE}
    return head.acting or any(reading.case in cases for reading in head.readings)


def _may_be_complement(head: Head) -> bool:
    """Return whether the head may stand in the genitive, as a complement would."""
    return any(reading.case == "g" for reading in head.readings) and not head.acting


_STEPS: dict[TokenKind, Callable[[Phrase, int], int | None]] = {
    TokenKind.WORD: _word,
    TokenKind.NUMBER: _number,
    TokenKind.QUOTE: _quote,
    TokenKind.BRACKET: _take,
    TokenKind.NAME: _name,
    TokenKind.DASH: _dash,
    TokenKind.SLASH: _slash,
    TokenKind.COMMA: _comma,
    TokenKind.LINE: _line,
    TokenKind.OTHER: _other,
}
