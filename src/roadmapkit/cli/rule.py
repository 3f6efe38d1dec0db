"""``roadmapkit rule``."""

from __future__ import annotations

from roadmapkit import api
from roadmapkit.cli.parameters import Argument, format_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.diagnostics import Message

__all__ = ["rule_command"]


def rule_command(session: Session) -> Command:
    """Return the command that explains what is checked."""

    def rule(*, name: str | None, output_format: str) -> int:
        from roadmapkit.report.rules import format_rule, format_rules, rule_record

        language = session.language
        if name is not None:
            item = api.explain_rule(name)
            if output_format == "json":
                session.console.print_json(rule_record(item, language=language))
            else:
                session.console.print(format_rule(item, language=language))
            return 0
        items = api.list_rules()
        if output_format == "json":
            session.console.print_json([rule_record(item, language=language) for item in items])
            return 0
        for line in format_rules(items, language=language):
            session.console.print(line)
        return 0

    return Command(
        "rule",
        session=session,
        summary=Message("Explain a check, or list them all"),
        details=(
            Message(
                "What a code means, why it matters, what it rests on, whether it can be mended "
                "and how it is silenced"
            ),
        ),
        examples=("roadmapkit rule TYP001", "roadmapkit rule year-open", "roadmapkit rule"),
        params=[
            Argument(
                session,
                "name",
                required=False,
                metavar=session.say(Message("[CODE]")),
                about=Message("Code or name of a check; all of them without it"),
            ),
            format_option(session, "text", "json"),
        ],
        callback=rule,
    )
