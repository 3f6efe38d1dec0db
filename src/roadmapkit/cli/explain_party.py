"""``roadmapkit explain party``: who is meant by words on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.parameters import Argument, Option, format_option, read_day
from roadmapkit.cli.places import workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from roadmapkit.resolve import HeldBy, WhoIs

__all__ = ["party_command"]


def party_command(session: Session) -> Command:
    """Return the command that says who is meant by words on a day."""

    def party(*, text: str, on: date | None, path: str | None, output_format: str) -> int:
        answer = api.who_is(open_from(session, path), text, on=on)
        if output_format == "json":
            session.console.print_json(answer.to_dict())
        else:
            for line in _lines(session, answer):
                session.console.print(line)
        return 0 if answer.known else 1

    return Command(
        "party",
        session=session,
        summary=Message("Who is meant on a day: the holder of a post, the members of a group"),
        examples=('roadmapkit explain party "директор школы № 15" --on 2024-03-01',),
        params=[
            Argument(
                session,
                "text",
                metavar=session.say(Message("TEXT")),
                about=Message("An id, a name, or a post with its organisation"),
            ),
            Option(
                session,
                "--on",
                read=read_day,
                metavar=session.say(Message("DAY")),
                about=Message("The day; by default the appointments without a last day count"),
            ),
            workspace_option(session),
            format_option(session, "text", "json"),
        ],
        callback=party,
    )


def _lines(session: Session, answer: WhoIs) -> Iterator[str]:
    say = session.say
    if not answer.known:
        yield say(Message("The directory does not know {party!r}", party=answer.text))
        if answer.near:
            yield say(Message("The nearest entries are: {names}", names=", ".join(answer.near)))
        return
    yield f"{answer.name} [{answer.ref}]"
    for held in answer.held:
        yield f"  {_holding(session, held)}"
    for member in answer.members:
        rest = [text for text in (member.post, member.organization, member.role) if text]
        yield "  – " + ", ".join([member.name, *rest] if member.name else rest)
    if answer.kind == "group" and not answer.members:
        yield say(Message("  Nobody belongs to it"))
    if answer.kind in {"person", "organization"} and not answer.held:
        yield say(Message("  No post is known"))


def _holding(session: Session, held: HeldBy) -> str:
    who = session.say(Message("vacant")) if held.vacant else f"{held.name} [{held.person}]"
    days = [
        session.say(Message("since {day}", day=f"{held.since:%d.%m.%Y}")) if held.since else "",
        session.say(Message("until {day}", day=f"{held.until:%d.%m.%Y}")) if held.until else "",
    ]
    when = " ".join(day for day in days if day)
    return f"{held.title}: {who}" + (f" ({when})" if when else "")
