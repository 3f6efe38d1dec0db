"""A place in a row of tokens, with the few moves that the productions need."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapkit.deadlines.phrases.lexer import Token, TokenKind
from roadmapkit.lazily import regex

__all__ = ["Cursor"]

_INVISIBLE = regex("[\u00ad\u200b\u2060\ufeff]")


class Cursor:
    """Reads tokens from left to right and can go back to a mark.

    Args:
        tokens: Tokens of one phrase.
        phrase: The phrase itself, for slices in the author's own words.
    """

    def __init__(self, tokens: Sequence[Token], phrase: str) -> None:
        self.tokens = tokens
        self.phrase = phrase
        self.position = 0

    @property
    def at_end(self) -> bool:
        """True behind the last token."""
        return self.position >= len(self.tokens)

    def peek(self, ahead: int = 0) -> Token | None:
        """Return the token *ahead* places on, or None behind the last one."""
        index = self.position + ahead
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def advance(self) -> Token:
        """Return the token here and step over it."""
        token = self.tokens[self.position]
        self.position += 1
        return token

    def is_kind(self, *kinds: TokenKind, ahead: int = 0) -> bool:
        """True if the token *ahead* places on is of one of the kinds."""
        token = self.peek(ahead)
        return token is not None and token.kind in kinds

    def line_start(self, ahead: int = 0) -> bool:
        """True if a line break stands before the token *ahead* places on."""
        token = self.peek(ahead)
        return token is not None and token.line_start

    def take(self, *kinds: TokenKind) -> Token | None:
        """Step over the token here if it is of one of the kinds."""
        return self.advance() if self.is_kind(*kinds) else None

    def is_word(self, *norms: str, ahead: int = 0) -> bool:
        """True if the token *ahead* places on is one of the words."""
        token = self.peek(ahead)
        return token is not None and token.kind is TokenKind.WORD and token.norm in norms

    def word(self, *norms: str) -> Token | None:
        """Step over the word here if it is one of *norms*, and over the dot of its abbreviation."""
        if not self.is_word(*norms):
            return None
        return self._with_dot()

    def words(self, *norms: str) -> bool:
        """Step over exactly these words in this order, or over nothing."""
        if all(self.is_word(norm, ahead=index) for index, norm in enumerate(norms)):
            self.position += len(norms)
            return True
        return False

    def is_group(self, group: str, name: str | None = None, ahead: int = 0) -> bool:
        """True if the token *ahead* places on is a word of a lexicon table."""
        token = self.peek(ahead)
        if token is None or token.lexeme is None or token.lexeme.group != group:
            return False
        return name is None or token.lexeme.name == name

    def group(self, group: str, name: str | None = None) -> Token | None:
        """Step over a word of a lexicon table, and over the dot of its abbreviation."""
        return self._with_dot() if self.is_group(group, name) else None

    def _with_dot(self) -> Token:
        token = self.advance()
        dot = self.peek()
        if dot is not None and dot.kind is TokenKind.DOT and dot.start == token.end:
            self.position += 1
        return token

    def text(self, start: int, end: int) -> str:
        """Return the author's words between two token positions, on one line."""
        if start >= end:
            return ""
        pieces: list[str] = []
        reached = self.tokens[start].start
        for token in self.tokens[start:end]:
            # A word that was torn apart has its text mended, so the phrase fills the gaps only.
            pieces.extend((self.phrase[reached : token.start], token.text))
            reached = max(reached, token.end)
        return " ".join(_INVISIBLE.sub("", "".join(pieces)).split())
