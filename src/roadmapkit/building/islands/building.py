"""A whole workspace, island by island: checked, and built where that is wanted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from roadmapkit.building.islands.crews import Crew, crew_of
from roadmapkit.building.islands.facts import Facts
from roadmapkit.building.islands.gathering import Checked, gathered, put_together
from roadmapkit.building.islands.partition import Island
from roadmapkit.building.islands.shipping import Cargo
from roadmapkit.building.islands.survey import Survey
from roadmapkit.building.islands.working import (
    Answer,
    Outcome,
    Rendered,
    Task,
    check_common,
    run_task,
)
from roadmapkit.building.stages import Shared
from roadmapkit.diagnostics import Diagnostic

__all__ = ["Result", "Wanted", "work_through"]

_BATCH = 60_000
"""Bytes of YAML in a task: enough that handing it out costs little."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a workspace.

    Attributes:
        papers: Papers to make besides what documents and settings ask for.
        renders: Whether Word documents are made.
        executor: Who works on the islands.
        jobs: How many processes do.
        on_progress: Told the number of source files done, of all, and the name of one.
    """

    papers: tuple[str, ...] = ()
    renders: bool = False
    executor: Executor | None = None
    jobs: int | None = None
    on_progress: Callable[[int, int, str], None] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a workspace.

    Attributes:
        checked: The findings.
        refused: What templates could not print.
        files: Yields the Word documents in their order, of documents without errors.
    """

    checked: Checked
    refused: tuple[Diagnostic, ...]
    files: Callable[[], Iterator[Rendered]]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is remembered of an outcome, with its documents on disk."""

    facts: Facts
    refused: tuple[Diagnostic, ...]
    rendered: tuple[tuple[Rendered, int, int], ...] = field(default=())


class _Spool:
    """Finished documents, until it is certain that nothing holds them up."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._end = 0

    def keep(self, outcome: Outcome) -> _Kept:
        kept: list[tuple[Rendered, int, int]] = []
        for one in outcome.rendered:
            self._file.seek(self._end)
            size = self._file.write(one.content)
            light = Rendered(one.document, one.path, one.fingerprint, b"", one.rank)
            kept.append((light, self._end, size))
            self._end += size
        return _Kept(outcome.facts, outcome.refused, tuple(kept))

    def take(self, item: tuple[Rendered, int, int]) -> Rendered:
        one, start, size = item
        self._file.seek(start)
        content = self._file.read(size)
        return Rendered(one.document, one.path, one.fingerprint, content, one.rank)


def work_through(root: Path, wanted: Wanted) -> Result:
    """Check every document of a workspace, and make its Word documents if that is wanted.

    Memory holds one island at a time, whatever the size of the workspace.

    Args:
        root: Folder of the workspace.
        wanted: What is wanted.
    """
    survey = Survey(root)
    cargo = Cargo(root, survey.cards)
    # It is closed, and the documents with it, when nobody can ask for them any more.
    spool = _Spool(tempfile.TemporaryFile())  # noqa: SIM115 – it outlives this function
    size = sum(card.size for card in survey.cards)
    with crew_of(wanted.executor, wanted.jobs, size) as (crew, sent):
        run = _Run(survey, wanted, crew, cargo if sent else None, cargo.context, spool)
        known = run.over_all()
    told = [kept.facts for kept in known.values()]
    last = check_common(root, survey.partition.common, gathered(told), Shared(), wanted.papers)
    checked = put_together([*told, last])
    rendered = [
        item
        for kept in known.values()
        for item in kept.rendered
        if item[0].document not in checked.blocked
    ]
    rendered.sort(key=lambda item: item[0].rank)
    refused = tuple(item for kept in known.values() for item in kept.refused)
    return Result(checked, refused, lambda: map(spool.take, rendered))


class _Run:
    """One run over the islands of a workspace."""

    def __init__(
        self,
        survey: Survey,
        wanted: Wanted,
        crew: Crew,
        cargo: Cargo | None,
        context: str,
        spool: _Spool,
    ) -> None:
        self._survey = survey
        self._wanted = wanted
        self._crew = crew
        self._cargo = cargo
        self._context = context
        self._spool = spool
        self._done = 0

    def over_all(self) -> dict[Island, _Kept]:
        """Return what came of every island, of those that prove to belong together as one."""
        known: dict[Island, _Kept] = {}
        while True:
            islands = self._survey.partition.islands
            missing = [(island, {}) for island in islands if island not in known]
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

    def _work(self, items: Sequence[tuple[Island, Mapping[str, str]]]) -> dict[Island, _Kept]:
        batches = list(_batches(items))
        found: dict[Island, _Kept] = {}
        total = len(self._survey.cards)
        self._tell(total, items[0][0].own[0] if items else "")
        for place, answer in self._crew([self._task(batch) for batch in batches]):
            answer = self._at_home(batches[place], answer)
            for (island, _), outcome in zip(batches[place], answer, strict=True):
                found[island] = self._spool.keep(outcome)
                self._done = min(total, self._done + len(island.own))
            self._tell(total, batches[place][-1][0].own[-1])
        return found

    def _tell(self, total: int, name: str) -> None:
        if self._wanted.on_progress is not None and name:
            self._wanted.on_progress(self._done, total, name)

    def _task(self, batch: tuple[tuple[Island, Mapping[str, str]], ...]) -> Task:
        wanted = self._wanted
        root = str(self._survey.root)
        task = Task(root, batch, wanted.papers, wanted.renders, self._context)
        return self._cargo.loaded(task) if self._cargo is not None else task

    def _at_home(self, batch: Sequence[tuple[Island, Mapping[str, str]]], answer: Answer) -> Answer:
        """Work here on islands that are not the same on another machine."""
        cargo = self._cargo
        if cargo is None or all(cargo.can_ship(island) for island, _ in batch):
            return answer
        return run_task(replace(self._task(tuple(batch)), common=None, files={}))


def _batches(
    items: Sequence[tuple[Island, Mapping[str, str]]],
) -> Iterator[tuple[tuple[Island, Mapping[str, str]], ...]]:
    batch: list[tuple[Island, Mapping[str, str]]] = []
    size = 0
    for item in items:
        batch.append(item)
        size += item[0].size
        if size >= _BATCH:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)
