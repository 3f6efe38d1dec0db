"""The view model of minutes, finished to the last character."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from roadmapkit.lazily import dataclass

if TYPE_CHECKING:
    from roadmapkit.documents.line_view import SignatureView
    from roadmapkit.source import Origin

__all__ = ["MinutesLine", "MinutesView"]

LineStyle = Literal["plain", "person", "heading", "body", "decision"]


@dataclass(frozen=True, slots=True)
class MinutesLine:
    """Абзац протокола.

    Attributes:
        label: Слова перед текстом, полужирные: «СЛУШАЛИ:»; может не быть.
        text: Текст.
        style: Роль абзаца: ``plain`` – без отступа, ``person`` – из списка людей,
            ``heading`` – «ПОВЕСТКА ДНЯ», ``body`` – обычный, ``decision`` – с номером.
        keep: Не отрывается ли абзац от следующего.
    """

    label: str
    text: str
    style: LineStyle = "body"
    keep: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MinutesView:
    """Текст протокола без приложений.

    Attributes:
        letterhead: Строки с названием организации.
        form: «ПРОТОКОЛ».
        heading: Чего это протокол: «заседания рабочей группы …».
        date: День заседания, как он печатается, или место для него в проекте.
        number: «№ 1» или место для номера в проекте.
        place: Место заседания.
        lines: Абзацы по порядку.
        signatures: Подписи председателя и секретаря.
    """

    letterhead: tuple[str, ...]
    form: str
    heading: str
    date: str
    number: str
    place: str
    lines: tuple[MinutesLine, ...]
    signatures: tuple[SignatureView, ...]
    origin: Origin | None = field(default=None, compare=False, repr=False)
