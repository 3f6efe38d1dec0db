from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit import explain_deadline
from roadmapkit.api.explanations import Days

PHRASE = "за 2 недели до педсовета"


def test_an_event_dates_the_phrase_that_counts_from_it(call: Call) -> None:
    arguments = ["explain", "deadline", PHRASE, "--period", "2026"]
    assert "14.08.2026" not in call(*arguments).out
    for day in ("28.08.2026", "2026-08-28"):
        assert "14.08.2026" in call(*arguments, "--events", f"педсовет={day}").out


def test_several_events_and_events_of_several_days_are_those_of_the_library(call: Call) -> None:
    out = call(
        *("explain", "deadline", PHRASE, "--period", "2026", "--format", "json", "--lang", "en"),
        *("--events", "педсовет=30.03.2026", "--events", "педсовет=28.08.2026..29.08.2026"),
        *("--events", "собрание = 2026-05-20"),
    ).out
    days: list[Days] = [date(2026, 3, 30), (date(2026, 8, 28), date(2026, 8, 29))]
    events: dict[str, Days | list[Days]] = {"педсовет": days, "собрание": date(2026, 5, 20)}
    expected = explain_deadline(PHRASE, period="2026", events=events).to_dict()
    assert json.loads(out) == expected
    assert [item["due"] for item in expected["occurrences"]] == ["2026-03-16", "2026-08-14"]


@pytest.mark.parametrize(
    "value", ["педсовет", "=28.08.2026", "педсовет=скоро", "педсовет=28.08.2026..потом"]
)
def test_an_event_without_name_or_day_is_unusable(call: Call, value: str) -> None:
    answer = call("explain", "deadline", PHRASE, "--events", value)
    assert (answer.code, answer.out) == (2, "")
    assert "--events" in answer.err


def test_an_event_that_ends_before_it_starts_is_unusable(call: Call) -> None:
    answer = call("explain", "deadline", PHRASE, "--events", "педсовет=28.08.2026..01.08.2026")
    assert (answer.code, answer.out) == (2, "")


def test_the_settings_of_a_workspace_count_where_it_is_named(call: Call, tmp_path: Path) -> None:
    settings = "kind: settings\ncalendar:\n  events:\n    - {name: педсовет, on: 28.08.2026}\n"
    (tmp_path / "roadmapkit.yaml").write_text(settings, encoding="utf-8")
    arguments = ["explain", "deadline", PHRASE, "--period", "2026"]
    assert "14.08.2026" in call(*arguments, "--workspace", tmp_path).out
    assert "14.08.2026" not in call(*arguments).out
    assert call(*arguments, "--workspace", tmp_path / "nowhere").code == 2
