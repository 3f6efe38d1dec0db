"""A document that explains its abbreviations explains all of them.

Parents and heads of small schools do not know every abbreviation of the field, usual as it is
there. Where the author has begun to explain abbreviations, the ones that are left out look
forgotten. They are told together, once for an act with what it approves; a document that
explains none is left in peace, and so are legal forms (МБОУ) and words such as РФ.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviations import well_known
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.parties.abbreviations import is_legal_form

__all__ = ["RULE"]

_CODE = Code(
    "ABB009",
    "unexplained-among-explained",
    Severity.INFO,
    "Usual abbreviations left unexplained where others are explained",
)
_EVERYDAY = frozenset({"РФ", "ФЗ", "ГОСТ", "РАН", "СМИ", "МВД", "ИНН", "ОГРН", "ФИО", "ПК"})


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        if not found.defined:
            continue
        left = {
            short: uses
            for short in found.uses
            if short in well_known() and not is_legal_form(short) and short not in _EVERYDAY
            if not found.explained(short) and (uses := found.own_uses(short))
        }
        if not left:
            continue
        first = min((uses[0] for uses in left.values()), key=lambda use: use.place)
        yield _CODE.at(
            first.span,
            Message("Abbreviations that nothing explains here: {shorts}", shorts=sorted(left)),
            hint=Message("Write each out where it stands first, or add a list of abbreviations"),
            documents=tuple(
                dict.fromkeys(use.text.document for uses in left.values() for use in uses)
            ),
        )


RULE = Rule(_CODE, "abbreviations", _check)
