"""An adjective agrees with its noun.

«отделами районной управления» and «учебный планы» remain when one of the two
words was changed and the other was not. Found are neighbours whose cases, numbers and genders
have nothing in common in any reading of the dictionary, where no later noun of the phrase
agrees with the adjective either. A participle, which governs nouns of its own, is told only
where it begins its phrase and no noun of the phrase agrees with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.language.grammar import Case
from roadmapkit.lazily import regex
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import LINES
from roadmapkit.lint.word_pairs import Pair, disagreeing_pairs, with_disagreeing

if TYPE_CHECKING:
    from roadmapkit.language.morphology import Reading

__all__ = ["RULE"]

_CODE = Code(
    "TYP028", "no-agreement", Severity.WARNING, "An adjective that does not agree with its noun"
)
_CLAUSE = regex(r"[,.;:()«»\n–—]")
_WORD = regex(r"(?<![\w-])[а-яё]+(?:-[а-яё]+)*")
_NUMERAL = regex(
    r"(?:\d|(?<!\w)(?:дв[ауе]х?|тр[иё]х?|трех|четыр[её]х?|оба|обе|полтора|несколько|много|мало))\s+$"
    r"|(?<!\w)(?:[а-яё]+ых|[а-яё]+их)\s+$",
    re.I,
)
_SENTENCE = regex(r"[.;:!?]\s")
_AHEAD = 5
_FAR = 80


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for text in subject.once(with_disagreeing):
        for pair in disagreeing_pairs(text.text) if text.role not in LINES else ():
            after = _CLAUSE.split(text.text[pair.end :])[0]
            before = text.text[: pair.start]
            begun = "," not in _SENTENCE.split(before)[-1][-_FAR:]
            if not _NUMERAL.search(before) and _disagrees(pair, after, begins=begun):
                yield _CODE.at(
                    text.span(pair.start, pair.end),
                    Message("The words do not agree: {words!r}", words=f"{pair.one} {pair.two}"),
                    hint=Message("Put both into the same case and number"),
                    documents=(text.document,),
                )


def _disagrees(pair: Pair, after: str, *, begins: bool) -> bool:
    """Tell whether the adjective agrees neither with the noun nor with one behind it."""
    from roadmapkit.language.morphology import Part, russian  # takes a dictionary

    morphology = russian()
    small = pair.one.islower()
    # No surname begins with a small letter.
    adjectives = [item for item in morphology.readings(pair.one) if not (small and item.proper)]
    nouns = morphology.readings(pair.two)
    if not morphology.is_known(pair.two) or not adjectives or not nouns:
        return False
    parts = {Part.ADJECTIVE, Part.PARTICIPLE} if begins else {Part.ADJECTIVE}
    if any(item.part not in parts or item.proper for item in adjectives):
        return False
    if adjectives[0].part is Part.PARTICIPLE and not _is_free(adjectives, nouns):
        return False
    if any(item.part is not Part.NOUN or item.case is None for item in nouns):
        return False
    ahead = [item for word in _WORD.findall(after)[:_AHEAD] for item in morphology.readings(word)]
    return not any(
        noun.part is Part.NOUN
        and noun.case is adjective.case
        and noun.number is adjective.number
        and (None in (adjective.gender, noun.gender) or adjective.gender is noun.gender)
        for adjective in adjectives
        for noun in (*nouns, *ahead)
    )


def _is_free(participles: Sequence[Reading], nouns: Sequence[Reading]) -> bool:
    """Tell whether a participle cannot govern the noun: a passive one beside a dative."""
    passive = all("pssv" in item.traits for item in participles)
    return passive and {item.case for item in nouns} == {Case.DATIVE}


RULE = Rule(_CODE, "text", _check)
