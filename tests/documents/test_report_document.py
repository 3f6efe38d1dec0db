"""The report: marks as of a day, counts that add up, what is late."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.documents import DocumentView
from roadmapkit.documents.view import PartView, TableView
from tiny_workspaces import opened, plan_text, view_of

STATUSES = (
    "выполнено",
    "выполнено на этапе",
    "в работе",
    "запланировано",
    "не выполнено",
    "отменено",
)

PLAN = """\
kind: roadmap
id: plan
title: План
period: 2024
columns: [number, activity, due, responsible]
sections:
  - title: Первый
    activities:
      - {id: a1, title: Заявки, due: до 1 марта 2024 г., responsible: Соколов И.А.}
      - {id: a2, title: Семинар, due: апрель 2024 г., responsible: Гусев П.И.}
  - title: Второй
    activities:
      - {id: b1, title: Итоги, due: до 1 декабря 2024 г., responsible: Гусев П.И.}
"""


def progress(entries: str, header: str = "reports: [{as_of: 2024-03-11}]") -> str:
    head = f"kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\n{header}"
    return f"{head}\nentries:\n{entries}" if entries else head


def report(
    folder: Path, entries: str = "", header: str = "reports: [{as_of: 2024-03-11}]"
) -> DocumentView:
    return view_of(opened(folder, PLAN, progress(entries, header)), "hod")


def part(view: DocumentView, kind: str) -> PartView:
    (found,) = [item for item in view.sheets[0].parts if item.kind == kind]
    return found


def rows(table: TableView | None) -> list[list[str]]:
    assert table is not None
    return [
        [" / ".join(cell.lines).replace("\u00a0", " ") for cell in row.cells] for row in table.rows
    ]


def test_title_says_the_day(tmp_path: Path) -> None:
    assert [line.replace("\u00a0", " ") for line in report(tmp_path).sheets[0].title] == [
        "Отчёт",
        "по состоянию на 11 марта 2024 г.",
    ]


def test_report_may_have_its_own_title_and_narrative(tmp_path: Path) -> None:
    header = "reports: [{as_of: 2024-03-11, title: Об итогах, intro: Начало., closing: Конец.}]"
    view = report(tmp_path, "", header)
    assert view.sheets[0].title[0] == "Об итогах"
    assert [item.kind for item in view.sheets[0].parts] == [
        "text",
        "plan",
        "summary",
        "late",
        "text",
    ]
    assert view.sheets[0].parts[0].before[0].text == "Начало."
    assert view.sheets[0].parts[-1].before[0].text == "Конец."


def test_every_reporting_day_is_a_report(tmp_path: Path) -> None:
    header = "reports: [{as_of: 2024-03-11}, {as_of: 2024-01-31}]"
    entries = "  - {activity: a1, status: выполнено, date: 2024-02-10}\n"
    workspace = opened(tmp_path, PLAN, progress(entries, header))
    march = view_of(workspace, "hod", file="2024-03-11")
    january = view_of(workspace, "hod", file="2024-01-31")
    assert [row[4] for row in rows(part(march, "plan").table) if len(row) > 1] == [
        "Выполнено",
        "",
        "",
    ]
    assert [row[4] for row in rows(part(january, "plan").table) if len(row) > 1] == ["", "", ""]


@pytest.mark.parametrize(
    ("mark", "printed"),
    [
        ("status: в работе", "В работе"),
        ("status: выполнено, text: Сделано 5 из 6", "Сделано 5 из 6"),
        ("status: выполнено, text: [Сделано, Принято]", "Сделано / Принято"),
        ("status: не выполнено, reason: нет средств", "Не выполнено / Причина: нет средств"),
        ("status: выполнено, evidence: [приказ № 5, сайт]", "Выполнено / приказ № 5 / сайт"),
    ],
)  # fmt: skip
def test_mark_is_printed_with_reason_and_evidence(tmp_path: Path, mark: str, printed: str) -> None:
    view = report(tmp_path, f"  - {{activity: a1, {mark}}}\n")
    assert rows(part(view, "plan").table)[1][4] == printed


def test_columns_of_the_plan_come_first_and_the_mark_last(tmp_path: Path) -> None:
    header = "status_heading: Отчёт\nreports: [{as_of: 2024-03-11}]"
    table = part(report(tmp_path, "", header), "plan").table
    assert table is not None
    assert [" ".join(cell.lines) for cell in table.heading[0].cells] == [
        "№ п/п",
        "Мероприятия",
        "Сроки",
        "Ответственные",
        "Отчёт",
    ]


def test_author_chooses_the_columns_of_the_report(tmp_path: Path) -> None:
    header = "columns: [activity, {field: status, heading: Итог}]\nreports: [{as_of: 2024-03-11}]"
    view = report(tmp_path, "  - {activity: a1, status: в работе}\n", header)
    assert rows(part(view, "plan").table)[1] == ["Заявки", "В работе"]


def test_summary_counts_each_section_and_all(tmp_path: Path) -> None:
    entries = """\
  - {activity: a1, status: выполнено на этапе}
  - {activity: a2, status: в работе}
"""
    view = report(tmp_path, entries)
    assert rows(part(view, "summary").table) == [
        ["1. Первый", "2", "0", "1", "1", "0", "0", "0"],
        ["2. Второй", "1", "0", "0", "0", "0", "0", "1"],
        ["Итого", "3", "0", "1", "1", "0", "0", "1"],
    ]


def test_late_activities_are_listed_with_days(tmp_path: Path) -> None:
    view = report(tmp_path, "  - {activity: a2, status: в работе}\n")
    assert rows(part(view, "late").table) == [
        ["1.1.", "Заявки", "до 01.03.2024", "Соколов И.А.", "10"]
    ]


def test_report_without_late_activities_says_so(tmp_path: Path) -> None:
    late = part(report(tmp_path, "  - {activity: a1, status: выполнено}\n"), "late")
    assert late.table is None
    assert [line.text for line in late.before] == ["Просроченных мероприятий нет."]


def test_summary_and_list_may_be_left_out(tmp_path: Path) -> None:
    header = "summary: false\nlate: false\nreports: [{as_of: 2024-03-11}]"
    assert [item.kind for item in report(tmp_path, "", header).sheets[0].parts] == ["plan"]


def test_signatory_and_appendices_close_the_report(tmp_path: Path) -> None:
    header = """\
signatory: sokolov
reports: [{as_of: 2024-03-11}]
appendices:
  - {title: Первое, parts: [{text: Текст}]}
  - {title: Второе, parts: [{text: Текст}]}"""
    view = report(tmp_path, "", header)
    signature = view.sheets[0].signature
    assert signature is not None
    assert signature.name == "И.А.\u00a0Соколов"
    assert [sheet.title for sheet in view.sheets[1:]] == [("Первое",), ("Второе",)]
    assert [sheet.stamps[0].lines for sheet in view.sheets[1:]] == [
        ("Приложение №\u00a01",),
        ("Приложение №\u00a02",),
    ]


@given(st.lists(st.none() | st.sampled_from(STATUSES), min_size=1, max_size=12))
def test_counts_add_up(
    tmp_path_factory: pytest.TempPathFactory, statuses: list[str | None]
) -> None:
    activities = "\n".join(f"- {{id: a{n}, title: А}}" for n in range(len(statuses)))
    entries = "\n".join(
        f"  - {{activity: a{n}, status: {status}}}" for n, status in enumerate(statuses) if status
    )
    workspace = opened(tmp_path_factory.mktemp("w"), plan_text(activities), progress(entries))
    (name, total, *counts), (all_, all_total, *all_counts) = rows(
        part(view_of(workspace, "hod"), "summary").table
    )
    assert (name, all_) == ("Мероприятия плана", "Итого")
    assert int(total) == len(statuses) == sum(int(count) for count in counts)
    assert (all_total, all_counts) == (total, counts)
    assert int(counts[-1]) == statuses.count(None)


@pytest.mark.parametrize(
    ("shift", "as_of", "days", "printed"),
    [
        ("previous", "2024-03-09", None, ""),
        ("previous", "2024-03-10", "1", "до 09.03.2024"),
        ("next", "2024-03-11", None, ""),
        ("next", "2024-03-12", "1", "до 11.03.2024 / (перенесён с 09.03.2024)"),
        ("none", "2024-03-10", "1", "до 09.03.2024"),
    ],
)
def test_lateness_is_counted_from_the_day_that_is_printed(
    tmp_path: Path, shift: str, as_of: str, days: str | None, printed: str
) -> None:
    """The 9th of March 2024 was a Saturday, the 8th a holiday."""
    plan = plan_text("- {id: a1, title: А, due: до 9 марта 2024 г.}")
    settings = f"kind: settings\ncalendar: {{shift: {shift}}}\n"
    workspace = opened(
        tmp_path, plan, progress("", f"reports: [{{as_of: {as_of}}}]"), roadmapkit=settings
    )
    late = part(view_of(workspace, "hod"), "late").table
    assert (late is None) == (days is None)
    if late is not None:
        assert rows(late) == [["1.", "А", printed, "", days]]
