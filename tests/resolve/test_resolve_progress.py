"""The state of every activity as of a reporting day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.model.progress import Progress, ReportRequest, StatusEntry
from roadmapkit.resolve import ActivityStatus
from roadmapkit.resolve import document_codes as codes
from roadmapkit.resolve.progress import resolve_report
from tiny_workspaces import (
    PLAN,
    only,
    opened,
    plan_text,
    resolved_progress,
    resolved_roadmap,
    source_at,
)

ENTRIES = """\
kind: progress
id: hod
title: Отчёт
roadmap: plan
reports: [{{as_of: {as_of}}}]
entries:
{entries}
"""


def state_of(folder: Path, as_of: str, *entries: str, plan: str = PLAN) -> ActivityStatus:
    """Return the state of the first activity of a plan."""
    lines = "\n".join(f"  - {{activity: a1, {entry}}}" for entry in entries) or "  []"
    workspace = opened(folder, plan, ENTRIES.format(as_of=as_of, entries=lines))
    return resolved_progress(workspace).reports[0].sections[0][1][0]


def test_later_mark_wins_wherever_it_stands(tmp_path: Path) -> None:
    late, early = "status: выполнено, date: 2024-02-10", "status: в работе, date: 2024-02-01"
    state = state_of(tmp_path, "2024-02-28", late, early)
    assert state.entry is not None
    assert state.entry.status == "выполнено"
    assert state.entry_origin is not None
    assert state.entry_origin.path == ("entries", 0)


def test_of_two_marks_of_one_day_the_lower_holds(tmp_path: Path) -> None:
    first, second = "status: выполнено, date: 2024-02-10", "status: в работе, date: 2024-02-10"
    state = state_of(tmp_path, "2024-02-28", first, second)
    assert state.entry is not None
    assert state.entry.status == "в работе"


def test_marks_after_the_day_do_not_count_yet(tmp_path: Path) -> None:
    marks = ("status: в работе, date: 2024-02-01", "status: выполнено, date: 2024-02-10")
    state = state_of(tmp_path, "2024-02-09", *marks)
    assert state.entry is not None
    assert state.entry.status == "в работе"
    assert state_of(tmp_path, "2024-01-31", *marks).entry is None


def test_mark_without_a_day_counts_until_a_dated_one(tmp_path: Path) -> None:
    marks = ("status: в работе, date: 2024-02-01", "status: запланировано")
    state = state_of(tmp_path, "2024-01-31", *marks)
    assert state.entry is not None
    assert state.entry.status == "запланировано"
    state = state_of(tmp_path, "2024-02-01", *marks)
    assert state.entry is not None
    assert state.entry.status == "в работе"


@pytest.mark.parametrize(
    ("as_of", "mark", "late_by"),
    [
        ("2024-03-01", "status: в работе", None),
        ("2024-03-02", "status: в работе", 1),
        ("2024-03-11", "status: не выполнено", 10),
        ("2024-03-11", "status: запланировано", 10),
        ("2024-03-11", "status: выполнено", None),
        ("2024-03-11", "status: выполнено на этапе", 10),
        ("2024-03-11", "status: отменено", None),
        ("2025-03-01", "status: в работе", 365),
    ],
)
def test_late_is_what_is_open_after_its_term(
    tmp_path: Path, as_of: str, mark: str, late_by: int | None
) -> None:
    assert state_of(tmp_path, as_of, mark).late_by == late_by


def test_activity_without_a_mark_is_late_too(tmp_path: Path) -> None:
    assert state_of(tmp_path, "2024-03-04").late_by == 3


def test_activity_without_a_term_is_never_late(tmp_path: Path) -> None:
    state = state_of(tmp_path, "2030-01-01", plan=plan_text("- {id: a1, title: А}"))
    assert (state.due, state.late_by) == (None, None)


def test_recurring_term_counts_by_the_last_one_that_has_come(tmp_path: Path) -> None:
    plan = plan_text("- {id: a1, title: А, due: ежеквартально}")
    state = state_of(tmp_path, "2024-07-10", "status: в работе", plan=plan)
    assert state.due is not None
    assert (state.due.year, state.due.month) == (2024, 6)


@pytest.mark.parametrize(
    ("mark", "as_of", "late"),
    [
        ("status: выполнено, date: 2024-03-20", "2024-04-05", False),
        ("status: выполнено, date: 2024-03-20", "2024-07-05", True),
        ("status: выполнено на этапе, date: 2024-06-20", "2024-07-05", False),
        ("status: в работе, date: 2024-06-20", "2024-07-05", False),
        ("status: в работе, date: 2024-03-20", "2024-07-05", True),
        ("status: не выполнено, date: 2024-06-20", "2024-07-05", True),
        ("status: отменено, date: 2024-01-20", "2024-07-05", False),
    ],
)
@pytest.mark.parametrize("shift", ["none", "previous", "next"])
def test_mark_settles_its_own_occurrence_of_a_recurring_activity(
    tmp_path: Path, mark: str, as_of: str, late: bool, shift: str
) -> None:
    """The 31st of March and the 30th of June 2024 were Sundays."""
    workspace = opened(
        tmp_path,
        plan_text("- {id: a1, title: А, due: ежеквартально}"),
        ENTRIES.format(as_of=as_of, entries=f"  - {{activity: a1, {mark}}}"),
        roadmapkit=f"kind: settings\ncalendar: {{shift: {shift}}}\n",
    )
    state = resolved_progress(workspace).reports[0].sections[0][1][0]
    assert (state.late_by is not None) == late


def test_mark_for_an_activity_that_the_plan_lacks(tmp_path: Path) -> None:
    entries = "  - {activity: a11, status: в работе}"
    workspace = opened(tmp_path, PLAN, ENTRIES.format(as_of="2024-02-01", entries=entries))
    finding = only(workspace, codes.UNKNOWN_ACTIVITY)
    assert source_at(workspace, finding) == "a11"
    assert finding.documents == ("hod",)
    assert finding.hint is not None
    assert "a1" in finding.hint.args["nearest"]


@given(
    marks=st.lists(
        st.tuples(
            st.sampled_from(["в работе", "выполнено", "не выполнено", "отменено"]),
            st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31)),
        ),
        max_size=6,
    ),
    as_of=st.dates(date(2023, 12, 1), date(2025, 2, 1)),
)
def test_state_is_that_of_the_marks_up_to_the_day(
    tmp_path_factory: pytest.TempPathFactory,
    marks: list[tuple[str, date | None]],
    as_of: date,
) -> None:
    plan = resolved_roadmap(opened(tmp_path_factory.mktemp("w"), PLAN))
    entries = tuple(
        StatusEntry.model_validate(
            {"activity": "a1", "status": status, "date": day.isoformat() if day else None}
        )
        for status, day in marks
    )
    progress = Progress.model_construct(
        kind="progress", id="hod", title="Отчёт", roadmap="plan", entries=entries
    )
    request = ReportRequest.model_validate({"as_of": as_of.isoformat()})
    report = resolve_report(progress, plan, request, plan.origin)
    counted = [entry for entry in entries if entry.date is None or entry.date <= as_of]
    days = [entry.date or date.min for entry in counted]
    last = max(days, default=None)
    expected = [entry for entry, day in zip(counted, days, strict=True) if day == last]
    held = report.sections[0][1][0].entry
    assert held is (expected[-1] if expected else None)


@pytest.mark.parametrize(
    ("due", "mark", "as_of", "late_by"),
    [
        ("ежегодно, до 15 августа", "status: в работе, date: 2024-04-01", "2024-12-31", 138),
        ("ежегодно, до 15 августа", "status: выполнено, date: 2024-04-01", "2024-12-31", None),
        ("ежемесячно", "status: в работе, date: 2024-06-25", "2024-07-01", None),
        ("ежемесячно", "status: выполнено, date: 2024-05-25", "2024-07-01", 1),
    ],
)
def test_mark_settles_the_occurrence_that_it_was_put_in(
    tmp_path: Path, due: str, mark: str, as_of: str, late_by: int | None
) -> None:
    plan = plan_text(f"- {{id: a1, title: А, due: '{due}'}}")
    assert state_of(tmp_path, as_of, mark, plan=plan).late_by == late_by
