"""A fault of one document stops no other, and nothing but the output folder is written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from roadmapkit import Workspace, build, check, render
from roadmapkit.building import codes
from roadmapkit.building.output import folder as output_folder
from roadmapkit.building.output.writing import write_atomically
from roadmapkit.errors import ArgumentError, OutputError
from roadmapkit.rendering import codes as template_codes
from roadmapkit.resources import resource
from tiny_workspaces import PLAN, opened, order_text, plan_text

BROKEN = plan_text("- title: А\n  due:\n    on: 2024-03-05\n    by: 2024-03-06", id_="broken")
INVALID = "kind: roadmap\nid: invalid\ntitel: План\n"
ORDER = order_text("- approve: plan")


def contents(root: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def written_files(workspace: Workspace, *ids: str) -> list[str]:
    result = build(workspace, ids)
    return [item.path.relative_to(result.folder).as_posix() for item in result.written]


# -- what is written, and where ----------------------------------------------------------------


def test_output_follows_the_folders_of_the_sources(tmp_path: Path) -> None:
    workspace = opened(
        tmp_path,
        roadmaps__2024__north__work=PLAN,
        roadmaps__order=order_text("- approve: [plan, gruppa]"),
    )
    assert written_files(workspace) == [
        "roadmaps/2024/north/plan.docx",
        "roadmaps/prikaz.docx",
        "roadmaps/prikaz.приложение-1.docx",
        "roadmaps/prikaz.приложение-2.docx",
    ]


def test_chosen_documents_are_built_alone(tmp_path: Path) -> None:
    assert written_files(opened(tmp_path, PLAN, ORDER), "plan") == ["roadmaps/plan.docx"]


def test_files_of_appendices_may_be_switched_off(tmp_path: Path) -> None:
    settings = "kind: settings\noutputs: {appendices: false}\n"
    workspace = opened(tmp_path, PLAN, ORDER, roadmapkit=settings)
    assert written_files(workspace) == ["roadmaps/plan.docx", "roadmaps/prikaz.docx"]


def test_build_writes_below_its_folder_only(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "w", PLAN, ORDER)
    before = contents(tmp_path)
    result = build(workspace)
    assert result.folder == tmp_path / "w" / "build"
    after = contents(tmp_path)
    new = set(after) - set(before)
    assert len(result.written) == 3
    assert len({name for name in new if name.endswith(".docx")}) == 3
    assert "w/build/manifest.json" in new
    assert all(name.startswith("w/build/") for name in new)
    assert all(after[name] == content for name, content in before.items())


def test_out_chooses_the_folder(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "w", PLAN)
    (written,) = build(workspace, out=tmp_path / "elsewhere" / "deep").written
    assert written.path == tmp_path / "elsewhere" / "deep" / "roadmaps" / "plan.docx"
    assert written.path.stat().st_size == written.size
    assert not (tmp_path / "w" / "build").exists()


def test_check_and_render_write_nothing_but_what_they_remember(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, ORDER)
    before = contents(tmp_path)
    check(workspace)
    rendered = render(workspace, "prikaz")
    after = contents(tmp_path)
    assert {name: after[name] for name in before} == before
    assert all(name.startswith("build/.cache/") for name in after.keys() - before.keys())
    assert sorted(rendered) == ["roadmaps/prikaz.docx", "roadmaps/prikaz.приложение.docx"]


def test_build_writes_what_render_returns(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN)
    (written,) = build(workspace).written
    assert written.path.read_bytes() == render(workspace, "plan")["roadmaps/plan.docx"]


def test_unknown_id_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="plan"):
        build(opened(tmp_path, PLAN), ["plam"])
    assert not (tmp_path / "build").exists()


def test_progress_is_told_before_every_file_and_at_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    build(opened(tmp_path, PLAN, ORDER), on_progress=lambda *step: told.append(step))
    assert told == [
        (0, 3, "roadmaps/plan.docx"),
        (1, 3, "roadmaps/prikaz.docx"),
        (2, 3, "roadmaps/prikaz.приложение.docx"),
        (3, 3, ""),
    ]


# -- blocked documents -------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "id_"), [(BROKEN, "broken"), (INVALID, "invalid")])
def test_document_with_errors_stops_no_other(tmp_path: Path, text: str, id_: str) -> None:
    result = build(opened(tmp_path, text, PLAN))
    assert [item.document for item in result.written] == ["plan"]
    assert result.blocked == {id_}
    assert not result.ok


def test_former_file_of_a_blocked_document_stays(tmp_path: Path) -> None:
    sound = BROKEN.replace("    by: 2024-03-06", "")
    (written,) = build(opened(tmp_path, sound)).written
    former = written.path.read_bytes()
    assert build(opened(tmp_path, BROKEN)).written == ()
    assert written.path.read_bytes() == former


def test_error_in_a_file_without_an_id_blocks_what_is_made_from_it(tmp_path: Path) -> None:
    twice = "kind: directory\npeople: [{id: a, name: Белова А.А.}, {id: a, name: Белов Б.Б.}]\n"
    workspace = opened(tmp_path, roadmaps__a__directory=twice, roadmaps__a__plan=PLAN,
                       roadmaps__b__plan=plan_text("- title: А", id_="plan-b"))  # fmt: skip
    result = build(workspace)
    assert [item.document for item in result.written] == ["plan-b"]
    assert result.blocked == {"plan"}


def test_two_documents_that_differ_in_case_only_are_an_error(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, plan_text("- title: А", id_="Plan"))
    result = build(workspace)
    (finding,) = [item for item in result.diagnostics if item.code == codes.SAME_OUTPUT.id]
    assert finding.documents == ("plan",)
    assert [item.document for item in result.written] == ["Plan"]


def test_file_that_cannot_be_written_is_a_finding_about_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes, *, unfinished: str | None = None) -> None:
        if path.name == "prikaz.docx":
            reason = os.strerror(errno.EACCES)
            raise OutputError(f"Cannot write {path}", path=str(path), reason=reason)
        write_atomically(path, content, unfinished=unfinished)

    monkeypatch.setattr(output_folder, "write_atomically", refuse)
    result = build(opened(tmp_path, PLAN, ORDER))
    (finding,) = [item for item in result.diagnostics if item.code == codes.OUTPUT_FAILED.id]
    assert finding.documents == ("prikaz",)
    assert "prikaz.docx" in str(finding.message)
    assert [item.path.name for item in result.written] == ["plan.docx", "prikaz.приложение.docx"]
    assert not result.ok


# -- templates of the house --------------------------------------------------------------------


def test_template_that_is_missing_comes_from_the_package(tmp_path: Path) -> None:
    plain = render(opened(tmp_path / "a", PLAN, ORDER), "prikaz")
    (tmp_path / "b" / "templates").mkdir(parents=True)
    assert render(opened(tmp_path / "b", PLAN, ORDER), "prikaz") == plain


def test_copy_of_a_packaged_template_changes_nothing(tmp_path: Path) -> None:
    plain = render(opened(tmp_path / "a", PLAN), "plan")
    folder = tmp_path / "b" / "templates"
    folder.mkdir(parents=True)
    (folder / "roadmap.docx").write_bytes(
        Path(str(resource("templates", "roadmap.docx"))).read_bytes()
    )
    assert render(opened(tmp_path / "b", PLAN), "plan") == plain


def test_damaged_template_is_a_finding_that_names_it_and_stops_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "order.docx").write_bytes(b"not a Word file")
    result = build(opened(tmp_path, PLAN, ORDER))
    found = [item for item in result.diagnostics if item.code == template_codes.NOT_ZIP.id]
    assert {item.documents for item in found} == {("prikaz",)}
    assert all("order.docx" in str(item.message) for item in found)
    assert [item.path.name for item in result.written] == ["plan.docx"]
    assert "prikaz" in result.blocked
