"""Who works on islands: this process, other processes, or any executor."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    as_completed,
)
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import wait

from roadmapkit.building.fingerprints import is_packed_as_here
from roadmapkit.building.islands.working import Answer, OtherEquipmentError, Task, run_task
from roadmapkit.diagnostics import Message

__all__ = ["WORTH_IT", "Crew", "crew_of"]

WORTH_IT = 400_000
"""Bytes of YAML from which on a second process saves more time than it takes to start."""

_WAITING = 3
"""Tasks handed out for each worker at a time: none waits for work, and none holds up memory."""

_AT_A_TIME = 64
"""The same for an executor whose workers are not counted."""

_STARTS = 3
"""How often processes are started anew where one of them dies; then this one does the rest."""

_OTHER_VERSIONS = Message(
    "Some workers have other versions of what finds, prints or packs; their part was done here "
    "instead. Install the same packages there"
)

Crew = Callable[[Sequence[Task]], Iterator[tuple[int, Answer]]]
"""Works on tasks, and yields what comes of each with its place, in any order."""


@contextmanager
def crew_of(executor: Executor | None, jobs: int | None, size: int) -> Iterator[tuple[Crew, bool]]:
    """Give a crew for a build.

    Args:
        executor: Any executor; the files are sent to it, for it may be on another machine.
        jobs: Number of processes.
        size: Bytes of YAML to be worked on.

    Returns:
        The crew, and whether files have to be sent to it.
    """
    if executor is not None:
        yield _crew(executor), True
    elif jobs is not None and jobs > 1 and size >= WORTH_IT:
        yield _processes(jobs), False
    else:
        yield _alone, False


def _alone(tasks: Sequence[Task]) -> Iterator[tuple[int, Answer]]:
    for place, task in enumerate(tasks):
        yield place, run_task(task)


def _crew(executor: Executor) -> Crew:
    """Return a crew of somebody's executor, which may fail at anything."""

    def work(tasks: Sequence[Task]) -> Iterator[tuple[int, Answer]]:
        waiting = dict(enumerate(tasks))
        for place, done in _handed_out(executor, _AT_A_TIME, waiting):
            yield place, _answer(done, tasks[place])
        for place, task in waiting.items():
            yield place, run_task(task)

    return work


def _processes(jobs: int) -> Crew:
    """Return a crew of processes that start when this one has done a task itself.

    As copies of it they have read then what every task needs: modules, tables, templates,
    directories. Where there is little to do, they do not start at all. Where one of them
    dies, others are started for what is left.
    """

    def work(tasks: Sequence[Task]) -> Iterator[tuple[int, Answer]]:
        waiting = dict(enumerate(tasks))
        here = len(tasks) if len(tasks) <= jobs else 1
        done = [(place, run_task(waiting.pop(place))) for place in range(here)]
        for _ in range(_STARTS):
            if not waiting:
                break
            with ProcessPoolExecutor(jobs, _context(), initializer=_end_with_parent) as pool:
                for place, future in _handed_out(pool, _WAITING * jobs, waiting):
                    # Only now, when the processes have been copied: an answer that is taken
                    # in may start threads.
                    while done:
                        yield done.pop(0)
                    if isinstance(future.exception(), BrokenExecutor):
                        waiting[place] = tasks[place]
                    else:
                        yield place, _answer(future, tasks[place])
        yield from done
        for place, task in waiting.items():
            yield place, run_task(task)

    return work


def _context() -> multiprocessing.context.BaseContext:
    """Return how processes start: as copies of this one where that is safe."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    method = "fork" if can_fork and threading.active_count() == 1 else "spawn"
    return multiprocessing.get_context(method)


def _end_with_parent() -> None:
    """See to it that this worker ends when the build that has started it is killed.

    It would wait for its next task for ever: workers hold both ends of their pipe.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _handed_out(
    executor: Executor, most: int, waiting: dict[int, Task]
) -> Iterator[tuple[int, Future[Answer]]]:
    """Yield what has been worked on, with its place, whether it has failed or not.

    Args:
        executor: Who works.
        most: How many tasks it has at a time.
        waiting: The tasks by place; what is handed out is taken away, and what a broken
            executor does not take any more stays.
    """
    running: dict[Future[Answer], int] = {}
    takes = True
    while True:
        while takes and waiting and len(running) < most:
            place = next(iter(waiting))
            try:
                running[executor.submit(run_task, waiting[place])] = place
            except (BrokenExecutor, RuntimeError):
                takes = False
            else:
                del waiting[place]
        if not running:
            return
        done = next(as_completed(running))
        yield running.pop(done), done


def _answer(done: Future[Answer], task: Task) -> Answer:
    """Return what came of a task; what failed elsewhere is done here, and says here why."""
    try:
        answer = done.result()
    except OtherEquipmentError:
        answer = ()
    except Exception:  # whatever the executor makes of a lost worker
        return run_task(task)
    rendered = (one for outcome in answer for one in outcome.rendered)
    if answer and all(is_packed_as_here(one.mark.parts) for one in rendered):
        return answer
    first, *others = run_task(replace(task, equipment=""))
    return (replace(first, notes=(*first.notes, _OTHER_VERSIONS)), *others)
