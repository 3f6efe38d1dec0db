"""A plan calls those who run the schools by one name.

«Администрация школы» and «Администрация общеобразовательных организаций» in two rows: is it
one school or all, and are they the same people? And «ШНОР» in one row beside
«Руководители ШНОР» in the others makes an abbreviation of schools answer for what their heads do.
The rule compares the names of such roles within a plan. The same word for a school in the
singular and the plural may be meant, and names of which the directory has two entries are two
parties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.cells import PlannedParty, parties_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.expansions import fold
from roadmapkit.lint.role_names import role_at_schools
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedRoadmap

__all__ = ["RULE"]

_CODE = Code(
    "PAR108", "role-in-two-ways", Severity.INFO, "Those who run the schools, called in several ways"
)
_HEADS = ("руководители ", "директора ")
_MOST = 2


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        parties = [item for item in parties_of(subject, roadmap) if item.party.kind != "person"]
        yield from _roles(roadmap, parties)
        yield from _schools_for_heads(roadmap, parties)


def _roles(roadmap: ResolvedRoadmap, parties: list[PlannedParty]) -> Iterator[Diagnostic]:
    roles: dict[str, dict[str, PlannedParty]] = {}
    known: dict[str, PlannedParty] = {}
    for planned in parties:
        known.setdefault(planned.party.normalized, planned)
    for name, planned in known.items():
        role = role_at_schools(name)
        if role is not None:
            names = roles.setdefault(role[0], {})
            names.setdefault(role[1], planned)
    for _, names in sorted(roles.items()):
        refs = [item.party.ref for item in names.values()]
        if len(names) < _MOST or (None not in refs and len(set(refs)) == len(refs)):
            continue
        first, *others = names.values()
        yield _CODE.at(
            others[0].span,
            Message(
                "The plan says {here!r} here and {there!r} elsewhere; names in all: {count}",
                here=others[0].party.text,
                there=first.party.text,
                count=len(names),
            ),
            hint=Message("Call the same people by one name"),
            documents=(roadmap.model.id,),
        )


def _schools_for_heads(
    roadmap: ResolvedRoadmap, parties: list[PlannedParty]
) -> Iterator[Diagnostic]:
    """Yield the rows in which an abbreviation of schools stands for their heads."""
    times = Counter(item.party.text for item in parties)
    folded = {text: fold(text) for text in times}
    headed: Counter[str] = Counter()
    for text, name in folded.items():
        for head in _HEADS:
            if name.startswith(head):
                headed[name.removeprefix(head)] += times[text]
    bare: dict[str, list[PlannedParty]] = {}
    for item in parties if headed else ():
        if (name := folded[item.party.text]) in headed:
            bare.setdefault(name, []).append(item)
    for name, same in sorted(bare.items(), key=itemgetter(0)):
        if headed[name] > _MOST * len(same):
            yield _CODE.at(
                same[0].span,
                Message(
                    "{party!r} stands alone here, elsewhere the plan names their heads; cells: "
                    "{count}",
                    party=same[0].party.text,
                    count=len(same),
                ),
                hint=Message("Write the same executor in every row"),
                documents=(roadmap.model.id,),
            )


RULE = Rule(_CODE, "parties", _check)
