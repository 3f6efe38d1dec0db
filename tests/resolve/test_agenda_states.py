"""How a term stands on a day: the marks decide, by the rules of a report of the same day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.resolve import Agenda, State, resolve_workspace
from roadmapkit.resolve.agenda import agenda
from roadmapkit.resolve.resolved import ResolvedProgress
from tiny_workspaces import PLAN, opened, order_text, plan_text

PROGRESS = "kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\n"
MONTHLY = plan_text("- {id: a1, title: Посетить уроки, due: ежемесячно}")
STATUSES = ("выполнено", "выполнено на этапе", "в работе", "запланировано", "не выполнено")


def progress(*marks: tuple[str, str], as_of: str = "") -> str:
    """Return marks of the first activity, each a status and a day, and perhaps a report."""
    lines = [f"  - {{activity: a1, status: {status}, date: {day}}}" for status, day in marks]
    reports = f"reports: [{{as_of: {as_of}}}]\n" if as_of else ""
    return f"{PROGRESS}{reports}entries:\n" + ("\n".join(lines) or "  []")


def agenda_of(folder: Path, as_of: str, *documents: str) -> Agenda:
    found, _ = resolve_workspace(opened(folder, *documents).loaded)
    return agenda(found, date.fromisoformat(as_of))


def states(agenda: Agenda, activity: str = "a1") -> list[tuple[str, str]]:
    found = [item for item in agenda.items if item.activity == activity]
    return sorted((str(item.due), item.state.value) for item in found)


@pytest.mark.parametrize(
    ("as_of", "state", "late_by"),
    [
        ("2024-03-31", State.AHEAD, None),
        ("2024-04-01", State.DUE, None),
        ("2024-04-30", State.DUE, None),
        ("2024-05-01", State.LATE, 1),
    ],
)
def test_open_term_is_ahead_then_in_its_time_then_late(
    tmp_path: Path, as_of: str, state: State, late_by: int | None
) -> None:
    item = next(one for one in agenda_of(tmp_path, as_of, PLAN).items if one.activity == "a2")
    assert (item.state, item.late_by) == (state, late_by)


def test_mark_settles_from_its_day_on(tmp_path: Path) -> None:
    marks = progress(("выполнено", "2024-02-10"))
    before = agenda_of(tmp_path / "a", "2024-02-09", PLAN, marks)
    after = agenda_of(tmp_path / "b", "2024-12-31", PLAN, marks)
    assert states(before) == [("2024-03-01", "due")]
    assert states(after) == [("2024-03-01", "done")]


def test_cancelled_activity_is_never_late(tmp_path: Path) -> None:
    found = agenda_of(tmp_path, "2024-12-31", PLAN, progress(("отменено", "2024-02-10")))
    assert states(found) == [("2024-03-01", "cancelled")]


def test_each_month_is_settled_by_a_mark_of_its_own(tmp_path: Path) -> None:
    marks = progress(("выполнено", "2024-01-31"), ("не выполнено", "2024-03-31"))
    found = agenda_of(tmp_path, "2024-04-10", MONTHLY, marks)
    assert states(found)[:5] == [
        ("2024-01-31", "done"),
        ("2024-02-29", "late"),
        ("2024-03-31", "late"),
        ("2024-04-30", "due"),
        ("2024-05-31", "ahead"),
    ]


def test_what_was_done_before_it_was_cancelled_stays_done(tmp_path: Path) -> None:
    marks = progress(("выполнено", "2024-01-31"), ("отменено", "2024-03-15"))
    found = states(agenda_of(tmp_path, "2024-06-01", MONTHLY, marks))
    assert [state for _, state in found] == ["done", *["cancelled"] * 11]


def test_going_on_settles_a_month_that_has_passed_and_none_that_runs(tmp_path: Path) -> None:
    marks = progress(("в работе", "2024-02-10"))
    found = states(agenda_of(tmp_path, "2024-02-20", MONTHLY, marks))
    assert found[:2] == [("2024-01-31", "done"), ("2024-02-29", "due")]


def test_what_has_no_date_is_listed_apart(tmp_path: Path) -> None:
    plan = plan_text(
        """
        - {id: a1, title: Первое, due: по отдельному графику}
        - {id: a2, title: Второе}
        """
    )
    found = agenda_of(tmp_path, "2024-06-01", plan, progress(("выполнено", "2024-02-10")))
    assert found.items == ()
    assert [(one.activity, one.state.value) for one in found.undated] == [
        ("a1", "done"),
        ("a2", "undated"),
    ]


def test_undated_part_of_a_deadline_is_listed_beside_the_dated_one(tmp_path: Path) -> None:
    plan = plan_text(
        """
        - id: a1
          title: Дело
          due:
            - {when: до 1 марта 2024 г., for: [shkola-1]}
            - {when: по отдельному графику, for: [shkola-2]}
        """
    )
    found = agenda_of(tmp_path, "2024-02-01", plan)
    assert [item.uid for item in found.items] == ["plan/a1/1/shkola-1@roadmapkit"]
    assert [item.uid for item in found.undated] == ["plan/a1/undated@roadmapkit"]
    assert found.undated[0].because


def test_point_of_an_act_has_number_words_and_addressees(tmp_path: Path) -> None:
    order = order_text(
        """
        - approve: [plan, gruppa]
        - assign: [direktor-1, nachalnik]
          text: "обеспечить:"
          items:
            - проведение собраний
            - {text: сбор заявок, due: до 1 марта 2024 г.}
        """
    )
    found = agenda_of(tmp_path, "2024-02-01", PLAN, order)
    item = next(one for one in found.items if one.document == "prikaz")
    assert (item.number, item.title) == ("2.2.", "обеспечить: сбор заявок")
    assert [party.ref for party in item.parties] == ["direktor-1", "nachalnik"]
    assert (item.uid, item.state) == ("prikaz/clauses.2.items.2/1@roadmapkit", State.DUE)


def test_plan_that_an_act_prints_is_listed_once_with_the_day_of_the_act(tmp_path: Path) -> None:
    order = order_text("- approve: [plan]")
    found = agenda_of(tmp_path, "2024-02-01", PLAN, order)
    assert [item.uid for item in found.items] == ["plan/a1/1@roadmapkit", "plan/a2/1@roadmapkit"]
    assert {item.stamp for item in found.items} == {date(2024, 1, 15)}


def test_school_list_is_whom_its_time_concerns(tmp_path: Path) -> None:
    plan = plan_text(
        """
        - id: a1
          title: Проверка
          responsible: sokolov
          due:
            - {when: январь 2024, for: [shkola-1]}
            - {when: март 2024, for: [shkola-1, shkola-2]}
        """
    )
    found = agenda_of(tmp_path, "2024-02-01", plan).items
    assert [[party.ref for party in item.parties] for item in found] == [
        ["shkola-1"],
        ["shkola-1", "shkola-2"],
    ]
    assert {party.ref for item in found for party in item.answerable} == {"sokolov"}


days = st.dates(date(2023, 12, 1), date(2024, 12, 31))


@given(
    due=st.sampled_from(
        ["до 1 марта 2024 г.", "ежемесячно", "ежеквартально", "ежегодно", "август, ноябрь 2024"]
    ),
    marks=st.lists(st.tuples(st.sampled_from([*STATUSES, "отменено"]), days), max_size=6),
    as_of=days,
)
def test_agenda_and_report_of_one_day_agree_on_the_term_that_counts(
    due: str, marks: Sequence[tuple[str, date]], as_of: date
) -> None:
    plan = plan_text(f"- {{id: a1, title: Дело, due: '{due}'}}")
    written = progress(*((status, str(day)) for status, day in marks), as_of=str(as_of))
    with TemporaryDirectory() as folder:
        found, _ = resolve_workspace(opened(Path(folder), plan, written).loaded)
    report = found.documents["hod"]
    assert isinstance(report, ResolvedProgress)
    status = report.reports[0].sections[0][1][0]
    counting = [
        item
        for item in agenda(found, as_of).items
        if item.occurrence and item.occurrence.end == status.due
    ]
    assert [item.late_by for item in counting] == [status.late_by]
