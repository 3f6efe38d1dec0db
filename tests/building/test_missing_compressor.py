"""A compressor that the settings choose and that this computer lacks: told before it is needed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from roadmapkit import build, check, open_workspace
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.errors import ArgumentError
from tiny_workspaces import PLAN, write_files

SETTINGS = "kind: settings\nlocale: en\nbuild:\n  compressor: isal\n"


def workspace(root: Path, settings: str = SETTINGS, plans: int = 1) -> Path:
    files = {
        f"roadmaps/p{number}.yaml": PLAN.replace("id: plan", f"id: p{number}")
        for number in range(plans)
    }
    write_files(root, {"roadmapkit.yaml": settings, **files})
    return root


@pytest.fixture
def without_isal(monkeypatch: pytest.MonkeyPatch) -> None:
    from roadmapkit.rendering.compression import compressor_named

    compressor_named.cache_clear()
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)


def told(root: Path) -> list[Diagnostic]:
    return [one for one in check(open_workspace(root)).diagnostics if one.code == "BLD014"]


@pytest.mark.usefixtures("without_isal")
@pytest.mark.parametrize("plans", [1, 25], ids=["small", "large"])
def test_a_check_tells_it_once_at_the_line_of_the_settings(tmp_path: Path, plans: int) -> None:
    root = workspace(tmp_path, plans=plans)
    [found] = told(root)
    assert found.span is not None
    assert (found.span.file, found.span.line) == ("roadmapkit.yaml", 4)
    assert found.severity.value == "warning"
    assert "isal" in str(found.message)
    assert "pip install isal" in str(found.hint)
    assert "--compressor zlib" in str(found.hint)
    assert not check(open_workspace(root)).blocked
    assert told(root) == [found]  # remembered


@pytest.mark.usefixtures("without_isal")
def test_a_build_writes_nothing_and_another_compressor_is_the_way_out(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    with pytest.raises(ArgumentError, match="pip install isal"):
        build(open_workspace(root))
    assert not list(root.rglob("*.docx"))
    result = build(open_workspace(root), compressor="zlib")
    assert [item.document for item in result.written] == ["p0"]
    assert "BLD014" not in [one.code for one in result.diagnostics]


@pytest.mark.usefixtures("without_isal")
def test_a_house_may_choose_not_to_be_told(tmp_path: Path) -> None:
    root = workspace(tmp_path, f"{SETTINGS}checks: {{ignore: [BLD014]}}\n")
    assert told(root) == []


@pytest.mark.usefixtures("without_isal")
def test_nothing_is_told_of_the_compressor_of_python(tmp_path: Path) -> None:
    assert told(workspace(tmp_path, SETTINGS.replace("isal", "zlib"))) == []


def test_nothing_is_told_of_one_that_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("isal")
    assert told(workspace(tmp_path)) == []
