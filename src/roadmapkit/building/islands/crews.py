"""Who works on islands: this process, other processes, or any executor."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, as_completed
from contextlib import contextmanager
from dataclasses import replace

from roadmapkit.building.fingerprints import is_packed_as_here
from roadmapkit.building.islands.working import Answer, OtherEquipmentError, Task, run_task
from roadmapkit.diagnostics import Message

__all__ = ["WORTH_IT", "Crew", "crew_of"]

WORTH_IT = 400_000
"""Bytes of YAML from which on a second process saves more time than it takes to start."""

_AT_A_TIME = 64
"""Tasks that an executor is given at a time: its workers do not wait, and memory does not fill."""

_OTHER_VERSIONS = Message(
    "Some workers have other versions of what finds, prints or packs; their part was done here "
    "instead. Install the same packages there"
)

Answers = Generator[tuple[int, Answer]]
"""What came of tasks with their places, in any order; who closes it stops the work."""

Crew = Callable[[Sequence[Task]], Answers]
"""Works on tasks."""


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


def _alone(tasks: Sequence[Task]) -> Answers:
    for place, task in enumerate(tasks):
        yield place, run_task(task)


def _crew(executor: Executor) -> Crew:
    """Return a crew of somebody's executor, which may fail at anything."""

    def work(tasks: Sequence[Task]) -> Answers:
        waiting = dict(enumerate(tasks))
        for place, done in _handed_out(executor, waiting):
            yield place, _answer(done, tasks[place])
        for place, task in waiting.items():
            yield place, run_task(task)

    return work


def _processes(jobs: int) -> Crew:
    """Return a crew of processes that start when this one has done a task itself.

    As copies of it they have read then what every task needs. Where there is little to do,
    they do not start at all.
    """
    from roadmapkit.building.islands.processes import Processes

    def work(tasks: Sequence[Task]) -> Answers:
        here = len(tasks) if len(tasks) <= jobs else 1
        done = [(place, run_task(tasks[place])) for place in range(here)]
        # Only when the processes have been copied: an answer that is taken in may start threads.
        with Processes(run_task, tasks, range(here, len(tasks)), jobs) as processes:
            yield from done
            for place, answer in processes.answers():
                yield place, run_task(tasks[place]) if answer is None else answer
        for place in processes.left:
            yield place, run_task(tasks[place])

    return work


def _handed_out(
    executor: Executor, waiting: dict[int, Task]
) -> Iterator[tuple[int, Future[Answer]]]:
    """Yield what has been worked on, with its place, whether it has failed or not.

    Args:
        executor: Who works.
        waiting: The tasks by place; what is handed out is taken away, and what a broken
            executor does not take any more stays.
    """
    running: dict[Future[Answer], int] = {}
    takes = True
    while True:
        while takes and waiting and len(running) < _AT_A_TIME:
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
