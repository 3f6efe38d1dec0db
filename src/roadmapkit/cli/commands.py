"""Runs a command and turns what happens into an exit code."""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from importlib import import_module

import click

from roadmapkit import __version__
from roadmapkit.cli.session import Session, begin_session
from roadmapkit.cli.spoken import Group, NoCommandError, usage_fault
from roadmapkit.diagnostics import Message
from roadmapkit.errors import RoadmapkitError

__all__ = ["PROGRAM", "ExitCode", "program", "run"]

PROGRAM = "roadmapkit"

_COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("init", "init_command"),
    "new": ("new", "new_group"),
    "check": ("check", "check_command"),
    "build": ("build", "build_command"),
    "register": ("register", "register_command"),
    "due": ("due", "due_command"),
    "status": ("status", "status_group"),
    "report": ("report", "report_command"),
    "pack": ("pack", "pack_command"),
    "explain": ("explain", "explain_group"),
    "forms": ("forms", "forms_group"),
    "impact": ("impact", "impact_command"),
    "inspect": ("inspect", "inspect_command"),
    "verify": ("verify", "verify_command"),
    "templates": ("templates", "templates_group"),
    "schema": ("schema", "schema_command"),
    "baseline": ("baseline", "baseline_command"),
    "rule": ("rule", "rule_command"),
}
"""By name, in the order of the help: the module of a command and the function that makes it."""


class ExitCode(IntEnum):
    """What the exit code of the program says."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE = 2
    FAULT = 3
    INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command that *arguments* name and return the exit code.

    Args:
        arguments: Words after the program's name.
    """
    session = begin_session(arguments, os.environ)
    try:
        answer = program(session).main(
            args=list(arguments), prog_name=PROGRAM, standalone_mode=False
        )
        return int(answer or ExitCode.CLEAN)
    except click.UsageError as error:
        _show_usage_fault(session, error)
        return ExitCode.UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        session.console.note(session.say(Message("Interrupted")))
        return ExitCode.INTERRUPTED
    except RoadmapkitError as error:
        _show_error(session, _sentence(session, error))
        return ExitCode.UNUSABLE
    except Exception as error:  # the last resort: our own fault, or the machine's
        return _show_failure(session, error)
    finally:
        session.console.close()


def program(session: Session) -> Group:
    """Return the command group in the reader's language."""
    from roadmapkit.cli.parameters import Option

    def show_version(context: click.Context, _option: click.Parameter, value: bool) -> None:
        if value and not context.resilient_parsing:
            session.console.print(f"{PROGRAM} {__version__}")
            context.exit()

    version = Option(
        session,
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_version,
        about=Message("Show the version"),
    )
    return Group(
        PROGRAM,
        session=session,
        summary=Message("Roadmaps and orders from YAML files to official Word documents"),
        details=(Message("`roadmapkit COMMAND --help` tells more about a command"),),
        params=[version],
        makers={name: partial(_made, session, *place) for name, place in _COMMANDS.items()},
    )


def _made(session: Session, module: str, maker: str) -> click.Command:
    """Return a command, whose module is loaded for it."""
    command: click.Command = getattr(import_module(f"roadmapkit.cli.{module}"), maker)(session)
    return command


def _show_usage_fault(session: Session, error: click.UsageError) -> None:
    context = error.ctx
    if isinstance(error, NoCommandError) and context is not None:
        session.console.note(f"{context.get_help()}\n")
    _show_error(session, usage_fault(error, session))
    if context is not None and not isinstance(error, NoCommandError):
        hint = Message("See {command} --help", command=context.command_path)
        session.console.note(session.say(hint))


def _show_error(session: Session, text: str) -> None:
    session.console.note(f"{PROGRAM}: {text}")
    if session.debug:
        session.console.note(traceback.format_exc())


def _sentence(session: Session, error: Exception) -> str:
    """Return what an exception says, in the reader's language where it can be."""
    first = error.args[0] if error.args else None
    return session.say(first) if isinstance(first, Message) else str(error)


def _show_failure(session: Session, error: Exception) -> int:
    """Tell of an exception that nobody expected; return the exit code."""
    if isinstance(error, OSError) and error.errno is not None:
        # A disk or a right that failed, not our code: no packaged file carries a number.
        _show_error(session, session.say_trouble(error))
        return ExitCode.UNUSABLE
    kind = f"{type(error).__name__}: {error}"
    message = Message("{error} – this is a fault of roadmapkit, not of your files", error=kind)
    _show_error(session, session.say(message))
    if not session.debug:
        hint = Message("Run the command with --debug for the traceback")
        session.console.note(session.say(hint))
    session.console.note(session.say(_where_to_report()))
    return ExitCode.FAULT


def _where_to_report() -> Message:
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        links = metadata(PROGRAM).get_all("Project-URL") or []
    except PackageNotFoundError:
        links = []
    for link in links:
        name, _, address = link.partition(", ")
        if name.lower() in {"issues", "bug tracker", "tracker"}:
            return Message("Report it with the command and the version: {address}", address=address)
    return Message(
        "Report it to the project with the command, the traceback and the version {version}",
        version=__version__,
    )
