"""Where it was decided what a plan says, and days that are only expected."""

from __future__ import annotations

from pathlib import Path

import roadmapkit
from tiny_workspaces import PLAN, opened, order_text

MINUTES = """\
kind: minutes
id: protokol
title: Протокол заседания
state: draft
date: 01.03.2024
agenda:
  - question: О плане
    decided:
      - Принять к сведению.
      - change: {activity: plan/a2, due: май 2024 г.}
"""


def test_an_activity_names_the_decision_that_changed_it(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, MINUTES)
    [one] = roadmapkit.explain_activity(workspace, "a2").decisions
    assert (one.minutes, one.number, one.kind, one.registered) == (
        "protokol",
        "1.2.",
        "change",
        False,
    )
    assert roadmapkit.explain_activity(workspace, "a1").decisions == ()
    [made] = roadmapkit.explain_plan(workspace, "protokol").decisions
    assert made == one


def test_the_day_of_a_draft_is_expected_and_its_signing_is_not_claimed(tmp_path: Path) -> None:
    header = "state: draft\nexpected_date: 15.01.2024\n"
    clauses = (
        "- {text: Опрос, due: в течение 10 дней со дня подписания}\n"
        "- {publish: на сайте, responsible: sokolov, due: до 1 мая 2024 г.}\n"
    )
    text = order_text(clauses, header).replace("\ndate: 15.01.2024", "", 1)
    plan = roadmapkit.explain_plan(opened(tmp_path, text), "prikaz")
    assert plan.expected
    first, second = plan.terms
    told = str(first.to_dict())
    assert "was signed" not in told
    assert "expected to be signed on" in told
    assert second.title == "Разместить на сайте"
    assert [party.ref for party in second.responsible] == ["sokolov"]
    assert not roadmapkit.explain_plan(
        roadmapkit.open_workspace(tmp_path), "prikaz", signed_on=plan.signed_on
    ).expected
