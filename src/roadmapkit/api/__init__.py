"""The public functions: everything that the command line does is one call of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from

if TYPE_CHECKING:
    from roadmapkit.api.baselines import remove_baseline, write_baseline
    from roadmapkit.api.case_forms import accept_forms, explain_form, forms
    from roadmapkit.api.drafts import new_document, shift_document, write_draft
    from roadmapkit.api.executors import (
        DueResult,
        due,
        export_calendar,
        export_records,
        export_table,
        merge_statuses,
        pack,
        render_pack,
        status_forms,
    )
    from roadmapkit.api.explanations import (
        explain_activity,
        explain_deadline,
        explain_parties,
        explain_plan,
    )
    from roadmapkit.api.fixes import fix
    from roadmapkit.api.format_profiles import ProfileExplanation, SetValue, explain_profile
    from roadmapkit.api.inspecting import inspect_document
    from roadmapkit.api.large import dask_executor
    from roadmapkit.api.output_checks import check_build
    from roadmapkit.api.parties import compare_directories, impact, import_directory, who_is
    from roadmapkit.api.reports import make_report, render_report
    from roadmapkit.api.rules import explain_rule, list_rules
    from roadmapkit.api.setup import all_codes, init_workspace, json_schema
    from roadmapkit.api.templates import (
        check_template,
        copy_template,
        list_templates,
        template_fields,
    )
    from roadmapkit.api.verifying import verify_document
    from roadmapkit.api.view_models import prepare_template, render_view, views
    from roadmapkit.api.workspaces import (
        BuildResult,
        CheckResult,
        Workspace,
        build,
        check,
        open_workspace,
        register,
        render,
    )

__all__ = [
    "BuildResult",
    "CheckResult",
    "DueResult",
    "ProfileExplanation",
    "SetValue",
    "Workspace",
    "accept_forms",
    "all_codes",
    "build",
    "check",
    "check_build",
    "check_template",
    "compare_directories",
    "copy_template",
    "dask_executor",
    "due",
    "explain_activity",
    "explain_deadline",
    "explain_form",
    "explain_parties",
    "explain_plan",
    "explain_profile",
    "explain_rule",
    "export_calendar",
    "export_records",
    "export_table",
    "fix",
    "forms",
    "impact",
    "import_directory",
    "init_workspace",
    "inspect_document",
    "json_schema",
    "list_rules",
    "list_templates",
    "make_report",
    "merge_statuses",
    "new_document",
    "open_workspace",
    "pack",
    "prepare_template",
    "register",
    "remove_baseline",
    "render",
    "render_pack",
    "render_report",
    "render_view",
    "shift_document",
    "status_forms",
    "template_fields",
    "verify_document",
    "views",
    "who_is",
    "write_baseline",
    "write_draft",
]

__getattr__ = names_from(
    __name__,
    {
        "baselines": "remove_baseline write_baseline",
        "case_forms": "accept_forms explain_form forms",
        "drafts": "new_document shift_document write_draft",
        "executors": (
            "DueResult due export_calendar export_records export_table merge_statuses pack "
            "render_pack status_forms"
        ),
        "explanations": "explain_activity explain_deadline explain_parties explain_plan",
        "fixes": "fix",
        "format_profiles": "ProfileExplanation SetValue explain_profile",
        "inspecting": "inspect_document",
        "large": "dask_executor",
        "output_checks": "check_build",
        "parties": "compare_directories impact import_directory who_is",
        "reports": "make_report render_report",
        "rules": "explain_rule list_rules",
        "setup": "all_codes init_workspace json_schema",
        "templates": "check_template copy_template list_templates template_fields",
        "verifying": "verify_document",
        "view_models": "prepare_template render_view views",
        "workspaces": (
            "BuildResult CheckResult Workspace build check open_workspace register render"
        ),
    },
)
