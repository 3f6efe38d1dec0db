"""Terms that count from activities, acts and events of a workspace, and from a day of signing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import indent

import pytest

from roadmapkit import Workspace
from roadmapkit.diagnostics import Message
from roadmapkit.resolve import ResolvedActivity, ResolvedRoadmap, resolve_workspace
from roadmapkit.resolve import document_codes as codes
from tiny_workspaces import only, opened, order_text, prepared, resolved_roadmap

SETTINGS = """\
kind: settings
calendar:
  school_years:
    - year: 2023/2024
      trimesters:
        - start: 04.09.2023
          end: 17.11.2023
        - start: 27.11.2023
          end: 16.02.2024
        - start: 26.02.2024
          end: 31.05.2024
  events:
    - name: педагогический совет
      aliases: педсовет
      on: 10.01.2024
    - name: августовское совещание
      when: ежегодно 25 августа
"""


def plan(activities: str, header: str = "period: 2024", id_: str = "plan") -> str:
    head = f"kind: roadmap\nid: {id_}\ntitle: План мероприятий\n{header}\n"
    return f"{head}sections:\n  - title: Раздел\n    activities:\n{indent(activities, '      ')}"


def activity(id_: str, due: str) -> str:
    return f"- id: {id_}\n  title: Мероприятие {id_}\n  due: {due}\n"


def activities(roadmap: ResolvedRoadmap) -> dict[str, ResolvedActivity]:
    found = (item for section in roadmap.sections for item in section.activities)
    return {item.activity.id or item.number: item for item in found}


def ends(workspace: Workspace) -> dict[str, date | None]:
    found = activities(resolved_roadmap(workspace))
    return {id_: item.due.meaning.end if item.due else None for id_, item in found.items()}


def printed(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    found = activities(resolved_roadmap(workspace))
    return {id_: item.due.lines if item.due else () for id_, item in found.items()}


class TestActivities:
    """An activity counts from another one, whichever stands first."""

    def test_an_id_in_braces_prints_as_the_number_and_counts_from_it(self, tmp_path: Path) -> None:
        text = activity("program", "в течение 10 дней после исполнения пункта {analysis}")
        text += activity("analysis", "до 1 марта") + activity("visits", "за 5 дней до {analysis}")
        workspace = opened(tmp_path, plan(text))
        assert printed(workspace)["program"] == ("в течение 10 дней после исполнения пункта 1.2",)
        assert printed(workspace)["visits"] == ("за 5 дней до пункта 1.2",)
        assert ends(workspace) == {
            "program": date(2024, 3, 11),
            "analysis": date(2024, 3, 1),
            "visits": date(2024, 2, 25),
        }

    def test_a_number_in_words_counts_too(self, tmp_path: Path) -> None:
        text = activity("a", "до 1 марта") + activity("b", "в течение 3 дней после п. 1.1 плана")
        assert ends(opened(tmp_path, plan(text)))["b"] == date(2024, 3, 4)

    def test_a_point_of_another_act_is_left_alone(self, tmp_path: Path) -> None:
        text = activity("a", "в течение 3 дней после исполнения пункта 7 приказа Министерства")
        workspace = opened(tmp_path, plan(text))
        assert ends(workspace)["a"] is None
        assert codes.UNKNOWN_NUMBER.id not in {d.code for d in prepared(workspace).diagnostics}

    def test_terms_for_several_parties_count_for_each_of_them(self, tmp_path: Path) -> None:
        entries = "\n    - {when: январь 2024 г., for: Школа № 1}"
        entries += "\n    - {when: март 2024 г., for: Школа № 2}"
        text = activity("a", entries) + activity("b", "в течение 5 дней после {a}")
        due = activities(resolved_roadmap(opened(tmp_path, plan(text))))["b"].due
        assert due is not None
        assert [(one.end, one.parties) for one in due.meaning.occurrences] == [
            (date(2024, 2, 5), ("Школа № 1",)),
            (date(2024, 4, 5), ("Школа № 2",)),
        ]

    def test_an_activity_that_recurs_is_followed_each_time(self, tmp_path: Path) -> None:
        text = activity("a", "ежеквартально") + activity("b", "в течение 5 дней после {a}")
        due = activities(resolved_roadmap(opened(tmp_path, plan(text))))["b"].due
        assert due is not None
        assert [one.end for one in due.meaning.occurrences] == [
            date(2024, 4, 5),
            date(2024, 7, 5),
            date(2024, 10, 5),
            date(2025, 1, 5),
        ]

    def test_a_chain_of_terms_is_followed_to_its_end(self, tmp_path: Path) -> None:
        links = [activity(f"a{step}", f"за день до {{a{step + 1}}}") for step in range(1, 20)]
        workspace = opened(tmp_path, plan("".join(links) + activity("a20", "20 апреля 2024 г.")))
        assert ends(workspace)["a1"] == date(2024, 4, 1)

    def test_a_circle_is_named_once(self, tmp_path: Path) -> None:
        text = "".join(activity(id_, f"за день до {{{base}}}") for id_, base in ("ab", "bc", "ca"))
        found = only(opened(tmp_path, plan(text)), codes.CIRCULAR_TERMS)
        assert "1.1 → 1.2 → 1.3 → 1.1" in str(found.message)

    def test_activities_of_other_plans_and_acts_count(self, tmp_path: Path) -> None:
        after = "\n    phrase: в течение 3 дней после отчёта\n    after: "
        text = activity("a", after + "other/x") + activity("b", after + "prikaz")
        other = plan(activity("x", "март 2024 г."), id_="other")
        workspace = opened(tmp_path, plan(text), other, order_text())
        assert ends(workspace) == {"a": date(2024, 4, 3), "b": date(2024, 1, 18)}

    def test_an_unknown_id_is_reported_with_the_nearest(self, tmp_path: Path) -> None:
        text = activity("analysis", "март") + activity("b", "после {analisis}")
        found = only(opened(tmp_path, plan(text)), codes.UNKNOWN_BASE)
        assert "analysis" in str(found.hint)
        assert isinstance(found.message, Message)


class TestEvents:
    """Events of the plan win over those of the house."""

    def test_the_house_s_events_and_school_years_count(self, tmp_path: Path) -> None:
        text = activity("a", "за 2 дня до педагогического совета")
        text += activity("b", "за 2 дня до августовского совещания")
        text += activity("c", "в течение 5 дней после окончания учебного года")
        assert ends(opened(tmp_path, SETTINGS, plan(text))) == {
            "a": date(2024, 1, 8),
            "b": date(2024, 8, 23),
            "c": date(2024, 6, 5),
        }

    def test_the_plan_s_own_event_wins(self, tmp_path: Path) -> None:
        header = "period: 2024\nevents:\n  - name: педсовет\n    on: 20.02.2024"
        text = plan(activity("a", "за 2 дня до педсовета"), header)
        assert ends(opened(tmp_path, SETTINGS, text))["a"] == date(2024, 2, 18)

    def test_after_may_name_an_event(self, tmp_path: Path) -> None:
        due = "\n    phrase: в течение 3 дней после обсуждения\n    after: педсовет"
        assert ends(opened(tmp_path, SETTINGS, plan(activity("a", due))))["a"] == date(2024, 1, 13)


class TestAct:
    """Days of the act that approves the plan."""

    APPROVE = "- approve:\n    - plan\n"

    @pytest.mark.parametrize(
        ("in_force", "end"),
        [
            ("", date(2024, 1, 20)),
            ("- in_force: с 1 февраля 2024 г.\n", date(2024, 2, 6)),
            ("- in_force: со дня подписания\n", date(2024, 1, 20)),
            ("- in_force: со дня официального опубликования\n", None),
        ],
    )
    def test_entry_into_force_is_as_the_act_says(
        self, tmp_path: Path, in_force: str, end: date | None
    ) -> None:
        text = plan(activity("a", "в течение 5 дней со дня вступления в силу приказа"))
        workspace = opened(tmp_path, text, order_text(self.APPROVE + in_force))
        assert ends(workspace)["a"] == end

    def test_another_day_of_signing_shifts_what_depends_on_it(self, tmp_path: Path) -> None:
        text = plan(activity("a", "в течение 10 дней со дня подписания") + activity("b", "март"))
        draft = order_text(self.APPROVE, "state: draft\ndate:\nnumber:\nexpected_date: 15.01.2024")
        loaded = opened(tmp_path, text, draft).loaded
        found = {}
        for day in (None, date(2024, 2, 15)):
            roadmap = resolve_workspace(loaded, day)[0].documents["plan"]
            assert isinstance(roadmap, ResolvedRoadmap)
            found[day] = {
                id_: item.due.meaning.end for id_, item in activities(roadmap).items() if item.due
            }
        assert found[None] == {"a": date(2024, 1, 25), "b": date(2024, 3, 31)}
        assert found[date(2024, 2, 15)] == {"a": date(2024, 2, 25), "b": date(2024, 3, 31)}

    def test_a_registered_act_keeps_its_day(self, tmp_path: Path) -> None:
        text = plan(activity("a", "в течение 10 дней со дня подписания"))
        loaded = opened(tmp_path, text, order_text(self.APPROVE)).loaded
        roadmap = resolve_workspace(loaded, date(2024, 2, 15))[0].documents["plan"]
        assert isinstance(roadmap, ResolvedRoadmap)
        due = activities(roadmap)["a"].due
        assert due is not None
        assert due.meaning.end == date(2024, 1, 25)

    def test_a_plan_that_no_act_approves_takes_the_day_too(self, tmp_path: Path) -> None:
        text = plan(activity("a", "в течение 10 дней со дня подписания"))
        roadmap = resolve_workspace(opened(tmp_path, text).loaded, date(2024, 2, 15))[0]
        found = roadmap.documents["plan"]
        assert isinstance(found, ResolvedRoadmap)
        due = activities(found)["a"].due
        assert due is not None
        assert due.meaning.end == date(2024, 2, 25)


class TestWorkingDays:
    """A workspace always has the production calendar."""

    def test_a_named_day_off_is_due_on_the_working_day_before(self, tmp_path: Path) -> None:
        due = activities(resolved_roadmap(opened(tmp_path, plan(activity("a", "2 марта 2024 г.")))))
        assert due["a"].due is not None
        assert [one.due for one in due["a"].due.meaning.occurrences] == [date(2024, 3, 1)]

    @pytest.mark.parametrize(
        ("setting", "due"),
        [
            ("shift: none", date(2024, 3, 2)),
            ("shift: next", date(2024, 3, 4)),
            ("days_off:\n    - 01.03.2024", date(2024, 2, 29)),
            ("workdays:\n    - 02.03.2024", date(2024, 3, 2)),
        ],
    )
    def test_the_house_has_its_own_days_and_policy(
        self, tmp_path: Path, setting: str, due: date
    ) -> None:
        settings = f"kind: settings\ncalendar:\n  {setting}\n"
        workspace = opened(tmp_path, settings, plan(activity("a", "2 марта 2024 г.")))
        found = activities(resolved_roadmap(workspace))["a"].due
        assert found is not None
        assert [one.due for one in found.meaning.occurrences] == [due]

    @pytest.mark.parametrize(
        ("decreed", "due"), [("true", date(2020, 5, 12)), ("false", date(2020, 5, 6))]
    )
    def test_decreed_days_count_where_the_house_says_so(
        self, tmp_path: Path, decreed: str, due: date
    ) -> None:
        settings = f"kind: settings\ncalendar:\n  shift: next\n  decreed_days: {decreed}\n"
        text = plan(activity("a", "6 мая 2020 г."), "period: 2020")
        found = activities(resolved_roadmap(opened(tmp_path, settings, text)))["a"].due
        assert found is not None
        assert [one.due for one in found.meaning.occurrences] == [due]

    def test_a_year_that_the_house_vouches_for_is_no_finding(self, tmp_path: Path) -> None:
        text = plan(activity("a", "до 1 октября 2090 г."), "period: 2090")
        assert "DUE014" in {item.code for item in prepared(opened(tmp_path, text)).diagnostics}
        vouched = "kind: settings\ncalendar:\n  years:\n    - 2090\n"
        workspace = opened(tmp_path, vouched, text)
        assert "DUE014" not in {item.code for item in prepared(workspace).diagnostics}
