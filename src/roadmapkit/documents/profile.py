"""Layout values of the format profiles, with a house's own over them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from roadmapkit.documents.view import PageView
from roadmapkit.model.settings import Margins, ProfileOverrides, Settings

__all__ = ["page_view", "profile_clause", "profile_value", "text_width_mm"]

_A4_MM = (210.0, 297.0)


@cache
def _profile(name: str) -> dict[str, Any]:
    data = files("roadmapkit.documents").joinpath("profiles", f"{name}.toml").read_bytes()
    return tomllib.loads(data.decode("utf-8"))


def profile_value(name: str, section: str, key: str) -> Any:
    """Return one value of the profile *name*: millimetres, points or text."""
    return _profile(name)[section][key]["value"]


def profile_clause(name: str, section: str, key: str) -> str:
    """Return what a value of the profile *name* rests on: act and clause, or ``custom``."""
    return str(_profile(name)[section][key]["source"])


def page_view(settings: Settings, *, long_storage: bool) -> PageView:
    """Return the layout of a document.

    Args:
        settings: Profile and the house's overrides.
        long_storage: Whether documents of the kind are kept over ten years, which
            widens the left margin; the settings may say otherwise.
    """
    profile = settings.profile
    house = profile if isinstance(profile, ProfileOverrides) else ProfileOverrides(base=profile)
    base = house.base
    if house.storage is not None:
        long_storage = house.storage == "свыше 10 лет"
    text = {key: profile_value(base, "text", key) for key in _profile(base)["text"]}
    return PageView(
        portrait=_margins(base, "portrait", house.margins, long_storage=long_storage),
        landscape=_margins(base, "landscape", house.landscape_margins, long_storage=False),
        header_mm=profile_value(base, "page", "header"),
        font=house.font or text["font"],
        font_pt=house.font_size or text["size"],
        table_font_pt=house.table_font_size or text["table_size"],
        line_spacing=float(house.line_spacing or text["line_spacing"]),
        first_line_mm=text["first_line"],
        corner_mm=profile_value(base, "requisites", "corner"),
    )


def _margins(
    base: str, orientation: str, house: Margins | None, *, long_storage: bool
) -> tuple[float, float, float, float]:
    house = house or Margins()
    left = profile_value(base, orientation, "left")
    if long_storage:
        left = max(left, profile_value(base, "storage", "long_left"))
    values = {side: profile_value(base, orientation, side) for side in ("right", "top", "bottom")}
    return (
        float(left if house.left is None else house.left),
        float(values["right"] if house.right is None else house.right),
        float(values["top"] if house.top is None else house.top),
        float(values["bottom"] if house.bottom is None else house.bottom),
    )


def text_width_mm(page: PageView, *, landscape: bool) -> float:
    """Return the width between the side margins."""
    left, right, _, _ = page.landscape if landscape else page.portrait
    return _A4_MM[1 if landscape else 0] - left - right
