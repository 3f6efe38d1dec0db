"""Which plain scalars are typed, the core of YAML that no author trips over; how one is written."""

from __future__ import annotations

from roadmapkit.lazily import regex

__all__ = ["Scalar", "plain_value", "written_scalar"]

Scalar = str | int | bool | None

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_WORD_STARTS = frozenset("tfn~")
# Above this length a number is a mistake, and Python refuses to convert it anyway.
_WHOLE_NUMBER = regex(r"(?:0|-?[1-9][0-9]{0,999})\Z")
_NUMBER_STARTS = frozenset("-0123456789")

_WORD = regex(r"[A-Za-zА-Яа-яЁё0-9](?:[\w./-]*\w)?")
_PHRASE = regex(r"[A-Za-zА-Яа-яЁё0-9](?:[\w./–«»№()%+,; -]*[\w.»)%])?")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def plain_value(text: str) -> Scalar:
    """Return what an unquoted scalar means.

    Only ``true``, ``false``, ``null``, ``~``, nothing at all, and whole numbers
    without a leading zero are typed. Everything else keeps its characters, so that
    ``1.10``, ``046``, ``no``, ``да`` and ``15.01.2024`` print as they were written.
    """
    first = text[:1]
    if first in _NUMBER_STARTS:
        return int(text) if _WHOLE_NUMBER.match(text) else text
    if first in _WORD_STARTS or not text:
        return _WORDS.get(text, text)
    return text


def written_scalar(value: str, *, phrases: bool = True) -> str:
    """Return *value* as YAML: plain where nothing can be misread, quoted otherwise.

    Args:
        value: The text.
        phrases: Several words may stand plain too; not so within brackets, where a comma
            divides.
    """
    plain = _PHRASE if phrases and "  " not in value else _WORD
    if plain.fullmatch(value) and value.casefold() not in _RESERVED:
        return value
    escaped = "".join(_ESCAPES.get(sign) or _escaped(sign) for sign in value)
    return f'"{escaped}"'


def _escaped(sign: str) -> str:
    """Return a character as it stands in quotation marks: what is not printed by its number."""
    if sign.isprintable() or sign == "\u00a0":
        return sign
    number = ord(sign)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
