"""Processes of this machine that work on tasks, each over a pipe of its own.

A pool of :mod:`concurrent.futures` has one pipe and one lock for the answers of all its
processes. One that is killed while it writes, as the system does when memory runs out, leaves
half an answer and a closed lock there, and everybody waits for ever. With a pipe for each, the
end of a process is the end of its pipe, and nobody else is held up.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

__all__ = ["Processes"]

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_AHEAD = 2
"""Tasks that a process has at a time: it need not wait for the next one."""

_STARTS = 3
"""How often each place of work is filled: who dies again and again is not replaced for ever."""

_SECONDS = 5.0
"""How long a process that has nothing left to do may take to end."""


@dataclass(slots=True)
class _Worker:
    """A process, this end of its pipe, and the places of the tasks that it has."""

    process: BaseProcess
    pipe: Connection
    places: deque[int] = field(default_factory=deque)


class Processes(Generic[Task, Answer]):
    """Processes that work on tasks; as a context manager it starts and ends them."""

    def __init__(
        self,
        work: Callable[[Task], Answer],
        tasks: Sequence[Task],
        places: Sequence[int],
        jobs: int,
    ) -> None:
        """Prepare for work; nothing is started yet.

        Args:
            work: What is done with a task: a function that other processes can import.
            tasks: All the tasks of a run.
            places: Which of them are to be worked on.
            jobs: Number of processes.
        """
        self._work = work
        self._tasks = tasks
        self._waiting = deque(places)
        self._suspects: deque[int] = deque()
        self._jobs = jobs
        self._starts = _STARTS * jobs
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        """Start the processes."""
        try:
            self._hand_out()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes, in the middle of their work where something has gone wrong."""
        self._end()

    @property
    def left(self) -> tuple[int, ...]:
        """Places of the tasks that nobody has worked on, for processes have died too often."""
        return tuple(sorted((*self._waiting, *self._suspects)))

    def answers(self) -> Iterator[tuple[int, Answer | None]]:
        """Yield what came of the tasks with their places, as it comes.

        A task is answered at most once; None says that it has failed there.
        """
        while True:
            self._hand_out()
            working = {one.pipe: one for one in self._workers if one.places}
            if not working:
                return
            for pipe in wait(list(working)):
                worker = working[pipe]  # type: ignore[index]  # only connections were given
                try:
                    place, answer = worker.pipe.recv()
                except (EOFError, OSError):
                    self._lose(worker)
                else:
                    worker.places.remove(place)
                    self._give(worker)
                    yield place, answer

    def _hand_out(self) -> None:
        """Give everybody enough to do, and find somebody for each free place of work."""
        for worker in tuple(self._workers):
            self._give(worker)
        while len(self._workers) < self._jobs and self._starts:
            if not self._waiting and not self._suspects:
                return
            self._starts -= 1
            started = _started(self._work, self._tasks)
            if started is not None:
                self._workers.append(started)
                self._give(started)

    def _give(self, worker: _Worker) -> None:
        # Places are a few bytes: they never fill a pipe, so nobody waits here for somebody
        # who waits for us.
        try:
            while (source := self._source(worker)) is not None:
                worker.pipe.send(source[0])
                worker.places.append(source.popleft())
        except OSError:
            self._lose(worker)

    def _source(self, worker: _Worker) -> deque[int] | None:
        """Return where the next task of a process comes from, None if it has enough to do."""
        if self._waiting:
            return self._waiting if len(worker.places) < _AHEAD else None
        return self._suspects if self._suspects and not worker.places else None

    def _lose(self, worker: _Worker) -> None:
        """Take back what a dead process had.

        What it was working on comes last and alone: it may kill whoever works on it.
        """
        if worker not in self._workers:
            return
        self._workers.remove(worker)
        self._suspects.extend(list(worker.places)[:1])
        self._waiting.extendleft(reversed(list(worker.places)[1:]))
        _dismiss(worker, at_once=True)

    def _end(self) -> None:
        for worker in self._workers:
            _dismiss(worker, at_once=bool(worker.places))
        self._workers.clear()


def _started(work: Callable[[Task], Answer], tasks: Sequence[Task]) -> _Worker | None:
    """Return a new process, None where the system gives none or it ends at once."""
    context = _context()
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work, tasks), daemon=True)
    try:
        process.start()
    except OSError:
        ours.close()
        return None
    finally:
        # Else the end of that process would not be the end of its pipe.
        theirs.close()
    return _Worker(process, ours)


def _context() -> ForkContext | SpawnContext:
    """Return how processes start: as copies of this one where that is safe.

    Copies have read then what every task needs: modules, tables, templates, directories.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    if can_fork and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _dismiss(worker: _Worker, *, at_once: bool) -> None:
    try:
        if at_once:
            worker.process.terminate()
        else:
            worker.pipe.send(None)
    except OSError:
        pass  # it has ended already
    worker.process.join(_SECONDS)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()
    worker.pipe.close()


# -- what runs in the process ------------------------------------------------------------------


def _serve(pipe: Connection, work: Callable[[Task], Answer], tasks: Sequence[Task]) -> None:
    """Work on the tasks whose places come, until None comes.

    Ctrl+C reaches every process of a terminal; the one that has started this one decides.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _end_with_parent()
    with suppress(EOFError, OSError):  # nobody is there any more
        while (place := pipe.recv()) is not None:
            pipe.send_bytes(_letter(place, work, tasks[place]))


def _letter(place: int, work: Callable[[Task], Answer], task: Task) -> bytes:
    try:
        return pickle.dumps((place, work(task)))
    except Exception:  # whoever has given the task does it again, and says there what is wrong
        return pickle.dumps((place, None))


def _end_with_parent() -> None:
    """See to it that this process ends when the build that has started it is killed.

    It would wait for its next task for ever: its brothers hold the other end of its pipe.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
