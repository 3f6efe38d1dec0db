"""Terms counted: of a plan, of a section, of an executor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from roadmapkit.lazily import dataclass
from roadmapkit.resolve.reporting.accounts import Account, Outcome
from roadmapkit.resolve.statuses.reporters import Reporter
from roadmapkit.resolve.terms import IN_WORK, STAGE_DONE

__all__ = ["Figures", "count", "shares_of_executors"]

_GOING = frozenset({IN_WORK, STAGE_DONE, "запланировано"})


@dataclass(frozen=True, slots=True)
class Figures:
    """How many terms stand how; done, cancelled, late and ahead make up all.

    Attributes:
        activities: Activities, each once however often it falls due.
        terms: All terms.
        due: Terms whose last day has come.
        done: Done, in time or late.
        done_late: Of these, done after the last day.
        in_progress: Open, with a mark that work goes on or is planned.
        not_done: Open, with the mark «не выполнено».
        cancelled: Cancelled.
        late: Open after the last day.
        ahead: Open before the last day, or without one.
        done_of_due: Done among those whose last day has come.
        cancelled_of_due: Cancelled among these.
    """

    activities: int
    terms: int
    due: int
    done: int
    done_late: int
    in_progress: int
    not_done: int
    cancelled: int
    late: int
    ahead: int
    done_of_due: int
    cancelled_of_due: int

    @property
    def share(self) -> int | None:
        """Per cent done of what has fallen due and was not cancelled; None where nothing has.

        It is rounded half up, but 100 stands only where everything is done.
        """
        expected = self.due - self.cancelled_of_due
        if not expected:
            return None
        rounded = (200 * self.done_of_due + expected) // (2 * expected)
        return min(rounded, 99) if self.done_of_due < expected else 100


def count(accounts: Sequence[Account]) -> Figures:
    """Return how many of *accounts* stand how."""
    outcomes = [one.outcome for one in accounts]
    open_ = [one for one in accounts if one.outcome in (Outcome.LATE, Outcome.AHEAD)]
    due = [one.outcome for one in accounts if one.has_come]
    return Figures(
        activities=len({one.item.origin.path for one in accounts}),
        terms=len(accounts),
        due=len(due),
        done=outcomes.count(Outcome.DONE),
        done_late=sum(one.done_late_by is not None for one in accounts),
        in_progress=sum(one.status in _GOING for one in open_),
        not_done=sum(one.status == "не выполнено" for one in open_),
        cancelled=outcomes.count(Outcome.CANCELLED),
        late=outcomes.count(Outcome.LATE),
        ahead=outcomes.count(Outcome.AHEAD),
        done_of_due=due.count(Outcome.DONE),
        cancelled_of_due=due.count(Outcome.CANCELLED),
    )


def shares_of_executors(
    accounts: Iterable[Account],
) -> tuple[tuple[Reporter | None, tuple[Account, ...]], ...]:
    """Return what each of those who have to report has to account for, in the plan's order.

    A term of several is counted for each of them; what nobody is responsible for comes
    last, under None.
    """
    found: dict[str, tuple[Reporter, list[Account]]] = {}
    nobody: list[Account] = []
    for account in accounts:
        for reporter in account.reporters:
            found.setdefault(reporter.key, (reporter, []))[1].append(account.of(reporter))
        if not account.reporters:
            nobody.append(account)
    shares: list[tuple[Reporter | None, tuple[Account, ...]]] = [
        (reporter, tuple(own)) for reporter, own in found.values()
    ]
    return (*shares, (None, tuple(nobody))) if nobody else tuple(shares)
