"""Papers of one document: copy, approval sheet, acquaintance sheet, lists, publication."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Filled, Id, Many, Model, Text
from roadmapkit.model.column import ColumnChoice
from roadmapkit.model.papers import CopyChoice, PublicationChoice
from roadmapkit.model.signatory import Signatory

__all__ = [
    "ActPapers",
    "ApprovalRound",
    "Approver",
    "GroupPaper",
    "PlanPapers",
    "ReportPapers",
]


class Approver(Model):
    """Строка листа согласования."""

    who: Signatory = Field(description="Кто: id человека, должности или группы, либо post и person")
    caption: Text | None = Field(
        None, description="Проект внесён, Согласовано, С замечаниями; по умолчанию – по дате"
    )
    date: Day | None = Field(None, description="Когда согласовано; без даты место для подписи")
    remark: Text | None = Field(None, description="Замечание")


ApproverChoice = Annotated[
    Annotated[Approver, Tag("approver")] | Annotated[Text, Tag("signatory")],
    Discriminator(lambda value: "approver" if isinstance(value, dict | Approver) else "signatory"),
]


class ApprovalRound(Model):
    """Круг согласования."""

    people: Filled[ApproverChoice] = Field(description="Кто согласовывает, по порядку")
    caption: Text | None = Field(
        None, description="Подпись для всех строк круга без своей: Проект внесён"
    )


class GroupPaper(Model):
    """Состав группы."""

    group: Id = Field(description="Id группы")
    columns: Many[ColumnChoice] = Field(
        (), description="Графы: number, name, initials, post, organization, role"
    )


_ApprovalChoice = Annotated[
    Annotated[bool, Tag("flag")] | Annotated[Filled[ApprovalRound], Tag("list")],
    Discriminator(lambda value: "flag" if isinstance(value, bool) else "list"),
]
_AcquaintanceChoice = Annotated[
    Annotated[bool, Tag("flag")] | Annotated[Filled[Text], Tag("list")],
    Discriminator(lambda value: "flag" if isinstance(value, bool) else "list"),
]
_GroupChoice = Annotated[
    Annotated[Id, Tag("id")] | Annotated[GroupPaper, Tag("details")],
    Discriminator(lambda value: "details" if isinstance(value, dict | GroupPaper) else "id"),
]
_GroupsChoice = Annotated[
    Annotated[bool, Tag("flag")] | Annotated[Filled[_GroupChoice], Tag("list")],
    Discriminator(lambda value: "flag" if isinstance(value, bool) else "list"),
]
_AbbreviationsChoice = Annotated[
    Annotated[bool, Tag("flag")] | Annotated[Filled[Text], Tag("list")],
    Discriminator(lambda value: "flag" if isinstance(value, bool) else "list"),
]


class ReportPapers(Model):
    """Бумаги отчёта."""

    publication: PublicationChoice | None = Field(
        None, description="Вариант для опубликования: без виз, составителя и исполнителя"
    )


class PlanPapers(ReportPapers):
    """Бумаги плана, программы."""

    approval: _ApprovalChoice | None = Field(
        None, description="Лист согласования: круги по порядку, или true – по approval приказа"
    )
    acquaintance: _AcquaintanceChoice | None = Field(
        None, description="Лист ознакомления: true – все, кого называет документ, или их список"
    )
    groups: _GroupsChoice | None = Field(
        None, description="Состав группы отдельным листом: true – группы приложений, или их id"
    )
    abbreviations: _AbbreviationsChoice | None = Field(
        None, description="Список сокращений: true – что встретились в документе, или их список"
    )


class ActPapers(PlanPapers):
    """Бумаги приказа, протокола."""

    copy_: CopyChoice | None = Field(
        None,
        alias="copy",
        description="Заверенная копия: true, кто заверяет, или certify, date, kept",
    )
