"""The roadmap: sections of activities over a period."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Id, Many, Model, OneOrMany, Text, Verbatim
from roadmapkit.model.column import ColumnChoice
from roadmapkit.model.deadline import DatedEvent, Due
from roadmapkit.model.later import later
from roadmapkit.model.revision import RevisionChoice
from roadmapkit.model.signatory import Signatory

if TYPE_CHECKING:
    from roadmapkit.model.appendix import Appendix
    from roadmapkit.model.own_papers import PlanPapers
else:
    Appendix = later("appendix", "Appendix")
    PlanPapers = later("own_papers", "PlanPapers")

__all__ = [
    "Activity",
    "Numbering",
    "NumberingStyle",
    "PeriodDays",
    "PeriodText",
    "Roadmap",
    "Section",
]

NumberingStyle = Literal["по разделам", "сквозная", "в разделе", "вручную", "нет"]


class PeriodDays(Model):
    """Период, заданный первым и последним днём."""

    start: Day = Field(description="Первый день")
    end: Day = Field(description="Последний день")


PeriodText = Annotated[
    Annotated[Text, Tag("text")] | Annotated[PeriodDays, Tag("days")],
    Discriminator(lambda value: "days" if isinstance(value, dict | PeriodDays) else "text"),
]
"""Год, годы, учебный год 2021/2022, месяцы 2020-06..2021-05 или первый и последний день."""


class Numbering(Model):
    """Нумерация мероприятий и разделов."""

    style: NumberingStyle = Field(
        "по разделам",
        description="по разделам – 1.1.; сквозная – 1…18; в разделе – заново в каждом; "
        "вручную – number у мероприятия",
    )
    sections: bool = Field(True, description="Нумеровать разделы")
    dot: bool = Field(True, description="Точка после номера мероприятия")


class Activity(Model):
    """Мероприятие."""

    id: Id | None = Field(None, description="Постоянный id; номера вычисляются")
    title: Text = Field(description="Что делается")
    items: Many[Text] = Field((), description="Подпункты внутри названия")
    number: Text | None = Field(None, description="Номер, если нумерация ведётся вручную")
    due: Due | None = Field(None, description="Срок: фраза, даты или список по исполнителям")
    responsible: OneOrMany[Text] = Field(
        (), description="Ответственные: id из реестра или текст; список печатается по строкам"
    )
    result: OneOrMany[Text] = Field((), description="Ожидаемый результат")
    indicator: OneOrMany[Text] = Field((), description="Показатель")
    note: OneOrMany[Text] = Field((), description="Примечание")
    fields: dict[str, Text | None] | None = Field(
        None, description="Значения собственных граф: ключ графы – текст"
    )


class Section(Model):
    """Раздел дорожной карты."""

    id: Id | None = Field(None, description="Постоянный id")
    title: Text = Field(description="Название раздела")
    number: Text | None = Field(None, description="Номер, если нумерация ведётся вручную")
    activities: Many[Activity] = Field((), description="Мероприятия раздела")


class Roadmap(Model):
    """Дорожная карта, план мероприятий."""

    kind: Literal["roadmap"] = Field(description="Вид документа")
    id: Id = Field(description="Id документа, единственный в рабочей папке")
    title: Text = Field(description="Название в именительном падеже")
    alias: Text | None = Field(None, description="Краткое имя в тексте приказа: Дорожная карта")
    verbatim: Verbatim = ()
    period: PeriodText | None = Field(
        None, description="2024, 2021-2023, 2021/2022 (учебный год), 2020-06..2021-05, start и end"
    )
    revision: RevisionChoice | None = Field(
        None, description="Редакция: 3, или number и date; по ней обновляется подписка календаря"
    )
    events: Many[DatedEvent] = Field(
        (), description="События с датами, от которых считаются сроки этого плана"
    )
    roles: dict[str, Text] | None = Field(
        None, description="Роли документа: муниципальный координатор – id человека или должности"
    )
    columns: Many[ColumnChoice] = Field((), description="Графы слева направо")
    column_numbers: bool = Field(False, description="Строка с номерами граф под заголовком")
    numbering: Annotated[
        Annotated[NumberingStyle, Tag("style")] | Annotated[Numbering, Tag("numbering")],
        Discriminator(
            lambda value: "numbering" if isinstance(value, dict | Numbering) else "style"
        ),
    ] = Field("по разделам", description="Нумерация")
    heading: Text | None = Field(None, description="Заголовок над таблицей плана")
    sections: Many[Section] = Field((), description="Разделы")
    activities: Many[Activity] = Field((), description="Мероприятия плана без разделов")
    appendices: Many[Appendix] = Field((), description="Приложения к документу")
    compiler: Signatory | None = Field(None, description="Составитель, подпись в конце")
    papers: PlanPapers | None = Field(None, description="Лист согласования, публикация")
