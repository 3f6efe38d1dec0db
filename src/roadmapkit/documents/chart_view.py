"""A chart as a view model: bars side by side on one line for each category."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ChartSeries", "ChartView"]


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One kind of bars.

    Attributes:
        name: Its name in the legend.
        values: One value for each category.
        fill: Colour of the bars, RRGGBB.
        hatching: Pattern over the colour by its name in DrawingML, so that print without
            colours tells the kinds apart; empty for plain bars.
    """

    name: str
    values: tuple[int, ...]
    fill: str
    hatching: str = ""


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart of stacked horizontal bars.

    Attributes:
        title: Name of the picture, for those who do not see it.
        categories: What the bars stand for, from top to bottom.
        series: Kinds of bars, from left to right.
        alternative: The figures in words, for those who do not see it.
        width_mm: Width of the picture.
        height_mm: Height of the picture.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    alternative: str
    width_mm: float
    height_mm: float
