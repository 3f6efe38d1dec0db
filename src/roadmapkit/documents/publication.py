"""The variant for publication (для опубликования): what is printed inside only is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.documents.view import DocumentView
from roadmapkit.lazily import regex
from roadmapkit.resolve import (
    GroupListing,
    ResolvedAppendix,
    ResolvedDocument,
    ResolvedLetter,
    ResolvedPart,
    ResolvedProgress,
    ResolvedRoadmap,
)
from roadmapkit.resolve.paper_codes import PUBLISHED_PHONE
from roadmapkit.source import Origin

__all__ = ["for_publication", "published_phones", "with_initials"]

_PHONE = regex(
    r"(?:тел(?:ефон|\.)?[.:\s]*|\+7|\b8)[\s\u00a0]*[-(]?[\s\u00a0]*\d[\d\s\u00a0()‑–-]{4,}\d",
    re.IGNORECASE,
)
_Document = TypeVar("_Document", bound=ResolvedDocument)


def for_publication(whole: DocumentView) -> DocumentView:
    """Return a document without visas, executor with phone, and compilers' signatures.

    The signatures of the act, of minutes and of a report stay: they are part of the text.
    """
    act = replace(whole.act, approval=(), executor=()) if whole.act is not None else None
    reports = whole.kind == "report"
    sheets = tuple(
        sheet if reports and index == 0 else replace(sheet, signature=None)
        for index, sheet in enumerate(whole.sheets)
    )
    return replace(whole, act=act, sheets=sheets)


def with_initials(document: _Document) -> _Document:
    """Return a document that prints the members of groups by surname and initials."""
    if isinstance(document, ResolvedProgress | ResolvedLetter):
        return document
    appendices = tuple(_appendix(one) for one in document.appendices)
    return replace(document, appendices=appendices)


def _appendix(appendix: ResolvedAppendix) -> ResolvedAppendix:
    return replace(appendix, parts=tuple(_part(part) for part in appendix.parts))


def _part(part: ResolvedPart) -> ResolvedPart:
    if part.group is not None:
        return replace(part, group=_listing(part.group))
    if part.roadmap is not None:
        return replace(part, roadmap=_plan(part.roadmap))
    if part.program is not None:
        return replace(part, program=with_initials(part.program))
    return part


def _plan(plan: ResolvedRoadmap) -> ResolvedRoadmap:
    return with_initials(plan)


def _listing(group: GroupListing) -> GroupListing:
    rows = tuple(replace(row, name=row.initials or row.name) for row in group.rows)
    return replace(group, rows=rows)


def published_phones(view: DocumentView) -> Iterator[Diagnostic]:
    """Yield a finding for each phone number that the variant for publication still prints."""
    told: set[str] = set()
    for text, origin in _texts(view, None):
        for found in _PHONE.finditer(text):
            number = " ".join(found.group().split())
            if sum(sign.isdigit() for sign in number) < 6 or number in told:
                continue
            told.add(number)
            yield PUBLISHED_PHONE.at(
                origin.span if origin is not None else None,
                Message("The variant for publication prints the phone {number!r}", number=number),
                hint=Message("Take it out of the text; `executor` is left out by itself"),
                documents=(view.id,),
            )


def _texts(value: object, origin: Origin | None) -> Iterator[tuple[str, Origin | None]]:
    """Yield every text of a view with the nearest place of the YAML."""
    if isinstance(value, str):
        yield value, origin
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, origin)
    elif is_dataclass(value) and not isinstance(value, Origin):
        own = getattr(value, "origin", None) or origin
        for entry in fields(value):
            if entry.compare:
                yield from _texts(getattr(value, entry.name), own)
