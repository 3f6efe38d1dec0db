"""Which directory entry a piece of a cell means, with a finding where none or several do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.kinds import Person, Post
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.checks import nearest_hint
from roadmapkit.resolve.directory.index import DirectoryIndex, Entry
from roadmapkit.resolve.directory.presence import check_presence, vacancy_message
from roadmapkit.resolve.parties.lookalikes import mixed_letters
from roadmapkit.resolve.parties.match import CellMatcher, find_declined
from roadmapkit.resolve.parties.mending import near_name
from roadmapkit.resolve.parties.names import PersonForm
from roadmapkit.resolve.parties.pieces import Piece
from roadmapkit.resolve.parties.spelling import latin_in_words, to_cyrillic
from roadmapkit.resolve.parties.tokens import Token
from roadmapkit.resolve.parties.wording import plain_phrase
from roadmapkit.resolve.parties.words import phrases
from roadmapkit.source import Origin

__all__ = ["EntryFinder"]

_ALL_CASES = "gdaip"
_OBLIQUE_ENDINGS = ("у", "ю", "ой", "ей", "ым", "им", "ом", "ем", "ого", "его")


class EntryFinder:
    """Finds the entries of one cell.

    Args:
        text: The cell.
        tokens: Its tokens.
        index: The directory, not empty.
        on: Day of the document.
        origin: Where the cell stands, for findings and their fixes.

    Attributes:
        diagnostics: Findings, in the order of the cell.
    """

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        index: DirectoryIndex,
        on: date | None,
        origin: Origin | None,
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._matcher = CellMatcher(text, tokens, index)
        self._on = on
        self.index = index
        self._origin = origin
        self.span = origin.span if origin is not None else None
        self.diagnostics: list[Diagnostic] = []

    def check_letters(self) -> None:
        """Report the words that have Latin letters where Cyrillic ones look alike."""
        if self.index.get(self._text.strip()) is not None:
            return
        self.diagnostics.extend(
            mixed_letters(word, self._text, letters, self.span)
            for word, letters in latin_in_words(self._text)
        )

    def end(self, index: int) -> int | None:
        """Return the token index after the longest entry at *index*, or None."""
        return self._matcher.end(index)

    def find(self, piece: Piece, text: str) -> Entry | None:
        """Return the entry that a piece means; None, with a finding, where it is not one."""
        if piece.person is not None:
            return self._person(piece, piece.person)
        match = self._matcher.at(piece.first)
        if match is not None and match.end == piece.entry:
            return self._only(match.entries, text)
        plain = plain_phrase(self._tokens[piece.first : piece.last])
        if plain.lower() in phrases().oneself or self.index.abbreviation(plain) is not None:
            return None
        found = (
            self.index.find(plain)
            or self._matcher.by_other_name(piece.first, piece.last)
            or find_declined(plain, self.index)
        )
        return self._only(found, text, mend=True)

    def _person(self, piece: Piece, name: PersonForm) -> Entry | None:
        surname = name.surname
        governed = piece.oblique and (piece.head is None or "n" not in piece.head.cases)
        cases = _ALL_CASES if governed or surname.endswith(_OBLIQUE_ENDINGS) else ""
        found = self.index.find_people(name, oblique=cases)
        if len(found) > 1 and piece.entry is not None:
            found = self._holders(piece, found)
        written = name.with_surname(surname)
        return self._only(found, written)

    def _holders(self, piece: Piece, people: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return those of several people who hold the post that the cell names beside them."""
        match = self._matcher.at(piece.first)
        posts = {entry.id for entry in match.entries} if match is not None else set()
        holding = tuple(
            person
            for person in people
            if any(held.post.id in posts for held in self.index.posts_of(person.id, self._on))
        )
        return holding or people

    def _only(self, found: Sequence[Entry], text: str, *, mend: bool = False) -> Entry | None:
        if len(found) == 1:
            self._check_vacancy(found[0], text)
            self.diagnostics.extend(check_presence(found[0], self.index, self._on, self.span))
            return found[0]
        if found:
            self.diagnostics.append(
                codes.AMBIGUOUS_PARTY.at(
                    self.span,
                    Message(
                        "{party!r} may be any of these entries: {ids}",
                        party=text,
                        ids=", ".join(self._named(entry) for entry in found),
                    ),
                    hint=Message("Write the party so that only one of them fits, or its id"),
                )
            )
            return None
        self.diagnostics.append(
            codes.UNKNOWN_PARTY.at(
                self.span,
                Message("The directory does not know {party!r}", party=text),
                hint=nearest_hint(
                    self.index.nearest(to_cyrillic(text)),
                    Message("Add the party to the directory, or this form to its aliases"),
                ),
                fix=near_name(text, self.index, self._origin) if mend else (),
            )
        )
        return None

    def _named(self, entry: Entry) -> str:
        """Return the id of an entry with the full name of a person, which tells namesakes apart."""
        return f"{entry.id} ({entry.model.name})" if isinstance(entry.model, Person) else entry.id

    def _check_vacancy(self, entry: Entry, text: str) -> None:
        if self._on is None or not isinstance(entry.model, Post) or not entry.model.appointments:
            return
        holder = self.index.holder(entry.id, self._on)
        if holder.vacant:
            self.diagnostics.append(
                codes.VACANT_POST.at(
                    self.span,
                    vacancy_message(text, holder, self._on),
                    hint=Message("Add the appointment to the directory, or name another party"),
                )
            )
