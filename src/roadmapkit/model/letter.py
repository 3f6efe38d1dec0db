"""Letters (письма): to whom, about what, and what is attached."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Count, Day, Id, Many, Model, OneOrMany, Text, Verbatim
from roadmapkit.model.later import later
from roadmapkit.model.order import Executor
from roadmapkit.model.signatory import Signatory

if TYPE_CHECKING:
    from roadmapkit.model.appendix import Appendix
else:
    Appendix = later("appendix", "Appendix")

__all__ = ["Addressee", "Attachment", "IncomingLetter", "Letter"]


class Addressee(Model):
    """Адресат."""

    to: Text = Field(description="Id человека, должности, организации или группы, либо название")
    address: OneOrMany[Text] = Field((), description="Почтовый или электронный адрес, по строкам")
    wording: OneOrMany[Text] = Field(
        (), description="Готовые строки адресата вместо составленных, уже в нужном падеже"
    )


AddresseeChoice = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Addressee, Tag("addressee")],
    Discriminator(lambda value: "addressee" if isinstance(value, dict | Addressee) else "text"),
]


class IncomingLetter(Model):
    """Письмо, на которое отвечают."""

    number: Text = Field(description="Его номер: 01-15/234")
    date: Day = Field(description="Его дата")


class Attachment(Model):
    """Приложение к письму, которое печатают отдельно."""

    document: Id | None = Field(None, description="Id документа")
    text: Text | None = Field(None, description="Название словами вместо составленного")
    sheets: Count | None = Field(None, description="Листов")
    copies: Count = Field(1, description="Экземпляров")


AttachmentChoice = Annotated[
    Annotated[Id, Tag("id")] | Annotated[Attachment, Tag("attachment")],
    Discriminator(lambda value: "attachment" if isinstance(value, dict | Attachment) else "id"),
]


class Letter(Model):
    """Письмо, сопроводительное письмо."""

    kind: Literal["letter"] = Field(description="Вид документа")
    id: Id = Field(description="Id документа, единственный в рабочей папке")
    title: Text = Field(description="Заголовок к тексту: О направлении плана")
    verbatim: Verbatim = ()
    state: Literal["draft", "registered"] = Field(
        "draft", description="draft – проект, registered – подписано и зарегистрировано"
    )
    issuer: Text | None = Field(None, description="Кто пишет: id организации или название")
    letterhead: OneOrMany[Text] = Field(
        (), description="Строки бланка вместо названия: название, адрес, телефон"
    )
    date: Day | None = Field(None, description="Дата письма")
    number: Text | None = Field(None, description="Исходящий номер")
    expected_date: Day | None = Field(
        None, description="Когда письмо думают подписать; на эту дату берутся люди"
    )
    reply: IncomingLetter | None = Field(None, description="На какое письмо ответ: На № … от …")
    to: OneOrMany[AddresseeChoice] = Field((), description="Адресаты")
    separate: bool = Field(
        False, description="true – каждому адресату, и каждому члену группы, своё письмо"
    )
    salutation: Annotated[
        Annotated[bool, Tag("flag")] | Annotated[Text, Tag("text")],
        Discriminator(lambda value: "flag" if isinstance(value, bool) else "text"),
    ] = Field(
        False, description="true – Уважаемая Ирина Павловна! по имени адресата, или свои слова"
    )
    text: Text | None = Field(
        None, description="Текст абзацами; по умолчанию «Направляем …» по приложениям"
    )
    purpose: Text | None = Field(
        None, description="Зачем направляется, после «Направляем …»: для исполнения"
    )
    attachments: Many[AttachmentChoice] = Field(
        (), description="Что приложено: id документов, либо document или text с sheets и copies"
    )
    signatory: Signatory | None = Field(None, description="Кто подписывает")
    executor: (
        Annotated[
            Annotated[Text, Tag("text")] | Annotated[Executor, Tag("executor")],
            Discriminator(
                lambda value: "executor" if isinstance(value, dict | Executor) else "text"
            ),
        ]
        | None
    ) = Field(None, description="Исполнитель: внизу последнего листа")
    appendices: Many[Appendix] = Field(
        (), description="Приложения, которые печатаются вместе с письмом"
    )
