"""A whole workspace, island by island: checked, and built where that is wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern

from roadmapkit.building.islands.collecting import seldom_collecting
from roadmapkit.building.islands.crews import Crew, crew_of
from roadmapkit.building.islands.gathering import Checked, gathered, put_together
from roadmapkit.building.islands.partition import Island
from roadmapkit.building.islands.recall import Finished, Known, Recall
from roadmapkit.building.islands.shipping import Cargo
from roadmapkit.building.islands.spool import Spool
from roadmapkit.building.islands.survey import Survey
from roadmapkit.building.islands.working import (
    Answer,
    Rendered,
    Task,
    check_common,
    leave_benches,
    run_task,
)
from roadmapkit.building.output.manifest import digest_of_file
from roadmapkit.building.stages import Shared
from roadmapkit.cache import CacheFolder
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["Result", "Wanted", "worked_through"]

Item = tuple[Island, Mapping[str, str]]
"""An island, and kinds of the documents of others where they are suggested."""

_BATCH = 24_000
"""Bytes of YAML in a task: handing it out costs little, and nobody waits long for the last one."""

_SUGGESTED = 1_000_000
"""How many ids are given to islands in all, to be suggested where a reference leads nowhere."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a workspace.

    Attributes:
        folder: The output folder.
        papers: Papers to make besides what documents and settings ask for.
        renders: Whether Word documents are made.
        anew: Whether nothing that is remembered counts.
        executor: Who works on the islands.
        jobs: How many processes do.
        on_progress: Told the number of source files done, of all, and the name of one.
        compressor: What packs the documents, None for what the settings say.
    """

    folder: Path
    papers: tuple[str, ...] = ()
    renders: bool = False
    anew: bool = False
    executor: Executor | None = None
    jobs: int | None = None
    on_progress: Callable[[int, int, str], None] | None = None
    compressor: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a workspace.

    Attributes:
        checked: The findings.
        refused: Paths of files that templates could not print, each with the finding.
        attached: Digests as read, by name, of the files that documents and settings name.
        files: The Word documents in their order, of documents without errors.
        content: Returns one of them.
        file: Returns the file that it waits in for its name; None where there is none.
        notes: What whoever asks for details may want to know.
    """

    checked: Checked
    refused: tuple[tuple[str, Diagnostic], ...]
    attached: Mapping[str, str]
    files: tuple[Finished, ...]
    content: Callable[[Finished], bytes]
    file: Callable[[Finished], Path | None]
    notes: tuple[Message, ...] = ()


@contextmanager
def worked_through(root: Path, wanted: Wanted) -> Iterator[Result]:
    """Check every document of a workspace, and make its Word documents if that is wanted.

    Memory holds one island at a time, whatever the size of the workspace; the documents lie
    on disk, and can be had within the context.

    Args:
        root: Folder of the workspace.
        wanted: What is wanted.
    """
    survey = Survey(root)
    cargo = Cargo(root, survey.cards)
    size = sum(card.size for card in survey.cards)
    with seldom_collecting(), Spool(wanted.folder) as spool:
        with crew_of(wanted.executor, wanted.jobs, size) as crew:
            run = _Run(survey, wanted, cargo, crew, spool)
            try:
                known = run.over_all()
            finally:
                leave_benches(clean=not run.trusts)
        told = [one.facts for one in known.values()]
        last = check_common(root, survey.partition.common, gathered(told), Shared(), wanted.papers)
        checked = put_together([*told, last])
        finished = [
            one
            for island in known.values()
            for one in island.finished
            if one.mark.document not in checked.blocked
        ]
        yield Result(
            checked,
            tuple(item for one in known.values() for item in one.refused),
            {name: read for facts in (*told, last) for name, read in facts.attached.items()},
            tuple(sorted(finished, key=lambda one: one.rank)),
            lambda one: _content(one, spool, wanted.folder),
            lambda one: spool.file(one.start) if one.start is not None else None,
            run.told,
        )


def _content(one: Finished, spool: Spool, folder: Path) -> bytes:
    """Return a document: one that is in its place already from there."""
    if one.start is None:
        return (folder / one.mark.path).read_bytes()
    return spool.content(one.start)


class _Run:
    """One run over the islands of a workspace."""

    def __init__(
        self, survey: Survey, wanted: Wanted, cargo: Cargo, crew: tuple[Crew, bool], spool: Spool
    ) -> None:
        self._survey = survey
        self._wanted = wanted
        self._cargo = cargo
        self._crew, self._sends = crew
        self._spool = spool
        self._done = 0
        self._answers_hold = True
        self._common = {card.name: card.digest for card in survey.cards if card.is_shared}
        self._notes: dict[str, Message] = {}
        wish, more = (
            repr((cargo.contents, wanted.papers, made, wanted.compressor)) for made in (False, True)
        )
        self._recall = Recall(
            survey.root,
            survey.cards,
            wanted.folder,
            more if wanted.renders else wish,
            "" if wanted.renders else more,
        )

    @property
    def told(self) -> tuple[Message, ...]:
        """What the templates and the caches have to say to whoever asks for details."""
        trouble = self._recall.trouble
        return tuple({**self._notes, **({str(trouble): trouble} if trouble else {})}.values())

    @property
    def trusts(self) -> bool:
        """Whether nobody has saved what islands have in common since the run began."""
        self._answers_hold = self._answers_hold and self._cargo.stands()
        return self._answers_hold

    def over_all(self) -> dict[Island, Known]:
        """Return what came of every island, of those that prove to belong together as one."""
        known: dict[Island, Known] = {}
        while True:
            islands = self._survey.partition.islands
            missing: list[Item] = [(island, {}) for island in islands if island not in known]
            found = self._work(missing)
            known = {one: known[one] if one in known else found[one] for one in islands}
            if not self._survey.correct({one: kept.facts for one, kept in known.items()}):
                break
        return {**known, **self._work(_asking(known))}

    def _work(self, asked: Sequence[Item]) -> dict[Island, Known]:
        found: dict[Island, Known] = {}
        items: list[Item] = []
        for island, elsewhere in asked:
            known = self._recall.get(island, elsewhere) if not self._wanted.anew else None
            if known is None:
                items.append((island, elsewhere))
            else:
                found[island] = known
                self._done += len(island.own)
        sent: list[Item] = []
        here: list[Item] = []
        for item in items:
            goes = not self._sends or self._cargo.can_ship(item[0])
            (sent if goes else here).append(item)
        batches = list(_batches(sent))
        self._tell(items[0][0] if items else None)
        tasks = [self._task(batch) for batch in batches]
        with closing(self._crew(tasks)) as answers:
            for place, answer in answers:
                named = {name for outcome in answer for name in outcome.facts.attached}
                # A glance does not see every file that documents name.
                lacks = self._sends and self._cargo.lacks(tasks[place], named)
                here_too = run_task(self._task(batches[place], sends=False)) if lacks else answer
                self._keep(found, batches[place], here_too)
        for batch in _batches(here):
            self._keep(found, batch, run_task(self._task(batch, sends=False)))
        return found

    def _keep(self, found: dict[Island, Known], batch: Sequence[Item], answer: Answer) -> None:
        for (island, elsewhere), outcome in zip(batch, answer, strict=True):
            self._notes.update((str(note), note) for note in outcome.notes)
            finished = tuple(map(self._kept, outcome.rendered))
            known = Known(outcome.facts, outcome.refused, finished)
            self._remember(island, elsewhere, known, outcome.read)
            found[island] = known
            self._done += len(island.own)
        self._tell(batch[-1][0])

    def _remember(
        self, island: Island, elsewhere: Mapping[str, str], known: Known, read: Mapping[str, str]
    ) -> None:
        """Remember an island, unless what it was made of was saved meanwhile."""
        if any(read.get(name) != self._common.get(name) for name in island.common):
            self._answers_hold = False
        if self.trusts:
            self._recall.put(island, elsewhere, known, read)

    def _kept(self, one: Rendered) -> Finished:
        """Return a document on disk: in its place, where these very bytes lie there already."""
        size, digest = len(one.content), hashlib.sha256(one.content).hexdigest()
        stands = digest_of_file(self._wanted.folder / one.mark.path, size) == digest
        start = None if stands else self._spool.keep(one.content)
        # Most parts of fingerprints are those of all documents; answers bring copies of them.
        parts = {intern(name): intern(part) for name, part in one.mark.parts.items()}
        return Finished(replace(one.mark, parts=parts), one.rank, size, digest, start)

    def _tell(self, island: Island | None) -> None:
        if self._wanted.on_progress is not None and island is not None:
            total = len(self._survey.cards)
            self._wanted.on_progress(min(self._done, total), total, island.own[-1])

    def _task(self, batch: tuple[Item, ...], *, sends: bool = True) -> Task:
        wanted = self._wanted
        root = str(self._survey.root)
        cache = str(CacheFolder.of_output(wanted.folder).folder) if not wanted.anew else ""
        task = Task(
            root,
            batch,
            wanted.papers,
            wanted.renders,
            self._cargo.context,
            cache,
            compressor=wanted.compressor,
        )
        return self._cargo.loaded(task) if self._sends and sends else task


def _asking(known: Mapping[Island, Known]) -> list[Item]:
    """Return the islands with a reference that leads nowhere, with what may be suggested.

    Where there are very many of both, the last islands get suggestions of their own ids only:
    comparing everything with everything would take longer than all the rest.
    """
    kinds = {id_: kind for kept in known.values() for id_, kind in kept.facts.kinds.items()}
    asking = [(island, kept.facts.kinds) for island, kept in known.items() if kept.facts.unknown]
    return [
        (island, {id_: kind for id_, kind in kinds.items() if id_ not in own})
        for island, own in asking[: max(1, _SUGGESTED // max(1, len(kinds)))]
    ]


def _batches(items: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    """Yield the islands of each task; the first one is small, for others may wait for it."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += item[0].size
        if size >= _BATCH or item is items[0]:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)
