"""One thing has one abbreviation.

«ОУ» in a plan that writes «ОО» everywhere else remained from an older plan: a school is an
«организация» since the law of 2012. Compared are the well-known abbreviations whose words are
the same but for «учреждение» and «организация»; the rarer of the two is told.

Source: Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 2, п. 18; ст. 108, ч. 5
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviation_context import in_name
from roadmapkit.lint.abbreviations import Abbreviations, well_known
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.expansions import words_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.parties.abbreviations import is_legal_form

__all__ = ["RULE", "replaced_by"]

_CODE = Code("ABB013", "two-abbreviations", Severity.INFO, "Two abbreviations for one thing")
_SAME = {"учре": "орга"}
_ROOT = 4
_TIMES = 3
"""How much rarer the one is than the other."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short, usual in sorted(replaced_by(found).items()):
            uses = found.own_uses(short)
            yield _CODE.at(
                uses[0].span,
                Message(
                    "{short!r} stands here for what is {usual!r} elsewhere; times written so:"
                    " {count}",
                    short=short,
                    usual=usual,
                    count=len(uses),
                ),
                hint=Message("Write {usual!r} throughout", usual=usual),
                norm="Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 108, ч. 5",
                documents=tuple(dict.fromkeys(use.text.document for use in uses)),
            )


def replaced_by(found: Abbreviations) -> dict[str, str]:
    """Return the abbreviations in whose place the documents mostly write another one."""
    meanings: dict[tuple[str, ...], list[str]] = {}
    for short in found.uses:
        if short in well_known() and not is_legal_form(short):
            roots = (word[:_ROOT] for word in words_of(well_known()[short]))
            meanings.setdefault(tuple(_SAME.get(root, root) for root in roots), []).append(short)
    found_: dict[str, str] = {}
    for shorts in meanings.values():
        usual = max(shorts, key=lambda short: len(found.uses[short]))
        for short in shorts:
            uses = [use for use in found.own_uses(short) if not in_name(use)]
            rare = len(found.uses[usual]) >= _TIMES * len(found.uses[short])
            if short != usual and uses and rare:
                found_[short] = usual
    return found_


RULE = Rule(_CODE, "abbreviations", _check)
