"""The lock of forms: case forms that a person has reviewed, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.language import Form, FormKey, FormKind, rules_digest
from roadmapkit.lazily import dataclass
from roadmapkit.load.codes import FORM_TWICE
from roadmapkit.load.file_names import FORMS_LOCK_NAME
from roadmapkit.load.lock_files import read_lock
from roadmapkit.source import Origin, SourceDocument, SourceText

if TYPE_CHECKING:
    from roadmapkit.model.forms import FormsFile, LockedForm

__all__ = ["FORMS_LOCK_NAME", "FormsLock", "ReviewedForm", "read_forms_lock"]


@dataclass(frozen=True, slots=True)
class ReviewedForm:
    """A form of the lock.

    Attributes:
        form: What is printed.
        because: Why, in Russian; empty where nobody wrote it down.
        instead_of: What the library made when a person gave another form; None where the
            form is the library's own.
        origin: The entry in the lock file, None for one that is not written yet.
    """

    form: str
    because: str = ""
    instead_of: str | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)

    @property
    def made(self) -> str:
        """What the library made when the form was reviewed."""
        return self.form if self.instead_of is None else self.instead_of


@dataclass(frozen=True, slots=True)
class FormsLock:
    """The reviewed forms of a workspace.

    Attributes:
        exists: There is a lock file.
        rules: Digest of the rules and dictionaries that the forms were held against.
        entries: The forms by what they answer.
        damage: What is wrong with the file; then there are no entries.
        source: Its text, where it could be read.
    """

    exists: bool = False
    rules: str = ""
    entries: Mapping[FormKey, ReviewedForm] = field(default_factory=dict)
    damage: tuple[Diagnostic, ...] = ()
    source: SourceText | None = field(default=None, repr=False)

    def known(self) -> dict[FormKey, Form]:
        """Return the answers that need no dictionary.

        How texts are read nobody has reviewed: that holds for the same rules only.
        """
        if not self.entries:
            return {}
        same = self.rules == rules_digest()
        return {
            key: Form(entry.form, (Message("{reason}", reason=entry.because),))
            if entry.because
            else Form(entry.form)
            for key, entry in self.entries.items()
            if same or not key.kind.is_reading
        }


def read_forms_lock(root: Path) -> FormsLock:
    """Return the lock of forms of a workspace, an empty one where there is none.

    Args:
        root: Folder of the workspace.
    """
    source, parsed, damage = read_lock(root, FORMS_LOCK_NAME)
    if parsed is None:
        return FormsLock(exists=bool(damage), damage=damage, source=source)
    from roadmapkit.load.faults import explain
    from roadmapkit.model.forms import FormsFile

    entries: dict[FormKey, ReviewedForm] = {}
    found: list[Diagnostic] = []
    rules = ""
    for document in parsed.documents:
        try:
            file = FormsFile.model_validate(document.data)
        except ValidationError as error:
            found += explain(document, FormsFile, error.errors(include_url=False))
            continue
        rules = file.rules or ""
        found += _gather(file, document, entries)
    if found:
        return FormsLock(exists=True, damage=sort_diagnostics(found), source=source)
    return FormsLock(True, rules, entries, source=source)


def _gather(
    file: FormsFile, document: SourceDocument, entries: dict[FormKey, ReviewedForm]
) -> Iterator[Diagnostic]:
    """Add the forms of a file to *entries*; yield a finding for each that is there already."""
    for index, entry in enumerate(file.forms):
        key, origin = _key(entry), document.origin(("forms", index))
        first = entries.get(key)
        if first is None or first.origin is None:
            entries[key] = ReviewedForm(entry.form, entry.because or "", entry.instead_of, origin)
            continue
        yield FORM_TWICE.at(
            origin.child("text").span,
            Message(
                "The form of {text!r} is here twice: {first!r} on line {line}, and {form!r}",
                text=entry.text,
                first=first.form,
                line=first.origin.span.line,
                form=entry.form,
            ),
            hint=Message("Delete the entry that is wrong"),
        )


def _key(entry: LockedForm) -> FormKey:
    return FormKey(
        FormKind(entry.kind),
        entry.text,
        entry.case or "",
        entry.number or "",
        entry.gender or "",
        entry.word or "",
    )
