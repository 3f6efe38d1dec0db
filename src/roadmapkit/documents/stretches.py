"""Stretches of text in one look, and places in lists: what paragraphs are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from roadmapkit.lazily import dataclass

__all__ = ["SAME_AS", "ListMark", "Run", "same_as"]

SAME_AS = "same_as"
"""Key of the metadata of a field that holds the same text as another one."""


def same_as(field: str) -> Mapping[str, str]:
    """Return the metadata of a field that a template may print instead of *field*."""
    return {SAME_AS: field}


@dataclass(frozen=True, slots=True)
class Run:
    """Часть абзаца с одним выделением.

    Attributes:
        text: Текст; у сноски пусто.
        look: Как выглядят буквы: ``bold``, ``italic`` и другие; пусто – обычные.
        note: Текст сноски, знак которой стоит здесь; у обычного текста пусто.
    """

    text: str
    look: Literal["", "bold", "italic", "bold italic", "underline", "code"] = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListMark:
    """Место абзаца в списке, который нумерует или отмечает Word.

    Attributes:
        list: Номер списка среди списков документа; его пункты считаются подряд.
        level: Глубина, считая с 0.
        ordered: Нумерованный ли список.
        start: Номер первого пункта.
        compact: Стоит ли список в ячейке таблицы.
    """

    list: int
    level: int = 0
    ordered: bool = False
    start: int = 1
    compact: bool = False
