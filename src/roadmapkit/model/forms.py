"""The lock of forms: the one file of a workspace that is no document and has no kind."""

from typing import Annotated, Literal

from pydantic import Field

from roadmapkit.model.base import Many, Model, Text

__all__ = ["FORMS_VERSION", "FormsFile", "LockedForm"]

FORMS_VERSION = 1

Asked = Literal[
    "phrase",
    "name",
    "any",
    "inside-sentence",
    "approval",
    "agreement",
    "counted",
    "act-title",
    "is-name",
    "is-word",
    "is-form-of",
    "name-parts",
    "name-gender",
]
Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]


class LockedForm(Model):
    """Форма, которую проверил человек."""

    kind: Asked = Field("phrase", description="О чём спрошено: форма словосочетания, имени, …")
    text: Text = Field(description="Текст в именительном падеже, как он написан")
    case: Case | None = Field(None, description="Падеж")
    number: Literal["singular", "plural"] | None = Field(None, description="Число")
    gender: Literal["masculine", "feminine", "neuter"] | None = Field(None, description="Род")
    word: Text | None = Field(None, description="Слово, которое согласуется с текстом")
    form: Text = Field(description="Форма, которая печатается")
    instead_of: Text | None = Field(
        None, description="Форма библиотеки, вместо которой человек дал свою"
    )
    because: Text | None = Field(None, description="Почему форма такова")


class FormsFile(Model):
    """Падежные формы, которые проверил человек."""

    version: Annotated[int, Field(ge=1, le=FORMS_VERSION)] = Field(
        FORMS_VERSION, description="Версия формата файла"
    )
    rules: Text | None = Field(None, description="Правила и словари, с которыми сверены формы")
    forms: Many[LockedForm] = Field((), description="Формы")
