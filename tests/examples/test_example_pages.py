"""What a word processor makes of the examples: pages, sizes, no blank page at the end."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from example_files import FILES, files, prepared

pytestmark = pytest.mark.libreoffice

PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
Pages = list[tuple[tuple[int, int], str]]
"""Size in points and text of every page."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pages]:
    """Pages of every file, from one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("examples")
    paths = [folder / f"{number}.docx" for number in range(len(FILES))]
    for path, name in zip(paths, FILES, strict=True):
        path.write_bytes(files()[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *paths],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: _read(path.with_suffix(".pdf")) for path, name in zip(paths, FILES, strict=True)}


def _read(path: Path) -> Pages:
    done = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True
    )
    found = re.findall(
        r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', done.stdout, re.DOTALL
    )
    return [
        ((round(float(width)), round(float(height))), _text(page)) for width, height, page in found
    ]


def _text(page: str) -> str:
    """Return the words of a page line by line, from the top."""
    words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]+)</word>', page)
    placed = sorted((round(float(y)), float(x), word) for x, y, word in words)
    return " ".join(word for _, _, word in placed)


@pytest.mark.parametrize("name", FILES)
def test_no_page_is_blank(pages: Mapping[str, Pages], name: str) -> None:
    texts = [re.sub(r"^\d+\s*", "", text) for _, text in pages[name]]
    assert texts
    assert [number for number, text in enumerate(texts, start=1) if not text] == []


@pytest.mark.parametrize("name", FILES)
def test_pages_lie_as_their_sheets(pages: Mapping[str, Pages], name: str) -> None:
    view = next(item.view for item in prepared().composed if item.target.path == name)
    expected = [PORTRAIT] if view.act or view.minutes or view.letter else []
    expected += [LANDSCAPE if sheet.landscape else PORTRAIT for sheet in view.sheets]
    turns = [size for size, _ in pages[name]]
    runs = [size for index, size in enumerate(turns) if index == 0 or turns[index - 1] != size]
    wanted = [
        size for index, size in enumerate(expected) if index == 0 or expected[index - 1] != size
    ]
    assert runs == wanted


@pytest.mark.parametrize("name", FILES)
def test_pages_after_the_first_are_numbered(pages: Mapping[str, Pages], name: str) -> None:
    first, *later = [text for _, text in pages[name]]
    assert not first.startswith("1 ")
    assert [text.split()[0] for text in later] == [str(n) for n in range(2, len(later) + 2)]


@pytest.mark.parametrize(
    ("name", "headings"),
    [
        ("roadmaps/polyarny/polyarny-roadmap-2020.docx", "№ Мероприятия 1 2 3 4 5"),
        ("roadmaps/verkhnelessk/verkhnelessk-roadmap-2024.docx", "№ п/п Мероприятия Планируемый"),
    ],
)
def test_heading_of_a_long_table_repeats(
    pages: Mapping[str, Pages], name: str, headings: str
) -> None:
    beginnings = [text.split()[:60] for _, text in pages[name]]
    assert len(beginnings) > 2
    for words in beginnings:
        assert set(headings.split()) <= set(words)


@pytest.mark.parametrize("name", [name for name in FILES if re.search(r"order-\d+\.docx", name)])
def test_signature_does_not_stand_alone_on_a_page(pages: Mapping[str, Pages], name: str) -> None:
    view = next(item.view for item in prepared().composed if item.target.path == name)
    assert view.act is not None
    assert view.act.signature is not None
    surname = view.act.signature.name.split("\u00a0")[-1]
    page = next(text for size, text in pages[name] if size == PORTRAIT and surname in text)
    assert view.act.clauses[-1].text.split()[-1].rstrip(".") in page
