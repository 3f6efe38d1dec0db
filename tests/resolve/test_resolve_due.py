"""Deadlines of activities and points: what is printed, what it means, where it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import indent

import pytest

from roadmapkit import Workspace
from roadmapkit.deadlines import DeadlineKind
from roadmapkit.resolve import ResolvedDue
from roadmapkit.resolve import document_codes as codes
from tiny_workspaces import (
    only,
    opened,
    order_text,
    plan_text,
    prepared,
    resolved_order,
    resolved_roadmap,
    source_at,
)


def with_due(folder: Path, due: str, **files: str) -> Workspace:
    """Open a workspace with one activity that has the given term."""
    return opened(folder, plan_text(f"- title: А\n  due:\n{indent(due, '    ')}"), **files)


def due_of(workspace: Workspace) -> ResolvedDue:
    due = resolved_roadmap(workspace).sections[0].activities[0].due
    assert due is not None
    return due


def text_at(workspace: Workspace, due: ResolvedDue) -> str:
    """Return the lines of the source that a term stands on."""
    span = due.origin.span
    lines = workspace.source_lines(span.file)
    assert lines is not None
    return "\n".join(lines[span.line - 1 : span.end_line])


def test_phrase_is_printed_as_written_and_understood(tmp_path: Path) -> None:
    workspace = with_due(tmp_path, "до 1 марта")
    due = due_of(workspace)
    assert due.lines == ("до 1 марта",)
    assert due.meaning.end == date(2024, 3, 1)
    assert text_at(workspace, due).strip() == "до 1 марта"


def test_lines_of_a_phrase_stay_lines(tmp_path: Path) -> None:
    assert due_of(with_due(tmp_path, "|\n  март\n\n  апрель")).lines == ("март", "апрель")


@pytest.mark.parametrize(
    ("written", "lines", "start", "end"),
    [
        ("on: 2024-03-05", ("5 марта 2024 г.",), date(2024, 3, 5), date(2024, 3, 5)),
        ("by: 05.03.2024", ("до 5 марта 2024 г.",), None, date(2024, 3, 5)),
        (
            "start: 2024-03-05\nend: 2024-03-08",
            ("с 5 по 8 марта 2024 г.",),
            date(2024, 3, 5),
            date(2024, 3, 8),
        ),
    ],
)
def test_dates_are_put_into_words(
    tmp_path: Path, written: str, lines: tuple[str, ...], start: date | None, end: date
) -> None:
    due = due_of(with_due(tmp_path, written))
    assert (due.meaning.start, due.meaning.end) == (start, end)
    assert tuple(line.replace("\u00a0", " ") for line in due.lines) == lines


@pytest.mark.parametrize(
    "written",
    [
        "on: 2024-03-05\nby: 2024-03-06",
        "start: 2024-03-08\nend: 2024-03-05",
        "on: 2024-03-05\nend: 2024-03-08",
    ],
)
def test_dates_that_make_no_term_are_an_error(tmp_path: Path, written: str) -> None:
    workspace = with_due(tmp_path, written)
    finding = only(workspace, codes.INVALID_DATES)
    assert finding.documents == ("plan",)
    assert finding.span is not None
    assert finding.span.line == 8
    assert prepared(workspace).blocked == {"plan"}


def test_empty_dates_are_an_error(tmp_path: Path) -> None:
    only(opened(tmp_path, plan_text("- {title: А, due: {}}")), codes.INVALID_DATES)


@pytest.mark.parametrize(
    "means", ["до 20 мая", "{by: 2024-05-20}", "{start: null, by: 20.05.2024}"]
)
def test_phrase_with_a_meaning_prints_the_phrase_and_counts_the_meaning(
    tmp_path: Path, means: str
) -> None:
    workspace = with_due(tmp_path, f"phrase: к выпускному вечеру\nmeans: {means}")
    due = due_of(workspace)
    assert due.lines == ("к выпускному вечеру",)
    assert due.meaning.end == date(2024, 5, 20)
    assert text_at(workspace, due).strip().endswith("к выпускному вечеру")
    assert not [item for item in prepared(workspace).diagnostics if item.code.startswith("DUE")]


def test_phrase_that_is_not_understood_is_a_finding_at_the_phrase(tmp_path: Path) -> None:
    workspace = with_due(tmp_path, "как-нибудь потом")
    assert due_of(workspace).meaning.kind is DeadlineKind.UNPARSED
    found = [item for item in prepared(workspace).diagnostics if item.code.startswith("DUE")]
    assert found
    assert {source_at(workspace, item) for item in found} == {"как-нибудь потом"}
    assert {item.documents for item in found} == {("plan",)}


def test_terms_by_party_print_names_of_the_directory(tmp_path: Path) -> None:
    due = due_of(
        with_due(
            tmp_path,
            "- {when: январь, for: [shkola-1]}\n"
            "- {when: март, for: [shkola-2, школа № 3], brackets: false}\n"
            "- {when: май}",
        )
    )
    assert due.lines == ("январь (школа № 1)", "март школа № 2, школа № 3", "май")
    assert due.meaning.kind is DeadlineKind.MULTIPLE
    assert due.meaning.start == date(2024, 1, 1)
    assert due.meaning.end == date(2024, 5, 31)
    assert [(span.names, span.end) for span in due.meaning.parties] == [
        (("школа № 1",), date(2024, 1, 31)),
        (("школа № 2", "школа № 3"), date(2024, 3, 31)),
    ]
    assert [occurrence.parties for occurrence in due.meaning.occurrences] == [
        ("школа № 1",),
        ("школа № 2", "школа № 3"),
        (),
    ]


def test_single_entry_is_a_term_of_its_own_kind(tmp_path: Path) -> None:
    due = due_of(with_due(tmp_path, "when: март\nfor: shkola-1"))
    assert due.lines == ("март (школа № 1)",)
    assert due.meaning.kind is DeadlineKind.MONTH


def test_finding_about_one_entry_points_at_its_phrase(tmp_path: Path) -> None:
    workspace = with_due(tmp_path, "- {when: март}\n- {when: как-нибудь потом}")
    found = [item for item in prepared(workspace).diagnostics if item.code.startswith("DUE")]
    assert {source_at(workspace, item) for item in found} == {"как-нибудь потом"}


def test_empty_term_is_no_term(tmp_path: Path) -> None:
    plan = resolved_roadmap(opened(tmp_path, plan_text("- {title: А, due: }\n- {title: Б}")))
    assert [item.due for item in plan.sections[0].activities] == [None, None]


def test_terms_of_an_act_are_known_by_their_place(tmp_path: Path) -> None:
    clauses = """\
- assign: direktor-1
  items:
    - text: представить отчёт
      due: до 1 марта 2024 г.
      items:
        - {text: разослать, due: {on: 2024-03-04}}
- {text: Провести семинар, due: в мае 2024 г.}
"""
    dues = resolved_order(opened(tmp_path, order_text(clauses))).dues
    assert {path: due.meaning.end for path, due in dues.items()} == {
        ("clauses", 0, "items", 0, "due"): date(2024, 3, 1),
        ("clauses", 0, "items", 0, "items", 0, "due"): date(2024, 3, 4),
        ("clauses", 1, "due"): date(2024, 5, 31),
    }


def test_term_from_signing_begins_on_the_day_of_the_act(tmp_path: Path) -> None:
    clause = "- {text: Провести сверку, due: в течение 10 дней со дня подписания}"
    dues = resolved_order(opened(tmp_path, order_text(clause))).dues
    assert dues["clauses", 0, "due"].meaning.end == date(2024, 1, 25)


@pytest.mark.parametrize(
    ("shift", "due_day"),
    [("previous", date(2024, 3, 7)), ("next", date(2024, 3, 11)), ("none", date(2024, 3, 9))],
)
def test_house_says_where_a_day_off_moves(tmp_path: Path, shift: str, due_day: date) -> None:
    settings = f"kind: settings\ncalendar: {{shift: {shift}}}\n"
    due = due_of(with_due(tmp_path, "до 9 марта 2024 г.", roadmapkit=settings))
    assert [occurrence.due for occurrence in due.meaning.occurrences] == [due_day]
    assert due.meaning.end == date(2024, 3, 9)


def test_local_day_off_counts(tmp_path: Path) -> None:
    settings = "kind: settings\ncalendar: {days_off: [2024-03-05], shift: next}\n"
    due = due_of(with_due(tmp_path, "до 5 марта 2024 г.", roadmapkit=settings))
    assert [occurrence.due for occurrence in due.meaning.occurrences] == [date(2024, 3, 6)]
