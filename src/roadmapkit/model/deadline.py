"""Deadlines as authors give them: a phrase, dates, a phrase with its meaning, or a list."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Many, Model, OneOrMany, Text

__all__ = ["DatedEvent", "Due", "DueDates", "DueEntry", "DuePhrase"]


class DueDates(Model):
    """Срок, заданный датами, а не словами."""

    on: Day | None = Field(None, description="Точный день: 2024-01-31 или 31.01.2024")
    by: Day | None = Field(None, description="Не позднее этого дня")
    start: Day | None = Field(None, description="Первый день срока")
    end: Day | None = Field(None, description="Последний день срока")


class DatedEvent(Model):
    """Событие, от которого считают сроки: педагогический совет, ВПР."""

    name: Text = Field(description="Название, как в сроках: педагогический совет")
    aliases: OneOrMany[Text] = Field((), description="Другие названия: педсовет")
    on: Day | None = Field(None, description="День: 2024-01-31 или 31.01.2024")
    start: Day | None = Field(None, description="Первый день; вместе с end")
    end: Day | None = Field(None, description="Последний день")
    when: Text | None = Field(None, description="Или фразой: ежегодно 25 августа")


class DuePhrase(Model):
    """Фраза, которая печатается, и её значение (means) или то, от чего она считается (after)."""

    phrase: Text = Field(description="Фраза, как она печатается")
    means: (
        Annotated[
            Annotated[Text, Tag("text")] | Annotated[DueDates, Tag("dates")],
            Discriminator(lambda value: "dates" if isinstance(value, dict | DueDates) else "text"),
        ]
        | None
    ) = Field(None, description="Что она значит: другая фраза или даты")
    after: Text | None = Field(
        None,
        description="От чего считать вместо means: id мероприятия, план/мероприятие, id приказа "
        "или название события",
    )


class DueEntry(Model):
    """Срок для перечисленных исполнителей: «Январь 2024 (школа № 15)»."""

    when: Text = Field(description="Срок, фраза")
    parties: OneOrMany[Text] = Field(
        (), alias="for", description="Для кого: id из реестра или названия"
    )
    brackets: bool = Field(True, description="Печатать исполнителей в скобках")


def _shape(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "entries"
    if isinstance(value, DueEntry) or (isinstance(value, dict) and "when" in value):
        return "entry"
    if isinstance(value, DuePhrase) or (isinstance(value, dict) and "phrase" in value):
        return "phrase"
    if isinstance(value, dict | DueDates):
        return "dates"
    return "text"


Due = Annotated[
    Annotated[Text, Tag("text")]
    | Annotated[DueDates, Tag("dates")]
    | Annotated[DuePhrase, Tag("phrase")]
    | Annotated[DueEntry, Tag("entry")]
    | Annotated[Many[DueEntry], Tag("entries")],
    Discriminator(_shape),
]
"""Срок исполнения."""
