"""A number of schools or people is that of those listed after it.

«12 школ: СОШ № 1, …» with eleven in the list: either a school was lost or the number is last
year's. Looked at is a number, in figures or in a word up to ten, of schools (or
«общеобразовательных организаций», «ШНОР») that a colon, a dash or a bracket joins to a list of
at least three schools with numbers, up to the end of the sentence; and a number of people
before two names with initials and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.candidates import in_prose
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.figures import COUNT, count_meant
from roadmapkit.lint.people import people_in
from roadmapkit.lint.school_lists import SCHOOLS, numbers_in
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "PAR106",
    "count-of-list",
    Severity.WARNING,
    "A number of schools or people that is not that of those listed after it",
)
_COUNTED = regex(
    rf"(?<![№\d.,-])(?<!№ )\b({COUNT})\s+(?:[а-яё]+(?:ых|их)\s+)?"
    rf"({SCHOOLS}|организаци\w+|учреждени\w+)\b([^.;:№()\d]{{0,120}}?)(?::|\s[–—-]\s|\()",
    re.IGNORECASE,
)
_PEOPLE = regex(
    rf"(?<![№\d.,-])\b({COUNT})\s+(чел(?:\.|овека?)|педагог\w*|учител\w+|специалист\w*|член\w*"
    rf"|участник\w*)([^.;:()\d]{{0,60}}?)(?::|\s[–—-]\s|\()",
    re.IGNORECASE,
)
_BEFORE_LIST = (":", "(", "–", "—", "-")
"""What joins a number to its list."""
_INITIALS = regex(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_LIST_END = regex(r"[);\n]|\.\s+[А-ЯЁ][а-яё]+\s+[а-яё]")
_SENTENCE_END = regex(r"(?<=[\d»)])\.(?:\s+[А-ЯЁ]|\s*$)|[;)]|\n\s*\n")
_LEAST = 3
_PAIR = 2


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in in_prose(subject, subject.holding(*_BEFORE_LIST)):
        if "№" in text.text:
            yield from _of_text(text)
        if _INITIALS.search(text.text):
            yield from _of_people(text)


def _of_text(text: AnyText) -> Iterator[Diagnostic]:
    for match in _COUNTED.finditer(text.text):
        end = _SENTENCE_END.search(text.text, match.end())
        stop = end.start() if end else len(text.text)
        part = text.text[match.end() : stop]
        numbers = set(numbers_in(part))
        # A list in which some have no number, or which is only begun, cannot be counted.
        unnumbered = len(re.findall(SCHOOLS, part, re.IGNORECASE)) > part.count("№")
        open_ended = re.search(r"и др|в том числе|например", part + match[3]) is not None
        if (
            len(numbers) < _LEAST
            or open_ended
            or unnumbered
            or len(numbers) == count_meant(match[1])
        ):
            continue
        yield _CODE.at(
            text.span(match.start(1), match.end(2)),
            Message(
                "{counted!r} are announced, and {count} are listed",
                counted=f"{match[1]} {match[2]}",
                count=len(numbers),
            ),
            hint=Message("Correct the number or the list"),
            documents=(text.document,),
        )


def _of_people(text: AnyText) -> Iterator[Diagnostic]:
    for match in _PEOPLE.finditer(text.text):
        end = _LIST_END.search(text.text, match.end())
        stop = end.start() if end else len(text.text)
        named = {
            (person.surname, person.initials)
            for person in people_in(text)
            if match.end() <= person.start < stop
        }
        part = text.text[match.end() : stop]
        open_ended = re.search(r"и др|в том числе|например", part + match[3]) is not None
        if len(named) < _PAIR or open_ended or len(named) == count_meant(match[1]):
            continue
        yield _CODE.at(
            text.span(match.start(1), match.end(2)),
            Message(
                "{counted!r} are announced, and {count} are listed",
                counted=f"{match[1]} {match[2]}",
                count=len(named),
            ),
            hint=Message("Correct the number or the list"),
            documents=(text.document,),
        )


RULE = Rule(_CODE, "parties", _check)
