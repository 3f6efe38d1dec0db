"""A chart as a view model: bars side by side on one line for each category."""

from __future__ import annotations

from roadmapkit.lazily import dataclass

__all__ = ["ChartSeries", "ChartView"]


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Один вид полос диаграммы.

    Attributes:
        name: Название в легенде.
        values: По значению на каждую строку диаграммы.
        fill: Цвет полос, RRGGBB.
        hatching: Штриховка по её имени в DrawingML, чтобы виды различались и без цвета;
            пусто – сплошная заливка.
    """

    name: str
    values: tuple[int, ...]
    fill: str
    hatching: str = ""


@dataclass(frozen=True, slots=True)
class ChartView:
    """Диаграмма из горизонтальных полос с накоплением; ставится меткой ``{% chart … %}``.

    Attributes:
        title: Название рисунка для тех, кто его не видит.
        categories: Подписи строк сверху вниз.
        series: Виды полос слева направо.
        alternative: Те же числа словами для тех, кто рисунка не видит.
        width_mm: Ширина рисунка, мм.
        height_mm: Высота рисунка, мм.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    alternative: str
    width_mm: float
    height_mm: float
