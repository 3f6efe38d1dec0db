"""Who has to report on a term, and for whom a mark of a party speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from roadmapkit.lazily import dataclass
from roadmapkit.model.directory import Group, Organization, Person, Post
from roadmapkit.resolve.directory.forms import Entry, key_of
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.reading import PartyRef, resolve_parties
from roadmapkit.resolve.statuses.slots import Slot

__all__ = ["Reporter", "Reporters"]


@dataclass(frozen=True, slots=True)
class Reporter:
    """One who has to report (исполнитель).

    Attributes:
        key: Id of the directory; the name where the directory does not know it.
        name: As reports print it.
        known: Whether the directory knows it.
    """

    key: str
    name: str
    known: bool = True


class Reporters:
    """Opens those responsible into those who report.

    A group reports by its members of the day of the term. The head of an organisation
    reports for it: «директора школ» and «школы» are the same parties.

    Args:
        directory: The directory of the plan.
        day: The day for terms without a date; None asks for the present.
    """

    def __init__(self, directory: DirectoryIndex, day: date | None) -> None:
        self._directory = directory
        self._day = day

    def of(self, slot: Slot, answerable: Sequence[PartyRef]) -> tuple[Reporter, ...]:
        """Return who reports on a term: its school list, else those responsible, once each."""
        day = slot.occurrence.end if slot.occurrence is not None else self._day
        found: dict[str, Reporter] = {}
        for party in slot.parties or answerable:
            for reporter in self._opened(party, day):
                found.setdefault(reporter.key, reporter)
        return tuple(found.values())

    def _opened(self, party: PartyRef, day: date | None) -> Iterator[Reporter]:
        entry = self._directory.get(party.ref) if party.ref else None
        if entry is None:
            yield Reporter(party.normalized, party.text, known=False)
        else:
            yield from self.opened(entry, day)

    def opened(self, entry: Entry, day: date | None) -> Iterator[Reporter]:
        """Yield those who report where an entry is responsible."""
        members = self._directory.members(entry.id, day) if isinstance(entry.model, Group) else ()
        for member in members:
            yield self._reporter(member.entry)
        if not members:
            yield self._reporter(entry)

    def _reporter(self, entry: Entry) -> Reporter:
        model = entry.model
        if isinstance(model, Post):
            body = self._directory.get(model.organization) if model.organization else None
            head = self._directory.head_of(body.id) if body is not None else None
            if body is not None and head is not None and head.id == entry.id:
                return self._reporter(body)
            if body is not None and not model.full:
                return Reporter(
                    entry.id, f"{model.title} ({self._directory.printed_name(body.id)})"
                )
            return Reporter(entry.id, model.full or model.title)
        return Reporter(entry.id, self._directory.printed_name(entry.id))

    def find(self, text: str, among: Iterable[Reporter] = ()) -> tuple[Entry | Reporter, ...]:
        """Return whom a mark names: entries of the directory, or one of those who report.

        Args:
            text: An id, or a name as written.
            among: Those who report, for names that the directory does not know.
        """
        found = self._directory.find(text)
        if found:
            return found
        wanted = key_of(text)
        for reporter in among:
            if wanted in (key_of(reporter.key), key_of(reporter.name)):
                entry = self._directory.get(reporter.key) if reporter.known else None
                return (entry or reporter,)
        read = resolve_parties(text, self._directory).parties
        entry = self._directory.get(read[0].ref or "") if len(read) == 1 else None
        return (entry,) if entry is not None else ()

    def spoken_for(self, who: Entry | Reporter, day: date | None) -> frozenset[str]:
        """Return the keys of all for whom a party may report on a day.

        A group speaks for its members, a post for its holder and for the organisation
        that it heads, a person for the posts held, an organisation for its posts and people.
        """
        if isinstance(who, Reporter):
            return frozenset({who.key})
        return frozenset(self._keys(who, day))

    def _keys(self, entry: Entry, day: date | None) -> Iterator[str]:
        yield entry.id
        yield from (reporter.key for reporter in self.opened(entry, day))
        match entry.model:
            case Post():
                holder = self._directory.holder(entry.id, day).person
                yield from (holder.id,) if holder is not None else ()
            case Person():
                for held in self._directory.posts_of(entry.id, day):
                    post = self._directory.get(held.post.id)
                    yield held.post.id
                    yield from (self._reporter(post).key,) if post is not None else ()
            case Organization():
                for id_ in self._directory.ids():
                    other = self._directory.get(id_)
                    model = other.model if other is not None else None
                    if isinstance(model, Post | Person) and model.organization == entry.id:
                        yield id_
            case _:
                return
