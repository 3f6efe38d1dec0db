"""What a run over an island tells of it: findings, targets, and what only all islands can judge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from roadmapkit.building.forms.findings import changed_forms, printed_unreviewed
from roadmapkit.building.stages import Prepared
from roadmapkit.diagnostics import Diagnostic, Severity, Span
from roadmapkit.language import FormRecord
from roadmapkit.lint.rules.ord012_out_of_sequence import register_place
from roadmapkit.lint.rules.ord014_no_place import first_places
from roadmapkit.load import LoadedWorkspace
from roadmapkit.load.attachments import attachment_digests
from roadmapkit.load.known_findings import KnownFinding
from roadmapkit.model.kinds import PrintedDocument
from roadmapkit.resolve import ResolvedOrder

__all__ = ["Facts", "facts_of", "names_unknown"]

_UNKNOWN = frozenset({"REF001", "REF022"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a run over some files tells.

    Attributes:
        diagnostics: The findings that the house wants to be told.
        documents: Ids of the documents that could be resolved.
        blocked: Ids of those that have errors, and of those that could not be resolved.
        kinds: Kinds of the sound documents by id.
        broken: Ids of the others, as far as they can be told.
        nameless: There may be documents whose id is unknown.
        file_kinds: File and kind of every sound document, and its id.
        unknown: Ids that references name and no document has: others may be suggested.
        unreviewed: Digests of printed case forms that nobody has reviewed.
        doubted: Case forms that findings are about, and the places that these name.
        told: Places in common files that findings point to, before the choice of checks.
        registered: Registers with days and numbers of the acts in them.
        places: Issuers of acts without a place, or with one: the first act that has one, its
            place, and whether any has none.
        comments: Suppressions in common files that silenced something: file and line.
        entries: Positions of the settings' own suppressions that did.
        taken: How often each known finding was found in own files.
        taken_common: The same in common files, by digest of the finding.
        attached: By name the digests, as they were read, of the files that documents and
            settings name; empty for one that could not be read.
    """

    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()
    kinds: dict[str, str] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    nameless: bool = False
    file_kinds: tuple[tuple[str, str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    unreviewed: tuple[str, ...] = ()
    doubted: dict[str, str] = field(default_factory=dict)
    told: tuple[Span, ...] = ()
    registered: tuple[tuple[str, str, int], ...] = ()
    places: tuple[tuple[str, str, str, bool], ...] = ()
    comments: tuple[tuple[str, int], ...] = ()
    entries: tuple[int, ...] = ()
    taken: tuple[tuple[KnownFinding, int], ...] = ()
    taken_common: dict[str, KnownFinding] = field(default_factory=dict)
    attached: Mapping[str, str] = field(default_factory=dict)


def facts_of(prepared: Prepared, loaded: LoadedWorkspace) -> Facts:
    """Return what a run over a part of a workspace tells.

    Args:
        prepared: The run.
        loaded: The part.
    """
    policy = prepared.policy
    silenced = policy.silenced() if policy is not None else None
    printed = [one.model for one in loaded.documents if isinstance(one.model, PrintedDocument)]
    return Facts(
        diagnostics=prepared.diagnostics,
        documents=tuple(sorted(prepared.workspace.documents)),
        blocked=tuple(sorted(prepared.blocked)),
        kinds={model.id: model.kind for model in printed},
        broken=loaded.broken_ids,
        nameless=loaded.nameless,
        file_kinds=tuple(
            (one.origin.document.source.path, one.model.kind, getattr(one.model, "id", ""))
            for one in loaded.documents
        ),
        unknown=tuple(sorted(_unknown(prepared.told))),
        unreviewed=tuple(_digest(one) for one in printed_unreviewed(prepared.forms)),
        doubted=dict(_doubted(prepared, loaded)),
        told=tuple(_in_common(prepared.told, loaded)),
        registered=tuple(_registered(prepared)),
        places=tuple(_places(prepared)),
        comments=tuple(sorted(silenced.comments)) if silenced else (),
        entries=tuple(sorted(silenced.entries)) if silenced else (),
        taken=tuple(sorted(silenced.own.items())) if silenced else (),
        taken_common=dict(silenced.common) if silenced else {},
        attached=attachment_digests(loaded),
    )


def names_unknown(told: Iterable[Diagnostic]) -> bool:
    """Tell whether some finding is of a reference that leads nowhere in the files at hand.

    Args:
        told: What was found in them.
    """
    return any(item.code in _UNKNOWN for item in told)


def _unknown(told: Iterable[Diagnostic]) -> Iterator[str]:
    for item in told:
        if item.code in _UNKNOWN:
            written = item.message.args.get("id", item.message.args.get("name", ""))
            yield str(written).partition("/")[0].strip()


def _digest(record: FormRecord) -> str:
    return hashlib.sha256(repr(record.key).encode("utf-8")).hexdigest()[:24]


def _doubted(prepared: Prepared, loaded: LoadedWorkspace) -> Iterator[tuple[str, str]]:
    """Yield the case forms of findings that name the first of several places."""
    lock = loaded.forms
    flagged = {
        record.key: record
        for record in printed_unreviewed(prepared.forms)
        if record.form.diagnostics or lock.exists
    }
    records = prepared.forms.records
    changed = changed_forms(lock, (record.key for record in records))
    flagged |= {record.key: record for record in records if record.key in changed}
    for record in flagged.values():
        everywhere = min((place.origin.span for place in record.places), default=None)
        of_directory = (place.origin.span for place in record.places if not place.document)
        yield _digest(record), f"{everywhere} {min(of_directory, default=None)}"


def _in_common(told: Iterable[Diagnostic], loaded: LoadedWorkspace) -> Iterator[Span]:
    common = loaded.part.common if loaded.part is not None else frozenset()
    spans = {
        item.span for item in told if item.span is not None and item.severity is not Severity.INFO
    }
    yield from sorted(span for span in spans if span.file in common)


def _registered(prepared: Prepared) -> Iterator[tuple[str, str, int]]:
    for _, document in sorted(prepared.workspace.documents.items()):
        place = register_place(document.model) if isinstance(document, ResolvedOrder) else None
        if place is not None:
            register, day, number = place
            yield register, day.isoformat(), number


def _places(prepared: Prepared) -> Iterator[tuple[str, str, str, bool]]:
    found = sorted(prepared.workspace.documents.items())
    orders = [document.model for _, document in found if isinstance(document, ResolvedOrder)]
    first = first_places(orders)
    lacking = {order.issuer for order in orders if order.issuer and not order.place}
    for issuer in sorted(first.keys() | lacking):
        act = first.get(issuer)
        id_, place = (act.id, act.place or "") if act is not None else ("", "")
        yield issuer, id_, place, issuer in lacking
