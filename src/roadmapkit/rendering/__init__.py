"""View model and Word template to bytes; the only package that knows Word.

A template is loaded and prepared once, then filled for each document::

    prepared = Template.packaged("order").prepare()
    data = render_document(view, prepared, {"roadmapkit-version": "1.0"})
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from

if TYPE_CHECKING:
    from roadmapkit.rendering.checking import (
        check_template,
        left_out_values,
        review_template,
        unprinted_fields,
    )
    from roadmapkit.rendering.codes import CODES
    from roadmapkit.rendering.faults import RenderError
    from roadmapkit.rendering.fields import TemplateField, template_fields
    from roadmapkit.rendering.filling import render_document, render_values
    from roadmapkit.rendering.streaming import slow_parts
    from roadmapkit.rendering.template import PreparedTemplate, Template

__all__ = [
    "CODES",
    "PreparedTemplate",
    "RenderError",
    "Template",
    "TemplateField",
    "check_template",
    "left_out_values",
    "render_document",
    "render_values",
    "review_template",
    "slow_parts",
    "template_fields",
    "unprinted_fields",
]

__getattr__ = names_from(
    __name__,
    {
        "checking": "check_template left_out_values review_template unprinted_fields",
        "codes": "CODES",
        "faults": "RenderError",
        "fields": "TemplateField template_fields",
        "filling": "render_document render_values",
        "streaming": "slow_parts",
        "template": "PreparedTemplate Template",
    },
)
