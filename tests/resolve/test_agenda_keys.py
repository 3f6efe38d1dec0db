"""Identifiers of what falls due: each its own, and kept when a plan is edited."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.resolve import DueItem, resolve_workspace
from roadmapkit.resolve.agenda import agenda
from roadmapkit.resolve.agenda.keys import uid_of
from roadmapkit.resolve.statuses.labels import party_key
from tiny_workspaces import opened, plan_text

AS_OF = date(2024, 2, 1)

PHRASES = [
    "до 1 марта 2024 г.",
    "март 2024",
    "август, ноябрь 2024",
    "ежемесячно",
    "ежемесячно до 5 числа",
    "ежеквартально до 10 числа месяца, следующего за отчётным",
    "еженедельно по пятницам",
    "1 раз в полугодие",
    "1 раз в четверть",
    "ежегодно (август, ноябрь)",
    "в течение года",
    "по отдельному графику",
    "январь (школа № 1), март (школа № 2) 2024",
]


def items(plan: str) -> list[DueItem]:
    with TemporaryDirectory() as folder:
        found = agenda(resolve_workspace(opened(Path(folder), plan).loaded)[0], AS_OF)
        return sorted((*found.items, *found.undated), key=lambda item: item.uid)


def uids(due: str, *, id_: str = "id: дело-1, ") -> list[str]:
    plan = plan_text(f"- {{{id_}title: Дело, due: '{due}'}}")
    return sorted(item.uid.split("/", 2)[2].removesuffix("@roadmapkit") for item in items(plan))


@pytest.mark.parametrize(
    ("due", "keys"),
    [
        ("до 1 марта 2024 г.", ["1"]),
        ("август, ноябрь 2024", ["1", "2"]),
        ("ежеквартально", ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("1 раз в полугодие", ["2024-H1", "2024-H2"]),
        ("ежегодно (август, ноябрь)", ["2024", "2024.2"]),
        ("1 раз в четверть", ["2023-2024-T3", "2023-2024-T4", "2024-2025-T1", "2024-2025-T2"]),
        ("по отдельному графику", ["undated"]),
    ],
)
def test_key_says_the_slice_of_a_recurrence_or_counts_single_terms(
    due: str, keys: list[str]
) -> None:
    assert uids(due) == keys


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("до 1 марта 2024 г.", "до 20 мая 2024 г."),
        ("март 2024", "апрель – май 2024"),
        ("ежемесячно до 5 числа", "ежемесячно до 20 числа"),
        ("август, ноябрь 2024", "декабрь, сентябрь 2024"),
    ],
)
def test_moved_work_keeps_its_identifiers(before: str, after: str) -> None:
    assert uids(before) == uids(after)


def test_terms_are_counted_as_written_and_not_by_date() -> None:
    plan = "- {{id: a, title: Дело, due: [{{when: {first}}}, {{when: {second}}}]}}"
    early = items(plan_text(plan.format(first="март 2024", second="май 2024")))
    late = items(plan_text(plan.format(first="июль 2024", second="май 2024")))
    assert [(one.uid, str(one.due)) for one in early] == [
        ("plan/a/1@roadmapkit", "2024-03-31"),
        ("plan/a/2@roadmapkit", "2024-05-31"),
    ]
    assert [(one.uid, str(one.due)) for one in late] == [
        ("plan/a/1@roadmapkit", "2024-07-31"),
        ("plan/a/2@roadmapkit", "2024-05-31"),
    ]


def test_school_lists_are_counted_apart_from_each_other() -> None:
    plan = """
    - id: a
      title: Дело
      due:
        - {{when: {first}, for: [shkola-1]}}
        - {{when: май 2024, for: [{both}]}}
    """
    before = items(plan_text(plan.format(first="март 2024", both="shkola-1, shkola-2")))
    after = items(plan_text(plan.format(first="июнь 2024", both="shkola-2, shkola-1")))
    assert {one.uid for one in before} == {one.uid for one in after}
    assert "plan/a/1/shkola-1@roadmapkit" in {one.uid for one in before}


def test_neighbours_do_not_count() -> None:
    one = plan_text("- {id: b, title: Второе, due: март 2024}")
    two = plan_text(
        """
        - {id: a, title: Первое, due: март 2024}
        - {id: b, title: Второе, due: март 2024}
        """
    )
    assert {item.uid for item in items(one)} <= {item.uid for item in items(two)}


def test_without_an_id_the_title_names_the_activity() -> None:
    first = plan_text("- {title: «Первое» дело, due: март 2024}")
    again = plan_text(
        """
        - {title: Иное, due: март 2024}
        - {title: "«Первое»  дело", due: май 2024}
        - {title: «Первое» дело, due: март 2024}
        """
    )
    (only,) = items(first)
    found = [item.uid for item in items(again)]
    assert only.uid in found
    assert len(set(found)) == 3


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "id: a, ", "id: б-2, "]),
            st.sampled_from(["Дело", "Другое дело"]),
            st.sampled_from(PHRASES),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_every_identifier_of_a_plan_is_its_own(activities: list[tuple[str, str, str]]) -> None:
    lines = "\n".join(f"- {{{id_}title: {title}, due: '{due}'}}" for id_, title, due in activities)
    found = [item.uid for item in items(plan_text(lines))]
    assert len(set(found)) == len(found) >= len(activities)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.lists(st.text(min_size=1)))
def test_different_parts_make_different_identifiers(one: list[str], other: list[str]) -> None:
    assert (uid_of(*one) == uid_of(*other)) == (one == other)
    assert uid_of(*one).isascii()


def test_order_of_a_school_list_does_not_count() -> None:
    a, b = (None, "Школа № 1"), ("shkola-2", "школа № 2")
    assert party_key([a, b]) == party_key([b, a]) != party_key([a])
    assert party_key([]) == ""
