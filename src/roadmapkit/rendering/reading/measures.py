"""Lengths and switches of WordprocessingML; what cannot be read is absent, never a fault."""

from __future__ import annotations

import math
import re

from lxml import etree

from roadmapkit.rendering.ooxml import w

__all__ = ["attribute", "is_on", "length_mm", "points", "whole"]

_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6}
_UNIVERSAL = re.compile(r"([-+]?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)")
_PLAIN = re.compile(r"[-+]?\d{1,9}(?:\.\d{1,9})?")
_MOST_MM = 2000.0


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return an attribute of WordprocessingML, None where there is none."""
    if element is None:
        return None
    value = element.get(w(name))
    return value.strip() if value is not None else None


def length_mm(text: str | None) -> float | None:
    """Return a length: twentieths of a point, or a number with its unit.

    Source:
        ECMA-376 Part 1, 22.9.2.14 ST_TwipsMeasure, 22.9.2.15 ST_UniversalMeasure.
    """
    if text is None:
        return None
    if match := _UNIVERSAL.fullmatch(text):
        value = float(match[1]) * _MM[match[2]]
    elif _PLAIN.fullmatch(text):
        value = float(text) * 25.4 / 1440
    else:
        return None
    return value if math.fabs(value) <= _MOST_MM else None


def points(text: str | None, unit: float) -> float | None:
    """Return points: a bare number counts parts of a point, *unit* of them."""
    if text is None:
        return None
    if _PLAIN.fullmatch(text):
        return float(text) / unit
    length = length_mm(text)
    return None if length is None else length * 72 / 25.4


def whole(text: str | None) -> int | None:
    """Return a whole number."""
    return int(text) if text is not None and re.fullmatch(r"[-+]?\d{1,9}", text) else None


def is_on(element: etree._Element | None) -> bool:
    """Return whether a switch is there and is not turned off."""
    if element is None:
        return False
    return element.get(w("val"), "true").strip().lower() not in {"false", "0", "off"}
