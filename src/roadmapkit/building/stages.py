"""From loaded files to composed documents, with every finding on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit.building import codes
from roadmapkit.building.composing import Composed, compose_targets
from roadmapkit.building.forms.findings import hold_against_lock
from roadmapkit.building.holding import check_held_up, with_held_up, with_printed
from roadmapkit.building.known_codes import known_codes
from roadmapkit.building.packers import check_compressor
from roadmapkit.building.papers.targets import paper_targets
from roadmapkit.building.signing.lock_file import Seal, read_seals
from roadmapkit.building.signing.seals import check_sealed
from roadmapkit.building.targets import Target, plan_targets
from roadmapkit.diagnostics import Diagnostic, Message, Severity, sort_diagnostics
from roadmapkit.documents.format_findings import check_format
from roadmapkit.language import FormLedger
from roadmapkit.lazily import dataclass
from roadmapkit.lint import Policy, policy_of, run_rules
from roadmapkit.load import Held, LoadedWorkspace
from roadmapkit.load.discovery import directory_scope
from roadmapkit.load.file_names import SEALS_NAME
from roadmapkit.model.kinds import PrintedDocument
from roadmapkit.resolve import ResolvedMinutes, ResolvedOrder, ResolvedWorkspace, resolve_workspace
from roadmapkit.resolve.folder_directories import HeldIndex

if TYPE_CHECKING:
    from roadmapkit.building.house_templates import TemplateReview
    from roadmapkit.cache import CacheFolder

__all__ = ["Prepared", "Shared", "prepare", "touching"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A workspace ready to be written.

    Attributes:
        workspace: Resolved documents.
        composed: Targets in words, documents with errors left out.
        blocked: Ids of the documents that have errors.
        diagnostics: Everything found, sorted.
        forms: Every case form that was asked for on the way.
        told: What was found before the house's choice of checks, rules aside.
        policy: That choice, and what it has silenced.
        papers: Paths of the targets that are papers; they come after all others.
    """

    workspace: ResolvedWorkspace
    composed: tuple[Composed, ...]
    blocked: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    forms: FormLedger
    told: tuple[Diagnostic, ...] = ()
    policy: Policy | None = None
    papers: frozenset[str] = frozenset()


@dataclass(slots=True)
class Shared:
    """What the parts of one workspace make once between them.

    Attributes:
        files: What they read.
        forms: Where they ask for case forms; it forgets between parts.
        directories: Indexes of common directories by folder.
        seals: What acts printed when they were signed, and what is wrong with that file.
        templates: What is wrong with the house's templates.
        cache: Keeps between runs what was found in them; None keeps nothing.
    """

    files: Held = field(default_factory=Held)
    forms: FormLedger | None = None
    directories: dict[str, HeldIndex] = field(default_factory=dict)
    seals: tuple[dict[str, Seal], tuple[Diagnostic, ...]] | None = None
    templates: TemplateReview | None = None
    cache: CacheFolder | None = None

    def let_go(self, kept: Collection[str]) -> None:
        """Forget the directories of all common files but some: there may be thousands.

        Args:
            kept: Names of the files that may be asked for again.
        """
        scopes = {"", *map(directory_scope, kept)}
        self.files.files = {one: file for one, file in self.files.files.items() if one in kept}
        self.directories = {one: held for one, held in self.directories.items() if one in scopes}

    def ledger(self, loaded: LoadedWorkspace) -> FormLedger:
        """Return the ledger, with nothing asked yet."""
        if self.forms is None:
            self.forms = FormLedger(loaded.forms.known())
        self.forms.forget()
        return self.forms

    def signed(self, root: Path) -> tuple[dict[str, Seal], tuple[Diagnostic, ...]]:
        """Return the recorded seals, and what is wrong with them."""
        if self.seals is None:
            self.seals = read_seals(root)
        return self.seals

    def of_templates(
        self, loaded: LoadedWorkspace, composed: Iterable[Composed]
    ) -> Iterable[Diagnostic]:
        """Return what is wrong with the house's templates; without any, Word is left alone."""
        if loaded.template_folder is None:
            return ()
        if self.templates is None:
            from roadmapkit.building.house_templates import TemplateReview

            self.templates = TemplateReview(loaded.template_folder, self.cache)
        return self.templates.of(composed)


def prepare(
    loaded: LoadedWorkspace,
    ids: Collection[str] = (),
    signed_on: date | None = None,
    shared: Shared | None = None,
) -> Prepared:
    """Resolve, check and compose a loaded workspace.

    Args:
        loaded: The files.
        ids: Compose these documents only, and report what touches them or what they
            print; all of them where empty.
        signed_on: Day on which drafts are taken to be signed; None goes by the documents.
        shared: What other parts of the same workspace have made already.
    """
    shared = shared or Shared()
    forms = shared.ledger(loaded)
    resolved, found = resolve_workspace(loaded, signed_on, forms, shared.directories)
    unread = _unresolved(loaded, resolved)
    seals, damage = shared.signed(loaded.root)
    told = (*loaded.diagnostics, *found)
    policy = policy_of(loaded, known_codes)
    diagnostics = policy.kept(
        [
            *told,
            *run_rules(resolved, loaded, (*told, *_told_elsewhere(loaded)), policy.wants),
            *check_format(loaded.settings, loaded.documents),
            *check_compressor(loaded),
            *_seal_damage(resolved, damage),
            *check_sealed(seals, resolved.documents, _known_ids(loaded, unread)),
        ]
    )
    targets = tuple(plan_targets(resolved, loaded.emblem))
    wanted = with_printed(ids, resolved.documents) if ids else resolved.documents.keys()
    blocked = with_held_up(_touched(resolved, diagnostics), resolved.documents)
    composed, found = compose_targets(
        (target for target in targets if target.document in wanted), seals, blocked
    )
    sound = (set(ids) if ids else set(wanted)) - blocked - _touched(resolved, found)
    papers = paper_targets(resolved, sound)
    targets = (*targets, *papers.targets)
    added, more = compose_targets(papers.targets, seals, ())
    found = _with_new(found, more)
    composed, found = hold_against_lock([*composed, *added], found, forms, loaded.forms, resolved)
    found = [*found, *papers.diagnostics, *shared.of_templates(loaded, composed)]
    diagnostics.extend(policy.kept(found))
    diagnostics.extend(check_held_up(_touched(resolved, diagnostics), resolved.documents))
    outputs = tuple(_same_outputs(targets))
    if not ids:
        diagnostics.extend(policy.remarks())
    blocked = _touched(resolved, [*diagnostics, *outputs]) | unread
    if ids:
        about = touching(wanted, resolved, diagnostics)
        outputs = tuple(touching(ids, resolved, outputs))
        diagnostics = [*about, *(item for item in diagnostics if _is_of_seals(item))]
    return Prepared(
        workspace=resolved,
        composed=tuple(
            item
            for item in composed
            if item.target.document not in blocked and (not ids or item.target.document in ids)
        ),
        blocked=blocked,
        diagnostics=sort_diagnostics([*diagnostics, *outputs]),
        forms=forms,
        told=told,
        policy=policy,
        papers=frozenset(target.path for target in papers.targets),
    )


def _with_new(found: list[Diagnostic], more: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings with those about papers that the document itself has not told already."""
    told = {(item.code, item.span, str(item.message)) for item in found}
    return [*found, *(one for one in more if (one.code, one.span, str(one.message)) not in told)]


def _known_ids(loaded: LoadedWorkspace, unread: Collection[str]) -> Collection[str] | None:
    """Return the ids of documents that are there beside the resolved ones.

    None where there may be documents whose id is unknown.
    """
    if loaded.part is None:
        return unread if loaded.path == loaded.root and not loaded.nameless else None
    gathered = loaded.part.gathered
    if gathered is None or gathered.nameless or loaded.nameless:
        return None
    return gathered.ids | frozenset(unread)


def _told_elsewhere(loaded: LoadedWorkspace) -> Iterator[Diagnostic]:
    """Yield stand-ins for what other parts have found in the files of this one."""
    gathered = loaded.part.gathered if loaded.part is not None else None
    for span in gathered.told if gathered is not None else ():
        yield Diagnostic("", Severity.ERROR, Message.of_text(""), span)


def _is_of_seals(found: Diagnostic) -> bool:
    """Tell whether a finding is about the lock file alone: then it concerns every build."""
    return not found.documents and found.span is not None and found.span.file == SEALS_NAME


def _seal_damage(
    workspace: ResolvedWorkspace, damage: Iterable[Diagnostic]
) -> Iterable[Diagnostic]:
    """Yield what is wrong with the lock file, which keeps back all acts that may be in it."""
    acts = tuple(
        id_
        for id_, document in sorted(workspace.documents.items())
        if isinstance(document, ResolvedOrder | ResolvedMinutes)
        and document.model.state == "registered"
    )
    return (replace(found, documents=acts) for found in damage)


def touching(
    ids: Collection[str], workspace: ResolvedWorkspace, diagnostics: Iterable[Diagnostic]
) -> Iterable[Diagnostic]:
    """Return the findings about some documents, and about the files that they are made from.

    Where one of the documents could not be read, its files are unknown: then all findings
    without a document count.
    """
    files: set[str] = set()
    unread = False
    for id_ in ids:
        document = workspace.documents.get(id_)
        if document is None:
            unread = True
        else:
            files.update(document.sources)
    for item in diagnostics:
        if item.documents:
            if not set(ids).isdisjoint(item.documents):
                yield item
        elif unread or item.span is None or item.span.file in files:
            yield item


def _touched(workspace: ResolvedWorkspace, diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """Return the documents that an error touches: by their id, or by a file they are made from."""
    errors = [item for item in diagnostics if item.severity is Severity.ERROR]
    ids = {id_ for item in errors for id_ in item.documents}
    files = {item.span.file for item in errors if item.span and not item.documents}
    return frozenset(
        id_
        for id_, document in workspace.documents.items()
        if id_ in ids or not files.isdisjoint(document.sources)
    )


def _unresolved(loaded: LoadedWorkspace, workspace: ResolvedWorkspace) -> frozenset[str]:
    """Return the documents that could not be read, or that stand in a circle."""
    read = {item.model.id for item in loaded.documents if isinstance(item.model, PrintedDocument)}
    return frozenset(read - workspace.documents.keys()) | frozenset(loaded.broken_ids)


def _same_outputs(targets: Iterable[Target]) -> Iterable[Diagnostic]:
    """Yield a finding for each target whose file another target has, case aside."""
    taken: dict[str, Target] = {}
    for target in targets:
        first = taken.setdefault(target.path.casefold(), target)
        if first is target:
            continue
        message = Message(
            "{first!r} and {second!r} would both be written to {path}",
            first=first.document,
            second=target.document,
            path=target.path,
        )
        hint = Message("Give one of the two documents another id")
        if first.document == target.document:
            message = Message(
                "{id!r} asks for two reports as of one day, which would both be written to {path}",
                id=target.document,
                path=target.path,
            )
            hint = Message("Give one of the two reports another day, or delete it")
        yield codes.SAME_OUTPUT.at(
            target.origin.span, message, hint=hint, documents=(target.document,)
        )
