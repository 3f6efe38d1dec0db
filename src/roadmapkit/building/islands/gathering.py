"""What islands have told, put together: who belongs together after all, and the whole result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roadmapkit.building.islands.cards import Card
from roadmapkit.building.islands.facts import Facts
from roadmapkit.building.islands.partition import Island
from roadmapkit.diagnostics import Diagnostic, sort_diagnostics
from roadmapkit.lint.rules.ord012_out_of_sequence import grow_together
from roadmapkit.load import Gathered
from roadmapkit.load.file_names import FORMS_LOCK_NAME, SEALS_NAME
from roadmapkit.load.known_findings import KnownFinding

__all__ = ["Checked", "corrected", "gathered", "put_together", "together"]

Told = Mapping[Island, Facts]

_OF_MANY = frozenset({"FMT002", "FRM001", "FRM002"})
"""Findings that name every document that they concern, in whatever island it is; besides
those about the house's templates.
"""
_OF_TEMPLATES = "TPL"
_LOCKS = frozenset({FORMS_LOCK_NAME, SEALS_NAME})


@dataclass(frozen=True, slots=True)
class Checked:
    """The result over all islands.

    Attributes:
        diagnostics: Every finding, sorted.
        documents: Ids of all documents that produce files, sorted.
        blocked: Those of them that have errors.
        unreviewed: How many printed case forms nobody has reviewed.
        nameless: There may be documents whose id is unknown.
    """

    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    blocked: frozenset[str]
    unreviewed: int
    nameless: bool


def corrected(cards: Sequence[Card], told: Iterable[Facts]) -> list[Card]:
    """Return the cards with the ids and kinds that were found when the files were read."""
    ids: dict[str, set[str]] = {}
    kinds: dict[str, set[str]] = {}
    for facts in told:
        for file, kind, id_ in facts.file_kinds:
            kinds.setdefault(file, set()).add(kind)
            if id_:
                ids.setdefault(file, set()).add(id_)
    return [
        replace(
            card,
            ids=card.ids | ids.get(card.name, set()),
            kinds=card.kinds | kinds.get(card.name, set()),
        )
        for card in cards
    ]


def together(told: Told, baseline: Mapping[KnownFinding, int]) -> Iterator[list[str]]:
    """Yield names of files, one of each island, that have to be looked at together after all.

    Args:
        told: What the islands have told.
        baseline: How often each finding is known.
    """
    for islands in (
        *_named_by_others(told),
        *_out_of_order(told),
        *_without_place(told),
        *_places_differ(told),
        *_same_attached(told),
        *_known_too_often(told, baseline),
    ):
        yield [island.own[0] for island in islands]


def _named_by_others(told: Told) -> Iterator[list[Island]]:
    """Yield islands whose reference no glance at the text has seen."""
    homes = {id_: island for island, facts in told.items() for id_ in _ids(facts)}
    for island, facts in told.items():
        for id_ in facts.unknown:
            if id_ in homes and homes[id_] is not island:
                yield [island, homes[id_]]


def _ids(facts: Facts) -> Iterator[str]:
    yield from facts.kinds
    yield from facts.broken


def _out_of_order(told: Told) -> Iterator[list[Island]]:
    """Yield islands with acts of one register whose numbers do not grow with their days."""
    registers: dict[str, dict[Island, list[tuple[date, int]]]] = {}
    for island, facts in told.items():
        for register, day, number in facts.registered:
            acts = registers.setdefault(register, {}).setdefault(island, [])
            acts.append((date.fromisoformat(day), number))
    for islands in registers.values():
        if len(islands) > 1 and not grow_together(act for acts in islands.values() for act in acts):
            yield list(islands)


def _without_place(told: Told) -> Iterator[list[Island]]:
    """Yield islands with acts that have no place, where an act of another island has one."""
    first: dict[str, tuple[str, str, Island]] = {}
    for island, facts in told.items():
        for issuer, act, place, _ in facts.places:
            if act and (issuer not in first or act < first[issuer][0]):
                first[issuer] = (act, place, island)
    for island, facts in told.items():
        for issuer, _, place, lacks in facts.places:
            if lacks and issuer in first and first[issuer][1] != place:
                yield [island, first[issuer][2]]


def _places_differ(told: Told) -> Iterator[list[Island]]:
    """Yield islands that print one case form with a finding, which names the first place."""
    forms: dict[str, dict[Island, str]] = {}
    for island, facts in told.items():
        for form, place in facts.doubted.items():
            forms.setdefault(form, {})[island] = place
    for islands in forms.values():
        if len(set(islands.values())) > 1:
            yield list(islands)


def _same_attached(told: Told) -> Iterator[list[Island]]:
    """Yield islands with findings in one file that is no file of any island."""
    files: dict[str, list[Island]] = {}
    for island, facts in told.items():
        own = {*island.own, *island.common, *_LOCKS}
        spans = (item.span for item in facts.diagnostics if item.span is not None)
        for file in sorted({span.file for span in spans} - own):
            files.setdefault(file, []).append(island)
    yield from (islands for islands in files.values() if len(islands) > 1)


def _known_too_often(told: Told, baseline: Mapping[KnownFinding, int]) -> Iterator[list[Island]]:
    """Yield islands that together find more than the baseline knows."""
    found: dict[KnownFinding, dict[str, Island]] = {}
    for island, facts in told.items():
        for digest, key in facts.taken_common.items():
            found.setdefault(key, {})[digest] = island
    for key, digests in found.items():
        if len(digests) > baseline.get(key, 0):
            yield list(dict.fromkeys(digests.values()))


def gathered(told: Collection[Facts]) -> Gathered:
    """Return what the last part, the common files, has to know of all islands."""
    taken: Counter[KnownFinding] = Counter()
    common: dict[str, KnownFinding] = {}
    for facts in told:
        taken.update(dict(facts.taken))
        common |= facts.taken_common
    taken.update(common.values())
    return Gathered(
        ids=frozenset(id_ for facts in told for id_ in (*_ids(facts), *facts.documents)),
        nameless=any(facts.nameless for facts in told),
        told=tuple(sorted({span for facts in told for span in facts.told})),
        comments=frozenset(place for facts in told for place in facts.comments),
        entries=frozenset(entry for facts in told for entry in facts.entries),
        taken=taken,
        taken_common=frozenset(common),
    )


def put_together(told: Collection[Facts]) -> Checked:
    """Return the result over all islands and the common files."""
    blocked = frozenset(id_ for facts in told for id_ in facts.blocked)
    documents = {id_ for facts in told for id_ in facts.documents}
    return Checked(
        diagnostics=sort_diagnostics(_joined(item for one in told for item in one.diagnostics)),
        documents=tuple(sorted(documents | blocked)),
        blocked=blocked,
        unreviewed=len({form for facts in told for form in facts.unreviewed}),
        nameless=any(facts.nameless for facts in told),
    )


def _joined(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings of which those about many documents name all of them."""
    found: dict[Diagnostic, set[str]] = {}
    for item in diagnostics:
        of_many = (
            item.code in _OF_MANY
            or item.code.startswith(_OF_TEMPLATES)
            or (item.span is not None and item.span.file in _LOCKS)
        )
        key = replace(item, documents=()) if of_many else item
        found.setdefault(key, set()).update(item.documents)
    return [
        replace(item, documents=tuple(sorted(ids))) if not item.documents else item
        for item, ids in found.items()
    ]
