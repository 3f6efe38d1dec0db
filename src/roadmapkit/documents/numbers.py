"""Numbers as the locale prints them: «+1,2», «12 500», «37,2 %», rounded half up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from roadmapkit.resolve.data_tables import NumberLook

__all__ = ["number_text"]

_LOCALE = "ru"
_MINUS = "−"
_NO_BREAK = "\u00a0"
_WIDE = Context(prec=60)


def number_text(value: Decimal, look: NumberLook) -> str:
    """Return *value* as it is printed; zero has no sign.

    Args:
        value: The number; a share is in per cent already.
        look: Decimals, sign, thousands, per cent, unit.
    """
    from babel.numbers import format_decimal, format_percent

    step = Decimal(1).scaleb(-look.decimals)
    rounded = value.quantize(step, rounding=ROUND_HALF_UP, context=_WIDE)
    decimals = f".{'0' * look.decimals}" if look.decimals else ""
    pattern = f"{'#,##0' if look.thousands else '0'}{decimals}"
    if look.percent:
        size = format_percent(
            abs(rounded).scaleb(-2, context=_WIDE),
            format=f"{pattern}{_NO_BREAK}%",
            locale=_LOCALE,
            decimal_quantization=False,
        )
    else:
        size = format_decimal(
            abs(rounded), format=pattern, locale=_LOCALE, decimal_quantization=False
        )
    sign = _MINUS if rounded < 0 else "+" if look.sign and rounded > 0 else ""
    unit = f"{_NO_BREAK}{look.unit}" if look.unit else ""
    return f"{sign}{size}{unit}"
