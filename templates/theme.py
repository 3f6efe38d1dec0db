"""The parts that Word requires and these templates do not use: theme and table of fonts."""

from __future__ import annotations

from styles import FONT
from wordml import NAMESPACES

__all__ = ["font_table_part", "theme_part"]

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2A36",
    "lt2": "EEEEEE",
    "accent1": "2F5D8A",
    "accent2": "A8572A",
    "accent3": "5F7F3A",
    "accent4": "6B4F86",
    "accent5": "2F7F86",
    "accent6": "8A6D1F",
    "hlink": "0000EE",
    "folHlink": "551A8B",
}


def theme_part() -> str:
    """Return the smallest theme that is valid: text in one font, plain fills and lines."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'name="Документ"><a:themeElements>'
        f'<a:clrScheme name="Документ">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Документ">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Документ"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def font_table_part() -> str:
    """Return the table of fonts; it names the metric-compatible free font as a substitute."""
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="Liberation Serif"/>'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="CC"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
