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
        Workspace,
        accept_forms,
        all_codes,
        build,
        check,
        compare_directories,
        due,
        explain_activity,
        explain_deadline,
        explain_form,
        explain_parties,
        explain_plan,
        export_calendar,
        export_records,
        export_table,
        forms,
        impact,
        import_directory,
        init_workspace,
        json_schema,
        make_report,
        merge_statuses,
        open_workspace,
        pack,
        register,
        render,
        render_pack,
        render_report,
        status_forms,
        who_is,
    )

__all__ = [
    "BuildResult",
    "CheckResult",
    "DueResult",
    "Workspace",
    "__version__",
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


def __getattr__(name: str) -> Any:
    if name in __all__:
        from roadmapkit import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
