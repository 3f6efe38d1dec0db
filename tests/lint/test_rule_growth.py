"""What a rule costs grows with a document, and not with its square."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from counted_work import lines_of
from roadmapkit import check, open_workspace
from roadmapkit.lint import Rule, Subject, all_rules

ROWS = 80
TWICE = 2.3
"""How much more a rule may do for a document of twice the size."""
FIXED = 600
"""Lines that do not depend on the size."""

WORK = (
    "Разработка", "Согласование", "Утверждение", "Реализация", "Проведение", "Итоговый анализ",
    "Ежемесячный мониторинг",
)  # fmt: skip
MATTERS = (
    "программы наставничества", "плана методической работы", "банка заданий для учителей",
    "системы внутренней оценки", "школьного этапа олимпиады",
)  # fmt: skip
RESULTS = (
    "Справка", "Выявление лучших практик работы учителей", "Приказ от 12.02.2024 № 5",
    "Доля участников увеличилась с 45 % до 60 %", "Проведён семинар",
)  # fmt: skip
TERMS = ("январь 2024 г.", "до 15 марта 2024 г.", "ежемесячно", "сентябрь", "по графику")
PARTIES = ("Управление образования", "МУ ЦРО", "Иванова С.В.", "Директора школ", "Специалисты")


def row(number: int) -> str:
    """Return an activity that no other one is like."""
    work, matter = WORK[number % 7], MATTERS[number % 5]
    result = RESULTS[number % len(RESULTS)]
    return (
        f"      - title: {work} {matter} в группе № {number}\n"
        f"        due: {TERMS[number % 5]}\n"
        f"        responsible: {PARTIES[number // 3 % 5]}\n"
        f"        result: {result} {matter} группы № {number}\n"
    )


def surname(number: int) -> str:
    """Return a name that is more than a slip of the pen away from any other one."""
    syllables = ("ба", "ко", "ми", "ру", "те")
    return "".join(syllables[number // 5**place % 5] for place in range(4)).capitalize() + "лин"


def plan(rows: int, *, in_section: int) -> str:
    sections = "".join(
        f"  - title: Раздел {start}\n    activities:\n"
        + "".join(row(number) for number in range(start, start + in_section))
        for start in range(0, rows, in_section)
    )
    head = "kind: roadmap\nid: plan\ntitle: План на 2024 год\nperiod: 2024\nsections:\n"
    return head + sections


def one_section(rows: int) -> str:
    return plan(rows, in_section=rows)


def sections_of_one(rows: int) -> str:
    return plan(rows, in_section=1)


def order(points: int) -> str:
    head = "kind: order\nid: order\ntitle: О подготовке\nstate: registered\ndate: 2024-01-20\n"
    clauses = "".join(
        f"  - Провести семинар {MATTERS[number % 5]} (приложение {number % 3}) по приказу от "
        f"{number % 28 + 1}.{number % 12 + 1:02}.2023 № {number}, срок – до 1 марта 2024 года, "
        f"ответственный {surname(number)} А.Б.\n"
        for number in range(points)
    )
    return f"{head}number: '15'\nclauses:\n{clauses}"


def subject_of(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Subject]:
    """Return what makes subjects of a workspace of one file, each as if nothing were known."""
    seen: list[tuple[Any, Any]] = []

    def keep(resolved: Any, loaded: Any, *rest: Any) -> list[Any]:
        seen.append((resolved, loaded))
        return []

    file = folder / "workspace.yaml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr("roadmapkit.building.stages.run_rules", keep)
    check(open_workspace(file))
    return lambda: Subject(*seen[0])


def work(subject: Subject) -> dict[str, int]:
    """Return how many lines run for each rule; what several rules share is the first one's."""
    return {rule.code.id: lines_of(partial(_run, rule, subject)) for rule in all_rules()}


def _run(rule: Rule, subject: Subject) -> None:
    list(rule.check(subject))


@pytest.mark.parametrize("shape", [one_section, sections_of_one, order])
def test_no_rule_compares_every_row_with_every_other(
    shape: Callable[[int], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = subject_of(shape(ROWS), tmp_path, monkeypatch)
    large = subject_of(shape(2 * ROWS), tmp_path, monkeypatch)
    work(large())  # What is made at the first use is made, and words are known.
    few, many = work(small()), work(large())
    assert {
        code: (few[code], times)
        for code, times in many.items()
        if times > TWICE * few[code] + FIXED
    } == {}
