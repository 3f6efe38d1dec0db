"""What a column of a data table is computed from, how its numbers look, rows of totals."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Filled, Model, OneOrMany, Text

__all__ = [
    "Average",
    "Computation",
    "Difference",
    "Growth",
    "NumberFormat",
    "Share",
    "Sum",
    "TotalRow",
]


class Difference(Model):
    """Разность двух граф: динамика, отклонение от плана."""

    difference: Text = Field(description="Ключ графы, из которой вычитают")
    minus: Text = Field(description="Ключ графы, которую вычитают")


class Growth(Model):
    """Прирост в процентах: на сколько одна графа больше другой."""

    growth: Text = Field(description="Ключ графы с новым значением")
    over: Text = Field(description="Ключ графы с прежним значением, которое принято за 100 %")


class Share(Model):
    """Доля в процентах: от другой графы или от итога своей."""

    share: Text = Field(description="Ключ графы с частью")
    of: Text | None = Field(
        None, description="Ключ графы с целым; без него целое – сумма графы с частью"
    )


class Sum(Model):
    """Сумма граф в строке."""

    sum: Filled[Text] = Field(description="Ключи слагаемых граф")


class Average(Model):
    """Среднее граф в строке."""

    average: Filled[Text] = Field(description="Ключи граф")


_KEYS = ("difference", "growth", "share", "sum", "average")


def computation_kind(value: Any) -> str | None:
    """Return what a column is computed as: ``number`` of the row, or the key that says it."""
    if isinstance(value, dict):
        return next((key for key in _KEYS if key in value), None)
    if isinstance(value, Model):
        return next((key for key in _KEYS if hasattr(value, key)), None)
    return "number"


Computation = Annotated[
    Annotated[Literal["number"], Tag("number")]
    | Annotated[Difference, Tag("difference")]
    | Annotated[Growth, Tag("growth")]
    | Annotated[Share, Tag("share")]
    | Annotated[Sum, Tag("sum")]
    | Annotated[Average, Tag("average")],
    Discriminator(computation_kind),
]
"""Как вычисляется графа: номер строки, разность, прирост, доля, сумма или среднее."""


class NumberFormat(Model):
    """Вид чисел графы: знаки после запятой, знак «+», разряды, проценты, единица."""

    decimals: Annotated[int, Field(ge=0, le=6)] | None = Field(
        None, description="Сколько знаков после запятой; по умолчанию – как в исходных числах"
    )
    sign: bool | None = Field(
        None, description="Ставить ли «+»; по умолчанию – у разностей и прироста"
    )
    thousands: bool = Field(False, description="Отделять разряды: 12 500")
    percent: bool | None = Field(
        None, description="Ставить ли знак процента; по умолчанию – у долей и прироста"
    )
    unit: Text | None = Field(None, description="Что стоит после числа: чел., балла, п. п.")


class TotalRow(Model):
    """Строка итогов; вычисляемые графы в ней считаются из её собственных чисел."""

    label: Text = Field("Итого", description="Название строки")
    sum: OneOrMany[Text] = Field((), description="Ключи граф, где стоит сумма")
    average: OneOrMany[Text] = Field((), description="Ключи граф, где стоит среднее")
    minimum: OneOrMany[Text] = Field((), description="Ключи граф, где стоит наименьшее")
    maximum: OneOrMany[Text] = Field((), description="Ключи граф, где стоит наибольшее")
    by_section: bool = Field(False, description="После каждого раздела, по его строкам")
