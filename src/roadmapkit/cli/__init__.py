"""The command line: a thin skin over :mod:`roadmapkit.api`.

Exit codes: 0 clean, 1 findings, 2 unusable arguments or input, 3 our own fault,
130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run ``roadmapkit`` and return its exit code.

    Args:
        arguments: Words after the program's name; those of the process by default.
    """
    if arguments is None:
        # A short-lived process throws little away; looking for it took a tenth of the time.
        gc.set_threshold(100_000, 20, 100)
        # Nobody looks on while this program validates; pydantic would ask every package for that.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from roadmapkit.cli.commands import run

    code = run(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        # The process ends; without this the interpreter looks through all that is left of it,
        # which took longer than to check a small workspace.
        gc.freeze()
    return code
