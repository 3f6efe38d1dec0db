"""Minutes count those whom they name.

«Присутствовали: 9 человек» beside eight names is asked about by everybody who was not there. The
rule reads such a count in the words of minutes, and compares it where all are named one by
one. The chair and the secretary, who are named above the list, may be counted or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.figures import COUNT, count_meant
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve import ResolvedMinutes

__all__ = ["RULE", "counts_allowed"]

_CODE = Code(
    "MIN008", "count-of-present", Severity.WARNING, "A count of those present that is not theirs"
)
_PRESENT = regex(
    rf"(?<!\w)(?:присутств\w+|участвова\w+|приняли\s+участие)\s*[:–—-]?\s*({COUNT})\s*"
    rf"(?:чел\b|человек|член)",
    re.IGNORECASE,
)
_SEVERAL = regex(
    r"(?<!\w)(?:другие|др\.|учителя|педагоги|директора|руководители|члены|представители|методисты"
    r"|родители|специалисты)(?!\w)",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    known = {minutes.model.id: counts_allowed(minutes) for minutes in subject.minutes}
    for text in subject.texts:
        allowed = known.get(text.document)
        if not allowed or text.origin.path[0] in {"agenda", "appendices"}:
            continue
        for match in _PRESENT.finditer(text.text):
            if count_meant(match[1]) in allowed:
                continue
            yield _CODE.at(
                text.span(match.start(1), match.end(1)),
                Message(
                    "The text counts {said} present, named are {named}",
                    said=match[1],
                    named=min(allowed),
                ),
                hint=Message("Correct the count, or the list"),
                documents=(text.document,),
            )


def counts_allowed(minutes: ResolvedMinutes) -> range:
    """Return the counts of those present that the list bears, none where it names several at once.

    Args:
        minutes: The minutes; their chair and secretary may stand in the list or above it.
    """
    people = {one.name for group in minutes.present for one in group.people}
    if not people or any(_SEVERAL.search(name.partition("–")[0]) for name in people):
        return range(0)
    officers = sum(who is not None for who in (minutes.chair, minutes.secretary))
    return range(len(people), len(people) + officers + 1)


RULE = Rule(_CODE, "minutes", _check)
