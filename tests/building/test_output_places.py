"""Nothing that an author writes, and no link, leads a file out of the output folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit import Workspace, build, render
from roadmapkit.building import codes
from roadmapkit.building.output.writing import require_below
from roadmapkit.errors import OutputError
from tiny_workspaces import PLAN, opened, order_text

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


def with_appendices(root: Path, *numbers: str) -> Workspace:
    entries = [
        f'- {{title: Список, number: "{number}", parts: [{{text: А}}]}}' for number in numbers
    ]
    header = "\n".join(["appendices:", *(f"  {entry}" for entry in entries)])
    return opened(root, order_text("- Провести сверку", header))


@pytest.mark.parametrize(
    "number", ["3/../../../../evil", "..", "../x", "/evil", "a/b", "C:", "1\\\\..\\\\x", "2.1"]
)
def test_number_of_an_appendix_is_no_part_of_a_path(tmp_path: Path, number: str) -> None:
    workspace = with_appendices(tmp_path / "w", number, "2")
    result = build(workspace)
    assert [item.path.relative_to(result.folder).as_posix() for item in result.written] == [
        "roadmaps/prikaz.docx",
        "roadmaps/prikaz.приложение-1.docx",
        "roadmaps/prikaz.приложение-2.docx",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["w"]


@pytest.mark.parametrize("numbers", [("7",), ("7", "7"), ("2", "1")])
def test_appendix_files_are_named_by_position_whatever_their_numbers(
    tmp_path: Path, numbers: tuple[str, ...]
) -> None:
    names = [Path(name).name for name in render(with_appendices(tmp_path, *numbers), "prikaz")]
    parts = ["приложение"] if len(numbers) == 1 else ["приложение-1", "приложение-2"]
    assert names == ["prikaz.docx", *(f"prikaz.{part}.docx" for part in parts)]


@needs_links
def test_link_that_leads_out_of_the_output_folder_is_a_finding(tmp_path: Path) -> None:
    second = PLAN.replace("id: plan", "id: plan-2")
    workspace = opened(tmp_path / "w", PLAN, roadmaps__deep__plan=second)
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "w" / "build" / "roadmaps"
    folder.mkdir(parents=True)
    (folder / "deep").symlink_to(outside, target_is_directory=True)
    result = build(workspace)
    (finding,) = [item for item in result.diagnostics if item.code == codes.OUTPUT_FAILED.id]
    assert finding.documents == ("plan-2",)
    assert finding.hint is not None
    assert "link" in str(finding.hint)
    assert result.blocked == {"plan-2"}
    assert [item.document for item in result.written] == ["plan"]
    assert list(outside.iterdir()) == []


@needs_links
def test_link_that_leads_to_itself_is_a_finding(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "roadmaps").symlink_to(tmp_path / "build" / "roadmaps")
    result = build(workspace)
    assert [item.code for item in result.diagnostics] == [codes.OUTPUT_FAILED.id]
    assert result.written == ()


@needs_links
def test_link_within_the_output_folder_and_a_linked_folder_of_choice_are_fine(
    tmp_path: Path,
) -> None:
    workspace = opened(tmp_path / "w", PLAN)
    real = tmp_path / "real"
    (real / "inside").mkdir(parents=True)
    (real / "roadmaps").symlink_to(real / "inside", target_is_directory=True)
    (tmp_path / "chosen").symlink_to(real, target_is_directory=True)
    (written,) = build(workspace, out=tmp_path / "chosen").written
    assert written.path.read_bytes() == (real / "inside" / "plan.docx").read_bytes()


@needs_links
def test_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "w", PLAN)
    outside = tmp_path / "outside.docx"
    outside.write_bytes(b"kept")
    folder = tmp_path / "w" / "build" / "roadmaps"
    folder.mkdir(parents=True)
    (folder / "plan.docx").symlink_to(outside)
    assert len(build(workspace).written) == 1
    assert outside.read_bytes() == b"kept"
    assert not (folder / "plan.docx").is_symlink()


STEPS = st.lists(st.sampled_from(["..", "a", "b", "."]), max_size=8)


@given(STEPS)
def test_a_path_is_refused_exactly_when_its_steps_lead_out(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "o" / "out"
    path = folder.joinpath(*steps, "x.docx")
    inside = f"{os.path.normpath(path.parent)}{os.sep}".startswith(f"{folder}{os.sep}")
    if inside:
        require_below(folder, path)
    else:
        with pytest.raises(OutputError, match="leads out"):
            require_below(folder, path)
