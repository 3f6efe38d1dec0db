"""What a report counts: every term once, late as ``due`` says, in figures that add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

import roadmapkit
from roadmapkit.model.progress import ReportRequest
from roadmapkit.resolve import ResolvedProgress, ResolvedReport
from roadmapkit.resolve.progress import resolve_report
from roadmapkit.resolve.reporting import (
    Account,
    Outcome,
    changes_between,
    count,
    report_key,
    shares_of_executors,
)
from tiny_workspaces import opened, plan_text, prepared, resolved_progress

CHECKOUT = Path(__file__).parents[2]
STATUSES = (
    "выполнено",
    "выполнено на этапе",
    "в работе",
    "запланировано",
    "не выполнено",
    "отменено",
)
QUARTERLY = plan_text(
    "- {id: a1, title: Мониторинг, due: ежеквартально, responsible: Соколов И.А.}"
)
NEXT_MONTH = "ежеквартально до 10 числа месяца, следующего за отчётным"
DUES = (
    "до 1 марта 2024 г.",
    "ежемесячно",
    "ежеквартально",
    NEXT_MONTH,
    "август, ноябрь 2024",
    "2 раза в год",
    "в течение года",
    "по мере необходимости",
)
days = st.dates(date(2024, 1, 1), date(2025, 1, 31))


def progress(reports: str, *marks: str) -> str:
    lines = "\n".join(f"  - {{{mark}}}" for mark in marks) or "  []"
    head = f"kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\nreports:\n{reports}"
    return f"{head}\nentries:\n{lines}\n"


def report_of(folder: Path, reports: str, *marks: str, plan: str = QUARTERLY) -> ResolvedReport:
    return resolved_progress(opened(folder, plan, progress(reports, *marks))).reports[-1]


def late_terms(accounts: Sequence[Account]) -> list[tuple[str, date, int | None]]:
    return sorted(
        (one.item.activity.id or "", one.term.end, one.late_by)
        for one in accounts
        if one.late_by is not None and one.term is not None
    )


def late_in_agenda(
    workspace: roadmapkit.Workspace, id_: str, day: date
) -> list[tuple[str, date, int | None]]:
    found = roadmapkit.due(workspace, [id_], as_of=day, late=True).agenda.items
    return sorted(
        (item.activity or "", item.occurrence.end, item.late_by)
        for item in found
        if item.occurrence
    )


@pytest.mark.parametrize(
    "day", [date(2021, 7, 2), date(2022, 11, 15), date(2022, 12, 31), date(2023, 9, 15)]
)
def test_examples_are_late_where_due_says_so(day: date) -> None:
    workspace = roadmapkit.open_workspace(CHECKOUT)
    found = prepared(workspace).workspace.documents
    looked_at = 0
    for id_, document in found.items():
        if isinstance(document, ResolvedProgress):
            request = ReportRequest(as_of=day)
            report = resolve_report(document.model, document.roadmap, request, document.origin)
            assert late_terms(report.accounts) == late_in_agenda(workspace, id_, day)
            looked_at += len(report.accounts)
    assert looked_at > 20


@given(
    due=st.sampled_from(DUES),
    marks=st.lists(st.tuples(st.sampled_from(STATUSES), days), max_size=6),
    as_of=days,
    shift=st.sampled_from(["previous", "next", "none"]),
)
def test_report_and_due_agree_on_every_late_term(
    due: str, marks: Sequence[tuple[str, date]], as_of: date, shift: str
) -> None:
    written = progress(
        f"  - as_of: {as_of}",
        *(f"activity: a1, status: {status}, date: {day}" for status, day in marks),
    )
    with TemporaryDirectory() as folder:
        workspace = opened(
            Path(folder),
            plan_text(f"- {{id: a1, title: Дело, due: '{due}'}}"),
            written,
            roadmapkit=f"kind: settings\ncalendar: {{shift: {shift}}}\n",
        )
        report = resolved_progress(workspace).reports[0]
        assert late_terms(report.accounts) == late_in_agenda(workspace, "hod", as_of)
        listed = roadmapkit.due(workspace, ["hod"], as_of=as_of).agenda.items
        assert {item.shown for item in listed if item.late_by} == {
            one.term.limit for one in report.accounts if one.late_by and one.term
        }
    figures = count(report.accounts)
    assert figures.terms == figures.done + figures.cancelled + figures.late + figures.ahead
    assert figures.terms == len(report.accounts) >= figures.activities == 1
    assert 0 <= figures.done_late <= figures.done
    assert figures.in_progress + figures.not_done <= figures.late + figures.ahead
    assert figures.share is None or 0 <= figures.share <= 100


def test_every_missed_occurrence_is_late(tmp_path: Path) -> None:
    mark = "activity: a1, status: выполнено, date: 2024-03-20"
    report = report_of(tmp_path, "  - as_of: 2024-10-05", mark)
    assert [(str(end), by) for _, end, by in late_terms(report.accounts)] == [
        ("2024-06-30", 97),
        ("2024-09-30", 5),
    ]


def test_activity_is_late_by_its_first_missed_term(tmp_path: Path) -> None:
    report = report_of(tmp_path, "  - as_of: 2024-10-05")
    state = report.sections[0][1][0]
    assert (str(state.due), state.late_by) == ("2024-03-31", 188)


def test_figures_count_terms_and_what_was_done_late(tmp_path: Path) -> None:
    marks = (
        "activity: a1, occurrence: 2024-Q1, status: выполнено, date: 2024-04-09",
        "activity: a1, occurrence: 2024-Q2, status: выполнено, date: 2024-06-25",
        "activity: a1, occurrence: 2024-Q3, status: не выполнено, date: 2024-10-01",
    )
    figures = count(report_of(tmp_path, "  - as_of: 2024-10-05", *marks).accounts)
    assert (figures.activities, figures.terms, figures.due) == (1, 4, 3)
    assert (figures.done, figures.done_late, figures.late, figures.ahead) == (2, 1, 1, 1)
    assert (figures.not_done, figures.share) == (1, 67)


def test_share_is_whole_only_where_everything_is_done(tmp_path: Path) -> None:
    plan = plan_text(
        "\n".join(f"- {{id: a{n}, title: Дело, due: март 2024}}" for n in range(1, 302))
    )
    marks = [f"activity: a{n}, status: выполнено, date: 2024-03-01" for n in range(1, 301)]
    figures = count(report_of(tmp_path, "  - as_of: 2024-05-01", *marks, plan=plan).accounts)
    assert figures.share == 99


@pytest.mark.parametrize(
    ("reports", "keys"),
    [
        ("  - {from: 2024-04-01, to: 2024-06-30}", ["2024-03-31", "2024-06-30"]),
        ("  - {from: 2024-07-01, to: 2024-09-30}", ["2024-03-31", "2024-09-30"]),
        ("  - {from: 2024-01-01, to: 2024-02-28}", []),
    ],
)
def test_span_has_what_fell_due_or_was_done_in_it_and_old_debts(
    tmp_path: Path, reports: str, keys: list[str]
) -> None:
    report = report_of(
        tmp_path, reports, "activity: a1, occurrence: 2024-Q2, status: выполнено, date: 2024-06-20"
    )
    told = [one for one in report.accounts if one.belongs_to(report.start)]
    assert [str(one.term.end) for one in told if one.term] == keys


def test_executors_have_each_their_part_of_a_common_term(tmp_path: Path) -> None:
    plan = plan_text("- {id: a1, title: Программы, due: март 2024, responsible: опорные школы}")
    mark = "activity: a1, party: shkola-1, status: выполнено, date: 2024-03-20"
    accounts = report_of(tmp_path, "  - as_of: 2024-04-10", mark, plan=plan).accounts
    shares: Mapping[str, Outcome] = {
        reporter.key: own[0].outcome for reporter, own in shares_of_executors(accounts) if reporter
    }
    assert shares == {"shkola-1": Outcome.DONE, "shkola-2": Outcome.LATE}
    assert count(accounts).late == 1


def test_changes_say_what_became_done_late_or_another_mark(tmp_path: Path) -> None:
    plan = plan_text(
        "- {id: a1, title: А, due: март 2024}\n- {id: a2, title: Б, due: март 2024}\n"
        "- {id: a3, title: В, due: декабрь 2024}\n- {id: a4, title: Г, due: декабрь 2024}"
    )
    marks = (
        "activity: a1, status: выполнено, date: 2024-03-28",
        "activity: a3, status: в работе, date: 2024-04-02",
    )
    reports = "  - as_of: 2024-03-15\n  - {as_of: 2024-04-10, parts: [comparison]}"
    report = report_of(tmp_path, reports, *marks, plan=plan)
    changes = changes_between(report.previous, report.accounts)
    assert str(report.compared_with) == "2024-03-15"
    assert [(one.now.item.activity.id, one.became_done, one.became_late) for one in changes] == [
        ("a1", True, False),
        ("a2", False, True),
        ("a3", False, False),
    ]
    assert changes_between(report.accounts, report.accounts) == ()


@pytest.mark.parametrize(
    ("reports", "day"),
    [
        ("  - {as_of: 2024-03-15, parts: [comparison]}", "None"),
        ("  - as_of: 2024-01-31\n  - {as_of: 2024-03-15, parts: [comparison]}", "2024-01-31"),
        ("  - {from: 2024-03-01, to: 2024-03-15, parts: [comparison]}", "2024-02-29"),
        ("  - {as_of: 2024-03-15, parts: [comparison], compare_with: 2024-02-02}", "2024-02-02"),
    ],
)
def test_day_that_a_report_is_compared_with(tmp_path: Path, reports: str, day: str) -> None:
    assert str(report_of(tmp_path, reports).compared_with) == day


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("  - as_of: 2024-03-15", "2024-04-30"),
        ("  - as_of: 2024-06-30\n  - as_of: 2024-03-15", "2024-06-30"),
        ("  - as_of: 2024-03-15\nnext_days: 10", "2024-03-25"),
    ],
)
def test_what_comes_next_ends_with_the_next_report_or_month(
    tmp_path: Path, header: str, day: str
) -> None:
    assert str(report_of(tmp_path, header).next_day) == day


def test_report_due_after_the_plan_is_known(tmp_path: Path) -> None:
    plan = plan_text(f"- {{id: a1, title: А, due: '{NEXT_MONTH}'}}")
    report = report_of(tmp_path, "  - as_of: 2024-12-31", plan=plan)
    assert [str(occurrence.end) for _, occurrence in report.beyond] == ["2025-01-10"]
    assert report_of(tmp_path / "b", "  - as_of: 2024-12-31").beyond == ()


@pytest.mark.parametrize(
    ("request_", "key"),
    [
        ({"as_of": "2024-03-31"}, "2024-03-31"),
        ({"from": "2024-01-01", "to": "2024-03-31"}, "2024-01-01--2024-03-31"),
        (
            {"from": "2024-01-01", "to": "2024-03-31", "cumulative": True},
            "2024-01-01--2024-03-31-нарастающий",
        ),
    ],
)
def test_name_of_a_report_says_its_day_or_span(request_: dict[str, object], key: str) -> None:
    assert report_key(ReportRequest.model_validate(request_)) == key
