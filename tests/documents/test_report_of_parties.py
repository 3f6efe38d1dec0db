"""What a report prints of marks of parties and of single terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.documents import DocumentView
from roadmapkit.documents.standing import standing_words, term_name
from roadmapkit.model.progress import StatusEntry
from roadmapkit.resolve.statuses import PartyState, Reporter
from roadmapkit.resolve.statuses.slots import slots_of
from roadmapkit.resolve.terms import Mark
from tiny_workspaces import opened, plan_text, resolved_roadmap, view_of

SCHOOLS = """\
kind: directory
organizations:
  - {id: s1, name: Школа № 1 города Ольховска, short: школа № 1}
  - {id: s2, name: Школа № 2 города Ольховска, short: школа № 2}
  - {id: s3, name: Школа № 3 города Ольховска, short: школа № 3}
groups:
  - {id: schools, name: школы, members: [s1, s2, s3]}
"""
PLAN = plan_text(
    """\
    - {id: once, title: Анализ, due: до 1 марта 2024 г., responsible: школы}
    - {id: often, title: Отчёт, due: ежеквартально, responsible: школы}
    """
)


def report(folder: Path, *entries: str, header: str = "") -> DocumentView:
    lines = "\n".join(f"  - {{{entry}}}" for entry in entries)
    progress = (
        f"kind: progress\nid: hod\ntitle: Отчёт\nroadmap: plan\n{header}"
        f"reports: [{{as_of: 2024-07-11}}]\nentries:\n{lines}\n"
    )
    return view_of(opened(folder, PLAN, progress, directory=SCHOOLS), "hod")


def cells(view: DocumentView, kind: str, column: int = -1) -> list[str]:
    (part,) = [part for part in view.sheets[0].parts if part.kind == kind]
    assert part.table is not None
    rows = [row.cells[column].lines for row in part.table.rows]
    return [" / ".join(lines).replace("\u00a0", " ") for lines in rows]


def test_column_says_how_many_have_done_and_who_has_not(tmp_path: Path) -> None:
    mark = "activity: once, party: s1, status: выполнено, date: 2024-02-10"
    assert cells(report(tmp_path, mark), "plan")[0] == (
        "Выполнено 1 из 3; не представили: школа № 2, школа № 3"
    )


def test_terms_of_a_recurrence_have_a_line_each(tmp_path: Path) -> None:
    marks = [
        f"activity: often, {of}, status: {status}, date: 2024-07-10"
        for of, status in (
            ("party: s1, occurrence: 2024-Q2", "выполнено"),
            ("party: s2, occurrence: 2024-Q2", "не выполнено"),
            ("occurrence: 2024-Q3", "в работе, text: Начали"),
        )
    ]
    assert cells(report(tmp_path, *marks), "plan")[1] == (
        "II квартал 2024 г.: выполнено 1 из 3; не выполнено: школа № 2; нет отметки: школа № 3"
        " / III квартал 2024 г.: Начали / Без отметки: I квартал 2024 г."
    )


def test_general_mark_stands_before_those_of_parties(tmp_path: Path) -> None:
    marks = (
        "activity: once, status: в работе, text: Сроки продлены, date: 2024-02-01",
        "activity: once, party: s1, status: выполнено, date: 2024-02-10",
    )
    printed = cells(report(tmp_path, *marks), "plan")[0]
    assert printed.startswith("Сроки продлены / Выполнено 1 из 3; ")


def test_author_says_how_many_are_named(tmp_path: Path) -> None:
    mark = "activity: once, party: s3, status: выполнено, date: 2024-02-10"
    view = report(tmp_path, mark, header="missing: 1\n")
    assert cells(view, "plan")[0] == "Выполнено 1 из 3; не представили: школа № 1 и ещё 1"


def test_what_parties_wrote_is_a_table_unless_it_is_not_wanted(tmp_path: Path) -> None:
    marks = (
        "activity: once, party: s1, status: выполнено, date: 2024-02-10, evidence: приказ № 5",
        "activity: once, party: s2, status: не выполнено, reason: карантин, date: 2024-02-10",
        "activity: once, party: s3, status: выполнено, date: 2024-02-10",
    )
    view = report(tmp_path / "a", *marks)
    assert cells(view, "details", 2) == ["школа № 1", "школа № 2"]
    assert cells(view, "details") == ["приказ № 5", "Причина: карантин"]
    silent = report(tmp_path / "b", *marks, header="details: false\n")
    assert [part.kind for part in silent.sheets[0].parts] == ["plan", "summary", "late"]


def party(number: int, status: str | None) -> PartyState:
    reporter = Reporter(f"s{number}", f"школа № {number}")
    if status is None:
        return PartyState(reporter, None, settled=False)
    entry = StatusEntry.model_validate({"activity": "a", "status": status})
    return PartyState(reporter, Mark(entry, number), settled=status in ("выполнено", "отменено"))


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ([], ""),
        (["выполнено"] * 2, "выполнено 2 из 2"),
        (["выполнено", None], "выполнено 1 из 2; нет отметки: школа № 2"),
        ([None, "отменено"], "выполнено 0 из 2; отменено: школа № 2; нет отметки: школа № 1"),
        (
            ["в работе", None, "не выполнено", None],
            "выполнено 0 из 4; в работе: школа № 1; не выполнено: школа № 3; "
            "не представили: школа № 2, школа № 4",
        ),
    ],
)
def test_words_of_parties(statuses: list[str | None], words: str) -> None:
    states = [party(number, status) for number, status in enumerate(statuses, start=1)]
    assert standing_words(states) == words


def test_long_list_ends_with_a_number(tmp_path: Path) -> None:
    words = standing_words([party(number, None) for number in range(1, 31)])
    assert words.endswith("школа № 9, школа № 10 и ещё 20")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("ежемесячно", "январь 2024 г."),
        ("ежеквартально", "I квартал 2024 г."),
        ("1 раз в полугодие", "I полугодие 2024 г."),
        ("ежегодно", "2024 год"),
        ("1 раз в четверть", "III четверть 2023/2024 учебного года"),
        ("август, ноябрь 2024", "до 31.08.2024"),
        ("по отдельному графику", ""),
    ],
)
def test_names_of_terms(tmp_path: Path, phrase: str, name: str) -> None:
    plan = plan_text(f"- {{id: a1, title: А, due: '{phrase}'}}")
    roadmap = resolved_roadmap(opened(tmp_path, plan))
    slots = slots_of(roadmap.sections[0].activities[0].due, roadmap.directory)
    assert term_name(slots[0]) == name
