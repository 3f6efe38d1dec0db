"""Find directory entries in the tokens of a cell; the longest written form wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from roadmapkit.lazily import dataclass, regex
from roadmapkit.model.kinds import Organization, Post
from roadmapkit.resolve.directory.forms import FoldedWord, folded_words, key_of, written_forms
from roadmapkit.resolve.directory.index import DirectoryIndex, Entry
from roadmapkit.resolve.parties.heads import find_head
from roadmapkit.resolve.parties.spelling import to_cyrillic
from roadmapkit.resolve.parties.tokens import Token, TokenKind
from roadmapkit.resolve.parties.wording import nominative_heads

__all__ = ["CellMatcher", "EntryMatch", "find_declined"]

_ID = regex(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class EntryMatch:
    """Entries whose written form stands in a cell.

    Attributes:
        entries: The entries; several where the form is ambiguous.
        end: Index after the last token of the form.
    """

    entries: tuple[Entry, ...]
    end: int


class CellMatcher:
    """Looks the tokens of one cell up in a directory.

    Args:
        text: The cell.
        tokens: Its tokens.
        index: The directory.
    """

    def __init__(self, text: str, tokens: Sequence[Token], index: DirectoryIndex) -> None:
        self._text = text
        self._tokens = tokens
        self._index = index
        self._words = folded_words(to_cyrillic(text))
        self._starts = [word.start for word in self._words]
        self._token_starts = [token.start for token in tokens]
        self._found: dict[int, EntryMatch | None] = {}

    def end(self, index: int) -> int | None:
        """Return the index after the longest entry that begins at a token, or None."""
        match = self.at(index)
        return match.end if match is not None else None

    def at(self, index: int) -> EntryMatch | None:
        """Return the longest entry that begins at a token, in any case, or None."""
        if index not in self._found:
            self._found[index] = self._at(index)
        return self._found[index]

    def _at(self, index: int) -> EntryMatch | None:
        if index >= len(self._tokens) or self._tokens[index].kind is TokenKind.NAME:
            return None
        by_id = self._by_id(index)
        if by_id is not None:
            return by_id
        match = self._by_form(index)
        if match is None or not all(isinstance(e.model, Post) for e in match.entries):
            return match
        return self._with_organization(match)

    def _by_id(self, index: int) -> EntryMatch | None:
        """Return the entry whose id is written here; an id may look like several tokens."""
        written = _ID.match(self._text, self._tokens[index].start)
        entry = self._index.get(written.group()) if written is not None else None
        if written is None or entry is None:
            return None
        return EntryMatch((entry,), bisect_left(self._token_starts, written.end()))

    def _by_form(self, index: int, case: str = "") -> EntryMatch | None:
        first = bisect_left(self._starts, self._tokens[index].start)
        found = [self._longest(words) for words in self._readings(index, first, case)]
        matches = [match for match in found if match is not None]
        return max(matches, key=lambda match: match.end, default=None)

    def _readings(self, index: int, first: int, case: str) -> Iterator[list[FoldedWord]]:
        """Yield the words from *index* on: as written, then with the head in the nominative."""
        yield self._words[first:]
        head = find_head(self._tokens, index)
        if head is None:
            return
        after = bisect_left(self._starts, self._tokens[head.index].end)
        place = self._tokens[head.index]
        for phrase in nominative_heads(self._tokens, head, case):
            begun = [FoldedWord(word, place.start, place.end) for word in key_of(phrase)]
            yield begun + self._words[after:]

    def _longest(self, words: Sequence[FoldedWord]) -> EntryMatch | None:
        for length in self._index.lengths(words[0].text) if words else ():
            if length > len(words):
                continue
            entries = self._index.find_key(tuple(word.text for word in words[:length]))
            end = self._token_after(words, length) if entries else None
            if end is not None:
                return EntryMatch(entries, end)
        return None

    def _token_after(self, words: Sequence[FoldedWord], length: int) -> int | None:
        """Return the token index after a form; None if it ends inside a token."""
        stop = words[length - 1].end
        index = bisect_left(self._token_starts, stop)
        last = self._tokens[index - 1]
        inside = length < len(words) and words[length].start < last.end
        return None if inside else index

    def _with_organization(self, match: EntryMatch) -> EntryMatch:
        """Join a post's title with the organisation after it: «директор МБОУ «Школа № 5»»."""
        following = self._by_form(match.end, "g") if match.end < len(self._tokens) else None
        if following is None:
            return match
        bodies = {entry.id for entry in following.entries}
        held = tuple(
            entry
            for entry in match.entries
            if isinstance(entry.model, Post) and entry.model.organization in bodies
        )
        return EntryMatch(held, following.end) if held else match

    def by_other_name(self, first: int, last: int) -> tuple[Entry, ...]:
        """Return the entries meant by tokens that call an organisation by another name.

        «Методисты МЦ» means the entry «методисты МБУ «Методический центр»» where «МЦ» is
        an alias of that organisation.
        """
        for index in range(first + 1, last):
            match = self.at(index)
            if match is None or match.end != last:
                continue
            begun = key_of(self._text[self._tokens[first].start : self._tokens[index].start])
            bodies = [e.model for e in match.entries if isinstance(e.model, Organization)]
            for form in (form for body in bodies for form in written_forms(body)):
                found = self._index.find_key(begun + key_of(form))
                if found:
                    return found
        return ()


def find_declined(text: str, index: DirectoryIndex) -> tuple[Entry, ...]:
    """Return the entries of which *text* is a case form that the dictionary of forms knows.

    Only forms whose words begin alike are declined, since that loads the dictionary.
    """
    found: dict[str, Entry] = {}
    for nominative, form in index.beginning_alike(key_of(text)):
        if index.forms.is_form_of(text, form):
            found.update((entry.id, entry) for entry in index.find_key(nominative))
    return tuple(found.values())
