"""Terms that count from events: how events are found, and which day each rule gives."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.deadlines import (
    Bound,
    Deadline,
    DeadlineKind,
    EventDates,
    RussianCalendar,
    SchoolCalendar,
    add_months,
    explain_deadline,
    russian_calendar,
    school_year,
)
from roadmapkit.errors import ArgumentError

EVENTS: dict[str, date | tuple[date, date] | list[date]] = {
    "ВПР": (date(2024, 4, 1), date(2024, 5, 17)),
    "Августовское совещание": date(2024, 8, 27),
    "педагогический совет": [date(2024, 3, 28), date(2024, 1, 10)],
    "день учителя": date(2024, 10, 5),
    "совет": date(2024, 2, 2),
}


def explained(
    phrase: str,
    period: str | None = "2024",
    *,
    signed_on: date | None = None,
    calendar: RussianCalendar | None = None,
    policy: str = "previous",
) -> Deadline:
    return explain_deadline(
        phrase,
        period=period,
        events=EVENTS,
        signed_on=signed_on,
        calendar=calendar,
        policy=policy,
    )


def days(
    phrase: str,
    period: str | None = "2024",
    *,
    signed_on: date | None = None,
    calendar: RussianCalendar | None = None,
) -> tuple[date | None, date | None]:
    found = explained(phrase, period, signed_on=signed_on, calendar=calendar)
    assert found.kind is DeadlineKind.EVENT
    return found.start, found.end


class TestRelation:
    """What the words before the event make of its days."""

    @pytest.mark.parametrize(
        ("phrase", "start", "end", "bound"),
        [
            ("после августовского совещания", date(2024, 8, 28), None, Bound.FROM),
            ("по результатам ВПР", date(2024, 5, 18), None, Bound.FROM),
            ("по итогам ВПР", date(2024, 5, 18), None, Bound.FROM),
            ("по окончании ВПР", date(2024, 5, 18), None, Bound.FROM),
            ("после начала ВПР", date(2024, 4, 2), None, Bound.FROM),
            ("до августовского совещания", None, date(2024, 8, 26), Bound.BY),
            ("к августовскому совещанию", None, date(2024, 8, 27), Bound.BY),
            ("до начала ВПР", None, date(2024, 3, 31), Bound.BY),
            ("до окончания ВПР", None, date(2024, 5, 17), Bound.BY),
            ("в период проведения ВПР", date(2024, 4, 1), date(2024, 5, 17), Bound.ON),
            ("на августовском совещании", date(2024, 8, 27), date(2024, 8, 27), Bound.ON),
        ],
    )
    def test_opener_says_how_the_term_stands_to_the_event(
        self, phrase: str, start: date | None, end: date | None, bound: Bound
    ) -> None:
        found = explained(phrase)
        assert (found.kind, found.start, found.end, found.bound) == (
            DeadlineKind.EVENT,
            start,
            end,
            bound,
        )


class TestDistance:
    """ГК РФ, ст. 191: a term begins on the day after the event; ст. 192: months and weeks."""

    @pytest.mark.parametrize(
        ("phrase", "start", "end"),
        [
            ("в течение 10 дней после августовского совещания", (8, 28), (9, 6)),
            ("в течение недели после августовского совещания", (8, 28), (9, 3)),
            ("не позднее месяца со дня августовского совещания", (8, 28), (9, 27)),
            ("в течение 3 дней со дня начала ВПР", (4, 2), (4, 4)),
            ("в течение 3 дней после ВПР", (5, 18), (5, 20)),
        ],
    )
    def test_forward_term_runs_from_the_next_day(
        self, phrase: str, start: tuple[int, int], end: tuple[int, int]
    ) -> None:
        assert days(phrase) == (date(2024, *start), date(2024, *end))

    @pytest.mark.parametrize(
        ("phrase", "end"),
        [
            ("за 5 дней до августовского совещания", (8, 22)),
            ("за 2 недели до начала ВПР", (3, 18)),
            ("не позднее чем за месяц до начала ВПР", (3, 1)),
        ],
    )
    def test_backward_term_ends_so_long_before(self, phrase: str, end: tuple[int, int]) -> None:
        found = explained(phrase)
        assert (found.start, found.end, found.bound) == (None, date(2024, *end), Bound.BY)

    def test_working_days_are_those_of_the_production_calendar(self) -> None:
        phrase = "в течение 3 рабочих дней после совета"
        assert days(phrase, calendar=russian_calendar()) == (date(2024, 2, 3), date(2024, 2, 7))
        assert days(phrase) == (None, None)

    def test_working_days_without_a_calendar_give_no_dates_and_a_finding(self) -> None:
        for phrase in ("в течение 3 рабочих дней после совета", "за 3 рабочих дня до 1 сентября"):
            found = explained(phrase)
            assert (found.start, found.end, found.occurrences) == (None, None, ())
            assert [item.code for item in found.diagnostics] == ["DUE014"]
            assert explained(phrase, calendar=russian_calendar()).diagnostics == ()

    def test_a_term_of_each_year_ends_so_long_before_its_day(self) -> None:
        found = explain_deadline("ежегодно за 2 недели до 1 сентября", period="2021-2022")
        assert [one.end for one in found.occurrences] == [date(2021, 8, 18), date(2022, 8, 18)]

    def test_working_days_count_back_too(self) -> None:
        phrase = "за 3 рабочих дня до дня учителя"
        assert days(phrase, calendar=russian_calendar())[1] == date(2024, 10, 2)

    def test_last_day_on_a_day_off_moves_by_the_policy_and_says_why(self) -> None:
        phrase = "в течение 4 дней после августовского совещания"
        found = explained(phrase, calendar=russian_calendar(), policy="next")
        (one,) = found.occurrences
        assert (one.end, one.due) == (date(2024, 8, 31), date(2024, 9, 2))
        assert "ст. 193" in str(one.because[0])

    @given(st.dates(date(2006, 1, 1), date(2024, 12, 31)), st.integers(1, 24))
    def test_a_term_in_months_ends_on_the_day_of_the_same_number(
        self, event: date, months: int
    ) -> None:
        found = explain_deadline(
            f"в течение {months} месяцев после педсовета", events={"педсовет": event}
        )
        assert found.start == event + timedelta(days=1)
        assert found.end == add_months(event, months)

    @given(st.dates(date(2006, 1, 1), date(2024, 12, 31)), st.integers(1, 40))
    def test_a_term_in_working_days_ends_on_one_after_just_so_many(
        self, event: date, count: int
    ) -> None:
        calendar = russian_calendar()
        found = explain_deadline(
            f"в течение {count} рабочих дней после педсовета",
            events={"педсовет": event},
            calendar=calendar,
        )
        if found.end is None:
            assert [item.code for item in found.diagnostics] == ["DUE014"]
            return
        passed = (event + timedelta(days=step) for step in range(1, (found.end - event).days + 1))
        assert sum(calendar.is_working_day(day) for day in passed) == count
        assert calendar.is_working_day(found.end)


class TestNames:
    """An event is found by its own words, whatever their endings."""

    @pytest.mark.parametrize(
        "phrase",
        [
            "до дня учителя",
            "к дню учителя",
            "за 2 дня до Дня Учителя",
            "в течение недели после дня учителя",
        ],
    )
    def test_endings_and_capitals_do_not_matter(self, phrase: str) -> None:
        assert days(phrase) != (None, None)

    def test_the_longest_name_wins(self) -> None:
        found = explained("за 2 недели до педагогического совета")
        assert [one.end for one in found.occurrences] == [date(2023, 12, 27), date(2024, 3, 14)]

    @pytest.mark.parametrize(
        "phrase",
        [
            "по результатам ВПР по математике",
            "по результатам ВПР, ГИА-2023",
            "по результатам ВПР 2023 года",
            "по результатам ГИА",
            "после получения результатов ВПР",
            "после подготовки к ВПР",
        ],
    )
    def test_another_event_stays_without_dates(self, phrase: str) -> None:
        found = explained(phrase)
        assert (found.start, found.end, found.occurrences) == (None, None, ())

    def test_a_year_behind_the_name_chooses_among_its_times(self) -> None:
        events = {"ВПР": [date(2023, 4, 20), date(2024, 4, 19)]}
        found = explain_deadline("по результатам ВПР 2023 года", period=2024, events=events)
        assert found.start == date(2023, 4, 21)

    def test_two_events_have_both_to_be_over(self) -> None:
        assert days("по результатам ВПР и августовского совещания") == (date(2024, 8, 28), None)

    def test_an_event_that_comes_round_gives_each_of_its_times(self) -> None:
        found = explained("в течение 5 дней после педагогического совета")
        assert (found.start, found.end) == (None, None)
        assert [(one.start, one.end) for one in found.occurrences] == [
            (date(2024, 1, 11), date(2024, 1, 15)),
            (date(2024, 3, 29), date(2024, 4, 2)),
        ]

    def test_times_outside_the_period_do_not_count_where_some_lie_in_it(self) -> None:
        events = {"педсовет": [date(2022, 1, 10), date(2024, 1, 10)]}
        found = explain_deadline("за 3 дня до педсовета", period=2024, events=events)
        assert found.end == date(2024, 1, 7)

    def test_an_event_shortly_before_the_period_counts_where_none_lies_in_it(self) -> None:
        events = {"совещание": [date(2022, 8, 26), date(2023, 8, 25)]}
        found = explain_deadline("после совещания", period="2023/2024", events=events)
        assert found.start == date(2023, 8, 26)

    def test_without_events_nothing_is_dated(self) -> None:
        found = explain_deadline("после августовского совещания", period=2024)
        assert (found.start, found.end, found.occurrences) == (None, None, ())

    def test_what_is_no_day_is_refused(self) -> None:
        with pytest.raises(ArgumentError, match="has no days"):
            explain_deadline("после ВПР", events={"ВПР": "2024"})  # type: ignore[dict-item]  # the point of the test
        with pytest.raises(ArgumentError, match="ends before it starts"):
            explain_deadline("после ВПР", events={"ВПР": (date(2024, 2, 1), date(2024, 1, 1))})

    def test_events_may_be_given_ready_made(self) -> None:
        assert explain_deadline("после ВПР", events=EventDates()).start is None


class TestOwnAct:
    """Signing and entry into force are those of the act that holds the phrase."""

    SIGNED = date(2024, 1, 15)

    @pytest.mark.parametrize(
        ("phrase", "start", "end"),
        [
            ("с момента подписания", date(2024, 1, 15), None),
            ("после подписания настоящего приказа", date(2024, 1, 16), None),
            ("в течение 10 дней со дня его подписания", date(2024, 1, 16), date(2024, 1, 25)),
            (
                "не позднее трёх месяцев со дня вступления в силу",
                date(2024, 1, 16),
                date(2024, 4, 15),
            ),
            ("со дня вступления в силу приказа", date(2024, 1, 15), None),
            ("до вступления в силу настоящего постановления", None, date(2024, 1, 14)),
        ],
    )
    def test_term_counts_from_the_act(
        self, phrase: str, start: date | None, end: date | None
    ) -> None:
        assert days(phrase, signed_on=self.SIGNED) == (start, end)

    @pytest.mark.parametrize(
        "phrase",
        [
            "со дня вступления в силу Федерального закона",
            "в течение 10 дней со дня подписания соглашения",
            "в течение месяца после подписания контракта с подрядчиком",
        ],
    )
    def test_another_act_is_another_event(self, phrase: str) -> None:
        assert days(phrase, signed_on=self.SIGNED) == (None, None)

    def test_entry_into_force_says_what_it_rests_on(self) -> None:
        found = explained("со дня вступления в силу приказа", signed_on=self.SIGNED)
        assert "from its signing" in str(found.because[0])

    def test_a_given_day_of_entry_into_force_wins_over_the_signing(self) -> None:
        found = explain_deadline(
            "в течение 5 дней со дня вступления в силу приказа",
            signed_on=self.SIGNED,
            events={"вступление в силу": date(2024, 9, 1)},
        )
        assert (found.start, found.end) == (date(2024, 9, 2), date(2024, 9, 6))

    def test_another_day_of_signing_moves_the_term(self) -> None:
        phrase = "в течение 10 дней со дня подписания"
        first = days(phrase, signed_on=self.SIGNED)
        later = days(phrase, signed_on=self.SIGNED + timedelta(days=7))
        assert [b - a for a, b in zip(first, later, strict=True) if a and b] == [timedelta(7)] * 2


class TestSchoolTerms:
    """School terms and other times of the calendar are base dates too."""

    def test_the_school_year_ends_with_the_lessons(self) -> None:
        phrase = "в течение 10 дней после окончания учебного года"
        assert days(phrase, period="2023/2024") == (date(2024, 5, 27), date(2024, 6, 5))

    def test_the_school_s_own_timetable_wins_over_the_recommendation(self) -> None:
        trimesters = [
            (date(2023, 9, 4), date(2023, 11, 17)),
            (date(2023, 11, 27), date(2024, 2, 16)),
            (date(2024, 2, 26), date(2024, 5, 31)),
        ]
        school = SchoolCalendar((school_year(2023, trimesters=trimesters),))
        phrase = "в течение 10 дней после окончания учебного года"
        found = explain_deadline(phrase, period="2023/2024", school=school)
        assert (found.start, found.end) == (date(2024, 6, 1), date(2024, 6, 10))
        assert found.diagnostics == ()

    def test_the_recommended_terms_are_told(self) -> None:
        found = explained("за 10 дней до начала учебного года")
        assert found.end == date(2024, 8, 22)
        assert [item.code for item in found.diagnostics] == ["DUE011"]

    def test_in_a_plan_of_years_each_school_year_counts(self) -> None:
        found = explained("в течение 10 дней после окончания учебного года", "2021-2023")
        assert [one.end for one in found.occurrences] == [
            date(2021, 6, 5),
            date(2022, 6, 5),
            date(2023, 6, 5),
        ]

    def test_an_outcome_without_a_distance_is_dated_by_its_occurrence_alone(self) -> None:
        found = explained("по итогам I четверти", "2024/2025")
        assert (found.start, found.end) == (None, None)
        assert [one.start for one in found.occurrences] == [date(2024, 10, 26)]

    def test_quarters_come_round(self) -> None:
        found = explained("в течение 5 дней после окончания отчётного квартала")
        assert [one.end for one in found.occurrences] == [
            date(2024, 4, 5),
            date(2024, 7, 5),
            date(2024, 10, 5),
            date(2025, 1, 5),
        ]

    @pytest.mark.parametrize(
        ("phrase", "end"),
        [
            ("за 2 недели до 1 сентября", date(2024, 8, 18)),
            ("не позднее чем за месяц до 1 октября 2024 г.", date(2024, 9, 1)),
        ],
    )
    def test_a_distance_before_a_date_is_counted_back_from_it(self, phrase: str, end: date) -> None:
        found = explained(phrase)
        assert (found.start, found.end, found.bound) == (None, end, Bound.BY)

    def test_a_date_in_the_phrase_is_a_base_date(self) -> None:
        phrase = "в течение 10 рабочих дней после 1 марта 2024"
        assert days(phrase, calendar=russian_calendar()) == (date(2024, 3, 2), date(2024, 3, 18))


class TestUnknownYears:
    """A working day in a year without a decree is never guessed."""

    @pytest.mark.parametrize("year", [1998, 2090])
    def test_each_phrase_says_once_which_years_are_unknown(self, year: int) -> None:
        found = explain_deadline(
            "до 1 числа ежемесячно", period=f"{year}-{year + 1}", calendar=russian_calendar()
        )
        (told,) = [item for item in found.diagnostics if item.code == "DUE014"]
        assert all(str(known) in str(told.message) for known in (year, year + 1))
        assert all(one.due == one.end for one in found.occurrences)

    def test_a_year_that_the_house_vouches_for_is_known(self) -> None:
        calendar = russian_calendar(years=[2090])
        found = explain_deadline("до 1 октября 2090 г.", calendar=calendar)
        assert found.diagnostics == ()
        assert [one.due for one in found.occurrences] == [date(2090, 9, 29)]

    def test_whole_months_ask_no_calendar(self) -> None:
        found = explain_deadline("октябрь 2090 г.", calendar=russian_calendar())
        assert found.diagnostics == ()
