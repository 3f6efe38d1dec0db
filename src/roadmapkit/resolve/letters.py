"""Letters: whom they are for, what they send, who signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.model.kinds import Addressee, Attachment, Executor
from roadmapkit.resolve import paper_codes as codes
from roadmapkit.resolve.appendices import AppendixResolver
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.groups import check_group, list_group
from roadmapkit.resolve.named import BODIES, OFFICIALS, Use, check_named
from roadmapkit.resolve.people import resolve_signatory
from roadmapkit.resolve.references import broken_reference, unknown_id
from roadmapkit.resolve.resolved_letter import (
    AttachedDocument,
    ResolvedAddressee,
    ResolvedLetter,
)
from roadmapkit.resolve.surroundings import Surroundings
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.letter import Letter

__all__ = ["MOST_ADDRESSEES", "LetterResolver", "letter_day"]

MOST_ADDRESSEES = 4
"""How many addressees a letter may name (ГОСТ Р 7.0.97, requisite «Адресат»)."""

_NORM = "ГОСТ Р 7.0.97, реквизиты «Дата документа», «Адресат», «Подпись»"


def letter_day(letter: Letter) -> date | None:
    """Return the day whose people a letter names: its own, or the one it is expected on."""
    return letter.date or letter.expected_date


class LetterResolver:
    """Resolves one letter; findings gather in ``diagnostics``.

    Args:
        letter: The letter.
        surroundings: What it is resolved in.
        directory_at: Parties of the folder of another document.
    """

    def __init__(
        self,
        letter: Letter,
        surroundings: Surroundings,
        directory_at: Callable[[Origin], DirectoryIndex],
    ) -> None:
        self._letter = letter
        self._surroundings = surroundings
        self._origin = surroundings.origin
        self._directory = surroundings.directory
        self._day = surroundings.as_of
        self._directory_at = directory_at
        self.diagnostics: list[Diagnostic] = []

    def resolve(self, sources: tuple[str, ...]) -> ResolvedLetter:
        """Return the letter."""
        letter, around = self._letter, self._surroundings
        appendices = AppendixResolver(around)
        resolved = appendices.resolve(
            (appendix, self._origin.child("appendices", index))
            for index, appendix in enumerate(letter.appendices)
        )
        self.diagnostics += appendices.diagnostics
        addressees = tuple(self._addressees())
        self._check_addressees(addressees)
        self._check_complete()
        self._check_parties()
        signatory, found = resolve_signatory(
            letter.signatory,
            self._directory,
            self._day,
            self._origin.child("signatory"),
            letter.id,
            issuer=letter.issuer,
        )
        self.diagnostics += found
        attached = dict(self._attached())
        printed = (around.roadmaps, around.programs, around.progresses, attached)
        return ResolvedLetter(
            model=letter,
            origin=self._origin,
            as_of=self._day,
            directory=self._directory,
            addressees=addressees,
            attached=attached,
            appendices=resolved,
            signatory=signatory,
            sources=sources,
            prints=frozenset(id_ for documents in printed for id_ in documents),
        )

    # -- addressees -------------------------------------------------------------------------

    def _addressees(self) -> Iterator[ResolvedAddressee]:
        listed = isinstance(self._origin.document.value(("to",)), list)
        for index, one in enumerate(self._letter.to):
            place = self._origin.child("to", index) if listed else self._origin.child("to")
            details = one if isinstance(one, Addressee) else Addressee(to=one)
            origin = place.child("to") if isinstance(one, Addressee) else place
            use = Use(held=bool(self._directory.find(details.to)))
            self.diagnostics += check_named(
                details.to, self._directory, self._day, origin, self._letter.id, use=use
            )
            group = self._directory.group(details.to) if self._letter.separate else None
            if group is None:
                entry = self._directory.find(details.to)
                key = entry[0].id if len(entry) == 1 else str(index + 1)
                yield ResolvedAddressee(details, key, origin)
                continue
            listing = list_group(group.id, self._directory, self._day, origin)
            if listing is not None:
                self.diagnostics += check_group(
                    listing, self._directory, self._day, origin, self._letter.id
                )
            for member in self._directory.members(group.id, self._day):
                id_ = member.entry.id
                yield ResolvedAddressee(Addressee(to=id_), id_, origin)

    def _check_addressees(self, addressees: tuple[ResolvedAddressee, ...]) -> None:
        if self._letter.separate or len(addressees) <= MOST_ADDRESSEES:
            return
        self.diagnostics.append(
            codes.TOO_MANY_ADDRESSEES.at(
                self._origin.child("to").span,
                Message(
                    "The letter has {count} addressees; a letter names {most} at most",
                    count=len(addressees),
                    most=MOST_ADDRESSEES,
                ),
                hint=Message(
                    "Give each a letter with separate: true, or name a group of them in one word"
                ),
                norm="ГОСТ Р 7.0.97, реквизит «Адресат»",
                documents=(self._letter.id,),
            )
        )

    # -- what it sends ----------------------------------------------------------------------

    def _attached(self) -> Iterator[tuple[str, AttachedDocument]]:
        around = self._surroundings
        for index, one in enumerate(self._letter.attachments):
            place = self._origin.child("attachments", index)
            if isinstance(one, Attachment):
                id_, place = one.document, place.child("document")
            else:
                id_ = one
            if id_ is None:
                continue
            entry = around.entries.get(id_)
            if id_ in around.broken:
                self.diagnostics.append(broken_reference(id_, place, (self._letter.id,)))
            elif entry is None:
                known = around.entries
                self.diagnostics.append(unknown_id(id_, place, known, (self._letter.id,)))
            else:
                directory = self._directory_at(entry.origin)
                yield id_, AttachedDocument(entry.model, entry.origin, directory)

    # -- checks -----------------------------------------------------------------------------

    def _check_complete(self) -> None:
        letter = self._letter
        if letter.state != "registered":
            return
        says = bool(letter.text or letter.attachments or letter.appendices)
        held = {key: bool(getattr(letter, key)) for key in ("date", "number", "to", "signatory")}
        for key, given in {**held, "text": says}.items():
            if given:
                continue
            self.diagnostics.append(
                codes.LETTER_INCOMPLETE.at(
                    self._origin.child("state").span,
                    Message("The registered letter {id!r} has no {key!r}", id=letter.id, key=key),
                    hint=Message("Give {key!r}, or make it a draft again: state: draft", key=key),
                    norm=_NORM,
                    documents=(letter.id,),
                )
            )

    def _check_parties(self) -> None:
        letter = self._letter
        named: list[tuple[str, Use, Origin]] = []
        if letter.issuer:
            named.append((letter.issuer, Use(BODIES), self._origin.child("issuer")))
        place = self._origin.child("executor")
        if isinstance(letter.executor, Executor):
            use = Use(OFFICIALS, held=True)
            named.append((letter.executor.person, use, place.child("person")))
        elif letter.executor:
            named.append((letter.executor, Use(OFFICIALS, held=True), place))
        for reference, use, origin in named:
            self.diagnostics += check_named(
                reference, self._directory, self._day, origin, letter.id, use=use
            )
