"""Small edits of a file that keep its comments, order, quoting and line ends."""

from __future__ import annotations

import re
from collections.abc import Mapping

from roadmapkit.source.document import SourceDocument
from roadmapkit.source.scalars import written_scalar

__all__ = ["replace_values"]


def replace_values(document: SourceDocument, values: Mapping[str, str]) -> str:
    """Return the text of the file with top-level values of one of its documents replaced.

    A key that the document lacks is written below its ``id``.

    Args:
        document: The document to change; it has an ``id``.
        values: New values by key, in the order in which missing keys are written.
    """
    text = document.source.text
    newline = "\r\n" if "\r\n" in text else "\n"
    edits: list[tuple[int, int, str]] = []
    below = _line_end(text, document.extent(("id",))[1])
    missing = []
    for key, value in values.items():
        if key in document.data:
            start, end = document.extent((key,))
            space = " " if start == end and text[start - 1 : start] == ":" else ""
            edits.append((start, end, space + written_scalar(value, phrases=False)))
        else:
            missing.append(f"{newline}{key}: {written_scalar(value, phrases=False)}")
    if missing:
        edits.append((below, below, "".join(missing)))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _line_end(text: str, place: int) -> int:
    match = re.compile(r"[\r\n]|\Z").search(text, place)
    return match.start() if match else len(text)
