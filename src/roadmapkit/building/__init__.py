"""Targets, provenance, signed acts, and writing: from loaded files to files on disk.

The package is not called ``build`` because :func:`roadmapkit.build` is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from

if TYPE_CHECKING:
    from roadmapkit.building.changes.comparison import DirectoryComparison, compare
    from roadmapkit.building.changes.impacts import find_impact
    from roadmapkit.building.codes import CODES
    from roadmapkit.building.forms.review import (
        FormsReview,
        ListedForm,
        PrintedPlace,
        accept_forms,
        review_forms,
    )
    from roadmapkit.building.house_templates import (
        ListedTemplate,
        check_template_file,
        copy_template,
        explain_fields,
        list_templates,
    )
    from roadmapkit.building.output.writing import require_below, write_atomically, write_together
    from roadmapkit.building.packs.making import Packs, make_packs
    from roadmapkit.building.packs.request import PackRequest
    from roadmapkit.building.packs.writing import render_packs, write_packs
    from roadmapkit.building.runner import Manner, Outcome, render_targets, write_targets
    from roadmapkit.building.signing.registration import Registration, register_act
    from roadmapkit.building.stages import Prepared, Shared, prepare
    from roadmapkit.building.targets import report_name
    from roadmapkit.building.written import Why, Written

__all__ = [
    "CODES",
    "DirectoryComparison",
    "FormsReview",
    "ListedForm",
    "ListedTemplate",
    "Manner",
    "Outcome",
    "PackRequest",
    "Packs",
    "Prepared",
    "PrintedPlace",
    "Registration",
    "Shared",
    "Why",
    "Written",
    "accept_forms",
    "check_template_file",
    "compare",
    "copy_template",
    "explain_fields",
    "find_impact",
    "list_templates",
    "make_packs",
    "prepare",
    "register_act",
    "render_packs",
    "render_targets",
    "report_name",
    "require_below",
    "review_forms",
    "write_atomically",
    "write_packs",
    "write_targets",
    "write_together",
]

__getattr__ = names_from(
    __name__,
    {
        "codes": "CODES",
        "changes.comparison": "DirectoryComparison compare",
        "forms.review": "FormsReview ListedForm PrintedPlace accept_forms review_forms",
        "house_templates": (
            "ListedTemplate check_template_file copy_template explain_fields list_templates"
        ),
        "changes.impacts": "find_impact",
        "packs.writing": "render_packs write_packs",
        "packs.request": "PackRequest",
        "packs.making": "Packs make_packs",
        "signing.registration": "Registration register_act",
        "runner": "Manner Outcome render_targets write_targets",
        "stages": "Prepared Shared prepare",
        "targets": "report_name",
        "output.writing": "require_below write_atomically write_together",
        "written": "Why Written",
    },
)
