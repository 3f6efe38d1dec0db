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
from multiprocessing.connection import wait

from roadmapkit.building.islands.working import Answer, Task, run_task

__all__ = ["WORTH_IT", "Crew", "crew_of"]

WORTH_IT = 400_000
"""Bytes of YAML from which on a second process saves more time than it takes to start."""

_WAITING = 3
"""Tasks handed out for each worker at a time: none waits for work, and none holds up memory."""

_AT_A_TIME = 64
"""The same for an executor whose workers are not counted."""

Crew = Callable[[Sequence[Task]], Iterator[tuple[int, Answer]]]
"""Works on tasks, and yields what comes of each with its place, in any order."""


def _alone(tasks: Sequence[Task]) -> Iterator[tuple[int, Answer]]:
    for place, task in enumerate(tasks):
        yield place, run_task(task)


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
        yield _crew(executor, _AT_A_TIME), True
    elif jobs is not None and jobs > 1 and size >= WORTH_IT:
        with ProcessPoolExecutor(jobs, _context(), initializer=_end_with_parent) as pool:
            yield _crew(pool, _WAITING * jobs), False
    else:
        yield _alone, False


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


def _crew(executor: Executor, most: int) -> Crew:
    def work(tasks: Sequence[Task]) -> Iterator[tuple[int, Answer]]:
        waiting = iter(enumerate(tasks))
        running: dict[Future[Answer], int] = {}
        lost = False
        while True:
            while not lost and len(running) < most and (item := next(waiting, None)) is not None:
                place, task = item
                try:
                    running[executor.submit(run_task, task)] = place
                except (BrokenExecutor, RuntimeError):
                    lost = True
                    yield place, run_task(task)
            if not running:
                break
            done = next(as_completed(running))
            place = running.pop(done)
            yield place, _answer(done, tasks[place])
        for place, task in waiting:
            yield place, run_task(task)

    return work


def _answer(done: Future[Answer], task: Task) -> Answer:
    """Return what came of a task; what failed elsewhere is done here, and says here why."""
    try:
        return done.result()
    except Exception:  # whatever the executor makes of a lost worker
        return run_task(task)
