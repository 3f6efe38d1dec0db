"""Numbers that a fix puts right, and those that it leaves to a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit import check, fix, open_workspace

_HEAD = """kind: roadmap
id: plan
title: План мероприятий
numbering: вручную
activities:
"""


def _numbers(folder: Path, *numbers: str, unsafe: bool = False) -> list[str]:
    file = folder / "plan.yaml"
    rows = "".join(f"  - number: {number}\n    title: Дело\n" for number in numbers)
    file.write_text(_HEAD + rows, encoding="utf-8")
    fix(open_workspace(file), unsafe=unsafe)
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.partition("number: ")[2] for line in lines if "- number:" in line]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (("1.", "2.", "2."), ["1.", "2.", "3."]),
        (("1", "2", "2", "4"), ["1", "2", "3", "4"]),
        (("1.1.", "1.2.", "1.3", "1.4.", "1.5."), ["1.1.", "1.2.", "1.3.", "1.4.", "1.5."]),
        (("'1.1'", "1.2.", '"1.3."', "1.4.", "1.5."), ["'1.1.'", "1.2.", '"1.3."', "1.4.", "1.5."]),
        (("1", "2.", "3", "4", "5"), ["1", "2", "3", "4", "5"]),
    ],
)
def test_a_number_whose_place_is_certain_is_put_right(
    written: tuple[str, ...], mended: list[str], tmp_path: Path
) -> None:
    assert _numbers(tmp_path, *written) == mended


def test_numbers_that_would_all_move_are_left_to_a_person(tmp_path: Path) -> None:
    written = ("1.", "2.", "2.", "3.", "4.")
    assert _numbers(tmp_path, *written) == list(written)
    assert _numbers(tmp_path, *written, unsafe=True) == ["1.", "2.", "3.", "4.", "5."]


def test_a_typed_number_is_taken_out_where_it_is_the_computed_one(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(
        "kind: roadmap\nid: plan\ntitle: План\nsections:\n"
        "  - title: 1. Анализ\n    activities:\n      - title: «1.1» не номер\n"
        "  - title: 5. Обучение # строка\n    activities:\n      - title: 2.1. Курсы\n",
        encoding="utf-8",
    )
    fix(open_workspace(file))
    text = file.read_text(encoding="utf-8")
    assert "- title: Анализ\n" in text
    assert "- title: 5. Обучение # строка\n" in text
    assert "- title: Курсы\n" in text
    left = [item.code for item in check(open_workspace(file)).diagnostics]
    assert left.count("NUM006") == 1
