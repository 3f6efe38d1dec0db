"""Next year's draft: what is shifted, what is flagged, and that nothing else changes.

Long because every kind of document and every way of writing a year has its case.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import roadmapkit
from roadmapkit import Workspace
from roadmapkit.deadlines import parse_phrase
from roadmapkit.diagnostics import Severity
from roadmapkit.errors import ArgumentError, OutputError
from roadmapkit.model.roadmap import Roadmap
from roadmapkit.scaffold.drafts import YearShift, parse_shift
from roadmapkit.scaffold.drafts.phrases import shift_phrase
from tiny_workspaces import opened, order_text, plan_text, write_files

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "tests" / "deadlines").glob("phrases_*.tsv"))


@pytest.fixture(scope="module")
def examples() -> Workspace:
    return roadmapkit.open_workspace(ROOT)


def example_ids() -> list[str]:
    workspace = roadmapkit.open_workspace(ROOT)
    kinds = {"roadmap", "program", "order", "minutes", "progress"}
    return [str(item.model.id) for item in workspace.loaded.documents if item.model.kind in kinds]


def draft_text(workspace: Workspace, id_: str, **options: Any) -> str:
    return roadmapkit.shift_document(workspace, id_, **options).text


def shifted_phrase(text: str, years: int = 1, period: str | None = None) -> str:
    from roadmapkit.deadlines import parse_period

    found = shift_phrase(text, YearShift(years), parse_period(period))
    for (start, end), new in found.changes:
        text = text[:start] + new + text[end:]
    return text


class TestShift:
    @pytest.mark.parametrize(
        ("text", "years"),
        [("1y", 1), ("+2y", 2), ("-1y", -1), ("12m", 1), ("24 мес", 2), ("1г", 1), ("1 год", 1)],
    )
    def test_whole_years_are_read(self, text: str, years: int) -> None:
        assert parse_shift(text).years == years

    @pytest.mark.parametrize("text", ["", "1", "6m", "0y", "1.5y", "y", "101y", "1d"])
    def test_anything_else_is_refused_with_what_to_write(self, text: str) -> None:
        with pytest.raises(ArgumentError, match="1y"):
            parse_shift(text)

    @pytest.mark.parametrize(
        ("id_", "later"),
        [
            ("plan-2024", "plan-2025"),
            ("plan-2021-2022", "plan-2022-2023"),
            ("plan-2021-22", "plan-2022-23"),
            ("2024-plan-15", "2025-plan-15"),
            ("plan-15", "plan-15"),
            ("plan-12024", "plan-12024"),
        ],
    )
    def test_ids_have_their_years_shifted(self, id_: str, later: str) -> None:
        assert YearShift(1).names(id_) == later

    def test_a_year_that_no_document_can_have_is_refused(self) -> None:
        with pytest.raises(ArgumentError):
            YearShift(1).year(2199)

    @given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-20, 20).filter(bool))
    def test_a_day_keeps_its_month_and_its_place_in_it(self, day: date, years: int) -> None:
        later = YearShift(years).day(day)
        assert (later.year, later.month) == (day.year + years, day.month)
        assert later.day == day.day or (day.month, day.day, later.day) == (2, 29, 28)


class TestPhrases:
    @pytest.mark.parametrize(
        ("phrase", "later"),
        [
            ("Январь, 2024", "Январь, 2025"),
            ("до 1 августа 2021 г.", "до 1 августа 2022 г."),
            ("октябрь 2020 г. – май 2021 г.", "октябрь 2021 г. – май 2022 г."),
            ("2021-2022 уч.г.", "2022-2023 уч.г."),
            ("2021/22 учебный год", "2022/23 учебный год"),
            ("II квартал 2023 года", "II квартал 2024 года"),
            ("01.03.2022 – 05.04.2022", "01.03.2023 – 05.04.2023"),
            ("2024-03-01", "2025-03-01"),
            ("май 2021 г., ежегодно", "май 2022 г., ежегодно"),
            ("до 29 февраля 2024 г.", "до 28 февраля 2025 г."),
            ("29.02.2024", "28.02.2025"),
            ("ежегодно (август-сентябрь)", "ежегодно (август-сентябрь)"),
            ("постоянно", "постоянно"),
        ],
    )
    def test_years_of_a_term_are_shifted(self, phrase: str, later: str) -> None:
        assert shifted_phrase(phrase) == later

    def test_29_february_without_a_year_follows_the_period(self) -> None:
        assert shifted_phrase("до 29 февраля", period="2024") == "до 28 февраля"
        assert shifted_phrase("до 29 февраля", 4, period="2024") == "до 29 февраля"

    def test_dates_of_acts_within_a_term_stay(self) -> None:
        phrase = "по срокам приказа от 15.01.2024 № 46"
        assert shifted_phrase(phrase) == phrase

    @pytest.mark.parametrize("years", [1, -1, 4])
    @pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
    def test_every_known_phrase_means_the_same_of_the_other_year(
        self, table: Path, years: int
    ) -> None:
        phrases = phrases_of(table)
        assert phrases
        for phrase in phrases:
            found = shift_phrase(phrase, YearShift(years), None)
            later = shifted_phrase(phrase, years)
            if not found.understood:
                assert later == phrase
                continue
            moved = 0 if found.acts else years
            before, after = years_in(parse_phrase(phrase)), years_in(parse_phrase(later))
            assert len(before) == len(after), phrase
            if moved:
                assert after == [year + moved for year in before], phrase

    def test_almost_every_known_phrase_can_be_shifted(self) -> None:
        phrases = [phrase for table in TABLES for phrase in phrases_of(table)]
        refused = [
            phrase for phrase in phrases if not shift_phrase(phrase, YearShift(1), None).understood
        ]
        assert len(refused) <= len(phrases) // 100, refused


def phrases_of(table: Path) -> list[str]:
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row["phrase"].replace("\\n", " ") for row in rows]


def years_in(value: Any) -> list[int]:
    """Return the years of a reading, wherever it has them."""
    if isinstance(value, tuple):
        return [year for item in value for year in years_in(item)]
    if not is_dataclass(value):
        return []
    own = getattr(value, "year", None)
    inner = [year for item in fields(value) for year in years_in(getattr(value, item.name))]
    return [*([own] if isinstance(own, int) else []), *inner]


class TestExamples:
    @pytest.mark.parametrize("id_", example_ids())
    def test_only_digits_of_what_is_reported_change(self, examples: Workspace, id_: str) -> None:
        draft = roadmapkit.shift_document(examples, id_)
        lines = draft.text.splitlines()
        for item in draft.shifted:
            line = lines[item.place.line - 1]
            piece = line[item.place.column - 1 :]
            if "\n" not in item.after and item.place.line == item.place.end_line:
                first = item.after.split()[0]
                assert first in line or piece.startswith(item.after[:4])
        for found in draft.flagged:
            assert found.span is not None
            assert found.severity is Severity.INFO
            assert found.span.file == draft.file

    @pytest.mark.parametrize(
        "id_", [id_ for id_ in example_ids() if "roadmap" in id_ or id_ == "quick-start"]
    )
    def test_a_year_on_and_a_year_back_gives_the_text_back(
        self, examples: Workspace, id_: str, tmp_path: Path
    ) -> None:
        there = roadmapkit.shift_document(examples, id_)
        write_files(tmp_path, {"roadmaps/plan.yaml": there.text})
        again = roadmapkit.open_workspace(tmp_path)
        back = roadmapkit.shift_document(again, there.documents[0], shift="-1y", id=id_)
        assert there.pattern is not None
        flagged = {item.span.line for item in (*there.flagged, *back.flagged) if item.span}
        before, after = there.pattern[1].splitlines(), back.text.splitlines()
        assert len(before) == len(after)
        different = {
            number
            for number, (old, new) in enumerate(zip(before, after, strict=True), start=1)
            if old != new
        }
        assert different <= flagged

    @pytest.mark.parametrize(
        "id_", [id_ for id_ in example_ids() if "roadmap" in id_ or id_ == "quick-start"]
    )
    def test_every_term_means_the_same_a_year_later(self, examples: Workspace, id_: str) -> None:
        model = next(item.model for item in examples.loaded.documents if item.model.id == id_)
        assert isinstance(model, Roadmap)
        period = str(model.period)
        phrases = [due for due in terms_of(model) if re.search(r"\d{4}", due)]
        assert phrases or id_ == "berezovorechye-roadmap-2021-2022"
        for phrase in phrases:
            old = roadmapkit.explain_deadline(phrase, period=period)
            later = YearShift(1).names(period)
            new = roadmapkit.explain_deadline(shifted_phrase(phrase, period=period), period=later)
            assert (new.kind, new.frequency, new.months) == (old.kind, old.frequency, old.months)
            assert month_of(new.start, -1) == month_of(old.start)
            assert month_of(new.end, -1) == month_of(old.end)

    def test_a_plan_and_its_order_follow_each_other(self, tmp_path: Path) -> None:
        roadmapkit.init_workspace(tmp_path, year=2026)
        workspace = roadmapkit.open_workspace(tmp_path)
        draft = roadmapkit.shift_document(workspace, "plan-2026", whole_file=True)
        assert draft.file == "roadmaps/plan-2027.yaml"
        assert draft.documents == ("plan-2027", "order-plan-2027")
        roadmapkit.write_draft(workspace, draft)
        again = roadmapkit.open_workspace(tmp_path)
        errors = [
            item for item in roadmapkit.check(again).diagnostics if item.severity is Severity.ERROR
        ]
        assert errors == []
        assert "- plan-2027" in draft.text
        with pytest.raises(OutputError):
            roadmapkit.write_draft(again, draft)
        with pytest.raises(ArgumentError, match="already"):
            roadmapkit.shift_document(again, "plan-2026")

    @pytest.mark.parametrize("id_", example_ids())
    def test_a_draft_of_every_example_passes_the_check(
        self, examples: Workspace, id_: str, tmp_path: Path
    ) -> None:
        import shutil

        draft = roadmapkit.shift_document(examples, id_)
        shutil.copytree(ROOT / "roadmaps", tmp_path / "roadmaps")
        (tmp_path / draft.file).write_text(draft.text, encoding="utf-8")
        found = roadmapkit.check(roadmapkit.open_workspace(tmp_path)).diagnostics
        own = [item for item in found if set(item.documents) & set(draft.documents)]
        assert [item for item in own if item.severity is Severity.ERROR] == []


def month_of(day: date | None, years: int = 0) -> tuple[int, int] | None:
    return None if day is None else (day.year + years, day.month)


def terms_of(model: Any) -> Iterator[str]:
    for section in model.sections:
        for activity in section.activities:
            due = activity.due
            entries = due if isinstance(due, tuple) else (due,)
            for entry in entries:
                text = entry if isinstance(entry, str) else getattr(entry, "when", None)
                if text:
                    yield text


class TestFlags:
    def codes(self, workspace: Workspace, id_: str) -> list[tuple[str, int]]:
        draft = roadmapkit.shift_document(workspace, id_)
        return [(item.code, item.span.line) for item in draft.flagged if item.span]

    @pytest.mark.parametrize(
        "title",
        [
            "Выполнение приказа от 15.01.2024 № 46",
            "Выполнение приказа от 2024 г. о мониторинге",
            "Работа по приказу «О перечне школ на 2024 год»",
            "Изучение закона от 5 марта 2024 г. № 12-ФЗ",
            "Переход на ФГОС-2024",
            "Материалы https://example.org/2024/plan",
        ],
    )
    def test_acts_standards_and_quoted_titles_are_kept_and_named(
        self, title: str, tmp_path: Path
    ) -> None:
        workspace = opened(tmp_path, plan_text(f'- title: "{title}"\n', id_="plan-2024"))
        draft = roadmapkit.shift_document(workspace, "plan-2024")
        assert title in draft.text
        assert [item.code for item in draft.flagged] == ["NEW002"]

    @pytest.mark.parametrize(
        ("title", "later"),
        [
            ("Мониторинг на 2024 год", "Мониторинг на 2025 год"),
            ("Подготовка к ГИА-2024", "Подготовка к ГИА-2025"),
            ("Итоги 2023/2024 учебного года", "Итоги 2024/2025 учебного года"),
            ("Итоги 2023–2024 уч. года", "Итоги 2024–2025 уч. года"),
            ("Конкурс 15 мая 2024 года", "Конкурс 15 мая 2025 года"),
        ],
    )
    def test_years_of_the_plan_in_titles_are_shifted(
        self, title: str, later: str, tmp_path: Path
    ) -> None:
        workspace = opened(tmp_path, plan_text(f"- title: {title}\n", id_="plan-2024"))
        draft = roadmapkit.shift_document(workspace, "plan-2024")
        assert f"- title: {later}" in draft.text
        assert draft.flagged == ()

    @pytest.mark.parametrize(
        "title",
        [
            "Итоги 2022 года",
            "График на 2025 год",
            "Работа с 2024 года",
            "Этапы в 2024 году и в 2025 году",
        ],
    )
    def test_a_year_that_is_not_surely_the_plans_is_kept_and_named(
        self, title: str, tmp_path: Path
    ) -> None:
        workspace = opened(tmp_path, plan_text(f"- title: {title}\n", id_="plan-2024"))
        draft = roadmapkit.shift_document(workspace, "plan-2024")
        assert title in draft.text
        assert {item.code for item in draft.flagged} == {"NEW001"}

    def test_numbers_that_are_no_years_are_left_in_peace(self, tmp_path: Path) -> None:
        title = "Охват 1980 учеников, 2000 анкет"
        workspace = opened(tmp_path, plan_text(f"- title: {title}\n", id_="plan-2024"))
        draft = roadmapkit.shift_document(workspace, "plan-2024")
        assert title in draft.text
        assert draft.flagged == ()

    def test_a_registered_order_becomes_a_draft(self, tmp_path: Path) -> None:
        plan = plan_text("- title: А\n  due: до 1 марта 2024 г.\n", id_="plan-2024")
        order = order_text("- approve: plan-2024\n- repeal: {date: 10.01.2023, number: 5}\n")
        workspace = opened(tmp_path, plan, order)
        draft = roadmapkit.shift_document(workspace, "prikaz", kind="order")
        assert "state: draft" in draft.text
        assert "expected_date: 15.01.2025" in draft.text
        assert "number: 46" not in draft.text
        assert "10.01.2023" in draft.text
        assert draft.documents == ("prikaz-2025",)
        assert {item.code for item in draft.flagged} == {"NEW002", "NEW003", "NEW005"}

    def test_a_draft_refers_to_next_years_plan_once_there_is_one(self, tmp_path: Path) -> None:
        plans = [plan_text("- title: А\n", id_=f"plan-{year}") for year in (2024, 2025)]
        workspace = opened(tmp_path, *plans, order_text("- approve: plan-2024\n"))
        draft = roadmapkit.shift_document(workspace, "prikaz")
        assert "approve: plan-2025" in draft.text
        assert "NEW003" not in {item.code for item in draft.flagged}

    def test_29_february_that_is_no_more_is_named(self, tmp_path: Path) -> None:
        workspace = opened(
            tmp_path, plan_text("- {title: А, due: {by: 2024-02-29}}\n", id_="plan-2024")
        )
        draft = roadmapkit.shift_document(workspace, "plan-2024")
        assert "by: 2025-02-28" in draft.text
        assert [item.code for item in draft.flagged] == ["NEW004"]

    def test_comments_quotes_and_line_ends_stay(self, tmp_path: Path) -> None:
        text = (
            "# Наш план\r\nkind: roadmap\r\nid: 'plan-2024'  # постоянный\r\n"
            'title: "План на 2024 год"\r\nperiod: 2024\r\nactivities:\r\n'
            "  - {title: А, due: 'май 2024 г.'}  # срок 2024\r\n"
        )
        workspace = opened(tmp_path, text)
        later = draft_text(workspace, "plan-2024")
        expected = text.replace("2024", "2025").replace("# срок 2025", "# срок 2024")
        assert later == expected

    def test_another_kind_and_an_unknown_id_are_refused(self, tmp_path: Path) -> None:
        workspace = opened(tmp_path, plan_text("- title: А\n", id_="plan-2024"))
        with pytest.raises(ArgumentError, match="new roadmap"):
            roadmapkit.shift_document(workspace, "plan-2024", kind="order")
        with pytest.raises(ArgumentError, match="plan-2024"):
            roadmapkit.shift_document(workspace, "plan-2042")


class TestStarters:
    @pytest.mark.parametrize("kind", ["roadmap", "order", "program", "minutes"])
    def test_a_document_to_begin_with_has_nothing_to_put_right(
        self, kind: str, tmp_path: Path
    ) -> None:
        workspace = roadmapkit.open_workspace(tmp_path)
        draft = roadmapkit.new_document(workspace, kind, year=2026)
        roadmapkit.write_draft(workspace, draft)
        again = roadmapkit.open_workspace(tmp_path)
        assert roadmapkit.check(again).diagnostics == ()
        assert roadmapkit.build(again).written

    def test_progress_an_order_and_a_programme_are_made_for_a_plan(self, tmp_path: Path) -> None:
        workspace = opened(tmp_path, plan_text("- title: А\n", id_="plan-2024"))
        for kind in ("progress", "order", "program"):
            draft = roadmapkit.new_document(workspace, kind, year=2024, plan="plan-2024")
            roadmapkit.write_draft(workspace, draft)
        result = roadmapkit.check(roadmapkit.open_workspace(tmp_path))
        assert result.ok
        assert {"progress-2024", "order-2024", "program-2024"} <= set(result.documents)

    def test_progress_needs_a_plan(self, tmp_path: Path) -> None:
        with pytest.raises(ArgumentError, match="no plan yet"):
            roadmapkit.new_document(roadmapkit.open_workspace(tmp_path), "progress", year=2026)
