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
        Workspace,
        all_codes,
        build,
        check,
        explain_deadline,
        explain_form,
        explain_parties,
        init_workspace,
        json_schema,
        open_workspace,
        register,
        render,
    )

__all__ = [
    "BuildResult",
    "CheckResult",
    "Workspace",
    "__version__",
    "all_codes",
    "build",
    "check",
    "explain_deadline",
    "explain_form",
    "explain_parties",
    "init_workspace",
    "json_schema",
    "open_workspace",
    "register",
    "render",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from roadmapkit import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
