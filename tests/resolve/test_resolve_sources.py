"""Sources: every file whose text may change the bytes of a document, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit import Workspace, render
from roadmapkit.resolve import resolve_workspace
from tiny_workspaces import PLAN, opened, order_text, write_files

PROGRESS = "kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\nreports: [{as_of: 2024-06-01}]\n"
OTHER = order_text("- control: за собой", "date: 10.01.2023", id_="staryy")
FILES = {
    "roadmaps__plan": PLAN,
    "roadmaps__hod": PROGRESS,
    "roadmaps__staryy": OTHER,
    "roadmaps__prikaz": order_text("- approve: plan\n- repeal: staryy"),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return opened(tmp_path, **FILES)


def sources(workspace: Workspace, id_: str) -> list[str]:
    """Return the names of the files that a document is made from, without the directory."""
    names = resolve_workspace(workspace.loaded)[0].documents[id_].sources
    assert list(names) == sorted(names)
    return [name.removeprefix("roadmaps/") for name in names if name != "directory.yaml"]


def test_an_act_is_made_from_the_acts_that_it_repeals_by_id(workspace: Workspace) -> None:
    assert sources(workspace, "prikaz") == ["plan.yaml", "prikaz.yaml", "staryy.yaml"]
    assert sources(workspace, "staryy") == ["staryy.yaml"]


@pytest.mark.parametrize("text", ["приказ прежний", "plan", "nichego"])
def test_what_is_repealed_in_words_is_no_file(tmp_path: Path, text: str) -> None:
    files = {**FILES, "roadmaps__prikaz": order_text(f"- repeal: {text}")}
    assert sources(opened(tmp_path, **files), "prikaz") == ["prikaz.yaml"]


def test_a_plan_and_its_report_are_made_from_the_act_that_gives_the_plan_its_day(
    workspace: Workspace,
) -> None:
    assert sources(workspace, "plan") == ["plan.yaml", "prikaz.yaml"]
    assert sources(workspace, "hod") == ["hod.yaml", "plan.yaml", "prikaz.yaml"]


def test_of_two_acts_the_one_signed_first_counts(tmp_path: Path) -> None:
    later = order_text("- approve: plan", "date: 01.02.2024", id_="vtoroy")
    expected = "state: draft\nexpected_date: 2023-12-01\ndate:\nnumber:"
    draft = order_text("- approve: plan", expected, id_="proekt")
    found = opened(tmp_path, **FILES, roadmaps__vtoroy=later, roadmaps__proekt=draft)
    assert sources(found, "plan") == ["plan.yaml", "prikaz.yaml"]
    assert sources(found, "vtoroy") == ["plan.yaml", "vtoroy.yaml"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("staryy", "10.01.2023", "11.01.2023"),
        ("prikaz", "15.01.2024", "16.01.2024"),
        ("plan", "Собрать", "Сверить"),
    ],
)
def test_bytes_change_with_no_other_file_than_a_source(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    before = opened(tmp_path / "a", **FILES)
    changed = {**FILES, f"roadmaps__{file}": FILES[f"roadmaps__{file}"].replace(old, new)}
    after = opened(tmp_path / "b", **changed)
    for id_ in ("plan", "hod", "prikaz", "staryy"):
        differs = render(before, id_) != render(after, id_)
        assert differs == (f"{file}.yaml" in sources(after, id_)), id_


def test_file_of_no_source_may_change_freely(workspace: Workspace, tmp_path: Path) -> None:
    former = render(workspace, "staryy")
    write_files(tmp_path, {"roadmaps/plan.yaml": PLAN.replace("Собрать", "Сверить")})
    assert render(opened(tmp_path), "staryy") == former
