"""A whole workspace, island by island: checked, and built where that is wanted."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from roadmapkit.building.islands.crews import Crew, crew_of
from roadmapkit.building.islands.gathering import Checked, gathered, put_together
from roadmapkit.building.islands.partition import Island
from roadmapkit.building.islands.recall import Finished, Known, Recall
from roadmapkit.building.islands.shipping import Cargo
from roadmapkit.building.islands.survey import Survey
from roadmapkit.building.islands.working import (
    Answer,
    Outcome,
    Task,
    check_common,
    run_task,
)
from roadmapkit.building.stages import Shared
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import OutputError, refusal_of

__all__ = ["Result", "Wanted", "worked_through"]

Item = tuple[Island, Mapping[str, str]]
"""An island, and kinds of the documents of others where they are suggested."""

_BATCH = 60_000
"""Bytes of YAML in a task: enough that handing it out costs little."""


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
        attached: Names of the files that documents and settings name.
        files: The Word documents in their order, of documents without errors.
        content: Returns one of them.
        notes: What whoever asks for details may want to know.
    """

    checked: Checked
    refused: tuple[tuple[str, Diagnostic], ...]
    attached: tuple[str, ...]
    files: tuple[Finished, ...]
    content: Callable[[Finished], bytes]
    notes: tuple[Message, ...] = ()


class _Spool:
    """Finished documents, until it is certain that nothing holds them up."""

    def __init__(self, file: IO[bytes], folder: Path) -> None:
        self._file = file
        self._folder = folder
        self._end = 0

    def keep(self, outcome: Outcome) -> Known:
        finished: list[Finished] = []
        for one in outcome.rendered:
            try:
                self._file.seek(self._end)
                size = self._file.write(one.content)
            except OSError as error:
                raise _no_room(error) from error
            digest = hashlib.sha256(one.content).hexdigest()
            finished.append(Finished(one.mark, one.rank, size, digest, self._end))
            self._end += size
        return Known(outcome.facts, outcome.refused, tuple(finished))

    def content(self, one: Finished) -> bytes:
        """Return a document: one that is in its place already from there."""
        if one.start is None:
            return (self._folder / one.mark.path).read_bytes()
        try:
            self._file.seek(one.start)  # writes what is still in its buffer
            return self._file.read(one.size)
        except OSError as error:
            raise _no_room(error) from error


def _no_room(error: OSError) -> OutputError:
    """Return the error that no finished document can be kept."""
    reason = refusal_of(error)
    message = Message(
        "Finished documents cannot be kept in the folder for temporary files: {reason}; free "
        "some space there, or name another folder in the variable TMPDIR",
        reason=reason,
    )
    return OutputError(message, path=tempfile.tempdir or "", reason=reason)


@contextmanager
def _spool_file() -> Iterator[IO[bytes]]:
    try:
        file = tempfile.TemporaryFile()  # noqa: SIM115 -- faults of the body are others
    except OSError as error:
        raise _no_room(error) from error
    try:
        yield file
    finally:
        with suppress(OSError):  # what is still in its buffer nobody needs any more
            file.close()


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
    with _spool_file() as file:
        spool = _Spool(file, wanted.folder)
        with crew_of(wanted.executor, wanted.jobs, size) as crew:
            run = _Run(survey, wanted, cargo, crew, spool)
            known = run.over_all()
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
            tuple(sorted({name for facts in (*told, last) for name in facts.attached})),
            tuple(sorted(finished, key=lambda one: one.rank)),
            spool.content,
            run.told,
        )


class _Run:
    """One run over the islands of a workspace."""

    def __init__(
        self, survey: Survey, wanted: Wanted, cargo: Cargo, crew: tuple[Crew, bool], spool: _Spool
    ) -> None:
        self._survey = survey
        self._wanted = wanted
        self._cargo = cargo
        self._crew, self._sends = crew
        self._spool = spool
        self._done = 0
        self._notes: dict[str, Message] = {}
        wish = repr((cargo.contents, wanted.papers, wanted.renders, wanted.compressor))
        self._recall = Recall(survey.root, survey.cards, wanted.folder, wish)

    @property
    def told(self) -> tuple[Message, ...]:
        """What the templates and the caches have to say to whoever asks for details."""
        trouble = self._recall.trouble
        return tuple({**self._notes, **({str(trouble): trouble} if trouble else {})}.values())

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
        kinds = {id_: kind for kept in known.values() for id_, kind in kept.facts.kinds.items()}
        asking = [
            (island, {id_: kind for id_, kind in kinds.items() if id_ not in kept.facts.kinds})
            for island, kept in known.items()
            if kept.facts.unknown
        ]
        return {**known, **self._work(asking)}

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
        sent = [item for item in items if not self._sends or self._cargo.can_ship(item[0])]
        here = [item for item in items if item not in sent]
        batches = list(_batches(sent))
        self._tell(items[0][0] if items else None)
        for place, answer in self._crew([self._task(batch) for batch in batches]):
            self._keep(found, batches[place], answer)
        for batch in _batches(here):
            self._keep(found, batch, run_task(self._task(batch, sends=False)))
        return found

    def _keep(self, found: dict[Island, Known], batch: Sequence[Item], answer: Answer) -> None:
        for (island, elsewhere), outcome in zip(batch, answer, strict=True):
            self._notes.update((str(note), note) for note in outcome.notes)
            known = self._spool.keep(outcome)
            self._recall.put(island, elsewhere, known)
            found[island] = known
            self._done += len(island.own)
        self._tell(batch[-1][0])

    def _tell(self, island: Island | None) -> None:
        if self._wanted.on_progress is not None and island is not None:
            total = len(self._survey.cards)
            self._wanted.on_progress(min(self._done, total), total, island.own[-1])

    def _task(self, batch: tuple[Item, ...], *, sends: bool = True) -> Task:
        wanted = self._wanted
        root = str(self._survey.root)
        cache = str(wanted.folder / ".cache")
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


def _batches(items: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += item[0].size
        if size >= _BATCH:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)
