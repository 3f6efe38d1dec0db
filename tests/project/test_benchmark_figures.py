"""The table of figures says what was measured and whether it is as good as its aim."""

from __future__ import annotations

import pytest
from figures import Figure, figures


@pytest.mark.parametrize(
    ("line", "figure", "is_met"),
    [
        (
            "ratio, many documents: 34.1 times as fast as docxtpl (aim: at least 15)",
            Figure("many documents", "34.1", "times as fast as docxtpl", "at least", "15"),
            True,
        ),
        (
            "ratio, from YAML files: 3.9 times as fast as docxtpl (aim: at least 4)",
            Figure("from YAML files", "3.9", "times as fast as docxtpl", "at least", "4"),
            False,
        ),
        (
            "ratio, peak memory to docxtpl: 0.25 (aim: at most 0.25)",
            Figure("peak memory to docxtpl", "0.25", "", "at most", "0.25"),
            True,
        ),
        (
            "ratio, cold check to imports: 1.61 (aim: at most 1.60)",
            Figure("cold check to imports", "1.61", "", "at most", "1.60"),
            False,
        ),
        (
            "ratio, phrases to its plain dates: 0.42",
            Figure("phrases to its plain dates", "0.42", "", "", None),
            True,
        ),
    ],
)
def test_a_printed_ratio_is_read(line: str, figure: Figure, is_met: bool) -> None:
    (found,) = figures(["600 rows, second and later documents", line])
    assert found == figure
    assert found.is_met is is_met
