"""Papers that go with every document: copies of acts, texts for publication."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Model, Text
from roadmapkit.model.signatory import Signatory

__all__ = [
    "PAPER_KINDS",
    "CopyChoice",
    "CopyPaper",
    "DefaultPapers",
    "PublicationChoice",
    "PublicationPaper",
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


class PublicationPaper(Model):
    """Вариант для опубликования."""

    names: Literal["полностью", "инициалы"] = Field(
        "полностью", description="Имена в составах групп: полностью или с инициалами"
    )


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, dict | Model):
        return "details"
    return "list" if isinstance(value, list | tuple) else "text"


CopyChoice = Annotated[
    Annotated[bool, Tag("flag")]
    | Annotated[Text, Tag("text")]
    | Annotated[CopyPaper, Tag("details")],
    Discriminator(lambda value: "text" if _kind_of(value) == "list" else _kind_of(value)),
]
PublicationChoice = Annotated[
    Annotated[bool, Tag("flag")] | Annotated[PublicationPaper, Tag("details")],
    Discriminator(
        lambda value: "details" if isinstance(value, dict | PublicationPaper) else "flag"
    ),
]


class DefaultPapers(Model):
    """Бумаги, которые нужны каждому документу; свои papers документа важнее."""

    copy_: CopyChoice | None = Field(
        None, alias="copy", description="Заверенная копия каждого подписанного акта и протокола"
    )
    approval: bool | None = Field(None, description="Лист согласования приказов с approval")
    acquaintance: bool | None = Field(None, description="Лист ознакомления")
    groups: bool | None = Field(None, description="Составы групп из приложений")
    abbreviations: bool | None = Field(None, description="Список сокращений")
    publication: PublicationChoice | None = Field(None, description="Вариант для опубликования")
