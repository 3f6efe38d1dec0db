"""Columns of a plan."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Model, OneOrMany, Text, Weight

__all__ = ["Alignment", "Column", "ColumnChoice"]

Alignment = Literal["влево", "по центру", "вправо", "по ширине"]


class Column(Model):
    """Графа: что в ней стоит, как озаглавлена, какой ширины."""

    field: Text = Field(
        description="number, activity, due, responsible, result, indicator, note, status "
        "или ключ из fields мероприятия"
    )
    heading: Text | None = Field(None, description="Заголовок графы")
    group: OneOrMany[Text] = Field((), description="Общий заголовок над соседними графами")
    width: Weight | None = Field(None, description="Ширина относительно других граф")
    align: Alignment | None = Field(None, description="Выравнивание")


ColumnChoice = Annotated[
    Annotated[Text, Tag("name")] | Annotated[Column, Tag("column")],
    Discriminator(lambda value: "column" if isinstance(value, dict | Column) else "name"),
]
"""Графа: имя поля или описание."""
