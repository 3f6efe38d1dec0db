"""Processes that work on tasks: whatever becomes of one, every task is answered once or left."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from roadmapkit import build, open_workspace
from roadmapkit.building.islands import processes as module
from roadmapkit.building.islands.processes import Processes
from roadmapkit.building.islands.working import Answer, Task, run_task
from tiny_workspaces import DIRECTORY, PLAN, write_files

MUCH = 4_000_000
"""Bytes that no pipe takes in at once: whoever writes them waits for whoever reads them."""

PLANS = 30
"""Enough for a workspace that is worked on part by part."""

forks = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="processes cannot be copied here"
)


def tasks(number: int) -> list[Task]:
    return [Task(str(place), ()) for place in range(number)]


def answers_of(work: Processes) -> list[int]:
    return sorted(place for place, _ in work.answers())


@contextmanager
def instead(work: Callable[[Task], object]) -> Iterator[None]:
    """Let the copies of this process do something else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "run_task", work)
        yield


@forks
@pytest.mark.parametrize("dying", [1, 2])
def test_a_process_killed_while_it_answers_holds_nobody_up(dying: int) -> None:
    with (
        instead(lambda _: bytes(MUCH)),
        Processes(tasks(12), range(12), 2) as work,
    ):
        pipes = [one.pipe for one in work._workers]
        while pipes:  # until both are in the middle of an answer
            pipes = [pipe for pipe in pipes if pipe not in wait(pipes)]
        for worker in work._workers[:dying]:
            assert worker.process.pid is not None
            os.kill(worker.process.pid, signal.SIGKILL)
        assert answers_of(work) == list(range(12))
        assert not work.left


@forks
def test_a_task_that_kills_whoever_works_on_it_is_left_and_the_others_are_done() -> None:
    def work(task: Task) -> Answer:
        if task.root == "3":
            os.kill(os.getpid(), signal.SIGKILL)
        return ()

    with instead(work), Processes(tasks(40), range(40), 2) as processes:
        assert answers_of(processes) == [place for place in range(40) if place != 3]
        assert processes.left == (3,)


@forks
def test_processes_that_die_at_once_leave_everything() -> None:
    with instead(lambda _: os._exit(1)), Processes(tasks(9), range(2, 9), 2) as work:
        assert not answers_of(work)
        assert work.left == tuple(range(2, 9))


@forks
def test_a_task_that_fails_there_is_told_as_failed() -> None:
    def work(task: Task) -> Answer:
        if task.root == "1":
            raise OSError(28, "No space left on device")
        return ()

    with instead(work), Processes(tasks(3), range(3), 2) as processes:
        assert dict(processes.answers()) == {0: (), 1: None, 2: ()}


@forks
def test_an_answer_that_cannot_be_sent_is_told_as_failed() -> None:
    with instead(lambda _: (threading.Lock(),)), Processes(tasks(2), range(2), 1) as work:
        assert dict(work.answers()) == {0: None, 1: None}


@forks
def test_work_that_is_given_up_leaves_no_process() -> None:
    def give_up(work: Processes) -> None:
        next(work.answers())
        raise KeyboardInterrupt

    with (
        instead(lambda _: (bytes(MUCH),)),
        pytest.raises(KeyboardInterrupt),
        Processes(tasks(9), range(9), 2) as work,
    ):
        give_up(work)
    assert not multiprocessing.active_children()


@forks
def test_no_more_processes_start_than_there_are_tasks() -> None:
    with instead(lambda _: ()), Processes(tasks(9), range(7, 9), 8) as work:
        assert len(multiprocessing.active_children()) <= 2
        assert answers_of(work) == [7, 8]


@forks
def test_a_system_that_starts_no_process_leaves_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    with Processes(tasks(4), range(4), 2) as work:
        assert not answers_of(work)
        assert work.left == (0, 1, 2, 3)


def test_a_process_with_threads_is_not_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"directory.yaml": DIRECTORY}
    for number in range(PLANS):
        files[f"roadmaps/plan-{number}.yaml"] = PLAN.replace("id: plan", f"id: plan-{number}")
    root = write_files(tmp_path / "region", files)
    alone = build(open_workspace(root), out=tmp_path / "alone")
    monkeypatch.setattr("roadmapkit.building.islands.crews.WORTH_IT", 1)
    monkeypatch.setattr("roadmapkit.building.islands.building._BATCH", 1)
    own: list[str] = []

    def noted(task: Task) -> Answer:
        own.append(task.root)
        return run_task(task)

    monkeypatch.setattr("roadmapkit.building.islands.crews.run_task", noted)
    enough = threading.Event()
    thread = threading.Thread(target=enough.wait)
    thread.start()
    try:
        spread = build(open_workspace(root), out=tmp_path / "spread", jobs=2)
    finally:
        enough.set()
        thread.join()
    assert len(own) == 1, "the others are worked on elsewhere"
    assert spread.diagnostics == alone.diagnostics
    assert bytes_of(tmp_path / "spread", spread.written) == bytes_of(
        tmp_path / "alone", alone.written
    )


def bytes_of(folder: Path, written: Sequence[object]) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.docx")}
    assert len(found) == len(written) == PLANS
    return {name: path.read_bytes() for name, path in found.items()}
