"""The directory (реестр): organisations, people, posts, groups, abbreviations."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Id, Many, Model, OneOrMany, Text

__all__ = [
    "Abbreviation",
    "Appointment",
    "CaseForms",
    "Directory",
    "FormerName",
    "FormerOrganizationName",
    "FormerTitle",
    "Group",
    "GroupMember",
    "Organization",
    "OrganizationQuery",
    "Person",
    "Post",
    "Vacancy",
]


class CaseForms(Model):
    """Падежные формы, если программа составила бы их неверно."""

    genitive: Text | None = Field(None, description="Родительный: кого? чего?")
    dative: Text | None = Field(None, description="Дательный: кому? чему?")
    accusative: Text | None = Field(None, description="Винительный: кого? что?")
    instrumental: Text | None = Field(None, description="Творительный: кем? чем?")
    prepositional: Text | None = Field(None, description="Предложный: о ком? о чём?")


class FormerOrganizationName(Model):
    """Прежнее название организации."""

    name: Text = Field(description="Полное название, как оно было")
    short: Text | None = Field(None, description="Краткое название, как оно было")
    genre: Text | None = Field(None, description="Правовая форма перед названием, как она была")
    until: Day = Field(description="Последний день, когда так называлась")
    forms: CaseForms | None = Field(None, description="Падежные формы полного названия")


class FormerName(Model):
    """Прежняя фамилия."""

    name: Text = Field(description="Прежняя фамилия, одна или с именем и отчеством")
    until: Day = Field(description="Последний день с этой фамилией")
    forms: CaseForms | None = Field(None, description="Падежные формы «Фамилия И.О.»")


class FormerTitle(Model):
    """Прежнее название должности."""

    title: Text = Field(description="Название без организации, как оно было")
    full: Text | None = Field(None, description="Полное название, как оно было")
    until: Day = Field(description="Последний день, когда так называлась")
    forms: CaseForms | None = Field(None, description="Падежные формы полного названия")


class Organization(Model):
    """Организация, орган, отдел."""

    id: Id = Field(
        description="Id, единственный в реестре: латинские или русские буквы, цифры, дефис"
    )
    name: Text = Field(description="Полное название")
    genre: Text | None = Field(
        None, description="Правовая форма; печатается перед названием в кавычках: МБОУ"
    )
    short: Text | None = Field(None, description="Краткое название, как в графе «Ответственные»")
    aliases: OneOrMany[Text] = Field((), description="Другие написания")
    forms: CaseForms | None = Field(None, description="Падежные формы полного названия")
    short_forms: CaseForms | None = Field(None, description="Падежные формы краткого названия")
    former: Many[FormerOrganizationName] = Field(
        (), description="Прежние названия; подписанные акты печатают то, что было в их день"
    )
    since: Day | None = Field(None, alias="from", description="Первый день существования")
    until: Day | None = Field(None, alias="to", description="Последний день существования")
    parent: Id | None = Field(None, description="Id вышестоящей организации")
    head: Id | None = Field(
        None, description="Id должности руководителя, если её не видно по названию"
    )
    kind: Text | None = Field(None, description="Вид: школа, орган управления, отдел")
    place: Text | None = Field(None, description="Место: г. Сосновск")
    address: Text | None = Field(None, description="Почтовый адрес, для шапки бланка")
    phone: Text | None = Field(None, description="Телефоны")
    email: Text | None = Field(None, description="Адрес электронной почты")
    site: Text | None = Field(None, description="Сайт")
    okpo: Text | None = Field(None, description="Код ОКПО")
    ogrn: Text | None = Field(None, description="Номер ОГРН")
    inn: Text | None = Field(None, description="Номер ИНН")
    kpp: Text | None = Field(None, description="Код КПП")
    tags: OneOrMany[Text] = Field((), description="Признаки для групп: шнор, сельская")


class Appointment(Model):
    """Назначение: кто занимает должность и когда."""

    person: Id = Field(description="Id человека")
    since: Day | None = Field(None, alias="from", description="Первый день")
    until: Day | None = Field(None, alias="to", description="Последний день")
    acting: Annotated[
        Annotated[bool, Tag("flag")] | Annotated[Text, Tag("words")],
        Discriminator(lambda value: "flag" if isinstance(value, bool) else "words"),
    ] = Field(
        False,
        description="true – исполняющий обязанности; или свои слова: врио, исполняющая обязанности",
    )


class Vacancy(Model):
    """Должность свободна."""

    vacant: Literal[True] = Field(description="true – должность никто не занимает")
    since: Day | None = Field(None, alias="from", description="Первый день")
    until: Day | None = Field(None, alias="to", description="Последний день")


AppointmentChoice = Annotated[
    Annotated[Appointment, Tag("person")] | Annotated[Vacancy, Tag("vacant")],
    Discriminator(
        lambda value: (
            "vacant"
            if isinstance(value, Vacancy)
            or (isinstance(value, dict) and "vacant" in value and "person" not in value)
            else "person"
        )
    ),
]


class Post(Model):
    """Должность."""

    id: Id = Field(
        description="Id, единственный в реестре: латинские или русские буквы, цифры, дефис"
    )
    title: Text = Field(description="Название должности без организации: главный специалист")
    organization: Id | None = Field(None, description="Id организации")
    full: Text | None = Field(None, description="Полное название, если не «должность организация»")
    forms: CaseForms | None = Field(None, description="Падежные формы полного названия")
    aliases: OneOrMany[Text] = Field((), description="Другие написания")
    former: Many[FormerTitle] = Field((), description="Прежние названия должности")
    appointments: Many[AppointmentChoice] = Field((), description="Кто и когда её занимает")


class Person(Model):
    """Человек."""

    id: Id = Field(
        description="Id, единственный в реестре: латинские или русские буквы, цифры, дефис"
    )
    name: Text = Field(description="Фамилия Имя Отчество или Фамилия И.О.")
    former: Many[FormerName] = Field((), description="Прежние фамилии с последним днём каждой")
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
    since: Day | None = Field(None, alias="from", description="Первый день в группе")
    until: Day | None = Field(None, alias="to", description="Последний день в группе")


class OrganizationQuery(Model):
    """Условия отбора организаций: верны должны быть все, в списке – хотя бы одно."""

    tag: OneOrMany[Text] = Field((), description="Признак")
    kind: OneOrMany[Text] = Field((), description="Вид: школа")
    place: OneOrMany[Text] = Field((), description="Место")
    parent: OneOrMany[Id] = Field((), description="Id вышестоящей организации, любой из уровней")


class Group(Model):
    """Группа: рабочая группа, «Руководители ШНОР», список школ."""

    id: Id = Field(
        description="Id, единственный в реестре: латинские или русские буквы, цифры, дефис"
    )
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
    heads_of: OneOrMany[Id] = Field(
        (), description="Руководители этих организаций или организаций этих групп"
    )
    tag: Text | None = Field(None, description="Все организации с этим признаком")
    where: OrganizationQuery | None = Field(None, description="Все организации, которые подходят")
    exclude: OneOrMany[Id] = Field(
        (), alias="except", description="Кроме: id организаций, людей, должностей, групп"
    )


class Abbreviation(Model):
    """Сокращение."""

    short: Text = Field(description="Сокращение: ШНОР")
    full: Text = Field(description="Расшифровка")


class Directory(Model):
    """Реестр; действует в своей папке и глубже."""

    kind: Literal["directory"] = Field(description="Вид документа")
    id: Id | None = Field(None, description="Id реестра")
    title: Text | None = Field(None, description="Название")
    organizations: Many[Organization] = Field((), description="Организации")
    people: Many[Person] = Field((), description="Люди")
    posts: Many[Post] = Field((), description="Должности и назначения")
    groups: Many[Group] = Field((), description="Группы")
    abbreviations: Many[Abbreviation] = Field((), description="Сокращения")
