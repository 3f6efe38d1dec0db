"""Where a numbered list goes wrong, and what each cause is called."""

from __future__ import annotations

import pytest

from roadmapkit.diagnostics import Span
from roadmapkit.lint.numbers import (
    Fault,
    Numbered,
    NumberedList,
    are_even,
    breaks,
    odd_marks,
)

_SPAN = Span("plan.yaml", 1, 1, 1, 2)


def listed(written: str, *, restarts: bool = False, follows: int | None = None) -> NumberedList:
    items = tuple(Numbered(number, _SPAN) for number in written.split())
    return NumberedList("plan", items, restarts=restarts, follows=follows)


def found(written: str, *, restarts: bool = False, follows: int | None = None) -> list[str]:
    return [
        f"{item.fault.value} {item.item.text}"
        for item in breaks(listed(written, restarts=restarts, follows=follows))
    ]


@pytest.mark.parametrize(
    "written", ["1 2 3", "1. 2. 3.", "1.1. 1.2. 1.3.", "1) 2) 3)", "№ 1", "а) б)", ""]
)
def test_a_count_from_one_has_no_break(written: str) -> None:
    assert found(written) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1 2 2 4", ["duplicate 2"]),
        ("1 2 2 3", ["duplicate 2"]),
        ("6 7 7 9", ["start 6", "duplicate 7"]),
        ("1 2 4 5", ["gap 4"]),
        ("1 2 5 3 4", ["gap 5"]),
        ("1 2 3 1 2", ["restart 1"]),
        ("2 3", ["start 2"]),
        ("5.1. 5.2 5.4.", ["gap 5.4."]),
    ],
)
def test_one_cause_is_one_break(written: str, expected: list[str]) -> None:
    assert found(written) == expected


def test_a_list_may_go_on_where_the_one_before_it_ended() -> None:
    assert found("4 5", follows=3) == []
    assert found("5 6", follows=3) == ["start 5"]


def test_several_lists_of_a_text_begin_at_one_each() -> None:
    assert found("1) 2) 1) 2)", restarts=True) == []
    assert found("1) 2) 1) 1)", restarts=True) == ["duplicate 1)"]


def test_a_break_says_which_number_was_due() -> None:
    (only,) = breaks(listed("1 2 2 4"))
    assert (only.fault, only.expected) == (Fault.DUPLICATE, 3)


def test_the_odd_mark_is_told_where_most_numbers_agree() -> None:
    lists = [listed("5.1. 5.2 5.3.").items, listed("6.1.").items]
    ((usual, odd),) = odd_marks(lists)
    assert usual == "."
    assert [item.text for item in odd] == ["5.2"]


def test_levels_are_not_compared_with_each_other() -> None:
    assert list(odd_marks([listed("1 2 3").items, listed("1.1. 1.2. 1.3.").items])) == []


def test_two_numbers_of_three_against_one_and_no_majority_are_told_apart() -> None:
    assert len(list(odd_marks([listed("1. 2. 3").items]))) == 1
    assert list(odd_marks([listed("1. 2").items])) == []


@pytest.mark.parametrize(
    "written", ["1 2 3", "1. 2. 3.", "2.9. 2.10. 2.11.", "998 999 1000 1001", "5", "№7 №8"]
)
def test_an_even_list_is_judged_by_its_first_number(written: str) -> None:
    numbers = listed(written)
    assert are_even(written.split())
    one = NumberedList("plan", numbers.items, even=True)
    assert [item.text for item in one.telling] == written.split()[:1]
    assert [(item.fault, item.item) for item in breaks(one)] == [
        (item.fault, item.item) for item in breaks(numbers)
    ]


@pytest.mark.parametrize("written", ["", "а) б)", "1 2 4", "1. 2", "1.1 1.2 2.3", "01 02", "3 2 1"])
def test_a_list_that_does_not_count_up_alike_is_not_even(written: str) -> None:
    assert not are_even(written.split())
