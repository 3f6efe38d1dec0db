"""Registered minutes have a date, a number and a chair.

Minutes are dated by the day of the meeting, whatever day they are signed on, and signed
by the chair; without these they prove nothing.

Source:
    ГОСТ Р 7.0.97, requisites «Дата документа», «Регистрационный номер документа»,
    «Подпись».
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "MIN001",
    "minutes-incomplete",
    Severity.ERROR,
    "Registered minutes without date, number or chair",
)
_NORM = "ГОСТ Р 7.0.97, реквизиты 10, 11, 22"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for document in subject.minutes:
        id_ = document.model.id
        if document.model.state != "registered":
            continue
        for key in ("date", "number", "chair"):
            if getattr(document.model, key) is None:
                yield _CODE.at(
                    document.origin.child("state").span,
                    Message("The registered minutes {id!r} have no {key!r}", id=id_, key=key),
                    hint=Message("Give {key!r}, or make it a draft again: state: draft", key=key),
                    norm=_NORM,
                    documents=(id_,),
                )


RULE = Rule(_CODE, "minutes", _check)
