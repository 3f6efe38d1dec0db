"""Where a text says what an abbreviation stands for: «(далее – ШНОР)», «ВПР (…)», lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.expansions import Alignment, aligned, words_of
from roadmapkit.lint.shortened import ShortenedWord

__all__ = ["Definition", "Manner", "definitions_in"]

Manner = Literal["further", "bracket", "list"]
"""«(далее – X)»; a name with the other one in brackets; a line of a list, an alias."""

_FURTHER = regex(
    r"\(?\s*далее(?:\s+(?:по\s+тексту|именуем\w+|также|сокращ[её]нно|соответственно))*"
    r"\s*[–—:-]*\s*[«\"]?",
    re.IGNORECASE,
)
_JOINING = regex(r"\s*(?:[,/]|и|или)?\s*[«\"]?")
_BRACKETS = regex(r"\(([^()]*)\)")
_WORDS = regex("[А-Яа-яЁё]+")
_OPENING = regex(r"[ \t]*(?:№\s*\d+|-\d+)?[»\"]?\s*\(")
_DASH = regex(r"[^\n–—;]{0,40}?\s[–—-]\s+(?=[А-Яа-яЁё«])")
_BULLETS = ' \t-–—•*«"'
_LIST_END = regex(r"[\n;]")
_LIKELY = 2 / 3
_HALF = 0.5
_NEAR = 2
_CLAUSE_END = regex(r"[;:]\s")
_PARAGRAPH = regex(r"\n\s*\n|\n(?=\s*(?:[-–—•]|\d{1,2}[.)])\s)")
_WINDOW = 400


@dataclass(frozen=True, slots=True)
class Definition:
    """What a text says of abbreviations.

    Attributes:
        shorts: The abbreviations.
        manner: How it says it.
        start: First character of the abbreviations in the text.
        end: The one after their last.
        places: First characters of the abbreviations, which are no uses.
        alignment: How the one abbreviation fits the words; None for several.
    """

    shorts: tuple[str, ...]
    manner: Manner
    start: int
    end: int
    places: tuple[int, ...]
    alignment: Alignment | None = None


def definitions_in(
    text: str, words: Sequence[ShortenedWord], role: str, before: str
) -> tuple[Definition, ...]:
    """Return what a text says of its abbreviations, in its order, each abbreviation once a place.

    Args:
        text: The text.
        words: Its abbreviations.
        role: The key that it stands under; an ``alias`` explains by itself.
        before: The text before it: in a table the one cell explains the other.
    """
    if role == "alias":
        return tuple(_definition((word,), "list", None) for word in words)
    found: dict[int, Definition] = {}
    reading = _Reading(text, words)
    for definition in (*reading.further(), *reading.brackets(), *reading.lists()):
        if not any(place in found for place in definition.places):
            found.update((place, definition) for place in definition.places)
    whole = len(words) == 1 and text.strip(' «»".') == text[words[0].start : words[0].end]
    if whole and aligned(words[0].base, words_of(before)).share >= _LIKELY and not found:
        return (_definition(words, "list", None),)
    return tuple({id(each): each for _, each in sorted(found.items())}.values())


def _definition(
    words: Sequence[ShortenedWord], manner: Manner, alignment: Alignment | None
) -> Definition:
    shorts = tuple(dict.fromkeys(word.base for word in words))
    places = tuple(word.start for word in words)
    return Definition(shorts, manner, words[0].start, words[-1].end, places, alignment)


class _Reading:
    """One text with its abbreviations.

    Args:
        text: The text.
        words: Its abbreviations in its order.
    """

    def __init__(self, text: str, words: Sequence[ShortenedWord]) -> None:
        self._text = text
        self._words = words
        self._at = {word.start: index for index, word in enumerate(words)}

    def further(self) -> Iterator[Definition]:
        """Yield what «далее – X, Y» says."""
        for match in _FURTHER.finditer(self._text) if "алее" in self._text else ():
            run = self._run(match.end())
            if run:
                near = self._text[max(0, match.start() - _WINDOW) : match.start()]
                before = words_of(_PARAGRAPH.split(near)[-1])
                alignment = aligned(run[0].base, before) if len(run) == 1 else None
                yield _definition(run, "further", alignment)

    def _run(self, start: int) -> list[ShortenedWord]:
        """Return the abbreviations that follow each other from a place on."""
        run: list[ShortenedWord] = []
        while start in self._at:
            run.append(self._words[self._at[start]])
            joined = _JOINING.match(self._text, run[-1].end)
            start = joined.end() if joined else -1
        return run

    def brackets(self) -> Iterator[Definition]:
        """Yield what «полное имя (X)» and «X (полное имя)» say."""
        for match in _BRACKETS.finditer(self._text):
            inside = [word for word in self._words if match.start() < word.start < match.end()]
            written = [word[0] for word in _WORDS.finditer(match[1])]
            if inside and len(inside) == len(written) and "," not in match[1]:
                clause = _CLAUSE_END.split(self._text[: match.start()][-_WINDOW:])[-1]
                before = words_of(clause)
                yield from _fitting(inside, before, at_end=True)
        for index, word in enumerate(self._words):
            opening = _OPENING.match(self._text, word.end)
            if opening:
                close = self._text.find(")", opening.end())
                after = words_of(self._text[opening.end() : close if close > 0 else None])
                yield from _fitting(self._words[index : index + 1], after, at_end=False)

    def lists(self) -> Iterator[Definition]:
        """Yield what the lines «X – полное имя» of a list say."""
        for word in self._words:
            begun = max(self._text.rfind(end, 0, word.start) for end in "\n;") + 1
            if self._text[begun : word.start].strip(_BULLETS):
                continue
            dash = _DASH.match(self._text, word.end)
            if dash is None:
                continue
            end = _LIST_END.search(self._text, dash.end())
            after = words_of(self._text[dash.end() : end.start() if end else None])
            run = [other for other in self._words if word.start <= other.start < dash.end()]
            joined = " ".join(other.base for other in run)
            alignment = aligned(joined, after, at_end=False)
            if alignment.share >= _HALF and joined and alignment.skipped <= 1:
                yield _definition(run, "list", alignment if len(run) == 1 else None)


def _fitting(
    words: Sequence[ShortenedWord], beside: Iterable[str], *, at_end: bool
) -> Iterator[Definition]:
    near = list(beside)
    alignment = aligned(" ".join(word.base for word in words), near, at_end=at_end)
    begins = alignment.after <= _NEAR if at_end else alignment.skipped <= 1
    if alignment.share >= _LIKELY and alignment.fitting >= 2 and begins:
        yield _definition(words, "bracket", alignment if len(words) == 1 else None)
