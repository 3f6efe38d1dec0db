"""The public functions: everything that the command line does is one call of these."""

from __future__ import annotations

from roadmapkit.api.case_forms import accept_forms, explain_form, forms
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
from roadmapkit.api.parties import compare_directories, impact, import_directory, who_is
from roadmapkit.api.reports import make_report, render_report
from roadmapkit.api.setup import all_codes, init_workspace, json_schema
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
    "Workspace",
    "accept_forms",
    "all_codes",
    "build",
    "check",
    "compare_directories",
    "due",
    "explain_activity",
    "explain_deadline",
    "explain_form",
    "explain_parties",
    "explain_plan",
    "export_calendar",
    "export_records",
    "export_table",
    "forms",
    "impact",
    "import_directory",
    "init_workspace",
    "json_schema",
    "make_report",
    "merge_statuses",
    "open_workspace",
    "pack",
    "register",
    "render",
    "render_pack",
    "render_report",
    "status_forms",
    "who_is",
]
