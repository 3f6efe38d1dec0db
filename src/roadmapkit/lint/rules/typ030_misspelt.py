"""A word is spelt as the dictionary has it.

«подгтовка» is a slip that no search finds. Found is a word in small letters that no
dictionary knows, and that stands once while a known one of the same documents differs from it
by a letter or by its vowels, or that has letters in an order that no Russian word has
(«обсужддается») and is one letter away from a known one. Names, words with a hyphen and
usual young words of the field («тьютор») are left in peace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from functools import cache, lru_cache

from roadmapkit.diagnostics import Code, Diagnostic, Edit, Message, Severity
from roadmapkit.lazily import regex
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.letter_groups import is_unheard
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES, PrintedText
from roadmapkit.resources import listing

__all__ = ["RULE"]

_CODE = Code(
    "TYP030",
    "misspelt-word",
    Severity.WARNING,
    "A word that no dictionary knows, one letter away from another one",
    fixable="unsafe",
)
_WORD = regex(r"(?<![\w-])[а-яё]{6,}(?![\w-])")
_VOWELS = regex("[аеёиоуыэюяьъ]")
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_SHORT = 8
_ENDING = 4


def _check(subject: Subject) -> Iterator[Diagnostic]:
    words = [word for word in subject.words if word.islower() and _WORD.fullmatch(word)]
    slips = _misspelt(subject, words)
    found = _standing(subject, slips.keys())
    for word, right in sorted(slips.items()):
        text, start = found[word][0]
        yield _CODE.at(
            text.span(start, start + len(word)),
            Message("The word {word!r} is {right!r} elsewhere", word=word, right=right),
            hint=Message("Correct the spelling"),
            documents=(text.document,),
            fix=_corrected(text, start, word, right),
        )
    unheard = {word for word in words if is_unheard(word) and not word.startswith(_new_words())}
    found = _standing(subject, unheard)
    for word in sorted(unheard):
        if word not in slips:
            meant = _known_beside(word)
            if meant is not None:
                text, start = found[word][0]
                yield _CODE.at(
                    text.span(start, start + len(word)),
                    Message(
                        "No dictionary has the word {word!r}; meant is perhaps {right!r};"
                        " in the documents: {times}",
                        word=word,
                        right=meant,
                        times=len(found[word]),
                    ),
                    hint=Message("Correct the spelling"),
                    documents=(text.document,),
                )


def _standing(subject: Subject, words: Set[str]) -> dict[str, list[tuple[PrintedText, int]]]:
    """Return where words stand, each time with the place; not in lines that break off."""
    found: dict[str, list[tuple[PrintedText, int]]] = {word: [] for word in words}
    for text in subject.with_words(words):
        for match in _WORD.finditer(text.text) if text.role not in LINES else ():
            if match[0] in found:
                found[match[0]].append((text, match.start()))
    return found


def _corrected(text: PrintedText, start: int, word: str, right: str) -> tuple[Edit, ...]:
    """Return the edit that corrects a word, for a person to look at; the ending must fit."""
    if word[-3:] != right[-3:]:
        return ()
    edits = replaced(text, start, start + len(word), right)
    return tuple(replace(edit, safe=False) for edit in edits)


@cache
def _new_words() -> tuple[str, ...]:
    """Return the beginnings of words that are younger than the dictionary."""
    text = listing(__file__, "../data/new_words.txt")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _known_beside(word: str) -> str | None:
    """Return the known common word that is one slip away, None if there is none or it is known."""
    from roadmapkit.language.morphology import russian  # takes a dictionary

    morphology = russian()
    dotted = {word[:at] + "ё" + word[at + 1 :] for at, letter in enumerate(word) if letter == "е"}
    if any(morphology.is_known(form) for form in (word, *dotted)):
        return None
    near = sorted(other for other in _edits(word) if morphology.is_known(other))
    common = [
        other
        for other in near
        if not any(item.proper or "Abbr" in item.traits for item in morphology.readings(other))
    ]
    return common[0] if common else None


def _edits(word: str) -> Iterator[str]:
    """Yield what a word is without one slip: a letter less, more, changed, or two exchanged."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]
    yield from (word + letter for letter in _LETTERS)


def _misspelt(subject: Subject, words: Iterable[str]) -> dict[str, str]:
    """Return the words that look like slips for others, with those."""
    first: dict[str, str] = {}
    shared: dict[str, list[str]] = {}
    for word in words:
        for key in _keys(word) if len(word) >= _SHORT else ():
            if first.setdefault(key, word) is not word:
                shared.setdefault(key, [first[key]]).append(word)
    likely: dict[tuple[str, str], None] = {}
    for alike in (shared[key] for key in first if key in shared):
        for word in alike:
            right = next((other for other in alike if _may_be(word, other)), None)
            if right is not None:
                likely[word, right] = None
    standing = _standing(subject, {word for word, _ in likely})
    found: dict[str, str] = {}
    for word, right in likely:
        if word not in found and len(standing[word]) == 1 and _is_slip(word, right):
            found[word] = right
    return found


@lru_cache(maxsize=4096)  # documents of one trade share most of their words
def _keys(word: str) -> tuple[str, ...]:
    """Return what a word shares with its slips: its consonants, its letters but for one."""
    stem, ending = word[:-_ENDING], word[-2:]
    shorter = [stem[:place] + stem[place + 1 :] + ending for place in range(len(stem))]
    return (_VOWELS.sub("", stem) + "|" + ending, *shorter)


def _may_be(word: str, other: str) -> bool:
    if word == other or word[:1] != other[:1] or abs(len(word) - len(other)) > 1:
        return False
    # Words that differ in their endings only are forms of one word.
    return word[:-_ENDING] != other[:-_ENDING] and not other.startswith(word[:-_ENDING])


def _is_slip(word: str, right: str) -> bool:
    from roadmapkit.language.morphology import russian  # takes a dictionary

    return russian().is_known(right) and not russian().is_known(word)


RULE = Rule(_CODE, "text", _check)
