"""Minutes: who was there, what was decided in words, and whether plan and progress show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.documents.minutes_view import MinutesView
from tiny_workspaces import DIRECTORY, opened, prepared, view_of

PLAN = """\
kind: roadmap
id: plan
title: План мероприятий на 2024 год
alias: Дорожная карта
period: 2024
sections:
  - id: start
    title: Подготовка
    activities:
      - {id: a1, title: Собрать заявки, due: до 1 марта 2024 г., responsible: Соколов И.А.}
      - {id: a2, title: Провести семинар, due: апрель 2024 г., responsible: Гусев П.И.}
"""
PROGRESS = """\
kind: progress
id: hod
title: Отчёт о выполнении плана мероприятий
roadmap: plan
reports: [{as_of: 2024-03-11}]
entries:
  - {activity: a1, status: выполнено, date: 2024-03-01}
"""
HEAD = """\
kind: minutes
id: protokol
title: Протокол заседания рабочей группы
state: registered
date: 2024-03-14
number: 3
body: gruppa
chair: nachalnik
secretary: sokolov
"""


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def minutes(decided: str = "", more: str = "") -> str:
    agenda = "agenda:\n  - question: О выполнении плана\n    reporter: direktor-1\n"
    listed = f"    decided:\n{decided}" if decided else ""
    return f"{HEAD}{more}{agenda}{listed}"


def text_of(folder: Path, source: str) -> MinutesView:
    view = view_of(opened(folder, DIRECTORY, PLAN, PROGRESS, source), "protokol").minutes
    assert view is not None
    return view


def lines(view: MinutesView) -> list[str]:
    return [plain(f"{line.label} {line.text}".strip()) for line in view.lines]


def decision(folder: Path, written: str) -> str:
    view = text_of(folder, minutes(f"      - {written}\n"))
    (found,) = [plain(line.text) for line in view.lines if line.style == "decision"]
    return found


def found(folder: Path, source: str) -> list[Diagnostic]:
    workspace = opened(folder, DIRECTORY, PLAN, PROGRESS, source)
    return [item for item in prepared(workspace).diagnostics if "protokol" in item.documents]


def test_heading_says_whose_meeting_it_was_in_the_genitive(tmp_path: Path) -> None:
    view = text_of(tmp_path, minutes())
    assert (view.form, view.heading) == ("ПРОТОКОЛ", "заседания рабочей группы")
    assert (plain(view.date), plain(view.number)) == ("14.03.2024", "№ 3")


def test_heading_without_a_body_comes_from_the_title(tmp_path: Path) -> None:
    source = minutes().replace("body: gruppa\n", "")
    assert text_of(tmp_path, source).heading == "заседания рабочей группы"


def test_draft_has_no_number_yet_but_the_day_of_the_meeting(tmp_path: Path) -> None:
    view = text_of(tmp_path, minutes().replace("registered", "draft"))
    assert (plain(view.date), plain(view.number)) == ("14.03.2024", "№ ___")


def test_who_was_heard_stands_in_the_accusative(tmp_path: Path) -> None:
    assert (
        "1. СЛУШАЛИ: директора школы № 1 города Ольховска Гусева П.И. "
        "по вопросу «О выполнении плана»."
    ) in lines(text_of(tmp_path, minutes()))


def test_those_present_without_headings_stand_by_the_alphabet(tmp_path: Path) -> None:
    view = text_of(tmp_path, minutes(more="present: [Яшин Ю.К., lapina, Ёлкина А.А.]\n"))
    people = [plain(line.text).split(" ")[0] for line in view.lines if line.style == "person"]
    assert people == ["Ёлкина", "Лапина", "Яшин"]


def test_headings_keep_the_order_of_the_author(tmp_path: Path) -> None:
    present = "present:\n  - {role: Эксперты, people: [Яшин Ю.К., Ёлкина А.А.]}\n"
    shown = lines(text_of(tmp_path, minutes(more=present)))
    start = shown.index("Присутствовали:")
    assert shown[start + 1 : start + 4] == ["Эксперты:", "Яшин Ю.К.;", "Ёлкина А.А."]


def test_group_stands_for_its_members(tmp_path: Path) -> None:
    shown = lines(text_of(tmp_path, minutes(more="present: [direktora]\n")))
    assert [line.split(" – ")[0] for line in shown if "Гусев" in line or "Лапина" in line][:2] == [
        "Гусев П.И.",
        "Лапина Д.О.",
    ]


def test_long_list_of_those_present_becomes_an_appendix(tmp_path: Path) -> None:
    more = "list_over: 2\npresent: [lapina, gusev, Яшин Ю.К.]\n"
    workspace = opened(tmp_path, DIRECTORY, PLAN, PROGRESS, minutes(more=more))
    view = view_of(workspace, "protokol")
    assert view.minutes is not None
    assert "Присутствовали: 3 человека (список прилагается, приложение)." in lines(view.minutes)
    (sheet,) = view.sheets
    assert sheet.title == ("Список присутствовавших",)
    table = sheet.parts[0].table
    assert table is not None
    assert [plain(row.cells[1].lines[0]) for row in table.rows] == [
        "Гусев П.И.",
        "Лапина Д.О.",
        "Яшин Ю.К.",
    ]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Информацию принять к сведению", "1.1. Информацию принять к сведению."),
        (
            "{text: Собрать отчёты, responsible: sokolov, due: до 1 мая 2024 г.}",
            "1.1. Собрать отчёты. Ответственный – Соколов И.А. Срок – до 1 мая 2024 г.",
        ),
        (
            "{approve: hod, as_of: 2024-03-11}",
            "1.1. Утвердить отчёт о выполнении плана мероприятий по состоянию на 11 марта 2024 г.",
        ),
        (
            "{status: {activity: plan/a1, status: выполнено}}",
            "1.1. Считать мероприятие 1.1 «Собрать заявки» Дорожной карты выполненным.",
        ),
        (
            "{change: {activity: plan/a2, due: май 2024 г.}}",
            "1.1. Перенести срок мероприятия 1.2 «Провести семинар» Дорожной карты на май 2024 г.",
        ),
        (
            "{change: {activity: plan/a2, due: до 15 мая 2024 г., responsible: sokolov}}",
            "1.1. Установить срок мероприятия 1.2 «Провести семинар» Дорожной карты: "
            "до 15 мая 2024 г.; ответственность за его исполнение возложить на методиста "
            "Управления образования города Ольховска И.А. Соколова.",
        ),
        (
            "{create: {roadmap: plan, section: start, activity: {id: a3, title: Провести конкурс, "
            "due: июнь 2024 г., responsible: Гусев П.И.}}}",
            "1.1. Включить в раздел «Подготовка» Дорожной карты мероприятие «Провести конкурс» "
            "(срок – июнь 2024 г., ответственный – Гусев П.И.).",
        ),
        (
            "{status: {activity: plan/a1, status: отменено}, text: Заявки больше не собирать}",
            "1.1. Заявки больше не собирать.",
        ),
    ],
)
def test_decision_prints_in_words(tmp_path: Path, written: str, printed: str) -> None:
    assert decision(tmp_path, written) == printed


@pytest.mark.parametrize(
    ("vote", "printed"),
    [
        ("единогласно", "Голосовали единогласно."),
        (
            "{for: 7, abstained: 1}",
            "Голосовали: за – 7, против – нет, воздержались – 1.",
        ),
    ],
)
def test_votes_print_in_words(tmp_path: Path, vote: str, printed: str) -> None:
    assert lines(text_of(tmp_path, f"{minutes()}    vote: {vote}\n"))[-1] == printed


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("{approve: plam}", "REF001", "plan"),
        ("{approve: hod}", "REF001", "2024-03-11"),
        ("{approve: hod, as_of: 2024-04-01}", "REF001", "2024-03-11"),
        ("{status: {activity: plan/a7, status: выполнено}}", "REF005", "plan/a1"),
        ("{status: {activity: plam/a1, status: выполнено}}", "REF001", "plan"),
        ("{change: {activity: hod/a1, due: май 2024 г.}}", "REF002", "roadmap"),
        ("{change: {activity: plan/a2, due: май 2024 г.}}", "MIN002", "plan"),
        ("{change: {activity: plan/a2, responsible: lapina}}", "MIN002", "plan"),
        ("{status: {activity: plan/a2, status: выполнено}}", "MIN003", "entries"),
    ],
)
def test_decision_that_leads_nowhere_or_is_not_carried_out_is_told(
    tmp_path: Path, written: str, code: str, hint: str
) -> None:
    told = [item for item in found(tmp_path, minutes(f"      - {written}\n")) if item.code == code]
    assert len(told) == 1
    assert hint in str(told[0].hint)


@pytest.mark.parametrize(
    "written",
    [
        "{change: {activity: plan/a2, due: апрель 2024 года, responsible: gusev}}",
        "{status: {activity: plan/a1, status: выполнено}}",
        "{create: {roadmap: plan, activity: {id: a2, title: Провести семинар}}}",
    ],
)
def test_decision_that_plan_and_progress_show_is_silent(tmp_path: Path, written: str) -> None:
    codes = {item.code for item in found(tmp_path, minutes(f"      - {written}\n"))}
    assert codes.isdisjoint({"MIN002", "MIN003"})


def test_draft_decisions_need_not_be_carried_out(tmp_path: Path) -> None:
    source = minutes("      - {status: {activity: plan/a2, status: выполнено}}\n")
    codes = {item.code for item in found(tmp_path, source.replace("registered", "draft"))}
    assert "MIN003" not in codes


def test_report_as_an_appendix_is_the_report_with_a_mark(tmp_path: Path) -> None:
    more = "appendices:\n  - parts: [{report: hod, as_of: 2024-03-11}]\n"
    workspace = opened(tmp_path, DIRECTORY, PLAN, PROGRESS, minutes(more=more))
    (sheet,), (report,) = view_of(workspace, "protokol").sheets, view_of(workspace, "hod").sheets
    assert (sheet.title, sheet.landscape, sheet.parts) == (
        report.title,
        report.landscape,
        report.parts,
    )
    assert [plain(line) for line in sheet.stamps[0].lines] == [
        "Приложение",
        "к протоколу заседания рабочей группы",
        "от 14.03.2024 № 3",
    ]
