"""References to activities inside a phrase: «{self-analysis}» and «пункта 1.2»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from roadmapkit.deadlines import QualifierKind, Reading, parse_phrase
from roadmapkit.lazily import dataclass, regex

__all__ = [
    "ActivityNames",
    "braced_ids",
    "names_activities",
    "names_of",
    "numbers_in",
    "with_numbers",
]

_BRACED = regex(r"\{\s*([^\W_](?:[\w-]*[^\W_])?(?:/[\w-]+)?)\s*\}")
_NOUN = r"(?:(?:под)?пункт(?:а|у|ом|е)?|мероприяти(?:е|я|ю|ем|и)|позици(?:я|и|ю|ей)|п{1,2}\.)"
_NOUN_SIGNS = ("пункт", "мероприяти", "позици", "п.")
"""What each of them holds one of, in small letters."""
_NOUN_BEFORE = regex(rf"(?<!\w){_NOUN}\s*№?\s*$", re.IGNORECASE)
_DATIVE_BEFORE = regex(r"(?<!\w)ко?\s*$", re.IGNORECASE)
_NUMBERED = regex(rf"(?<!\w){_NOUN}\s*№?\s*(\d+(?:\.\d+)*)(?![\d\w])", re.IGNORECASE)
# Behind the number: whose point it is, where it is that of another document.
_ELSEWHERE = regex(
    r"\.?\s+(?:настоящ\w+\s+|данн\w+\s+)?(?:приказ|постановлен|распоряжен|протокол|поряд|положен|"
    r"программ|письм|закон|регламент|соглашен|договор|раздел|стать|перечн|приложен|график|"
    r"инструкц|устав|реш|предписан|акт)",
    re.IGNORECASE,
)

ActivityNames = tuple[str, ...]
"""What an activity may be called in a phrase."""


@dataclass(frozen=True, slots=True)
class _Braces:
    """One reference by id in a phrase."""

    id: str
    start: int
    end: int


def _braces(phrase: str) -> Iterator[_Braces]:
    for match in _BRACED.finditer(phrase):
        yield _Braces(match[1], match.start(), match.end())


def braced_ids(phrase: str) -> tuple[str, ...]:
    """Return the ids that stand in braces in *phrase*, each once."""
    if "{" not in phrase:
        return ()
    return tuple(dict.fromkeys(found.id for found in _braces(phrase)))


def with_numbers(phrase: str, printed: Callable[[str], str | None]) -> str:
    """Return *phrase* as it is printed: with a number for each id in braces.

    «После исполнения пункта {self-analysis}» has its noun already; «за 5 дней до {visits}»
    gets one, for a bare «1.2» would read as a date.

    Args:
        phrase: As the author wrote it.
        printed: The number for an id, None where there is no such activity; the braces
            then stay.
    """
    if "{" not in phrase:
        return phrase
    pieces: list[str] = []
    place = 0
    for found in _braces(phrase):
        number = printed(found.id)
        if number is None:
            continue
        before = phrase[: found.start]
        if not _NOUN_BEFORE.search(before):
            noun = "пункту" if _DATIVE_BEFORE.search(before) else "пункта"
            number = f"{noun} {number}"
        pieces.append(phrase[place : found.start] + number)
        place = found.end
    return "".join((*pieces, phrase[place:]))


def names_activities(phrase: str) -> bool:
    """Tell whether a phrase may count from activities, by their ids or their numbers."""
    return "{" in phrase or (_has_noun(phrase) and _NUMBERED.search(phrase) is not None)


def _has_noun(phrase: str) -> bool:
    """Tell whether a phrase may have one of the nouns, sooner than the pattern does."""
    folded = phrase.casefold()
    return any(noun in folded for noun in _NOUN_SIGNS)


def numbers_in(phrase: str) -> tuple[str, ...]:
    """Return the numbers of activities that *phrase* counts from, each once.

    A point of another document is none: «пункта 3 приказа Министерства».
    """
    if not _has_noun(phrase) or not _NUMBERED.search(phrase):
        return ()
    found = [
        match[1]
        for text in _event_words(parse_phrase(phrase))
        for match in _NUMBERED.finditer(text)
        if not _ELSEWHERE.match(text, match.end())
    ]
    return tuple(dict.fromkeys(found))


def _event_words(reading: Reading) -> Iterator[str]:
    for qualifier in reading.qualifiers:
        if qualifier.kind is QualifierKind.EVENT:
            yield qualifier.text
    for part in reading.parts:
        yield from _event_words(part)


def names_of(number: str) -> ActivityNames:
    """Return what phrases may call the activity with this number."""
    nouns = ("пункт", "подпункт", "мероприятие", "позиция", "п", "пп")
    return tuple(f"{noun} {number}" for noun in nouns)
