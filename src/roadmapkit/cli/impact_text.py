"""What names a party, and what a change of the directory touches, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from roadmapkit import api
from roadmapkit.building.changes.comparison import DirectoryComparison, DocumentChange, EntryEffect
from roadmapkit.cli.places import shown_path
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Message, Span
from roadmapkit.resolve.mentions import DocumentImpact, Impact, Mention
from roadmapkit.resolve.mentions.items import MentionKind, State

__all__ = ["comparison_lines", "impact_lines"]

_KINDS: Mapping[MentionKind, Message] = MappingProxyType(
    {
        "heading": Message("heading"),
        "preamble": Message("preamble"),
        "role": Message("role of the document"),
        "clause": Message("point"),
        "control": Message("control, point"),
        "signatory": Message("signature"),
        "approval": Message("approval block"),
        "executor": Message("executor"),
        "appendix": Message("appendix"),
        "group": Message("list of members, appendix"),
        "compiler": Message("compiler"),
        "section": Message("section"),
        "activity": Message("activity"),
        "report": Message("report"),
        "membership": Message("member of a group"),
        "appointment": Message("appointment"),
    }
)
_STATES: Mapping[State, Message] = MappingProxyType(
    {
        "registered": Message("registered: needs an amending act"),
        "draft": Message("draft: edit the text"),
        "report": Message("progress: edit the text"),
        "directory": Message("directory"),
    }
)
_CHANGES = MappingProxyType(
    {"added": Message("added"), "removed": Message("removed"), "changed": Message("changed")}
)
_ENTRIES = MappingProxyType(
    {
        "organization": Message("organisation"),
        "person": Message("person"),
        "post": Message("post"),
        "group": Message("group"),
        "abbreviation": Message("abbreviation"),
    }
)


class _Teller:
    """Puts an answer into lines, with files named from where the reader stands."""

    def __init__(self, session: Session, workspace: api.Workspace) -> None:
        self._say = session.say
        self._root = workspace.root.resolve()

    def place(self, span: Span) -> str:
        file = shown_path(self._root / span.file, Path.cwd())
        return f"{file}:{span.line}:{span.column}"

    def document(self, document: DocumentImpact) -> Iterator[str]:
        yield ""
        yield f"{self._heading(document)} – {self._state(document)}"
        for mention in document.mentions:
            yield from self.mention(mention)

    def _heading(self, document: DocumentImpact) -> str:
        act = document.form.capitalize() if document.form else ""
        if document.kind == "order" and document.date is not None and document.number:
            requisites = f"{act} от {document.date:%d.%m.%Y} № {document.number}"
            return f"{requisites} «{document.title}» [{document.id}]"
        return f"{act} «{document.title}» [{document.id}]".strip()

    def _state(self, document: DocumentImpact) -> str:
        state = self._say(_STATES[document.state])
        if document.act is not None and document.state == "registered":
            state = self._say(
                Message("approved by {act}, which is {state}", act=document.act, state=state)
            )
        return state + ", " + self._say(Message("sealed")) if document.sealed else state

    def mention(self, mention: Mention) -> Iterator[str]:
        name = self._say(_KINDS[mention.kind])
        label = f"{name} {mention.number}" if mention.number else f"{name}:"
        yield f"  {label} {mention.text}"
        steps = "; ".join(self._say(step.message) for step in mention.through)
        named = steps or self._say(Message("named directly"))
        yield f"      {named} – {self.place(mention.span)}"
        if mention.occurrences:
            days = ", ".join(f"{one.due:%d.%m.%Y}" for one in mention.occurrences)
            yield "      " + self._say(Message("due: {days}", days=days))

    def entry(self, effect: EntryEffect) -> Iterator[str]:
        entry = effect.entry
        kind, change = self._say(_ENTRIES[entry.kind]), self._say(_CHANGES[entry.change])
        place = f" – {self.place(entry.span)}" if entry.span is not None else ""
        yield ""
        yield f"{kind} {entry.name} [{entry.id}]: {change}{place}"
        for item in entry.fields:
            yield f"  {item.key}: {self._value(item.before)} → {self._value(item.after)}"
        if effect.printed:
            ids = ", ".join(effect.printed)
            yield "  " + self._say(Message("named, and the print changes: {ids}", ids=ids))
        if effect.named:
            ids = ", ".join(effect.named)
            yield "  " + self._say(Message("named, the print stays: {ids}", ids=ids))
        if not effect.printed and not effect.named:
            yield "  " + self._say(Message("no document in force names it"))

    def _value(self, value: Any) -> str:
        match value:
            case None:
                return "–"
            case dict():
                listed = (f"{key}: {self._value(item)}" for key, item in value.items())
                return "{" + ", ".join(listed) + "}"
            case list():
                return "; ".join(map(self._value, value)) or "–"
            case bool():
                return str(value).lower()
        return str(value)

    def change(self, document: DocumentChange) -> Iterator[str]:
        state = self._say(_STATES[document.state])
        sealed = ", " + self._say(Message("sealed")) if document.sealed else ""
        yield ""
        yield f"«{document.title}» [{document.id}] – {state}{sealed}"
        for piece in document.pieces:
            place = f" – {self.place(piece.span)}" if piece.span is not None else ""
            yield f"  {self._say(piece.label)}{place}"
            yield f"    − {piece.before or '–'}"
            yield f"    + {piece.after or '–'}"


def impact_lines(session: Session, workspace: api.Workspace, found: Impact) -> Iterator[str]:
    """Yield what names a party, by document, and a line of totals."""
    teller, say = _Teller(session, workspace), session.say
    name = f"{found.name} [{found.ref}]" if found.ref is not None else found.name
    if found.since is not None:
        name = say(Message("{name}, from {day} on", name=name, day=f"{found.since:%d.%m.%Y}"))
    yield name
    for document in found.documents:
        yield from teller.document(document)
    if found.directory:
        yield ""
        yield say(Message("Directory"))
        for mention in found.directory:
            yield from teller.mention(mention)
    yield ""
    if not found.documents:
        yield say(Message("No document in force names it"))
    else:
        yield say(_totals(found.documents))
    if found.not_in_force:
        yield say(Message("Repealed and left out: {ids}", ids=list(found.not_in_force)))


def _totals(documents: Sequence[DocumentImpact]) -> Message:
    mentions = [mention for document in documents for mention in document.mentions]
    return Message(
        "Documents: {documents}, of these registered: {registered}; mentions: {mentions}, "
        "terms: {terms}",
        documents=len(documents),
        registered=sum(document.needs_amendment for document in documents),
        mentions=len(mentions),
        terms=len(_terms(mentions)),
    )


def _terms(mentions: Sequence[Mention]) -> set[tuple[object, ...]]:
    """Return the terms of the mentions, each once however often its activity names the party."""
    return {
        (one.document, one.number, one.text, term.start, term.due)
        for one in mentions
        for term in one.occurrences
    }


def comparison_lines(
    session: Session, workspace: api.Workspace, compared: DirectoryComparison
) -> Iterator[str]:
    """Yield the entries that differ, the documents that print otherwise, and a line of totals."""
    teller, say = _Teller(session, workspace), session.say
    if not compared.entries:
        yield say(Message("The directories say the same"))
        return
    yield say(Message("Changes of the directory"))
    for effect in compared.entries:
        yield from teller.entry(effect)
    if compared.documents:
        yield ""
        yield say(Message("What prints otherwise"))
    for document in compared.documents:
        yield from teller.change(document)
    yield ""
    yield say(
        Message(
            "Entries changed: {entries}; documents that print otherwise: {documents}, of these "
            "registered: {registered}",
            entries=len(compared.entries),
            documents=len(compared.documents),
            registered=sum(document.needs_amendment for document in compared.documents),
        )
    )
