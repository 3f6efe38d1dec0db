"""Whom a cell «Ответственные» names: its pieces, what kind each is, and whom it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import overload

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.entries import EntryFinder
from roadmapkit.resolve.parties.heads import joiner_length
from roadmapkit.resolve.parties.kinds import PartyKind, kind_by_form, kind_of_entry, normalized
from roadmapkit.resolve.parties.pieces import Piece, read_pieces
from roadmapkit.resolve.parties.tokens import Token, TokenKind, tokenize
from roadmapkit.resolve.parties.wording import plain_phrase
from roadmapkit.resolve.parties.words import fold
from roadmapkit.source import Origin

__all__ = ["PartiesReading", "PartyKind", "PartyRef", "resolve_parties"]

_ABBREVIATED = 4


@dataclass(frozen=True, slots=True)
class PartyRef:
    """One party of a cell (ответственный, исполнитель).

    Attributes:
        text: The piece of the cell.
        kind: ``person``, ``role`` (a post, held by one or many), ``organization`` or ``group``.
        ref: Id of the directory entry; None where there is none.
        normalized: The entry's full name; without an entry the piece in the nominative,
            without remarks in brackets.
        start: Offset of the piece in the cell.
        end: Offset after it.
        post: For a person, the post that the cell gives beside the name.
    """

    text: str
    kind: PartyKind
    ref: str | None
    normalized: str
    start: int
    end: int
    post: str | None = None

    def to_dict(self) -> dict[str, str | None]:
        """Return the party as the published contract has it."""
        return {
            "text": self.text,
            "kind": self.kind,
            "ref": self.ref,
            "normalized": self.normalized,
        }


@dataclass(frozen=True, slots=True)
class PartiesReading(Sequence[PartyRef]):
    """The parties of a cell, in order, and what was found on the way; a sequence of the parties.

    Attributes:
        parties: The parties, each once.
        diagnostics: Findings; empty without a directory.
        remarks: What else the cell says, in order: labels, «по согласованию», telephones.
    """

    parties: tuple[PartyRef, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    remarks: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Return how many parties there are."""
        return len(self.parties)

    @overload
    def __getitem__(self, index: int) -> PartyRef: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[PartyRef, ...]: ...

    def __getitem__(self, index: int | slice) -> PartyRef | tuple[PartyRef, ...]:
        """Return one party, or several."""
        return self.parties[index]

    def to_dict(self) -> list[dict[str, str | None]]:
        """Return the list of the published contract."""
        return [party.to_dict() for party in self.parties]


def resolve_parties(
    text: str,
    index: DirectoryIndex | None = None,
    *,
    on: date | None = None,
    origin: Origin | None = None,
) -> PartiesReading:
    """Return the parties that a cell names.

    Args:
        text: The cell as written; line breaks separate parties where they can.
        index: The directory. Without one, or with an empty one, the parties are told apart
            by their form alone and nothing is reported.
        on: Day of the document, for posts that may be vacant.
        origin: Where the cell stands, for findings.

    Returns:
        The parties in the order of the cell. One that is named twice is kept once.
    """
    if not index:
        return _by_form(text)
    tokens = tokenize(text)
    finder = EntryFinder(text, tokens, index, on, origin)
    finder.check_letters()
    pieces = read_pieces(tokens, finder.end)
    found = [_entry_party(text, tokens, piece, finder) for piece in pieces]
    parties = tuple(_once(found))
    repeated = [party for party in found if party not in parties]
    finder.diagnostics.extend(
        codes.REPEATED_PARTY.at(
            finder.span,
            Message("{party!r} is named twice", party=party.text),
            hint=Message("Leave one of the two out"),
        )
        for party in repeated
    )
    return PartiesReading(parties, tuple(finder.diagnostics), _remarks(text, tokens, pieces))


@lru_cache(maxsize=1024)  # the same executors stand in most rows of a plan
def _by_form(text: str) -> PartiesReading:
    """Return the parties of a cell by their form alone."""
    tokens = tokenize(text)
    pieces = read_pieces(tokens)
    known = tuple(_once(_party(text, tokens, piece) for piece in pieces))
    return PartiesReading(known, remarks=_remarks(text, tokens, pieces))


def _remarks(text: str, tokens: tuple[Token, ...], pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the words between the pieces, without those that only join two parties."""
    inside = {index for piece in pieces for index in range(piece.first, piece.last)}
    runs: list[list[Token]] = [[]]
    index = 0
    while index < len(tokens):
        joiner = joiner_length(tokens, index)
        joiner *= index + joiner < len(tokens)
        joins = tokens[index].folded == "и" or not any(map(str.isalpha, tokens[index].text))
        if index in inside or joiner or joins:
            runs.append([])
        else:
            runs[-1].append(tokens[index])
        index += 1 if index in inside else max(joiner, 1)
    return tuple(text[run[0].start : run[-1].end] for run in runs if run)


def _once(parties: Iterable[PartyRef]) -> Iterator[PartyRef]:
    """Yield the parties without those that were named before."""
    seen: set[tuple[str, str]] = set()
    for party in parties:
        key = (party.kind, party.ref or fold(party.normalized))
        if key not in seen:
            seen.add(key)
            yield party


def _party(text: str, tokens: tuple[Token, ...], piece: Piece) -> PartyRef:
    """Return the party of a piece by its form alone."""
    start, end = _extent(text, tokens, piece)
    return PartyRef(
        text[start:end],
        kind_by_form(tokens, piece),
        None,
        normalized(tokens, piece),
        start,
        end,
        _post(tokens, piece),
    )


def _entry_party(
    text: str, tokens: tuple[Token, ...], piece: Piece, finder: EntryFinder
) -> PartyRef:
    """Return the party of a piece with the directory entry that it means."""
    party = _party(text, tokens, piece)
    entry = finder.find(piece, party.text)
    if entry is None:
        explained = finder.index.abbreviation(party.normalized)
        return replace(party, normalized=explained[1]) if explained else party
    return replace(
        party,
        kind=kind_of_entry(entry, tokens, piece),
        ref=entry.id,
        normalized=finder.index.printed_name(entry.id, full=True),
    )


def _extent(text: str, tokens: tuple[Token, ...], piece: Piece) -> tuple[int, int]:
    """Return the offsets of a piece, without the full stop that ends a line."""
    start, last = tokens[piece.first].start, tokens[piece.last - 1]
    stop = last.kind is TokenKind.WORD and last.text.endswith(".")
    short = last.text.islower() and len(last.folded) < _ABBREVIATED
    ends = not text[last.end :].split("\n", 1)[0].strip()
    return start, last.end - (1 if stop and ends and not short else 0)


def _post(tokens: tuple[Token, ...], piece: Piece) -> str | None:
    if piece.post is None:
        return None
    return plain_phrase(tokens[piece.post[0] : piece.post[1]])
