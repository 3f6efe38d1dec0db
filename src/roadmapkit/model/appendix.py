"""Appendices, which any document may own."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Id, Many, Model, Orientation, Text
from roadmapkit.model.column import ColumnChoice
from roadmapkit.model.signatory import Signatory
from roadmapkit.model.table import DataTable

__all__ = [
    "AbbreviationsPart",
    "Appendix",
    "GroupPart",
    "MatrixPart",
    "Part",
    "PlanPart",
    "ProgramPart",
    "ReportPart",
    "TablePart",
    "TextPart",
]


class _PartBase(Model):
    heading: Text | None = Field(None, description="Заголовок части")


class TextPart(_PartBase):
    """Текст: абзацы, разделённые пустой строкой; строка с «- » – пункт перечня."""

    text: Text = Field(description="Абзацы")


class PlanPart(_PartBase):
    """План: таблица дорожной карты."""

    plan: Id = Field(description="Id дорожной карты")


class ProgramPart(_PartBase):
    """Программа: паспорт, главы, план, каждая со своими листами."""

    program: Id = Field(description="Id программы; единственная часть приложения")


class ReportPart(_PartBase):
    """Отчёт о ходе исполнения: тот же, что печатается отдельно."""

    report: Id = Field(description="Id хода исполнения")
    as_of: Day = Field(description="Отчётная дата: одна из reports")


class GroupPart(_PartBase):
    """Состав группы: таблица её членов."""

    group: Text = Field(description="Id группы из реестра")
    columns: Many[ColumnChoice] = Field(
        (), description="Графы: number, name, initials, post, organization, role"
    )


class TablePart(_PartBase):
    """Таблица с данными."""

    table: DataTable = Field(description="Таблица")


class MatrixPart(_PartBase):
    """Матрица результатов по годам."""

    matrix: DataTable = Field(description="Матрица: графы – годы")


class AbbreviationsPart(_PartBase):
    """Список сокращений из реестра."""

    abbreviations: Annotated[
        Annotated[bool, Tag("all")] | Annotated[Many[Text], Tag("list")],
        Discriminator(lambda value: "all" if isinstance(value, bool) else "list"),
    ] = Field(
        description="true – все сокращения реестра, что встретились в приложении, или их список"
    )


_PART_KEYS = ("text", "plan", "program", "report", "group", "table", "matrix", "abbreviations")


def part_kind(value: Any) -> str | None:
    """Return the key that says what a part is, None where there is none of them."""
    if isinstance(value, dict):
        return next((key for key in _PART_KEYS if key in value), None)
    return next((key for key in _PART_KEYS if hasattr(value, key)), None)


Part = Annotated[
    Annotated[TextPart, Tag("text")]
    | Annotated[PlanPart, Tag("plan")]
    | Annotated[ProgramPart, Tag("program")]
    | Annotated[ReportPart, Tag("report")]
    | Annotated[GroupPart, Tag("group")]
    | Annotated[TablePart, Tag("table")]
    | Annotated[MatrixPart, Tag("matrix")]
    | Annotated[AbbreviationsPart, Tag("abbreviations")],
    Discriminator(part_kind),
]
"""Часть приложения."""


class Appendix(Model):
    """Приложение."""

    id: Id | None = Field(None, description="Id, по которому на приложение ссылаются пункты")
    title: Text | None = Field(None, description="Название; по умолчанию – из плана или группы")
    number: Text | None = Field(None, description="Номер, если он не вычисляется")
    mark: bool = Field(True, description="Отметка «Приложение № … к приказу …»")
    mark_title: bool = Field(False, description="Повторить в отметке заголовок приказа")
    stamp: bool = Field(False, description="Гриф «УТВЕРЖДЕН приказом …»")
    orientation: Orientation | None = Field(
        None, description="По умолчанию план – альбомная, остальное – книжная"
    )
    parts: Many[Part] = Field((), description="Части по порядку")
    compiler: Signatory | None = Field(None, description="Составитель, подпись в конце")
