"""Options and arguments whose help and faults are in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import click
from click.shell_completion import CompletionItem

from roadmapkit.cli.console import COLORS
from roadmapkit.cli.languages import LANGUAGES
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Message

__all__ = ["Argument", "DayType", "OneOf", "Option", "common_options", "format_option"]

_DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y")


class Option(click.Option):
    """An option with help in the reader's language.

    Args:
        session: The call.
        declarations: Its names.
        help: What it does.
        attributes: As for :class:`click.Option`.
    """

    def __init__(
        self, session: Session, *declarations: str, help: Message, **attributes: Any
    ) -> None:
        text = session.say(help)
        if attributes.get("required"):
            text += f" ({session.say(Message('required'))})"
        super().__init__(declarations, help=text, **attributes)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return names and help, without what click would add in English."""
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], self.help or "")


class Argument(click.Argument):
    """An argument that is described in the help, as options are.

    Args:
        session: The call.
        declarations: Its name.
        help: What it means.
        attributes: As for :class:`click.Argument`.
    """

    def __init__(
        self, session: Session, *declarations: str, help: Message, **attributes: Any
    ) -> None:
        super().__init__(declarations, **attributes)
        self.help = session.say(help)


class OneOf(click.ParamType):
    """One of a few words.

    Args:
        session: The call.
        words: The words.
    """

    name = "word"

    def __init__(self, session: Session, words: Sequence[str]) -> None:
        self._session = session
        self.words = tuple(words)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return *value*, which has to be one of the words."""
        if value in self.words:
            return str(value)
        message = Message("{value!r} is none of: {words}", value=value, words=self.words)
        self.fail(self._session.say(message), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the words that begin like *incomplete*."""
        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class DayType(click.ParamType):
    """A day, as ``2024-01-31`` or ``31.01.2024``."""

    name = "day"

    def __init__(self, session: Session) -> None:
        self._session = session

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day that *value* names."""
        if isinstance(value, date):
            return value
        for pattern in _DAY_FORMATS:
            try:
                return datetime.strptime(value, pattern).date()  # noqa: DTZ007  # no time of day
            except ValueError:
                continue
        message = Message("{value!r} is no day; write 2024-01-31 or 31.01.2024", value=value)
        self.fail(self._session.say(message), param, ctx)


def format_option(session: Session, *formats: str) -> Option:
    """Return ``--format``, of which the first format is the default."""
    return Option(
        session,
        "--format",
        "output_format",
        type=OneOf(session, formats),
        default=formats[0],
        metavar=_metavar(formats),
        help=Message("Form of the answer; text for people, the others for programs"),
    )


def common_options(session: Session) -> list[click.Parameter]:
    """Return the options that every command has."""

    def set_color(_context: click.Context, _option: click.Parameter, value: str) -> None:
        session.console.color = value if value != "auto" else session.console.color

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
            type=OneOf(session, LANGUAGES),
            metavar=_metavar(LANGUAGES),
            help=Message("Language of messages; by default that of the settings or the locale"),
            **shared,
        ),
        Option(
            session,
            "--color",
            type=OneOf(session, COLORS),
            default="auto",
            metavar=_metavar(COLORS),
            callback=set_color,
            help=Message("Colours; auto is for a terminal and without NO_COLOR"),
            **shared,
        ),
        Option(
            session,
            "--debug",
            is_flag=True,
            callback=set_debug,
            help=Message("Show the traceback of a failure"),
            **shared,
        ),
        Option(
            session,
            "-h",
            "--help",
            is_flag=True,
            callback=show_help,
            help=Message("Show this help"),
            **shared,
        ),
    ]


def _metavar(words: Sequence[str]) -> str:
    return f"[{'|'.join(words)}]"
