"""A registered act has a date, a number and a signatory.

Date, number and signature are what makes a draft an act; an act without one of them
is not in force, and what refers to it refers to nothing.

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
    "ORD001",
    "registered-incomplete",
    Severity.ERROR,
    "A registered act without date, number or signatory",
)
_NORM = "ГОСТ Р 7.0.97, реквизиты 10, 11, 22"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for document in subject.orders:
        id_ = document.model.id
        if document.model.state != "registered":
            continue
        for key in ("date", "number", "signatory"):
            if getattr(document.model, key) is None:
                yield _CODE.at(
                    document.origin.child("state").span,
                    Message("The registered act {id!r} has no {key!r}", id=id_, key=key),
                    hint=Message("Give {key!r}, or make it a draft again: state: draft", key=key),
                    norm=_NORM,
                    documents=(id_,),
                )


RULE = Rule(_CODE, "orders", _check)
