"""Tables of data."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Count, Filled, Many, Model, OneOrMany, Text, Weight
from roadmapkit.model.column import Alignment
from roadmapkit.model.computed import Computation, NumberFormat, TotalRow

__all__ = ["DataCell", "DataColumn", "DataTable", "SpanRow", "TableRow"]


class DataColumn(Model):
    """Графа таблицы с данными."""

    key: Text | None = Field(
        None, description="Имя для вычислений и файла CSV; по умолчанию – заголовок"
    )
    heading: Text = Field(description="Заголовок графы")
    csv_column: Text | None = Field(
        None, description="Заголовок графы в файле CSV, если он не такой, как key"
    )
    compute: Computation | None = Field(
        None, description="Вычисляемая графа: number – номер строки, или из чего она считается"
    )
    format: NumberFormat | None = Field(None, description="Вид чисел графы")
    group: OneOrMany[Text] = Field((), description="Общий заголовок над соседними графами")
    width: Weight | None = Field(None, description="Ширина относительно других граф")
    align: Alignment | None = Field(None, description="Выравнивание")


DataColumnChoice = Annotated[
    Annotated[Text, Tag("heading")] | Annotated[DataColumn, Tag("column")],
    Discriminator(lambda value: "column" if isinstance(value, dict | DataColumn) else "heading"),
]


class DataCell(Model):
    """Ячейка, занимающая несколько граф."""

    text: Text | None = Field(None, description="Текст ячейки")
    span: Count = Field(1, description="Сколько граф занимает")


class SpanRow(Model):
    """Строка-заголовок на всю ширину таблицы."""

    section: Text = Field(description="Текст строки на всю ширину")


def _cell(value: Any) -> str:
    return "cell" if isinstance(value, dict | DataCell) else "text"


CellChoice = Annotated[
    Annotated[Text | None, Tag("text")] | Annotated[DataCell, Tag("cell")], Discriminator(_cell)
]
TableRow = Annotated[
    Annotated[Many[CellChoice], Tag("cells")] | Annotated[SpanRow, Tag("section")],
    Discriminator(lambda value: "section" if isinstance(value, dict | SpanRow) else "cells"),
]


class DataTable(Model):
    """Таблица с данными; пустая ячейка пишется как ``null`` или пропуск после дефиса."""

    columns: Filled[DataColumnChoice] = Field(
        (), description="Графы слева направо; для файла CSV по умолчанию – все его графы"
    )
    csv: Text | None = Field(None, description="Файл .csv со строками, рядом с этим файлом")
    rows: Many[TableRow] = Field(
        (), description="Строки: списки ячеек невычисляемых граф или section"
    )
    totals: Many[TotalRow] = Field((), description="Строки итогов и средних")
    caption: Text | None = Field(None, description="Название таблицы")
    column_numbers: bool = Field(False, description="Строка с номерами граф")
