"""The calendar: what two independent readers make of it, and how it follows a plan's changes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # it publishes no type information
from agendas import AS_OF, EXAMPLES, ROOT, agenda_of
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, Component

from roadmapkit import export_calendar
from roadmapkit.errors import ArgumentError
from roadmapkit.resolve import Agenda
from tiny_workspaces import order_text, plan_text

FEED = export_calendar(EXAMPLES.agenda)
SCHOOLS = """
- id: a1
  title: Проверка
  due: [{when: %s, for: [shkola-1]}]
"""
PROGRESS = """\
kind: progress
id: hod
title: Отчёт
roadmap: plan
entries:
  - {activity: a1, status: %s, date: 2024-02-10}
"""


def events(agenda: Agenda, **options: Any) -> Mapping[str, Component]:
    calendar = Calendar.from_ical(export_calendar(agenda, **options))
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def only(agenda: Agenda, **options: Any) -> Component:
    (event,) = events(agenda, **options).values()
    return event


def one_activity(due: str = "до 1 марта 2024 г.", header: str = "", title: str = "Дело") -> str:
    return plan_text(f"- {{id: a1, title: {title}, due: {due}}}", header)


def expected() -> dict[str, tuple[date, date]]:
    return {
        item.uid: (item.due, item.due + timedelta(days=1))
        for item in EXAMPLES.agenda.items
        if item.due is not None
    }


def summaries() -> dict[str, str]:
    return {str(e["uid"]): str(e["summary"]) for e in Calendar.from_ical(FEED).walk("VEVENT")}


def test_vobject_finds_the_feed_of_the_examples_valid_and_the_same() -> None:
    calendar = vobject.readOne(FEED.decode())
    assert calendar.validate(raiseException=True)
    found = {e.uid.value: (e.dtstart.value, e.dtend.value) for e in calendar.vevent_list}
    assert found == expected()
    assert {e.uid.value: e.summary.value for e in calendar.vevent_list} == summaries()
    assert all(event.validate(raiseException=True) for event in calendar.vevent_list)


def test_ical_imports_the_feed_of_the_examples_event_by_event() -> None:
    calendar = IcsCalendarStream.calendar_from_ics(FEED.decode())
    found = {e.uid: (e.dtstart, e.dtend) for e in calendar.events}
    assert len(calendar.events) == len(found) > 300
    assert found == expected()
    assert {e.uid: e.summary for e in calendar.events} == summaries()
    titles = {item.uid: item.title.rstrip(" :") for item in EXAMPLES.agenda.items}
    assert all(titles[uid] in summary for uid, summary in summaries().items())


def test_lines_are_folded_and_end_as_the_norm_wants() -> None:
    """RFC 5545, 3.1: lines of at most 75 octets, ended by CRLF, characters kept whole."""
    lines = FEED.split(b"\r\n")
    assert lines[-1] == b""
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])


def test_feed_says_how_often_to_ask_again_and_what_it_is_called(tmp_path: Path) -> None:
    calendar = Calendar.from_ical(export_calendar(agenda_of(tmp_path, one_activity())))
    assert calendar["method"] == "PUBLISH"
    assert calendar["name"] == calendar["x-wr-calname"] == "План"
    assert calendar.decoded("refresh-interval") == timedelta(days=1)
    named = Calendar.from_ical(export_calendar(EXAMPLES.agenda, name="Сроки"))
    assert named["name"] == "Сроки"


def test_event_lasts_the_day_and_keeps_nobody_busy(tmp_path: Path) -> None:
    event = only(agenda_of(tmp_path, one_activity()))
    assert event.decoded("dtstart") == date(2024, 3, 1)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event.decoded("dtend") == date(2024, 3, 2)
    assert (event["transp"], event["status"]) == ("TRANSPARENT", "CONFIRMED")


def test_moved_work_is_the_same_event_of_a_higher_sequence(tmp_path: Path) -> None:
    before = one_activity(header="revision: {number: 1, date: 2024-01-20}")
    after = one_activity(
        "до 20 мая 2024 г.", "revision: {number: 2, date: 2024-02-15}", title="Новое название"
    )
    old, new = only(agenda_of(tmp_path / "a", before)), only(agenda_of(tmp_path / "b", after))
    assert old["uid"] == new["uid"] == "plan/a1/1@roadmapkit"
    assert (old["sequence"], new["sequence"]) == (1, 2)
    assert (old.decoded("dtstart"), new.decoded("dtstart")) == (date(2024, 3, 1), date(2024, 5, 20))
    assert (
        new.decoded("dtstamp") == new.decoded("last-modified") == datetime(2024, 2, 15, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("revision", "sequence", "stamp"),
    [
        ("", 0, date(2024, 1, 1)),
        ("revision: 4", 4, date(2024, 1, 1)),
        ("revision: {number: 4, date: 05.02.2024}", 4, date(2024, 2, 5)),
    ],
)
def test_stamp_is_the_day_of_the_revision_or_the_first_of_the_period(
    tmp_path: Path, revision: str, sequence: int, stamp: date
) -> None:
    event = only(agenda_of(tmp_path, one_activity(header=revision)))
    assert event["sequence"] == sequence
    assert event.decoded("dtstamp").date() == stamp


def test_stamp_of_an_approved_plan_is_the_day_of_its_act(tmp_path: Path) -> None:
    act = order_text("- approve: [plan]")
    event = only(agenda_of(tmp_path, one_activity(), act))
    assert event.decoded("dtstamp").date() == date(2024, 1, 15)


def test_done_work_stays_with_a_mark_in_its_title_and_rings_no_more(tmp_path: Path) -> None:
    event = only(agenda_of(tmp_path, one_activity(), PROGRESS % "выполнено"))
    assert event["summary"] == "✓ Дело"
    assert event["status"] == "CONFIRMED"
    assert event.decoded("dtstamp").date() == date(2024, 2, 10)
    assert not event.walk("VALARM")


def test_cancelled_work_says_so_to_the_calendar_and_to_the_reader(tmp_path: Path) -> None:
    event = only(agenda_of(tmp_path, one_activity(), PROGRESS % "отменено"))
    assert event["status"] == "CANCELLED"
    assert event["summary"] != "Дело"


def test_alarms_ring_in_the_morning_a_week_before_and_the_day_before(tmp_path: Path) -> None:
    event = only(agenda_of(tmp_path, one_activity()))
    midnight = datetime(2024, 3, 1, tzinfo=UTC)
    rings = [midnight + alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert [f"{ring:%Y-%m-%d %H:%M}" for ring in rings] == ["2024-02-23 09:00", "2024-02-29 09:00"]


@pytest.mark.parametrize(
    ("alarms", "days"), [([], []), (["2w"], [14]), (["1d", "0d", "1d"], [1, 0]), ([3], [3])]
)
def test_alarms_are_those_asked_for(tmp_path: Path, alarms: list[str], days: list[int]) -> None:
    event = only(agenda_of(tmp_path, one_activity()), alarms=alarms)
    triggers = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert triggers == [timedelta(days=-count, hours=9) for count in days]


@pytest.mark.parametrize("alarm", ["1m", "1y", "soon", ""])
def test_alarm_that_is_no_number_of_days_is_refused(alarm: str) -> None:
    with pytest.raises(ArgumentError):
        export_calendar(EXAMPLES.agenda, alarms=[alarm])


def test_school_of_an_event_stands_in_its_title(tmp_path: Path) -> None:
    event = only(agenda_of(tmp_path, plan_text(SCHOOLS % "март 2024")))
    assert event["summary"] == "Проверка (школа № 1)"
    assert event["uid"] == "plan/a1/1/shkola-1@roadmapkit"


def test_description_gives_phrase_people_result_and_document(tmp_path: Path) -> None:
    plan = plan_text(
        "- {id: a1, title: Дело, due: март 2024, responsible: sokolov, result: 'Отчёт; список'}"
    )
    text = str(only(agenda_of(tmp_path, plan))["description"])
    facts = dict(line.split(": ", 1) for line in text.split("\n") if ": " in line)
    assert {"март 2024", "Соколов И.А.", "Отчёт; список", "План", "1."} <= set(facts.values())


def test_what_has_no_date_is_in_no_calendar(tmp_path: Path) -> None:
    agenda = agenda_of(tmp_path, one_activity("по отдельному графику"))
    assert len(agenda.undated) == 1
    assert events(agenda) == {}


def test_identifiers_of_a_filtered_feed_are_those_of_the_whole() -> None:
    whole = re.findall(rb"\r\nUID:.*", FEED.replace(b"\r\n ", b""))
    items = tuple(i for i in EXAMPLES.agenda.items if i.document.startswith("verkh"))
    part = export_calendar(Agenda(AS_OF, items)).replace(b"\r\n ", b"")
    found = re.findall(rb"\r\nUID:.*", part)
    assert 0 < len(found) < len(whole) == len(set(whole))
    assert set(found) < set(whole)


def test_day_of_the_export_changes_nothing_in_the_feed(tmp_path: Path) -> None:
    plan = one_activity("ежемесячно")
    early = agenda_of(tmp_path / "a", plan, as_of=date(2024, 1, 10))
    late = agenda_of(tmp_path / "b", plan, as_of=date(2024, 11, 10))
    assert [item.state for item in early.items] != [item.state for item in late.items]
    assert export_calendar(early) == export_calendar(late)


def test_another_clock_and_hash_seed_give_the_same_bytes() -> None:
    script = (
        "import sys, datetime, roadmapkit\n"
        "w = roadmapkit.open_workspace(sys.argv[1])\n"
        "a = roadmapkit.due(w, as_of=datetime.date(2024, 3, 1)).agenda\n"
        "sys.stdout.buffer.write(roadmapkit.export_calendar(a))\n"
    )
    call = [sys.executable, "-X", "utf8", "-c", script, str(ROOT)]
    environ = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Kamchatka", "LANG": "C"}
    done = subprocess.run(call, capture_output=True, check=True, env=environ)
    assert done.stdout == FEED
