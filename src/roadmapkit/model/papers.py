"""Papers that go with a document: copy, approval sheet, acquaintance sheet, lists, publication."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.appendix import Signatory
from roadmapkit.model.base import Day, Filled, Id, Many, Model, Text
from roadmapkit.model.table import ColumnChoice

__all__ = [
    "PAPER_KINDS",
    "ActPapers",
    "ApprovalRound",
    "Approver",
    "CopyPaper",
    "DefaultPapers",
    "GroupPaper",
    "PlanPapers",
    "PublicationPaper",
    "ReportPapers",
]

PAPER_KINDS = ("copy", "approval", "acquaintance", "groups", "abbreviations", "publication")
"""What may be asked for, by the key in YAML."""


class CopyPaper(Model):
    """Заверенная копия."""

    certify: Signatory | None = Field(
        None, description="Кто заверяет: id человека или должности; без него место для подписи"
    )
    date: Day | None = Field(None, description="Дата заверения; без неё место для даты")
    kept: Text | None = Field(
        None, description="Где подлинник: в Управлении образования в деле № 01-05 за 2024 год"
    )
    signed: Text = Field("Подпись", description="Слово на месте подписи подлинника")


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


class PublicationPaper(Model):
    """Вариант для опубликования."""

    names: Literal["полностью", "инициалы"] = Field(
        "полностью", description="Имена в составах групп: полностью или с инициалами"
    )


class GroupPaper(Model):
    """Состав группы."""

    group: Id = Field(description="Id группы")
    columns: Many[ColumnChoice] = Field(
        (), description="Графы: number, name, initials, post, organization, role"
    )


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, dict | Model):
        return "details"
    return "list" if isinstance(value, list | tuple) else "text"


_CopyChoice = Annotated[
    Annotated[bool, Tag("flag")]
    | Annotated[Text, Tag("text")]
    | Annotated[CopyPaper, Tag("details")],
    Discriminator(lambda value: "text" if _kind_of(value) == "list" else _kind_of(value)),
]
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
_PublicationChoice = Annotated[
    Annotated[bool, Tag("flag")] | Annotated[PublicationPaper, Tag("details")],
    Discriminator(
        lambda value: "details" if isinstance(value, dict | PublicationPaper) else "flag"
    ),
]


class ReportPapers(Model):
    """Бумаги отчёта."""

    publication: _PublicationChoice | None = Field(
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

    copy_: _CopyChoice | None = Field(
        None,
        alias="copy",
        description="Заверенная копия: true, кто заверяет, или certify, date, kept",
    )


class DefaultPapers(Model):
    """Бумаги, которые нужны каждому документу; свои papers документа важнее."""

    copy_: _CopyChoice | None = Field(
        None, alias="copy", description="Заверенная копия каждого подписанного акта и протокола"
    )
    approval: bool | None = Field(None, description="Лист согласования приказов с approval")
    acquaintance: bool | None = Field(None, description="Лист ознакомления")
    groups: bool | None = Field(None, description="Составы групп из приложений")
    abbreviations: bool | None = Field(None, description="Список сокращений")
    publication: _PublicationChoice | None = Field(None, description="Вариант для опубликования")
