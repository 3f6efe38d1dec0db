"""A document introduces an abbreviation once.

«(далее – ШНОР)» a second time makes the reader look for the difference between the two. An
appendix may introduce again what the act introduced, for it is read apart, but a plan may not
introduce again what the note before it in the same appendix did; a well-known abbreviation
beside its full name is no introduction.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviation_context import line_of
from roadmapkit.lint.abbreviations import Abbreviations, Defined, is_well_known
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.expansions import compatible
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText
from roadmapkit.resolve.resolved import ResolvedAppendix, ResolvedPart

__all__ = ["RULE"]

_CODE = Code(
    "ABB002",
    "abbreviation-introduced-twice",
    Severity.WARNING,
    "An abbreviation that one document introduces more than once",
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        told: dict[tuple[str, tuple[int, int]], tuple[list[str], list[Defined]]] = {}
        for short, document, again in _repeated(found):
            key = (document, again[1].place)
            told.setdefault(key, ([], again))[0].append(short)
        for (document, _), (shorts, again) in sorted(told.items()):
            yield _CODE.at(
                again[1].span,
                Message(
                    "{shorts} is introduced again; it was on line {line}; times in all: {count}",
                    shorts=shorts,
                    line=line_of(again[0].span, again[1].span),
                    count=len(again),
                ),
                hint=Message(
                    "Introduce it once, where it stands first, and only use it afterwards"
                ),
                documents=(document,),
                also=[place.span for place in again[2:]],
            )


def _repeated(found: Abbreviations) -> Iterator[tuple[str, str, list[Defined]]]:
    """Yield each abbreviation with the document that introduces it repeatedly, and where."""
    for short, places in found.defined.items():
        by_document: dict[str, list[Defined]] = {}
        for place in places:
            introduces = place.definition.manner == "further" or (
                place.definition.manner == "bracket" and not is_well_known(short)
            )
            if introduces and place.text.document in found.documents.home:
                by_document.setdefault(place.text.document, []).append(place)
        own = by_document.get(found.documents.root.model.id, [])
        for document, here in sorted(by_document.items()):
            note = [place for place in own if _is_note_before(place, document, found)]
            again = here if here is own else note[:1] + here
            if len(again) > 1 and _same(again):
                yield short, document, again


def _is_note_before(place: Defined, document: str, found: Abbreviations) -> bool:
    """Tell whether a place stands in the appendix that prints a document."""
    root = found.documents.root
    path = place.text.origin.path if isinstance(place.text, PrintedText) else ()
    if path[:1] != ("appendices",) or len(path) == 1:
        return False
    appendices: tuple[ResolvedAppendix, ...] = getattr(root, "appendices", ())
    number = path[1]
    return any(
        document in _ids(part)
        for appendix in appendices
        if appendix.parts and appendix.parts[0].origin.path[:2] == ("appendices", number)
        for part in appendix.parts
    )


def _ids(part: ResolvedPart) -> set[str]:
    printed = (part.roadmap, part.program, part.progress)
    return {document.model.id for document in printed if document is not None}


def _same(places: list[Defined]) -> bool:
    """Tell whether the explanations agree; where they do not, that is the finding."""
    stems = [place.definition.alignment.stems for place in places if place.definition.alignment]
    return all(compatible(one, two) for one in stems for two in stems)


RULE = Rule(_CODE, "abbreviations", _check)
