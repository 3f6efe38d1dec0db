"""Workspaces to measure a check on: the same files in each run, and clean ones."""

from __future__ import annotations

from pathlib import Path

__all__ = ["SMALLEST", "write_large", "write_smallest"]

SMALLEST = """\
kind: roadmap
id: quick-start
title: План мероприятий («дорожная карта») по подготовке школы к экзаменам
period: 2025/2026
sections:
  - title: Работа с учителями
    activities:
      - id: exam-analysis
        title: Разбор результатов экзаменов на методических объединениях
        due: сентябрь 2025 г.
        responsible: Заместитель директора
  - title: Работа с учениками и родителями
    activities:
      - id: trial-exam
        title: Пробный экзамен по математике и встреча с родителями
        due: до 20 февраля 2026 г.
        responsible: Учителя математики, классные руководители
"""
"""A file that a newcomer writes first."""

_SECTIONS = (
    "Нормативное обеспечение", "Повышение квалификации учителей", "Работа с учащимися",
    "Оценка качества подготовки", "Информирование родителей", "Управленческие решения",
)  # fmt: skip
_DEEDS = (
    "Провести семинар", "Подготовить рекомендации", "Организовать консультации",
    "Разместить материалы", "Собрать сведения", "Обсудить итоги",
    "Составить расписание", "Посетить уроки", "Обновить банк заданий", "Заслушать отчёты",
)  # fmt: skip
_MATTERS = (
    "по алгебре", "по геометрии", "по русскому языку", "по физике", "по химии", "по биологии",
    "по истории", "по обществознанию", "по информатике", "по английскому языку",
)  # fmt: skip
_EXECUTORS = (
    "Методический отдел", "Отдел общего образования", "Руководители школ",
    "Центр оценки качества", "Муниципальные методисты",
)  # fmt: skip
_RESULTS = ("Справка", "Приказ", "Методические рекомендации", "Аналитический отчёт", "Протокол")
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip


def write_smallest(folder: Path) -> None:
    """Write a workspace of one file of fewer than 25 lines."""
    _write(folder / "roadmaps" / "quick-start.yaml", SMALLEST)


def write_large(folder: Path, *, documents: int, activities: int) -> list[Path]:
    """Write *documents* plans of so many *activities* each and return the files."""
    return [
        _write(folder / "roadmaps" / f"plan-{number:03}.yaml", _plan(number, activities))
        for number in range(1, documents + 1)
    ]


def _plan(number: int, activities: int) -> str:
    lines = [
        "kind: roadmap",
        f"id: plan-{number:03}",
        f"title: План мероприятий по подготовке к экзаменам округа № {number} на 2024 год",
        "period: 2024",
        "sections:",
    ]
    per_section = -(-activities // len(_SECTIONS))
    for index in range(activities):
        if index % per_section == 0:
            lines += [f"  - title: {_SECTIONS[index // per_section]}", "    activities:"]
        lines += _activity(number, index)
    return "\n".join(lines) + "\n"


def _activity(number: int, index: int) -> list[str]:
    month = _MONTHS[(number + index) % 12]
    deed = f"{_DEEDS[index % 10]} {_MATTERS[index // 6 % 10]}"
    result = _RESULTS[(number + index) % 5]
    return [
        f"      - id: activity-{index + 1}",
        f"        title: {deed} в группе № {number * 100 + index}",
        f"        due: {month} 2024 г.",
        f"        responsible: {_EXECUTORS[(number + index) % 5]}",
        f"        result: {result} № {index + 1}",
    ]


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
