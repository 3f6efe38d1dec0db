"""What a verification found, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from roadmapkit.diagnostics import Message
from roadmapkit.report import translate

if TYPE_CHECKING:
    from roadmapkit.verification import Difference, Verification

__all__ = ["verification_lines"]

_AROUND = 60
"""Letters of a long text that are shown on each side of what differs."""


def verification_lines(found: Verification, language: str) -> Iterator[str]:
    """Yield the lines about one file: what it is, what it was made from, how it differs."""

    def say(message: Message) -> str:
        return translate(message, language)

    color = {"unchanged": "green", "resaved": "yellow", "changed": "red"}.get(found.state)
    state = say(_state(found))
    yield f"{found.path}: {click.style(state, fg=color, bold=True) if color else state}"
    for message in _about(found):
        yield f"  {say(message)}"
    for item in found.differences:
        yield from _difference(item, found, language)
    for note in found.notes:
        yield f"  {note.code}: {say(note.message)}"
        if note.hint is not None:
            yield f"    {say(note.hint)}"


def _state(found: Verification) -> Message:
    if found.state == "changed":
        return _change(found)
    return {
        "unchanged": Message("unchanged since it was built"),
        "resaved": Message("saved again after the build; text and look are the same"),
        "unknown": Message("it cannot be told whether it was changed"),
    }[found.state]


def _change(found: Verification) -> Message:
    if found.text_changed:
        return Message("the text was changed after the build")
    if found.formatting_changed:
        return Message("the look was changed after the build; the words are the same")
    if found.properties_changed:
        return Message("properties were changed after the build; text and look are the same")
    return Message("changed after the build")


def _about(found: Verification) -> Iterator[Message]:
    made = found.provenance
    if found.saved_by or found.saved_at:
        yield Message("Last saved: {by} {at}", by=found.saved_by or "–", at=found.saved_at or "–")
    if made.commit is not None:
        commit = made.commit
        about = {"id": commit.id[:12], "date": commit.date, "subject": commit.subject}
        if made.exact:
            yield Message("Made from the sources of commit {id} of {date}: {subject}", **about)
        else:
            yield Message("Compared with commit {id} of {date}: {subject}", **about)
    if made.working_copy:
        yield Message("The sources on the disk are still the same")
    elif made.exact:
        yield Message("The sources on the disk are others by now")
    if made.version:
        yield Message(
            "Document {id}, built by version {version}", id=made.document, version=made.version
        )


def _difference(item: Difference, found: Verification, language: str) -> Iterator[str]:
    where = translate(item.label, language)
    yield f"  {click.style(item.code.id, bold=True)} {where}"
    place = item.place
    if place is not None:
        span = place.span
        text = f"{span.file}:{span.line}:{span.column}"
        commit = found.provenance.commit
        if not found.provenance.working_copy and commit is not None:
            text = f"{text} @ {commit.id[:12]}"
            if place.now is not None and place.now != span.line:
                moved = Message("now line {line}", line=place.now)
                text = f"{text} ({translate(moved, language)})"
        yield f"    {text}"
    if item.details:
        yield f"    {', '.join(translate(detail, language) for detail in item.details)}"
    if item.kind == "moved" or item.before == item.after:
        if item.before:
            yield f"    «{_head(item.before)}»"
        return
    if item.kind in {"joined", "divided"}:
        before, after = (
            " ¶ ".join(map(_head, text.split("\n"))) for text in (item.before, item.after)
        )
    else:
        before, after = _clipped(item.before, item.after)
    if item.before:
        built = translate(Message("was built:"), language)
        yield f"    {built} {click.style(before, fg='red')}"
    if item.after:
        held = translate(Message("in the file:"), language)
        yield f"    {held} {click.style(after, fg='green')}"


def _head(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= 2 * _AROUND else f"{bare[: 2 * _AROUND]}…"


def _clipped(before: str, after: str) -> tuple[str, str]:
    """Return two texts without the long beginning and end that they have in common."""
    old, new = (" ".join(text.split()) for text in (before, after))
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    end = next((i for i in range(shorter - start) if old[-1 - i] != new[-1 - i]), shorter - start)
    return _clip(old, start, end), _clip(new, start, end)


def _clip(text: str, start: int, end: int) -> str:
    first = max(0, start - _AROUND)
    last = min(len(text), max(len(text) - end, start) + _AROUND)
    shown = text[first:last]
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
