"""What stands around an abbreviation: names that it is a part of, lists that print it."""

from __future__ import annotations

import re

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import regex
from roadmapkit.lint.abbreviations import Abbreviations, Use, well_known
from roadmapkit.lint.expansions import aligned, fold, letters_of, words_of
from roadmapkit.resolve.resolved import ResolvedAppendix

__all__ = ["foreign_expansions", "in_name", "line_of", "printed_in_list"]

_NAME = regex(r"\s*(?:№|(?:с|п|г|х|д|пос|пгт|ст|им)\.\s?[А-ЯЁ]|[А-ЯЁ][а-яё]{2})")
_QUOTED = regex(r"\s*[«\"]")
_BODIES = regex(
    r"школ|учрежд|центр|лице|гимнази|организац|(?<!\w)дом|станци|клуб|общество|колледж|техникум"
    r"|институт|университет|комбинат|фонд"
)
_SHORTEST = 3


def in_name(use: Use) -> bool:
    """Tell whether an abbreviation begins a name: «СОШ № 5», «МО Речной район»."""
    if use.named or _NAME.match(use.text.text, use.end):
        return True
    # «ЦДО «Радуга»» is a name, «по УВР «Итоги года»» is not.
    body = _BODIES.search(well_known().get(use.short, "").casefold()) is not None
    return body and _QUOTED.match(use.text.text, use.end) is not None


def printed_in_list(found: Abbreviations) -> frozenset[str]:
    """Return the abbreviations that the documents explain in a list of their own."""
    listed: set[str] = set()
    for document in found.documents.documents.values():
        appendices: tuple[ResolvedAppendix, ...] = getattr(document, "appendices", ())
        for appendix in appendices:
            for part in appendix.parts:
                for short, _, _ in part.abbreviations:
                    listed.update(re.findall("[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ]", short))
        papers = getattr(document.model, "papers", None)
        if papers is not None and papers.abbreviations:
            listed.update(found.listed)
    return frozenset(listed)


def line_of(place: Span, seen_from: Span) -> str:
    """Return the line of a place, with its file where that is another one."""
    if place.file == seen_from.file:
        return str(place.line)
    return f"{place.line} ({place.file})"


def foreign_expansions(found: Abbreviations) -> dict[str, str]:
    """Return the abbreviations that the directory explains by words without their letters."""
    return {
        short: words
        for short, words in sorted(found.listed.items())
        if words and len(letters_of(short)) >= _SHORTEST and not _may_stand_for(short, words)
    }


def _may_stand_for(short: str, words: str) -> bool:
    rest = iter(fold(words))
    inside = all(letter in rest for letter in letters_of(short))
    return inside or aligned(short, words_of(words), at_end=False).fitting > 1
