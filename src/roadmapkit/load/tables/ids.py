"""Readable ids for what has none: the name in Latin letters, shortened, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from roadmapkit.lazily import regex

__all__ = ["Ids", "slug"]

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_LONGEST = 40
_QUOTED = regex(r"[«\"„](.+)[»\"“]")
_SMALL = frozenset({"i", "v", "na", "po", "s", "o", "ob", "dlya", "im", "imeni"})


def slug(text: str, longest: int = _LONGEST) -> str:
    """Return *text* in small Latin letters, digits and hyphens, cut at a word."""
    latin = "".join(_LATIN.get(letter, letter) for letter in text.casefold())
    words = re.findall(r"[a-z0-9]+", latin)
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:longest]
        if len(longer) > longest:
            break
        kept = longer
    return kept


class Ids:
    """Gives out ids, each once; the same calls give the same ids."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def give(self, *candidates: str) -> str:
        """Return the first candidate that is free, else the last one with a number."""
        usable = [one for one in candidates if one] or ["entry"]
        for candidate in usable:
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        number = 2
        while f"{usable[-1]}-{number}" in self._taken:
            number += 1
        self._taken.add(f"{usable[-1]}-{number}")
        return f"{usable[-1]}-{number}"

    def organization(self, name: str, short: str) -> str:
        """Return an id for an organisation: by its name in quotation marks, if it has one."""
        called = short or name
        quoted = _QUOTED.search(called)
        words = slug(quoted.group(1) if quoted else called).split("-")
        plain = "-".join(word for word in words if word not in _SMALL)
        return self.give(plain, slug(called), slug(name, 2 * _LONGEST))

    def person(self, name: str, *, alone: bool) -> str:
        """Return an id for a person: the surname, with initials where others have it too."""
        words = name.replace(".", ". ").split()
        initials = "".join(slug(word[0]) for word in words[1:])
        surname = slug(words[0])
        full = slug(name)
        return self.give(surname if alone else f"{surname}-{initials}".rstrip("-"), full)
