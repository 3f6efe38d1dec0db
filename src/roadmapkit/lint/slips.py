"""Slips of typing that a pattern finds: told once a document, with how often they stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from roadmapkit.diagnostics import Code, Diagnostic, Message, Span
from roadmapkit.lazily import dataclass
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.text_index import TextIndex
from roadmapkit.lint.texts import LINES, PrintedText

__all__ = ["Place", "Slip", "around", "slips_of", "told_once"]

_NEAR = 14


@dataclass(frozen=True, slots=True)
class Slip:
    """A way to mistype.

    Attributes:
        pattern: What is wrong, compiled with the first text that may hold it; its group ``bad``
            is what a mend replaces, else all of it.
        message: What is said of it: quotes ``near`` and counts ``times``.
        mend: What stands there instead, None where a person has to decide.
        marks: What a text holds one of at least, else it is not looked at; empty for any text.
        right: Tells a match that is none.
        signs: Patterns one of which is in every text that the slip is in, quick to search as
            :meth:`TextIndex.showing` says; for marks that stand in many texts.
    """

    pattern: str
    message: Message
    mend: str | Callable[[re.Match[str]], str | None] | None = None
    marks: Sequence[str] = ()
    right: Callable[[re.Match[str]], bool] | None = None
    signs: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a text that is wrong.

    Attributes:
        text: The text.
        start: Its first character.
        end: The one after its last; the same for something that is missing.
        mend: What stands there instead, None where a person has to decide.
    """

    text: PrintedText
    start: int
    end: int
    mend: str | None = None


def slips_of(
    subject: Subject,
    code: Code,
    slips: Iterable[Slip],
    hint: Message,
    *,
    where: Callable[[PrintedText], bool] = lambda text: True,
) -> Iterator[Diagnostic]:
    """Yield one finding for each kind of slip in each document.

    Args:
        subject: The documents.
        code: The code of the rule.
        slips: What is looked for; a place that one of them takes is left by the later ones.
        hint: The way out.
        where: Tells the texts to look at; by default every text.
    """
    kinds = tuple(slips)
    suspects: dict[str, list[int]] = {}
    for index, slip in enumerate(kinds):
        for held in _held(subject.plain, slip):
            suspects.setdefault(held, []).append(index)
    found: dict[tuple[str, int], list[Place]] = {}
    read: dict[str, tuple[_Match, ...]] = {}
    for text in subject.printing(suspects):
        words = text.text
        if text.role in LINES or not where(text):
            continue
        if words not in read:
            read[words] = tuple(_matches(subject.plainly(words), kinds, suspects[words]))
        for index, start, end, mend in read[words]:
            found.setdefault((text.home, index), []).append(Place(text, start, end, mend))
    for (_, index), places in found.items():
        yield told_once(code, kinds[index].message, places, hint)


_Match = tuple[int, int, int, str | None]
"""Number of the slip, its first character, the one after its last, what mends it."""


_compiled = cache(re.compile)


def _held(texts: TextIndex, slip: Slip) -> Iterable[str]:
    """Return the texts that a slip may be in."""
    if not slip.marks and not slip.signs:
        return texts.texts
    return texts.showing(slip.signs, tuple(slip.marks))


def _matches(plain: str, kinds: Sequence[Slip], suspected: Iterable[int]) -> Iterator[_Match]:
    taken: set[int] = set()
    for index in suspected:
        slip = kinds[index]
        pattern = _compiled(slip.pattern)
        for match in pattern.finditer(plain):
            if slip.right is not None and slip.right(match):
                continue
            start, end = match.span("bad" if "bad" in pattern.groupindex else 0)
            if start not in taken:
                taken |= {*range(start, end + 1)}
                yield index, start, end, slip.mend(match) if callable(slip.mend) else slip.mend


def told_once(code: Code, message: Message, places: list[Place], hint: Message) -> Diagnostic:
    """Return one finding for all places of a document; its fix mends every one of them.

    Args:
        code: The code of the rule.
        message: A template that may quote ``near`` and count ``times``.
        places: The places, in the order of reading.
        hint: The way out.
    """
    first = places[0]
    words = first.text.text
    fix = [
        replaced(place.text, place.start, place.end, place.mend)
        for place in places
        if place.mend is not None
    ]
    return code.at(
        _span(first),
        message.filled(near=around(words, first.start, first.end), times=len(places)),
        hint=hint,
        documents=(first.text.document,),
        fix=tuple(edit for edits in fix for edit in edits),
        also=map(_span, places[1:]),
    )


def _span(place: Place) -> Span:
    """Return where a part stands; of something that is missing, the letters beside it."""
    beside = int(place.start == place.end)
    end = min(place.end + beside, len(place.text.text))
    return place.text.span(max(place.start - beside, 0), end)


def around(text: str, start: int, end: int) -> str:
    """Return a part of a text with the words beside it, in one line."""
    first, last = max(start - _NEAR, 0), min(end + _NEAR, len(text))
    while first and start - first < 2 * _NEAR and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and last - end < 2 * _NEAR and text[last].isalnum():
        last += 1
    before = text[first:start].rpartition("\n")[2]
    return " ".join((before + text[start:end] + text[end:last].partition("\n")[0]).split())
