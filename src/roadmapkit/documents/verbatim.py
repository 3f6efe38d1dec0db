"""What an author wants printed as it is written: texts that typography leaves alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from roadmapkit.language import typeset
from roadmapkit.resolve import (
    ResolvedAppendix,
    ResolvedDocument,
    ResolvedProgram,
    ResolvedProgress,
    ResolvedRoadmap,
)
from roadmapkit.resolve.verbatim import named_places
from roadmapkit.source import Origin

__all__ = ["NOTHING_VERBATIM", "Verbatim", "verbatim_of"]

_HELD = "\ue010"


class Verbatim:
    """Places whose texts are printed as they are written.

    A text that reaches print without its place, or inside a sentence of ours, is known by
    its characters.

    Args:
        places: The places, with all that is inside them.
    """

    def __init__(self, places: Iterable[Origin] = ()) -> None:
        self._places = frozenset(places)
        held = {text for place in self._places for text in _texts(_value(place))}
        changed = [text for text in sorted(held) if typeset(text) != text]
        changed.sort(key=len, reverse=True)
        self._texts = (
            re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in changed))
            if changed
            else None
        )

    def covers(self, origin: Origin) -> bool:
        """Tell whether a place is one of these, or inside one."""
        return bool(self._places) and any(
            Origin(origin.document, origin.path[:length]) in self._places
            for length in range(len(origin.path) + 1)
        )

    @property
    def is_empty(self) -> bool:
        """Whether typography would leave all that is held as it is anyhow."""
        return self._texts is None

    def typeset(self, text: str) -> str:
        """Return *text* as it is printed, with what is held in it as it is written."""
        if self._texts is None:
            return typeset(text)
        held = iter(self._texts.findall(text))
        return re.sub(_HELD, lambda _: next(held), typeset(self._texts.sub(_HELD, text)))


NOTHING_VERBATIM = Verbatim()
"""For documents that ask for nothing."""


def verbatim_of(document: ResolvedDocument) -> Verbatim:
    """Return what a document, and those that it prints, want as it is written."""
    places = [
        place
        for one in _printed(document)
        for name in one.model.verbatim
        for place in named_places(one.origin, name)
    ]
    return Verbatim(places) if places else NOTHING_VERBATIM


def _printed(document: ResolvedDocument) -> Iterator[ResolvedDocument]:
    yield document
    inner: list[ResolvedRoadmap | ResolvedProgram | ResolvedProgress | None] = []
    appendices: list[ResolvedAppendix] = list(getattr(document, "appendices", ()))
    if isinstance(document, ResolvedProgram):
        inner += [chapter.roadmap for chapter in document.chapters]
    if isinstance(document, ResolvedProgress):
        inner.append(document.roadmap)
        appendices += [one for report in document.reports for one in report.appendices]
    for appendix in appendices:
        for part in appendix.parts:
            inner += [part.roadmap, part.program, part.progress]
    for one in inner:
        if one is not None:
            yield from _printed(one)


def _value(place: Origin) -> Any:
    return place.document.value(place.path)


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts inside a value as print may meet them: whole, by line, on one line."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str) and value.strip():
        yield value.strip()
        yield " ".join(value.split())
        yield from (line.strip() for line in value.strip().split("\n") if line.strip())
