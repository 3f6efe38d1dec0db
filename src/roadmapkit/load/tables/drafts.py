"""Entries of a directory in the making."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from roadmapkit.lazily import dataclass

__all__ = [
    "AppointmentDraft",
    "Drafts",
    "GroupDraft",
    "OrganizationDraft",
    "PersonDraft",
    "PostDraft",
]


@dataclass(slots=True, eq=False)
class OrganizationDraft:
    """An organisation; ``parent`` is a name, ``notes`` are kept as comments."""

    name: str
    id: str = ""
    short: str = ""
    genre: str = ""
    kind: str = ""
    place: str = ""
    parent: OrganizationDraft | None = None
    phone: str = ""
    tags: dict[str, None] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class PersonDraft:
    """A person; ``post`` is kept beside him where many hold the same."""

    name: str
    id: str = ""
    gender: str = ""
    phone: str = ""
    post: str = ""
    organization: OrganizationDraft | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class AppointmentDraft:
    """Who holds a post and when; nobody, where it is vacant."""

    person: PersonDraft | None
    since: date | None = None
    until: date | None = None
    acting: str = ""


@dataclass(slots=True, eq=False)
class PostDraft:
    """A post of an organisation, or of none."""

    title: str
    organization: OrganizationDraft | None
    id: str = ""
    appointments: list[AppointmentDraft] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class GroupDraft:
    """A group with the roles of its members."""

    name: str
    id: str = ""
    members: dict[PersonDraft | OrganizationDraft, str] = field(default_factory=dict)


@dataclass(slots=True)
class Drafts:
    """All entries, each kind in the order of the table."""

    organizations: list[OrganizationDraft] = field(default_factory=list)
    people: list[PersonDraft] = field(default_factory=list)
    posts: list[PostDraft] = field(default_factory=list)
    groups: list[GroupDraft] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
