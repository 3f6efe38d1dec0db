"""What a directory answers: who holds a post, which posts a person holds, who is in a group."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmapkit.lazily import dataclass
from roadmapkit.resolve.directory.forms import Entry
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.directory import Person, Post

__all__ = ["HeldPost", "Holder", "Member"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a post on a day.

    Attributes:
        post: The post.
        person: Who holds it; None while it is vacant.
        acting: The holder is only acting (исполняющий обязанности).
        since: First day of the appointment or of the vacancy, where it is known.
        until: Last day of the appointment or of the vacancy, where it is known.
        acting_as: How an acting holder is called before the post in the genitive.
    """

    post: Post
    person: Person | None
    acting: bool = False
    since: date | None = None
    until: date | None = None
    acting_as: str = ""

    @property
    def vacant(self) -> bool:
        """Whether nobody holds the post."""
        return self.person is None


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post that a person holds on a day.

    Attributes:
        post: The post.
        acting: The person is only acting for its holder.
        acting_as: How he is called then, before the post in the genitive.
        since: First day of the appointment, where it is known.
        until: Last day of the appointment, where it is known.
    """

    post: Post
    acting: bool
    acting_as: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a group.

    Attributes:
        entry: The person, post or organisation.
        role: Role in the group: председатель, секретарь.
        post: Post as it is printed in the list of members, where the directory says so.
        via: Ids of the groups that lead to the member, the outermost first.
        origin: Where the group names the member; None for a directory without a file.
    """

    entry: Entry
    role: str | None = None
    post: str | None = None
    via: tuple[str, ...] = ()
    origin: Origin | None = None
