from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import roadmapkit
from roadmapkit import Workspace
from roadmapkit.deadlines import DeadlineKind
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.resolve import TermExplanation
from tiny_workspaces import PLAN, opened, order_text, plan_text

WAYS = """\
- {id: tekst, title: Собрать заявки, due: до 1 марта 2024 г., responsible: [sokolov, gusev]}
- {id: povtor, title: Вести учёт, due: ежеквартально}
- {id: grafik, title: Посетить школы, due: по отдельному графику}
- {id: sobytie, title: Обобщить итоги, due: в течение 5 дней со дня получения запроса}
- {id: nepon, title: Провести встречу, due: когда-нибудь потом}
- {id: pusto, title: Подвести итоги}
- id: shkoly
  title: Провести диагностику
  responsible: sokolov
  due:
    - {when: апрель 2024 г., for: shkola-1}
    - {when: по отдельному графику, for: shkola-2}
"""

POINTS = """\
- text: Утвердить перечень
- assign: [direktora, gusev]
  text: обеспечить
  items:
    - Разместить план на сайте
    - {text: представить справку, due: до 18 марта 2024 г.}
- {appoint: sokolov, as: куратор, due: до 1 февраля 2024 г.}
- {text: Провести опрос, number: 7., due: по отдельному графику}
"""


@pytest.fixture
def ways(tmp_path: Path) -> Workspace:
    return opened(tmp_path, plan_text(WAYS))


def term(workspace: Workspace, id_: str) -> TermExplanation:
    return roadmapkit.explain_activity(workspace, id_)


def refusal(call: Callable[[], object]) -> ArgumentError:
    with pytest.raises(ArgumentError) as caught:
        call()
    return caught.value


def test_a_term_has_its_document_number_title_phrase_and_place(ways: Workspace) -> None:
    found = term(ways, "tekst")
    assert (found.document, found.id, found.number) == ("plan", "tekst", "1.")
    assert (found.title, found.printed) == ("Собрать заявки", "до 1 марта 2024 г.")
    lines = ways.source_lines(found.place.file)
    assert lines is not None
    assert "tekst" in lines[found.place.line - 1]
    assert found.due_place is not None
    assert lines[found.due_place.line - 1][found.due_place.column - 1 :].startswith("до 1 марта")


def test_a_term_without_a_list_of_its_own_falls_due_for_the_responsible(ways: Workspace) -> None:
    found = term(ways, "tekst")
    (occurrence,) = found.occurrences
    assert occurrence.due == date(2024, 3, 1)
    assert [party.ref for party in found.responsible] == ["sokolov", "gusev"]
    names = tuple(party.normalized for party in found.responsible)
    assert found.parties_of(occurrence) == names


def test_a_list_of_schools_is_due_for_each_of_its_own_schools(ways: Workspace) -> None:
    found = term(ways, "shkoly")
    assert [found.parties_of(item) for item in found.occurrences] == [("школа № 1",)]


def test_a_part_without_a_date_is_told_beside_the_part_that_has_one(ways: Workspace) -> None:
    found = term(ways, "shkoly")
    assert found.occurrences
    assert str(found.undated) == (
        "'по отдельному графику': another document sets the day: 'по отдельному графику'"
    )
    assert found.depends_on == ("по отдельному графику",)


@pytest.mark.parametrize(
    ("id_", "reason"),
    [
        ("grafik", "another document sets the day: 'по отдельному графику'"),
        (
            "sobytie",
            "it depends on what has no day yet: 'в течение 5 дней со дня получения запроса'",
        ),
        ("nepon", "the phrase is not understood"),
        ("pusto", "no term is written"),
    ],
)
def test_what_has_no_date_says_why(ways: Workspace, id_: str, reason: str) -> None:
    found = term(ways, id_)
    assert found.occurrences == ()
    assert str(found.undated) == reason


@pytest.mark.parametrize(
    ("period", "due", "reason"),
    [
        ("", "ежеквартально", "through the period of the document, which names none"),
        ("period: 2023-2024", "до 1 марта", "no year is written"),
        ("period: 2023", "ежегодно", None),
        (
            "period: {start: 2024-06-01, end: 2024-12-31}",
            "ежегодно (март)",
            "does not fall into the period of the document, 2024-06-01 – 2024-12-31",
        ),
    ],
)
def test_the_period_may_be_why(tmp_path: Path, period: str, due: str, reason: str | None) -> None:
    head = f"kind: roadmap\nid: plan\ntitle: План\n{period}".rstrip()
    workspace = opened(tmp_path, f"{head}\nactivities:\n  - {{id: a, title: А, due: {due}}}\n")
    undated = term(workspace, "a").undated
    assert (undated is None) if reason is None else (reason in str(undated))


def test_findings_about_a_term_stand_at_its_place_and_not_at_other_terms(ways: Workspace) -> None:
    found = term(ways, "nepon")
    assert [item.code for item in found.diagnostics] == ["DUE001"]
    assert found.diagnostics[0].span == found.due_place
    assert term(ways, "tekst").diagnostics == ()


def test_a_plan_has_its_terms_in_order_counts_and_what_has_no_date(ways: Workspace) -> None:
    plan = roadmapkit.explain_plan(ways, "plan")
    assert [item.id for item in plan.terms] == [
        "tekst", "povtor", "grafik", "sobytie", "nepon", "pusto", "shkoly",
    ]  # fmt: skip
    assert plan.counts == {
        DeadlineKind.BY: 1,
        DeadlineKind.RECURRING: 1,
        DeadlineKind.SCHEDULE: 1,
        DeadlineKind.EVENT: 1,
        DeadlineKind.MULTIPLE: 1,
        DeadlineKind.UNPARSED: 1,
    }
    assert [item.id for item in plan.undated] == ["grafik", "sobytie", "nepon", "pusto", "shkoly"]
    assert (plan.kind, str(plan.period and plan.period.end)) == ("roadmap", "2024-12-31")


def test_an_act_has_the_terms_of_its_points_with_number_and_addressees(tmp_path: Path) -> None:
    act = roadmapkit.explain_plan(opened(tmp_path, order_text(POINTS)), "prikaz")
    assert [(item.number, item.title) for item in act.terms] == [
        ("2.2.", "представить справку"),
        ("3.", "куратор"),
        ("7.", "Провести опрос"),
    ]
    assert [party.ref for party in act.terms[0].responsible] == ["direktora", "gusev"]
    assert [party.ref for party in act.terms[1].responsible] == ["sokolov"]
    assert act.signed_on == date(2024, 1, 15)
    assert act.terms[0].occurrences[0].due == date(2024, 3, 18)
    assert [item.number for item in act.undated] == ["7."]


def test_a_point_is_found_by_its_number_as_it_is_spoken_of(tmp_path: Path) -> None:
    workspace = opened(tmp_path, order_text(POINTS), PLAN)
    found = roadmapkit.explain_activity(workspace, "2.2", document="prikaz")
    assert found.title == "представить справку"
    assert roadmapkit.explain_activity(workspace, "1.2", document="plan").id == "a2"


def test_the_day_of_signing_moves_what_counts_from_it(tmp_path: Path) -> None:
    point = "- {text: А, due: в течение 10 дней со дня подписания}"
    draft = "state: draft\ndate:\nnumber:\nexpected_date: 15.01.2024"
    workspace = opened(tmp_path, order_text(point, header=draft))
    own = roadmapkit.explain_plan(workspace, "prikaz").terms[0].occurrences[0].end
    later = roadmapkit.explain_plan(workspace, "prikaz", signed_on=date(2024, 2, 15))
    assert own == date(2024, 1, 25)
    assert later.terms[0].occurrences[0].end == date(2024, 2, 25)
    assert later.signed_on == date(2024, 2, 15)


def test_a_registered_act_keeps_its_own_day_of_signing(tmp_path: Path) -> None:
    workspace = opened(
        tmp_path, order_text("- {text: А, due: в течение 10 дней со дня подписания}")
    )
    act = roadmapkit.explain_plan(workspace, "prikaz", signed_on=date(2024, 2, 15))
    assert act.signed_on == date(2024, 1, 15)
    assert act.terms[0].occurrences[0].end == date(2024, 1, 25)


def test_plain_data_holds_everything_and_speaks_the_readers_language(ways: Workspace) -> None:
    def said(message: Message) -> str:
        return f"<{message}>"

    record = roadmapkit.explain_plan(ways, "plan").to_dict(said)
    assert record["counts"]["event"] == 1
    assert record["undated"][0] == {
        "id": "grafik",
        "number": "3.",
        "why": "<another document sets the day: 'по отдельному графику'>",
    }
    first = record["terms"][0]
    assert first["occurrences"][0]["due"] == "2024-03-01"
    assert first["occurrences"][0]["parties"] == [
        party["normalized"] for party in first["responsible"]
    ]
    assert [party["ref"] for party in first["responsible"]] == ["sokolov", "gusev"]
    assert first["meaning"]["kind"] == "by"
    assert first["meaning"]["because"][0].startswith("<")
    assert record["terms"][5]["meaning"] is None
    assert first["place"]["file"] == "roadmaps/work.yaml"


def test_an_unknown_activity_is_refused_with_the_nearest(ways: Workspace) -> None:
    error = refusal(lambda: roadmapkit.explain_activity(ways, "grafk"))
    assert (error.argument, error.value) == ("id", "grafk")
    assert "perhaps grafik" in str(error)
    assert "perhaps" not in str(refusal(lambda: roadmapkit.explain_activity(ways, "щщщ")))


def test_an_id_of_several_plans_is_refused_with_all_of_them(tmp_path: Path) -> None:
    one = "- {id: obshchee, title: А, due: май 2024 г.}"
    workspace = opened(tmp_path, plan_text(one, id_="p1"), plan_text(one, id_="p2"))
    message = str(refusal(lambda: roadmapkit.explain_activity(workspace, "obshchee")))
    assert "p1 (roadmaps/work.yaml:6)" in message
    assert "p2 (roadmaps/work.yaml:13)" in message
    assert roadmapkit.explain_activity(workspace, "obshchee", document="p2").document == "p2"


def test_an_unknown_document_is_refused_with_the_nearest(ways: Workspace) -> None:
    error = refusal(lambda: roadmapkit.explain_plan(ways, "pla"))
    assert "perhaps plan" in str(error)
    named = refusal(lambda: roadmapkit.explain_activity(ways, "tekst", document="pla"))
    assert named.argument == "document"


def test_a_document_that_could_not_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    broken = "kind: roadmap\nid: bedny\ntitle: План\nlishnee: 1\n"
    workspace = opened(tmp_path, PLAN, broken)
    assert "has errors" in str(refusal(lambda: roadmapkit.explain_plan(workspace, "bedny")))


def test_a_document_without_terms_names_the_one_that_has_them(tmp_path: Path) -> None:
    progress = "kind: progress\nid: hod\ntitle: Ход\nroadmap: plan\n"
    workspace = opened(tmp_path, PLAN, progress)
    assert "'plan'" in str(refusal(lambda: roadmapkit.explain_plan(workspace, "hod")))
