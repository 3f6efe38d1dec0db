"""A draft has neither date nor number.

Date and number exist only after signing, so a draft prints blanks in their place, and
what the author gave is not printed at all.

Source:
    ГОСТ Р 7.0.97, requisites «Дата документа», «Регистрационный номер документа».
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ORD002",
    "draft-with-requisites",
    Severity.WARNING,
    "A draft that has a date or a number already",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for document in subject.orders:
        id_ = document.model.id
        if document.model.state != "draft":
            continue
        for key in ("date", "number"):
            if getattr(document.model, key) is None:
                continue
            yield _CODE.at(
                document.origin.child(key).span,
                Message(
                    "The draft {id!r} has {key!r}, which a draft does not print", id=id_, key=key
                ),
                hint=Message(
                    "Register the act with: roadmapkit register; "
                    "for a day on which it should be signed write expected_date"
                ),
                documents=(id_,),
            )


RULE = Rule(_CODE, "orders", _check)
