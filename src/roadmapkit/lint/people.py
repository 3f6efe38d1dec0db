"""The people whom documents name, «Иванова С.В.» or «С.В. Иванова», wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.document_sets import AnyText
from roadmapkit.lint.expansions import fold

__all__ = ["NamedPerson", "people_in", "stem_of"]

_SURNAME = r"[А-ЯЁ][а-яё]{2,}(?:[-‑][А-ЯЁ][а-яё]+)?"
_NAME = regex(
    rf"(?<![\w.])(?:({_SURNAME})\s+([А-ЯЁ])\.\s*([А-ЯЁ])(?:\.|(?!\w))"
    rf"|([А-ЯЁ])\.\s*([А-ЯЁ])\.\s*({_SURNAME}))"
)
_INITIAL = regex(r"[А-ЯЁ]\.")
_IN_HONOUR = regex(r"(?:имени|им\.|памяти)[^«»,;.]*$", re.IGNORECASE)
_ENDING = regex(r"(?:ого|ому|ыми?|ими?|ую|юю|ая|яя|ой|ей|ий|ый|ом|ем|а|у|е|ы|я|ю|ь)$")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A name in a text.

    Attributes:
        surname: Surname as written, in any case.
        initials: Two letters.
        text: The text.
        start: First character of the name.
        end: The one after its last.
    """

    surname: str
    initials: str
    text: AnyText
    start: int
    end: int

    @property
    def written(self) -> str:
        """The name as it stands."""
        return self.text.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span(self.start, self.end)


def people_in(text: AnyText) -> Iterator[NamedPerson]:
    """Yield the people that a text names with both initials; none in whose honour a school is."""
    if _INITIAL.search(text.text) is None:
        return
    for match in _NAME.finditer(text.text):
        if _IN_HONOUR.search(text.text, max(0, match.start() - 60), match.start()):
            continue
        surname = match[1] or match[6]
        initials = (match[2] or match[4]) + (match[3] or match[5])
        yield NamedPerson(surname, initials, text, match.start(), match.end())


def stem_of(surname: str) -> str:
    """Return what all case forms of a surname begin with, folded."""
    folded = fold(surname)
    stem = _ENDING.sub("", folded)
    return stem if len(stem) >= _SHORTEST else folded
