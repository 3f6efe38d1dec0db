"""Marks of parties and of occurrences: who has done his part of which term."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapkit import Workspace, due
from roadmapkit.resolve import ActivityStatus, State
from roadmapkit.resolve.statuses import codes, tally_of
from roadmapkit.resolve.statuses.slots import find_slots, slot_name, slots_of
from tiny_workspaces import (
    only,
    opened,
    plan_text,
    resolved_progress,
    resolved_roadmap,
    source_at,
    with_code,
)

SCHOOLS = """\
kind: directory
organizations:
  - {id: s1, name: Школа № 1 города Ольховска, short: школа № 1}
  - {id: s2, name: Школа № 2 города Ольховска, short: школа № 2}
  - {id: s3, name: Школа № 3 города Ольховска, short: школа № 3}
people:
  - {id: gusev, name: Гусев Пётр Ильич}
  - {id: lapina, name: Лапина Дарья Олеговна}
posts:
  - id: d1
    title: директор
    organization: s1
    appointments: [{person: lapina, to: 2024-02-01}, {person: gusev, from: 2024-02-02}]
groups:
  - id: schools
    name: школы
    members: [s1, {member: s2, to: 2024-05-31}, {member: s3, from: 2024-06-01}]
  - {id: heads, name: директора, heads_of: schools}
"""
PLAN = plan_text(
    """\
    - {id: once, title: А, due: до 1 марта 2024 г., responsible: школы}
    - {id: often, title: Б, due: ежеквартально, responsible: школы}
    - {id: alone, title: В, due: до 1 марта 2024 г., responsible: Гусев П.И.}
    - {id: heads, title: Г, due: до 1 марта 2024 г., responsible: директора}
    - id: lists
      title: Д
      due:
        - {when: январь 2024, for: [s1]}
        - {when: март 2024, for: [s2, s3]}
    """
)


def space(folder: Path, *entries: str, as_of: str = "2024-03-11") -> Workspace:
    lines = "\n".join(f"  - {{{entry}}}" for entry in entries)
    progress = (
        f"kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\n"
        f"reports: [{{as_of: {as_of}}}]\nentries:\n{lines}\n"
    )
    return opened(folder, PLAN, progress, directory=SCHOOLS)


def state_of(workspace: Workspace, activity: str) -> ActivityStatus:
    states = resolved_progress(workspace).reports[0].sections[0][1]
    return next(state for state in states if state.activity.activity.id == activity)


def tally(state: ActivityStatus, term: int = 0) -> tuple[int, int, tuple[str, ...]]:
    found = tally_of(state.terms[term].parties)
    return found.done, found.total, found.missing


def test_activity_of_a_group_is_done_when_everybody_has_reported(tmp_path: Path) -> None:
    first = "activity: once, party: s1, status: выполнено, date: 2024-02-10"
    second = "activity: once, party: s2, status: выполнено, date: 2024-02-20"
    state = state_of(space(tmp_path / "a", first), "once")
    assert tally(state) == (1, 2, ("школа № 2",))
    assert (state.status, state.late_by, state.entry) == ("в работе", 10, None)
    state = state_of(space(tmp_path / "b", first, second), "once")
    assert tally(state) == (2, 2, ())
    assert (state.status, state.late_by) == ("выполнено", None)


def test_members_are_those_of_the_day_of_the_term(tmp_path: Path) -> None:
    marks = [
        f"activity: often, party: s1, occurrence: {key}, status: выполнено, date: 2024-07-01"
        for key in ("2024-Q1", "2024-Q2")
    ]
    state = state_of(space(tmp_path, *marks, as_of="2024-07-11"), "often")
    assert [term.slot.key for term in state.terms] == ["2024-Q1", "2024-Q2"]
    assert tally(state, 0) == (1, 2, ("школа № 2",))
    assert tally(state, 1) == (1, 2, ("школа № 3",))


@pytest.mark.parametrize("party", ["s1", "школа № 1", "d1", "gusev", "Гусев П.И."])
@pytest.mark.parametrize("activity", ["once", "heads"])
def test_school_director_and_post_are_one_party(tmp_path: Path, party: str, activity: str) -> None:
    mark = f"activity: {activity}, party: {party}, status: выполнено, date: 2024-02-10"
    workspace = space(tmp_path, mark)
    assert tally(state_of(workspace, activity))[0] == 1
    assert with_code(workspace, codes.NOT_RESPONSIBLE) == []


def test_director_speaks_for_the_school_while_he_holds_the_post(tmp_path: Path) -> None:
    mark = "activity: once, party: lapina, status: выполнено, date: 2024-01-10"
    assert tally(state_of(space(tmp_path, mark), "once"))[0] == 1


def test_director_who_has_left_does_not_speak_for_the_school(tmp_path: Path) -> None:
    mark = "activity: once, party: lapina, status: выполнено, date: 2024-02-10"
    workspace = space(tmp_path, mark)
    finding = only(workspace, codes.NOT_RESPONSIBLE)
    assert source_at(workspace, finding) == "lapina"
    assert state_of(workspace, "once").terms == ()


def test_mark_without_a_party_speaks_for_all(tmp_path: Path) -> None:
    marks = (
        "activity: once, party: s1, status: в работе, date: 2024-02-01",
        "activity: once, status: выполнено, date: 2024-02-10",
    )
    state = state_of(space(tmp_path, *marks), "once")
    assert tally(state) == (2, 2, ())
    assert state.late_by is None


def test_that_work_goes_on_does_not_take_back_what_a_party_has_done(tmp_path: Path) -> None:
    marks = (
        "activity: once, party: s1, status: выполнено, date: 2024-02-01",
        "activity: once, status: в работе, date: 2024-02-10",
    )
    assert tally(state_of(space(tmp_path, *marks), "once")) == (1, 2, ("школа № 2",))


def test_mark_of_a_group_speaks_for_its_members(tmp_path: Path) -> None:
    mark = "activity: once, party: schools, status: выполнено, date: 2024-02-01"
    assert tally(state_of(space(tmp_path, mark), "once")) == (2, 2, ())


def test_later_mark_of_a_party_holds(tmp_path: Path) -> None:
    marks = (
        "activity: once, party: s1, status: выполнено, date: 2024-02-01",
        "activity: once, party: s1, status: не выполнено, date: 2024-02-10",
    )
    state = state_of(space(tmp_path, *marks), "once")
    assert tally_of(state.terms[0].parties).others == (("не выполнено", ("школа № 1",)),)
    assert state.status == "не выполнено"


def test_school_list_is_counted_whole_whatever_the_terms(tmp_path: Path) -> None:
    marks = (
        "activity: lists, party: s1, status: выполнено, date: 2024-01-20",
        "activity: lists, party: s2, status: выполнено, date: 2024-03-20",
    )
    state = state_of(space(tmp_path, *marks, as_of="2024-04-10"), "lists")
    assert [tally(state, term) for term in (0, 1)] == [(1, 1, ()), (1, 2, ("школа № 3",))]
    assert state.late_by == 10


def test_mark_of_an_occurrence_settles_that_one_only(tmp_path: Path) -> None:
    mark = "activity: often, occurrence: 2024-Q1, status: выполнено, date: 2024-06-20"
    state = state_of(space(tmp_path / "a", mark, as_of="2024-06-21"), "often")
    assert (state.status, state.late_by) == ("выполнено на этапе", None)
    state = state_of(space(tmp_path / "b", mark, as_of="2024-07-11"), "often")
    assert (state.late_by, [one.slot.key for one in state.unmarked]) == (11, ["2024-Q2"])


def test_that_an_occurrence_is_in_work_does_not_settle_it(tmp_path: Path) -> None:
    mark = "activity: often, occurrence: 2024-Q1, status: в работе, date: 2024-03-20"
    assert state_of(space(tmp_path, mark, as_of="2024-04-11"), "often").late_by == 11


def test_agenda_knows_the_same(tmp_path: Path) -> None:
    marks = (
        "activity: once, party: s1, status: выполнено, date: 2024-02-01",
        "activity: often, occurrence: 2024-Q1, status: выполнено, date: 2024-03-01",
    )
    items = due(space(tmp_path, *marks), as_of=date(2024, 4, 11)).agenda.items
    once = next(item for item in items if item.activity == "once")
    assert (once.state, tally_of(once.standing).missing) == (State.LATE, ("школа № 2",))
    often = {item.due: item.state for item in items if item.activity == "often"}
    assert often[date(2024, 3, 31)] is State.DONE
    assert often[date(2024, 6, 30)] is State.DUE


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2024-Q2", "2024-Q2"),
        ("2024-q2", "2024-Q2"),
        ("2024-06-30", "2024-Q2"),
        ("15.05.2024", "2024-Q2"),
        ("2024-06", "2024-Q2"),
        ("2024-Q5", None),
        ("2025-Q1", None),
        ("31.02.2024", None),
        ("скоро", None),
    ],
)
def test_occurrence_is_named_by_label_day_or_slice(
    tmp_path: Path, text: str, key: str | None
) -> None:
    roadmap = resolved_roadmap(opened(tmp_path, PLAN, directory=SCHOOLS))
    slots = slots_of(roadmap.sections[0].activities[1].due, roadmap.directory)
    assert [slot.key for slot in find_slots(text, slots)] == ([key] if key else [])


@pytest.mark.parametrize(
    "phrase",
    ["ежемесячно", "ежеквартально", "еженедельно", "август, ноябрь 2024", "1 раз в полугодие"],
)
def test_name_of_a_term_leads_back_to_it(tmp_path: Path, phrase: str) -> None:
    plan = plan_text(f"- {{id: a1, title: А, due: '{phrase}'}}")
    roadmap = resolved_roadmap(opened(tmp_path, plan))
    slots = slots_of(roadmap.sections[0].activities[0].due, roadmap.directory)
    assert len(slots) > 1
    for slot in slots:
        name = slot_name(slot, slots)
        assert name is not None
        assert find_slots(name, slots) == (slot,)


def test_slice_that_holds_several_terms_is_a_finding(tmp_path: Path) -> None:
    workspace = space(tmp_path, "activity: often, occurrence: 2024, status: выполнено")
    finding = only(workspace, codes.UNKNOWN_OCCURRENCE)
    assert source_at(workspace, finding) == "2024"
    assert finding.message.args["terms"][:2] == ["2024-Q1", "2024-Q2"]


def test_unknown_party_is_told_with_the_nearest(tmp_path: Path) -> None:
    workspace = space(tmp_path, "activity: once, party: школа № 11, status: выполнено")
    finding = only(workspace, codes.UNKNOWN_PARTY)
    assert finding.hint is not None
    assert "школа № 1" in finding.hint.args["names"]
