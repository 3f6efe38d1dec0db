"""Revisions: which edition of a document this is, for calendars that follow it."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Count, Day, Model

__all__ = ["Revision", "RevisionChoice"]


class Revision(Model):
    """Редакция документа."""

    number: Count = Field(description="Номер редакции, по возрастанию")
    date: Day | None = Field(None, description="День, с которого она действует")


RevisionChoice = Annotated[
    Annotated[Count, Tag("number")] | Annotated[Revision, Tag("revision")],
    Discriminator(lambda value: "revision" if isinstance(value, dict | Revision) else "number"),
]
"""Номер редакции, или номер и дата."""
