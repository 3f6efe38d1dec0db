"""Printed forms held against the lock: which of them nobody has reviewed, which would change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import replace

from roadmapkit.building import codes
from roadmapkit.building.composing import Composed
from roadmapkit.diagnostics import Diagnostic, Message, Severity, Span
from roadmapkit.errors import ArgumentError
from roadmapkit.language import (
    Form,
    FormKey,
    FormLedger,
    FormPlace,
    FormRecord,
    make_form,
    rules_digest,
)
from roadmapkit.load import FORMS_LOCK_NAME, FormsLock
from roadmapkit.resolve import ResolvedWorkspace

__all__ = [
    "changed_forms",
    "check_forms",
    "hold_against_lock",
    "printed_unreviewed",
    "printing_documents",
]

Sources = Mapping[str, Collection[str]]
"""Files that each document is made from, by id."""


def changed_forms(lock: FormsLock, keys: Iterable[FormKey]) -> dict[FormKey, Form]:
    """Return what the library makes today of the reviewed forms that it made otherwise.

    Nothing is made, and no dictionary loaded, while the rules are those that the lock
    was held against.

    Args:
        lock: The reviewed forms.
        keys: Those to look at.
    """
    if not lock.entries or lock.rules == rules_digest():
        return {}
    found: dict[FormKey, Form] = {}
    for key in sorted(set(keys) & lock.entries.keys()):
        if key.kind.is_reading:
            continue
        try:
            form = make_form(key)
        except ArgumentError:
            continue  # an entry that no document of ours would ask for
        if form.form != lock.entries[key].made:
            found[key] = form
    return found


def printed_unreviewed(ledger: FormLedger) -> tuple[FormRecord, ...]:
    """Return the printed forms that no person has reviewed, sorted by key."""
    return tuple(
        record for record in ledger.made if record.places and not record.key.kind.is_reading
    )


def printing_documents(places: Iterable[FormPlace], sources: Sources) -> tuple[str, ...]:
    """Return the ids of the documents that print a form, sorted.

    What a directory says may be printed by every document that it holds for.
    """
    ids: set[str] = set()
    for place in places:
        if place.document:
            ids.add(place.document)
        else:
            file = place.origin.document.source.path
            ids.update(id_ for id_, files in sources.items() if file in files)
    return tuple(sorted(ids))


def check_forms(
    ledger: FormLedger, lock: FormsLock, changed: Mapping[FormKey, Form], sources: Sources
) -> Iterator[Diagnostic]:
    """Yield a finding for each printed form that a person should look at.

    Without a lock file only the doubtful ones are told: a house that has none has not
    asked for a review.

    Args:
        ledger: What was printed.
        lock: The reviewed forms.
        changed: What the library makes today of forms that it made otherwise.
        sources: Files of the documents that are put into words.
    """
    for record in printed_unreviewed(ledger):
        if record.form.diagnostics:
            yield from _doubts(record)
        elif lock.exists and not lock.damage:
            yield _unreviewed(record, sources)
    for record in ledger.records:
        form = changed.get(record.key)
        if form is not None and record.places:
            yield _changed(record, form, sources)


def _doubts(record: FormRecord) -> Iterator[Diagnostic]:
    """Yield the doubts of a form of a directory; those of a document are told by its wording."""
    span = _first_span(place for place in record.places if not place.document)
    if span is not None:
        yield from (replace(finding, span=span) for finding in record.form.diagnostics)


def _unreviewed(record: FormRecord, sources: Sources) -> Diagnostic:
    return codes.UNREVIEWED_FORM.at(
        _first_span(record.places),
        Message(
            "Nobody has reviewed the form {form!r} of {text!r}",
            form=record.form.form,
            text=record.key.text,
        ),
        hint=Message("Look at it and accept it: roadmapkit forms review"),
        documents=printing_documents(record.places, sources),
    )


def _changed(record: FormRecord, form: Form, sources: Sources) -> Diagnostic:
    return codes.CHANGED_FORM.at(
        _first_span(record.places),
        Message(
            "The reviewed form {reviewed!r} of {text!r} is printed; "
            "the library would now make {made!r}",
            reviewed=record.form.form,
            text=record.key.text,
            made=form.form,
        ),
        hint=Message("Decide which one is right: roadmapkit forms review"),
        documents=printing_documents(record.places, sources),
    )


def _first_span(places: Iterable[FormPlace]) -> Span | None:
    return min((place.origin.span for place in places), default=None)


def hold_against_lock(
    composed: Iterable[Composed],
    found: Iterable[Diagnostic],
    ledger: FormLedger,
    lock: FormsLock,
    workspace: ResolvedWorkspace,
) -> tuple[list[Composed], list[Diagnostic]]:
    """Return targets in words with the lock among their sources, and all findings about them.

    A damaged lock holds up what prints a form that may be in it; nothing else is told of
    that document's words, which may be others.

    Args:
        composed: The targets.
        found: What was found when they were put into words.
        ledger: The forms that were asked for.
        lock: The reviewed forms.
        workspace: The documents.
    """
    sources = {id_: document.sources for id_, document in workspace.documents.items()}
    damage = list(_damage(ledger, lock, sources))
    held = {id_ for item in damage for id_ in item.documents}
    changed = changed_forms(lock, (record.key for record in ledger.records))
    readers = _readers_of_lock(ledger, lock, changed, sources)
    findings = [
        *damage,
        *(item for item in found if held.isdisjoint(item.documents)),
        *check_forms(ledger, lock, changed, sources),
    ]
    return [_with_lock(item, readers) for item in composed], findings


def _with_lock(composed: Composed, readers: Set[str]) -> Composed:
    target = composed.target
    if target.document not in readers:
        return composed
    sources = tuple(sorted({*target.sources, FORMS_LOCK_NAME}))
    return replace(composed, target=replace(target, sources=sources))


def _damage(ledger: FormLedger, lock: FormsLock, sources: Sources) -> Iterator[Diagnostic]:
    places = [place for record in ledger.made for place in record.places]
    documents = printing_documents(places, sources)
    for found in lock.damage:
        holds_up = found.severity is Severity.ERROR
        yield replace(found, documents=documents) if holds_up else found


def _readers_of_lock(
    ledger: FormLedger, lock: FormsLock, changed: Collection[FormKey], sources: Sources
) -> Set[str]:
    """Return the documents that print a form of the lock which the library would not make.

    The lock is a source of these, and of no others: a form that a person has only agreed to
    is the library's own.
    """
    ids: set[str] = set()
    for record in ledger.records:
        entry = lock.entries.get(record.key)
        if entry is not None and (entry.instead_of is not None or record.key in changed):
            ids.update(printing_documents(record.places, sources))
    return ids
