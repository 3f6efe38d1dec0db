"""``roadmapkit explain``: what a deadline, a cell or a case form means, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from roadmapkit import api, report
from roadmapkit.cli.deadline_text import deadline_lines
from roadmapkit.cli.event_days import NamedDays, days_by_name, read_event
from roadmapkit.cli.explain_party import party_command
from roadmapkit.cli.explain_profile import profile_command
from roadmapkit.cli.explain_terms import activity_command, plan_command
from roadmapkit.cli.findings import exit_code, print_text
from roadmapkit.cli.parameters import Argument, Option, day_option, format_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command, Group
from roadmapkit.cli.terms import PARTY_KINDS
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["explain_group"]

_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
_NUMBERS = ("singular", "plural")
_GENDERS = ("masculine", "feminine")


def explain_group(session: Session) -> Group:
    """Return the group of commands that answer what something means."""
    return Group(
        "explain",
        session=session,
        summary=Message("Say what a deadline, a cell or a case form means, and why"),
        commands=[
            _deadline(session),
            activity_command(session),
            plan_command(session),
            _parties(session),
            party_command(session),
            _form(session),
            profile_command(session),
        ],
    )


def _deadline(session: Session) -> Command:
    def deadline(
        *,
        phrase: str,
        period: str | None,
        signed_on: date | None,
        events: Sequence[NamedDays],
        path: str | None,
        output_format: str,
    ) -> int:
        meaning = api.explain_deadline(
            phrase,
            period=period,
            signed_on=signed_on,
            events=days_by_name(events),
            workspace=api.open_workspace(path) if path is not None else None,
        )
        if output_format == "json":
            session.console.print_json(meaning.to_dict(session.say))
        else:
            for line in deadline_lines(session, meaning):
                session.console.print(line)
            print_text(session, meaning.diagnostics)
        return exit_code(meaning.diagnostics)

    return Command(
        "deadline",
        session=session,
        summary=Message("What a phrase of the column «Срок» means: kind, dates, reasons"),
        examples=(
            'roadmapkit explain deadline "ежегодно (август–сентябрь)" --period 2021-2023',
            'roadmapkit explain deadline "в течение 10 дней с момента подписания" '
            "--signed-on 15.01.2026",
            'roadmapkit explain deadline "за 2 недели до педсовета" --events педсовет=28.08.2026',
        ),
        params=[
            Argument(
                session,
                "phrase",
                metavar=session.say(Message("PHRASE")),
                about=Message("The deadline, as officials write it"),
            ),
            Option(
                session,
                "--period",
                metavar=session.say(Message("PERIOD")),
                about=Message(
                    "Period of the document: 2024, 2021-2023, 2021/2022 (academic year), "
                    "2020-06..2021-05"
                ),
            ),
            day_option(session, "--signed-on", Message("Day on which the act was signed")),
            Option(
                session,
                "--events",
                read=read_event,
                multiple=True,
                metavar=session.say(Message("NAME=DAY")),
                about=Message(
                    "Day of an event that the phrase counts from, or its first and last day: "
                    "NAME=DAY..DAY; may be repeated"
                ),
            ),
            Option(
                session,
                "-w",
                "--workspace",
                "path",
                metavar=session.say(Message("PATH")),
                about=Message(
                    "Workspace whose working days, school years, events and reporting dates "
                    "count; without it no house's do"
                ),
            ),
            format_option(session, "text", "json"),
        ],
        callback=deadline,
    )


def _parties(session: Session) -> Command:
    def parties(*, text: str, directory: str | None, output_format: str) -> int:
        reading = api.explain_parties(text, directory)
        records = reading.to_dict()
        if output_format == "json":
            session.console.print_json(records)
            _note(session, reading.diagnostics)
            return exit_code(reading.diagnostics)
        for record in records:
            kind = session.say(PARTY_KINDS[record["kind"] or ""])
            reference = f" [{record['ref']}]" if record["ref"] else ""
            session.console.print(f"{record['text']}: {kind}{reference} – {record['normalized']}")
        if not records:
            session.console.print(session.say(Message("No party was found in the text")))
        print_text(session, reading.diagnostics)
        return exit_code(reading.diagnostics)

    return Command(
        "parties",
        session=session,
        summary=Message("Whom a cell of the column «Ответственные» names"),
        examples=(
            'roadmapkit explain parties "Руководители ШНОР, Иванова С.В." '
            "--directory directory.yaml",
        ),
        params=[
            Argument(
                session,
                "text",
                metavar=session.say(Message("TEXT")),
                about=Message("The cell, as it is written"),
            ),
            Option(
                session,
                "--directory",
                metavar=session.say(Message("PATH")),
                about=Message(
                    "Directory file or workspace to look the parties up in; "
                    "without one they are told by their form"
                ),
            ),
            format_option(session, "text", "json"),
        ],
        callback=parties,
    )


def _form(session: Session) -> Command:
    def form(
        *, text: str, case: str, number: str | None, gender: str | None, output_format: str
    ) -> int:
        answer = api.explain_form(text, case=case, number=number, gender=gender)
        reasons = [session.say(reason) for reason in answer.reasons]
        if output_format == "json":
            record = {
                "form": answer.form,
                "because": "; ".join(reasons),
                "doubtful": answer.doubtful,
                "diagnostics": [
                    report.diagnostic_record(item, language=session.language)
                    for item in answer.diagnostics
                ],
            }
            session.console.print_json(record)
        else:
            session.console.print(answer.form)
            for reason in reasons:
                session.console.print(f"  – {reason}")
            print_text(session, answer.diagnostics)
        return exit_code(answer.diagnostics)

    return Command(
        "form",
        session=session,
        summary=Message("A name, post, organisation or title in a case"),
        examples=('roadmapkit explain form "заместитель начальника отдела" --case dative',),
        params=[
            Argument(
                session,
                "text",
                metavar=session.say(Message("TEXT")),
                about=Message("The text in the nominative"),
            ),
            Option(
                session,
                "--case",
                words=_CASES,
                required=True,
                about=Message("Case of the answer"),
            ),
            Option(session, "--number", words=_NUMBERS, about=Message("Number of the answer")),
            Option(session, "--gender", words=_GENDERS, about=Message("Gender of the person")),
            format_option(session, "text", "json"),
        ],
        callback=form,
    )


def _note(session: Session, diagnostics: Iterable[Diagnostic]) -> None:
    """Write findings beside an answer whose form has no room for them."""
    for block in report.format_text(diagnostics, language=session.language):
        session.console.note(block)
