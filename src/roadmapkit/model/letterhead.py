"""What stands around the text: the header block of the organisation, electronic signatures."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Model, OneOrMany, Text

__all__ = [
    "ElectronicSignature",
    "Letterhead",
    "MinutesSignatures",
    "MinutesSigned",
    "SignatureKind",
    "Signed",
]

SignatureKind = Literal["собственноручная", "электронная"]


class Letterhead(Model):
    """Бланк: шапка приказов и протоколов; чего нет здесь, берётся из реестра."""

    form: Literal["продольный", "угловой"] = Field(
        "продольный", description="Шапка посередине или в левом верхнем углу"
    )
    emblem: Text | None = Field(
        None, description="Герб или эмблема: файл PNG или JPEG рабочей папки"
    )
    above: OneOrMany[Text] = Field((), description="Строки над названием: вышестоящий орган")
    name: OneOrMany[Text] = Field((), description="Строки полного названия организации")
    short: Text | None = Field(None, description="Краткое название; печатается в скобках")
    address: Text | None = Field(None, description="Почтовый адрес")
    phone: Text | None = Field(None, description="Телефоны")
    email: Text | None = Field(None, description="Адрес электронной почты")
    site: Text | None = Field(None, description="Сайт")
    okpo: Text | None = Field(None, description="Код ОКПО")
    ogrn: Text | None = Field(None, description="Номер ОГРН")
    inn: Text | None = Field(None, description="Номер ИНН")
    kpp: Text | None = Field(None, description="Код КПП")


class ElectronicSignature(Model):
    """Отметка об электронной подписи; чего не знают, под то оставляют место."""

    certificate: Text | None = Field(None, description="Номер сертификата ключа")
    owner: Text | None = Field(None, description="Владелец: фамилия, имя, отчество")
    since: Day | None = Field(None, alias="from", description="Первый день действия сертификата")
    until: Day | None = Field(None, alias="to", description="Последний день действия сертификата")


class MinutesSignatures(Model):
    """Отметки об электронных подписях протокола."""

    chair: ElectronicSignature = Field(
        ElectronicSignature.model_construct(), description="Председатель"
    )
    secretary: ElectronicSignature = Field(
        ElectronicSignature.model_construct(), description="Секретарь"
    )


Signed = Annotated[
    Annotated[SignatureKind, Tag("kind")] | Annotated[ElectronicSignature, Tag("stamp")],
    Discriminator(
        lambda value: "stamp" if isinstance(value, dict | ElectronicSignature) else "kind"
    ),
]
"""Чем подписан акт: словом, или отметкой об электронной подписи."""

MinutesSigned = Annotated[
    Annotated[SignatureKind, Tag("kind")] | Annotated[MinutesSignatures, Tag("stamps")],
    Discriminator(
        lambda value: "stamps" if isinstance(value, dict | MinutesSignatures) else "kind"
    ),
]
"""Чем подписан протокол: словом, или отметками председателя и секретаря."""
