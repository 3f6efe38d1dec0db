"""Mentions and days: terms, holders of posts, acts that are repealed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from named_places import only, steps

from roadmapkit import impact
from tiny_workspaces import DIRECTORY, PLAN, opened, order_text, plan_text


def test_occurrences_are_those_of_the_schools_that_are_named(tmp_path: Path) -> None:
    plan = plan_text(
        """\
        - title: Проверка
          due:
            - {when: март 2024 г., for: shkola-1}
            - {when: май 2024 г., for: shkola-2}
        """
    )
    found = impact(opened(tmp_path, plan), "gusev")
    mention = only(found, "activity")
    assert [str(one.due) for one in mention.occurrences] == ["2024-03-31"]
    assert steps(mention) == [("head", "shkola-1")]


def test_only_terms_from_the_day_on_are_told(tmp_path: Path) -> None:
    plan = plan_text(
        """\
        - {title: Прошлое, due: до 1 марта 2024 г., responsible: Соколов И.А.}
        - {title: Всегда, due: ежеквартально, responsible: Соколов И.А.}
        - {title: Событие, due: после конкурса, responsible: Соколов И.А.}
        """
    )
    found = impact(opened(tmp_path, plan), "sokolov", since=date(2024, 7, 1))
    mentions = found.documents[0].mentions
    assert [mention.text for mention in mentions] == ["Всегда", "Событие"]
    assert [str(one.due) for one in mentions[0].occurrences] == ["2024-09-30", "2024-12-31"]


def test_a_clause_of_which_every_term_is_over_does_not_count(tmp_path: Path) -> None:
    over = "- {assign: direktor-1, items: [{text: подать списки, due: до 1 марта 2024 г.}]}"
    lasting = "- {assign: direktor-1, items: [{text: подать, due: до 1 марта 2024 г.}, хранить]}"
    workspace = opened(tmp_path, order_text(f"{over}\n{lasting}"))
    found = impact(workspace, "direktor-1", since=date(2024, 3, 2))
    assert [mention.number for mention in found.documents[0].mentions] == ["2."]
    found = impact(workspace, "direktor-1", since=date(2024, 3, 1))
    assert [mention.number for mention in found.documents[0].mentions] == ["1.", "2."]


PAST = DIRECTORY.replace(
    "appointments: [{person: gusev}]",
    "appointments: [{person: gusev, to: 31.08.2024}, {person: sokolov, from: 01.09.2024}]",
)


def test_a_printed_name_stays_when_its_holder_has_left_and_the_duty_goes_on(
    tmp_path: Path,
) -> None:
    clauses = "- control: direktor-1\n- {assign: direktor-1, text: обеспечить участие}"
    workspace = opened(tmp_path, order_text(clauses), directory=PAST)
    day = date(2024, 9, 1)
    left = impact(workspace, "gusev", since=day)
    assert [mention.kind for mention in left.documents[0].mentions] == ["control"]
    assert left.documents[0].mentions[0].through[0].until == date(2024, 8, 31)
    came = impact(workspace, "sokolov", since=day)
    assert [mention.kind for mention in came.documents[0].mentions] == ["control", "clause"]


REPEALING = order_text(
    "- {repeal: prikaz}", "date: 01.06.2024\nnumber: 90\nsignatory: gusev", id_="otmena"
)
REQUISITES = REPEALING.replace("{repeal: prikaz}", "{repeal: {date: 15.01.2024, number: 46}}")


@pytest.mark.parametrize("repealing", [REPEALING, REQUISITES], ids=["by id", "by requisites"])
def test_a_repealed_act_is_not_in_force_from_the_day_of_the_other(
    tmp_path: Path, repealing: str
) -> None:
    workspace = opened(tmp_path, order_text("- approve: plan\n- control: sokolov"), PLAN, repealing)
    found = impact(workspace, "sokolov")
    assert found.documents == ()
    assert found.not_in_force == ("plan", "prikaz")
    before = impact(workspace, "sokolov", since=date(2024, 5, 31))
    assert [document.id for document in before.documents] == ["prikaz"]
    assert impact(workspace, "sokolov", since=date(2024, 6, 1)).documents == ()


def test_an_act_that_only_a_draft_repeals_is_in_force(tmp_path: Path) -> None:
    draft = REPEALING.replace("state: registered", "state: draft")
    workspace = opened(tmp_path, order_text("- control: sokolov"), draft)
    assert [document.id for document in impact(workspace, "sokolov").documents] == ["prikaz"]


def test_a_plan_stands_as_the_act_that_approves_it(tmp_path: Path) -> None:
    found = impact(opened(tmp_path, order_text("- approve: plan"), PLAN), "gusev")
    (plan,) = found.documents
    assert (plan.id, plan.state, plan.act, plan.needs_amendment) == (
        "plan",
        "registered",
        "prikaz",
        True,
    )
    assert not plan.sealed
    assert plan.date == date(2024, 1, 15)


def test_a_plan_that_nobody_approves_is_a_draft(tmp_path: Path) -> None:
    (plan,) = impact(opened(tmp_path, PLAN), "gusev").documents
    assert (plan.state, plan.needs_amendment) == ("draft", False)
