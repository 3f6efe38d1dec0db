"""What ``build`` says of files that stand, that are gone, and that somebody else writes too."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit.cli.build import PAPERS
from roadmapkit.model.papers import PAPER_KINDS

BUILT = Path("build", "roadmaps", "exams.docx")


def test_a_second_build_writes_nothing_and_says_so(call: Call, workspace: Path) -> None:
    call("build")
    before = (workspace / BUILT).stat().st_mtime_ns
    answer = call("build", "--lang", "en")
    assert "Files written: 0, up to date already: 1" in answer.out
    assert (workspace / BUILT).stat().st_mtime_ns == before


def test_a_forced_build_says_that_it_has_built_and_that_the_result_is_the_same(
    call: Call, workspace: Path
) -> None:
    call("build")
    before = (workspace / BUILT).stat().st_mtime_ns
    answer = call("build", "--force", "--explain", "--lang", "en")
    assert "exams.docx: built: --force; the file came out the same" in answer.out
    counts = "Files written: 0, built again with the same result: 1, up to date already: 0"
    assert counts in answer.out
    assert (workspace / BUILT).stat().st_mtime_ns == before


def test_every_file_has_its_reason(call: Call, workspace: Path) -> None:
    call("build")
    assert "nothing has changed" in call("build", "--explain", "--lang", "en").out
    (workspace / BUILT).unlink()
    answer = call("build", "--explain", "--lang", "en")
    assert answer.code == 0
    assert "exams.docx" in answer.out
    assert "nothing has changed" not in answer.out
    assert (workspace / BUILT).is_file()


def test_a_given_output_is_held_against_the_sources(call: Call, workspace: Path) -> None:
    call("build", "--out", "published")
    assert call("build", "--check", "published").code == 0
    (workspace / "published" / "roadmaps" / "exams.docx").write_bytes(b"other")
    listed = sorted((workspace / "published").rglob("*"))
    answer = call("build", "--check", "published")
    assert answer.code == 1
    assert "exams.docx" in answer.out
    assert sorted((workspace / "published").rglob("*")) == listed


def test_files_that_are_not_compared_with_the_sources_are_named(
    call: Call, workspace: Path
) -> None:
    source = workspace / "roadmaps/exams.yaml"
    text = source.read_text("utf-8")
    source.with_name("faulty.yaml").write_text(text.replace("id: exams", "id: faulty"), "utf-8")
    order = "kind: order\nid: act\ntitle: О поддержке школ\nclauses: [Провести семинар.]\n"
    source.with_name("act.yaml").write_text(order, "utf-8")
    call("build", "--out", "published")
    assert call("build", "act", "--paper", "publication", "--out", "published").code == 0
    other = workspace / "other"
    (other / "roadmaps").mkdir(parents=True)
    (other / "roadmaps/theirs.yaml").write_text(text.replace("id: exams", "id: theirs"), "utf-8")
    call("build", "-w", "other", "--out", "published")
    faulty = text.replace("id: exams", "id: faulty").replace("due:", "deu:")
    source.with_name("faulty.yaml").write_text(faulty, "utf-8")
    answer = call("build", "--check", "published", "--lang", "en")
    [line] = [one for one in answer.out.splitlines() if one.startswith("Not compared (")]
    found = sorted(file.as_posix() for file in Path("published").rglob("*.docx"))
    compared = {"published/roadmaps/exams.docx", "published/roadmaps/act.docx"}
    passed_over = [name for name in found if name not in compared]
    assert len(passed_over) == 3
    assert sorted(line.rpartition("): ")[2].split(", ")) == passed_over
    assert "Equal files: 2" in answer.out
    assert "not compared: 3" in answer.out
    record = json.loads(call("build", "--check", "published", "--format", "json").out)
    assert [f"published/{name}" for name in record["not_compared"]] == passed_over


def test_nothing_is_named_where_everything_is_compared(call: Call, workspace: Path) -> None:
    call("build", "--out", str(workspace / "published"))
    answer = call("build", "--check", "published", "--lang", "en")
    assert "not compared: 0" in answer.out
    assert "Not compared (" not in answer.out


def test_what_nothing_produces_any_more_is_removed_when_that_is_asked(
    call: Call, workspace: Path
) -> None:
    call("build")
    source = workspace / "roadmaps" / "exams.yaml"
    source = source if source.is_file() else next(workspace.rglob("*.yaml"))
    source.write_text(source.read_text("utf-8").replace("id: exams", "id: tests"), "utf-8")
    assert "BLD007" in call("build").out
    assert (workspace / BUILT).is_file()
    # Asked for after a build that has changed nothing any more, too.
    assert call("build", "--prune").code == 0
    assert not (workspace / BUILT).exists()


def test_findings_name_files_of_the_output_from_where_the_reader_stands(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("build")
    (workspace / BUILT).write_bytes(b"typed over")
    told = call("build", "--lang", "en").out
    assert f"{BUILT.as_posix()} was changed after it had been built" in told
    assert "kept as build/.edited/roadmaps/exams.docx" in told
    (workspace / BUILT).write_bytes(b"typed over again")
    monkeypatch.chdir(workspace / "roadmaps")
    assert "../build/roadmaps/exams.docx was changed" in call("build", "--lang", "en").out


def test_two_builds_at_once_leave_one_whole_output(call: Call, workspace: Path) -> None:
    command = [sys.executable, "-m", "roadmapkit", "build", "--quiet"]
    both = [subprocess.Popen(command, cwd=workspace) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert call("build", "--check", "build").code == 0
    assert "up to date already: 1" in call("build", "--lang", "en").out


def test_what_a_comparison_cannot_heed_is_refused_beside_it(call: Call, workspace: Path) -> None:
    call("build")
    for option in (["--jobs", "2"], ["--dask", "tcp://127.0.0.1:1"]):
        answer = call("build", "--check", "build", *option)
        assert answer.code == 2
        assert option[0] in answer.err


def test_the_command_knows_every_kind_of_paper_without_loading_models() -> None:
    assert PAPERS == PAPER_KINDS
