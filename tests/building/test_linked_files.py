"""Files that become links out of the workspace with the same bytes: told, and never remembered."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from png_files import png
from roadmapkit import Workspace, build, check, open_workspace
from roadmapkit.resources import resource
from tiny_workspaces import PLAN, write_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")

NAMED = {
    "templates/roadmap.docx": "TPL007",
    "roadmaps/texts/aims.md": "TXT001",
    "roadmaps/texts/scores.csv": "TBL001",
    "emblem.png": "FMT002",
}


def workspace(root: Path, plans: int) -> Path:
    """Write a workspace whose documents and settings name files of each kind."""
    files = {
        f"roadmaps/p{number:02}.yaml": PLAN.replace("id: plan", f"id: p{number:02}")
        for number in range(plans)
    }
    files["roadmaps/program.yaml"] = (
        "kind: program\nid: programma\ntitle: Программа\n"
        "chapters:\n  - {title: Цели, file: texts/aims.md}\n"
    )
    files["roadmaps/texts/aims.md"] = "Цель программы – рост качества.\n"
    files["roadmaps/act.yaml"] = (
        "kind: order\nid: act\ntitle: О школах\nclauses: [Провести семинар.]\n"
        "appendices:\n  - {title: Список, parts: [{table: {csv: texts/scores.csv}}]}\n"
    )
    files["roadmaps/texts/scores.csv"] = "а;б\n1;2\n"
    files["roadmapkit.yaml"] = "kind: settings\nletterhead: {emblem: emblem.png}\n"
    write_files(root, files)
    (root / "emblem.png").write_bytes(png(300, 300))
    (root / "templates").mkdir()
    shutil.copy(str(resource("templates", "roadmap.docx")), root / "templates/roadmap.docx")
    return root


def move_out(root: Path, name: str) -> None:
    """Put a file elsewhere, and a link to it into its place."""
    outside = root.parent / "outside"
    outside.mkdir()
    (root / name).rename(outside / Path(name).name)
    (root / name).symlink_to(outside / Path(name).name)


def told(ask: Callable[[Workspace], object], root: Path) -> list[str]:
    result = ask(open_workspace(root))
    return [one.code for one in result.diagnostics]  # type: ignore[attr-defined]  # of both kinds


@pytest.mark.parametrize("plans", [1, 25], ids=["small", "large"])
@pytest.mark.parametrize("name", NAMED)
def test_it_is_told_after_a_check_and_a_build_that_have_found_nothing(
    tmp_path: Path, name: str, plans: int
) -> None:
    root = workspace(tmp_path / "w", plans)
    assert NAMED[name] not in told(build, root)
    assert NAMED[name] not in told(check, root)
    move_out(root, name)
    assert NAMED[name] in told(check, root)
    assert NAMED[name] in told(build, root)


@pytest.mark.parametrize("name", NAMED)
def test_it_is_told_wherever_the_documents_are_worked_on(tmp_path: Path, name: str) -> None:
    root = workspace(tmp_path / "w", 25)
    move_out(root, name)
    with ProcessPoolExecutor(1) as executor:
        elsewhere = check(open_workspace(root), executor=executor).diagnostics
    shutil.rmtree(root / "build", ignore_errors=True)
    assert elsewhere == check(open_workspace(root)).diagnostics
    assert NAMED[name] in [one.code for one in elsewhere]
