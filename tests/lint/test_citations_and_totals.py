"""Acts cited in several ways, grounds, control, shares, totals and days of reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_findings import findings

from roadmapkit.lint.known_acts import known_acts

ORDER = """\
kind: order
id: prikaz
title: О поддержке школ
preamble: {preamble}
clauses:
  - {clause}
"""
REPORT = """\
kind: roadmap
id: plan
title: План мероприятий на 2024 год
period: 2024
activities:
  - id: seminar
    title: Провести семинар
    due: март – сентябрь 2024 г.
---
kind: progress
id: hod
title: Отчёт о выполнении плана
roadmap: plan
reports:
  - as_of: 2024-07-02
    intro: |
      {text}
entries:
  - activity: seminar
    status: выполнено
    date: 2024-06-20
    evidence: {evidence}
"""
MINUTES = """\
kind: minutes
id: protokol
title: Протокол заседания рабочей группы
chair: Белова А.Н.
secretary: Лукин П.О.
quorum: {quorum}
present:
  - Горина Е.П.
  - {second}
  - Ежова Т.К.
"""


def of_order(folder: Path, code: str, *, preamble: str, clause: str = "control: за собой") -> int:
    return len(findings(folder, ORDER.format(preamble=preamble, clause=clause), code))


def of_report(folder: Path, code: str, text: str, evidence: str = "справка") -> int:
    return len(findings(folder, REPORT.format(text=text, evidence=evidence), code))


class TestCitedActs:
    @pytest.mark.parametrize(
        ("first", "second", "count"),
        [
            ("приказа Управления от 12.01.2024 № 15", "приказу Управления от 21.01.2024 № 15", 1),
            ("приказа Управления от 12.01.2024 № 15", "приказу Управления № 15 от 12.01.2024", 0),
            ("приказа Управления от 12.01.2023 № 15", "приказу Управления от 21.01.2024 № 15", 0),
            ("приказа Управления от 12.01.2024 № 15", "приказу Института от 21.01.2024 № 15", 0),
            ("приказа Управления от 12.01.2024 № 15", "приказу Управления от 21.01.2024 № 16", 0),
            ("приказа от 12.01.2024 № 15", "приказу от 21.01.2024 № 15", 0),
            (
                "приказа Управления от 12.01.2024 № 15 «О поддержке школ района»",
                "приказу Управления от 12.01.2024 № 51 «О поддержке школ района»",
                1,
            ),
            (
                "приказа Управления от 12.01.2024 № 15 «О поддержке школ района»",
                "приказу Управления от 12.01.2024 № 51 «О закрытии лагерей района»",
                0,
            ),
        ],
    )
    def test_one_number_of_a_body_has_one_day_in_a_year(
        self, tmp_path: Path, first: str, second: str, count: int
    ) -> None:
        clause = f"Следовать {second}."
        found = of_order(tmp_path, "ORD020", preamble=f"На основании {first}", clause=clause)
        assert found == count

    @pytest.mark.parametrize(
        ("preamble", "count"),
        [
            ("В соответствии с Федеральным законом от 28.12.2012 № 273-ФЗ", 1),
            ("В соответствии с Федеральным законом от 29 декабря 2012 г. № 273-ФЗ", 0),
            (
                "В соответствии с Федеральным законом от 29.12.2013 № 273-ФЗ"
                " «Об образовании в Российской Федерации»",
                1,
            ),
            ("В соответствии с Федеральным законом от 03.08.2018 № 273-ФЗ", 0),
            ("На основании Указа Президента Российской Федерации от 07.05.2012 № 599", 0),
            ("На основании Указа Президента Российской Федерации от 08.05.2012 № 599", 1),
            ("На основании приказа Управления образования от 28.12.2012 № 273", 0),
        ],
    )
    def test_a_federal_act_has_its_own_day(self, tmp_path: Path, preamble: str, count: int) -> None:
        assert of_order(tmp_path, "ORD021", preamble=preamble) == count

    def test_the_list_of_known_acts_holds_laws_and_decrees(self) -> None:
        acts = known_acts()
        assert {kind for kind, _ in acts} == {"закон", "указ"}
        assert all(number.endswith("-ФЗ") is (kind == "закон") for kind, number in acts)
        assert all(len(act.title) > 10 for act in acts.values())

    @pytest.mark.parametrize(
        ("preamble", "count"),
        [
            ("На основании приказа Управления № 15", 1),
            ("На основании приказа Управления от 12.01.2024", 1),
            ("На основании приказа Управления от 12 января 2024 года", 1),
            ("На основании приказа Управления от 12.01.2024 № 15", 0),
            ("На основании приказа Управления № 15 от 12.01.2024", 0),
            ("В соответствии с Федеральным законом № 273-ФЗ", 1),
            ("В соответствии с Законом «Об образовании»", 0),
            ("В целях поддержки школы № 15", 0),
        ],
    )
    def test_a_ground_has_a_date_and_a_number(
        self, tmp_path: Path, preamble: str, count: int
    ) -> None:
        assert of_order(tmp_path, "ORD022", preamble=preamble) == count


@pytest.mark.parametrize(
    ("clause", "count"),
    [
        ("Контроль исполнения приказа возложить на себя", 1),
        ("Контроль исполнения приказа оставляю за мной", 1),
        ("Контроль исполнения приказа оставляю за собой", 0),
        ("control: на себя", 1),
        ("Ответственность за сохранность оборудования возложить на себя", 0),
    ],
)
def test_who_signs_keeps_the_control(tmp_path: Path, clause: str, count: int) -> None:
    assert of_order(tmp_path, "ORD023", preamble="В целях поддержки", clause=clause) == count


class TestFiguresOfReports:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("Ученики распределились так: высокий – 35 %, средний – 45 %, низкий – 30 %.", 1),
            ("Ученики распределились так: высокий – 25 %, средний – 45 %, низкий – 30 %.", 0),
            ("Ученики распределились так: 33,3 %, 33,3 % и 33,3 %.", 0),
            ("Успеваемость по предметам – 95 %, 98 % и 99 %.", 0),
            ("Уровень выше 35 % у семи, 45 % у восьми, 30 % у девяти.", 0),
        ],
    )
    def test_shares_of_one_whole_make_a_hundred(
        self, tmp_path: Path, text: str, count: int
    ) -> None:
        assert of_report(tmp_path, "RPT108", text) == count

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("В садах детей – 690; в школах детей – 1 475. Всего 2 156 детей.", 1),
            ("В садах детей – 690; в школах детей – 1 475. Всего 2 165 детей.", 0),
            ("В садах детей – 690; в школах детей – 1 475. Всего более 2 100 детей.", 0),
            ("В садах детей – 690; в школах детей – 1 475. Всего более 2 200 детей.", 1),
            ("В садах детей – 690; в школах детей – 1 475. Всего 40 детей болели.", 0),
            ("В садах детей – 690. Всего 700 детей.", 0),
        ],
    )
    def test_a_total_is_the_sum_of_the_counts(self, tmp_path: Path, text: str, count: int) -> None:
        assert of_report(tmp_path, "RPT109", text) == count

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("Семинар проведён 15.08.2024 в лицее", 1),
            ("Семинар проведён 15 июня 2024 г. в лицее", 0),
            ("Семинар будет проведён 15.08.2024", 0),
            ("План утверждён, семинар запланирован на 15.08.2024", 0),
            ("Соглашение подписано и действует до 31.12.2024", 0),
        ],
    )
    def test_what_is_told_as_done_lies_before_the_report(
        self, tmp_path: Path, text: str, count: int
    ) -> None:
        assert of_report(tmp_path, "RPT110", text) == count

    def test_evidence_is_not_younger_than_the_report(self, tmp_path: Path) -> None:
        late, early = "Приказ от 12.08.2024 № 15", "Приказ от 12.04.2024 № 15"
        assert of_report(tmp_path, "RPT110", "Работа идёт", late) == 1
        assert of_report(tmp_path, "RPT110", "Работа идёт", early) == 0


@pytest.mark.parametrize(
    ("quorum", "second", "count"),
    [
        ("3 из 5", "Доронин С.А.", 0),
        ("5 из 7", "Доронин С.А.", 0),
        ("9 из 11", "Доронин С.А.", 1),
        ("9 из 11", "учителя школ района", 0),
        ("имеется, 3 из 9", "Доронин С.А.", 1),
        ("имеется", "Доронин С.А.", 0),
    ],
)
def test_a_quorum_is_a_majority_of_those_named(
    tmp_path: Path, quorum: str, second: str, count: int
) -> None:
    text = MINUTES.format(quorum=quorum, second=second)
    assert len(findings(tmp_path, text, "MIN007")) == count
