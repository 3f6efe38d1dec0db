"""How every term of a plan stands on a day: the one source of all that a report counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.lazily import dataclass
from roadmapkit.resolve.resolved import ResolvedActivity, ResolvedRoadmap, ResolvedSection
from roadmapkit.resolve.statuses.ledger import Ledger, ledger_of
from roadmapkit.resolve.statuses.reporters import Reporter
from roadmapkit.resolve.statuses.standing import Standing
from roadmapkit.resolve.terms import CANCELLED, DONE, IN_WORK, Mark, Term, term_of

__all__ = ["Account", "Outcome", "accounts_of"]


class Outcome(StrEnum):
    """What has become of a term by a day: each has exactly one."""

    DONE = "done"
    CANCELLED = "cancelled"
    LATE = "late"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Account:
    """One term of an activity on a day; a term without a date is never late.

    Attributes:
        item: The activity.
        section: Its section.
        standing: How the term stands.
        term: Its days, None where no date is known.
        as_of: The day.
        several: Whether the activity falls due several times.
        ledger: What knows who has to report.
    """

    item: ResolvedActivity
    section: ResolvedSection
    standing: Standing
    term: Term | None
    as_of: date
    several: bool
    ledger: Ledger = field(compare=False, repr=False)

    @property
    def key(self) -> tuple[tuple[str | int, ...], int]:
        """What names the term among those of the plan, on every day."""
        return self.item.origin.path, self.standing.slot.index

    @property
    def outcome(self) -> Outcome:
        """What has become of the term; for the same day ``due`` says the same."""
        settled = self.standing.settled
        if settled is not None:
            return Outcome.CANCELLED if settled.status == CANCELLED else Outcome.DONE
        return Outcome.LATE if self.has_passed else Outcome.AHEAD

    @property
    def has_passed(self) -> bool:
        """Whether the last day of the term is over."""
        return self.term is not None and self.term.limit < self.as_of

    @property
    def has_come(self) -> bool:
        """Whether the last day of the term is over, or is the very day."""
        return self.term is not None and self.term.limit <= self.as_of

    @property
    def late_by(self) -> int | None:
        """Calendar days since the last day of the term, None where it is not late."""
        late = self.outcome is Outcome.LATE
        return (self.as_of - self.term.limit).days if self.term and late else None

    @property
    def done_on(self) -> date | None:
        """Day of the mark that says it is done, None where it is not, or has no day."""
        done = self.outcome is Outcome.DONE and self.standing.settled
        return done.entry.date if done else None

    @property
    def done_late_by(self) -> int | None:
        """Calendar days by which it was done late, None where it was not."""
        if self.term is None or self.done_on is None or self.done_on <= self.term.limit:
            return None
        return (self.done_on - self.term.limit).days

    @property
    def status(self) -> str | None:
        """The word for the term: of the mark that settled it, else of those put about it."""
        if self.standing.settled is not None:
            return self.standing.settled.status
        words = {one.mark.status for one in self.standing.parties if one.mark is not None}
        if words:
            return next(iter(words)) if len(words) == 1 and words != {DONE} else IN_WORK
        mark = self.standing.mark
        return mark.status if mark is not None and self._is_about(mark) else None

    @property
    def reporters(self) -> tuple[Reporter, ...]:
        """Who has to report on the term."""
        return self.ledger.reporters(self.standing.slot)

    def of(self, reporter: Reporter) -> Account:
        """Return the same term for one of those who have to report on it."""
        for state in self.standing.parties:
            if state.party.key == reporter.key:
                settled = state.mark if state.settled else None
                own = Standing(self.standing.slot, settled, state.mark, (), self.standing.bound)
                return replace(self, standing=own)
        return self

    def belongs_to(self, start: date | None) -> bool:
        """Tell whether the term is of the span from *start* to the day; all are without one.

        It is where it ends within the span, was settled in it, or is a debt from before.
        """
        if start is None:
            return True
        settled = self.standing.settled
        if settled is not None and settled.given >= start:
            return True
        if self.term is None or not self.has_come:
            return False
        return self.term.limit >= start or self.outcome is Outcome.LATE

    def _is_about(self, mark: Mark) -> bool:
        """Tell whether a mark for all terms is about this one: put since it began to run."""
        occurrence = self.standing.slot.occurrence
        due = self.item.due
        recurring = due is not None and due.meaning.kind is DeadlineKind.RECURRING
        if self.standing.bound or not recurring or occurrence is None:
            return True
        return mark.entry.date is None or mark.entry.date >= occurrence.start


def accounts_of(
    item: ResolvedActivity,
    section: ResolvedSection,
    roadmap: ResolvedRoadmap,
    marks: Mapping[str, Sequence[Mark]],
    as_of: date,
) -> Iterator[Account]:
    """Yield how every term of an activity stands on a day.

    Args:
        item: The activity.
        section: Its section.
        roadmap: The plan.
        marks: Marks up to the day by activity.
        as_of: The day.
    """
    ledger = ledger_of(item, roadmap)
    standings = ledger.standings(marks.get(item.activity.id or "", ()), as_of)
    several = len({one.slot.key for one in standings}) > 1
    for one in standings:
        occurrence = one.slot.occurrence
        term = term_of(occurrence) if occurrence is not None else None
        yield Account(item, section, one, term, as_of, several, ledger)
