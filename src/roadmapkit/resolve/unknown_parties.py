"""Parties of a plan that the directory lacks, told once each; and once where it lacks many.

A directory grows: at first it knows the office and some schools, and a plan names forty
parties. Forty findings would hide the one that matters, a slip in a name that the directory
has. So a party is told once however many cells name it, and where the directory evidently
does not cover the plan, those that resemble no entry are told together, as a remark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from roadmapkit.diagnostics import Diagnostic, Message, Severity
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.reading import PartyRef
from roadmapkit.resolve.parties.words import fold

__all__ = ["gathered"]

_NEAR = 0.85
_FEW = 2
_QUARTER = 4
_NAMED = 5


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
    known = {party.ref for party in parties if party.ref is not None}
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


def _is_near(party: str, directory: DirectoryIndex) -> bool:
    """Tell whether a name is a slip for one of the directory; other digits are another school."""
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
