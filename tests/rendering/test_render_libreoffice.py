"""What a real word processor makes of the documents: pages, sizes, what stands on which page."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from documents_by_hand import (
    data_row,
    group_sheet,
    order_view,
    plan_sheet,
    results_sheet,
    roadmap_view,
    sheet_with,
)
from word_files import opened, render, render_house, text_of

from roadmapkit.documents.view import (
    ClauseView,
    DocumentView,
    PartView,
    SignatureView,
    TableColumn,
    TableView,
)
from roadmapkit.resources import resource

pytestmark = pytest.mark.libreoffice

WIDTHS = (20.0, 150.0)


def act_of(lines: int) -> DocumentView:
    """An order whose text ends *lines* short clauses down the page, without appendices."""
    view = order_view()
    assert view.act is not None
    clauses = tuple(ClauseView(f"{n}.", f"Поручение {n}.") for n in range(1, lines))
    last = ClauseView(f"{lines}.", "Контроль оставляю за собой.", last=True)
    act = replace(view.act, clauses=(*clauses, last), approval=(), executor=())
    return replace(view, act=act, sheets=())


def plan_of(count: int) -> DocumentView:
    """A sheet whose table of *count* one-line rows ends it."""
    rows = tuple(data_row(WIDTHS, str(n), f"Мероприятие {n}") for n in range(1, count + 1))
    table = TableView(
        tuple(TableColumn(width) for width in WIDTHS), (data_row(WIDTHS, "№", "Название"),), rows
    )
    return roadmap_view(sheet_with(PartView("plan", table=table)))


def signed_plan_of(count: int) -> DocumentView:
    view = plan_of(count)
    signature = SignatureView(("Главный специалист",), "Т.П. Ильинская")
    return replace(view, sheets=(replace(view.sheets[0], signature=signature),))


VIEWS = {
    "order": order_view(),
    "note": order_view(results_sheet(), plan_sheet(), group_sheet()),
    "restart": order_view(replace(plan_sheet(), restart_pages=True)),
    **{f"act-{lines}": act_of(lines) for lines in range(16, 26)},
    **{f"plan-{count}": plan_of(count) for count in range(38, 48)},
    **{f"signed-{count}": signed_plan_of(count) for count in range(36, 46, 2)},
}
Pages = list[tuple[tuple[int, int], str]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pages]:
    """Sizes in points and text of the pages of every view, from one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("pages")
    for name, view in VIEWS.items():
        (folder / f"{name}.docx").write_bytes(render(view))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: read_pages(folder / f"{name}.pdf") for name in VIEWS}


def read_pages(path: Path) -> Pages:
    done = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True
    )
    found = re.findall(
        r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', done.stdout, re.DOTALL
    )
    return [
        (
            (round(float(width)), round(float(height))),
            " ".join(re.findall(r">([^<]+)</word>", words)),
        )
        for width, height, words in found
    ]


def test_orders_turn_pages_for_the_plan(pages: Mapping[str, Pages]) -> None:
    sizes = [size for size, _ in pages["order"]]
    portrait, landscape = (595, 842), (842, 595)
    assert sizes == [portrait, portrait, landscape, landscape, portrait]


def test_pages_are_numbered_through_from_the_second(pages: Mapping[str, Pages]) -> None:
    numbers = [text.split()[0] for _, text in pages["order"]]
    assert numbers == ["УПРАВЛЕНИЕ", "2", "3", "4", "5"]


def test_pages_are_numbered_anew_where_asked(pages: Mapping[str, Pages]) -> None:
    assert [text.split()[0] for _, text in pages["restart"]] == [
        "УПРАВЛЕНИЕ",
        "2",
        "Приложение",
        "2",
    ]


def test_executor_stands_on_the_last_page_of_the_act(pages: Mapping[str, Pages]) -> None:
    assert [("Татьяна" in text) for _, text in pages["order"]] == [False, True, *[False] * 3]


def test_heading_of_a_plan_repeats(pages: Mapping[str, Pages]) -> None:
    assert ["Планируемый результат" in text for _, text in pages["order"]] == [
        False,
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("name", VIEWS)
def test_no_page_is_blank(pages: Mapping[str, Pages], name: str) -> None:
    assert all(re.sub(r"\d+", "", text).strip() for _, text in pages[name])


@pytest.mark.parametrize("name", [name for name in VIEWS if name.startswith("act-")])
def test_signature_of_an_act_takes_text_with_it(pages: Mapping[str, Pages], name: str) -> None:
    [page] = [text for _, text in pages[name] if "Лозовая" in text]
    lines = int(name.removeprefix("act-"))
    assert "Контроль оставляю за собой" in page
    assert f"Поручение {lines - 1}." in page


def test_acts_of_the_sample_reach_a_second_page(pages: Mapping[str, Pages]) -> None:
    counts = {len(pages[name]) for name in VIEWS if name.startswith("act-")}
    assert counts == {1, 2}


@pytest.mark.parametrize("name", [name for name in VIEWS if name.startswith("signed-")])
def test_signature_of_a_sheet_takes_a_row_with_it(pages: Mapping[str, Pages], name: str) -> None:
    [page] = [text for _, text in pages[name] if "Ильинская" in text]
    assert f"Мероприятие {name.removeprefix('signed-')}" in page


def test_plans_of_the_sample_reach_a_second_page(pages: Mapping[str, Pages]) -> None:
    for kind in ("plan-", "signed-"):
        assert {len(pages[name]) for name in VIEWS if name.startswith(kind)} == {1, 2}


@pytest.mark.parametrize("kind", ["order", "roadmap"])
def test_template_saved_by_a_word_processor_prints_the_same_text(kind: str, tmp_path: Path) -> None:
    """A house opens a packaged template and saves it: runs are split, styles rewritten."""
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    source = str(resource("templates", f"{kind}.docx"))
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", tmp_path, source],
        check=True,
        capture_output=True,
        timeout=300,
    )
    view = order_view(results_sheet(), plan_sheet()) if kind == "order" else roadmap_view()
    saved = (tmp_path / f"{kind}.docx").read_bytes()
    document = render_house(saved, view)
    assert text_of(document) == text_of(render(view))
    assert [s.orientation for s in opened(document).sections] == [
        s.orientation for s in opened(render(view)).sections
    ]
