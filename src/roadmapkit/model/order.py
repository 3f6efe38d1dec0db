"""Acts: order (приказ), directive (распоряжение), resolution (постановление)."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Filled, Id, Many, Model, OneOrMany, Text, Verbatim
from roadmapkit.model.deadline import Due
from roadmapkit.model.later import later
from roadmapkit.model.letterhead import Signed
from roadmapkit.model.revision import RevisionChoice
from roadmapkit.model.signatory import Signatory

if TYPE_CHECKING:
    from roadmapkit.model.appendix import Appendix
    from roadmapkit.model.own_papers import ActPapers
else:
    Appendix = later("appendix", "Appendix")
    ActPapers = later("own_papers", "ActPapers")

__all__ = [
    "CLAUSE_KEYS",
    "ActForm",
    "AppointClause",
    "ApprovalGroup",
    "ApproveClause",
    "ApproveItem",
    "AssignClause",
    "Assignee",
    "Clause",
    "ControlClause",
    "DateStyle",
    "Executor",
    "InForceClause",
    "Item",
    "Order",
    "PublishClause",
    "RepealClause",
    "RepealedAct",
    "TextClause",
    "Verb",
]

ActForm = Literal["приказ", "распоряжение", "постановление"]
DateStyle = Literal["цифрами", "словами"]


class Item(Model):
    """Подпункт со своим сроком."""

    text: Text = Field(description="Текст подпункта")
    number: Text | None = Field(None, description="Номер, если он не вычисляется")
    due: Due | None = Field(None, description="Срок; печатается после текста")
    items: Many["ItemChoice"] = Field((), description="Подпункты следующего уровня")


def _item(value: Any) -> str:
    return "item" if isinstance(value, dict | Item) else "text"


ItemChoice = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Item, Tag("item")], Discriminator(_item)
]


class _ClauseBase(Model):
    number: Text | None = Field(
        None, description="Номер пункта, если он не вычисляется, как печатается: 5.1."
    )


class ApproveItem(Model):
    """Что утверждается."""

    document: Id = Field(description="Id документа, группы или приложения")
    wording: Text | None = Field(None, description="Как назвать: готовая форма винительного падежа")
    alias: Text | None = Field(None, description="Краткое имя: (далее – …)")
    attached: bool = Field(True, description="Ссылаться на приложение")


ApproveChoice = Annotated[
    Annotated[Id, Tag("id")] | Annotated[ApproveItem, Tag("item")],
    Discriminator(lambda value: "item" if isinstance(value, dict | ApproveItem) else "id"),
]


class ApproveClause(_ClauseBase):
    """Утвердить: слова, падеж и ссылки на приложения составляются сами."""

    approve: Filled[ApproveChoice] = Field(description="Id того, что утверждается")


class AppointClause(_ClauseBase):
    """Назначить кого-либо кем-либо."""

    appoint: Text = Field(description="Кого: id человека или должности, фамилия с инициалами")
    role: Text = Field(alias="as", description="Кем, в именительном падеже")
    post: bool = Field(True, description="Печатать должность назначаемого")
    due: Due | None = Field(None, description="Срок")


class Assignee(Model):
    """Адресат поручения."""

    to: Text = Field(description="Кому: id из реестра или название в именительном падеже")
    name: Annotated[
        Annotated[bool, Tag("flag")] | Annotated[Text, Tag("name")],
        Discriminator(lambda value: "flag" if isinstance(value, bool) else "name"),
    ] = Field(False, description="true – фамилия из реестра в скобках, или сама фамилия")


AssigneeChoice = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Assignee, Tag("assignee")],
    Discriminator(lambda value: "assignee" if isinstance(value, dict | Assignee) else "text"),
]


class AssignClause(_ClauseBase):
    """Поручить адресатам: один текст или подпункты со своими сроками."""

    assign: Filled[AssigneeChoice] = Field(description="Кому, в именительном падеже")
    text: Text | None = Field(
        None, description="Что сделать, или слово перед подпунктами: обеспечить"
    )
    due: Due | None = Field(None, description="Срок; печатается после текста")
    items: Many[ItemChoice] = Field((), description="Подпункты")


class InForceClause(_ClauseBase):
    """Вступление в силу."""

    in_force: Text = Field(description="Когда: со дня подписания, с 1 сентября 2024 г.")


class PublishClause(_ClauseBase):
    """Опубликование или размещение."""

    publish: Text = Field(description="Где, с предлогом: на официальном сайте Управления")
    responsible: Text | None = Field(None, description="Кому поручить, в именительном падеже")
    due: Due | None = Field(None, description="Срок")


class RepealedAct(Model):
    """Акт, который утрачивает силу."""

    form: ActForm = Field("приказ", description="Вид акта")
    issuer: Text | None = Field(None, description="Орган: id или название; по умолчанию тот же")
    date: Day = Field(description="Дата акта")
    number: Text = Field(description="Номер акта")
    title: Text | None = Field(None, description="Заголовок акта, без кавычек")


RepealChoice = Annotated[
    Annotated[Text, Tag("text")] | Annotated[RepealedAct, Tag("act")],
    Discriminator(lambda value: "act" if isinstance(value, dict | RepealedAct) else "text"),
]


class RepealClause(_ClauseBase):
    """Признать утратившим силу."""

    repeal: Filled[RepealChoice] = Field(description="Id акта, его реквизиты или готовый текст")


class ControlClause(_ClauseBase):
    """Контроль за исполнением."""

    control: Text = Field(
        description="«за собой» или на кого: id человека или должности, фамилия с инициалами"
    )
    lead: Text | None = Field(
        None, description="Начало пункта вместо «Контроль за исполнением настоящего приказа»"
    )


class TextClause(_ClauseBase):
    """Пункт словами."""

    text: Text = Field(description="Текст пункта")
    due: Due | None = Field(None, description="Срок; печатается после текста")
    items: Many[ItemChoice] = Field((), description="Подпункты")


CLAUSE_KEYS = ("approve", "appoint", "assign", "in_force", "publish", "repeal", "control", "text")
"""Keys that say what a clause is, by precedence: an assignment may have a text too."""


def clause_kind(value: Any) -> str | None:
    """Return the key that says what a clause is, None where there is none of them."""
    if isinstance(value, dict):
        return next((key for key in CLAUSE_KEYS if key in value), None)
    if isinstance(value, _ClauseBase):
        return next((key for key in CLAUSE_KEYS if key in type(value).model_fields), None)
    return "line"


Clause = Annotated[
    Annotated[ApproveClause, Tag("approve")]
    | Annotated[AppointClause, Tag("appoint")]
    | Annotated[AssignClause, Tag("assign")]
    | Annotated[InForceClause, Tag("in_force")]
    | Annotated[PublishClause, Tag("publish")]
    | Annotated[RepealClause, Tag("repeal")]
    | Annotated[ControlClause, Tag("control")]
    | Annotated[TextClause, Tag("text")]
    | Annotated[Text, Tag("line")],
    Discriminator(clause_kind),
]
"""Пункт приказа."""


Spacing = Literal["разрядка", "пробелы", "нет"]
"""How a word is spaced out: by character spacing, by spaces between the letters, not at all."""


class Verb(Model):
    """Распорядительное слово преамбулы."""

    text: Text | None = Field(None, description="По умолчанию по виду акта: приказываю")
    place: Literal["в строке", "отдельной строкой"] = Field("в строке", description="Где стоит")
    spacing: Spacing = Field(
        "разрядка", description="Разрядка интервалом, буквы через пробел или без разрядки"
    )


class ApprovalGroup(Model):
    """Группа визового блока: подпись и люди под ней."""

    caption: Text = Field(description="Проект внесен, Проект согласован")
    people: Filled[Signatory] = Field(description="Должности и имена")


class Executor(Model):
    """Отметка об исполнителе."""

    person: Text = Field(description="Id человека или должности, имя полностью")
    phone: Text | None = Field(None, description="Телефон; по умолчанию из реестра")


class Order(Model):
    """Приказ, распоряжение, постановление."""

    kind: Literal["order"] = Field(description="Вид документа")
    id: Id = Field(description="Id документа, единственный в рабочей папке")
    title: Text = Field(description="Заголовок: Об утверждении …; строки сохраняются")
    verbatim: Verbatim = ()
    form: ActForm = Field("приказ", description="Вид акта")
    form_spacing: Spacing = Field("разрядка", description="Разрядка слова ПРИКАЗ в шапке")
    state: Literal["draft", "registered"] = Field(
        "draft", description="draft – проект, registered – подписан и зарегистрирован"
    )
    issuer: Text | None = Field(None, description="Орган: id из реестра или название")
    letterhead: OneOrMany[Text] = Field((), description="Строки шапки вместо названия органа")
    place: Text | None = Field(None, description="Место издания: г. Сосновск")
    date: Day | None = Field(None, description="Дата подписания")
    number: Text | None = Field(None, description="Регистрационный номер")
    expected_date: Day | None = Field(
        None, description="Когда проект думают подписать; на эту дату берутся люди"
    )
    revision: RevisionChoice | None = Field(
        None, description="Редакция: 3, или number и date; по ней обновляется подписка календаря"
    )
    date_style: DateStyle = Field("цифрами", description="Дата в шапке: 15.01.2024 или 15 января")
    mark_date_style: DateStyle = Field("цифрами", description="Дата в отметке приложения")
    preamble: Text | None = Field(None, description="Преамбула без распорядительного слова")
    verb: Annotated[
        Annotated[bool, Tag("flag")] | Annotated[Text, Tag("text")] | Annotated[Verb, Tag("verb")],
        Discriminator(
            lambda value: (
                "flag"
                if isinstance(value, bool)
                else "verb"
                if isinstance(value, dict | Verb)
                else "text"
            )
        ),
    ] = Field(True, description="Распорядительное слово; false – без него")
    numbering: Literal["1.1.", "1)"] = Field("1.1.", description="Номера подпунктов: 1.1. или 1)")
    references: Literal["в скобках", "согласно"] = Field(
        "в скобках", description="Ссылки: (приложение 1) или согласно приложению 1"
    )
    roles: dict[str, Text] | None = Field(
        None, description="Роли документа: муниципальный координатор – id человека или должности"
    )
    clauses: Many[Clause] = Field((), description="Пункты")
    signatory: Signatory | None = Field(None, description="Кто подписывает")
    signature: Signed | None = Field(
        None, description="электронная – место для отметки о ней, или что в отметке; см. настройки"
    )
    qr: Text | None = Field(None, description="QR-код внизу первого листа: ссылка или текст")
    approval: Many[ApprovalGroup] = Field((), description="Кто внёс и согласовал проект")
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
        (), description="Приложения; по умолчанию всё, что утверждается, по порядку"
    )
    papers: ActPapers | None = Field(None, description="Копия, листы согласования, публикация")
