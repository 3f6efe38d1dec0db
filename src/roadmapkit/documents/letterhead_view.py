"""What stands around the text of a document: pictures, and the form of an organisation."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from roadmapkit.lazily import dataclass

__all__ = ["LetterheadView", "PictureView"]


@dataclass(frozen=True, slots=True)
class PictureView:
    """Рисунок: эмблема или QR-код; ставится меткой ``{% picture … %}``.

    Attributes:
        digest: SHA-256 файла.
        format: Вид файла: ``png`` или ``jpeg``.
        width_mm: Ширина в печати, мм.
        height_mm: Высота в печати, мм.
        description: Что изображено: замещающий текст.
        place: В строке (``line``) или справа внизу листа (``foot``).
        data: Содержимое файла.
    """

    digest: str
    format: Literal["png", "jpeg"]
    width_mm: float
    height_mm: float
    description: str
    place: Literal["line", "foot"] = "line"
    data: bytes = field(default=b"", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """Что есть на бланке организации кроме её названия.

    Attributes:
        corner: Бланк угловой: вид, дата и номер документа стоят в левом углу под названием.
        emblem: Герб или эмблема.
        above: Строки над названием.
        details: Строки под названием: краткое название, адрес, телефоны, коды.
    """

    corner: bool
    emblem: PictureView | None
    above: tuple[str, ...]
    details: tuple[str, ...]
