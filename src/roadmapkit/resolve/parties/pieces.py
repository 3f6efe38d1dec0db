"""Cut a cell into the parties that it lists, by form and, where given, by a directory.

The grammar, in order of reading::

    cell      = [label ":"] party {separator party}
    separator = "," | ";" | line break | bullet | "/" | "и" | joiner | nothing
    party     = person | post-person | noun phrase | abbreviation | quoted name | entry
    person    = name [bracket] ["–" post {"," post} | "," post | post]
    post-person = post in the singular [complement] (name | "(" name ")" | "–" name)

"Nothing" separates two parties where the next words can only begin a new one: a name, a
head noun in the nominative, a legal form after a complete phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace

from roadmapkit.lazily import dataclass
from roadmapkit.resolve.parties.abbreviations import (
    abbreviation_genre,
    is_commercial_form,
    is_legal_form,
)
from roadmapkit.resolve.parties.complement import Phrase, extend
from roadmapkit.resolve.parties.heads import Head, acting_length, find_head, joiner_length
from roadmapkit.resolve.parties.names import PersonForm, is_surname_like, read_person
from roadmapkit.resolve.parties.remarks import remark_length
from roadmapkit.resolve.parties.spelling import near_noun_readings
from roadmapkit.resolve.parties.tokens import Token, TokenKind
from roadmapkit.resolve.parties.words import Genre, fold, noun_readings, phrases

__all__ = ["Match", "Piece", "read_pieces"]

Match = Callable[[int], int | None]
"""Index after the longest directory entry that begins at this token, or None."""

_SEPARATORS = frozenset(
    {
        TokenKind.COMMA,
        TokenKind.BREAK,
        TokenKind.LINE,
        TokenKind.DASH,
        TokenKind.SLASH,
        TokenKind.COLON,
        TokenKind.OTHER,
    }
)
_LONGEST_LABEL = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """One party of the cell, as tokens.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        head: Its head phrase, where a known noun heads it.
        person: The name in it, of a person or of a post with its holder.
        post: Token range of the post beside a name.
        entry: Index after the directory entry with which it begins.
        shared: The post stands once for several organisations, «Директорам …».
        collective: An abbreviation of many organisations, or one without a name of its own.
        oblique: The words before it govern a case.
    """

    first: int
    last: int
    head: Head | None = None
    person: PersonForm | None = None
    post: tuple[int, int] | None = None
    entry: int | None = None
    shared: Head | None = None
    collective: bool = False
    oblique: bool = False


def read_pieces(tokens: Sequence[Token], match: Match | None = None) -> tuple[Piece, ...]:
    """Return the parties among *tokens*, in order and without overlap."""
    oneself = _oneself(tokens)
    if oneself is not None:
        return (oneself,)
    return tuple(_Reader(tokens, match or (lambda index: None)).read())


def _oneself(tokens: Sequence[Token]) -> Piece | None:
    """Return «за собой», by which a sentence names whoever signs it."""
    for index in range(len(tokens) - 1):
        pair = f"{tokens[index].folded} {tokens[index + 1].folded}"
        if pair in phrases().oneself:
            return Piece(index, index + 2, oblique=True)
    return None


@dataclass(slots=True)
class _Reader:
    """Reads left to right; what it keeps is only where it is and a shared head."""

    tokens: Sequence[Token]
    match: Match
    shared: Head | None = None
    pieces: list[Piece] = field(default_factory=list)

    def read(self) -> list[Piece]:
        """Return all pieces."""
        index = 0
        while True:
            index, oblique = self._skip(index)
            if index >= len(self.tokens):
                return self.pieces
            piece = self._piece(index, oblique)
            self.pieces.append(piece)
            index = piece.last

    def _kind(self, index: int) -> TokenKind | None:
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else None

    def _skip(self, index: int) -> tuple[int, bool]:
        """Pass over separators, labels, numbering, remarks and governing words."""
        oblique = False
        index = self._after_label(index)
        while index < len(self.tokens):
            token = self.tokens[index]
            joiner = joiner_length(self.tokens, index)
            remark = remark_length(self.tokens, index) if self.match(index) is None else 0
            if acting_length(self.tokens, index):
                break
            if token.kind in _SEPARATORS:
                index = self._after_separator(index)
            elif token.kind is TokenKind.BRACKET and self._bracketed_name(index) is None:
                index += 1
            elif self._is_numbering(index):
                index += 2
            elif joiner and not self._ends(index + joiner):
                index, oblique = index + joiner, True
            elif self._is_conjunction(index):
                index += max(1, remark)
            elif token.folded in phrases().before and not self._ends(index + 1):
                index, oblique = index + 1, True
            elif remark:
                oblique = token.folded in phrases().prepositions
                index += remark
            else:
                break
        return index, oblique

    def _after_separator(self, index: int) -> int:
        """Return the index after a separator, and after the label that may follow a hard one."""
        token = self.tokens[index]
        if token.kind is TokenKind.BREAK:
            self.shared = None
        hard = token.kind in {TokenKind.BREAK, TokenKind.LINE} or token.text == "."
        return self._after_label(index + 1) if hard else index + 1

    def _ends(self, index: int) -> bool:
        return index >= len(self.tokens)

    def _is_conjunction(self, index: int) -> bool:
        conjunction = self.tokens[index].folded == "и" and not self._ends(index + 1)
        return conjunction and not acting_length(self.tokens, index)

    def _is_numbering(self, index: int) -> bool:
        """Return whether «1.», «1)» or «а)» of a numbered list stands at *index*."""
        token = self.tokens[index]
        mark = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        letter = token.kind is TokenKind.WORD and len(token.text) == 1
        return (mark == ")" and letter) or (token.kind is TokenKind.NUMBER and mark in {".", ")"})

    def _after_label(self, index: int) -> int:
        """Return the index after «Исполнители:»; *index* itself where no label stands."""
        for position in range(index, min(index + _LONGEST_LABEL, len(self.tokens))):
            kind = self.tokens[position].kind
            if kind is TokenKind.COLON:
                return position + 1 if position > index else index
            if kind is not TokenKind.WORD:
                break
        return index

    def _piece(self, index: int, oblique: bool) -> Piece:
        entry = self._entry(index)
        if entry is not None:
            return self._with_entry(index, entry, oblique)
        return self._by_form(index, oblique)

    def _entry(self, index: int) -> int | None:
        """Return the end of the directory entry at *index* if the party may end there."""
        end = self.match(index)
        if end is None or end >= len(self.tokens):
            return end
        if self._by_form(index, oblique=False).last <= end:
            return end
        token = self.tokens[end]
        if token.kind is TokenKind.WORD:
            begins = find_head(self.tokens, end) if token.text[0].isupper() else None
            new = begins is not None and "n" in begins.cases
            known = self.match(end) is not None or abbreviation_genre(token.text) is not None
            joined = token.folded == "и" or joiner_length(self.tokens, end) > 0
            return end if new or known or joined else None
        return end if token.kind not in {TokenKind.NUMBER, TokenKind.QUOTE} else None

    def _with_entry(self, index: int, end: int, oblique: bool) -> Piece:
        person = self.tokens[index].person
        if person is not None and end == index + 1:
            return self._person(index, oblique, end)
        head = find_head(self.tokens, index)
        if head is not None and head.genre is Genre.POST and not head.plural:
            return self._holder(Piece(index, end, head, entry=end, oblique=oblique))
        return Piece(index, self._brackets(end), head, entry=end, oblique=oblique)

    def _by_form(self, index: int, oblique: bool) -> Piece:
        token = self.tokens[index]
        if token.kind is TokenKind.NAME:
            return self._person(index, oblique, None)
        if token.kind is TokenKind.BRACKET:
            return Piece(index, index + 1, person=self._bracketed_name(index))
        misspelt = near_noun_readings(token.folded) and not noun_readings(token.folded)
        head = find_head(self.tokens, index, near=bool(misspelt))
        capitals = token.kind is TokenKind.WORD and abbreviation_genre(token.text) is not None
        determiner = token.folded in phrases().determiners and not self._ends(index + 1)
        if head is None and not capitals and not determiner:
            head = find_head(self.tokens, index, near=True)
        if head is not None:
            return self._headed(index, head, oblique)
        if determiner:
            return replace(self._by_form(index + 1, oblique), first=index)
        return self._abbreviation(index, oblique) if capitals else self._unknown(index, oblique)

    def _unknown(self, index: int, oblique: bool) -> Piece:
        """Read a piece of which no word is known; a short word before a name is a post."""
        if self.tokens[index].text.endswith(".") and self._kind(index + 1) is TokenKind.NAME:
            piece = Piece(index, index + 1, oblique=oblique)
            return self._held(piece, index + 2, self.tokens[index + 1].person, index + 1)
        phrase = Phrase(self.tokens, index, Genre.BODY, "n", self.match)
        return Piece(index, extend(phrase, index + 1), oblique=oblique)

    def _abbreviation(self, index: int, oblique: bool) -> Piece:
        token = self.tokens[index]
        legal = is_legal_form(token.text)
        cases = "ndi" if oblique else "n"
        phrase = Phrase(
            self.tokens, index, Genre.BODY, cases, self.match, legal=legal, caps=not legal
        )
        end = extend(phrase, index + 1)
        collective = self._is_collective(index, end)
        holder = self._bracketed_name(end - 1)
        if self.shared is not None and legal and holder is not None:
            return Piece(index, end, person=holder, shared=self.shared, oblique=True)
        return Piece(index, end, collective=collective, oblique=oblique)

    def _is_collective(self, index: int, end: int) -> bool:
        """Return whether an abbreviation names many: «ОО», «МБОУ» alone, «СОШ № 1, 2»."""
        kinds = [self.tokens[position].kind for position in range(index + 1, end)]
        if TokenKind.NUMBER in kinds:
            return kinds.count(TokenKind.NUMBER) > 1
        if is_legal_form(self.tokens[index].text):
            bare = all(kind in {TokenKind.BRACKET, TokenKind.LINE} for kind in kinds)
            return bare and not is_commercial_form(self.tokens[index].text)
        circle = abbreviation_genre(self.tokens[index].text) is Genre.CIRCLE
        return circle and TokenKind.QUOTE not in kinds

    def _headed(self, index: int, head: Head, oblique: bool) -> Piece:
        following = head.index + 1
        phrase = Phrase(self.tokens, head.index, head.genre, head.cases, self.match)
        end = extend(phrase, following)
        piece = Piece(index, end, head, oblique=oblique or "n" not in head.cases)
        if head.genre is not Genre.POST:
            return piece
        if not head.plural:
            return self._holder(piece)
        if self._kind(following) is TokenKind.WORD and is_legal_form(self.tokens[following].text):
            holder = self._bracketed_name(end - 1)
            if holder is not None:
                self.shared = head
                return Piece(following, end, person=holder, shared=head, oblique=True)
        return piece

    def _holder(self, piece: Piece) -> Piece:
        """Join a post in the singular with the name of who holds it."""
        end = piece.last
        bracketed = self._bracketed_name(end - 1)
        if bracketed is not None:
            return self._held(piece, end, bracketed, end - 1)
        position = end
        while self._kind(position) in {TokenKind.LINE, TokenKind.DASH}:
            position += 1
        if self._kind(position) is TokenKind.BRACKET:
            bracketed = self._bracketed_name(position)
            last = self._brackets(position)
            return self._held(piece, last, bracketed, position) if bracketed else piece
        if self._kind(position) is TokenKind.NAME:
            last = self._brackets(position + 1)
            return self._held(piece, last, self.tokens[position].person, end)
        return piece

    def _held(self, piece: Piece, last: int, person: PersonForm | None, post_end: int) -> Piece:
        return Piece(
            piece.first,
            last,
            piece.head,
            person,
            (piece.first, post_end),
            piece.entry,
            oblique=piece.oblique,
        )

    def _bracketed_name(self, index: int) -> PersonForm | None:
        """Return the one person that a bracket names, «(Е.Б. Иванов)» or «(Иванов)»."""
        if self._kind(index) is not TokenKind.BRACKET:
            return None
        inner = self.tokens[index].text.strip("()[] ")
        person = read_person(inner)
        if person is None and inner.isalpha() and inner.istitle() and is_surname_like(fold(inner)):
            return PersonForm(inner)
        return person

    def _brackets(self, index: int) -> int:
        while self._kind(index) is TokenKind.BRACKET:
            index += 1
        return index

    def _person(self, index: int, oblique: bool, entry: int | None) -> Piece:
        """Read a name and the posts that the same person is said to hold."""
        name = self.tokens[index].person
        end = self._brackets(index + 1)
        dash = self._kind(end) is TokenKind.DASH
        comma = self._kind(end) is TokenKind.COMMA
        begin = end + 1 if dash or comma else end
        while self._kind(begin) is TokenKind.LINE:
            begin += 1
        last = self._post(begin, lower=not dash)
        if last is None:
            return Piece(index, end, person=name, entry=entry, oblique=oblique)
        while dash and self._kind(last) is TokenKind.COMMA:
            more = self._post(last + 1, lower=True)
            if more is None:
                break
            last = more
        return Piece(index, last, None, name, (begin, last), entry, oblique=oblique)

    def _post(self, index: int, *, lower: bool) -> int | None:
        """Return the end of a post in the singular that belongs to the name before it."""
        head = find_head(self.tokens, index)
        if head is None or head.genre is not Genre.POST or head.plural:
            return None
        if lower and self.tokens[index].text[0].isupper():
            return None
        phrase = Phrase(self.tokens, head.index, head.genre, head.cases, self.match)
        end = extend(phrase, head.index + 1)
        if self._kind(end) is TokenKind.NAME or self._bracketed_name(end - 1) is not None:
            return None
        return end
