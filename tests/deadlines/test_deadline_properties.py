"""What holds for every deadline: its occurrences, its working dates, its words, its noise."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from deadline_strategies import readings, recurrences
from hypothesis import given
from hypothesis import strategies as st
from test_deadline_phrases import Row, all_rows

from roadmapkit.deadlines import (
    Deadline,
    DeadlineKind,
    explain_deadline,
    parse_period,
    russian_calendar,
)
from roadmapkit.deadlines.phrases.tree import Reading, Recurrence
from roadmapkit.deadlines.wording.readings import print_reading

_PERIODS = ["2024", "2021-2023", "2023/2024", "2020-06..2021-05"]
_MEANING = (
    "kind", "start", "end", "frequency", "every", "count", "per", "at_least", "months", "day",
    "since_day", "weekdays", "bound",
)  # fmt: skip
_ROWS = all_rows()
_DASHES = "-–—"
_MOST_BREAKS = 4
_CALENDAR = russian_calendar()


def _meaning(deadline: Deadline) -> dict[str, object]:
    found = deadline.to_dict()
    return {name: found[name] for name in _MEANING}


class TestOccurrences:
    @given(readings(), st.sampled_from(_PERIODS))
    def test_they_are_sorted_and_no_two_are_the_same(self, reading: Reading, period: str) -> None:
        found = explain_deadline(print_reading(reading), period=period).occurrences
        keys = [(o.due, o.start, o.end, o.parties) for o in found]
        assert keys == sorted(keys)
        assert len(keys) == len(set(keys)) or reading.parts

    @given(recurrences(), st.sampled_from(_PERIODS))
    def test_an_unbounded_recurrence_keeps_to_the_period(
        self, recurrence: Recurrence, period: str
    ) -> None:
        phrase = print_reading(Reading(recurrence=recurrence))
        bounds = parse_period(period)
        assert bounds is not None
        for found in explain_deadline(phrase, period=period).occurrences:
            assert bounds.contains(found.start, found.end)
            assert not found.outside_period

    @given(recurrences(), st.integers(2015, 2025), st.integers(0, 3), st.integers(1, 3))
    def test_a_longer_period_only_adds_occurrences(
        self, recurrence: Recurrence, first: int, years: int, more: int
    ) -> None:
        phrase = print_reading(Reading(recurrence=recurrence))
        short, long = (
            {o.end for o in explain_deadline(phrase, period=f"{first}-{last}").occurrences}
            for last in (first + years, first + years + more)
        )
        # The week and the rhythm of several years that the short period cuts off are whole now.
        cut_off = timedelta(days=6) if str(recurrence.per) == "week" else timedelta(0)
        last_day = date(first + years, 12, 31) - cut_off
        assert {end for end in short if end < last_day} <= long

    @given(readings(), st.sampled_from(_PERIODS))
    def test_a_dated_term_never_vanishes(self, reading: Reading, period: str) -> None:
        deadline = explain_deadline(print_reading(reading), period=period)
        if deadline.kind in {DeadlineKind.UNPARSED, DeadlineKind.EVENT, DeadlineKind.SCHEDULE}:
            return
        bounds = parse_period(period)
        assert bounds is not None
        if deadline.end is not None:
            assert deadline.occurrences
        for found in deadline.occurrences:
            assert found.outside_period == (not bounds.contains(found.start, found.end))

    @pytest.mark.parametrize("policy", ["previous", "next"])
    @given(day=st.dates(date(2015, 1, 20), date(2026, 12, 20)))
    def test_a_named_day_moves_to_a_working_day(self, policy: str, day: date) -> None:
        phrase = f"до {day:%d.%m.%Y}"
        period = f"{day.year - 1}-{day.year}"
        deadline = explain_deadline(phrase, period=period, calendar=_CALENDAR, policy=policy)
        (found,) = deadline.occurrences
        assert _CALENDAR.is_working_day(found.due)
        assert found.end == day
        assert found.due <= day if policy == "previous" else found.due >= day
        between = (found.due, day) if policy == "previous" else (day, found.due)
        skipped = (between[1] - between[0]).days
        assert not any(
            _CALENDAR.is_working_day(between[0] + timedelta(days=step))
            for step in range(1, skipped)
        )


class TestWords:
    @pytest.mark.parametrize("row", _ROWS, ids=lambda row: repr(row.phrase[:40]))
    def test_they_hold_every_word_of_the_phrase_in_order(self, row: Row) -> None:
        deadline = row.explain()
        said = "".join(words.text for words in deadline.words)
        noise = " ".join(str(d.message) for d in deadline.diagnostics if d.code == "DUE008")
        rest = said
        for word in re.findall(r"[^\W_]+", row.phrase):
            if word.lower() in _JOINTS:
                continue  # «и» would be found inside the next word
            if word not in rest:
                assert _is_joint(word) or word in noise or word not in _plain(row.phrase), word
            else:
                rest = rest[rest.index(word) :]

    @pytest.mark.parametrize("row", _ROWS, ids=lambda row: repr(row.phrase[:40]))
    def test_every_part_has_words_of_the_whole(self, row: Row) -> None:
        deadline = row.explain()
        for part in deadline.parts:
            assert part.words
            assert {*part.words} <= {*deadline.words}

    def test_they_say_what_they_gave(self) -> None:
        deadline = explain_deadline("ежемесячно (март 2024, по графику)", period="2024")
        given_by = {words.text: str(words.gives) for words in deadline.words}
        assert given_by == {
            "ежемесячно": "the recurrence: ежемесячно",
            "март 2024": "the calendar term: 2024-03-01 – 2024-03-31",
            "по графику": "another document that sets the term",
        }

    def test_a_year_that_only_dates_another_term_says_so(self) -> None:
        deadline = explain_deadline("сентябрь 2021 – май 2022 (2021/2022 уч. год)")
        term, year = deadline.to_dict()["words"]
        assert term["gives"] == "the calendar term: 2021-09-01 – 2022-05-31"
        assert year["text"] == "2021/2022 уч. год"
        assert "terms beside it" in year["gives"]

    def test_words_that_are_not_understood_are_there_too(self) -> None:
        (words,) = explain_deadline("как получится").words
        assert str(words.gives) == "not understood, kept as a remark"


_JOINTS = frozenset({"и", "или", "а", "но", "также", "далее", "затем", "впоследствии"})


def _is_joint(word: str) -> bool:
    return word.lower() in _JOINTS or word.isdigit()


def _plain(phrase: str) -> set[str]:
    """Return the words that no line break, hyphen or invisible mark tears apart."""
    return set(re.findall(r"(?<![\w\u00ad-])[^\W_]+(?![\w\u00ad\n-])", phrase))


class TestNoise:
    @pytest.mark.parametrize("row", _ROWS, ids=lambda row: repr(row.phrase[:40]))
    def test_marks_spaces_and_case_change_nothing(self, row: Row) -> None:
        meaning = _meaning(row.explain())
        for changed in (
            row.phrase.replace(" ", "\u00a0"),
            row.phrase.replace(" ", "  \u200b"),
            row.phrase.upper(),
            f"{row.phrase}¹.",
            f"\n {row.phrase}*; \n",
        ):
            assert _meaning(row.explain(changed)) == meaning, changed

    @pytest.mark.parametrize("row", _ROWS, ids=lambda row: repr(row.phrase[:40]))
    def test_no_kind_of_dash_changes_anything(self, row: Row) -> None:
        meaning = _meaning(row.explain())
        for dash in _DASHES:
            changed = re.sub(f"[{_DASHES}]", dash, row.phrase)
            if _splits_a_word(row.phrase, dash):
                continue
            assert _meaning(row.explain(changed)) == meaning, changed

    @pytest.mark.parametrize("row", _ROWS, ids=lambda row: repr(row.phrase[:40]))
    def test_a_line_break_between_words_changes_nothing(self, row: Row) -> None:
        meaning = _meaning(row.explain())
        for space in [match.start() for match in re.finditer(" ", row.phrase)][:_MOST_BREAKS]:
            changed = f"{row.phrase[:space]}\n{row.phrase[space + 1 :]}"
            assert _meaning(row.explain(changed)) == meaning, changed

    @pytest.mark.parametrize("row", _ROWS, ids=lambda row: repr(row.phrase[:40]))
    def test_a_word_divided_at_the_end_of_a_line_stays_one_word(self, row: Row) -> None:
        if "\n" in row.phrase or "-но" in row.phrase or "\u00ad" in row.phrase:
            return
        meaning = _meaning(row.explain())
        for match in re.finditer(r"[а-яё]{7,}", row.phrase):
            middle = (match.start() + match.end()) // 2
            for mark in ("-\n", "\u00ad"):
                changed = row.phrase[:middle] + mark + row.phrase[middle:]
                assert _meaning(row.explain(changed)) == meaning, changed

    @pytest.mark.parametrize("row", _ROWS, ids=lambda row: repr(row.phrase[:40]))
    def test_the_mark_of_a_year_may_be_written_out(self, row: Row) -> None:
        meaning = _meaning(row.explain())
        changed = re.sub(r"(\d{4}) ?г\.(?!\s?г)", r"\1 года", row.phrase)
        assert _meaning(row.explain(changed)) == meaning


def _splits_a_word(phrase: str, dash: str) -> bool:
    """A long dash at the end of a line, or within «плану-графику», divides no word."""
    return dash != "-" and re.search(r"\w-\n|[^\W\d]-[^\W\d]", phrase) is not None


_RUSSIAN = (
    "до", "с", "по", "в", "к", "не позднее", "раз", "каждого", "числа", "квартал", "года", "г.",
    "уч.", "январь", "марта", "2024", "2023-2024", "2021/2022", "1", "15", "31", "100", "3.2",
    "01.02.2024", "31.02", "II", "приказ", "№", "класс", "человек", "%", "СОШ", "(", ")", ",", ";",
    "–", "/", ":", "директор", "плану", "согласно", "ежегодно", "постоянно", "в течение",
    "периода", "четверг", "первая", "последний", "рабочий день", "дней", "неделя", "декада",
    "каникулы", "четверти", "конец", "далее", "кроме", "следующего", "отчетным", "после",
    "ВПР-2023", "ст.", "28", "п.", "совещание", "ответственный", "методист", "5-7", "10-го", "\n",
)  # fmt: skip


class TestAnyWords:
    @given(
        st.lists(st.sampled_from(_RUSSIAN), max_size=10),
        st.sampled_from(["2024", "2021-2023", "2023/2024", None]),
    )
    def test_no_kind_is_given_without_a_word_that_gives_it(
        self, words: list[str], period: str | None
    ) -> None:
        deadline = explain_deadline(" ".join(words), period=period)
        if deadline.kind is DeadlineKind.UNPARSED:
            assert deadline.diagnostics
        else:
            roles = [str(one.gives) for one in deadline.words]
            assert any(not role.startswith(("not understood", "a remark")) for role in roles)

    @pytest.mark.parametrize(
        "phrase",
        [
            "п. 3.2", "п. 3.2, 4.1 плана", "ст. 28", "ФЗ-273", "273-ФЗ", "1015-р", "№ 2024",
            "9 класс", "10-11 классы", "5.6 классы", "до 20 человек", "не менее 80 % педагогов",
            "1500 рублей", "2020 человек", "до 18 лет", "до 15", "не позднее 25", "ВПР-2023",
            "закон от 29.12.2012 № 273-ФЗ", "закон от 29 декабря 2012 г.", "12.00", "каб. 12",
            "срок 3 года", "100 %", "1 смена",
        ],
    )  # fmt: skip
    def test_a_number_that_is_no_date_gives_no_date(self, phrase: str) -> None:
        deadline = explain_deadline(phrase, period="2024")
        assert deadline.kind is DeadlineKind.UNPARSED
        assert deadline.diagnostics

    @pytest.mark.parametrize(
        "beside", ["п. 3.2 плана", "9 классы", "до 20 человек", "приказ от 01.02.2024 № 5"]
    )
    def test_a_number_beside_a_term_leaves_it_alone(self, beside: str) -> None:
        deadline = explain_deadline(f"сентябрь 2024 г. ({beside})", period="2024")
        assert (deadline.kind, deadline.start) == (DeadlineKind.MONTH, date(2024, 9, 1))
        assert deadline.event is not None
