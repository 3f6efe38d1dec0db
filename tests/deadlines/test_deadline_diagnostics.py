"""Every finding about a phrase: once where it fires, once where it keeps silent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counted_work import lines_of
from roadmapkit.deadlines import CODES, DeadlineKind, explain_deadline, russian_calendar
from roadmapkit.errors import ArgumentError

# code: phrase and period that call it forth, phrase and period that do not
_CASES: dict[str, tuple[str, str | None, str, str | None]] = {
    "DUE001": ("как получится", "2024", "по мере необходимости", "2024"),
    "DUE002": ("Запланировано на 2024 г.", "2024", "январь 2024 (1 этап)", "2024"),
    "DUE003": ("октябрь", "2021-2023", "октябрь", "2021"),
    "DUE004": ("до ноября 2021", "2021", "до конца октября 2021", "2021"),
    "DUE005": ("март 2020", "2021", "март 2021", "2021"),
    "DUE006": ("31 февраля 2024", "2024", "29 февраля 2024", "2024"),
    "DUE007": ("с 15 по 1 марта 2024", "2024", "с 1 по 15 марта 2024", "2024"),
    "DUE008": ("март 2024*", "2024", "март 2024", "2024"),
    "DUE009": ("сентябьр 2024", "2024", "сентября 2024", "2024"),
    "DUE010": ("в течение года", "2021-2023", "в течение года", "2021"),
    "DUE011": ("II четверть", "2023/2024", "II квартал", "2024"),
    "DUE012": ("а" * 10_000, "2024", "март 2024", "2024"),
    "DUE013": ("середина марта 2024", "2024", "15 марта 2024", "2024"),
    "DUE015": ("01.03.24", "2024", "01.03.2024", "2024"),
    "DUE016": ("март 2024 (СОШ № 1", "2024", "март 2024 (СОШ № 1)", "2024"),
    "DUE017": ("ежеквартально (по итогам четверти)", "2024", "1 раз в четверть", "2024"),
}


def _codes(phrase: str, period: str | None) -> set[str]:
    return {d.code for d in explain_deadline(phrase, period=period).diagnostics}


@pytest.mark.parametrize("code", sorted(_CASES))
def test_finding_fires(code: str) -> None:
    phrase, period, _, _ = _CASES[code]
    assert code in _codes(phrase, period)


@pytest.mark.parametrize("code", sorted(_CASES))
def test_finding_keeps_silent(code: str) -> None:
    _, _, phrase, period = _CASES[code]
    assert code not in _codes(phrase, period)


def test_a_year_that_the_calendar_does_not_know_is_reported() -> None:
    phrase = "в течение 5 рабочих дней со дня подписания"
    unknown = explain_deadline(phrase, signed_on=date(2090, 3, 1), calendar=russian_calendar())
    known = explain_deadline(phrase, signed_on=date(2024, 3, 1), calendar=russian_calendar())
    assert "DUE014" in {d.code for d in unknown.diagnostics}
    assert not known.diagnostics


def test_every_code_has_its_cases() -> None:
    names = [code.id for code in CODES]
    assert len(names) == len(set(names)) == 17
    assert set(names) == {*_CASES, "DUE014"}


def test_findings_quote_what_was_not_understood() -> None:
    deadline = explain_deadline("март 2024, кривая запись", period="2024")
    assert "'кривая запись'" in str(deadline.diagnostics[0].message)


def test_findings_have_no_span_and_no_full_stop() -> None:
    for phrase, period, _, _ in _CASES.values():
        for finding in explain_deadline(phrase, period=period).diagnostics:
            assert finding.span is None
            assert finding.hint is not None
            assert not str(finding.message).endswith(".")
            assert not str(finding.hint).endswith(".")


@pytest.mark.parametrize("phrase", ["", "   ", "\n\n", "—", "???"])
def test_an_empty_phrase_is_unparsed_and_says_so(phrase: str) -> None:
    deadline = explain_deadline(phrase, period="2024")
    assert deadline.kind is DeadlineKind.UNPARSED
    assert [d.code for d in deadline.diagnostics] == ["DUE001"]


@pytest.mark.parametrize("phrase", [None, 2024, date(2024, 1, 1)])
def test_what_is_no_text_is_refused(phrase: object) -> None:
    with pytest.raises(ArgumentError):
        explain_deadline(phrase)  # type: ignore[arg-type]  # the wrong type is the point


@given(st.text(max_size=200), st.sampled_from(["2024", "2021-2023", "2023/2024", None]))
def test_any_text_gets_an_answer(phrase: str, period: str | None) -> None:
    deadline = explain_deadline(phrase, period=period, signed_on=date(2024, 1, 15))
    assert deadline.kind is not DeadlineKind.UNPARSED or deadline.diagnostics
    assert deadline.to_dict()["phrase"] == phrase


_PIECES = (
    "до", "с", "по", "в", "к", "не позднее", "январь", "марта", "2024", "2023-2024", "15", "III",
    "квартал", "года", "учебного", "ежегодно", "раз", "каждый", "числа", "следующего", "за",
    "отчетным", ",", ";", "(", ")", "–", "/", "\n", "«", "»", "МБОУ", "СОШ", "№", "течение",
    "периода", "постоянно", "графику", "итогам", "четверти", "каникул", "начало", "01.09.2024",
    "31.02", "рабочих", "дней", "подписания", "кроме", "далее", "следующего года",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(_PIECES), max_size=12), st.sampled_from(["2024", "2021-2023", None])
)
def test_any_words_of_the_grammar_get_an_answer(words: list[str], period: str | None) -> None:
    deadline = explain_deadline(" ".join(words), period=period)
    assert deadline.kind is not DeadlineKind.UNPARSED or deadline.diagnostics
    if deadline.start and deadline.end and deadline.kind is not DeadlineKind.MULTIPLE:
        assert deadline.start <= deadline.end


@pytest.mark.parametrize(
    "piece", ["(", "«", "1, ", "1-", "до ", "с 1 по ", "январь ", "по плану ", "МБОУ «СОШ № 1», "]
)
def test_a_phrase_of_twice_the_length_takes_twice_the_work(piece: str) -> None:
    def work(length: int) -> int:
        phrase = piece * (length // len(piece))
        return lines_of(lambda: explain_deadline(phrase, period="2024"))

    work(100)  # what is made at the first use is made
    assert work(3_900) < 2.2 * work(1_950)
