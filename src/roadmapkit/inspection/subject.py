"""What a check looks at, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from roadmapkit.diagnostics import Code, Message
from roadmapkit.documents.profile import profile_clause, profile_value
from roadmapkit.documents.view import PageView
from roadmapkit.inspection.outline import Outline
from roadmapkit.rendering.reading import Place, WordDocument

__all__ = ["KINDS", "Check", "Expected", "Fault", "Kind", "Subject"]

Kind = Literal[
    "order",
    "plan",
    "minutes",
    "report",
    "program",
    "letter",
    "extract",
    "acquaintance",
    "approval",
    "list",
    "other",
]
KINDS: tuple[Kind, ...] = (
    "order",
    "plan",
    "minutes",
    "report",
    "program",
    "letter",
    "extract",
    "acquaintance",
    "approval",
    "list",
    "other",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One departure at one place; equal ones of a document are told together.

    Attributes:
        code: Its kind.
        problem: What is wrong.
        place: Where; None where the whole document is meant.
        clause: The norm, as cited.
        hint: The way out.
        start: First character in the paragraph.
        end: Character after the last one; *start* for the place alone.
    """

    code: Code
    problem: Message
    place: Place | None
    clause: str
    hint: Message | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Expected:
    """A format profile with a house's own values over it.

    Attributes:
        profile: Its name.
        page: Margins, fonts and spacing in force.
        house: Names of the values that the house set itself.
        long_left: Left margin of what is kept over ten years; None where it does not count.
    """

    profile: str
    page: PageView
    house: frozenset[str]
    long_left: float | None = None

    def rule(self, key: str) -> str:
        """Return the clause of a rule."""
        return self._spoken(profile_clause(self.profile, "rules", key))

    def numbers(self, key: str) -> tuple[float, ...]:
        """Return the numbers of a rule, one or several."""
        value = profile_value(self.profile, "rules", key)
        return tuple(map(float, value)) if isinstance(value, list) else (float(value),)

    def clause(self, section: str, key: str, house: str = "") -> str:
        """Return the clause of a value of layout, or that the house set it."""
        if house in self.house:
            return f"Настройки рабочей папки, profile.{house}"
        return self._spoken(profile_clause(self.profile, section, key))

    def _spoken(self, clause: str) -> str:
        return f"Профиль {self.profile}: решение организации" if clause == "custom" else clause


@dataclass(frozen=True, slots=True)
class Subject:
    """A document that is inspected.

    Attributes:
        document: What it shows.
        outline: Which of its paragraphs is what.
        expected: How it should look.
        kind: What it is.
    """

    document: WordDocument
    outline: Outline
    expected: Expected
    kind: Kind


Check = Callable[[Subject], Iterator[Fault]]
"""Finds the departures of one family."""
