from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapkit import Workspace, explain_deadline
from tiny_workspaces import opened

SETTINGS = """\
kind: settings
calendar:
  days_off: [13.03.2026]
  events:
    - {name: педагогический совет, aliases: педсовет, on: 28.08.2026}
  reporting: ежегодно до 20 января
"""
SUNDAY = "15 марта 2026 г."


@pytest.fixture
def house(tmp_path: Path) -> Workspace:
    return opened(tmp_path, roadmapkit=SETTINGS)


def test_the_days_off_of_the_house_count(house: Workspace) -> None:
    assert explain_deadline(SUNDAY).occurrences[0].due == date(2026, 3, 13)
    (occurrence,) = explain_deadline(SUNDAY, workspace=house).occurrences
    assert occurrence.due == date(2026, 3, 12)
    assert occurrence.because


def test_the_events_of_the_house_are_known_by_each_of_their_names(house: Workspace) -> None:
    for phrase in ("за 2 недели до педсовета", "за 2 недели до педагогического совета"):
        found = explain_deadline(phrase, period="2026", workspace=house)
        assert found.end == date(2026, 8, 14)


def test_an_event_that_is_given_takes_the_place_of_the_houses(house: Workspace) -> None:
    found = explain_deadline(
        "за 2 недели до педсовета",
        period="2026",
        workspace=house,
        events={"педсовет": date(2026, 8, 26)},
    )
    assert found.end == date(2026, 8, 12)


def test_the_reporting_dates_of_the_house_stand_in_for_a_date(house: Workspace) -> None:
    assert explain_deadline("по графику", period="2026").occurrences == ()
    (occurrence,) = explain_deadline("по графику", period="2026", workspace=house).occurrences
    assert (occurrence.end, occurrence.reporting) == (date(2027, 1, 20), True)


def test_what_is_wrong_with_the_settings_is_told_with_the_answer(tmp_path: Path) -> None:
    unread = opened(tmp_path / "a", roadmapkit="kind: settings\ncalendar: {dni: 1}\n")
    told = explain_deadline(SUNDAY, workspace=unread).diagnostics
    assert told
    assert set(told) <= set(unread.diagnostics)
    text = "kind: settings\ncalendar: {days_off: [13.03.2026], workdays: [13.03.2026]}\n"
    contradictory = opened(tmp_path / "b", roadmapkit=text)
    assert contradictory.diagnostics == ()
    assert len(explain_deadline(SUNDAY, workspace=contradictory).diagnostics) == 1
