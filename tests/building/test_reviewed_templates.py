"""A house's template is read through once, and again when it or what reads it has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from roadmapkit import build, check, open_workspace, rendering
from roadmapkit.diagnostics import Diagnostic
from tiny_workspaces import DIRECTORY, PLAN, write_files

Reviewing = Callable[..., tuple[tuple[Diagnostic, ...], tuple[str, ...]]]


@pytest.fixture
def reviewed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the kinds whose templates are read through, as that happens."""
    kinds: list[str] = []
    usual: Reviewing = rendering.review_template

    def noted(
        template: rendering.Template, kind: str, *rest: object
    ) -> tuple[tuple[Diagnostic, ...], tuple[str, ...]]:
        kinds.append(kind)
        return usual(template, kind, *rest)

    monkeypatch.setattr(rendering, "review_template", noted)
    return kinds


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a workspace whose template leaves out all but the title."""
    root = write_files(
        tmp_path / "house", {"directory.yaml": DIRECTORY, "roadmaps/plan.yaml": PLAN}
    )
    write_template(root, "{{ title }}")
    return root


def write_template(root: Path, text: str) -> None:
    template = docx.Document()
    template.add_paragraph(text)
    (root / "templates").mkdir(exist_ok=True)
    template.save(str(root / "templates" / "roadmap.docx"))


def edit(root: Path, number: int) -> None:
    """Change the plan, so that nothing is known of its findings any more."""
    text = PLAN.replace("Провести семинар", f"Провести семинар № {number}")
    root.joinpath("roadmaps/plan.yaml").write_text(text, encoding="utf-8")


def told(root: Path) -> list[str]:
    return sorted(str(one.message) for one in check(open_workspace(root)).diagnostics)


def test_a_template_is_read_through_once(house: Path, reviewed: list[str]) -> None:
    first = told(house)
    assert any("table.rows" in one for one in first)
    edit(house, 1)
    assert told(house) == first
    edit(house, 2)
    build(open_workspace(house))
    assert reviewed == ["roadmap"]


def test_a_changed_template_is_read_through_again(house: Path, reviewed: list[str]) -> None:
    before = told(house)
    write_template(house, "{{ title }} {{ act.number }}")
    after = told(house)
    assert before != after
    assert reviewed == ["roadmap", "roadmap"]


def test_faults_of_a_template_are_not_kept(house: Path, reviewed: list[str]) -> None:
    write_template(house, "{{ nothing_of_this_name }}")
    first = told(house)
    assert any("nothing_of_this_name" in one for one in first)
    edit(house, 1)
    assert told(house) == first
    assert reviewed == ["roadmap", "roadmap"]


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"{}", b'["title"'])
def test_what_is_damaged_in_the_cache_is_found_anew(
    house: Path, reviewed: list[str], content: bytes
) -> None:
    first = told(house)
    for kept in (house / "build/.cache").glob("template-review.*"):
        sealed = kept.read_bytes()
        kept.write_bytes(sealed[: len(sealed) // 2] + content)
    edit(house, 1)
    assert told(house) == first
    assert reviewed == ["roadmap", "roadmap"]


def test_a_build_by_force_reads_it_through_anew(house: Path, reviewed: list[str]) -> None:
    build(open_workspace(house))
    build(open_workspace(house), force=True)
    assert reviewed == ["roadmap", "roadmap"]
