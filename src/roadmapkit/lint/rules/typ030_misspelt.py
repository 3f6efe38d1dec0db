"""A word is spelt as it is elsewhere in the documents.

«срдносрочная» beside «среднесрочная» is a slip that no search finds. Found is a word that no
dictionary knows and that stands once, while a known one of the same documents differs from it
by a letter, or by its vowels, not counting endings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.edits import replaced
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES, PrintedText

__all__ = ["RULE"]

_CODE = Code(
    "TYP030",
    "misspelt-word",
    Severity.WARNING,
    "A word spelt otherwise than elsewhere in the documents",
)
_WORD = re.compile(r"(?<![\w-])[а-яё]{8,}(?![\w-])")
_VOWELS = re.compile("[аеёиоуыэюяьъ]")
_ENDING = 4
_DIFFERENCE = 2


def _check(subject: Subject) -> Iterator[Diagnostic]:
    times: Counter[str] = Counter()
    first: dict[str, tuple[PrintedText, int]] = {}
    for text in subject.texts:
        if text.role in LINES:
            continue
        for match in _WORD.finditer(text.text):
            times[match[0]] += 1
            first.setdefault(match[0], (text, match.start()))
    for word, right in sorted(_misspelt(times).items(), key=lambda pair: pair[0]):
        text, start = first[word]
        yield _CODE.at(
            text.span(start, start + len(word)),
            Message("The word {word!r} is {right!r} elsewhere", word=word, right=right),
            hint=Message("Correct the spelling"),
            documents=(text.document,),
            fix=replaced(text, start, start + len(word), right) if word[-3:] == right[-3:] else (),
        )


def _misspelt(times: Counter[str]) -> dict[str, str]:
    """Return the words that look like slips for others, with those."""
    skeletons: dict[str, list[str]] = {}
    for word in times:
        for key in _keys(word):
            skeletons.setdefault(key, []).append(word)
    found: dict[str, str] = {}
    for words in skeletons.values():
        for word in words if len(words) > 1 else ():
            if times[word] == 1 and word not in found:
                right = next((other for other in words if _may_be(word, other)), None)
                if right is not None and _is_slip(word, right):
                    found[word] = right
    return found


def _keys(word: str) -> Iterator[str]:
    """Yield what a word shares with its slips: its consonants, its letters but for one."""
    stem, ending = word[:-_ENDING], word[-2:]
    yield _VOWELS.sub("", stem) + "|" + ending
    for place in range(len(stem)):
        yield stem[:place] + stem[place + 1 :] + ending


def _may_be(word: str, other: str) -> bool:
    if word == other or word[:1] != other[:1] or abs(len(word) - len(other)) > 1:
        return False
    # Words that differ in their endings only are forms of one word.
    return word[:-_ENDING] != other[:-_ENDING] and not other.startswith(word[:-_ENDING])


def _is_slip(word: str, right: str) -> bool:
    from roadmapkit.language.morphology import russian  # takes a dictionary

    return russian().is_known(right) and not russian().is_known(word)


RULE = Rule(_CODE, "text", _check)
