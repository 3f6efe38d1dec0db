"""A column separates in one way, and calls one party with one letter.

«Петрова А.А. Иванова Б.Б.» beside «Петрова А.А., Иванова Б.Б.», «Кураторы» beside «кураторы»,
and a school behind a term now with brackets and now without show several hands. The rarer way
is told, once a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.cells import PlannedParty, parties_of
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.slips import Place, told_once
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "TYP033",
    "uneven-separators",
    Severity.INFO,
    "Parties or terms of a column that are separated or begun differently",
)
_SCHOOL = r"(?:[А-ЯЁ]{3,6}\s)?[А-ЯЁ]{3,6}\s?[«№]|[А-ЯЁ]{3,6}\s«"
_WAYS = {
    "responsible": (
        regex(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.(,)\s*(?=[А-ЯЁа-яё])"),
        regex(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.(\s)(?=[А-ЯЁ][а-яё]{2})"),
        Message(
            "Some people of the column are parted by commas, some are not: {near!r};"
            " in the document: {times}"
        ),
    ),
    "due": (
        regex(rf"\d{{4}}(?:\s?г\.|\sгода)?\s(\()(?={_SCHOOL})"),
        regex(rf"\d{{4}}(?:\s?г\.|\sгода)?(\s)(?={_SCHOOL})"),
        Message(
            "Behind some terms the schools stand in brackets, behind others not: {near!r};"
            " in the document: {times}"
        ),
    ),
}
_SIGNS = (
    r"\.(?<=[А-ЯЁ]\.),\s*[А-ЯЁа-яё]",
    r"\.(?<=[А-ЯЁ]\.)\s[А-ЯЁ][а-яё]{2}",
    *(rf"{mark}(?<=[А-ЯЁ]{{3}}{space}{mark})" for mark in "«№" for space in ("", r"\s")),
)
"""What stands before a person behind another one, and in the name of a school."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    found: dict[tuple[str, str], tuple[list[Place], list[Place]]] = {}
    for text in subject.showing(*_SIGNS):
        if text.kind == "roadmap" and text.role in _WAYS:
            with_mark, without, _ = _WAYS[text.role]
            one, other = found.setdefault((text.document, text.role), ([], []))
            one += [Place(text, *match.span(1)) for match in with_mark.finditer(text.text)]
            other += [Place(text, *match.span(1)) for match in without.finditer(text.text)]
    hint = Message("Write it in one way throughout the column")
    for (_, role), (one, other) in found.items():
        if one and other:
            yield told_once(_CODE, _WAYS[role][2], min(other, one, key=len), hint)
    yield from _capitals(subject, hint)


def _capitals(subject: Subject, hint: Message) -> Iterator[Diagnostic]:
    """Yield the parties that stand inside cells with a capital and with a small letter."""
    for roadmap in subject.roadmaps:
        ways: dict[str, tuple[list[PlannedParty], list[PlannedParty]]] = {}
        for planned in parties_of(subject, roadmap):
            if not planned.party.start:
                continue
            text = planned.party.text
            if len(text) > 1 and text[1].islower():
                way = ways.setdefault(text.casefold(), ([], []))
                way[text[0].islower()].append(planned)
        for capital, small in ways.values():
            if capital and small:
                first = min(capital, small, key=len)[0]
                yield _CODE.at(
                    first.span,
                    Message(
                        "The party is written with a capital and with a small letter: {party!r}",
                        party=first.party.text,
                    ),
                    hint=hint,
                    documents=(roadmap.model.id,),
                )


RULE = Rule(_CODE, "text", _check)
