"""Progress: marks of execution, from which a report as of any date is made."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from roadmapkit.model.appendix import Appendix, Signatory
from roadmapkit.model.base import Count, Day, Id, Many, Model, OneOrMany, Text
from roadmapkit.model.papers import ReportPapers
from roadmapkit.model.table import ColumnChoice

__all__ = ["Progress", "ReportRequest", "Status", "StatusEntry"]

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
    date: Day | None = Field(None, description="День, за который она поставлена")
    text: OneOrMany[Text] = Field((), description="Как отметка печатается, если не самим словом")
    reason: Text | None = Field(None, description="Причина, если не выполнено или позже срока")
    evidence: OneOrMany[Text] = Field((), description="Подтверждение: приказ, ссылка")


class ReportRequest(Model):
    """Отчёт на дату."""

    as_of: Day = Field(description="На какой день")
    title: Text | None = Field(None, description="Название отчёта")
    intro: Text | None = Field(None, description="Текст перед таблицей, абзацами")
    closing: Text | None = Field(None, description="Текст после таблицы, абзацами")


class Progress(Model):
    """Ход исполнения дорожной карты."""

    kind: Literal["progress"] = Field(description="Вид документа")
    id: Id = Field(description="Id документа, единственный в рабочей папке")
    title: Text = Field(description="Название отчёта")
    roadmap: Id = Field(description="Id дорожной карты")
    columns: Many[ColumnChoice] = Field(
        (), description="Графы отчёта; по умолчанию графы плана и status"
    )
    status_heading: Text | None = Field(None, description="Заголовок графы с отметкой: Отчет")
    reports: Many[ReportRequest] = Field((), description="Отчётные даты")
    entries: Many[StatusEntry] = Field((), description="Отметки")
    summary: bool = Field(True, description="Таблица по разделам")
    late: bool = Field(True, description="Перечень просроченного")
    details: bool = Field(True, description="Таблица того, что сообщили исполнители")
    missing: Count = Field(10, description="Сколько не представивших называть, остальных числом")
    signatory: Signatory | None = Field(None, description="Кто подписывает отчёт")
    appendices: Many[Appendix] = Field((), description="Приложения к отчёту")
    papers: ReportPapers | None = Field(None, description="Вариант для опубликования")
