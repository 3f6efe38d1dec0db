"""The terms of a document as text for a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.cli.deadline_text import aligned, deadline_lines, deadline_sections
from roadmapkit.cli.decided_text import decided_lines
from roadmapkit.cli.places import shown_path
from roadmapkit.cli.session import Session
from roadmapkit.cli.terms import DEADLINE_KINDS
from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from roadmapkit.diagnostics import Span
    from roadmapkit.resolve import PlanExplanation, TermExplanation

__all__ = ["plan_lines", "term_lines"]


def term_lines(session: Session, term: TermExplanation, root: Path) -> Iterator[str]:
    """Yield everything about one term.

    Args:
        session: The call.
        term: What to tell of.
        root: Folder of the workspace.
    """
    say = session.say
    facts = [
        (say(Message("What is done")), _named(term)),
        (say(Message("Document")), term.document),
    ]
    if term.section:
        facts.append((say(Message("Section")), term.section))
    facts.append((say(Message("Place")), _place(term.due_place or term.place, root)))
    if term.responsible:
        names = "; ".join(party.normalized for party in term.responsible)
        facts.append((say(Message("Responsible")), names))
    if term.printed:
        facts.append((say(Message("Printed")), " / ".join(term.printed.split("\n"))))
    yield from aligned(facts)
    if term.meaning is not None:
        yield ""
        yield from deadline_lines(session, term.meaning)
    if term.undated is not None:
        yield _undated(session, term)
    yield from decided_lines(session, term.decisions, root)


def plan_lines(session: Session, plan: PlanExplanation, root: Path) -> Iterator[str]:
    """Yield the terms of a document in its order, and what they amount to.

    Args:
        session: The call.
        plan: What to tell of.
        root: Folder of the workspace.
    """
    say = session.say
    facts = [
        (say(Message("Document")), f"{plan.title} ({plan.document})"),
        (say(Message("Place")), _place(plan.place, root)),
    ]
    if plan.period is not None:
        span = Message("{start} – {end}", start=plan.period.start, end=plan.period.end)
        facts.append((say(Message("Period")), say(span)))
    if plan.signed_on is not None:
        facts.append((say(_day_of(plan)), say(Message("{day}", day=plan.signed_on))))
    yield from aligned(facts)
    section = ""
    for term in plan.terms:
        yield ""
        if term.section != section:
            section = term.section
            yield section
            yield ""
        yield from _entry(session, term, root)
    yield from _totals(session, plan)
    yield from decided_lines(session, plan.decisions, root, about=plan.kind == "minutes")


def _day_of(plan: PlanExplanation) -> Message:
    """Return what the day is that terms of a document count from."""
    if plan.expected:
        return Message("Expected date")
    return Message("Date of the meeting") if plan.kind == "minutes" else Message("Signed on")


def _entry(session: Session, term: TermExplanation, root: Path) -> Iterator[str]:
    yield f"{_named(term)} – {_place(term.due_place or term.place, root)}"
    if term.responsible:
        yield "  " + "; ".join(party.normalized for party in term.responsible)
    if term.meaning is not None:
        kind = session.say(DEADLINE_KINDS[term.meaning.kind.value])
        yield f"  {' / '.join(term.printed.splitlines())}: {kind}"
        for line in deadline_sections(session, term.meaning):
            yield f"  {line}"
    if term.undated is not None:
        yield f"  {_undated(session, term)}"


def _totals(session: Session, plan: PlanExplanation) -> Iterator[str]:
    say = session.say
    if plan.counts:
        yield ""
        yield say(Message("Terms by kind")) + ":"
        for kind, count in plan.counts.items():
            yield f"  {say(DEADLINE_KINDS[kind.value])}: {count}"
    if plan.undated:
        yield ""
        yield say(Message("Without a date")) + ":"
        for term in plan.undated:
            if term.undated is not None:
                yield f"  {_named(term)}: {say(term.undated)}"


def _undated(session: Session, term: TermExplanation) -> str:
    reason = session.say(term.undated) if term.undated is not None else ""
    return session.say(Message("Without a date")) + f": {reason}"


def _named(term: TermExplanation) -> str:
    name = " ".join(part for part in (term.number, term.title) if part)
    return f"{name} ({term.id})" if term.id is not None else name


def _place(span: Span, root: Path) -> str:
    return f"{shown_path((root / span.file).resolve(), Path.cwd().resolve())}:{span.line}"
