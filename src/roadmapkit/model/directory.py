"""The directory (реестр): organisations, people, posts, groups, abbreviations."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Id, Many, Model, OneOrMany, Text

__all__ = [
    "Abbreviation",
    "Appointment",
    "CaseForms",
    "Directory",
    "Group",
    "GroupMember",
    "Organization",
    "Person",
    "Post",
]


class CaseForms(Model):
    """Падежные формы, если программа составила бы их неверно."""

    genitive: Text | None = Field(None, description="Родительный: кого? чего?")
    dative: Text | None = Field(None, description="Дательный: кому? чему?")
    accusative: Text | None = Field(None, description="Винительный: кого? что?")
    instrumental: Text | None = Field(None, description="Творительный: кем? чем?")
    prepositional: Text | None = Field(None, description="Предложный: о ком? о чём?")


class Organization(Model):
    """Организация, орган, отдел."""

    id: Id = Field(description="Id")
    name: Text = Field(description="Полное название")
    short: Text | None = Field(None, description="Краткое название, как в графе «Ответственные»")
    aliases: OneOrMany[Text] = Field((), description="Другие написания")
    forms: CaseForms | None = Field(None, description="Падежные формы полного названия")
    parent: Id | None = Field(None, description="Id вышестоящей организации")
    kind: Text | None = Field(None, description="Вид: школа, орган управления, отдел")
    place: Text | None = Field(None, description="Место: г. Сосновск")
    tags: OneOrMany[Text] = Field((), description="Признаки для групп: шнор, сельская")


class Appointment(Model):
    """Назначение: кто занимает должность и когда."""

    person: Id = Field(description="Id человека")
    since: Day | None = Field(None, alias="from", description="Первый день")
    until: Day | None = Field(None, alias="to", description="Последний день")
    acting: bool = Field(False, description="Исполняющий обязанности")


class Post(Model):
    """Должность."""

    id: Id = Field(description="Id")
    title: Text = Field(description="Название должности без организации: главный специалист")
    organization: Id | None = Field(None, description="Id организации")
    full: Text | None = Field(None, description="Полное название, если не «должность организация»")
    forms: CaseForms | None = Field(None, description="Падежные формы полного названия")
    aliases: OneOrMany[Text] = Field((), description="Другие написания")
    appointments: Many[Appointment] = Field((), description="Кто и когда её занимает")


class Person(Model):
    """Человек."""

    id: Id = Field(description="Id")
    name: Text = Field(description="Фамилия Имя Отчество или Фамилия И.О.")
    gender: Literal["ж", "м"] | None = Field(
        None, description="Пол, если его не видно по отчеству или фамилии"
    )
    aliases: OneOrMany[Text] = Field((), description="Другие написания")
    post: Text | None = Field(None, description="Должность, если её не ведут отдельно в posts")
    organization: Id | None = Field(None, description="Id организации для post")
    forms: CaseForms | None = Field(None, description="Падежные формы «Фамилия И.О.»")
    phone: Text | None = Field(None, description="Служебный телефон")


class GroupMember(Model):
    """Член группы с ролью."""

    member: Text = Field(description="Id человека, должности, организации или группы")
    role: Text | None = Field(None, description="Роль: председатель, секретарь")
    post: Text | None = Field(None, description="Должность, как она печатается в составе")


class Group(Model):
    """Группа: рабочая группа, «Руководители ШНОР», список школ."""

    id: Id = Field(description="Id")
    name: Text = Field(description="Название в именительном падеже")
    short: Text | None = Field(None, description="Краткое название")
    aliases: OneOrMany[Text] = Field((), description="Другие написания")
    forms: CaseForms | None = Field(None, description="Падежные формы названия")
    members: Many[
        Annotated[
            Annotated[Id, Tag("id")] | Annotated[GroupMember, Tag("member")],
            Discriminator(
                lambda value: "member" if isinstance(value, dict | GroupMember) else "id"
            ),
        ]
    ] = Field((), description="Члены группы")
    heads_of: Id | None = Field(None, description="Руководители организаций этой группы")
    tag: Text | None = Field(None, description="Все организации с этим признаком")


class Abbreviation(Model):
    """Сокращение."""

    short: Text = Field(description="Сокращение: ШНОР")
    full: Text = Field(description="Расшифровка")


class Directory(Model):
    """Реестр; действует в своей папке и глубже."""

    kind: Literal["directory"] = Field(description="Вид документа")
    id: Id | None = Field(None, description="Id")
    title: Text | None = Field(None, description="Название")
    organizations: Many[Organization] = Field((), description="Организации")
    people: Many[Person] = Field((), description="Люди")
    posts: Many[Post] = Field((), description="Должности и назначения")
    groups: Many[Group] = Field((), description="Группы")
    abbreviations: Many[Abbreviation] = Field((), description="Сокращения")
