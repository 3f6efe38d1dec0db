"""A document that explains its abbreviations explains all of them.

Parents and heads of small schools do not know every abbreviation of the field, usual as it is
there, and nobody who holds the printed document sees the directory. Where the author has begun
to explain abbreviations, the ones that are left out look forgotten. Each is told where it
stands first, once for an act with what it approves; a document that explains none is left in
peace, and so are legal forms (МБОУ), words such as РФ, and what only begins names («СОШ № 5»).
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviation_context import foreign_expansions, in_name, printed_in_list
from roadmapkit.lint.abbreviations import Abbreviations, Use, well_known
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.rules.abb013_two_abbreviations import replaced_by
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.parties.abbreviations import is_legal_form

__all__ = ["RULE"]

_CODE = Code(
    "ABB009",
    "unexplained-among-explained",
    Severity.INFO,
    "A usual abbreviation left unexplained where others are explained",
)
_EVERYDAY = frozenset(
    {"РФ", "ФЗ", "ГОСТ", "РАН", "СМИ", "МВД", "ИНН", "ОГРН", "ФИО", "ПК", "ВУЗ", "ВУЗы", "ИЗО"}
    | {"ОБЖ", "СССР", "США", "РСФСР", "ТВ", "ИТ", "ЭВМ", "ЗАГС", "МЧС", "НДС", "ОМС", "СанПиН"}
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        if not found.defined:
            continue
        for short, uses in sorted(_left_out(found), key=lambda left: left[1][0].place):
            yield _CODE.at(
                uses[0].span,
                Message(
                    "Nothing in print explains {short!r}, while other abbreviations are explained;"
                    " times used: {count}",
                    short=short,
                    count=len(uses),
                ),
                hint=Message("Write it out where it stands first, or add a list of abbreviations"),
                documents=tuple(dict.fromkeys(use.text.document for use in uses)),
            )


def _left_out(found: Abbreviations) -> Iterator[tuple[str, list[Use]]]:
    printed = printed_in_list(found)
    told = replaced_by(found).keys() | foreign_expansions(found).keys()
    for short in found.uses:
        usual = short in well_known() or short in found.listed
        if not usual or short in found.defined or short in printed or short in told:
            continue
        if is_legal_form(short) or short in _EVERYDAY:
            continue
        uses = found.own_uses(short)
        if uses and not all(in_name(use) for use in uses):
            yield short, uses


RULE = Rule(_CODE, "abbreviations", _check)
