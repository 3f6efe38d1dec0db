"""The review of forms: what is printed, what of it a person has seen, and recording the answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Literal

from roadmapkit.building.forms.file import forms_text
from roadmapkit.building.forms.findings import changed_forms
from roadmapkit.building.output.writing import write_atomically
from roadmapkit.building.packs.making import make_packs
from roadmapkit.building.packs.request import PackRequest
from roadmapkit.building.stages import Prepared, prepare
from roadmapkit.diagnostics import Message, Severity, Span
from roadmapkit.errors import ArgumentError, WorkspaceError
from roadmapkit.language import Form, FormKey, FormPlace, FormRecord, make_form, rules_digest
from roadmapkit.lazily import dataclass
from roadmapkit.load import FORMS_LOCK_NAME, FormsLock, LoadedWorkspace, ReviewedForm

__all__ = ["FormsReview", "ListedForm", "PrintedPlace", "accept_forms", "review_forms"]

State = Literal["new", "reviewed", "changed", "unused"]


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """Where a form is printed.

    Attributes:
        span: The place in the source.
        line: The line of the source that the place is on.
        document: Id of the document; empty for what a directory says.
    """

    span: Span
    line: str
    document: str


@dataclass(frozen=True, slots=True)
class ListedForm:
    """A form of a workspace.

    Attributes:
        key: What it answers: the text, the case and the rest.
        form: What is printed.
        state: ``new``: nobody has reviewed it; ``reviewed``; ``changed``: it was reviewed,
            and the library would now make another; ``unused``: no document prints it.
        reasons: Why the form is what it is.
        doubts: Why a person should look at it, if there is a doubt.
        told: It can be told at all; where it cannot, ``form`` is the text as it was written.
        made: What the library makes today, of a form whose state is ``changed``.
        places: Where it is printed, by file and line.
    """

    key: FormKey
    form: str
    state: State
    reasons: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()
    told: bool = True
    made: str | None = None
    places: tuple[PrintedPlace, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at the form before it is printed."""
        return bool(self.doubts)

    @property
    def reviewed(self) -> bool:
        """Whether the lock has the form."""
        return self.state != "new"


@dataclass(frozen=True, slots=True)
class FormsReview:
    """The forms that a workspace prints or has in its lock.

    Attributes:
        forms: The forms, by text, kind and case.
        file: The lock file, which need not exist yet.
        exists: It does.
        complete: Every document could be put into words; where not, nothing is known to be
            unused.
        readings: How many answers of the dictionary that are no forms the lock lacks.
        stale: The lock was held against other rules or dictionaries than there are now.
    """

    forms: tuple[ListedForm, ...]
    file: Path
    exists: bool
    complete: bool
    readings: int = 0
    stale: bool = False

    def of_state(self, *states: State) -> tuple[ListedForm, ...]:
        """Return the forms of some states, in their order."""
        return tuple(item for item in self.forms if item.state in states)

    @property
    def new(self) -> tuple[ListedForm, ...]:
        """The forms that nobody has reviewed."""
        return self.of_state("new")

    @property
    def changed(self) -> tuple[ListedForm, ...]:
        """The reviewed forms that the library would now make otherwise."""
        return self.of_state("changed")

    @property
    def unused(self) -> tuple[ListedForm, ...]:
        """The reviewed forms that no document prints."""
        return self.of_state("unused")


def review_forms(loaded: LoadedWorkspace, packs: Iterable[PackRequest] = ()) -> FormsReview:
    """Return every form that the documents of a workspace print, and those of its lock.

    Args:
        loaded: The files.
        packs: Packs whose forms count too.

    Raises:
        ArgumentError: There is no such pack.
        WorkspaceError: The lock file is damaged.
    """
    lock = loaded.forms
    _require_sound(lock, loaded.root)
    prepared = _prepared(loaded, packs)
    ledger = prepared.forms
    complete = loaded.path == loaded.root and not prepared.blocked and not loaded.nameless
    changed = changed_forms(lock, lock.entries)
    printed = [
        _listed(record, changed, loaded)
        for record in ledger.records
        if not record.key.kind.is_reading and (record.places or not record.new)
    ]
    unused = [
        ListedForm(key, lock.entries[key].form, "unused", _because(lock.entries[key]))
        for key in ledger.unused
        if complete and not key.kind.is_reading
    ]
    return FormsReview(
        forms=tuple(sorted([*printed, *unused], key=lambda item: (item.key.text, item.key))),
        file=loaded.root / FORMS_LOCK_NAME,
        exists=lock.exists,
        complete=complete,
        readings=sum(record.key.kind.is_reading for record in ledger.made),
        stale=lock.exists and lock.rules != rules_digest(),
    )


def accept_forms(
    loaded: LoadedWorkspace,
    forms: Mapping[FormKey, str] | Iterable[FormKey],
    *,
    say: Callable[[Message], str],
    prune: bool = False,
    packs: Iterable[PackRequest] = (),
) -> Path:
    """Record forms as reviewed; entries of the lock that are not named stay as they are.

    Args:
        loaded: The files.
        forms: What was reviewed: keys whose form the library makes, or a form for each key.
        say: Puts the reasons into the language of the lock.
        prune: Leave out what no document prints, where all documents are sound.
        packs: Packs whose forms are printed too.

    Raises:
        ArgumentError: A form is empty, or none that the library can tell; or there is no
            such pack.
        OutputError: The file cannot be written; then it is as before.
        WorkspaceError: The lock file is damaged.
    """
    lock = loaded.forms
    _require_sound(lock, loaded.root)
    prepared = _prepared(loaded, packs)
    given = forms if isinstance(forms, Mapping) else dict.fromkeys(forms, "")
    # How texts are read is recorded anew under other rules: nobody has reviewed it.
    known = loaded.forms.known()
    entries = {key: entry for key, entry in lock.entries.items() if key in known}
    records = {record.key: record for record in prepared.forms.records}
    for key in sorted(given):
        entries[key] = _reviewed(key, given[key], records.get(key), say)
    for record in prepared.forms.made:
        if record.key.kind.is_reading:
            entries[record.key] = ReviewedForm(record.form.form)
    sound = loaded.path == loaded.root and not prepared.blocked and not loaded.nameless
    if prune and sound:
        entries = {key: entry for key, entry in entries.items() if key in records or key in given}
    path = loaded.root / FORMS_LOCK_NAME
    # Until the changed forms are decided on, the lock must be held against the rules again.
    left = changed_forms(lock, entries.keys() - given.keys())
    text = forms_text(entries, lock.rules if left else rules_digest())
    if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
        write_atomically(path, text.encode("utf-8"))
    return path


def _prepared(loaded: LoadedWorkspace, packs: Iterable[PackRequest]) -> Prepared:
    """Return the workspace in words, with the forms of some packs among those asked for.

    Raises:
        ArgumentError: There is no such pack.
    """
    prepared = prepare(loaded)
    for request in packs:
        known = {*prepared.workspace.documents, *prepared.blocked}
        if request.document not in known:
            message = Message("No document has the id {id!r}", id=request.document)
            raise ArgumentError(message, argument="packs", value=request.document)
        make_packs(prepared, loaded, request, str)
    return prepared


def _reviewed(
    key: FormKey, given: str, record: FormRecord | None, say: Callable[[Message], str]
) -> ReviewedForm:
    made = record.form if record is not None and record.new else make_form(key)
    form = " ".join(given.split()) or made.form
    if not form.strip():
        raise ArgumentError(
            Message("The form of {text!r} is empty", text=key.text), argument="forms", value=given
        )
    if form == made.form:
        if not given and not _can_be_told(made):
            message = Message(
                "The form of {text!r} cannot be told: {reason}; give the form itself",
                text=key.text,
                reason=made.diagnostics[0].message,
            )
            raise ArgumentError(message, argument="forms", value=key)
        return ReviewedForm(form, "; ".join(map(say, made.reasons)))
    return ReviewedForm(form, say(Message("given by a person")), instead_of=made.form)


def _can_be_told(form: Form) -> bool:
    return all(found.severity is not Severity.ERROR for found in form.diagnostics)


def _listed(
    record: FormRecord, changed: Mapping[FormKey, Form], loaded: LoadedWorkspace
) -> ListedForm:
    form, made = record.form, changed.get(record.key)
    state: State = "new" if record.new else "changed" if made is not None else "reviewed"
    return ListedForm(
        key=record.key,
        form=form.form,
        state=state,
        reasons=form.reasons,
        doubts=tuple(found.message for found in form.diagnostics),
        told=_can_be_told(form),
        made=made.form if made is not None else None,
        places=_places(record.places, loaded),
    )


def _because(entry: ReviewedForm) -> tuple[Message, ...]:
    return (Message("{reason}", reason=entry.because),) if entry.because else ()


def _places(places: Collection[FormPlace], loaded: LoadedWorkspace) -> tuple[PrintedPlace, ...]:
    found = set()
    for place in places:
        span = place.origin.span
        lines = loaded.source_lines(span.file) or ()
        line = lines[span.line - 1].strip() if span.line <= len(lines) else ""
        found.add((span, place.document, line))
    return tuple(PrintedPlace(span, line, document) for span, document, line in sorted(found))


def _require_sound(lock: FormsLock, root: Path) -> None:
    """Require that the lock could be read: what is written anew would lose its forms.

    Raises:
        WorkspaceError: It could not.
    """
    if not lock.damage:
        return
    message = Message(
        "{file} is damaged: {reason}; restore it from git, or put it right",
        file=FORMS_LOCK_NAME,
        reason=lock.damage[0].message,
    )
    raise WorkspaceError(message, path=str(root / FORMS_LOCK_NAME))
