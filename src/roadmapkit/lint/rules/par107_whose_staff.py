"""An executor is somebody's.

«Специалисты», «сотрудники», «ответственные лица» beside an activity name nobody: of which body?
Whoever asks in December gets the answer that it was the others. The rule speaks of such a word
that stands alone in the column of executors; one that the directory has is no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.cells import parties_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code("PAR107", "whose-staff", Severity.WARNING, "Staff without the body that they are of")
_STAFF = regex(
    r"(?:главные\s+|ведущие\s+)?(?:специалисты?|сотрудник[и]?|работники|представители)"
    r"|ответственные(?:\s+лица|\s+исполнители|\s+специалисты)?|исполнители|все"
    r"|заинтересованные\s+лица",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for roadmap in subject.roadmaps:
        unknown = [item for item in parties_of(subject, roadmap) if item.party.ref is None]
        texts = {item.party.text for item in unknown}
        staff = {text for text in texts if _STAFF.fullmatch(text.strip())}
        found = [item for item in unknown if item.party.text in staff] if staff else []
        if found:
            yield _CODE.at(
                found[0].span,
                Message(
                    "It is not said whose {party!r} these are; cells: {count}",
                    party=found[0].party.text,
                    count=len(found),
                ),
                hint=Message("Name the body: специалисты управления образования"),
                documents=(roadmap.model.id,),
                also=[planned.span for planned in found[1:]],
            )


RULE = Rule(_CODE, "parties", _check)
