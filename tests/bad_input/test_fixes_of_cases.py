"""Whatever a workspace has wrong, its fixes make nothing worse and come to an end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from case_files import Case, find_cases, open_case

from roadmapkit import check, fix, open_workspace
from roadmapkit.diagnostics import Diagnostic, Severity

ALL = find_cases()
SLIPS = [case for case in ALL if case.code.startswith("TYP") and not case.is_sound]


def by_name(case: Case) -> str:
    return case.name


def errors(found: tuple[Diagnostic, ...]) -> Counter[str]:
    return Counter(item.code for item in found if item.severity is Severity.ERROR)


@pytest.mark.parametrize("case", ALL, ids=by_name)
def test_fixes_bring_no_error_and_leave_nothing_safe_to_mend(case: Case, tmp_path: Path) -> None:
    workspace = open_case(case, tmp_path)
    before = errors(check(workspace).diagnostics)
    fixed = fix(workspace)
    after = check(open_workspace(workspace.loaded.path)).diagnostics
    assert errors(after) - before == Counter()
    assert after == fixed.remaining
    again = fix(open_workspace(workspace.loaded.path))
    assert again.fixed == ()


@pytest.mark.parametrize("case", SLIPS, ids=by_name)
def test_a_slip_that_can_be_mended_is_found_no_more(case: Case, tmp_path: Path) -> None:
    workspace = open_case(case, tmp_path)
    mendable = {item.code for item in check(workspace).diagnostics if item.fix}
    left = {
        item.code
        for item in fix(workspace).remaining
        if item.fix and all(edit.safe for edit in item.fix)
    }
    assert left == set()
    assert case.code in mendable or not mendable


def test_there_are_slips_to_mend_among_the_cases(tmp_path: Path) -> None:
    mended = 0
    for number, case in enumerate(SLIPS):
        folder = tmp_path / str(number)
        folder.mkdir()
        mended += len(fix(open_case(case, folder), dry_run=True).fixed)
    assert len(SLIPS) > 9
    assert mended > 4
