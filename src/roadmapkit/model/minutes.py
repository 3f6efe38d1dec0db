"""Minutes (протокол): who met, what was heard, what was decided and what follows from it."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Count, Day, Filled, Id, Many, Model, OneOrMany, Text, Verbatim
from roadmapkit.model.deadline import Due
from roadmapkit.model.later import later
from roadmapkit.model.letterhead import MinutesSigned
from roadmapkit.model.progress import Status
from roadmapkit.model.roadmap import Activity

if TYPE_CHECKING:
    from roadmapkit.model.appendix import Appendix
    from roadmapkit.model.own_papers import ActPapers
else:
    Appendix = later("appendix", "Appendix")
    ActPapers = later("own_papers", "ActPapers")

__all__ = [
    "DECISION_KEYS",
    "Absentee",
    "ActivityChange",
    "ActivityMark",
    "AgendaItem",
    "ApproveDecision",
    "Attendance",
    "Attending",
    "ChangeDecision",
    "CreateDecision",
    "Decision",
    "Minutes",
    "NewActivity",
    "Speech",
    "StatusDecision",
    "TextDecision",
    "Vote",
    "VoteChoice",
]


class Attendance(Model):
    """Присутствующие под общим заголовком: Тьюторы-консультанты."""

    role: Text = Field(description="Заголовок: Тьюторы-консультанты")
    people: Filled[Text] = Field(description="Id людей, должностей, групп или текст, по порядку")


Attending = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Attendance, Tag("role")],
    Discriminator(lambda value: "role" if isinstance(value, dict | Attendance) else "text"),
]
"""Id человека, должности или группы, готовый текст, либо role и people."""


class Absentee(Model):
    """Отсутствующий и причина."""

    who: Text = Field(description="Кто: id или текст")
    reason: Text | None = Field(None, description="Причина: отпуск, болезнь")


AbsenteeChoice = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Absentee, Tag("absentee")],
    Discriminator(lambda value: "absentee" if isinstance(value, dict | Absentee) else "text"),
]


class Speech(Model):
    """Выступление."""

    who: Text = Field(description="Кто: id или имя")
    text: Text = Field(description="О чём говорил")


class Vote(Model):
    """Голоса."""

    for_: Annotated[int, Field(ge=0, le=1000)] = Field(alias="for", description="За")
    against: Annotated[int, Field(ge=0, le=1000)] = Field(0, description="Против")
    abstained: Annotated[int, Field(ge=0, le=1000)] = Field(0, description="Воздержались")


VoteChoice = Annotated[
    Annotated[Literal["единогласно"], Tag("word")] | Annotated[Vote, Tag("votes")],
    Discriminator(lambda value: "votes" if isinstance(value, dict | Vote) else "word"),
]


class _DecisionBase(Model):
    number: Text | None = Field(
        None, description="Номер, если он не вычисляется, как печатается: 1.2."
    )
    due: Due | None = Field(None, description="Срок решения")
    responsible: OneOrMany[Text] = Field((), description="Ответственные: id или текст")


class TextDecision(_DecisionBase):
    """Решение словами."""

    text: Text = Field(description="Текст решения")


class ApproveDecision(_DecisionBase):
    """Утвердить документ или отчёт."""

    approve: Id = Field(description="Id документа; для отчёта – id хода исполнения и as_of")
    as_of: Day | None = Field(None, description="Отчётная дата, если утверждается отчёт")
    text: Text | None = Field(None, description="Свои слова вместо составленных")


class ActivityMark(Model):
    """Отметка, которую решили поставить."""

    activity: Text = Field(description="План/мероприятие: plan-2024/exam-visits")
    status: Status = Field(description="Отметка")


class StatusDecision(_DecisionBase):
    """Поставить мероприятию отметку; сама она стоит в ходе исполнения."""

    status: ActivityMark = Field(description="Мероприятие и отметка")
    text: Text | None = Field(None, description="Свои слова вместо составленных")


class ActivityChange(Model):
    """Что изменить в мероприятии."""

    activity: Text = Field(description="План/мероприятие: plan-2024/exam-visits")
    due: Text | None = Field(None, description="Новый срок: фраза")
    responsible: OneOrMany[Text] = Field((), description="Новые ответственные")


class ChangeDecision(_DecisionBase):
    """Изменить мероприятие; само изменение вносят в план."""

    change: ActivityChange = Field(description="Мероприятие и что в нём меняется")
    text: Text | None = Field(None, description="Свои слова вместо составленных")


class NewActivity(Model):
    """Мероприятие, которое решили добавить."""

    roadmap: Id = Field(description="Id дорожной карты")
    section: Text | None = Field(None, description="Id раздела")
    activity: Activity = Field(description="Мероприятие")


class CreateDecision(_DecisionBase):
    """Добавить мероприятие; само оно стоит в плане."""

    create: NewActivity = Field(description="План и мероприятие")
    text: Text | None = Field(None, description="Свои слова вместо составленных")


DECISION_KEYS = ("approve", "create", "change", "status", "text")
"""Keys that say what a decision is, by precedence: an effect may have its own words too."""


def decision_kind(value: Any) -> str | None:
    """Return the key that says what a decision is, None where there is none of them."""
    if isinstance(value, dict):
        return next((key for key in DECISION_KEYS if key in value), None)
    if isinstance(value, _DecisionBase):
        return next((key for key in DECISION_KEYS if key in type(value).model_fields), None)
    return "line"


Decision = Annotated[
    Annotated[ApproveDecision, Tag("approve")]
    | Annotated[CreateDecision, Tag("create")]
    | Annotated[ChangeDecision, Tag("change")]
    | Annotated[StatusDecision, Tag("status")]
    | Annotated[TextDecision, Tag("text")]
    | Annotated[Text, Tag("line")],
    Discriminator(decision_kind),
]
"""Решение."""


class AgendaItem(Model):
    """Вопрос повестки дня."""

    question: Text = Field(description="Вопрос, как в повестке: О выполнении …")
    reporter: OneOrMany[Text] = Field(
        (), description="Кого слушали: id человека или должности, фамилия с инициалами"
    )
    heard: Text | None = Field(None, description="О чём докладывали, абзацами")
    spoke: Many[Speech] = Field((), description="Выступления")
    decided: Many[Decision] = Field((), description="Решения")
    vote: VoteChoice | None = Field(None, description="единогласно, или for, against, abstained")


class Minutes(Model):
    """Протокол заседания, совещания."""

    kind: Literal["minutes"] = Field(description="Вид документа")
    id: Id = Field(description="Id документа, единственный в рабочей папке")
    title: Text = Field(description="Название: Протокол заседания рабочей группы")
    verbatim: Verbatim = ()
    state: Literal["draft", "registered"] = Field(
        "draft", description="draft – проект, registered – подписан и зарегистрирован"
    )
    issuer: Text | None = Field(None, description="Организация: id из реестра или название")
    letterhead: OneOrMany[Text] = Field((), description="Строки шапки вместо названия организации")
    body: Text | None = Field(
        None, description="Кто заседал: id группы или название в именительном падеже"
    )
    meeting: Text = Field("заседание", description="Что было: заседание, совещание")
    date: Day | None = Field(None, description="День заседания")
    expected_date: Day | None = Field(
        None, description="Когда думают собраться; на эту дату берутся люди"
    )
    number: Text | None = Field(None, description="Номер протокола")
    place: Text | None = Field(None, description="Место заседания: г. Сосновск")
    chair: Text | None = Field(None, description="Председатель: id человека или должности, имя")
    secretary: Text | None = Field(None, description="Секретарь: id человека или должности, имя")
    signature: MinutesSigned | None = Field(
        None, description="электронная – места для отметок о ней, или что в них; см. настройки"
    )
    qr: Text | None = Field(None, description="QR-код внизу первого листа: ссылка или текст")
    present: Many[Attending] = Field((), description="Присутствовали; без заголовков – по алфавиту")
    invited: Many[Attending] = Field((), description="Приглашённые")
    absent: Many[AbsenteeChoice] = Field((), description="Отсутствовали")
    list_over: Count = Field(
        15, description="Если присутствующих больше, их список становится приложением"
    )
    quorum: Text | None = Field(None, description="Кворум: имеется, 9 из 11")
    agenda: Many[AgendaItem] = Field((), description="Повестка дня, что слушали и решили")
    decided_word: Literal["решили", "постановили"] = Field(
        "решили", description="Слово перед решениями"
    )
    appendices: Many[Appendix] = Field((), description="Приложения к протоколу")
    papers: ActPapers | None = Field(None, description="Копия, листы согласования, публикация")
