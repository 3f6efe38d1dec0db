"""What falls due, as a table for a person: in columns on a terminal, a line an item in a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date

from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Message
from roadmapkit.documents.standing import standing_words
from roadmapkit.exports import STATES
from roadmapkit.exports.words import concerned, full_title, state_text
from roadmapkit.resolve.agenda import Agenda, DueItem, State

__all__ = ["agenda_lines"]

_COLORS = {State.LATE: "red", State.DONE: "green", State.CANCELLED: "bright_black"}


def agenda_lines(session: Session, agenda: Agenda) -> Iterator[str]:
    """Yield a table of what has a date, a list of what has none, and a line of totals.

    Args:
        session: The call.
        agenda: What to tell of.
    """
    several = len({item.document for item in (*agenda.items, *agenda.undated)}) > 1
    if agenda.items:
        yield from _table(session, agenda.items, several=several)
    else:
        yield session.say(Message("Nothing falls due"))
    if agenda.undated:
        yield ""
        yield session.say(Message("Without a date ({count}):", count=len(agenda.undated)))
        for item in agenda.undated:
            phrase = item.phrase or session.say(Message("no deadline"))
            name = f"{item.document} {item.number}" if several else item.number
            yield f"  {name} {item.title} | {phrase} | {state_text(item, session.say)}"
        hint = Message(
            "`roadmapkit explain plan ID` says why; `means` gives such a deadline its dates"
        )
        yield f"  {session.say(hint)}"
    yield ""
    yield session.say(_totals(session, agenda))


def _totals(session: Session, agenda: Agenda) -> Message:
    counts = agenda.counts()
    told = [
        f"{session.say(name)} {counts[state]}" for state, name in STATES.items() if counts[state]
    ]
    left_out = sum((agenda.outside or {}).values())
    late = (agenda.outside or {}).get(State.LATE, 0)
    day = f"{agenda.as_of:%d.%m.%Y}"
    shown = ", ".join(told) or "0"
    if late:
        return Message(
            "As of {day}: {shown}. Left out: {count}, of these late: {late}",
            day=day,
            shown=shown,
            count=left_out,
            late=late,
        )
    if left_out:
        return Message(
            "As of {day}: {shown}. Left out: {count}", day=day, shown=shown, count=left_out
        )
    return Message("As of {day}: {shown}", day=day, shown=shown)


def _table(session: Session, items: Sequence[DueItem], *, several: bool) -> Iterator[str]:
    headings = [
        Message("Due"),
        Message("Number"),
        Message("Activity"),
        Message("Responsible"),
        Message("State"),
    ]
    if several:
        headings.append(Message("Document"))
    heading = [session.say(name) for name in headings]
    rows = [_row(session, item, several=several) for item in items]
    if session.console.is_terminal:
        styles = [_COLORS.get(item.state, "") for item in items]
        yield from _columns(session, heading, rows, styles)
        return
    width = max(len(row[1]) for row in (heading, *rows))
    for day, number, *rest in (heading, *rows):
        yield f"{day:10}  {number:{width}}  {' | '.join(rest)}"


def _row(session: Session, item: DueItem, *, several: bool) -> list[str]:
    schools = concerned(item)
    responsible = [line.rstrip(" ;,") for line in item.responsible]
    if schools:
        responsible.append(session.say(Message("For")) + ": " + ", ".join(schools))
    row = [
        f"{item.shown or date.max:%d.%m.%Y}",
        item.number,
        full_title(item),
        "; ".join(responsible),
        "; ".join(filter(None, (state_text(item, session.say), standing_words(item.standing)))),
    ]
    return [*row, item.document] if several else row


def _columns(
    session: Session, heading: Sequence[str], rows: Sequence[Sequence[str]], styles: Sequence[str]
) -> Iterator[str]:
    """Yield a table that is as wide as the terminal; long cells are wrapped, none is cut."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, name in enumerate(heading):
        fixed = index in (0, 1)
        table.add_column(name, no_wrap=fixed, overflow="fold", ratio=None if fixed else 1)
    for row, style in zip(rows, styles, strict=True):
        last = 4
        cells = [Text(cell, style=style if index == last else "") for index, cell in enumerate(row)]
        table.add_row(*cells)
    written = io.StringIO()
    colored = session.console.colored
    screen = Console(
        file=written,
        width=session.console.width,
        force_terminal=colored,
        color_system="standard" if colored else None,
        legacy_windows=False,
    )
    screen.print(table)
    yield from (line.rstrip() for line in written.getvalue().splitlines())
