"""Commands of click that speak the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from roadmapkit.cli.parameters import Argument, common_options
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Message

__all__ = ["Command", "Group", "NoCommandError", "usage_fault"]


class Command(click.Command):
    """A command whose headings, help option and faults are in the reader's language.

    Args:
        name: Its name.
        session: The call.
        summary: One line for the list of commands; the help begins with it too.
        details: Further paragraphs of the help.
        examples: Lines to show as they are.
        params: Options and arguments of its own; those of every command are added.
        attributes: As for :class:`click.Command`.
    """

    def __init__(
        self,
        name: str,
        *,
        session: Session,
        summary: Message,
        details: tuple[Message, ...] = (),
        examples: tuple[str, ...] = (),
        params: list[click.Parameter] | None = None,
        **attributes: Any,
    ) -> None:
        self.session = session
        self.summary = session.say(summary)
        paragraphs = [f"{self.summary}.", *(f"{session.say(text)}." for text in details)]
        if examples:
            # \b keeps click from filling the lines.
            paragraphs.append("\b\n" + "\n".join(f"  {line}" for line in examples))
        super().__init__(
            name,
            help="\n\n".join(paragraphs),
            short_help=self.summary,
            params=[*(params or []), *common_options(session)],
            options_metavar=session.say(Message("[OPTIONS]")),
            add_help_option=False,
            **attributes,
        )

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        usage = self.session.say(Message("Usage"))
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{usage}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write arguments and options, each in a section of its own."""
        params = self.get_params(ctx)
        arguments = [
            (param.human_readable_name, param.about)
            for param in params
            if isinstance(param, Argument)
        ]
        options = [
            record
            for param in params
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
        ]
        for heading, rows in ((Message("Arguments"), arguments), (Message("Options"), options)):
            if rows:
                with formatter.section(self.session.say(heading)):
                    formatter.write_dl(rows)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the words; one too many is a fault that names it."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # the parser of click does not know it
            raise
        if rest and not isinstance(self, Group) and not ctx.resilient_parsing:
            message = Message("One argument too many: {word!r}", word=rest[0])
            raise click.UsageError(self.session.say(message), ctx)
        return rest


class NoCommandError(click.UsageError):
    """A group was called without one of its commands."""


class Group(Command, click.Group):
    """A group of such commands.

    Args:
        name: Its name.
        session: The call.
        makers: Functions that make its commands when they are asked for, by name, in the order
            of the help; beside commands that are given as such.
        attributes: As for :class:`Command`.
    """

    def __init__(
        self,
        name: str,
        *,
        session: Session,
        makers: Mapping[str, Callable[[], click.Command]] | None = None,
        **attributes: Any,
    ) -> None:
        self._makers = dict(makers or {})
        super().__init__(
            name,
            session=session,
            subcommand_metavar=session.say(Message("COMMAND …")),
            invoke_without_command=True,
            callback=self._without_command,
            **attributes,
        )

    def _without_command(self) -> None:
        context = click.get_current_context()
        if context.invoked_subcommand is None:
            message = Message("Name a command: {names}", names=self.list_commands(context))
            raise NoCommandError(self.session.say(message), context)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            rows.append((name, command.summary if isinstance(command, Command) else ""))
        with formatter.section(self.session.say(Message("Commands"))):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which the commands are used."""
        return list(dict.fromkeys((*self._makers, *self.commands)))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, made on its first call."""
        if cmd_name not in self.commands and cmd_name in self._makers:
            self.commands[cmd_name] = self._makers[cmd_name]()
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names."""
        name = args[0]
        if self.get_command(ctx, name) is None and not ctx.resilient_parsing:
            from difflib import get_close_matches

            message = Message("There is no command {name!r}", name=name)
            if nearest := get_close_matches(name, self.list_commands(ctx), n=1):
                message = Message(
                    "There is no command {name!r}; perhaps {nearest}", name=name, nearest=nearest
                )
            raise click.UsageError(self.session.say(message), ctx)
        return super().resolve_command(ctx, args)


def usage_fault(error: click.UsageError, session: Session) -> str:
    """Return what is wrong with the arguments; click itself says it in English only.

    A fault that one of our own types found carries a finished sentence.
    """
    message: Message
    match error:
        case click.NoSuchOption(possibilities=[_, *_] as nearest):
            message = Message(
                "There is no option {name}; perhaps {nearest}",
                name=error.option_name,
                nearest=sorted(nearest),
            )
        case click.NoSuchOption():
            message = Message("There is no option {name}", name=error.option_name)
        case click.MissingParameter():
            message = Message("{name} is missing", name=_parameter_name(error))
        case click.BadParameter():
            return f"{_parameter_name(error)}: {error.message}"
        case click.BadOptionUsage() if _is_flag(error):
            message = Message("The option {name} takes no value", name=error.option_name)
        case click.BadOptionUsage():
            message = Message("The option {name} needs a value", name=error.option_name)
        case _:
            return error.message
    return session.say(message)


def _parameter_name(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Argument):
        return param.human_readable_name
    return max(param.opts, key=len) if param is not None else str(error.param_hint)


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx is not None else []
    return any(
        isinstance(param, click.Option) and param.is_flag and error.option_name in param.opts
        for param in params
    )
