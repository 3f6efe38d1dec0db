"""``roadmapkit explain activity`` and ``roadmapkit explain plan``."""

from __future__ import annotations

from datetime import date

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.findings import exit_code, print_findings
from roadmapkit.cli.parameters import Argument, Option, day_option, format_option
from roadmapkit.cli.places import workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.cli.term_text import plan_lines, term_lines
from roadmapkit.diagnostics import Message

__all__ = ["activity_command", "plan_command"]


def activity_command(session: Session) -> Command:
    """Return the command that explains the term of one activity."""

    def activity(
        *,
        activity: str,
        document: str | None,
        signed_on: date | None,
        path: str | None,
        output_format: str,
    ) -> int:
        workspace = open_from(session, path)
        term = api.explain_activity(workspace, activity, document=document, signed_on=signed_on)
        if output_format == "json":
            session.console.print_json(term.to_dict(session.say))
        else:
            for line in term_lines(session, term, workspace.root):
                session.console.print(line)
            print_findings(session, workspace, term.diagnostics, "text")
        return exit_code(term.diagnostics)

    return Command(
        "activity",
        session=session,
        summary=Message("Why an activity falls due when it does, and for whom"),
        details=(
            Message(
                "The activity is named by its id or by its printed number, a point of an order "
                "by its number"
            ),
        ),
        examples=(
            "roadmapkit explain activity gap-seminars",
            "roadmapkit explain activity 2.1 --document order-46",
        ),
        params=[
            Argument(session, "activity", metavar="ID", about=Message("Id or number")),
            Option(
                session,
                "--document",
                metavar="ID",
                about=Message("Id of the document, where several have such an activity"),
            ),
            _signed_on(session),
            workspace_option(session),
            format_option(session, "text", "json"),
        ],
        callback=activity,
    )


def plan_command(session: Session) -> Command:
    """Return the command that explains every term of a document."""

    def plan(*, document: str, signed_on: date | None, path: str | None, output_format: str) -> int:
        workspace = open_from(session, path)
        explained = api.explain_plan(workspace, document, signed_on=signed_on)
        if output_format == "json":
            session.console.print_json(explained.to_dict(session.say))
        else:
            for line in plan_lines(session, explained, workspace.root):
                session.console.print(line)
            print_findings(session, workspace, explained.diagnostics, "text")
        return exit_code(explained.diagnostics)

    return Command(
        "plan",
        session=session,
        summary=Message("Every term of a plan or an order, and what has no date"),
        examples=(
            "roadmapkit explain plan plan-2026",
            "roadmapkit explain plan order-46 --signed-on 15.01.2026",
        ),
        params=[
            Argument(
                session, "document", metavar="ID", about=Message("Id of the plan or the order")
            ),
            _signed_on(session),
            workspace_option(session),
            format_option(session, "text", "json"),
        ],
        callback=plan,
    )


def _signed_on(session: Session) -> Option:
    about = Message("Day on which what is not registered yet is taken to be signed")
    return day_option(session, "--signed-on", about)
