"""A walk through forms with a person: each is shown, and accepted, corrected or left."""

from __future__ import annotations

from collections.abc import Sequence

import click

from roadmapkit.building import ListedForm
from roadmapkit.cli.forms_text import form_block
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Message
from roadmapkit.language import FormKey

__all__ = ["walk_forms"]

_SKIP = frozenset({"s", "п"})
_QUIT = frozenset({"q", "в"})
_NEW = frozenset({"n", "н"})


def walk_forms(session: Session, forms: Sequence[ListedForm]) -> dict[FormKey, str]:
    """Return the forms that a person has decided on, with what is to be printed.

    Args:
        session: The call, on a terminal.
        forms: The new and the changed ones, in the order of asking.
    """
    decided: dict[FormKey, str] = {}
    console = session.console
    console.print(session.say(_instructions()))
    for number, item in enumerate(forms, start=1):
        first, *rest = form_block(session, item, width=console.width)
        console.print(f"\n[{number}/{len(forms)}] {click.style(first, bold=True)}")
        for line in rest:
            console.print(line)
        answer = _answer(session, item)
        if answer is None:
            break
        if answer:
            decided[item.key] = answer
    return decided


def _instructions() -> Message:
    return Message(
        "Enter – accept the form; another form – print that one; "
        "s – leave it for later; q – save and quit"
    )


def _answer(session: Session, item: ListedForm) -> str | None:
    """Return the form to print; empty to leave it for later, None to stop."""
    while True:
        line = session.console.ask(f"  {session.say(_question(item))} ")
        answer = " ".join(line.split()) if line is not None else "q"
        short = answer.casefold()
        if short in _QUIT:
            return None
        if short in _SKIP:
            return ""
        if item.made is not None and short in _NEW:
            return item.made
        if answer:
            return answer
        if item.told:
            return item.form
        session.console.print("  " + session.say(Message("It cannot be told: type the form")))


def _question(item: ListedForm) -> Message:
    if item.made is not None:
        return Message("Enter – keep the reviewed form, n – take the new one, or type it:")
    if not item.told:
        return Message("Type the form:")
    return Message("Right?")
