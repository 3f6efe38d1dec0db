"""Progress: marks of execution, from which a report as of any date is made."""

from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from roadmapkit.model.base import Count, Day, Id, Many, Model, OneOrMany, Text, Verbatim
from roadmapkit.model.column import ColumnChoice
from roadmapkit.model.later import later
from roadmapkit.model.signatory import Signatory

if TYPE_CHECKING:
    from roadmapkit.model.appendix import Appendix
    from roadmapkit.model.own_papers import ReportPapers
else:
    Appendix = later("appendix", "Appendix")
    ReportPapers = later("own_papers", "ReportPapers")

__all__ = ["Progress", "ReportPart", "ReportRequest", "Status", "StatusEntry"]

ReportPart = Literal[
    "intro",
    "table",
    "summary",
    "sections",
    "executors",
    "chart",
    "late",
    "next",
    "comparison",
    "timeline",
    "details",
    "closing",
]
"""Parts of a report, in the usual order."""

Status = Literal[
    "выполнено",
    "выполнено на этапе",
    "в работе",
    "запланировано",
    "не выполнено",
    "отменено",
]


class StatusEntry(Model):
    """Отметка о ходе исполнения."""

    activity: Id = Field(description="Id мероприятия")
    party: Text | None = Field(
        None, description="Чья отметка: id или название исполнителя; без него – за всех"
    )
    occurrence: Text | None = Field(
        None, description="О каком сроке: 2024-Q1, 2024-03 или день; без него – по дате отметки"
    )
    status: Status = Field(description="Отметка")
    planned_for: Text | None = Field(
        None, description="На какой срок запланировано: ноябрь 2024 г.; печатается с отметкой"
    )
    date: Day | None = Field(None, description="День, за который она поставлена")
    text: OneOrMany[Text] = Field((), description="Как отметка печатается, если не самим словом")
    reason: Text | None = Field(None, description="Причина, если не выполнено или позже срока")
    evidence: OneOrMany[Text] = Field((), description="Подтверждение: приказ, ссылка")


class ReportRequest(Model):
    """Отчёт на день (as_of) или за период (from и to)."""

    as_of: Day | None = Field(None, description="На какой день")
    since: Day | None = Field(None, alias="from", description="Первый день отчётного периода")
    until: Day | None = Field(None, alias="to", description="Последний день отчётного периода")
    cumulative: bool = Field(
        False, description="Нарастающим итогом: всё с начала плана, а не только за период"
    )
    title: Text | None = Field(None, description="Название отчёта")
    intro: Text | None = Field(None, description="Текст перед таблицей, Markdown")
    closing: Text | None = Field(None, description="Текст после таблицы, Markdown")
    parts: Many[ReportPart] = Field(
        (), description="Части этого отчёта по порядку; по умолчанию те же, что у всех"
    )
    compare_with: Day | None = Field(
        None, description="С каким днём сравнивать; по умолчанию с предыдущим отчётом"
    )

    @property
    def day(self) -> date | None:
        """The day as of which it is made: the last one of a span."""
        return self.as_of or self.until


class Progress(Model):
    """Ход исполнения дорожной карты."""

    kind: Literal["progress"] = Field(description="Вид документа")
    id: Id = Field(description="Id документа, единственный в рабочей папке")
    title: Text = Field(description="Название отчёта")
    verbatim: Verbatim = ()
    roadmap: Id = Field(description="Id дорожной карты")
    columns: Many[ColumnChoice] = Field(
        (), description="Графы отчёта; по умолчанию графы плана и status"
    )
    status_heading: Text | None = Field(None, description="Заголовок графы с отметкой: Отчет")
    reports: Many[ReportRequest] = Field((), description="Отчётные даты и периоды")
    entries: Many[StatusEntry] = Field((), description="Отметки")
    parts: Many[ReportPart] = Field(
        (), description="Части отчётов по порядку; по умолчанию обычные, см. summary, late, details"
    )
    occurrences: Literal["пропущенные", "числом", "перечнем"] = Field(
        "пропущенные",
        description="Как показать сроки повторяющегося мероприятия: только пропущенные, "
        "числом (3 из 4), каждый своей строкой",
    )
    mark_dates: bool = Field(False, description="Печатать в графе отметки её дату")
    next_days: Count | None = Field(
        None,
        description="На сколько дней вперёд перечень предстоящего; без числа до "
        "следующего отчёта, а если его нет – до конца следующего месяца",
    )
    summary: bool = Field(True, description="Таблица по разделам")
    late: bool = Field(True, description="Перечень просроченного")
    details: bool = Field(True, description="Таблица того, что сообщили исполнители")
    missing: Count = Field(10, description="Сколько не представивших называть, остальных числом")
    signatory: Signatory | None = Field(None, description="Кто подписывает отчёт")
    appendices: Many[Appendix] = Field((), description="Приложения к отчёту")
    papers: ReportPapers | None = Field(None, description="Вариант для опубликования")
