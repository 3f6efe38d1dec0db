"""The people who sign."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Model, Text

__all__ = ["Signatory", "SignatoryDetails"]


class SignatoryDetails(Model):
    """Подписант: должность и имя, если их не берут из реестра как есть."""

    person: Text | None = Field(None, description="Человек: id из реестра или фамилия с инициалами")
    post: Text | None = Field(None, description="Должность, как она печатается; строки сохраняются")


Signatory = Annotated[
    Annotated[Text, Tag("text")] | Annotated[SignatoryDetails, Tag("details")],
    Discriminator(
        lambda value: "details" if isinstance(value, dict | SignatoryDetails) else "text"
    ),
]
"""Подписант: id человека или должности, название должности, либо post и person."""
