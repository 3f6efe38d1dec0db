"""Declarative YAML roadmaps kept in git become official documents.

    >>> import roadmapkit
    >>> workspace = roadmapkit.open_workspace(".")   # doctest: +SKIP
    >>> roadmapkit.check(workspace).ok                      # doctest: +SKIP
    True

The functions are described in :mod:`roadmapkit.api`; they are loaded when first used,
so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from roadmapkit.api import (
        BuildResult,
        CheckResult,
        DueResult,
        ProfileExplanation,
        SetValue,
        Workspace,
        accept_forms,
        all_codes,
        build,
        check,
        check_build,
        check_template,
        compare_directories,
        copy_template,
        dask_executor,
        due,
        explain_activity,
        explain_deadline,
        explain_form,
        explain_parties,
        explain_plan,
        explain_profile,
        explain_rule,
        export_calendar,
        export_records,
        export_table,
        fix,
        forms,
        impact,
        import_directory,
        init_workspace,
        inspect_document,
        json_schema,
        list_rules,
        list_templates,
        make_report,
        merge_statuses,
        new_document,
        open_workspace,
        pack,
        prepare_template,
        register,
        remove_baseline,
        render,
        render_pack,
        render_report,
        render_view,
        shift_document,
        status_forms,
        template_fields,
        verify_document,
        views,
        who_is,
        write_baseline,
        write_draft,
    )

__all__ = [
    "BuildResult",
    "CheckResult",
    "DueResult",
    "ProfileExplanation",
    "SetValue",
    "Workspace",
    "__version__",
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


def __getattr__(name: str) -> Any:
    if name in __all__:
        from roadmapkit import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
