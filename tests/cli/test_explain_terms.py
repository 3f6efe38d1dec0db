from __future__ import annotations

import json
from pathlib import Path

import pytest
from program_calls import Call
from program_fixtures import write_plan

import roadmapkit
from tiny_workspaces import PLAN, order_text, write_files

ORDER = order_text(
    "- {text: Провести опрос, due: в течение 10 дней со дня подписания}\n"
    "- {text: Вести учёт, due: по отдельному графику}",
    id_="order-1",
    header="state: draft\nissuer: Управление образования\nsignatory: Начальник управления",
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of a plan and an order, which is the current folder."""
    write_files(tmp_path, {"roadmaps/plan.yaml": PLAN, "roadmaps/order.yaml": ORDER})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_activity_is_told_with_its_place_its_dates_and_their_reasons(
    call: Call, workspace: Path
) -> None:
    answer = call("explain", "activity", "trial")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert "1.1. Пробный экзамен по математике (trial)" in lines[0]
    assert "roadmaps/exams.yaml:10" in answer.out
    assert "Учителя математики" in answer.out
    due = lines.index("Наступает:")
    assert "20.02.2026" in lines[due + 1]
    assert "ГК РФ" in answer.out


def test_the_place_is_named_from_where_the_reader_stands(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace / "roadmaps")
    out = call("explain", "activity", "trial").out
    assert " exams.yaml:10" in out


def test_json_of_an_activity_is_what_the_library_answers(call: Call, workspace: Path) -> None:
    out = call("explain", "activity", "trial", "--format", "json", "--lang", "en").out
    answer = roadmapkit.explain_activity(roadmapkit.open_workspace(workspace), "trial")
    assert json.loads(out) == answer.to_dict()


def test_a_plan_is_told_in_order_with_counts(call: Call, office: Path) -> None:
    answer = call("explain", "plan", "plan")
    assert answer.code == 0
    out = answer.out
    assert out.index("Подготовка") < out.index("1.1. Собрать заявки") < out.index("1.2. Провести")
    assert "  месяц: 1" in out.splitlines()
    assert "  не позднее даты: 1" in out.splitlines()
    assert call("explain", "plan", "plan", "--workspace", office / "roadmaps/plan.yaml").code == 0


def test_the_points_of_an_order_are_told_as_of_another_day_of_signing(
    call: Call, office: Path
) -> None:
    expected = call("explain", "plan", "order-1", "--signed-on", "2024-01-15").out
    assert "25.01.2024" in expected
    moved = call("explain", "plan", "order-1", "--signed-on", "15.02.2024").out
    assert "25.02.2024" in moved
    assert "25.01.2024" not in moved


def test_json_of_a_plan_is_what_the_library_answers(call: Call, office: Path) -> None:
    out = call("explain", "plan", "order-1", "--format", "json", "--lang", "en").out
    answer = roadmapkit.explain_plan(roadmapkit.open_workspace(office), "order-1")
    assert json.loads(out) == answer.to_dict()
    assert [item["number"] for item in json.loads(out)["undated"]] == ["2."]


def test_a_term_that_is_wrong_is_a_finding_with_its_line(call: Call, faulty: Path) -> None:
    answer = call("explain", "activity", "trial", "--document", "faulty")
    assert answer.code == 1
    assert "roadmaps/faulty.yaml:10:" in answer.out
    assert "DUE006" in answer.out
    assert call("explain", "plan", "exams").code == 0


def test_an_id_of_two_plans_wants_the_document_named(call: Call, workspace: Path) -> None:
    write_plan(workspace, due="март 2026 г.", name="other")
    answer = call("explain", "activity", "trial")
    assert (answer.code, answer.out) == (2, "")
    assert "exams (roadmaps/exams.yaml:9)" in answer.err
    assert "other (roadmaps/other.yaml:9)" in answer.err
    assert "март 2026 г." in call("explain", "activity", "trial", "--document", "other").out


@pytest.mark.parametrize("words", [("activity", "trail"), ("plan", "exam")])
def test_an_unknown_id_is_refused_with_the_nearest(
    call: Call, workspace: Path, words: tuple[str, str]
) -> None:
    answer = call("explain", *words)
    assert (answer.code, answer.out) == (2, "")
    assert {"trail": "trial", "exam": "exams"}[words[1]] in answer.err
