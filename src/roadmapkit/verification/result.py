"""What a verification found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity, Span
from roadmapkit.verification import codes
from roadmapkit.verification.git import Commit

__all__ = ["Difference", "DifferenceKind", "Provenance", "State", "Verification", "YamlPlace"]

State = Literal["unchanged", "resaved", "changed", "unknown"]
DifferenceKind = Literal[
    "text",
    "added",
    "removed",
    "moved",
    "joined",
    "divided",
    "typography",
    "formatting",
    "properties",
]
Translate = Callable[[Message], str]

_CODES: dict[DifferenceKind, Code] = {
    "text": codes.TEXT,
    "added": codes.ADDED,
    "removed": codes.LEFT_OUT,
    "moved": codes.MOVED,
    "joined": codes.MOVED,
    "divided": codes.MOVED,
    "typography": codes.TYPOGRAPHY,
    "formatting": codes.FORMATTING,
    "properties": codes.PROPERTIES,
}
_WORDING = frozenset({"text", "added", "removed", "moved", "joined", "divided"})


@dataclass(frozen=True, slots=True)
class YamlPlace:
    """The value of the YAML that printed a text.

    Attributes:
        span: Its place in the sources that the document was made from.
        line: That line.
        now: Number of the same line in the files as they are, None where it is gone.
    """

    span: Span
    line: str
    now: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a file and what was built.

    Attributes:
        kind: What happened.
        label: Where in the document, for people.
        before: What was built; empty for what was added.
        after: What the file has; empty for what was removed.
        place: The YAML that printed *before*; of what was added, that of the text before it.
        details: How the look differs.
    """

    kind: DifferenceKind
    label: Message
    before: str = ""
    after: str = ""
    place: YamlPlace | None = None
    details: tuple[Message, ...] = ()

    @property
    def code(self) -> Code:
        """The kind of finding that it is."""
        return _CODES[self.kind]

    def diagnostic(self, document: str) -> Diagnostic:
        """Return the difference as a finding at its YAML."""
        message = {
            "text": Message(
                "{label}: {before!r} was built, the file has {after!r}",
                label=self.label,
                before=self.before,
                after=self.after,
            ),
            "added": Message("{label}: {after!r} was added", label=self.label, after=self.after),
            "removed": Message(
                "{label}: {before!r} was removed", label=self.label, before=self.before
            ),
        }.get(self.kind)
        if message is None and self.details:
            message = Message("{label}: {details}", label=self.label, details=self.details)
        if message is None:
            message = Message(
                "{label}: {before!r} became {after!r}",
                label=self.label,
                before=self.before,
                after=self.after,
            )
        span = self.place.span if self.place is not None else None
        return self.code.at(span, message, documents=(document,) if document else ())


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a file was made from.

    Attributes:
        version: Version of the library that made it, empty where the file does not say.
        document: Id of the document.
        target: Path of the file below the output folder.
        sources: Names of the source files.
        commit: The newest commit whose sources have the digest of the file; the one that
            was asked for, with *exact* saying whether its sources have it.
        working_copy: Whether the sources on the disk have it.
        exact: Whether the file is compared with what exactly these sources print.
    """

    version: str = ""
    document: str = ""
    target: str = ""
    sources: tuple[str, ...] = ()
    commit: Commit | None = None
    working_copy: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known of one file.

    Attributes:
        path: The file.
        state: ``unchanged`` since it was built; ``resaved``: saved again, with the same
            text and look; ``changed``; ``unknown``: nothing tells.
        intact: Whether its own digest holds; None where it has none.
        confirmed: Whether building it again gives the same file; None where it was not done.
        provenance: What it was made from.
        differences: How it differs, in reading order.
        notes: What else is to be known, as findings.
        saved_by: Who saved it last, as the program wrote; and
        saved_at: when, and
        program: with what.
    """

    path: str
    state: State
    intact: bool | None
    confirmed: bool | None
    provenance: Provenance
    differences: tuple[Difference, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    saved_by: str = ""
    saved_at: str = ""
    program: str = ""

    @property
    def unchanged(self) -> bool:
        """Whether the file is as it was built."""
        return self.state == "unchanged"

    @property
    def text_changed(self) -> bool:
        """Whether any word is another one, added, gone or elsewhere."""
        return any(item.kind in _WORDING for item in self.differences)

    @property
    def formatting_changed(self) -> bool:
        """Whether the look is another one, typography included."""
        return any(item.kind in {"formatting", "typography"} for item in self.differences)

    @property
    def properties_changed(self) -> bool:
        """Whether the properties of the file are others."""
        return any(item.kind == "properties" for item in self.differences)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Differences and notes as findings, in reading order."""
        document = self.provenance.document
        found = tuple(item.diagnostic(document) for item in self.differences)
        return (*found, *self.notes)

    @property
    def ok(self) -> bool:
        """Whether nothing is an error and the file is unchanged."""
        errors = any(item.severity is Severity.ERROR for item in self.diagnostics)
        return self.unchanged and not errors

    def to_dict(self, translate: Translate = str) -> dict[str, Any]:
        """Return plain data for JSON.

        Args:
            translate: Puts a message into the reader's language.
        """
        made = self.provenance
        commit = made.commit
        return {
            "path": self.path,
            "state": self.state,
            "intact": self.intact,
            "confirmed": self.confirmed,
            "text_changed": self.text_changed,
            "formatting_changed": self.formatting_changed,
            "properties_changed": self.properties_changed,
            "saved": {"by": self.saved_by, "at": self.saved_at, "program": self.program},
            "made_from": {
                "version": made.version,
                "document": made.document,
                "target": made.target,
                "sources": list(made.sources),
                "commit": commit.id if commit is not None else None,
                "commit_date": commit.date if commit is not None else None,
                "commit_subject": commit.subject if commit is not None else None,
                "working_copy": made.working_copy,
                "exact": made.exact,
            },
            "differences": [_record(item, translate) for item in self.differences],
            "notes": [
                {
                    "code": item.code,
                    "severity": item.severity.value,
                    "message": translate(item.message),
                    "hint": translate(item.hint) if item.hint is not None else None,
                }
                for item in self.notes
            ],
        }


def _record(item: Difference, translate: Translate) -> dict[str, Any]:
    place = item.place
    return {
        "code": item.code.id,
        "kind": item.kind,
        "where": translate(item.label),
        "before": item.before,
        "after": item.after,
        "details": [translate(detail) for detail in item.details],
        "yaml": None
        if place is None
        else {
            "file": place.span.file,
            "line": place.span.line,
            "column": place.span.column,
            "text": place.line,
            "line_now": place.now,
        },
    }
