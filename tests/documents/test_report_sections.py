"""Parts of a report beyond the simple one: order, spans, occurrences, changes, pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.documents import DocumentView
from roadmapkit.documents.view import PartView, TableView
from tiny_workspaces import opened, plan_text, prepared, view_of

PLAN = """\
kind: roadmap
id: plan
title: План
period: 2024
columns: [number, activity, due]
sections:
  - title: Первый
    activities:
      - {id: a1, title: Мониторинг, due: ежеквартально, responsible: Соколов И.А.}
      - {id: a2, title: Семинар, due: апрель 2024 г., responsible: Гусев П.И.}
  - title: Второй
    activities:
      - {id: b1, title: Итоги, due: до 1 декабря 2024 г., responsible: Гусев П.И.}
"""
MARKS = """\
  - {activity: a1, occurrence: 2024-Q1, status: выполнено, date: 2024-04-05, text: Проведён}
  - {activity: a1, occurrence: 2024-Q2, status: выполнено, date: 2024-06-20}
  - {activity: a2, status: запланировано, planned_for: сентябрь 2024 г., date: 2024-05-10}
"""


def view(folder: Path, header: str, marks: str = MARKS, plan: str = PLAN) -> DocumentView:
    text = f"kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\n{header}\nentries:\n{marks}"
    return view_of(opened(folder, plan, text), "hod")


def part(document: DocumentView, kind: str) -> PartView:
    (found,) = [item for item in document.sheets[0].parts if item.kind == kind]
    return found


def rows(table: TableView | None) -> list[list[str]]:
    assert table is not None
    return [
        [" / ".join(cell.lines).replace("\u00a0", " ") for cell in row.cells]
        for row in table.rows
        if row.kind != "section"
    ]


def marks_column(document: DocumentView) -> list[str]:
    return [row[-1] for row in rows(part(document, "plan").table)]


def test_parts_stand_in_the_author_s_order_and_texts_are_never_lost(tmp_path: Path) -> None:
    header = (
        "parts: [late, chart, table]\nreports: [{as_of: 2024-10-05, intro: До, closing: После}]"
    )
    kinds = [item.kind for item in view(tmp_path, header).sheets[0].parts]
    assert kinds == ["text", "late", "chart", "plan", "text"]


def test_one_report_may_have_other_parts_than_the_rest(tmp_path: Path) -> None:
    header = "parts: [table]\nreports: [{as_of: 2024-10-05, parts: [next]}]"
    assert [item.kind for item in view(tmp_path, header).sheets[0].parts] == ["next"]


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("{as_of: 2024-10-05}", "по состоянию на 5 октября 2024 г."),
        ("{from: 2024-04-01, to: 2024-06-30}", "за период с 1 апреля 2024 г. по 30 июня 2024 г."),
        (
            "{from: 2024-04-01, to: 2024-06-30, cumulative: true}",
            "за период с 1 апреля 2024 г. по 30 июня 2024 г. (нарастающим итогом)",
        ),
    ],
)
def test_title_names_the_day_or_the_span(tmp_path: Path, request_: str, line: str) -> None:
    title = view(tmp_path, f"reports: [{request_}]").sheets[0].title
    assert title[-1].replace("\u00a0", " ") == line


def test_span_prints_its_own_activities_and_a_cumulative_one_all(tmp_path: Path) -> None:
    span = "{from: 2024-07-01, to: 2024-09-30"
    own = view(tmp_path / "a", f"reports: [{span}}}]", marks="  []")
    whole = view(tmp_path / "b", f"reports: [{span}, cumulative: true}}]", marks="  []")
    assert [row[1] for row in rows(part(own, "plan").table)] == ["Мониторинг", "Семинар", "Итоги"]
    assert [row[1] for row in rows(part(whole, "plan").table)] == ["Мониторинг", "Семинар", "Итоги"]
    early = view(tmp_path / "c", "reports: [{from: 2024-01-09, to: 2024-01-31}]", plan=PLAN)
    assert "Семинар" not in [row[1] for row in rows(part(early, "plan").table)]


def test_files_of_two_spans_have_two_names(tmp_path: Path) -> None:
    text = (
        "kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\nreports:\n"
        "  - as_of: 2024-06-30\n  - {from: 2024-04-01, to: 2024-06-30}\n"
        "  - {from: 2024-04-01, to: 2024-06-30, cumulative: true}\n"
    )
    found = prepared(opened(tmp_path, PLAN, text)).composed
    names = [
        one.target.path.partition("отчет-")[2] for one in found if one.target.document == "hod"
    ]
    assert names == [
        "2024-06-30.docx",
        "2024-04-01--2024-06-30.docx",
        "2024-04-01--2024-06-30-нарастающий.docx",
    ]


@pytest.mark.parametrize(
    ("occurrences", "printed"),
    [
        (
            "пропущенные",
            "I квартал 2024 г.: Проведён / II квартал 2024 г.: выполнено"
            " / Без отметки: III квартал 2024 г.",
        ),
        ("числом", "Исполнено 2 из 3 / Не исполнено в срок: III квартал 2024 г."),
        (
            "перечнем",
            "I квартал 2024 г.: Проведён; с опозданием, дней: 5 / II квартал 2024 г.: выполнено"
            " / III квартал 2024 г.: просрочено, дней: 5",
        ),
    ],
)
def test_recurring_activity_is_told_by_occurrence(
    tmp_path: Path, occurrences: str, printed: str
) -> None:
    document = view(tmp_path, f"occurrences: {occurrences}\nreports: [{{as_of: 2024-10-05}}]")
    assert marks_column(document)[0] == printed


def test_missed_occurrences_are_named_where_marks_are_for_all(tmp_path: Path) -> None:
    marks = "  - {activity: a1, status: выполнено, date: 2024-03-20}\n"
    document = view(tmp_path, "reports: [{as_of: 2024-10-05}]", marks)
    assert marks_column(document)[0] == (
        "Выполнено / Не исполнено в срок: II квартал 2024 г., III квартал 2024 г."
    )


def test_plan_for_later_and_day_of_a_mark_are_printed(tmp_path: Path) -> None:
    document = view(tmp_path, "mark_dates: true\nreports: [{as_of: 2024-06-01}]")
    assert marks_column(document)[1] == "Запланировано на сентябрь 2024 г. (10.05.2024)"


def test_mark_after_the_day_changes_nothing(tmp_path: Path) -> None:
    parts = "parts: [table, summary, sections, executors, late, next, chart, timeline, details]"
    header = f"{parts}\nreports: [{{as_of: 2024-05-31}}]"
    later = "  - {activity: b1, status: выполнено, date: 2024-06-01, text: Рано}\n"
    assert view(tmp_path / "a", header, MARKS + later) == view(tmp_path / "b", header)


def test_late_list_has_a_line_for_each_missed_term(tmp_path: Path) -> None:
    document = view(tmp_path, "reports: [{as_of: 2024-10-05}]", marks="  []")
    assert [row[1:3] + row[-1:] for row in rows(part(document, "late").table)] == [
        ["Мониторинг / (I квартал 2024 г.)", "до 31.03.2024", "188"],
        ["Мониторинг / (II квартал 2024 г.)", "до 30.06.2024", "97"],
        ["Мониторинг / (III квартал 2024 г.)", "до 30.09.2024", "5"],
        ["Семинар", "до 30.04.2024", "158"],
    ]


def test_sections_and_executors_have_figures_that_add_up(tmp_path: Path) -> None:
    document = view(tmp_path, "parts: [sections, executors]\nreports: [{as_of: 2024-10-05}]")
    assert rows(part(document, "sections").table) == [
        ["1. Первый", "2", "5", "4", "2", "1", "1", "0", "0", "2", "1", "50"],
        ["2. Второй", "1", "1", "0", "0", "0", "0", "0", "0", "0", "1", "–"],
        ["Итого", "3", "6", "4", "2", "1", "1", "0", "0", "2", "2", "50"],
    ]
    assert [row[:5] for row in rows(part(document, "executors").table)] == [
        ["Соколов И.А.", "1", "4", "3", "2"],
        ["Гусев П.И.", "2", "2", "1", "0"],
    ]


def test_what_comes_next_is_open_and_ends_in_time(tmp_path: Path) -> None:
    document = view(tmp_path, "parts: [next]\nnext_days: 70\nreports: [{as_of: 2024-10-05}]")
    heading = part(document, "next").heading
    assert heading is not None
    assert heading.text.replace("\u00a0", " ") == "Предстоит до 14 декабря 2024 г."
    assert [row[1:3] for row in rows(part(document, "next").table)] == [["Итоги", "до 01.12.2024"]]


def test_last_report_after_the_plan_is_told(tmp_path: Path) -> None:
    plan = plan_text(
        "- {id: a1, title: А, due: 'ежеквартально до 10 числа месяца, следующего за отчётным'}"
    )
    document = view(tmp_path, "parts: [next]\nreports: [{as_of: 2024-12-31}]", "  []", plan)
    (line,) = part(document, "next").after
    assert "до 10 января 2025 г." in line.text.replace("\u00a0", " ")


def test_comparison_has_figures_then_and_now_and_the_terms(tmp_path: Path) -> None:
    header = "parts: [comparison]\nreports: [{as_of: 2024-04-15}, {as_of: 2024-10-05}]"
    text = f"kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\n{header}\nentries:\n{MARKS}"
    found = [one.view for one in prepared(opened(tmp_path, PLAN, text)).composed]
    first, second = (one for one in found if one.kind == "report")
    assert [line.text for line in part(first, "comparison").before] == [
        "Отчёт первый, сравнивать его не с чем."
    ]
    figures, *lists = second.sheets[0].parts
    table = {row[0]: row[1:] for row in rows(figures.table)}
    assert table["Выполнено"] == ["1", "2", "+1"]
    assert table["Срок впереди"] == ["5", "2", "−3"]
    assert {one.before[0].text: [row[1] for row in rows(one.table)] for one in lists} == {
        "Выполнено за это время": ["Мониторинг / (II квартал 2024 г.)"],
        "Стало просроченным": ["Мониторинг / (III квартал 2024 г.)", "Семинар"],
    }


def test_narrative_is_markdown_and_dashes_mark_lists_too(tmp_path: Path) -> None:
    header = """\
parts: [next]
reports:
  - as_of: 2024-10-05
    intro: |
      Сделано **много**:

      – первое;
      – второе.

      | А | Б |
      |---|---|
      | 1 | 2 |"""
    document = view(tmp_path, header)
    text = document.sheets[0].parts[0]
    assert [line.style for line in text.before] == ["body", "list", "list"]
    assert [run.look for run in text.before[0].runs] == ["", "bold", ""]
    assert text.table is not None


def test_chart_has_the_figures_in_words_too(tmp_path: Path) -> None:
    chart = part(view(tmp_path, "parts: [chart]\nreports: [{as_of: 2024-10-05}]"), "chart").chart
    assert chart is not None
    assert chart.categories == ("1. Первый", "2. Второй")
    assert {one.name: one.values for one in chart.series} == {
        "Выполнено": (2, 0),
        "Просрочено": (2, 0),
        "Срок впереди": (1, 1),
    }
    assert "1. Первый – выполнено 2, просрочено 2, срок впереди 1" in chart.alternative


@pytest.mark.parametrize(
    ("period", "columns"),
    [("2024", 12), ("2023-2024", 8), ("2015-2024", 10)],
)
def test_timeline_has_months_quarters_or_years(tmp_path: Path, period: str, columns: int) -> None:
    plan = plan_text("- {id: a1, title: Дело, due: в течение периода реализации}").replace(
        "period: 2024", f"period: {period}"
    )
    document = view(tmp_path, "parts: [timeline]\nreports: [{as_of: 2024-03-05}]", "  []", plan)
    table = part(document, "timeline").table
    assert table is not None
    assert len(table.columns) == columns + 2


def test_timeline_says_without_colours_how_a_term_stands(tmp_path: Path) -> None:
    document = view(tmp_path, "parts: [timeline]\nreports: [{as_of: 2024-10-05}]")
    table = part(document, "timeline").table
    assert table is not None
    first = next(row for row in table.rows if row.kind == "data").cells[2:]
    assert "".join(cell.lines[0] or "." for cell in first) == "++++++!!!..."
    assert len({cell.shade for cell in first}) == 3


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ("{as_of: 2024-06-30}", "по состоянию на 30 июня 2024 г."),
        ("{from: 2024-04-01, to: 2024-06-30}", "за период с 1 апреля 2024 г. по 30 июня 2024 г."),
    ],
)
def test_minutes_approve_and_append_a_report_on_a_span(
    tmp_path: Path, request_: str, words: str
) -> None:
    hod = f"kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\nreports: [{request_}]\n"
    minutes = """\
kind: minutes
id: protokol
title: Протокол
date: 2024-07-05
agenda:
  - question: Об исполнении плана
    decided:
      - {approve: hod, as_of: 2024-06-30}
appendices:
  - parts: [{report: hod, as_of: 2024-06-30}]
"""
    found = view_of(opened(tmp_path, PLAN, hod, minutes), "protokol")
    assert found.minutes is not None
    text = str(found.minutes).replace("\\xa0", " ").replace("\u00a0", " ")
    assert words in text
    assert found.sheets[0].title[-1].replace("\u00a0", " ") == words
