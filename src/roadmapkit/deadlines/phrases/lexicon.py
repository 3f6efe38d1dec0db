"""Word forms of the deadline grammar and what each of them stands for."""

from __future__ import annotations

from functools import cache, lru_cache

from roadmapkit.lazily import dataclass
from roadmapkit.resources import table

__all__ = ["Lexeme", "classify", "month_forms", "nearest", "openers"]

_LONGEST = 16
_SHORTEST = 6
# Only distinctive words are worth a correction: «году» is one letter off «роду».
_CORRECTED = frozenset({"months", "adverbs", "always", "prepositions"})


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a word form stands for.

    Attributes:
        group: Table of ``data/words.toml``: ``months``, ``units``, ``adverbs`` …
        name: Key within the table, as written there.
    """

    group: str
    name: str

    @property
    def number(self) -> int:
        """The key as a number; only for tables whose keys are numbers."""
        return int(self.name)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = table(__file__, "data/words")
    return found


@cache
def _forms() -> dict[str, Lexeme]:
    return {
        form: Lexeme(group, name)
        for group, names in _tables().items()
        for name, forms in names.items()
        for form in forms
    }


@cache
def _by_first_letter() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form, lexeme in _forms().items():
        if lexeme.group in _CORRECTED and len(form) >= _SHORTEST - 1:
            found.setdefault(form[0], []).append(form)
    return found


def classify(word: str) -> Lexeme | None:
    """Return the meaning of a word form in lower case without «ё», or None."""
    return _forms().get(word)


def month_forms(month: int) -> tuple[str, str, str]:
    """Return nominative, genitive and prepositional of the month with this number."""
    nominative, genitive, prepositional = _tables()["months"][str(month)][:3]
    return nominative, genitive, prepositional


@cache
def openers(name: str) -> tuple[str, ...]:
    """Return one list of ``data/openers.toml``."""
    return tuple(table(__file__, "data/openers")[name])


@lru_cache(maxsize=4096)
def nearest(word: str) -> str | None:
    """Return the only month or adverb that differs from *word* by one slip, or None.

    A slip is a letter left out, added or replaced, or two neighbours swapped. The first
    letter must be right, and two different candidates are no answer. A word of five letters
    may only have lost one: «апрел», but «марка» is no «марта».
    """
    if word.endswith("ъ") and word[:-1] in _forms():
        return word[:-1]
    if not _SHORTEST - 1 <= len(word) <= _LONGEST:
        return None
    least = _SHORTEST if len(word) < _SHORTEST else 0
    forms = _by_first_letter().get(word[0], [])
    near = [form for form in forms if len(form) >= least and _one_slip(word, form)]
    meanings = {_forms()[form] for form in near}
    return near[0] if len(meanings) == 1 else None


def _one_slip(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b or (a[1::-1] == b[:2] and a[2:] == b[2:])
