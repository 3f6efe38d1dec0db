"""Remarks that only label a term: «СОШ № 1 – январь», «май (итоговый отчёт)»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from roadmapkit.deadlines.phrases.grammar import Item, Throughout
from roadmapkit.deadlines.phrases.tree import Qualifier, QualifierKind, Recurrence, Term
from roadmapkit.lazily import regex

__all__ = ["LABEL_MARKS", "has_time", "labelled", "labels_lead"]

LABEL_MARKS = frozenset({"dash", "colon"})
_DIGITS = regex(r"\d")
_STAGE = regex(
    r"\b\d{1,2}(?:-?[а-я]{1,2})?\s+(?:этап|тур|класс|раунд|смен|поток)\w*|приложени\w*\s+\d+",
    re.IGNORECASE,
)
_NEGATION = regex(r"\b(?:кроме|не|без|исключ\w*)\b", re.IGNORECASE)


def has_time(items: Iterable[Item]) -> bool:
    """True if one of the items says when, and is not only a remark."""
    return any(isinstance(item.value, Term | Recurrence | Throughout) for item in items)


def labels_lead(items: Sequence[Item]) -> bool:
    """True for «СОШ № 1 – январь, СОШ № 2 – февраль»: the label comes before its term."""
    if not items or isinstance(items[0].value, Term | Recurrence | Throughout):
        return False
    for item in items[1:]:
        if isinstance(item.value, Term):
            return bool(item.before & LABEL_MARKS)
    return False


def labelled(items: Sequence[Item]) -> list[Item]:
    """A remark in brackets or beside a dash is a label, unless it changes the term."""
    timed = has_time(items) or any(
        isinstance(item.value, Qualifier) and item.value.kind is not QualifierKind.NOTE
        for item in items
    )
    labelled: list[Item] = []
    for place, item in enumerate(items):
        following = items[place + 1].before if place + 1 < len(items) else frozenset()
        beside = item.bracketed or (item.before | following) & LABEL_MARKS
        if timed and beside and isinstance(item.value, Qualifier) and _is_label(item):
            item = replace(item, value=replace(item.value, understood=True))  # noqa: PLW2901 the item with its label marked takes the place of the item
        labelled.append(item)
    return labelled


def _is_label(item: Item) -> bool:
    """True for words without a number that might be a date, and without a negation."""
    numbers = _DIGITS.search(_STAGE.sub("", item.text))
    return not numbers and not _NEGATION.search(item.text)
