"""Edits of a part of a text that leave its quoting, folding and comments as they are."""

from __future__ import annotations

from roadmapkit.diagnostics import Edit
from roadmapkit.lint.texts import PrintedText
from roadmapkit.source.within import edit_within

__all__ = ["replaced"]


def replaced(text: PrintedText, start: int, end: int, new: str) -> tuple[Edit, ...]:
    """Return the edit that puts *new* in the place of a part of a text.

    Args:
        text: The text.
        start: First character of the part.
        end: The one after its last; the same as *start* puts *new* in.
        new: What stands there afterwards.

    Returns:
        Nothing where the part begins the text, cannot be told in the file, stands on several
        of its lines, or where *new* could mean something else to YAML.
    """
    if start == 0 and end > 0:
        return ()
    return edit_within(text.origin, start, end, new)
