"""What an agenda keeps when it is asked for a time, for what is late, or for a party."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit import open_workspace
from roadmapkit.errors import ArgumentError
from roadmapkit.resolve import Agenda, ResolvedWorkspace, State, resolve_workspace
from roadmapkit.resolve.agenda import agenda, read_distance
from roadmapkit.resolve.agenda.window import day_after
from tiny_workspaces import opened, order_text, plan_text

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES: ResolvedWorkspace = resolve_workspace(open_workspace(ROOT).loaded)[0]
AS_OF = date(2024, 2, 1)

PLAN = plan_text(
    """
    - {id: all, title: Всем, due: март 2024, responsible: Опорные школы}
    - {id: heads, title: Директорам, due: март 2024, responsible: Директора школ}
    - {id: head, title: Директору, due: март 2024, responsible: direktor-1}
    - {id: named, title: Лично, due: март 2024, responsible: Гусев П.И.}
    - {id: office, title: Управлению, due: март 2024, responsible: Управление образования}
    - {id: method, title: Методисту, due: март 2024, responsible: Соколов И.А.}
    - id: visits
      title: Проверка
      responsible: Соколов И.А.
      due: [{when: март 2024, for: [shkola-1]}, {when: апрель 2024, for: [shkola-2]}]
    - {id: other, title: Прочим, due: март 2024, responsible: Зимина А.Р.}
    """
)


@pytest.fixture
def small(tmp_path: Path) -> ResolvedWorkspace:
    return resolve_workspace(opened(tmp_path, PLAN).loaded)[0]


def names(found: Agenda) -> list[str]:
    return sorted({item.activity or "" for item in found.items})


@pytest.mark.parametrize(
    ("party", "activities"),
    [
        ("shkola-1", ["all", "head", "heads", "named", "visits"]),
        ("ШКОЛА № 1", ["all", "head", "heads", "named", "visits"]),
        ("direktor-2", ["heads"]),
        ("Гусев П.И.", ["head", "heads", "named"]),
        ("гусев", ["head", "heads", "named"]),
        ("direktora", ["heads"]),
        ("sokolov", ["method", "visits"]),
        ("upravlenie", ["method", "office", "visits"]),
        ("Зимина А.Р.", ["other"]),
        ("зимина", ["other"]),
    ],
)
def test_party_is_found_by_name_and_through_groups_posts_and_school_lists(
    small: ResolvedWorkspace, party: str, activities: list[str]
) -> None:
    assert names(agenda(small, AS_OF, party=party)) == activities


def test_of_a_school_list_only_the_time_of_the_school_is_kept(small: ResolvedWorkspace) -> None:
    found = agenda(small, AS_OF, party="shkola-2").items
    assert [str(item.due) for item in found if item.activity == "visits"] == ["2024-04-30"]


def test_party_that_is_known_and_has_nothing_due_is_an_empty_answer(
    small: ResolvedWorkspace,
) -> None:
    found = agenda(small, AS_OF, party="ryabinina", documents=["plan"])
    assert names(found) == []
    assert sum((found.outside or {}).values()) == len(agenda(small, AS_OF).items)


def test_unknown_party_is_told_with_the_nearest(small: ResolvedWorkspace) -> None:
    with pytest.raises(ArgumentError) as raised:
        agenda(small, AS_OF, party="shkola-3")
    assert "shkola-1" in str(raised.value)
    assert raised.value.argument == "party"


def test_within_and_late_together_keep_both() -> None:
    near = agenda(EXAMPLES, AS_OF, within="30d")
    late = agenda(EXAMPLES, AS_OF, late=True)
    both = agenda(EXAMPLES, AS_OF, within="30d", late=True)
    assert near.items
    assert late.items
    assert all(item.due and AS_OF <= item.due <= AS_OF + timedelta(30) for item in near.items)
    assert {item.state for item in late.items} == {State.LATE}
    assert {item.uid for item in both.items} == {item.uid for item in (*near.items, *late.items)}


def test_progress_stands_for_its_roadmap() -> None:
    found = agenda(EXAMPLES, AS_OF, documents=["berezovorechye-progress-2021"])
    assert {item.document for item in found.items} == {"berezovorechye-roadmap-2021"}


def test_late_comes_first_then_open_then_settled_each_by_date() -> None:
    found = agenda(EXAMPLES, date(2021, 8, 15)).items
    ranks = [0 if i.state is State.LATE else 2 if i.state.settled else 1 for i in found]
    assert set(ranks) == {0, 1, 2}
    assert ranks == sorted(ranks)
    for rank in (0, 1, 2):
        dates = [item.due for item, own in zip(found, ranks, strict=True) if own == rank]
        assert dates == sorted(dates, key=str)


@given(
    as_of=st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    within=st.none() | st.sampled_from(["0d", "2w", "3m", "1y", 45]),
    late=st.booleans(),
    party=st.none() | st.sampled_from(["ИМЦ", "Управление образования", "school-14"]),
    document=st.none() | st.sampled_from(sorted(EXAMPLES.documents)),
)
def test_filters_only_remove(
    as_of: date, within: str | int | None, late: bool, party: str | None, document: str | None
) -> None:
    whole = agenda(EXAMPLES, as_of)
    try:
        part = agenda(
            EXAMPLES,
            as_of,
            within=within,
            late=late,
            party=party,
            documents=[document] if document else [],
        )
    except ArgumentError:
        assert party is not None  # the directory of another folder does not know it
        assert document is not None
        return
    kept = {item.uid for item in (*part.items, *part.undated)}
    everything = (*whole.items, *whole.undated)
    assert [i for i in everything if i.uid in kept] == [*part.items, *part.undated]


@pytest.mark.parametrize(
    ("written", "day"),
    [("30d", "2024-03-01"), ("2w", "2024-02-14"), ("1m", "2024-02-29"), ("1г", "2025-01-31"),
     ("10", "2024-02-10"), (10, "2024-02-10")],
)  # fmt: skip
def test_distance_leads_to_a_day(written: str | int, day: str) -> None:
    assert str(day_after(date(2024, 1, 31), written)) == day


@pytest.mark.parametrize("written", ["", "d", "5x", "-3d", "1.5m", "99999d", "9999y"])
def test_what_is_no_distance_is_refused(written: str) -> None:
    with pytest.raises(ArgumentError):
        day_after(date(2024, 1, 31), written)


@given(st.integers(0, 9999), st.sampled_from("dwmy"))
def test_distance_is_read_as_written(count: int, unit: str) -> None:
    assert read_distance(f" {count} {unit.upper()} ") == (count, unit)


def test_a_group_concerns_who_was_in_it_on_the_day_of_the_document(tmp_path: Path) -> None:
    plan = plan_text(
        "- {id: one, title: Всем, due: март 2024, responsible: Совет}",
    )
    directory = """\
kind: directory
people:
  - {id: gusev, name: Гусев Пётр Ильич}
  - {id: lapina, name: Лапина Дарья Олеговна}
groups:
  - id: sovet
    name: совет
    members: [{member: gusev, to: 2024-06-01}, {member: lapina, from: 2024-06-02}]
"""
    workspace = resolve_workspace(
        opened(tmp_path, plan, order_text("- approve: plan"), directory=directory).loaded
    )[0]
    assert names(agenda(workspace, AS_OF, party="gusev")) == ["one"]
    assert names(agenda(workspace, AS_OF, party="lapina")) == []
