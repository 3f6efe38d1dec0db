"""Processes that work on tasks: whatever becomes of one, every task is answered once or left."""

from __future__ import annotations

import multiprocessing
import os
import threading
from contextlib import suppress
from multiprocessing.connection import wait
from typing import TypeVar

import pytest

from roadmapkit.building.islands import processes as module
from roadmapkit.building.islands.processes import Processes

Answer = TypeVar("Answer")

pytestmark = [
    pytest.mark.usefixtures("start"),
    # Here they are copied beside the threads of whoever runs the tests.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded"),
]

MUCH = 4_000_000
"""Bytes that no pipe takes in at once: whoever writes them waits for whoever reads them."""


@pytest.fixture(params=["fork", "spawn"])
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes in each way that there is."""
    method = request.param
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("processes cannot be copied here")
    monkeypatch.setattr(module, "_context", lambda: multiprocessing.get_context(method))


def answers_of(processes: Processes[int, Answer]) -> list[int]:
    return sorted(place for place, _ in processes.answers())


def answer_much(_: int) -> bytes:
    return bytes(MUCH)


def answer_nothing(_: int) -> None:
    return None


def answer_but_for_one(task: int) -> int:
    if task == 1:
        raise OSError(28, "No space left on device")
    return task


def answer_what_cannot_be_sent(_: int) -> object:
    return threading.Lock()


def die(_: int) -> None:
    os._exit(1)


def die_of_the_third(task: int) -> None:
    if task == 3:
        os._exit(1)


@pytest.mark.parametrize("dying", [1, 2])
def test_a_process_killed_while_it_answers_holds_nobody_up(dying: int) -> None:
    with Processes(answer_much, range(12), range(12), 2) as work:
        pipes = [one.pipe for one in work._workers]
        while pipes:  # until both are in the middle of an answer
            pipes = [pipe for pipe in pipes if pipe not in wait(pipes)]
        for worker in work._workers[:dying]:
            worker.process.kill()
        assert answers_of(work) == list(range(12))
        assert not work.left


def test_a_task_that_kills_whoever_works_on_it_is_left_and_the_others_are_done() -> None:
    with Processes(die_of_the_third, range(40), range(40), 2) as processes:
        assert answers_of(processes) == [place for place in range(40) if place != 3]
        assert processes.left == (3,)


def test_processes_that_die_at_once_leave_everything() -> None:
    with Processes(die, range(9), range(2, 9), 2) as work:
        assert not answers_of(work)
        assert work.left == tuple(range(2, 9))


def test_a_task_that_fails_there_is_told_as_failed() -> None:
    with Processes(answer_but_for_one, range(3), range(3), 2) as processes:
        assert dict(processes.answers()) == {0: 0, 1: None, 2: 2}


def test_an_answer_that_cannot_be_sent_is_told_as_failed() -> None:
    with Processes(answer_what_cannot_be_sent, range(2), range(2), 1) as work:
        assert dict(work.answers()) == {0: None, 1: None}


def test_work_that_is_given_up_leaves_no_process() -> None:
    before = set(multiprocessing.active_children())
    with suppress(KeyboardInterrupt), Processes(answer_much, range(9), range(9), 2) as work:
        next(work.answers())
        raise KeyboardInterrupt
    assert set(multiprocessing.active_children()) <= before


def test_no_more_processes_start_than_there_are_tasks() -> None:
    with Processes(answer_nothing, range(9), range(7, 9), 8) as work:
        assert len(work._workers) <= 2
        assert answers_of(work) == [7, 8]


def test_a_system_that_starts_no_process_leaves_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    with Processes(answer_nothing, range(4), range(4), 2) as work:
        assert not answers_of(work)
        assert work.left == (0, 1, 2, 3)


def test_a_process_that_nobody_speaks_to_any_more_ends_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    # A copy holds this end of the pipe too, and looks whether its parent lives.
    monkeypatch.setattr(module, "_context", lambda: multiprocessing.get_context("spawn"))
    worker = module._started(answer_nothing, range(3))
    assert worker is not None
    worker.pipe.close()
    worker.process.join(60)
    assert worker.process.exitcode == 0
    assert capfd.readouterr().err == ""
