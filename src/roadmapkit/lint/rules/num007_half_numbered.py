"""Parts of one document are numbered all or none.

«1. Пояснительная записка» and behind it a part without «2.» makes the reader look for the second
part. The rule speaks of appendices whose parts have headings, and of programmes whose chapters have
titles: a part without a number stands behind the only one that has it, or between two. A
passport or an introduction before the first number and a conclusion behind the last are no slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.printed_tables import appendices_of
from roadmapkit.lint.subject import Subject
from roadmapkit.resolve.resolved import ResolvedPart
from roadmapkit.source import Origin

__all__ = ["RULE"]

_CODE = Code(
    "NUM007", "half-numbered", Severity.WARNING, "Parts of which some have a number and some none"
)
_NUMBER = regex(r"\s*(?:\d{1,2}|[IVX]{1,4})\.\s+\S")
_OWN_HEADING = frozenset({"plan", "program", "report"})
"""Parts that are documents of their own, and could have a heading."""

_Part = tuple[str, Origin]


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for document, parts in _lists(subject):
        marked = [bool(_NUMBER.match(heading)) for heading, _ in parts]
        numbered = [origin for (_, origin), mark in zip(parts, marked, strict=True) if mark]
        if _is_broken(marked):
            yield _CODE.at(
                numbered[0].span,
                Message(
                    "Parts with a number: {numbered} of {total}",
                    numbered=len(numbered),
                    total=len(parts),
                ),
                hint=Message("Number every part, or none"),
                documents=(document,),
            )


def _is_broken(marked: list[bool]) -> bool:
    """Tell whether a part without a number stands behind the only one, or between two."""
    if True not in marked:
        return False
    first, last = marked.index(True), len(marked) - 1 - marked[::-1].index(True)
    return False in marked[first:] if first == last else False in marked[first:last]


def _lists(subject: Subject) -> Iterator[tuple[str, list[_Part]]]:
    for document, appendices in appendices_of(subject):
        for appendix in appendices:
            yield document, [part for item in appendix.parts for part in _headed(item)]
    for program in subject.programs:
        chapters = [(item.chapter.title, item.origin.child("title")) for item in program.chapters]
        yield program.model.id, [(title or "", origin) for title, origin in chapters]


def _headed(part: ResolvedPart) -> Iterator[_Part]:
    if part.heading:
        yield part.heading, part.origin.child("heading")
    elif part.kind in _OWN_HEADING:
        heading = part.roadmap.model.heading if part.roadmap is not None else None
        yield heading or "", part.origin


RULE = Rule(_CODE, "numbering", _check)
