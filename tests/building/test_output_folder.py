"""Only what has changed is built; the record never calls a stale file fresh."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from roadmapkit import BuildResult, build
from roadmapkit.building.output import folder as output_folder
from roadmapkit.building.output.manifest import Entry
from roadmapkit.building.output.writing import write_atomically
from roadmapkit.diagnostics import Message
from roadmapkit.errors import OutputError
from tiny_workspaces import PLAN, opened, order_text

OTHER = PLAN.replace("id: plan", "id: other")
FILE = Path("build/roadmaps/plan.docx")


def reasons(result: BuildResult) -> dict[str, str]:
    return {item.path.name: item.why.reason for item in result.written}


def codes(result: BuildResult) -> list[str]:
    return [item.code for item in result.diagnostics if item.code.startswith("BLD")]


def test_a_second_build_leaves_everything_as_it_is(tmp_path: Path) -> None:
    assert reasons(build(opened(tmp_path, PLAN, OTHER))) == {
        "plan.docx": "new",
        "other.docx": "new",
    }
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    result = build(opened(tmp_path))
    assert set(reasons(result).values()) == {"fresh"}
    assert not any(item.changed for item in result.written)
    built = {path for path in before if path.suffix == ".docx" or path.name == "manifest.json"}
    assert {path: path.stat().st_mtime_ns for path in built} == {one: before[one] for one in built}


def test_a_change_names_its_parts_and_touches_no_other_file(tmp_path: Path) -> None:
    build(opened(tmp_path, roadmaps__a=PLAN, roadmaps__b=OTHER))
    changed = PLAN.replace("семинар", "диктант")
    result = build(opened(tmp_path, roadmaps__a=changed, roadmaps__b=OTHER))
    assert reasons(result) == {"plan.docx": "changed", "other.docx": "fresh"}
    [why] = [item.why for item in result.written if item.changed]
    assert why.parts == ("sources", "view")


def test_a_comment_in_a_source_makes_the_file_name_its_new_sources(tmp_path: Path) -> None:
    [first] = build(opened(tmp_path, PLAN)).written
    former = first.path.read_bytes()
    [again] = build(opened(tmp_path, f"{PLAN}# проверено\n")).written
    assert again.why.parts == ("sources",)
    assert again.path.read_bytes() != former


def test_a_file_that_is_gone_is_built_again(tmp_path: Path) -> None:
    build(opened(tmp_path, PLAN))
    (tmp_path / FILE).unlink()
    assert reasons(build(opened(tmp_path))) == {"plan.docx": "missing"}


def test_a_file_edited_in_word_is_replaced_told_and_kept_aside(tmp_path: Path) -> None:
    build(opened(tmp_path, PLAN))
    former = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(b"edited")
    result = build(opened(tmp_path))
    assert (reasons(result), codes(result)) == ({"plan.docx": "edited"}, ["BLD006"])
    assert (tmp_path / FILE).read_bytes() == former
    assert (tmp_path / "build/.edited/roadmaps/plan.docx").read_bytes() == b"edited"
    assert codes(build(opened(tmp_path))) == []


def test_force_builds_everything(tmp_path: Path) -> None:
    build(opened(tmp_path, PLAN))
    assert reasons(build(opened(tmp_path), force=True)) == {"plan.docx": "forced"}


def test_a_vanished_file_that_somebody_has_changed_is_left_to_its_reader(tmp_path: Path) -> None:
    build(opened(tmp_path, roadmaps__a=PLAN, roadmaps__b=OTHER))
    (tmp_path / "roadmaps/a.yaml").unlink()
    (tmp_path / FILE).write_bytes(b"edited")
    (found,) = build(opened(tmp_path)).diagnostics
    assert found.code == "BLD007"
    assert "yourself" in str(found.hint)


def test_a_vanished_file_is_told_and_removed_only_when_that_is_wished(tmp_path: Path) -> None:
    build(opened(tmp_path, roadmaps__a=PLAN, roadmaps__b=OTHER))
    (tmp_path / "roadmaps/a.yaml").unlink()
    assert codes(build(opened(tmp_path))) == ["BLD007"]
    assert (tmp_path / FILE).exists()
    result = build(opened(tmp_path), prune=True)
    assert (result.removed, codes(result)) == ((tmp_path / FILE,), [])
    assert not (tmp_path / FILE).exists()
    assert "plan.docx" not in (tmp_path / "build/manifest.json").read_text(encoding="utf-8")


def test_an_edited_or_foreign_file_is_never_pruned(tmp_path: Path) -> None:
    build(opened(tmp_path, roadmaps__a=PLAN, roadmaps__b=OTHER))
    (tmp_path / "roadmaps/a.yaml").unlink()
    (tmp_path / FILE).write_bytes(b"edited")
    foreign = tmp_path / "build/roadmaps/foreign.docx"
    foreign.write_bytes(b"foreign")
    result = build(opened(tmp_path), prune=True)
    assert (result.removed, codes(result)) == ((), ["BLD008"])
    assert (tmp_path / FILE).exists()
    assert foreign.exists()


def test_a_build_of_some_documents_calls_no_other_vanished(tmp_path: Path) -> None:
    build(opened(tmp_path, PLAN, order_text("- approve: plan")))
    result = build(opened(tmp_path), ["plan"], prune=True)
    assert (result.removed, codes(result)) == ((), [])
    assert set(reasons(build(opened(tmp_path))).values()) == {"fresh"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 2}', '{"format":1,"targets":{"../x":{}}}']
)
def test_a_damaged_record_is_no_use_and_is_written_anew(tmp_path: Path, text: str) -> None:
    build(opened(tmp_path, PLAN))
    record = tmp_path / "build/manifest.json"
    sound = record.read_bytes()
    record.write_text(text, encoding="utf-8")
    result = build(opened(tmp_path))
    assert (reasons(result), codes(result)) == ({"plan.docx": "unknown"}, ["BLD009"])
    assert record.read_bytes() == sound


def test_a_record_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes, *, unfinished: str | None = None) -> None:
        if path.name == "manifest.json":
            raise OutputError(Message("full"), path=str(path), reason="full")
        write_atomically(path, content, unfinished=unfinished)

    monkeypatch.setattr(output_folder, "write_atomically", refuse)
    assert codes(build(opened(tmp_path, PLAN))) == ["BLD010"]
    monkeypatch.undo()
    assert codes(build(opened(tmp_path))) == []


def test_another_version_of_the_library_builds_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(opened(tmp_path, PLAN))
    shutil.rmtree(tmp_path / "build" / ".cache")
    monkeypatch.setattr("roadmapkit.building.fingerprints.__version__", "9.9")
    [item] = build(opened(tmp_path)).written
    assert item.why.parts == ("library",)


def test_the_record_names_no_time_and_no_place(tmp_path: Path) -> None:
    build(opened(tmp_path / "a", PLAN))
    build(opened(tmp_path / "b", PLAN))
    texts = [(tmp_path / name / "build/manifest.json").read_bytes() for name in "ab"]
    assert texts[0] == texts[1]
    assert list(json.loads(texts[0])["targets"]) == ["roadmaps/plan.docx"]
    assert Entry("", "", "", 0).parts == {}
