"""A title and its term recur alike.

«Ежеквартальный мониторинг» with the term «постоянно», «Ежемесячные совещания» «2 раза в год»:
one of the two was copied. The rule reads еженедельный, ежемесячный, ежеквартальный among the
first two words of a title, and speaks where the term recurs otherwise, is one date or month, or
says that the work never stops. Several months, a range and «в течение года» agree with any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.deadlines import DeadlineKind, Frequency
from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.plan_titles import titles_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.resolved import ResolvedDue

__all__ = ["RULE"]

_CODE = Code(
    "DUE109", "title-recurs", Severity.WARNING, "A title that recurs otherwise than its term"
)
_ADJECTIVE = regex(r"\s*(?:[А-ЯЁа-яё]+\s+)?(еж(?:еме|ене|еква)[а-яё]+)", re.IGNORECASE)
_FREQUENCIES = (
    ("ежеме", Frequency.MONTHLY),
    ("ежене", Frequency.WEEKLY),
    ("ежеква", Frequency.QUARTERLY),
)
_CONSTANT = regex(r"\b(?:постоянно|непрерывно|систематически)\b", re.IGNORECASE)
_ONCE = frozenset({DeadlineKind.DATE, DeadlineKind.BY, DeadlineKind.MONTH})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for plan in subject.roadmaps:
        for row in titles_of(subject, plan).holding(*dict(_FREQUENCIES)):
            match = _ADJECTIVE.match(row.activity.title)
            if match is not None and row.due is not None and not _agrees(match[1], row.due):
                yield _CODE.at(
                    row.due.origin.span,
                    Message(
                        "The activity is called {word!r}, its term is {phrase!r}",
                        word=match[1],
                        phrase=" ".join(row.due.lines),
                    ),
                    hint=Message("Write the same recurrence in both"),
                    documents=(plan.model.id,),
                )


def _agrees(word: str, due: ResolvedDue) -> bool:
    meaning = due.meaning
    called = next(value for begun, value in _FREQUENCIES if word.lower().startswith(begun))
    if meaning.frequency is not None:
        by_terms = meaning.frequency is Frequency.ACADEMIC_TERM
        return meaning.frequency is called or (by_terms and called is Frequency.QUARTERLY)
    return meaning.kind not in _ONCE and not _CONSTANT.search(" ".join(due.lines))


RULE = Rule(_CODE, "deadlines", _check)
