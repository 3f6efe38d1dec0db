"""The words around the name of an event: how a term stands to it, and which end of it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from roadmapkit.deadlines.dating.stems import Word, words_of
from roadmapkit.lazily import dataclass
from roadmapkit.resources import table

__all__ = ["Anchor", "Edge", "Relation", "anchors", "every", "narrowing", "own_act"]


class Relation(StrEnum):
    """How a term stands to an event."""

    AFTER = "after"
    FROM = "from"
    BEFORE = "before"
    BY = "by"
    WITHIN = "within"


class Edge(StrEnum):
    """Which end of an event the words name."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One way to split words into an opener and the name of an event.

    Attributes:
        relation: What the opener says.
        edge: The end of the event that was named, None where none was.
        words: Stems from the name of the event on.
        skipped: How many words of the text stand before the name.
    """

    relation: Relation
    edge: Edge | None
    words: tuple[Word, ...]
    skipped: int


def anchors(text: str, *, distance: bool, before: bool) -> list[Anchor]:
    """Return the ways in which *text* may name an event, the widest name first.

    Args:
        text: Words of the phrase.
        distance: They begin with a distance, «в течение 10 дней после …».
        before: The distance counts back.
    """
    words = words_of(text)
    if distance:
        found = _first_openers(words, before=before)
    else:
        found = _openers(words, 0) or [(Relation.WITHIN, 0)]
    split = [anchor for relation, place in found for anchor in _split(words, relation, place)]
    return [anchor for anchor in split if anchor.words]


def _split(words: tuple[Word, ...], relation: Relation, place: int) -> Iterator[Anchor]:
    """Yield the name behind an opener, with the words before it in the name and without."""
    edge: Edge | None = None
    yield Anchor(relation, edge, words[place:], place)
    while place < len(words) and words[place] in _fillers():
        edge = _fillers()[words[place]] or edge
        place += 1
        yield Anchor(relation, edge, words[place:], place)


def _first_openers(words: Sequence[Word], *, before: bool) -> list[tuple[Relation, int]]:
    """Return the first opener behind a distance; «в» and «к» begin the distance itself."""
    wanted = {Relation.BEFORE} if before else {Relation.AFTER, Relation.FROM, Relation.BEFORE}
    for place in range(1, len(words)):
        found = [pair for pair in _openers(words, place) if pair[0] in wanted]
        if found:
            return found
    return []


def _openers(words: Sequence[Word], place: int) -> list[tuple[Relation, int]]:
    """Return the openers that stand at *place* and the place behind each, the shortest first.

    «До дня» opens «до дня подписания», but «до» alone opens «до дня учителя».
    """
    return [
        (relation, place + len(opener))
        for opener, relation in _relations()
        if tuple(words[place : place + len(opener)]) == opener
    ]


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = table(__file__, "data/anchors")
    return found


@cache
def _relations() -> tuple[tuple[tuple[Word, ...], Relation], ...]:
    found = [
        (words_of(opener), Relation(name))
        for name, table in _tables()["relations"].items()
        for opener in table
    ]
    return tuple(sorted(found, key=lambda pair: len(pair[0])))


@cache
def _fillers() -> dict[Word, Edge | None]:
    edges = {"start": Edge.START, "end": Edge.END, "none": None}
    return {
        words_of(word)[0]: edges[name]
        for name, table in _tables()["fillers"].items()
        for word in table
    }


@cache
def narrowing() -> frozenset[Word]:
    """Return the words behind which a name goes on in another direction."""
    return frozenset(words_of(word)[0] for word in _tables()["narrowing"]["words"])


@cache
def every() -> frozenset[Word]:
    """Return the words before a unit that comes round: «отчётного», «каждого»."""
    return frozenset(words_of(word)[0] for word in _tables()["every"]["words"])


def own_act(words: Sequence[Word]) -> bool:
    """True where *words* say «настоящего приказа», «плана»: the act that holds the phrase."""
    pointing = {words_of(word)[0] for word in _tables()["own_act"]["pointing"]}
    acts = {words_of(name) for name in _tables()["own_act"]["acts"]}
    rest = tuple(words[1:] if words and words[0] in pointing else words)
    return rest in acts
