"""Parties of a plan that the directory lacks, told once each; and once where it lacks many.

A directory grows: at first it knows the office and some schools, and a plan names forty
parties. Forty findings would hide the one that matters, a slip in a name that the directory
has. So a party is told once however many cells name it, and where the directory evidently
does not cover the plan, those that resemble no entry are told together, as a remark. Many of a
kind that no house lists («руководители предметных объединений», «Администрация школы») are no
finding at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from roadmapkit.diagnostics import Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.parties.words import fold

__all__ = ["gathered"]

_NEAR = 0.85
_FEW = 2
_QUARTER = 4
_NAMED = 5
_ORDINARY = regex(r"[А-ЯЁ]?[а-яё]+(?:-[а-яё]+)*(?:\s+[а-яё]+(?:-[а-яё]+)*)*")
"""Words without a name, a number or an abbreviation among them."""
_MANY = regex(r"[а-яё-]+(?:ы|и|ие|ые|ели|теля|ора|ники)$|администрация", re.IGNORECASE)
_HOLDERS = ("специалист", "методист", "сотрудник", "работник", "представител")
_STEM = 5
_LEGAL_FORMS = ("МУ", "МБУ", "МКУ", "МАУ", "МБОУ", "МКОУ", "МАОУ", "ГБУ", "ГБОУ", "ГКУ")
"""Abbreviations of legal forms, which a careless author leaves out before a name."""


def gathered(
    diagnostics: Iterable[Diagnostic], parties: Iterable[PartyRef], directory: DirectoryIndex
) -> list[Diagnostic]:
    """Return the findings of a plan's cells with those about unknown parties gathered.

    Args:
        diagnostics: The findings, in the order of the plan.
        parties: All parties of the plan.
        directory: The directory that was asked.
    """
    kept: list[Diagnostic] = []
    unknown: dict[str, list[Diagnostic]] = {}
    for item in diagnostics:
        if item.code == codes.UNKNOWN_PARTY.id:
            unknown.setdefault(fold(_party(item)), []).append(item)
        else:
            kept.append(item)
    if not unknown:
        return kept
    known: set[str] = set()
    asked: dict[tuple[str, str, str], PartyRef] = {}
    for party in parties:
        if party.ref is not None:
            known.add(party.ref)
        else:
            asked.setdefault((party.text, party.kind, party.normalized), party)
    plain = {
        key
        for party in asked.values()
        if (key := fold(party.text)) in unknown and _is_no_loss(party, directory)
    }
    unknown = {key: same for key, same in unknown.items() if key not in plain}
    covers = _QUARTER * len(unknown) <= len(known) + len(unknown)
    far = [] if covers else [same for key, same in unknown.items() if not _is_near(key, directory)]
    if len(far) <= _FEW:
        far = []
    together = {id(same) for same in far}
    kept += [_once(same) for same in unknown.values() if id(same) not in together]
    kept += _together(far)
    return kept


def _party(item: Diagnostic) -> str:
    return str(item.message.args["party"])


def _is_no_loss(party: PartyRef, directory: DirectoryIndex) -> bool:
    """Tell whether a party is many of a kind, or the staff of a body that the directory has."""
    words = party.normalized.split()
    if party.kind not in {"role", "group"} or _is_near(fold(party.text), directory):
        return False
    if words[0].lower().startswith(_HOLDERS) and len(words) > 1:
        owner = " ".join(words[1:])
        if directory.find(owner) or _is_declined(owner, directory) or _lacks_form(owner, directory):
            return True
    return bool(_ORDINARY.fullmatch(party.normalized) and _MANY.fullmatch(words[0]))


def _is_declined(owner: str, directory: DirectoryIndex) -> bool:
    """Tell whether «управления образования» is «Управление образования» of the directory."""
    return any(
        [word[:_STEM] for word in fold(owner).split()] == [w[:_STEM] for w in fold(name).split()]
        for name in directory.nearest(owner, 3)
    )


def _lacks_form(name: str, directory: DirectoryIndex) -> bool:
    """Tell whether the directory has a name with a legal form before it."""
    return any(directory.find(f"{form} {name}") for form in _LEGAL_FORMS)


def _is_near(party: str, directory: DirectoryIndex) -> bool:
    """Tell whether a name is a slip for one of the directory; other digits are another school."""
    if _lacks_form(party, directory):
        return True
    for name in directory.nearest(party, 1):
        alike = SequenceMatcher(None, party, fold(name), autojunk=False).ratio() >= _NEAR
        return alike and _digits(party) == _digits(name)
    return False


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _once(same: Sequence[Diagnostic]) -> Diagnostic:
    if len(same) == 1:
        return same[0]
    message = Message(
        "The directory does not know {party!r}; cells that name it: {count}",
        party=_party(same[0]),
        count=len(same),
    )
    return replace(same[0], message=message)


def _together(far: Sequence[Sequence[Diagnostic]]) -> Iterator[Diagnostic]:
    if not far:
        return
    names = [_party(same[0]) for same in far]
    yield replace(
        far[0][0],
        severity=Severity.INFO,
        message=Message(
            "The directory lacks many parties of the plan: {names}; in all: {count}",
            names=names[:_NAMED] + ["…"] * (len(names) > _NAMED),
            count=len(names),
        ),
        hint=Message("Add them to the directory; what it knows is checked"),
    )
