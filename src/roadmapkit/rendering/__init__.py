"""View model and Word template to bytes; the only package that knows Word.

A template is loaded and prepared once, then filled for each document::

    prepared = Template.packaged("order").prepare()
    data = render_document(view, prepared, {"roadmapkit-version": "1.0"})
"""

from __future__ import annotations

from roadmapkit.rendering.codes import CODES
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.template import PreparedTemplate, Template, render_document

__all__ = ["CODES", "PreparedTemplate", "RenderError", "Template", "render_document"]
