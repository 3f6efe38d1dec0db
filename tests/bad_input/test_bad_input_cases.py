"""Every finding that YAML can cause: one workspace where it fires, one where it keeps silent.

The workspaces lie in ``tests/cases``; what they expect stands in their comments, see
``case_files.py``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from case_files import CASES, Case, Expected, expected_of, find_cases, open_case, place_of

from roadmapkit import check
from roadmapkit.api import all_codes
from roadmapkit.report.catalogue import translate

ALL = find_cases()
TESTS = CASES.parent

# Codes that no YAML file can cause, and the test that fires each of them.
ELSEWHERE = {
    "SRC001": ("the disk refuses to give the file", "source/test_read_source.py"),
    "SRC008": ("the name of a file, not its text", "bad_input/test_command_line.py"),
    "SRC002": ("a file over the limit has no place in a repository", "source/test_read_source.py"),
    "SCH013": (
        "the last resort for a fault without words of its own; no model of ours has one",
        "load/test_validation.py",
    ),
    **{
        f"IMP{number:03}": ("a table causes it", "load/test_table_import.py")
        for number in range(1, 6)
    },
    **{
        f"STA{number:03}": ("a filled form causes it", "exports/test_status_merging.py")
        for number in range(10, 19)
    },
    "NEW001": ("a check makes no drafts", "scaffold/test_next_years_draft.py"),
    "NEW002": ("a check makes no drafts", "scaffold/test_next_years_draft.py"),
    "NEW003": ("a check makes no drafts", "scaffold/test_next_years_draft.py"),
    "NEW004": ("a check makes no drafts", "scaffold/test_next_years_draft.py"),
    "NEW005": ("a check makes no drafts", "scaffold/test_next_years_draft.py"),
    **{
        f"INS{number:03}": ("a Word file causes it", f"inspection/{test}.py")
        for numbers, test in (
            (range(1, 6), "test_inspected_files"),
            (
                [
                    *(*range(10, 18), *range(20, 24), *range(30, 35), *range(40, 43)),
                    *(*range(50, 58), *range(60, 63), *range(70, 75), *range(80, 101)),
                ],
                "test_planted_faults",
            ),
        )
        for number in numbers
    },
    **{
        f"VER{number:03}": ("a finished file causes it", f"verification/{test}.py")
        for numbers, test in (
            ((*range(1, 9), 10, 15, 16), "test_verification_findings"),
            ((9, 13, 14), "test_edited_in_word"),
            ((11,), "test_files_of_every_kind"),
            ((12,), "test_commit_of_sources"),
        )
        for number in numbers
    },
    "TPL015": ("a Word template causes it", "rendering/test_hostile_templates.py"),
    "TPL017": ("a Word template causes it", "cli/test_build_explained.py"),
    "TPL016": ("a Word template causes it", "rendering/test_template_checks.py"),
    "BLD001": ("the disk refuses to take the file", "bad_input/test_unwilling_disk.py"),
    "BLD014": ("a package that is missing causes it", "building/test_missing_compressor.py"),
    "BLD013": ("a stranger's file causes it", "building/test_names_and_strangers.py"),
    **{
        f"BLD{number:03}": ("a pack is asked for, a check makes none", "building/test_packs.py")
        for number in range(3, 6)
    },
    **{
        f"BLD{number:03}": ("a produced file causes it", f"building/{test}.py")
        for numbers, test in (
            ((6, 7, 8, 9, 10), "test_output_folder"),
            ((11,), "test_outdated_pdfs"),
            ((12,), "test_output_check"),
        )
        for number in numbers
    },
    **{
        f"FMT{number:03}": ("a PDF is asked for, a check makes none", "building/test_pdf_copies.py")
        for number in (6, 7)
    },
    **{
        f"TPL{number:03}": ("a Word template causes it", f"rendering/{test}.py")
        for numbers, test in (
            (range(1, 9), "test_render_safety"),
            ((9, 13), "test_render_text"),
            ((10, 11, 12, 14), "test_render_tags"),
        )
        for number in numbers
    },
}


def by_name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", ALL, ids=by_name)
def test_a_check_finds_what_the_case_announces_and_nothing_else(case: Case, tmp_path: Path) -> None:
    found = {place_of(item) for item in check(open_case(case, tmp_path)).diagnostics}
    exact = {replace(item, column=0) for item in case.expected if item.column}
    told = {item if replace(item, column=0) in exact else replace(item, column=0) for item in found}
    assert told == set(case.expected)


@pytest.mark.parametrize("case", [case for case in ALL if case.is_sound], ids=by_name)
def test_a_sound_case_makes_documents(case: Case, tmp_path: Path) -> None:
    result = check(open_case(case, tmp_path))
    assert result.documents
    assert not result.blocked


@pytest.mark.parametrize("case", ALL, ids=by_name)
def test_a_case_fires_its_code_and_its_twin_does_not(case: Case) -> None:
    codes = {item.code for item in case.expected}
    assert (case.code in codes) is not case.is_sound
    assert case.twin in {other.name for other in ALL}


@pytest.mark.parametrize("case", ALL, ids=by_name)
def test_every_finding_of_a_case_has_a_hint_in_both_languages(case: Case, tmp_path: Path) -> None:
    for item in check(open_case(case, tmp_path)).diagnostics:
        for language in ("ru", "en"):
            for message in (item.message, item.hint):
                assert message is not None
                assert translate(message, language).strip()
                assert not message.template.endswith(".")


def test_every_code_has_a_case_and_a_sound_twin_or_a_reason_to_have_none() -> None:
    known = {code.id for code in all_codes()}
    fired = {case.code for case in ALL if not case.is_sound}
    assert fired == known - set(ELSEWHERE)
    assert set(ELSEWHERE) < known
    assert len(fired) > 60


@pytest.mark.parametrize("code", sorted(ELSEWHERE))
def test_what_yaml_cannot_cause_is_fired_by_another_test(code: str) -> None:
    reason, test = ELSEWHERE[code]
    assert reason
    assert code in (TESTS / test).read_text(encoding="utf-8")


def test_cases_look_at_columns_and_at_several_findings_too() -> None:
    columns = [item for case in ALL for item in case.expected if item.column]
    several = Counter(len(case.expected) for case in ALL)
    assert len(columns) > 3
    assert several[0] > 60
    assert sum(several[count] for count in several if count > 1) >= 3


def test_an_expectation_that_is_not_one_is_told() -> None:
    assert expected_of("a.yaml", 3, "id: x # expect: SRC020, SRC021") == [
        Expected("a.yaml", 3, 0, "SRC020"),
        Expected("a.yaml", 3, 0, "SRC021"),
    ]
    assert expected_of("a.yaml", 1, "# expect at 4:7: SRC011") == [
        Expected("a.yaml", 4, 7, "SRC011")
    ]
    with pytest.raises(AssertionError, match="SRC20"):
        expected_of("a.yaml", 3, "id: x # expect: SRC20")
