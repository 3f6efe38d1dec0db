"""Layout values of the standard's editions, and a house's own over them."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from roadmapkit.documents.profile import page_view, profile_clause, profile_value, text_width_mm
from roadmapkit.documents.view import PageView
from roadmapkit.model.settings import Settings
from tiny_workspaces import PLAN, opened, order_text, view_of

PROFILES = ("gost-2025", "gost-2016")


def page(profile: object, *, long_storage: bool = False) -> PageView:
    settings = Settings.model_validate({"kind": "settings", "profile": profile})
    return page_view(settings, long_storage=long_storage)


class TestMargins:
    """ГОСТ Р 7.0.97: at least left 20, right 10, top 20, bottom 20 mm."""

    @pytest.mark.parametrize("profile", PROFILES)
    def test_margins_are_at_least_those_of_the_standard(self, profile: str) -> None:
        for sides in (page(profile).portrait, page(profile).landscape):
            assert all(got >= least for got, least in zip(sides, (20, 10, 20, 20), strict=True))

    @pytest.mark.parametrize("profile", PROFILES)
    def test_left_margin_is_30_mm_where_kept_over_10_years(self, profile: str) -> None:
        assert page(profile, long_storage=True).portrait == (30, 10, 20, 20)
        assert page(profile, long_storage=False).portrait == (20, 10, 20, 20)

    def test_storage_of_the_house_wins(self) -> None:
        assert page({"storage": "свыше 10 лет"}).portrait[0] == 30
        assert page({"storage": "до 10 лет"}, long_storage=True).portrait[0] == 20

    def test_margins_of_the_house_win_side_by_side(self) -> None:
        found = page({"margins": {"left": 25}, "landscape_margins": {"top": 30, "right": 15}})
        assert found.portrait == (25, 10, 20, 20)
        assert found.landscape == (20, 15, 30, 20)

    def test_margin_of_nothing_is_a_margin_too(self) -> None:
        assert page({"margins": {"left": 0}}, long_storage=True).portrait[0] == 0


class TestEditions:
    """ГОСТ Р 7.0.97: corner requisites up to 8 cm in 2025, up to 7.5 cm in 2016."""

    def test_corner_requisites(self) -> None:
        assert page("gost-2025").corner_mm == 80
        assert page("gost-2016").corner_mm == 75
        assert page({"base": "gost-2016"}).corner_mm == 75

    def test_edition_of_2025_is_the_default(self) -> None:
        assert page_view(Settings(kind="settings"), long_storage=False) == page("gost-2025")

    @pytest.mark.parametrize("profile", PROFILES)
    def test_every_value_names_its_source(self, profile: str) -> None:
        path = files("roadmapkit.documents").joinpath("profiles", f"{profile}.toml")
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        values = {(name, key): value for name, part in data.items() for key, value in part.items()}
        assert len(values) > 10
        for (name, key), entry in values.items():
            assert {"source", "value"} <= entry.keys()
            assert entry.keys() <= {"source", "value", "least", "most", "one_of"}
            assert entry["source"] == "custom" or entry["source"].startswith("ГОСТ Р 7.0.97-")
            assert profile_clause(profile, name, key) == entry["source"]
            assert profile_value(profile, name, key) == entry["value"]

    @pytest.mark.parametrize("profile", PROFILES)
    def test_sizes_are_those_that_the_standard_allows(self, profile: str) -> None:
        found = page(profile)
        assert found.font_pt in (12, 13, 14)
        assert 10 <= found.table_font_pt <= found.font_pt
        assert 1 <= found.line_spacing <= 1.5
        assert found.first_line_mm == 12.5
        assert found.header_mm >= 10


def test_house_chooses_font_sizes_and_spacing() -> None:
    found = page(
        {"font": "PT Astra Serif", "font_size": 13, "table_font_size": 10, "line_spacing": "1.5"}
    )
    assert (found.font, found.font_pt, found.table_font_pt, found.line_spacing) == (
        "PT Astra Serif",
        13,
        10,
        1.5,
    )


def test_text_width_is_what_the_margins_leave_of_a4() -> None:
    found = page({"margins": {"left": 25, "right": 15}})
    assert text_width_mm(found, landscape=False) == 170
    assert text_width_mm(found, landscape=True) == 267


def test_tables_fill_the_width_of_their_own_sheet(tmp_path: Path) -> None:
    settings = "kind: settings\nprofile: {margins: {left: 35}, landscape_margins: {left: 40}}\n"
    header = "appendices:\n  - parts: [{plan: plan}]\n  - {title: С, parts: [{group: gruppa}]}"
    workspace = opened(
        tmp_path, order_text("- control: за собой", header), PLAN, roadmapkit=settings
    )
    view = view_of(workspace, "prikaz")
    tables = [part.table for sheet in view.sheets for part in sheet.parts if part.table]
    widths = [sum(column.width_mm for column in table.columns) for table in tables]
    assert widths == pytest.approx([247, 165], abs=0.05)
    assert view.page.portrait == (35, 10, 20, 20)


def test_acts_are_kept_long_and_plans_alone_are_not(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text("- approve: plan"), PLAN)
    assert view_of(workspace, "prikaz").page.portrait[0] == 30
    assert view_of(workspace, "plan").page.portrait[0] == 20
