"""Charts: native, valid, the same bytes each time, and told in words to those who see none."""

from __future__ import annotations

import re

import pytest
from documents_by_hand import plan_table, roadmap_view, sheet_with
from lxml import etree
from word_files import faults_of, members, render

from roadmapkit.documents.chart_view import ChartSeries, ChartView
from roadmapkit.documents.view import DocumentView, PartView

C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = ChartView(
    title="Исполнение",
    categories=("Первый & <второй>", "Третий"),
    series=(
        ChartSeries("Выполнено", (3, 0), "2F5597"),
        ChartSeries("Просрочено", (1, 2), "C55A11", "wdUpDiag"),
        ChartSeries("Срок впереди", (0, 4), "D9D9D9"),
    ),
    alternative="Первый – выполнено 3, просрочено 1; третий – «просрочено» 2 & впереди 4.",
    width_mm=200,
    height_mm=70,
)


def with_charts(number: int) -> DocumentView:
    charts = (PartView("chart", chart=CHART) for _ in range(number))
    return roadmap_view(sheet_with(PartView("plan", table=plan_table()), *charts))


@pytest.mark.parametrize("number", [1, 3])
def test_document_with_charts_is_valid(number: int) -> None:
    data = render(with_charts(number))
    assert faults_of(data) == []
    charts = [name for name in members(data) if name.startswith("word/charts/")]
    assert len(charts) == number


def test_document_without_charts_has_no_part_for_them() -> None:
    assert not [name for name in members(render(with_charts(0))) if "chart" in name]


def test_equal_charts_give_equal_bytes() -> None:
    assert render(with_charts(2)) == render(with_charts(2))


def test_chart_carries_its_figures() -> None:
    root = etree.fromstring(members(render(with_charts(1)))["word/charts/roadmapkit-chart1.xml"])
    names = root.xpath("//c:ser/c:tx/c:v/text()", namespaces=C)
    assert names == ["Выполнено", "Просрочено", "Срок впереди"]
    values = [
        series.xpath("c:val/c:numLit/c:pt/c:v/text()", namespaces=C)
        for series in root.iterfind(".//c:ser", C)
    ]
    assert values == [["3", "0"], ["1", "2"], ["0", "4"]]
    labels = root.xpath("//c:ser[1]/c:cat/c:strLit/c:pt/c:v/text()", namespaces=C)
    assert labels == ["Первый & <второй>", "Третий"]


def test_kinds_of_bars_differ_without_colours() -> None:
    root = etree.fromstring(members(render(with_charts(1)))["word/charts/roadmapkit-chart1.xml"])
    looks = []
    for series in root.iterfind(".//c:ser", C):
        look = series.find("c:spPr", C)
        assert look is not None
        solid = look.find(f"{A}solidFill/{A}srgbClr")
        looks.append("hatched" if solid is None else solid.get("val"))
    brightness = [one if one == "hatched" else int(str(one)[:2], 16) // 64 for one in looks]
    assert len(set(brightness)) == 3


def test_those_who_do_not_see_the_chart_are_told_it() -> None:
    text = members(render(with_charts(2)))["word/document.xml"].decode()
    found = re.findall(r'<wp:docPr id="(\d+)"[^>]*descr="([^"]*)"', text)
    assert len({number for number, _ in found}) == 2
    assert {words for _, words in found} == {CHART.alternative.replace("&", "&amp;")}
