"""The programme: passport, narrative chapters, indicators, results by year, plan."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import (
    Filled,
    Id,
    Many,
    Model,
    OneOrMany,
    Orientation,
    Text,
    Verbatim,
)
from roadmapkit.model.later import later
from roadmapkit.model.roadmap import PeriodText
from roadmapkit.model.signatory import Signatory
from roadmapkit.model.table import DataTable, SpanRow

if TYPE_CHECKING:
    from roadmapkit.model.appendix import Appendix
    from roadmapkit.model.own_papers import PlanPapers
else:
    Appendix = later("appendix", "Appendix")
    PlanPapers = later("own_papers", "PlanPapers")

__all__ = [
    "PASSPORT_KEYS",
    "Baseline",
    "BulletList",
    "Chapter",
    "Content",
    "Indicator",
    "KnownRow",
    "LabelledText",
    "NumberedList",
    "PassportKey",
    "PassportRow",
    "Program",
    "Risk",
    "Stage",
    "YearlyResult",
]

PassportKey = Literal[
    "title",
    "grounds",
    "developers",
    "goals",
    "tasks",
    "stages",
    "results",
    "indicators",
    "criteria",
    "risks",
    "executors",
    "participants",
    "parties",
    "term",
    "control",
]
PASSPORT_KEYS: tuple[PassportKey, ...] = PassportKey.__args__  # type: ignore[attr-defined]
"""Facts of a programme that its passport can print; ``parties``: executors and participants."""


class LabelledText(Model):
    """Текст с подчёркнутой меткой: «Риск: …», «Исполнители: …»."""

    label: Text = Field(description="Метка без двоеточия")
    text: OneOrMany[Text] = Field((), description="Текст после метки; следующие – абзацы под ней")
    underline: bool = Field(True, description="Подчеркнуть метку")


class NumberedList(Model):
    """Нумерованный перечень."""

    numbered: Filled[Text] = Field(description="Пункты")


class BulletList(Model):
    """Маркированный перечень."""

    items: Filled[Text] = Field(description="Пункты")


_CONTENT_KEYS = ("label", "numbered", "items")


def content_kind(value: Any) -> str | None:
    """Return what a piece of a passport's cell is: text, or the key that says so."""
    if isinstance(value, dict):
        return next((key for key in _CONTENT_KEYS if key in value), None)
    if isinstance(value, Model):
        return next((key for key in _CONTENT_KEYS if hasattr(value, key)), None)
    return "text"


Content = Annotated[
    Annotated[Text, Tag("text")]
    | Annotated[LabelledText, Tag("label")]
    | Annotated[NumberedList, Tag("numbered")]
    | Annotated[BulletList, Tag("items")],
    Discriminator(content_kind),
]
"""Кусок ячейки паспорта: абзац, метка с текстом или перечень."""


class KnownRow(Model):
    """Строка паспорта со сведениями программы под своим названием."""

    of: PassportKey = Field(description="Что печатать: goals, tasks, term …")
    field: Text | None = Field(None, description="Название строки вместо обычного")


class PassportRow(Model):
    """Строка паспорта с собственным содержанием."""

    field: Text = Field(description="Название строки")
    value: OneOrMany[Content] = Field(description="Абзац, или список абзацев, меток и перечней")


def row_kind(value: Any) -> str:
    """Return what a row of a passport is: a word, ``of`` a fact, or a ``value`` of its own."""
    if isinstance(value, dict | Model):
        known = "of" in value if isinstance(value, dict) else hasattr(value, "of")
        return "of" if known else "value"
    return "word"


PassportChoice = Annotated[
    Annotated[PassportKey, Tag("word")]
    | Annotated[KnownRow, Tag("of")]
    | Annotated[PassportRow, Tag("value")],
    Discriminator(row_kind),
]


class Risk(Model):
    """Риск и меры по его устранению."""

    risk: Text = Field(description="В чём риск")
    measures: OneOrMany[Text] = Field((), description="Что необходимо сделать")


class Stage(Model):
    """Этап реализации."""

    title: Text = Field(description="Название этапа")
    term: Text | None = Field(None, description="Срок этапа, как он печатается")
    text: OneOrMany[Text] = Field((), description="Содержание этапа")


class Baseline(Model):
    """Исходное значение показателя."""

    value: Text = Field(description="Значение, как оно печатается: 64,5")
    year: Text | None = Field(None, description="Год, за который оно дано")


class Indicator(Model):
    """Показатель: единица, исходное значение, значения по годам."""

    id: Id | None = Field(None, description="Постоянный id")
    name: Text = Field(description="Название показателя")
    unit: Text | None = Field(None, description="Единица измерения")
    baseline: Baseline | None = Field(None, description="Исходное значение и его год")
    values: dict[str, Text | None] | None = Field(
        None, description="Значения по годам: 2024: 70; пустое значение печатается пустым"
    )
    responsible: OneOrMany[Text] = Field((), description="Ответственные: id из реестра или текст")


class YearlyResult(Model):
    """Результат или мероприятие по годам: строка матрицы."""

    result: Text | None = Field(
        None, description="Результат или мероприятие; без него во всех строках – без этой графы"
    )
    values: dict[str, Text | None] | None = Field(
        None,
        description="Что будет в каждом году или в годах подряд: 2021-2023; пустое – пусто",
    )


YearlyRow = Annotated[
    Annotated[YearlyResult, Tag("values")] | Annotated[SpanRow, Tag("section")],
    Discriminator(
        lambda value: (
            "section"
            if isinstance(value, SpanRow) or (isinstance(value, dict) and "section" in value)
            else "values"
        )
    ),
]
"""Строка матрицы: результат по годам или заголовок на всю ширину."""


class Chapter(Model):
    """Глава: текст в разметке Markdown, таблица, показатели, матрица или план."""

    title: Text | None = Field(None, description="Заголовок главы")
    text: Text | None = Field(None, description="Текст в разметке Markdown")
    file: Text | None = Field(None, description="Файл .md с текстом, рядом с этим файлом")
    table: DataTable | None = Field(None, description="Таблица после текста")
    indicators: bool = Field(False, description="Таблица показателей после текста")
    yearly_results: bool = Field(False, description="Матрица результатов по годам после текста")
    plan: Id | None = Field(None, description="Id дорожной карты, таблица которой – эта глава")
    orientation: Orientation | None = Field(
        None, description="По умолчанию глава с планом – альбомная, остальные – книжные"
    )


class Program(Model):
    """Программа, муниципальный проект."""

    kind: Literal["program"] = Field(description="Вид документа")
    id: Id = Field(description="Id документа, единственный в рабочей папке")
    title: Text = Field(description="Название в именительном падеже; строки сохраняются")
    form: Text = Field("программа", description="Программа, проект: паспорт чего")
    alias: Text | None = Field(None, description="Краткое имя в тексте приказа: Программа")
    verbatim: Verbatim = ()
    period: PeriodText | None = Field(
        None, description="2024, 2021-2023, 2021/2022 (учебный год), 2020-06..2021-05, start и end"
    )
    term: OneOrMany[Text] = Field((), description="Сроки реализации словами; обычно из period")
    grounds: OneOrMany[Text] = Field((), description="Основания для разработки")
    developers: OneOrMany[Text] = Field((), description="Разработчики: id из реестра или текст")
    goals: OneOrMany[Content] = Field((), description="Цели")
    tasks: OneOrMany[Content] = Field((), description="Задачи")
    stages: Many[Stage] = Field((), description="Этапы")
    results: OneOrMany[Content] = Field((), description="Ожидаемые результаты")
    criteria: OneOrMany[Content] = Field((), description="Критерии оценки")
    risks: Many[Risk] = Field((), description="Риски и меры")
    executors: OneOrMany[Text] = Field((), description="Исполнители: id из реестра или текст")
    participants: OneOrMany[Text] = Field((), description="Участники: id из реестра или текст")
    control: OneOrMany[Text] = Field((), description="Кто контролирует: id из реестра или текст")
    passport: Many[PassportChoice] | None = Field(
        None, description="Строки паспорта по порядку; по умолчанию всё, что заполнено"
    )
    passport_heading: Text | None = Field(None, description="Заголовок паспорта")
    indicators: Many[Indicator] = Field((), description="Показатели по годам")
    yearly_results: Many[YearlyRow] = Field(
        (), description="Результаты по годам и заголовки (section) над ними"
    )
    chapters: Many[Chapter] = Field((), description="Главы по порядку")
    plan: Id | None = Field(
        None, description="Id дорожной карты; без главы с ней печатается последней, альбомной"
    )
    appendices: Many[Appendix] = Field((), description="Приложения к документу")
    compiler: Signatory | None = Field(None, description="Составитель, подпись в конце")
    papers: PlanPapers | None = Field(None, description="Лист согласования, публикация")
