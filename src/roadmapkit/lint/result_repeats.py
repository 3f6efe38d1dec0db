"""What of a result stands in its activity already."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapkit.lazily import regex
from roadmapkit.lint.word_roots import word_roots

__all__ = ["says_nothing_new"]

_FEWEST = 3
"""Words of a result that is no common phrase: «Проведён семинар» says that it took place."""
_MOST = 0.7
"""Part of an activity's words that a repetition has."""
_EVENT = frozenset({"прове", "орган", "осуще", "участ", "обесп"})
"""Beginnings of what only says that the work was done; «Создана рабочая группа» says more."""
_YEAR = "год"
_BRACKETS = regex(r"\([^()]*\)")
_PURPOSE = regex(r"\s(?:с\s+целью|в\s+целях|для\s+того)\s")


def says_nothing_new(
    result: Sequence[str], title: str, years: frozenset[str] = frozenset()
) -> bool:
    """Tell whether a result has no word of its own and repeats the activity.

    It repeats most of the activity, or the activity from its beginning: «Проведены элективные
    курсы» to «Проведение элективных курсов для обучающихся, в том числе по программам …».

    Args:
        result: The words of the expected result, as :func:`word_roots` has them.
        title: The activity.
        years: The years of the plan, which add nothing.
    """
    if len(result) < _FEWEST:
        return False
    said = [root for root in result if root not in years and root != _YEAR]
    if len(said) < _FEWEST:
        return False
    # A root stands in its word: most results have one that the title has nowhere.
    folded = title.casefold().replace("ё", "е")
    if not all(root in folded for root in said) or not set(said) <= set(word_roots(title)):
        return False
    action = word_roots(title.split(maxsplit=1)[0])
    if not action:
        return False
    head = tuple(
        root
        for root in word_roots(_PURPOSE.split(_BRACKETS.sub(" ", title))[0])
        if not root.isdecimal() and root != _YEAR
    )
    if len(set(said) & set(head)) >= _MOST * len(set(head)):
        return True
    enough = len(said) > _FEWEST or said[0] in _EVENT
    return enough and said[0] == action[0] and tuple(said) == head[: len(said)]
