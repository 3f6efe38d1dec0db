"""Options and arguments whose help and faults are in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import click
from click.shell_completion import CompletionItem

from roadmapkit.cli.console import COLORS
from roadmapkit.cli.languages import LANGUAGES
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Message

__all__ = [
    "Argument",
    "Option",
    "common_options",
    "day_option",
    "file_option",
    "folder_option",
    "format_option",
    "quiet_option",
    "read_day",
]

Reader = Callable[[str], Any]
"""Turns the text of a value into the value, or answers a message why it cannot."""


class Option(click.Option):
    """An option with help in the reader's language.

    Args:
        session: The call.
        declarations: Its names.
        about: What it does.
        words: The words that it takes, where it does not take any.
        read: Reads a value.
        attributes: As for :class:`click.Option`.
    """

    def __init__(
        self,
        session: Session,
        *declarations: str,
        about: Message,
        words: Sequence[str] = (),
        read: Reader | None = None,
        **attributes: Any,
    ) -> None:
        self._session = session
        self._words = tuple(words)
        self._read = self._read_word if words else read
        if words:
            attributes["metavar"] = f"[{'|'.join(words)}]"
        text = session.say(about)
        if attributes.get("required"):
            required = session.say(Message("required"))
            text = f"{text} ({required})"
        super().__init__(declarations, help=text, **attributes)

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """Return the value that was written, or all of them where the option may be repeated.

        Raises:
            click.BadParameter: It cannot be read.
        """
        value = super().type_cast_value(ctx, value)
        if isinstance(value, tuple):
            return tuple(self._read_value(ctx, item) for item in value)
        return self._read_value(ctx, value)

    def _read_value(self, ctx: click.Context, value: Any) -> Any:
        if self._read is None or not isinstance(value, str):
            return value
        answer = self._read(value)
        if isinstance(answer, Message):
            raise click.BadParameter(self._session.say(answer), ctx, self)
        return answer

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the words that begin like *incomplete*."""
        if not self._words:
            return super().shell_complete(ctx, incomplete)
        return [CompletionItem(word) for word in self._words if word.startswith(incomplete)]

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return names and help, without what click would add in English."""
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], self.help or "")

    def _read_word(self, text: str) -> str | Message:
        if text in self._words:
            return text
        return Message("{value!r} is none of: {words}", value=text, words=self._words)


class Argument(click.Argument):
    """An argument that is described in the help, as options are.

    Args:
        session: The call.
        name: Its name.
        about: What it means.
        attributes: As for :class:`click.Argument`.
    """

    def __init__(self, session: Session, name: str, *, about: Message, **attributes: Any) -> None:
        super().__init__([name], **attributes)
        self.about = session.say(about)


def read_day(text: str) -> date | Message:
    """Return the day that *text* names, as ``2024-01-31`` or ``31.01.2024``."""
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  # no time of day
    return Message("{value!r} is no day; write 2024-01-31 or 31.01.2024", value=text)


def format_option(session: Session, *formats: str) -> Option:
    """Return ``--format``, of which the first format is the default."""
    return Option(
        session,
        "--format",
        "output_format",
        words=formats,
        default=formats[0],
        about=Message("Form of the answer; text for people, the others for programs"),
    )


def day_option(session: Session, name: str, about: Message) -> Option:
    """Return an option that takes a day."""
    return Option(session, name, read=read_day, metavar=session.say(Message("DAY")), about=about)


def file_option(session: Session, about: Message) -> Option:
    """Return ``--out`` of a command that writes one file."""
    return Option(session, "-o", "--out", metavar=session.say(Message("FILE")), about=about)


def folder_option(session: Session, about: Message | None = None) -> Option:
    """Return ``--out`` of a command that writes several files; by default that of a build."""
    usual = Message("Folder to write to; by default build in the workspace")
    metavar = session.say(Message("FOLDER"))
    return Option(session, "-o", "--out", metavar=metavar, about=about or usual)


def quiet_option(session: Session) -> Option:
    """Return ``--quiet``."""
    about = Message("Show findings only")
    return Option(session, "-q", "--quiet", is_flag=True, about=about)


def common_options(session: Session) -> list[click.Parameter]:
    """Return the options that every command has."""

    def set_color(_context: click.Context, _option: click.Parameter, value: str) -> None:
        session.console.color = value if value != COLORS[0] else session.console.color

    def set_debug(_context: click.Context, _option: click.Parameter, value: bool) -> None:
        session.debug = session.debug or value

    def show_help(context: click.Context, _option: click.Parameter, value: bool) -> None:
        if value and not context.resilient_parsing:
            session.console.print(context.get_help())
            context.exit()

    shared: dict[str, Any] = {"expose_value": False, "is_eager": True}
    return [
        Option(
            session,
            "--lang",
            words=LANGUAGES,
            about=Message("Language of messages; by default that of the settings or the locale"),
            **shared,
        ),
        Option(
            session,
            "--color",
            words=COLORS,
            default=COLORS[0],
            callback=set_color,
            about=Message("Colours; auto is for a terminal and without NO_COLOR"),
            **shared,
        ),
        Option(
            session,
            "--debug",
            is_flag=True,
            callback=set_debug,
            about=Message("Show the traceback of a failure"),
            **shared,
        ),
        Option(
            session,
            "-h",
            "--help",
            is_flag=True,
            callback=show_help,
            about=Message("Show this help"),
            **shared,
        ),
    ]
