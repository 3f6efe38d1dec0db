"""The same schools are listed in every place.

A point of the act lists six schools, a term of its plan five of them: one was forgotten, or one
was added later in one place only. Found are lists of four schools and more, by their numbers,
that share almost all with a list that the same documents repeat. A list that is much shorter
is a choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.candidates import in_sets
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.school_lists import SchoolList, listing_texts, school_lists
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR105",
    "school-lists-differ",
    Severity.WARNING,
    "A list of schools that differs by one from a list repeated elsewhere",
)
_LEAST = 4
_REPEATED = 2


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for documents, texts in in_sets(subject, listing_texts(subject)):
        lists = [found for text in texts for found in school_lists(text, _LEAST)]
        times = Counter(found.numbers for found in lists)
        usual = [numbers for numbers, count in times.items() if count >= _REPEATED]
        told: set[frozenset[int]] = set()
        for found in lists:
            if times[found.numbers] > 1 or found.text.document not in documents.home:
                continue
            near = next((numbers for numbers in usual if _is_near(found.numbers, numbers)), None)
            if near is not None and found.numbers not in told:
                told.add(found.numbers)
                yield _finding(found, near, times[near])


def _is_near(one: frozenset[int], two: frozenset[int]) -> bool:
    """Tell whether one school is missing, superfluous, or another."""
    missing, more = len(two - one), len(one - two)
    return one != two and missing <= 1 and more <= 1


def _finding(found: SchoolList, usual: frozenset[int], count: int) -> Diagnostic:
    return _CODE.at(
        found.span,
        Message(
            "The schools here are № {here}, in other places № {there}; those places: {count}",
            here=[str(number) for number in sorted(found.numbers)],
            there=[str(number) for number in sorted(usual)],
            count=count,
        ),
        hint=Message("List the same schools, or say why one is left out"),
        documents=(found.text.document,),
    )


RULE = Rule(_CODE, "parties", _check)
