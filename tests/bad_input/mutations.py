"""Ways in which a file gets spoilt: by an editor, a merge, a mailbox, a cat on the keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

__all__ = ["spoilt_bytes", "spoilt_texts"]

ODD = (
    *("\t", "\r", "\r\n", "\n", "\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"),
    *("\ufeff", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2066", "\ufffd", "\ufffe"),
    *("\u0301", "\u0406", "\u1e9e", "\u0130", "\U0001f4c5", "\U0001f1f7\U0001f1fa", "\U0010ffff"),
    *(
        ": ",
        " #",
        "#",
        "- ",
        "---",
        "\n---\n",
        "...",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "? ",
        "| ",
        ">- ",
    ),
    *("[", "]", "{", "}", ",", '"', "'", "%", "@", "`", "\\", "«", "»", "„", "“", "–", "null", "~"),
    *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "{{ x }}", "{% for %}", "&amp;", "<w:p/>"),
    *("2024", "-1", "99999999999999999999", "31.02.2024", "0", "true", "да", "№", "до ", "по "),
)

SENSELESS = (
    *("$", "-", "–", "...", ".", ",", ", ,", "; ;", "()", "(", ")", "«»", "»", "№", "№ 1", "'"),
    *("и", "А.", "А.А.", "г.", "I", "Ⅳ", "½", "²", "٣", "1.1", "1,5", "5%", "-0", "1e5", "inf"),
    *("с 1 по", "в течение 0 дней", "за 5 дней до", "до 31 декабря 9999 г.", "1 января 0001 г."),
    *(
        "31.02.2024",
        "9999-12-31",
        "2024-2020",
        "2025/2025",
        "0000",
        "а," * 200,
        "(" * 60,
        "x" * 400,
    ),
    *("../x", "/etc", "x.csv", "x.md", "{a}", "{0}", "%s", "\\1", "(?i)", "[x](y)", "| a |", "# h"),
)
"""Texts that are values by their form, and mean nothing."""

Lines = list[str]
Change = Callable[[Lines, Any], None]


def _place(lines: Lines, draw: Any) -> int:
    return int(draw(st.integers(0, max(0, len(lines) - 1))))


def _delete(lines: Lines, draw: Any) -> None:
    start = _place(lines, draw)
    del lines[start : start + draw(st.integers(1, 5))]


def _duplicate(lines: Lines, draw: Any) -> None:
    start = _place(lines, draw)
    chunk = lines[start : start + draw(st.integers(1, 12))]
    at = _place(lines, draw)
    lines[at:at] = chunk


def _swap(lines: Lines, draw: Any) -> None:
    if lines:
        first, second = _place(lines, draw), _place(lines, draw)
        lines[first], lines[second] = lines[second], lines[first]


def _indent(lines: Lines, draw: Any) -> None:
    if lines:
        at = _place(lines, draw)
        width = draw(st.integers(0, 9))
        lines[at] = draw(st.sampled_from([" ", "\t", "\u00a0"])) * width + lines[at].lstrip()


def _insert(lines: Lines, draw: Any) -> None:
    if lines:
        at = _place(lines, draw)
        column = draw(st.integers(0, len(lines[at])))
        odd = draw(st.sampled_from(ODD) | st.characters())
        lines[at] = lines[at][:column] + odd + lines[at][column:]


def _erase(lines: Lines, draw: Any) -> None:
    if lines:
        at = _place(lines, draw)
        start = draw(st.integers(0, len(lines[at])))
        lines[at] = lines[at][:start] + lines[at][start + draw(st.integers(1, 20)) :]


def _replace_value(lines: Lines, draw: Any) -> None:
    if lines:
        at = _place(lines, draw)
        key, colon, _ = lines[at].partition(": ")
        if colon:
            lines[at] = key + colon + draw(st.sampled_from(ODD) | st.text(max_size=30))


def _quote_value(lines: Lines, draw: Any) -> None:
    """Give a key a text that is sound YAML and sense in no cell: «$», «-», a long row of commas."""
    if lines:
        at = _place(lines, draw)
        key, colon, _ = lines[at].partition(": ")
        if colon:
            lines[at] = key + colon + json.dumps(draw(st.sampled_from(SENSELESS)))


def _take_value(lines: Lines, draw: Any) -> None:
    """Give a key the value of another one."""
    if lines:
        at, other = _place(lines, draw), _place(lines, draw)
        key, colon, _ = lines[at].partition(": ")
        _, found, value = lines[other].partition(": ")
        if colon and found:
            lines[at] = key + colon + value


def _truncate(lines: Lines, draw: Any) -> None:
    del lines[_place(lines, draw) :]


CHANGES: Sequence[Change] = (
    *(_delete, _duplicate, _swap, _indent),
    *(_insert, _erase, _replace_value, _quote_value, _take_value, _truncate),
)


@st.composite
def spoilt_texts(draw: Any, texts: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Draw one of the named *texts* with a few things about it spoilt."""
    name, text = draw(st.sampled_from(texts))
    lines = text.split("\n")
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4)):
        change(lines, draw)
    return name, "\n".join(lines)


@st.composite
def spoilt_bytes(draw: Any, texts: Sequence[tuple[str, str]]) -> tuple[str, bytes]:
    """Draw one of the named *texts* in a strange encoding, or with strange bytes in it."""
    name, text = draw(st.sampled_from(texts))
    encoding = draw(st.sampled_from(["utf-8", "cp1251", "koi8-r", "utf-16", "utf-16-be"]))
    data = text.encode(encoding, "replace")
    at = draw(st.integers(0, len(data)))
    return name, data[:at] + draw(st.binary(max_size=4)) + data[at + draw(st.integers(0, 3)) :]
