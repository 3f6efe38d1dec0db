"""The measure of the tests of growth sees work that calls nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import roadmapkit
from counted_work import lines_of

LOOPS = "found = 0\nfor one in rows:\n    for other in rows:\n        found += one == other\n"
PAIRS = "found = sum(one == other for one in rows for other in rows)\n"


@pytest.mark.parametrize("source", [LOOPS, PAIRS])
def test_a_loop_in_a_loop_is_four_times_the_work_for_twice_the_rows(source: str) -> None:
    code = compile(source, str(Path(roadmapkit.__file__).parent / "planted.py"), "exec")

    def work(rows: int) -> int:
        names: dict[str, Any] = {"rows": list(range(rows))}
        return lines_of(lambda: exec(code, names))  # noqa: S102  # the two lines above

    assert work(160) > 3.5 * work(80) > 80


def test_what_is_not_the_library_does_not_count() -> None:
    assert lines_of(lambda: [one for one in range(1000) for _ in range(3)]) == 0
