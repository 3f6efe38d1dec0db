"""Measures builds in a process of its own, where nobody else takes memory.

    python measured_builds.py FIRST FEW MANY

The arguments are workspaces. The first one is built so that all is loaded that every build
needs; for the others the most bytes are printed that were held while documents were put on record.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from pathlib import Path

from roadmapkit import build, open_workspace
from roadmapkit.building.islands import writing


def most_while_writing(root: Path) -> int:
    """Build a workspace, and return the most bytes held while its documents got their names."""
    write_result = writing.write_result
    most: list[int] = []

    def measured(*args: object, **named: object) -> object:
        tracemalloc.reset_peak()
        done = write_result(*args, **named)  # type: ignore[arg-type]  # handed on as they are
        most.append(tracemalloc.get_traced_memory()[1])
        return done

    gc.collect()
    tracemalloc.start()
    writing.write_result = measured  # type: ignore[assignment]  # takes and returns the same
    try:
        if build(open_workspace(root)).blocked:
            raise SystemExit(f"{root} has errors")
    finally:
        writing.write_result = write_result
        tracemalloc.stop()
    return most[0]


if __name__ == "__main__":
    first, *measured = map(Path, sys.argv[1:])
    build(open_workspace(first))
    sys.stdout.write(" ".join(str(most_while_writing(root)) for root in measured))
