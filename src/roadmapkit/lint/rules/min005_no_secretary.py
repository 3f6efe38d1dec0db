"""Minutes name their secretary and the place of the meeting.

Minutes are signed by the chair and the secretary, who answers for the record; without the
place nobody can tell where the meeting was held.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "MIN005", "minutes-no-secretary", Severity.INFO, "Registered minutes without secretary or place"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for minutes in subject.minutes:
        model = minutes.model
        if model.state != "registered":
            continue
        missing = [key for key in ("secretary", "place") if getattr(model, key) is None]
        if missing:
            yield _CODE.at(
                minutes.origin.child("id").span,
                Message("The minutes {id!r} have no: {keys}", id=model.id, keys=missing),
                hint=Message("Add it; a meeting without a secretary is signed by the chair alone"),
                norm="ГОСТ Р 7.0.97, реквизиты «Место составления», «Подпись»",
                documents=(model.id,),
            )


RULE = Rule(_CODE, "minutes", _check)
