from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from roadmapkit.cli.deadline_text import deadline_sections
from roadmapkit.cli.session import Session, begin_session
from roadmapkit.deadlines import Deadline, DeadlineKind, Occurrence
from roadmapkit.diagnostics import Message

MOVED = Message("moved")
COUNTED = Message("counted")
WHOLE = Message("holds for all")


@pytest.fixture
def session() -> Session:
    return begin_session(["--lang", "en"], {})


def occurrence(month: int, *because: Message) -> Occurrence:
    day = date(2026, month, 10)
    return Occurrence(day, day, day, because=because)


def deadline(*occurrences: Occurrence) -> Deadline:
    return Deadline(
        "срок",
        DeadlineKind.RECURRING,
        "срок",
        occurrences=occurrences,
        because=(WHOLE, COUNTED, WHOLE),
    )


def test_each_date_bears_the_numbers_of_its_own_rules(session: Session) -> None:
    told = deadline(occurrence(1, MOVED), occurrence(2, COUNTED, MOVED), occurrence(3))
    assert list(deadline_sections(session, told)) == [
        "Falls due:",
        "  2026-01-10 [1]",
        "  2026-02-10 [2] [1]",
        "  2026-03-10",
        "Because:",
        "  – holds for all",
        "  [1] moved",
        "  [2] counted",
    ]


def test_rules_of_a_part_stand_at_the_part_and_are_not_told_again(session: Session) -> None:
    part = replace(deadline(), phrase="часть", canonical="часть", because=(MOVED,))
    whole = replace(deadline(), parts=(part,), because=(MOVED, WHOLE))
    assert list(deadline_sections(session, whole)) == [
        "Parts:",
        "  часть: recurring, without a date of its own",
        "    – moved",
        "Because:",
        "  – holds for all",
    ]


def test_rules_of_dates_that_are_left_out_are_left_out_too(session: Session) -> None:
    shown = [occurrence(1 + number % 12, MOVED) for number in range(24)]
    told = deadline(*shown, occurrence(1, Message("of the last")))
    lines = list(deadline_sections(session, told))
    assert "and 1 more, see --format json" in lines[25]
    assert not any("of the last" in line for line in lines)
