"""A person has one surname and one pair of initials.

«Иванова С.В.» in the order and «Иванова С.П.» in the plan is as a rule one woman and a slip of
the pen, and the one who is named wrongly may say that she was never asked. Found are names of
one set of documents with the same surname and one differing initial, or with the same initials
and a surname one letter off. Silent are two people whom the directory knows, two whom one text
names side by side, and an unknown name in a cell where there is a directory, which has a
finding of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.candidates import in_sets, with_initials
from roadmapkit.lint.document_sets import DocumentSet
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.expansions import one_slip
from roadmapkit.lint.people import NamedPerson, people_in, stem_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.parties.names import PersonForm

__all__ = ["RULE"]

_CODE = Code(
    "PAR102",
    "person-in-two-spellings",
    Severity.WARNING,
    "A person with two pairs of initials or two surnames a letter off",
)
_ALL_CASES = "gdaip"
_CHECKED = frozenset({"responsible", "assign", "appoint", "control"})

_LONG = 5
"""Letters of a surname that can have a slip and still be the same."""

_Name = tuple[str, str]


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents, texts in in_sets(subject, with_initials(subject)):
        names: dict[_Name, list[NamedPerson]] = {}
        for text in texts:
            for person in people_in(text):
                names.setdefault((stem_of(person.surname), person.initials), []).append(person)
        first = {name: place for place, name in enumerate(names)}
        told: set[_Name] = set()
        for one, two in _alike(names):
            usual, other = sorted((one, two), key=lambda name: (-len(names[name]), first[name]))
            if other in told or not _are_one(names[usual], names[other], documents):
                continue
            told.add(other)
            yield _finding(names[usual], names[other])


def _finding(usual: list[NamedPerson], other: list[NamedPerson]) -> Diagnostic:
    return _CODE.at(
        other[0].span,
        Message(
            "{other!r} is {usual!r} elsewhere; times written so: {count}",
            other=other[0].written,
            usual=usual[0].written,
            count=len(other),
        ),
        hint=Message("Write one person in one way; add both to the directory if they are two"),
        documents=(other[0].text.document,),
    )


def _alike(names: dict[_Name, list[NamedPerson]]) -> Iterator[tuple[_Name, _Name]]:
    """Yield the pairs of names that differ by a letter."""
    by_stem: dict[str, list[_Name]] = {}
    by_initials: dict[str, list[_Name]] = {}
    for name in names:
        by_stem.setdefault(name[0], []).append(name)
        by_initials.setdefault(name[1], []).append(name)
    for same in by_stem.values():
        for one, two in _each_two(same):
            if sum(left != right for left, right in zip(one[1], two[1], strict=True)) == 1:
                yield one, two
    for same in by_initials.values():
        known: dict[str, list[int]] = {}
        for place, two in enumerate(same):
            spellings = _spellings(two[0]) if len(two[0]) >= _LONG else set()
            near = sorted({at for spelling in spellings for at in known.get(spelling, ())})
            yield from ((same[at], two) for at in near if _is_slip(same[at][0], two[0]))
            for spelling in spellings:
                known.setdefault(spelling, []).append(place)


def _spellings(stem: str) -> set[str]:
    """Return what two surnames have in common that are a slip apart: a letter left out of one."""
    return {stem, *(stem[:place] + stem[place + 1 :] for place in range(1, len(stem)))}


def _is_slip(one: str, two: str) -> bool:
    return one[0] == two[0] and one_slip(one, two)


def _each_two(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    for index, two in enumerate(names):
        for one in names[:index]:
            yield one, two


def _are_one(usual: list[NamedPerson], other: list[NamedPerson], documents: DocumentSet) -> bool:
    texts = {id(person.text) for person in usual}
    if any(id(person.text) in texts for person in other):
        return False
    if other[0].text.document not in documents.home:
        return False
    if documents.directory and other[0].text.role in _CHECKED:
        return False
    one, two = _known(usual, documents), _known(other, documents)
    return not (one and two)


def _known(people: Iterable[NamedPerson], documents: DocumentSet) -> bool:
    """Tell whether the directory has a person of this name."""
    return any(
        documents.directory.find_people(
            PersonForm(person.surname, person.initials), oblique=_ALL_CASES
        )
        for person in people
    )


RULE = Rule(_CODE, "parties", _check)
