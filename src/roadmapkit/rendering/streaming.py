"""Which parts of a template cannot be streamed, told to whoever makes the template."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.rendering.codes import SLOW
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.places import part_label
from roadmapkit.rendering.template import PreparedTemplate

__all__ = ["slow_parts"]


def slow_parts(template: PreparedTemplate) -> Iterator[Diagnostic]:
    """Yield a note about each part whose tables have as many columns as values say.

    Its documents are right, but printed as a whole and read again.

    Args:
        template: A template without errors.
    """
    for part in template.parts:
        if part.varies:
            yield RenderError(
                SLOW,
                Message(
                    "the number of columns of a table depends on values, so that its columns are "
                    "counted in the finished text, which takes several times longer"
                ),
                Message(
                    "write {tag}, the widths of all columns in millimetres, into a cell of the "
                    "table; nothing has to be done where its documents are small",
                    tag="{% grid [30, 60] %}",
                ),
                template=template.template.name,
                place=part_label(part.name),
            ).diagnostic()
