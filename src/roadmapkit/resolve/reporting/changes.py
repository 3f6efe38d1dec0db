"""What became of the terms between two days."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapkit.lazily import dataclass
from roadmapkit.resolve.reporting.accounts import Account, Outcome

__all__ = ["Change", "changes_between"]


@dataclass(frozen=True, slots=True)
class Change:
    """One term that stands otherwise than it did.

    Attributes:
        before: How it stood.
        now: How it stands.
    """

    before: Account
    now: Account

    @property
    def became_done(self) -> bool:
        """Whether it has been done since."""
        return self.now.outcome is Outcome.DONE and self.before.outcome is not Outcome.DONE

    @property
    def became_late(self) -> bool:
        """Whether it has become late since."""
        return self.now.outcome is Outcome.LATE and self.before.outcome is not Outcome.LATE


def changes_between(before: Sequence[Account], now: Sequence[Account]) -> tuple[Change, ...]:
    """Return the terms that have another outcome or another mark, in the plan's order."""
    former = {one.key: one for one in before}
    pairs = ((former[one.key], one) for one in now if one.key in former)
    return tuple(
        Change(was, one)
        for was, one in pairs
        if (was.outcome, was.status) != (one.outcome, one.status)
    )
