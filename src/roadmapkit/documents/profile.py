"""Layout values of the format profiles, with a house's own over them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from roadmapkit.documents.view import Align, PageView
from roadmapkit.lazily import dataclass
from roadmapkit.model.settings import ProfileName, ProfileOverrides, Settings
from roadmapkit.resources import table

__all__ = [
    "CUSTOM",
    "HOUSE_KEYS",
    "ProfileValue",
    "house_overrides",
    "page_view",
    "profile_clause",
    "profile_limits",
    "profile_value",
    "profile_values",
    "set_value",
    "text_width_mm",
    "unit_of",
]

CUSTOM = "custom"
"""Source of a value that the standard leaves to the organisation."""

HOUSE_KEYS: dict[tuple[str, str], tuple[str, ...]] = {
    **{("portrait", side): ("margins", side) for side in ("left", "right", "top", "bottom")},
    **{
        ("landscape", side): ("landscape_margins", side)
        for side in ("left", "right", "top", "bottom")
    },
    ("storage", "long_left"): ("storage_left",),
    ("page", "header"): ("header",),
    ("page", "number_place"): ("number_place",),
    ("page", "number_first"): ("number_first",),
    ("page", "number_size"): ("number_size",),
    ("text", "font"): ("font",),
    ("text", "size"): ("font_size",),
    ("text", "table_size"): ("table_font_size",),
    ("text", "line_spacing"): ("line_spacing",),
    ("text", "first_line"): ("first_line",),
    ("text", "justify"): ("justify",),
    ("requisites", "corner"): ("corner",),
    ("requisites", "form_size"): ("form_size",),
    ("requisites", "details_size"): ("details_size",),
    ("requisites", "verb_spacing"): ("verb_spacing",),
    ("emblem", "height"): ("emblem_height",),
    ("signature", "space"): ("signature_space",),
    ("signature", "stamp_size"): ("stamp_size",),
    ("appendix", "align"): ("appendix_align",),
    ("qr", "size"): ("qr_size",),
}
"""Where in the settings, below ``profile``, a house may set a value of its own."""

_A4_MM = (210.0, 297.0)
_ALIGNMENTS: dict[str, Align] = {"слева": "left", "по центру": "center", "справа": "right"}


@dataclass(frozen=True, slots=True)
class ProfileValue:
    """A layout value and where it comes from.

    Attributes:
        section: Section of the profile.
        key: Key in it.
        value: What is printed with: millimetres, points, text or a flag.
        standard: What the profile has.
        clause: The place in the standard, or :data:`CUSTOM`.
        house: Path of the house's own value in the settings, below ``profile``; empty
            where the house has none.
    """

    section: str
    key: str
    value: Any
    standard: Any
    clause: str
    house: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Who has set the value: ``house``, ``standard`` or ``custom``."""
        if self.house:
            return "house"
        return CUSTOM if self.clause == CUSTOM else "standard"


_POINTS = ("size", "table_size", "number_size", "form_size", "details_size", "stamp_size")
_OTHER_POINTS = (("requisites", "verb_spacing"), ("signature", "space"))
_WITHOUT_UNIT = (("text", "line_spacing"), ("requisites", "line_spacing"))


def unit_of(section: str, key: str) -> str:
    """Return the unit of a value: ``mm``, ``pt``, or nothing for words and ratios."""
    value = profile_value("gost-2025", section, key)
    if isinstance(value, bool | str) or (section, key) in _WITHOUT_UNIT:
        return ""
    in_points = (section, key) in _OTHER_POINTS or (key in _POINTS and section != "qr")
    return "pt" if in_points else "mm"


@cache
def _profile(name: str) -> dict[str, Any]:
    found: dict[str, Any] = table(__file__, f"profiles/{name}")
    return found


def profile_value(name: str, section: str, key: str) -> Any:
    """Return one value of the profile *name*: millimetres, points, text or a flag."""
    return _profile(name)[section][key]["value"]


def profile_clause(name: str, section: str, key: str) -> str:
    """Return the place in the standard behind a value, or ``custom`` where it has none."""
    return str(_profile(name)[section][key]["source"])


def profile_limits(name: str, section: str, key: str) -> dict[str, Any]:
    """Return what the standard allows: ``least``, ``most`` or ``one_of``, where it says so."""
    entry = _profile(name)[section][key]
    return {word: entry[word] for word in ("least", "most", "one_of") if word in entry}


def house_overrides(settings: Settings) -> ProfileOverrides:
    """Return what a house has set, with the profile it starts from."""
    return _overrides(settings.profile)


def _overrides(profile: ProfileOverrides | ProfileName) -> ProfileOverrides:
    if isinstance(profile, ProfileOverrides):
        return profile
    return ProfileOverrides.model_construct(base=profile)


def profile_values(settings: Settings) -> Iterator[ProfileValue]:
    """Yield every value of the profile as the settings leave it, in the order of the profile."""
    house = house_overrides(settings)
    for section, entries in _profile(house.base).items():
        for key in entries:
            yield set_value(house, section, key)


def set_value(house: ProfileOverrides, section: str, key: str) -> ProfileValue:
    """Return a value as the profile has it, or as the house has set it."""
    standard = profile_value(house.base, section, key)
    clause = profile_clause(house.base, section, key)
    path = HOUSE_KEYS.get((section, key), ())
    own: Any = house if path else None
    for name in path:
        own = getattr(own, name, None)
    if own is None:
        return ProfileValue(section, key, standard, standard, clause)
    if isinstance(standard, float):
        own = float(own)
    return ProfileValue(section, key, own, standard, clause, path)


def page_view(settings: Settings, *, long_storage: bool) -> PageView:
    """Return the layout of a document.

    Args:
        settings: Profile and the house's overrides.
        long_storage: Whether documents of the kind are kept over ten years, which
            widens the left margin; the settings may say otherwise.
    """
    return _page(settings.profile, long_storage)


@lru_cache(maxsize=64)  # a workspace has one profile, and thousands of documents
def _page(profile: ProfileOverrides | ProfileName, long_storage: bool) -> PageView:
    house = _overrides(profile)

    def value(section: str, key: str) -> Any:
        return set_value(house, section, key).value

    if house.storage is not None:
        long_storage = house.storage == "свыше 10 лет"
    return PageView(
        portrait=_margins(house, "portrait", long_storage=long_storage),
        landscape=_margins(house, "landscape", long_storage=False),
        header_mm=value("page", "header"),
        font=value("text", "font"),
        font_pt=value("text", "size"),
        table_font_pt=value("text", "table_size"),
        line_spacing=value("text", "line_spacing"),
        first_line_mm=value("text", "first_line"),
        corner_mm=value("requisites", "corner"),
        number_align=_ALIGNMENTS[value("page", "number_place")],
        number_first=value("page", "number_first"),
        number_pt=value("page", "number_size"),
        justify=value("text", "justify"),
        form_pt=value("requisites", "form_size"),
        details_pt=value("requisites", "details_size"),
        verb_spacing_pt=value("requisites", "verb_spacing"),
        signature_space_pt=value("signature", "space"),
        stamp_pt=value("signature", "stamp_size"),
        appendix_align=_ALIGNMENTS[value("appendix", "align")],
    )


def _margins(
    house: ProfileOverrides, orientation: str, *, long_storage: bool
) -> tuple[float, float, float, float]:
    left = set_value(house, orientation, "left")
    width = float(left.value)
    if long_storage and not left.house:
        width = max(width, float(set_value(house, "storage", "long_left").value))
    right, top, bottom = (
        float(set_value(house, orientation, side).value) for side in ("right", "top", "bottom")
    )
    return width, right, top, bottom


def text_width_mm(page: PageView, *, landscape: bool) -> float:
    """Return the width between the side margins."""
    left, right, _, _ = page.landscape if landscape else page.portrait
    return _A4_MM[1 if landscape else 0] - left - right
