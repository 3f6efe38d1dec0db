"""Large workspaces: what is shared is made once, workers may die, a few documents stay cheap."""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from roadmapkit import Workspace, build, check, open_workspace, pack
from roadmapkit.building.islands import processes
from roadmapkit.building.islands.shipping import Cargo
from roadmapkit.building.islands.spool import Spool
from roadmapkit.building.islands.survey import Survey
from roadmapkit.building.islands.working import Task
from roadmapkit.cache import CacheFolder
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.errors import ArgumentError
from roadmapkit.rendering import Template, review_template
from roadmapkit.source import ParsedSource, SourceText, parse_source
from tiny_workspaces import DIRECTORY, PLAN, opened, order_text, plan_text, write_files

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

ACTIVITY = "- {id: a1, title: Собрать заявки, due: март 2024 г., responsible: Гусев П.И.}"
SCHOOLS = 30


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A workspace of thirty schools, each with a plan and an order."""
    files = {"directory.yaml": DIRECTORY}
    for number in range(1, SCHOOLS + 1):
        header = f"date: {number % 28 + 1:02}.02.2024\nstate: draft"
        files[f"roadmaps/school-{number:02}/plan.yaml"] = plan_text(ACTIVITY, id_=f"plan-{number}")
        files[f"roadmaps/school-{number:02}/order.yaml"] = order_text(
            f"- approve: [plan-{number}]", header=header, id_=f"prikaz-{number}"
        )
    return write_files(tmp_path / "region", files)


def contents(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.suffix in {".docx", ".ics"})
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def whole(root: Path) -> Workspace:
    """Return a workspace that is worked on in one piece, for all of it has been read."""
    workspace = open_workspace(root)
    assert workspace.loaded.documents
    return workspace


# -- what is the same for all ------------------------------------------------------------------


def test_a_template_of_the_house_is_looked_at_once(
    region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = docx.Document()
    template.add_paragraph("{{ title }}")
    (region / "templates").mkdir()
    template.save(str(region / "templates" / "roadmap.docx"))
    looked: list[str] = []

    def noted(
        template: Template, kind: str, cache: CacheFolder | None
    ) -> tuple[tuple[Diagnostic, ...], tuple[str, ...]]:
        looked.append(kind)
        return review_template(template, kind, cache)

    monkeypatch.setattr("roadmapkit.rendering.review_template", noted)
    apart = build(open_workspace(region), out=tmp_path / "apart")
    assert looked == ["roadmap"]
    told = build(whole(region), out=tmp_path / "whole")
    assert apart.diagnostics == told.diagnostics
    losing = {id_ for item in told.diagnostics if item.code == "TPL016" for id_ in item.documents}
    assert len(losing) == 2 * SCHOOLS
    assert contents(tmp_path / "apart") == contents(tmp_path / "whole")


# -- processes ---------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("deaths", [1, 10])
def test_what_dead_processes_had_is_done_by_others(
    region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaths: int
) -> None:
    alone = build(open_workspace(region), out=tmp_path / "alone")
    monkeypatch.setattr("roadmapkit.building.islands.crews.WORTH_IT", 1)
    monkeypatch.setattr("roadmapkit.building.islands.building._BATCH", 1)
    killed: set[int] = set()
    told: list[int] = []

    def kill(done: int, _total: int, _name: str) -> None:
        told.append(done)
        working = [one.pid for one in multiprocessing.active_children() if one.pid is not None]
        if len(killed) < deaths and working and not killed.intersection(working):
            killed.add(working[0])
            os.kill(working[0], signal.SIGKILL)

    spread = build(open_workspace(region), out=tmp_path / "spread", jobs=2, on_progress=kill)
    assert len(killed) >= min(deaths, 3), "processes are started three times"
    assert told == sorted(told)
    assert told[-1] == 2 * SCHOOLS, "each file has counted once"
    assert spread.diagnostics == alone.diagnostics
    assert [one.document for one in spread.written] == [one.document for one in alone.written]
    assert contents(tmp_path / "spread") == contents(tmp_path / "alone")


def test_a_process_with_threads_is_not_copied(
    region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = build(open_workspace(region), out=tmp_path / "alone")
    monkeypatch.setattr("roadmapkit.building.islands.crews.WORTH_IT", 1)
    monkeypatch.setattr("roadmapkit.building.islands.building._BATCH", 1)
    methods: set[str] = set()
    usual = processes._context

    def noted() -> ForkContext | SpawnContext:
        context = usual()
        methods.add(context.get_start_method())
        return context

    monkeypatch.setattr(processes, "_context", noted)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(bool).result() is False
        spread = build(open_workspace(region), out=tmp_path / "spread", jobs=2)
    assert methods == {"spawn"}
    assert spread.diagnostics == alone.diagnostics
    assert contents(tmp_path / "spread") == contents(tmp_path / "alone")


def test_processes_do_not_start_for_little_work(
    region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmapkit.building.islands.crews.WORTH_IT", 1)
    monkeypatch.setattr("roadmapkit.building.islands.building._BATCH", 1)
    build(open_workspace(region), out=tmp_path / "out")
    plan = region / "roadmaps/school-07/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Собрать", "Принять"), "utf-8")
    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", None)
    again = build(open_workspace(region), out=tmp_path / "out", jobs=2)
    assert {one.document for one in again.written if one.changed} == {"plan-7", "prikaz-7"}


# -- how documents get to their places ---------------------------------------------------------


def test_what_waits_for_its_name_lies_in_the_output_folder(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        numbers = [spool.keep(bytes([number]) * 9) for number in range(200)]
        files = [spool.file(number) for number in numbers]
        assert all(file is not None and tmp_path in file.parents for file in files)
        assert spool.content(7) == bytes([7]) * 9
    assert [path.name for path in tmp_path.iterdir()] == [".roadmapkit.lock"]


def test_what_the_output_folder_does_not_take_waits_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("no folder", encoding="utf-8")
    with Spool(tmp_path / "out") as spool:
        numbers = [spool.keep(text) for text in (b"one", b"", b"three")]
        assert [spool.file(number) for number in numbers] == [None] * 3
        assert [spool.content(number) for number in numbers] == [b"one", b"", b"three"]


def test_what_a_full_disk_takes_half_of_is_not_moved_in(
    region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = build(whole(region), out=tmp_path / "whole")

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        refused = build(open_workspace(region), out=tmp_path / "out")
    assert not refused.written
    assert len({item.code for item in refused.diagnostics} & {"BLD001"}) == 1
    assert not contents(tmp_path / "out")
    assert not list((tmp_path / "out").rglob(".roadmapkit-*"))
    assert len(build(open_workspace(region), out=tmp_path / "out").written) == len(expected.written)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


# -- what is remembered ------------------------------------------------------------------------


def test_a_check_after_a_build_tells_what_that_has_found(
    region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(region, {"roadmaps/x.yaml": plan_text("- {id: a, title: Отчёт}", id_="x")})
    built = build(open_workspace(region))
    read: list[str] = []

    def noted(source: SourceText) -> ParsedSource:
        read.append(source.path)
        return parse_source(source)

    monkeypatch.setattr("roadmapkit.load.workspace.parse_source", noted)
    found = check(open_workspace(region))
    assert found.diagnostics == built.diagnostics != ()
    assert set(read) == {"directory.yaml"}, "what all share is looked at by each run"


def test_very_many_references_to_nothing_are_told_all_the_same(
    region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (3, 5, 9):
        order = region / f"roadmaps/school-{number:02}/order.yaml"
        order.write_text(order.read_text("utf-8").replace("[plan-", "[plam-"), "utf-8")
    everything = check(whole(region))
    ours = check(open_workspace(region))
    assert ours.diagnostics == everything.diagnostics
    monkeypatch.setattr("roadmapkit.building.islands.building._SUGGESTED", 1)
    write_files(region, {"roadmapkit.yaml": "kind: settings\n"})  # nothing is remembered of it
    fewer = check(open_workspace(region))
    assert [str(one.message) for one in fewer.diagnostics] == [
        str(one.message) for one in everything.diagnostics
    ]
    assert fewer.blocked == everything.blocked


# -- a few documents of many -------------------------------------------------------------------


def test_a_pack_reads_what_its_document_needs_and_no_more(
    region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = pack(whole(region), "prikaz-7", "gusev", out=tmp_path / "whole")
    read: list[str] = []

    def noted(source: SourceText) -> ParsedSource:
        read.append(source.path)
        return parse_source(source)

    monkeypatch.setattr("roadmapkit.load.workspace.parse_source", noted)
    found = pack(open_workspace(region), "prikaz-7", "gusev", out=tmp_path / "part")
    folder = "roadmaps/school-07"
    assert sorted(read) == ["directory.yaml", f"{folder}/order.yaml", f"{folder}/plan.yaml"]
    assert found.diagnostics == expected.diagnostics
    assert len(found.written) > 3
    assert contents(tmp_path / "part") == contents(tmp_path / "whole")


def test_a_pack_finds_what_a_glance_does_not_see(region: Path, tmp_path: Path) -> None:
    plan = region / "roadmaps/school-07/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("id: plan-7", "id:\n  plan-7"), "utf-8")
    expected = pack(whole(region), "prikaz-7", "gusev", out=tmp_path / "whole")
    found = pack(open_workspace(region), "prikaz-7", "gusev", out=tmp_path / "part")
    assert found.diagnostics == expected.diagnostics
    assert contents(tmp_path / "part") == contents(tmp_path / "whole") != {}


# -- what is sent to other machines ------------------------------------------------------------


def test_a_task_carries_the_directories_of_its_islands_only(region: Path) -> None:
    for number in range(1, SCHOOLS + 1):
        text = f"kind: directory\npeople:\n  - {{id: p{number}, name: Орлова Нина Петровна}}\n"
        write_files(region, {f"roadmaps/school-{number:02}/directory.yaml": text})
        more = plan_text(ACTIVITY, id_=f"more-{number}")
        write_files(region, {f"roadmaps/school-{number:02}/more.yaml": more})
    survey = Survey(region)
    cargo = Cargo(region, survey.cards)
    island = next(one for one in survey.partition.islands if "school-07" in one.own[0])
    task = cargo.loaded(Task(str(region), ((island, {}),)))
    assert set(task.common or ()) == {"directory.yaml", "roadmaps/school-07/directory.yaml"}
    assert len(cargo.common) == SCHOOLS + 1


def test_islands_with_directories_of_their_own_are_worked_on_elsewhere(
    region: Path, tmp_path: Path
) -> None:
    for number in range(1, SCHOOLS + 1):
        text = f"kind: directory\npeople:\n  - {{id: p{number}, name: Орлова Нина Петровна}}\n"
        write_files(region, {f"roadmaps/school-{number:02}/directory.yaml": text})
        more = plan_text(ACTIVITY.replace("Гусев П.И.", "Орлова Н.П."), id_=f"more-{number}")
        write_files(region, {f"roadmaps/school-{number:02}/more.yaml": more})
    alone = build(whole(region), out=tmp_path / "alone")
    with ProcessPoolExecutor(1) as executor:
        spread = build(open_workspace(region), out=tmp_path / "spread", executor=executor)
    assert spread.diagnostics == alone.diagnostics
    assert contents(tmp_path / "spread") == contents(tmp_path / "alone")


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_processes_are_no_number_of_them(jobs: int, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="no number of processes"):
        build(opened(tmp_path, PLAN), jobs=jobs)


def test_two_ways_to_work_are_not_taken_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool, pytest.raises(ArgumentError, match="either"):
        check(opened(tmp_path, PLAN), executor=pool, jobs=2)
