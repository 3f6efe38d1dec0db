"""Links of the pages lead somewhere; every picture is shown, small and made by the script."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from checkout import ROOT, files

PAGES = [path for path in files(".md") if path.parent == ROOT or ROOT / "docs" in path.parents]
PICTURES = ROOT / "docs" / "pictures"
LARGEST = 120 * 1024

LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_of_a_page_lead_to_files(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_pages_have_links_at_all() -> None:
    assert len(PAGES) > 20
    assert sum(len(LINK.findall(page.read_text(encoding="utf-8"))) for page in PAGES) > 60


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached:
            continue
        reached.add(page)
        if page.is_dir():
            waiting += page.glob("*.md")
        elif page.suffix == ".md":
            links = LINK.findall(page.read_text(encoding="utf-8"))
            waiting += [page.parent / link for link in links]
    assert [page for page in PAGES if page not in reached] == []


def test_every_picture_is_made_by_the_script_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    made = {item.name for item in runpy.run_path(str(ROOT / "tools" / "pictures.py"))["PICTURES"]}
    shown = {
        Path(link).stem
        for page in PAGES
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if link.endswith(".png")
    }
    assert {path.stem for path in PICTURES.iterdir()} == made == shown


def test_pictures_are_small() -> None:
    assert [path.name for path in PICTURES.iterdir() if path.stat().st_size > LARGEST] == []
