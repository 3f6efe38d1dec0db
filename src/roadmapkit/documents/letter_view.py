"""The view model of a letter, finished to the last character."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from roadmapkit.lazily import dataclass

if TYPE_CHECKING:
    from roadmapkit.documents.line_view import Line, SignatureView
    from roadmapkit.source import Origin

__all__ = ["LetterView"]


@dataclass(frozen=True, slots=True)
class LetterView:
    """Текст письма без приложений.

    Attributes:
        letterhead: Строки с названием организации и тем, как с ней связаться.
        requisites: Дата и номер: «12.01.2024 № 27»; в проекте – место для них.
        reply: «На № 01-15/234 от 10.01.2024» или пусто.
        addressees: Строки каждого адресата.
        title: Строки заголовка.
        salutation: Обращение: «Уважаемая Ирина Павловна!» или пусто.
        lines: Абзацы текста.
        attachments: Что приложено, с числом листов и экземпляров.
        attachment_mark: «Приложение:»; пусто, если ничего не приложено.
        signature: Кто подписывает; нет, пока никто не назван.
        executor: Строки отметки об исполнителе внизу листа.
    """

    letterhead: tuple[str, ...]
    requisites: str
    reply: str
    addressees: tuple[tuple[str, ...], ...]
    title: tuple[str, ...]
    salutation: str
    lines: tuple[Line, ...]
    attachments: tuple[Line, ...]
    attachment_mark: str
    signature: SignatureView | None
    executor: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False, repr=False)
