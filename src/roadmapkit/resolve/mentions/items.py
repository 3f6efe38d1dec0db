"""What the answer to «where is he named» consists of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from roadmapkit.deadlines import Occurrence
from roadmapkit.diagnostics import Message, Span
from roadmapkit.lazily import dataclass

__all__ = [
    "DocumentImpact",
    "EntryKind",
    "Impact",
    "Mention",
    "MentionKind",
    "State",
    "Step",
    "StepKind",
    "span_record",
]

MentionKind = Literal[
    "heading",
    "preamble",
    "role",
    "clause",
    "control",
    "signatory",
    "approval",
    "executor",
    "appendix",
    "group",
    "compiler",
    "section",
    "activity",
    "report",
    "membership",
    "appointment",
]
"""What a mention stands in; the last two are of the directory itself."""

State = Literal["registered", "draft", "report", "directory"]
EntryKind = Literal["person", "post", "organization", "group"]
StepKind = Literal["post", "head", "group", "staff", "beside", "role", "signs"]
Translate = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class Step:
    """Through what a party is named, where it is not named itself.

    Attributes:
        kind: ``post`` that a person holds, organisation that he is the ``head`` of, ``group``
            that has the party, post of the ``staff`` of an organisation, name printed with
            the party ``beside`` it, ``role`` of a document, the one who ``signs``.
        ref: Id of the entry that is named instead; empty where there is none.
        name: How it is called; the words of a role.
        role: Role in a group.
        until: Last day of the appointment, where it is known.
    """

    kind: StepKind
    ref: str = ""
    name: str = ""
    role: str = ""
    until: date | None = None

    @property
    def message(self) -> Message:
        """The step in words."""
        words = self._words()
        if self.until is not None:
            return Message("{step}, until {day}", step=words, day=self.until)
        return words

    def _words(self) -> Message:
        name, ref = self.name, self.ref
        match self.kind:
            case "post":
                words = Message("as {name} ({ref})", name=name, ref=ref)
            case "head":
                words = Message("as the head: {name} ({ref})", name=name, ref=ref)
            case "group" if self.role:
                words = Message(
                    "member of the group {name!r} ({ref}), {role}",
                    name=name,
                    ref=ref,
                    role=self.role,
                )
            case "group":
                words = Message("member of the group {name!r} ({ref})", name=name, ref=ref)
            case "staff":
                words = Message("through the post: {name} ({ref})", name=name, ref=ref)
            case "beside":
                words = Message("printed beside the name: {name} ({ref})", name=name, ref=ref)
            case "role":
                words = Message("in the role {name!r}", name=name)
            case "signs":
                words = Message("as the one who signs")
        return words

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {
            "kind": self.kind,
            "ref": self.ref or None,
            "name": self.name,
            "role": self.role or None,
            "until": self.until.isoformat() if self.until else None,
            "text": translate(self.message),
        }


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a party.

    Attributes:
        kind: What it stands in.
        document: Id of the document; empty for the directory.
        state: ``registered``: a registered act, or a plan that one approves; ``draft``;
            ``report`` of progress; ``directory``.
        number: Number of the clause, the activity or the appendix as printed.
        text: The clause, the activity, the row … as printed, in one line.
        through: What leads from the place to the party, the place's own end last; empty
            where it is named itself.
        span: Where it stands, as narrow as it is known.
        occurrences: When what it stands in falls due for the party.
    """

    kind: MentionKind
    document: str
    state: State
    number: str
    text: str
    through: tuple[Step, ...]
    span: Span
    occurrences: tuple[Occurrence, ...] = ()

    @property
    def direct(self) -> bool:
        """Whether the party is named itself."""
        return not self.through

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {
            "kind": self.kind,
            "number": self.number,
            "text": self.text,
            "direct": self.direct,
            "through": [step.to_dict(translate) for step in self.through],
            **span_record(self.span),
            "occurrences": [occurrence.to_dict(translate) for occurrence in self.occurrences],
        }


def span_record(span: Span) -> dict[str, Any]:
    """Return a place as JSON has it."""
    return {"file": span.file, "line": span.line, "column": span.column}


@dataclass(frozen=True, slots=True)
class DocumentImpact:
    """One document that names a party.

    Attributes:
        id: Its id.
        kind: ``order``, ``roadmap``, ``progress``.
        form: ``приказ`` and so on of an act, empty for the others.
        title: Its title, in one line.
        state: As of a mention.
        sealed: What it printed when it was signed is recorded.
        date: Day of signing of the act, or of the act that approves the plan.
        number: Number of that act.
        act: Id of the act that approves a plan.
        mentions: The places, in the order of the document.
    """

    id: str
    kind: Literal["order", "roadmap", "program", "minutes", "letter", "progress"]
    form: str
    title: str
    state: State
    sealed: bool
    date: date | None
    number: str
    act: str | None
    mentions: tuple[Mention, ...] = ()

    @property
    def needs_amendment(self) -> bool:
        """Whether a change needs an amending act: what was registered is not edited."""
        return self.state == "registered"

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {
            "id": self.id,
            "kind": self.kind,
            "form": self.form or None,
            "title": self.title,
            "state": self.state,
            "sealed": self.sealed,
            "needs_amendment": self.needs_amendment,
            "date": self.date.isoformat() if self.date else None,
            "number": self.number or None,
            "act": self.act,
            "mentions": [mention.to_dict(translate) for mention in self.mentions],
        }


@dataclass(frozen=True, slots=True)
class Impact:
    """Where a party is named.

    Attributes:
        text: The party as it was asked for.
        ref: Id of its entry; None for one that no directory has.
        kind: What the entry is.
        name: Its full name.
        since: First day that counts; None for no limit.
        documents: Documents that name it, by id.
        directory: Mentions of the directory: groups and appointments.
        not_in_force: Ids of acts that name it and are repealed, and of plans that only such
            acts approve; they are not among the documents.
    """

    text: str
    ref: str | None
    kind: EntryKind | None
    name: str
    since: date | None
    documents: tuple[DocumentImpact, ...] = ()
    directory: tuple[Mention, ...] = ()
    not_in_force: tuple[str, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention: of the documents, then of the directory."""
        of_documents = [item for document in self.documents for item in document.mentions]
        return (*of_documents, *self.directory)

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON.

        Args:
            translate: Puts a message into the reader's language.
        """
        return {
            "text": self.text,
            "ref": self.ref,
            "kind": self.kind,
            "name": self.name,
            "since": self.since.isoformat() if self.since else None,
            "documents": [document.to_dict(translate) for document in self.documents],
            "directory": [mention.to_dict(translate) for mention in self.directory],
            "not_in_force": list(self.not_in_force),
        }
