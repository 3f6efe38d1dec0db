"""Builds on a real Dask cluster of several processes on this machine."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from roadmapkit import build, dask_executor, open_workspace
from roadmapkit.building.islands.crews import _answer
from roadmapkit.building.islands.working import Answer, Task
from roadmapkit.errors import ArgumentError
from tiny_workspaces import DIRECTORY, order_text, plan_text, write_files

SCHOOLS = 40
ACTIVITIES = "\n".join(
    f"- {{id: a{n}, title: Провести занятие {n}, due: март 2024 г., responsible: Гусев П.И.}}"
    for n in range(1, 40)
)


@pytest.fixture
def cluster() -> Iterator[Any]:
    distributed: Any = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None
    ) as running:
        yield running


@pytest.fixture
def region(tmp_path: Path) -> Path:
    files = {"directory.yaml": DIRECTORY}
    for number in range(1, SCHOOLS + 1):
        folder = f"roadmaps/school-{number:02}"
        files[f"{folder}/plan.yaml"] = plan_text(ACTIVITIES, id_=f"plan-{number}")
        header = f"number: {number}"
        files[f"{folder}/order.yaml"] = order_text(
            f"- approve: [plan-{number}]", header=header, id_=f"prikaz-{number}"
        )
    return write_files(tmp_path / "region", files)


def contents(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*.docx")}


@pytest.mark.filterwarnings("ignore")  # what the cluster says of its own end
def test_a_cluster_that_loses_a_worker_builds_the_same_files(
    cluster: Any, region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = build(open_workspace(region), out=tmp_path / "alone")
    processes = [worker.pid for worker in cluster.workers.values()]
    told: list[tuple[int, int]] = []
    failures: list[BaseException | None] = []

    def noted(done: Future[Answer], task: Task) -> Answer:
        failures.append(done.exception())
        return _answer(done, task)

    monkeypatch.setattr("roadmapkit.building.islands.crews._answer", noted)

    def kill_one(done: int, total: int, _name: str) -> None:
        told.append((done, total))
        if len(processes) == 3 and done:
            os.kill(processes.pop(), signal.SIGKILL)

    with dask_executor(cluster.scheduler_address) as executor:
        spread = build(
            open_workspace(region),
            out=tmp_path / "spread",
            executor=executor,
            on_progress=kill_one,
        )
    assert len(processes) == 2
    assert failures
    assert not any(failures), "the cluster has not made up for the worker that it lost"
    assert told[-1][0] >= 2 * SCHOOLS
    assert spread.diagnostics == alone.diagnostics
    assert [one.document for one in spread.written] == [one.document for one in alone.written]
    assert contents(tmp_path / "spread") == contents(tmp_path / "alone")


def test_an_address_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("roadmapkit.building.islands.clusters._SECONDS", 1)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with (
        pytest.raises(ArgumentError, match=f"127.0.0.1:{port}"),
        dask_executor(f"127.0.0.1:{port}"),
    ):
        pass


def test_a_missing_extra_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with (
        pytest.raises(ArgumentError, match=r"roadmapkit\[dask\]"),
        dask_executor("tcp://127.0.0.1:1"),
    ):
        pass
