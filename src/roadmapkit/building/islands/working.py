"""One island, from its files to its findings and its Word documents."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from multiprocessing.util import Finalize
from pathlib import Path
from threading import Lock

from roadmapkit.building.fingerprints import Fingerprint, Fingerprints, equipment
from roadmapkit.building.islands.facts import Facts, facts_of
from roadmapkit.building.islands.partition import Island
from roadmapkit.building.packers import with_compressor
from roadmapkit.building.papers.asked import with_papers
from roadmapkit.building.runner import TemplateShelf, render_marked
from roadmapkit.building.stages import Prepared, Shared, prepare
from roadmapkit.cache import CacheFolder
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.load import Gathered, LoadedWorkspace, Part, load_workspace
from roadmapkit.rendering import RenderError

__all__ = [
    "Answer",
    "OtherEquipmentError",
    "Outcome",
    "Rendered",
    "Task",
    "check_common",
    "leave_benches",
    "run_task",
]


@dataclass(frozen=True, slots=True)
class Task:
    """Islands to work on, for this process or for another one, on this machine or not.

    Attributes:
        root: Folder of the workspace; where files are given, only a name for it.
        islands: The islands, each with the kinds of other documents where they are suggested.
        papers: Papers to make besides what documents and settings ask for.
        renders: Whether Word documents are made.
        context: Digest of everything that the islands of the workspace have in common.
        cache: Folder for compiled templates, where this machine has it.
        common: Contents of those common files by name that the islands need, for a process
            that has no such folder.
        files: Contents of the other files by name.
        compressor: What packs the documents, None for what the settings say.
        equipment: What :func:`equipment` says of the sender; empty where that is this process
            or a copy of it.
    """

    root: str
    islands: tuple[tuple[Island, Mapping[str, str]], ...]
    papers: tuple[str, ...] = ()
    renders: bool = False
    context: str = ""
    cache: str = ""
    common: Mapping[str, bytes] | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    compressor: str | None = None
    equipment: str = ""


class OtherEquipmentError(Exception):
    """This process has other versions of what finds, composes or prints than the sender."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A Word document.

    Attributes:
        mark: Its fingerprint, with document and path.
        content: The file.
        rank: Its place among all files of a workspace.
    """

    mark: Fingerprint
    content: bytes
    rank: tuple[bool, str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an island.

    Attributes:
        facts: What the run tells.
        rendered: Its Word documents.
        refused: Paths of files that templates could not print, each with the finding.
        notes: What whoever asks for details may want to know of the templates.
        read: Digests of its files, those that it shares with others too, as they were read.
    """

    facts: Facts
    rendered: tuple[Rendered, ...] = ()
    refused: tuple[tuple[str, Diagnostic], ...] = ()
    notes: tuple[Message, ...] = ()
    read: Mapping[str, str] = field(default_factory=dict)


Answer = tuple[Outcome, ...]
"""What came of the islands of a task, in their order."""


_RECENT = 8
"""Sets of common files that are remembered: islands of one folder follow each other."""


class _Bench:
    """What a process keeps for the next task of the same workspace."""

    def __init__(self, task: Task) -> None:
        self.context = task.context
        self._recent: deque[tuple[str, ...]] = deque(maxlen=_RECENT)
        self._folder = None
        if task.common is not None:
            self._folder = tempfile.TemporaryDirectory(prefix="roadmapkit-")
            # A process of a pool ends without what others do at their end.
            Finalize(self, self._folder.cleanup, exitpriority=1)
        self.root = Path(self._folder.name if self._folder is not None else task.root)
        cache = CacheFolder(Path(task.cache)) if task.cache and task.common is None else None
        self.shared = Shared(cache=cache)
        self._put: set[str] = set()
        self.complete(task)
        self.shelf = TemplateShelf(_templates(self.root), cache)

    def complete(self, task: Task) -> None:
        """Put the common files of a task into the folder that are not there yet."""
        new = {name: data for name, data in (task.common or {}).items() if name not in self._put}
        _put(self.root, new)
        self._put.update(new)

    def expect(self, common: tuple[str, ...]) -> None:
        """Let go of directories that islands have not had in common for long."""
        if common in self._recent:
            return
        self._recent.append(common)
        self.shared.let_go({name for names in self._recent for name in names})

    def keeps(self, name: str) -> bool:
        """Tell whether a file of the folder is one that later tasks need too."""
        return name in self._put

    def close(self) -> None:
        """Remove the folder with files that were sent."""
        if self._folder is not None:
            self._folder.cleanup()


_benches: dict[bool, _Bench] = {}
"""The last bench with files of its own, and the last one without."""

_one_at_a_time = Lock()
"""Threads of one process share a bench; they would wait for each other anyhow."""


def run_task(task: Task) -> Answer:
    """Return what comes of the islands of a task.

    Raises:
        OtherEquipmentError: It would be made by other versions than the sender's.
    """
    if task.equipment and task.equipment != equipment():
        raise OtherEquipmentError
    with _one_at_a_time:
        bench = _bench_for(task)
        _put(bench.root, task.files)
        try:
            return tuple(work_on(task, item, bench) for item in task.islands)
        finally:
            if task.common is not None:  # then the folder is the bench's own
                for name in task.files:
                    if not bench.keeps(name):
                        (bench.root / name).unlink(missing_ok=True)


def leave_benches(*, clean: bool) -> None:
    """Clear up what this process has kept for tasks.

    Args:
        clean: Whether common files were saved meanwhile, so that nothing of them is to be used
            again; what was sent to this process goes in any case.
    """
    with _one_at_a_time:
        for sent in (True, False) if clean else (True,):
            bench = _benches.pop(sent, None)
            if bench is not None:
                bench.close()


def _bench_for(task: Task) -> _Bench:
    sent = task.common is not None
    held = _benches.get(sent)
    if held is None or held.context != task.context:
        if held is not None:
            held.close()
        _benches[sent] = _Bench(task)
    else:
        held.complete(task)
    return _benches[sent]


def _put(root: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _templates(root: Path) -> Path | None:
    folder = root / "templates"
    return folder if folder.is_dir() else None


def work_on(task: Task, item: tuple[Island, Mapping[str, str]], bench: _Bench) -> Outcome:
    """Return what comes of one island, with the kinds of other documents that it may suggest."""
    island, elsewhere = item
    bench.expect(island.common)
    loaded = _loaded(bench.root, island, bench.shared, elsewhere, task.papers)
    loaded = with_compressor(loaded, task.compressor)
    prepared = prepare(loaded, shared=bench.shared)
    facts = facts_of(prepared, loaded)
    read = {name: loaded.digest_as_read(name) for name in (*island.own, *island.common)}
    if not task.renders:
        return Outcome(facts, read=read)
    return replace(_rendered(prepared, loaded, facts, bench.shelf), read=read)


def _loaded(
    root: Path,
    island: Island,
    shared: Shared,
    elsewhere: Mapping[str, str],
    papers: tuple[str, ...],
) -> LoadedWorkspace:
    names = sorted((*island.own, *island.common), key=lambda name: Path(name).parts)
    part = Part(tuple(names), frozenset(island.common), elsewhere)
    return with_papers(load_workspace(root, part=part, held=shared.files), papers)


def _rendered(
    prepared: Prepared, loaded: LoadedWorkspace, facts: Facts, shelf: TemplateShelf
) -> Outcome:
    rendered: list[Rendered] = []
    refused: list[tuple[str, Diagnostic]] = []
    marks = Fingerprints(loaded)
    for place, composed in enumerate(prepared.composed):
        target = composed.target
        try:
            content, mark = render_marked(composed, shelf, marks)
        except RenderError as fault:
            found = replace(fault.diagnostic(), documents=(target.document,))
            refused.append((target.path, found))
            continue
        rank = (target.path in prepared.papers, target.document, place)
        rendered.append(Rendered(mark, content, rank))
    return Outcome(facts, tuple(rendered), tuple(refused), shelf.notes)


def check_common(
    root: Path, common: tuple[str, ...], gathered: Gathered, shared: Shared, papers: tuple[str, ...]
) -> Facts:
    """Return what a run over the common files tells, when all islands have told theirs."""
    part = Part(common, frozenset(common), gathered=gathered)
    loaded = with_papers(load_workspace(root, part=part, held=shared.files), papers)
    return facts_of(prepare(loaded, shared=shared), loaded)
