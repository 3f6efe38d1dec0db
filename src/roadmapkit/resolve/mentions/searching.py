"""The search through one document: which of its places name the party, and through what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from roadmapkit.deadlines import Occurrence
from roadmapkit.diagnostics import Span
from roadmapkit.model.directory import Person
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.mentions.act_places import act_places
from roadmapkit.resolve.mentions.items import Mention, State, Step
from roadmapkit.resolve.mentions.minutes_places import minutes_places
from roadmapkit.resolve.mentions.paper_places import letter_places, paper_places
from roadmapkit.resolve.mentions.places import Place, progress_places, roadmap_places
from roadmapkit.resolve.mentions.program_places import program_places
from roadmapkit.resolve.mentions.reach import Reached, Reaching
from roadmapkit.resolve.mentions.running_text import TextFinder
from roadmapkit.resolve.parties.reading import PartyRef, resolve_parties
from roadmapkit.resolve.parties.words import fold
from roadmapkit.resolve.posts import official_meant
from roadmapkit.resolve.resolved import (
    ResolvedDocument,
    ResolvedLetter,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedProgram,
    ResolvedProgress,
)
from roadmapkit.resolve.terms import occurrences_of
from roadmapkit.source import NodePath, Origin

__all__ = ["Search"]

Hit = tuple[tuple[Step, ...], str, str]
"""What leads to the party, the words that do, and the text that says more of the place."""


class Search:
    """Looks through one document.

    Args:
        document: The document.
        reaching: What stands for the party.
        since: First day that counts; None for no limit.
        written: A party that no directory has, as written.
    """

    def __init__(
        self,
        document: ResolvedDocument,
        reaching: Reaching,
        since: date | None,
        written: str | None,
    ) -> None:
        self._document = document
        self._since = since
        self._day = _day(document)
        self._directory: DirectoryIndex = document.directory
        self._then = reaching.on(self._directory, self._day)
        now = reaching.on(self._directory, since if since is not None else self._day)
        self._now: Reached = now
        self._either: Reached = {**self._then, **now}
        self._finder = TextFinder(self._directory, now.keys(), written)
        self._meant: dict[tuple[str, bool], dict[str, tuple[Step, ...]]] = {}
        roles = getattr(document.model, "roles", None) or {}
        self._roles = {fold(role) for role in roles}

    def mentions(self, state: State) -> Iterator[tuple[Mention, NodePath | None]]:
        """Yield the mentions, each with the path of the point that it stands in.

        Args:
            state: How the document stands.
        """
        if not self._now and not self._then and self._finder.empty:
            return
        for place in self._places():
            for through, words, text in self._hits(place):
                if not self._counts(place):
                    break
                steps = through if place.via is None else (*through, place.via)
                mention = Mention(
                    kind=place.kind,
                    document=self._document.model.id,
                    state=state,
                    number=place.number,
                    text=text or place.text,
                    through=steps,
                    span=_narrow(place.origin, words),
                    occurrences=self._occurrences(place),
                )
                yield mention, place.point.path if place.point is not None else None

    def _places(self) -> Iterator[Place]:
        yield from self._own_places()
        yield from paper_places(self._document)

    def _own_places(self) -> Iterator[Place]:
        if isinstance(self._document, ResolvedOrder):
            return act_places(self._document)
        if isinstance(self._document, ResolvedProgress):
            return progress_places(self._document)
        if isinstance(self._document, ResolvedProgram):
            return program_places(self._document)
        if isinstance(self._document, ResolvedMinutes):
            return minutes_places(self._document)
        if isinstance(self._document, ResolvedLetter):
            return letter_places(self._document)
        return roadmap_places(self._document)

    # -- who is named -----------------------------------------------------------------------

    def _hits(self, place: Place) -> Iterator[Hit]:
        match place.reading:
            case "text":
                yield from self._in_text(place.written)
            case "cell":
                for party in place.parties:
                    yield from self._of_party(party)
            case "group":
                yield from self._members(place)
            case _:
                yield from self._in_field(place)

    def _in_text(self, text: str) -> Iterator[Hit]:
        for found in self._finder.find(text):
            yield self._now.get(found.id, ()), text[found.start : found.end], ""

    def _of_party(self, party: PartyRef) -> Iterator[Hit]:
        if party.ref is None:
            yield from self._in_text(party.text)
            return
        steps = self._now.get(party.ref)
        if steps is None:
            return
        if fold(party.text) in self._roles:
            steps = (*steps, Step("role", name=party.text))
        yield steps, party.text, ""

    def _in_field(self, place: Place) -> Iterator[Hit]:
        meant = self._meant_by(place.written, official=place.official)
        reached = self._either if place.official else self._now
        found = [(*reached[id_], *beside) for id_, beside in meant.items() if id_ in reached]
        if found:
            yield min(found, key=len), place.written, ""
        elif not meant:
            yield from self._in_text(place.written)

    def _meant_by(self, reference: str, *, official: bool) -> dict[str, tuple[Step, ...]]:
        key = (reference, official)
        if key not in self._meant:
            self._meant[key] = dict(self._read(reference, official=official))
        return self._meant[key]

    def _read(self, reference: str, *, official: bool) -> Iterator[tuple[str, tuple[Step, ...]]]:
        """Yield the ids that a field means; beside an official's name, the post printed with it."""
        entries = self._directory.find(reference)
        meant = None if entries else official_meant(self._directory, reference, self._day)
        if len(entries) == 1:
            yield entries[0].id, ()
            person = entries[0].model
        elif meant is not None and meant.post is not None:
            yield meant.post.id, ()
            return
        elif meant is not None and meant.person is not None:
            yield meant.person.id, ()
            person = meant.person
        else:
            for party in resolve_parties(reference, self._directory).parties:
                if party.ref is not None:
                    yield party.ref, ()
            return
        if official and isinstance(person, Person):
            for held in self._directory.posts_of(person.id, self._day)[:1]:
                yield held.post.id, (Step("beside", person.id, person.name),)
            if person.organization and person.post:
                yield person.organization, (Step("beside", person.id, person.name),)

    def _members(self, place: Place) -> Iterator[Hit]:
        """Yield the rows of a printed list of members that are of the party."""
        group = place.written
        whole = self._directory.printed_name(group, full=True)
        if group in self._then and not self._then[group]:
            yield (), group, ""
            return
        for member in self._directory.members(group, self._day):
            nested = next((id_ for id_ in member.via if self._then.get(id_) == ()), None)
            id_ = nested or member.entry.id
            if id_ not in self._then:
                continue
            role = (member.role or "") if nested is None else ""
            step = Step("group", group, whole, role)
            steps = [item for item in self._then[id_] if item.kind != "group"]
            name = self._directory.printed_name(member.entry.id)
            text = ", ".join(part for part in (name, member.post, member.role) if part)
            yield (*steps, step), group, text

    # -- when -------------------------------------------------------------------------------

    def _counts(self, place: Place) -> bool:
        """Tell whether a place still matters on the day asked for."""
        since = self._since
        if since is None:
            return True
        period = getattr(self._document, "period", None)
        if place.open or not place.terms:
            return period is None or period.end is None or period.end >= since
        dated = [occurrences_of(term.meaning) for term in place.terms]
        return bool(self._occurrences(place)) or (place.reading != "school list" and not all(dated))

    def _occurrences(self, place: Place) -> tuple[Occurrence, ...]:
        found = (occurrence for term in place.terms for occurrence in occurrences_of(term.meaning))
        return tuple(
            occurrence
            for occurrence in sorted(found, key=lambda one: (one.due, one.start))
            if (self._since is None or occurrence.due >= self._since)
            and (place.reading != "school list" or place.written in occurrence.parties)
        )


def _day(document: ResolvedDocument) -> date | None:
    """Return the day whose people a document names; of progress, that of the last report."""
    if isinstance(document, ResolvedProgress):
        return max((report.as_of for report in document.reports), default=None)
    return document.as_of


def _narrow(origin: Origin, words: str) -> Span:
    """Return where *words* stand in a value; the whole value where they are written otherwise."""
    source = origin.document.source
    start, end = origin.document.extent(origin.path)
    pattern = r"[\s\\]+".join(map(re.escape, words.split()))
    match = re.compile(pattern).search(source.text, start, end) if pattern else None
    if match is None:
        return origin.span
    return source.span(match.start(), match.end())
