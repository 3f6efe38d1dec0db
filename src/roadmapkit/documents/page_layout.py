"""The layout of a document's pages, as a format profile and the house want it."""

from __future__ import annotations

from typing import Literal

from roadmapkit.lazily import dataclass

__all__ = ["Align", "PageView"]

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class PageView:
    """Размеры из профиля оформления для одного документа.

    Attributes:
        portrait: Поля книжного листа в мм: левое, правое, верхнее, нижнее.
        landscape: Поля альбомного листа в мм в том же порядке.
        header_mm: От края листа до колонтитула, мм.
        font: Шрифт.
        font_pt: Размер шрифта текста в пунктах.
        table_font_pt: Размер шрифта таблиц в пунктах.
        line_spacing: Междустрочный интервал.
        first_line_mm: Отступ первой строки, мм.
        corner_mm: Ширина грифа и отметки о приложении, мм.
        number_align: Где стоит номер страницы.
        number_first: Номер есть и на первой странице.
        number_pt: Размер шрифта номера страницы в пунктах.
        justify: Текст выровнен по ширине.
        form_pt: Размер шрифта названия вида документа в пунктах.
        details_pt: Размер шрифта справочных данных на бланке в пунктах.
        verb_spacing_pt: Разрядка слова «приказываю» в пунктах.
        signature_space_pt: Отступ перед подписью в пунктах.
        stamp_pt: Размер шрифта отметки об электронной подписи в пунктах.
        appendix_align: Выравнивание отметки о приложении.
    """

    portrait: tuple[float, float, float, float]
    landscape: tuple[float, float, float, float]
    header_mm: float
    font: str
    font_pt: float
    table_font_pt: float
    line_spacing: float
    first_line_mm: float
    corner_mm: float
    number_align: Align = "center"
    number_first: bool = False
    number_pt: float = 12
    justify: bool = True
    form_pt: float = 16
    details_pt: float = 10
    verb_spacing_pt: float = 3
    signature_space_pt: float = 30
    stamp_pt: float = 9
    appendix_align: Align = "left"
